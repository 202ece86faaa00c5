"""Settles a surname in the plural: "the Lees" are the two of the article who bear it."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.rules import rule
from quotes.speakers.state import State

COUPLE = 2


@rule("speakers")
def family(state: State, i: int) -> bool:
    """Settles a surname in the plural as those who bear it, if the article names two in full.

    Example: Ann Lee met her husband, Bob Lee. The Lees said it had rained.
    """
    named = _bearers(state, i)
    if not named:
        return False
    state.settle(i, named, family.__name__)
    for entry in named:
        state.mention(i, entry)
    return True


def _bearers(state: State, i: int) -> list[Entry]:
    """The people of an article whose surname a name is the plural of, if they are named in one paragraph somewhere."""
    tree, called = state.tree, state.ledger.by_token[i]
    word = called.form[-1]
    told = tree.lower[max(i - 1, 0)] == "the" or tree.paragraph[i] <= tree.headline
    if len(called.form) > 1 or not word.endswith("s") or not told or word in words("groups"):
        return []
    people = state.bearers.get(word[:-1]) or (state.bearers.get(word[:-2], []) if word.endswith("es") else [])
    return people if len(people) == COUPLE and _are_together(state, people) else []


def _are_together(state: State, people: list[Entry]) -> bool:
    """Whether one paragraph names both, as it does husband and wife."""
    tree = state.tree
    first, second = ({tree.paragraph[tree.token_at(start)] for start, _ in e.mentions[:NEAR]} for e in people)
    return not first.isdisjoint(second)


NEAR = 12
"""How many mentions of each are looked at: what keeps the time linear."""
