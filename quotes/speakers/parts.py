"""Settles bare shares as parts of the group in mind: "42 percent" said, "nine in 10" agreed."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import is_human
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.mentions import is_ratio
from quotes.speakers.state import State
from quotes.tree import Tree

OUTWEIGHS = 1.3
"""How many times as heavy as the next a group must be for a share to be a part of it."""


@rule("speakers")
def part_of_group(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a bare share as a part of the group of which another was told, or of the one most in mind.

    Example: The poll asked farmers about rain. Forty-two percent said it had rained.
    """
    speaks = i in state.sources or i in state.asked_for
    if not speaks or not is_bare_share(state.tree, i, tokens) or not is_ratio(state.tree, i):
        return []
    if state.shared is not None and not _are_others_told(state, *state.shared, i):
        state.shared = i, state.shared[1]
        return [state.shared[1]]
    group, lead = state.likeliest(
        i, lambda one: float(one.kind == "group" and one.name.lower() not in words("quantities"))
    )
    return [group] if group is not None and lead >= OUTWEIGHS else []


def _are_others_told(state: State, last: int, told: Entry, i: int) -> bool:
    """Whether a text has gone on to other people since a ratio of some was told, or to another matter."""
    tree = state.tree
    if tree.paragraph[i] - tree.paragraph[last] > 1 or i - last > REACH:
        return True
    noun = told.name.rpartition(" ")[2].lower()
    plurals = (k for k in range(last + 1, i) if tree.tags[k] in ("NNS", "NNPS") and tree.lower[k] != noun)
    people = (k for k in plurals if is_human(tree.lower[k]) or tree.words[k][0].isupper())
    return any(state.at.get(k) is not told for k in people)


REACH = 150
"""How many tokens after a ratio another may be one of the same group."""


def is_bare_share(tree: Tree, i: int, tokens: Tokens) -> bool:
    """Whether a mention is a share and does not say of whom: "49%", "nearly a third", "one in five"."""
    if tree.lower[i] not in words("shares") and tree.tags[i] != "CD":
        return False
    return not any(tree.tags[k][:2] == "NN" and tree.lower[k] not in words("shares") for k in range(*tokens))
