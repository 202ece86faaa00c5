"""Says how a source without a name is called: "three senior officials", without article, clauses and appositives."""

from __future__ import annotations

from quotes.kinds import is_a_date
from quotes.lexicon import words
from quotes.nouns import is_body, is_human
from quotes.parties import party_of, states
from quotes.spans import Tokens
from quotes.speakers.mentions import DASHES, OPEN_ENDED, belongs_within, ends_ratio, shares_words
from quotes.tree import Tree, remembered

CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp"})
KEPT_ARTICLES = frozenset({"some", "no", "another", "any", "every", "each", "both"})


@remembered
def label(tree: Tree, head: int, tokens: Tokens) -> str:
    """Return the phrase that describes an unnamed source, without article, clauses and appositives."""
    first, end = max(tokens[0], tree.left[head]), max(tokens[1], head + 1)
    if tree.lower[head] == "one" and tree.lower[head + 1 : head + 2] == ["of"]:
        of = tree.child(head + 1, "pobj")
        if of is not None and tree.tags[of] == "NNS" and of < end:
            return " ".join(tree.said((head, of + 1)).split())  # "one of those aides" is none of the others
    if tree.lower[head] not in OPEN_ENDED or _tells_people(tree, first, head):
        end = _plain_end(tree, head, end)
    elif (examples := _examples(tree, head, end)) is not None:
        end = examples
    if tree.lower[head] in OPEN_ENDED and tree.lower[head + 1 : head + 2] == ["as"]:
        end = head + 1  # "seen by some as a sign"
    while end > head + 1 and (
        tree.tags[end - 1] in ("RB", "JJ", "IN")
        or tree.lower[end - 1] in words("days")
        or (not tree.words[end - 1][-1].isalnum() and tree.words[end - 1] not in (")", "”", '"'))
    ):
        end -= 1
    if end - 2 > head and tree.lower[end - 2] == "of" and tree.tags[end - 1] == "PRP":
        end -= 2  # "a sign of her"
    first = _after_dash(tree, first, head)
    while first < head and _leading(tree, first):
        first += 1
    first = _after_dozen(tree, _after_ratio(tree, first, head), head)
    if first < head - 1 and tree.lower[first] == "one" and is_human(tree.lower[head]) and _is_alone(tree, head):
        first += 1  # "one mill official" is a mill official, unless another is told of; "one official" may be any
    if tree.lower[tokens[0] : tokens[0] + 2] in SOME_OF and "and" in tree.lower[head:end]:
        first = tokens[0]  # "some of her aides and friends" are two sorts
    return " ".join(tree.said((first, end)).split())


SOME_OF = (["some", "of"], ["many", "of"], ["several", "of"], ["few", "of"])


def _tells_people(tree: Tree, first: int, head: int) -> bool:
    """Whether the words before "people" say enough of them: "several people" I met."""
    return tree.lower[head] == "people" and any(tree.tags[k] in ("JJ", "NN", "NNP") for k in range(first, head))


def _examples(tree: Tree, head: int, end: int) -> int | None:
    """Where the examples of others begin: "others", including Ann Lee."""
    return next(
        (k for k in range(head + 1, end - 1) if tree.words[k] == "," and tree.lower[k + 1] == "including"), None
    )


def _after_dash(tree: Tree, first: int, head: int) -> int:
    """Where a label begins that the parse runs together with what is before a dash: "RIVERTON - | Voters"."""
    spaced = (k for k in range(head - 1, first, -1) if tree.words[k] in DASHES and tree.starts[k] > tree.ends[k - 1])
    return next((k + 1 for k in spaced if tree.starts[k + 1] > tree.ends[k]), first)


def _after_ratio(tree: Tree, first: int, head: int) -> int:
    """Where a group begins of which a ratio is said: "about four in 10" voters."""
    if tree.tags[head] not in ("NNS", "NNPS"):
        return first
    return next((k + 1 for k in range(first, min(first + RATIO, head)) if ends_ratio(tree, k)), first)


RATIO = 6
"""How many tokens of a phrase may lead up to the end of its ratio."""


def _is_alone(tree: Tree, head: int) -> bool:
    """Whether the article tells of no other for whom a noun stands: "one farmer", "another old farmer"."""
    return tree.tags[head] == "NN" and tree.lower[head] not in tree.others


def _after_dozen(tree: Tree, first: int, head: int) -> int:
    """Where a group begins of which dozens are told: "at least a dozen" members."""
    return next((k + 1 for k in range(first, head) if tree.lower[k] in ("dozen", "dozens")), first)


def _plain_end(tree: Tree, head: int, end: int) -> int:
    for i in range(head + 1, end):
        word, dep = tree.words[i], tree.deps[i]
        spaced = tree.starts[i] > tree.ends[i - 1]
        if word == "," and (_lists_on(tree, head, i, end) or _names_state(tree, i, end)):
            continue
        if tree.words[i - 1] == "," and _names_state(tree, i - 1, end):
            continue
        knows = i == head + 1 and tree.lower[i] in KNOWING and tree.lower[i + 1 : i + 2] in KNOWN
        if knows and not _are_mere(tree.lower[head]):
            return i
        if word in (",", "(", ";", ":", "—") or (word in ("-", "–", "--") and spaced):
            return i
        of_those = tree.left[i] - 1 != head and tree.lower[tree.left[i] - 1] in OPEN_ENDED
        if dep == "appos" and tree.tags[i] == "NNP" and tree.left[i] - 1 == tree.heads[i] and spaced:
            continue  # "a columnist for the news site | Grondo"
        if dep in CLAUSES and tree.left[i] > head and not of_those:
            return tree.left[i]
        if dep == "prep" and i + 1 < end and is_a_date(tree, i + 1) and tree.tags[i + 2 : i + 3] != ["POS"]:
            return i
        if dep == "npadvmod" and tree.heads[i] == head:
            return max(tree.left[i], head + 1)  # "a memo | this week to the board"
        if dep == "prep" and tree.child(i, "pcomp") is not None and is_body(tree.lower[head]):
            return i  # "accused the government" of planning
        slip = i == end - 1 and tree.tags[i] == "VBZ" and tree.tags[i - 1] in ("NN", "NNP", "JJ")
        after_those = tree.lower[i - 1] in OPEN_ENDED and dep in CLAUSES  # "families of those affected"
        if (
            tree.tags[i] in ("WP", "WDT", "WP$", "VBN", "VBD", "VBZ", "VBP")
            and dep != "amod"
            and not slip
            and not after_those
        ):
            clause = int(tree.heads[i])
            return tree.left[clause] if dep == "aux" and head < tree.left[clause] < i else i  # "people | he has met"
    return end


KNOWING, KNOWN = frozenset({"aware", "familiar"}), (["of"], ["with"])
MERE = OPEN_ENDED | {"person", "source", "sources"}
"""What people know tells of mere people who they are, and is left out of officials "familiar with the talks"."""


OF_TOWNS = frozenset({"at", "from", "in", "near", "outside"})
"""Prepositions before a town."""


def _are_mere(word: str) -> bool:
    """Whether a noun says no more of people than that they are, or of which party."""
    return word in MERE or bool(party_of(word))


def _names_state(tree: Tree, comma: int, end: int) -> bool:
    """Whether a comma only sets a state behind a town: a woman "in Riverton, Ohio,"."""
    after = tree.words[comma + 2 : comma + 3]
    told = comma + 1 < end and tree.lower[comma + 1] in states() and tree.tags[comma - 1] == "NNP"
    told = told and tree.deps[comma - 1] == "pobj" and tree.lower[tree.heads[comma - 1]] in OF_TOWNS
    return told and (comma + 2 >= end or after == [","])


def _lists_on(tree: Tree, head: int, comma: int, end: int) -> bool:
    """Whether a comma only parts the items of a list after the head: "leaders of Ohio, Iowa and Maine"."""
    joined = (k for k in range(comma + 1, end) if tree.deps[k] == "conj")
    listed = next((k for k in joined if head < tree.heads[k] < comma or _is_shared(tree, head, k)), None)
    return listed is not None and not any(
        tree.tags[k][:2] == "VB" or tree.tags[k][:1] == "W" for k in range(comma, listed)
    )


def _is_shared(tree: Tree, head: int, joined: int) -> bool:
    """Whether a joined noun says more of one group: "his family, friends and old allies", "voters in Elm, Ohio and"."""
    return tree.heads[joined] == head and (shares_words(tree, joined) or belongs_within(tree, head, joined))


def _leading(tree: Tree, i: int) -> bool:
    lower = tree.lower[i]
    if tree.tags[i] == "DT" or lower in ("a", "an", "the", "whose"):
        return lower not in KEPT_ARTICLES
    if lower in ("even", "only", "just", "also") or (tree.deps[i] == "predet" and lower == "all"):
        return True
    return tree.tags[i] in (",", "``", "CC", "WRB", ":", "_SP") or tree.deps[i] == "mark"
