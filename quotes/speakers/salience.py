"""Keeps in mind who is being talked about: each mention adds weight, each sentence takes some away."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.ledger import Entry

KEPT = 0.6
"""The share of its weight that an entry keeps from one sentence to the next."""

ADDED = 0.25
"""The share of the weight so far that counts beside a new mention: what is new counts most."""

FAINT = 0.02
FADED = tuple(KEPT**sentences for sentences in range(61))
"""What is left after so many sentences."""

ROOM = 24
"""Entries kept in mind at once: enough for a page, and what keeps the time linear."""


class Salience:
    """The entries in mind, with their weights."""

    def __init__(self) -> None:
        self._weights: dict[Entry, tuple[float, int]] = {}

    def touch(self, entry: Entry, sentence: int, weight: float) -> None:
        """Add the weight of a mention in a sentence."""
        held = self.weight(entry, sentence)
        self._weights[entry] = (max(held, weight + ADDED * held), sentence)
        if len(self._weights) > ROOM:
            ranked = sorted(self._weights, key=lambda e: -self.weight(e, sentence))
            for faintest in ranked[ROOM // 2 :]:
                del self._weights[faintest]

    def weight(self, entry: Entry, sentence: int) -> float:
        """Return what is left of an entry's weight."""
        value, then = self._weights.get(entry, (0.0, sentence))
        return value * FADED[min(sentence - then, 60)]

    def among(self, sentence: int) -> Iterator[tuple[float, Entry]]:
        """Yield weight and entry of those in mind."""
        for entry, (value, then) in self._weights.items():
            if (weight := value * FADED[min(sentence - then, 60)]) > FAINT:
                yield weight, entry
