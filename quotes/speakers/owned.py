"""Settles nouns by whose they are: "the Lee campaign", "his response"."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import is_human, singular
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.mentions import is_thing, kind_of
from quotes.speakers.state import State

PASSING = frozenset({"former", "first", "current", "own", "new", "entire", "whole", "once"})
"""Adjectives that are no part of a body's name: "Lee's former campaign"."""

OWNERS = frozenset({"his", "her", "their", "its"})


@rule("speakers")
def body_of(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a body that bears the name of its owner, whatever the words.

    Example: Lee's campaign denied it. The Lee campaign said it had rained.
    """
    tree = state.tree
    one = singular(tree.lower[i])
    article = tree.child(i, "det")
    may_come = one == "administration" and article is not None and tree.lower[article] in ("a", "an")
    if one not in words("retinues") or tree.tags[i] == "NNS" or may_come:
        return []
    owner = next(
        (k for k in tree.children(i, "poss", "compound", "nmod") if k in state.ledger.by_token or k in state.at), None
    )
    if owner is None and tree.deps[i] == "compound":
        owner = next((k for k in tree.children(tree.heads[i], "poss") if k in state.at), None)
    if owner is None:
        beside = i - 1 - (tree.words[max(i - 1, 0)] in ("'", "’"))  # "Sanders’ campaign"
        owner = beside if beside in state.ledger.by_token else None
    if owner is None:
        return []
    of = state.at.get(owner) or state.ledger.by_token[owner]
    printed = _printed(state, owner, i)
    year = next((word for word in printed.split() if word.isdigit()), "")
    key = (of, "campaign" if one == "camp" else one, year)
    entry = state.phrases.get(key)
    if entry is None:
        entry = state.phrases[key] = Entry(printed, "organization", nouns={one})
    elif tree.tags[owner] != "PRP$" and _fullness(printed) > _fullness(entry.name):
        entry.name = printed
    return [entry]


@rule("speakers")
def bodies_of_each(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads the bodies that bear the names of two people.

    Example: Lee's campaign denied it. The Lee and Ray campaigns said it had rained.
    """
    tree, one = state.tree, singular(state.tree.lower[i])
    if one not in words("retinues") or tree.tags[i] != "NNS" or i < 3 or tree.lower[i - 2] != "and":
        return []
    owners = [state.ledger.by_token.get(k) for k in (i - 3, i - 1)]
    if any(owner is None or owner.kind != "person" for owner in owners):
        return []
    held = zip((i - 3, i - 1), owners, strict=True)
    return [
        state.phrases.setdefault(
            (owner, "campaign" if one == "camp" else one, ""),
            Entry(f"{tree.words[k]} {one}", "organization", nouns={one}, mentions=[tree.span((k, k + 1))]),
        )
        for k, owner in held
    ]


@rule("speakers")
def relative(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads "his brother" as the one person whom the article calls somebody's brother.

    Example: Bob Ray and his brother, Dan Ray, left. His brother said it had rained.
    """
    known = state.ledger.described.get(state.tree.lower[i], []) if state.tree.lower[i] in words("kin") else []
    owner = state.tree.child(i, "poss")
    return known[:1] if owner is not None and state.tree.tags[owner] == "PRP$" and len(known) == 1 else []


def whose_people(state: State, i: int, tokens: Tokens) -> tuple[Entry, str, str] | None:
    """The person whose people a plural calls, and what: "his aides", "aides to Lee" and "Lee aides" are the same."""
    tree, at = state.tree, state.ledger.by_token
    if tree.tags[i] != "NNS" or not (is_human(tree.lower[i]) or tree.lower[i] in words("folk")):
        return None
    told = [k for k in tree.children(i) if tokens[0] <= k < tokens[1] and tree.deps[k] != "punct"]
    if len(told) != 1 or tokens[0] < min(tree.left[i], i):
        return None  # "top aides to Lee" and "some of his aides" are not all of them
    whose = told[0]
    if tree.deps[whose] == "prep" and tree.lower[whose] in ("to", "of", "for"):
        whose = next(iter(tree.children(whose, "pobj")), i)
    elif tree.deps[whose] not in ("poss", "compound", "nmod"):
        return None
    owner = state.at.get(whose) or at.get(whose)
    if tree.children(whose, "conj") or tree.deps[whose] == "conj":
        return None
    return (owner, singular(tree.lower[i]), "people") if owner is not None and owner.kind == "person" else None


def _printed(state: State, owner: int, i: int) -> str:
    """The words for an owner's body, without article, title and passing adjectives: "Lee's embattled campaign"."""
    tree, name = state.tree, state.ledger.names.get(owner)
    first, end = name.tokens if name is not None else (min(owner, i), min(owner, i) + 1)
    passing = PASSING | words("title_modifiers")  # "Lee's deputy campaign manager"
    kept = [k for k in range(end, i) if tree.tags[k][:2] not in ("RB", "VB") and tree.lower[k] not in passing]
    said = "".join(tree.said((k, k + 1)) + " " * (tree.ends[k] < tree.starts[k + 1]) for k in kept)
    gap = " " * (tree.ends[end - 1] < tree.starts[end])
    return " ".join((tree.said((first, end)) + gap + said + tree.said((i, i + 1))).split())


def _fullness(printed: str) -> tuple[bool, int, bool, bool]:
    """What makes one name of a body fuller than another, weightiest first."""
    owner, *rest = printed.split()
    return owner.lower() not in OWNERS, len(rest), "campaign" in rest, not owner.endswith(("'s", "’s", "'", "’"))


@rule("speakers")
def owner(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads the owner of words or of a thing that cannot speak.

    Example: His response was that it had rained.
    """
    tree = state.tree
    owner = tree.child(i, "poss")
    entry = (state.at.get(owner) or state.ledger.by_token.get(owner)) if owner is not None else None
    if entry is None:
        return []
    said = kind_of(tree, i) == "document" or singular(tree.lower[i]) in words("utterances")
    person = entry.kind == "person" and entry.proofs > 0
    done = person and i in state.sources and tree.tags[i] == "NN" and is_thing(tree, i)  # "Lee's dig at Ray"
    return [entry] if said or done else []
