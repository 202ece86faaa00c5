"""How often a word attributes in a pattern: "call … for" mostly does, "call … in" hardly ever.

``lexicons/en/weights/rates.tsv`` holds what ``benchmarks/fit.py`` counted: for each word and
complement pattern, how many readings the rules proposed and how many of them were right. Few
words are seen often in each pattern, so a rate leans on what is known of the word in other
patterns and of the pattern with other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from quotes.idioms import idiom_lemmas
from quotes.spans import Link
from quotes.weights import forgotten_with_tables, log_odds, logistic, rows

Key = tuple[str, str]

FAMILIES = {
    "that read on": "that",
    "that read on far": "that",
    "sentence before": "before",
    "sentence around": "around",
    "sentence after ,": "quote after ,",
    "quote before that": "that",
}
"""Patterns that are the same construction, read from the marks instead of from the parse."""

ALONE = 5
"""How many readings of a word, or of a pattern, weigh as much as the rate of all."""

TOGETHER = 8
"""How many readings of a word in a pattern weigh as much as what word and pattern let expect."""


class Rates:
    """Counts of readings seen and right, and the rates they let expect."""

    def __init__(self, counts: Iterable[tuple[Key, int, int]]) -> None:
        """Add up rows of word and pattern, readings seen, readings right."""
        self._seen: Counter[Key] = Counter()
        self._right: Counter[Key] = Counter()
        self._known: dict[Key, float] = {}
        for (word, pattern), seen, right in counts:
            for key in ((word, pattern), (word, ""), ("", pattern), ("", "")):
                self._seen[key] += seen
                self._right[key] += right

    def log_odds(self, key: Key) -> float:
        """Return the log-odds that a word attributes in a pattern."""
        if key not in self._known:
            self._known[key] = self.expected(key, Rates(()))
        return self._known[key]

    def expected(self, key: Key, without: Rates) -> float:
        """Return the same, the counts of some articles left out."""
        every = self._rate(("", ""), 0.2, 1, without)
        word = log_odds(self._rate((key[0], ""), every, ALONE, without))
        pattern = log_odds(self._rate(("", key[1]), every, ALONE, without))
        return log_odds(self._rate(key, logistic(word + pattern - log_odds(every)), TOGETHER, without))

    def _rate(self, key: Key, expected: float, worth: float, without: Rates) -> float:
        right = max(0, self._right[key] - without._right[key])
        seen = max(right, self._seen[key] - without._seen[key])
        return (right + worth * expected) / (seen + worth)


@cache
def counted() -> Rates:
    """Return the rates of the table in place."""
    return Rates(((row["word"], row["pattern"]), int(row["seen"]), int(row["right"])) for row in rows("rates"))


forgotten_with_tables(counted.cache_clear)


def key_of(link: Link) -> Key | None:
    """Return under which word and pattern a reading is counted; None for one without a word."""
    if link.cue is None:
        return None
    word = "say" if link.cue.lemma in idiom_lemmas() else link.cue.lemma
    return word, FAMILIES.get(link.pattern, link.pattern)
