"""Settles those who are asked: whom an interview is with, a pair."""

from __future__ import annotations

from quotes.ledger import Entry, may_be_a_place
from quotes.lexicon import words
from quotes.nouns import is_title, office_of, singular
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.state import State, gendered


@rule("speakers")
def interviewed(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads the "A:" of an interview as the one person in its headline, else whom it names most; "Q:" is its writer.

    Example: Ann Lee runs the mill. Q: Did it rain? A: It rained.
    """
    tree, word = state.tree, state.tree.lower[i]
    if word not in ("a", "q") or tokens != (i, i + 1) or tree.words[i + 1 : i + 2] != [":"]:
        return []
    if word == "q":
        return [state.phrases.setdefault("author", Entry("author", "unnamed"))]
    if len(state.headlined) == 1:
        return list(state.headlined)
    (first, most), (_, next_most) = [*state.named.most_common(2), (None, 0), (None, 0)][:2]
    return [first] if first is not None and most > next_most else []


@rule("speakers")
def both(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads "both women", "the two" or "the senators" as the two people last named together.

    Example: Ann Lee and Carol Ray toured the mill. Both women said it had rained.
    """
    tree = state.tree
    if tree.lower[i] not in words("pairs"):
        if tree.tags[i] != "NNS":
            return []
        of_two = any(tree.lower[k] in ("both", "two") for k in tree.children(i, "det", "nummod", "predet"))
        clauses = tree.children(i, "relcl", "acl", "conj")
        retinue = singular(tree.lower[i]) in words("retinues")  # "campaigns in Ohio" are told apart by nothing
        placed = tree.children(i, "prep") and not retinue
        told = clauses or placed or any(tree.lower[k] == "other" for k in tree.children(i))
        if not of_two and not told and (pair := _holders(state, i)) is not None:
            return list(pair.members)
        if not of_two or told or tree.lower[i] == "others":
            return []
    elif tree.child(i, "det") is None and tree.lower[i] not in ("both", "two"):
        return []
    if singular(tree.lower[i]) in words("retinues"):
        return _two_bodies(state, tree.sentence[i], singular(tree.lower[i]))
    pair, rivals = named_together(state, i), singular(tree.lower[i]) in words("contestants")
    if pair is not None and not (rivals and len({entry.form[-1:] for entry in pair.members}) == 1):
        return list(pair.members)  # husband and wife are not "both candidates"
    return _two_in_mind(state, i) if _means_people(state, i) else []


def named_together(state: State, i: int) -> Entry | None:
    """The entry of the two people last named together."""

    def fits(entry: Entry) -> float:
        people = [one for one in entry.members if one.kind == "person" and not may_be_a_place(one)]
        return float(len(people) == len(entry.members) == 2)

    return state.likeliest(i, fits)[0]


def _holders(state: State, i: int) -> Entry | None:
    """The two people last named together, where the article calls both so: "the chairmen" Ann Lee and Bob Ray."""
    tree, one = state.tree, office_of(state.tree.lower[i])
    article = tree.child(i, "det")
    definite = article is not None and tree.lower[article] == "the" and is_title(one)
    spoke = any(entry.kind == "group" and one in entry.nouns for entry in state.speaking)  # "the lawyers" go on
    pair = named_together(state, i) if definite and i in state.sources and not spoke else None
    return pair if pair is not None and all(one in entry.offices for entry in pair.members) else None


def _two_bodies(state: State, sentence: int, sort: str) -> list[Entry]:
    """The two bodies of a sort that are in mind, where there are no more: "both campaigns"."""
    sorts = {"campaign", "camp"} if sort in ("campaign", "camp") else {sort}
    known = [e for _, e in state.mind.among(sentence) if e.kind == "organization" and e.nouns & sorts]
    return sorted(known, key=lambda entry: entry.mentions[:1]) if len(known) == 2 else []


def _means_people(state: State, i: int) -> bool:
    """Whether "both", "both senators" or "the two men" can only be people: "both sides" may be anybody."""
    tree, one = state.tree, singular(state.tree.lower[i])
    if tree.lower[i] == "both":
        return not tree.children(i, "prep")
    people = is_title(one) or one in gendered() or one in words("contestants")
    return people and any(tree.lower[k] in ("both", "the") for k in tree.children(i, "det", "predet"))


def _two_in_mind(state: State, i: int) -> list[Entry]:
    """The two people most in mind, by far, where they have not been named together."""
    gender = gendered().get(singular(state.tree.lower[i]), "")
    people = [
        (weight, entry)
        for weight, entry in state.mind.among(state.tree.sentence[i])
        if entry.kind == "person" and entry.gender in ("", gender or entry.gender) and not may_be_a_place(entry)
    ]
    ranked = sorted(people, key=lambda pair: -pair[0])
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][0] < APART * ranked[2][0]):
        return []
    return sorted((entry for _, entry in ranked[:2]), key=lambda entry: entry.mentions[:1])


APART = 2.0
"""How many times as heavy as the third both of two people must be for "both" to mean them."""
