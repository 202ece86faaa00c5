"""Settles descriptions that do not speak: "they booed the nominee", "The wool magnate left"."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.nouns import office_of
from quotes.speakers.definite import (
    agreement,
    describing,
    fitting,
    is_named_next,
    known_description,
    whoever_is_meant,
)
from quotes.speakers.nominees import nominee
from quotes.speakers.places import is_main_subject
from quotes.speakers.state import State

CLEARLY = 3.0
"""How many times as much in mind as the next a person must be for a description that does not speak."""


def described(state: State, i: int) -> None:
    """Settle a title that does not speak, where the article has told of one person only that it is theirs."""
    tree = state.tree
    if tree.deps[i] in ("attr", "appos", "compound") or i in state.at:
        return
    if found := nominee(state, i, (tree.left[i], tree.right[i])):
        state.settle(i, found, nominee.__name__)
        state.mention(i, found[0])
        return
    one = office_of(tree.lower[i])
    holders = state.ledger.described.get(one, [])
    found = known_description(state, i, (tree.left[i], tree.right[i])) if tree.quote[i] < 0 else []
    if found and found[0].kind == "person" and (found == holders[:1] == holders or _is_told(state, i, found[0])):
        state.settle(i, found, known_description.__name__)
        state.mention(i, found[0])
    elif not found and tree.quote[i] < 0 and (entry := _clearly_meant(state, i, one)) is not None:
        state.settle(i, [entry], whoever_is_meant.__name__)
        state.mention(i, entry)
        state.take_for(entry, one, describing(state, i))


def _is_told(state: State, i: int, entry: Entry) -> bool:
    """Whether the words of a description are those of somebody's office: "the Ohio senator"."""
    described = describing(state, i)
    return agreement(entry, office_of(state.tree.lower[i]), described) > 0 and not described & UNDECIDED


UNDECIDED = frozenset({"next", "future", "potential", "other", "eventual"})


def _clearly_meant(state: State, i: int, one: str) -> Entry | None:
    """Return the person whom a subject describes right after he was one by name: "The wool magnate" left."""
    tree = state.tree
    article = tree.child(i, "det")
    if article is None or tree.lower[article] != "the" or tree.tags[i] != "NN":
        return None
    told = any(k < i for k in tree.children(i, "compound", "amod", "nmod"))
    apart = tree.children(i, "appos", "relcl", "acl") or is_named_next(tree, i)
    if not told or apart or not is_main_subject(tree, i):
        return None
    fits, others = fitting(state, i, one, from_before=False), state.others_of(i)
    entry, lead = state.likeliest(i, lambda one: 0.0 if one in others else fits(one))
    holders = state.ledger.described.get(one, ())
    if entry is None or lead < CLEARLY or entry.kind != "person" or any(holder is not entry for holder in holders):
        return None
    sentence, last = state.opening
    return entry if last is entry and state.tree.sentence[i] - sentence <= 2 else None
