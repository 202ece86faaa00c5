"""The fitted tables: what each countable fact adds to the log-odds that a reading is right.

``benchmarks/fit.py`` writes them; ``lexicons/en/weights/`` holds one for each question that is
settled by weighing: whose words, where they end, and whether they are anybody's at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import repeat
from math import exp, log
from pathlib import Path

from quotes.lexicon import read_table, table

FAR = 30.0
"""Log-odds beyond this are cut off: nothing in a text is surer."""

_place: list[Path] = []
_read: list[Callable[[], None]] = []


def use(folder: Path | None) -> None:
    """Take the tables of another folder from now on; None: the package's own. What was read before is forgotten.

    An article that tables were fitted on is no measure of them: this lets it be read with others.
    """
    _place[:] = [folder] if folder is not None else []
    for forget in _read:
        forget()


def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table, each a mapping from column to cell.

    Raises:
        FileNotFoundError: the folder has no such table.
    """
    return read_table(_place[0] / f"{name}.tsv") if _place else table(f"weights/{name}")


def forgotten_with_tables(forget: Callable[[], None]) -> None:
    """Have something called whenever other tables come in place."""
    _read.append(forget)


@cache
def weights(name: str) -> dict[str, float]:
    """Return a table as a mapping from fact to weight."""
    return {row["fact"]: float(row["weight"]) for row in rows(name)}


forgotten_with_tables(weights.cache_clear)


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
