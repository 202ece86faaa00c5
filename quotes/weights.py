"""The fitted tables: what each countable fact adds to the log-odds that a reading is right.

``benchmarks/fit.py`` writes them; ``lexicons/en/weights/`` holds one for each question that is
settled by weighing: whose words, where they end, and whether they are anybody's at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import repeat
from math import exp, log

from quotes.lexicon import table

FAR = 30.0
"""Log-odds beyond this are cut off: nothing in a text is surer."""


@cache
def weights(name: str) -> dict[str, float]:
    """Return a table as a mapping from fact to weight."""
    return {row["fact"]: float(row["weight"]) for row in table(f"weights/{name}")}


def total(name: str, facts: Iterable[str]) -> float:
    """Return the log-odds that a table gives to some facts; those it lacks add nothing."""
    return sum(map(weights(name).get, facts, repeat(0.0)))


def lead(odds: float, others: Iterable[float]) -> float:
    """Return the log-odds of a candidate against all others together, of which there is at least one.

    All are weights of a conditional logit: the probability of each is its share of the exponentials.
    """
    others = list(others)
    top = max(others)
    return odds - top - log(sum(exp(x - top) for x in others))


def logistic(odds: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + exp(-max(-FAR, min(FAR, odds))))


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability between 0 and 1, both excluded."""
    return log(probability / (1 - probability))
