"""Settles bare shares as parts of the group in mind: "42 percent" said, "nine in 10" agreed."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.state import State
from quotes.tree import Tree

OUTWEIGHS = 1.3
"""How many times as heavy as the next a group must be for a share to be a part of it."""


@rule("speakers")
def part_of_group(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a bare share as a part of the group that is most in mind.

    Example: The poll asked farmers about rain. Forty-two percent said it had rained.
    """
    if i not in state.sources or not is_bare_share(state.tree, i, tokens) or not _is_ratio(state.tree, i):
        return []
    group, lead = state.likeliest(
        i, lambda one: float(one.kind == "group" and one.name.lower() not in words("quantities"))
    )
    return [group] if group is not None and lead >= OUTWEIGHS else []


def _is_ratio(tree: Tree, i: int) -> bool:
    """Whether a share says how much of a whole it is: "49%", "most", "one in five", and not "dozens"."""
    if tree.tags[i] == "CD":
        return tree.lower[i + 1 : i + 2] in (["in"], ["out"], ["of"])
    return tree.lower[i] in words("ratios")


def is_bare_share(tree: Tree, i: int, tokens: Tokens) -> bool:
    """Whether a mention is a share and does not say of whom: "49%", "nearly a third", "one in five"."""
    if tree.lower[i] not in words("shares") and tree.tags[i] != "CD":
        return False
    return not any(tree.tags[k][:2] == "NN" and tree.lower[k] not in words("shares") for k in range(*tokens))
