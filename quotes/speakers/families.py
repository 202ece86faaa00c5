"""Settles a surname in the plural: "the Lees" are the two of the article who bear it."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.rules import rule
from quotes.speakers.state import State

COUPLE = 2


@rule("speakers")
def family(state: State, i: int) -> bool:
    """Settles a surname in the plural as those who bear it, if the article names two in full.

    Example: Ann Lee met her husband, Bob Lee. The Lees said it had rained.
    """
    named = _bearers(state, state.ledger.by_token[i])
    if len(named) != COUPLE:
        return False
    state.settle(i, named, family.__name__)
    for entry in named:
        state.mention(i, entry)
    return True


def _bearers(state: State, called: Entry) -> list[Entry]:
    """The people of an article whose surname a name is the plural of."""
    word = called.form[-1]
    if len(called.form) > 1 or not word.endswith("s"):
        return []
    return state.bearers.get(word[:-1]) or (state.bearers.get(word[:-2], []) if word.endswith("es") else [])
