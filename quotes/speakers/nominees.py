"""Settles whom a party has put up: "the Republican nominee"."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import office_of
from quotes.parties import are_opposed
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.definite import SURE, describing, fitting, is_named_next
from quotes.speakers.places import within_clause
from quotes.speakers.state import State

UNDECIDED = frozenset({"eventual", "likely", "next", "other", "most", "least"})
"""Words of a description that means nobody in particular, or one of several."""


@rule("speakers")
def nominee(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a party's nominee or candidate as the person of whom the article speaks most, and nothing speaks against.

    Example: Bob Ray called Senator Ann Lee weak. The Republican nominee was in Riverton.
    """
    tree, one = state.tree, office_of(state.tree.lower[i])
    article = tree.child(i, "det")
    if one not in words("nominees") or tree.tags[i] not in ("NN", "NNP") or tree.quote[i] >= 0:
        return []
    if article is None or tree.lower[article] != "the":
        return []
    described = describing(state, i)
    named = tree.child(i, "appos", "poss") is not None or is_named_next(tree, i)
    vague = tree.lower[max(article - 1, 0)] == "as" or UNDECIDED.intersection(tree.lower[article:i])
    if named or vague or described.isdisjoint(words("parties")):
        return []
    fits, others = fitting(state, i, one), state.others_of(i) | _subjects(state, i)

    def may_be(entry: Entry) -> float:
        if entry.kind != "person" or entry in others or (entry.offices and not _runs(entry, described)):
            return 0.0
        return fits(entry)

    entry, lead = state.likeliest(i, may_be)
    if entry is None or lead < SURE:
        return []
    return [entry] if all(state.named[e] <= state.named[entry] for e in state.named if may_be(e)) else []


def _runs(entry: Entry, described: set[str]) -> bool:
    """Whether somebody who is known by an office may be in a race, and for a party."""
    said = {word for offices in entry.offices.values() for told in offices for word in told}
    return any(office in words("nominees") for office in entry.offices) and not are_opposed(described, said)


def _subjects(state: State, i: int) -> set[Entry]:
    """Return the subjects of the clauses that hold a noun: it is none of them."""
    tree = state.tree
    subjects = (tree.child(verb, "nsubj", "nsubjpass") for verb in within_clause(tree, i))
    return {state.at[k] for k in subjects if k is not None and k in state.at}
