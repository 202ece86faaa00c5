"""How the readings of a text stand to each other: what each lies in, holds, or is another reading of.

What is said within somebody's words is mostly reported by the words around it and by nothing
else; and of two readings of one verb at most one is right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotes.rates import counted, key_of
from quotes.rules.relays import RELAY
from quotes.spans import Link
from quotes.tree import Tree

Rated = tuple[float, str]
"""The rate of a reading's word in its pattern, in log-odds, and the first word of the pattern."""


def surroundings(tree: Tree, links: Sequence[Link]) -> list[tuple[str, ...]]:
    """Return for each reading the facts about its neighbours, as names of rows of the table."""
    neighbours = _Neighbours(tree, links)
    return [tuple(neighbours.facts(number)) for number in range(len(links))]


class _Neighbours:
    """The readings of a text, found by the words they hang on."""

    def __init__(self, tree: Tree, links: Sequence[Link]) -> None:
        self._cues = [link.cue.head if link.cue else None for link in links]
        self._rated = [_rated(link) for link in links]
        self._by_cue: dict[int, list[int]] = {}
        for number, cue in enumerate(self._cues):
            if cue is not None:
                self._by_cue.setdefault(cue, []).append(number)
        self._places = sorted(self._by_cue)
        self._held = [self._heads_in(tree, link) for link in links]
        self._around: dict[int, Rated] = {}
        for number, heads in enumerate(self._held):
            for head in heads:
                if (
                    self._cues[number] is not None
                    and not links[number].pattern.endswith(RELAY)
                    and head != self._cues[number]
                ):
                    self._around[head] = max(self._rated[number], self._around.get(head, self._rated[number]))

    def facts(self, number: int) -> Iterator[str]:
        """Yield what holds of one reading among the others."""
        cue, (rate, _) = self._cues[number], self._rated[number]
        if cue is None:
            return
        around = self._around.get(cue)
        yield f"within {_step(around[0])}" if around else "within nothing"
        if around:
            yield f"within {_step(around[0])} {around[1]}"
        others = [self._rated[k][0] for k in self._by_cue[cue] if k != number]
        yield f"rival {max(-3, min(3, round(rate - max(others))))}" if others else "rival none"
        inside = [self._rated[k][0] for head in self._held[number] if head != cue for k in self._by_cue[head]]
        yield f"holds {_step(max(inside))}" if inside else "holds nothing"

    def _heads_in(self, tree: Tree, link: Link) -> list[int]:
        """The words in a content that readings hang on."""
        found: list[int] = []
        for start, end in link.content:
            first, last = tree.token_at(start), tree.token_at(end - 1)
            found += self._places[bisect_left(self._places, first) : bisect_left(self._places, last + 1)]
        return found


def _rated(link: Link) -> Rated:
    key = key_of(link)
    return (counted().log_odds(key) if key is not None else 0.0), link.pattern.split(" ")[0]


def _step(rate: float) -> int:
    """A rate in a few steps."""
    return max(-3, min(2, round(rate)))
