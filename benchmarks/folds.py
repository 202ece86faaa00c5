"""Reads every article of a corpus with tables that were fitted without it.

The corpus is cut into parts by a hash of the articles' names; each part is read with what
``fit.py`` makes of the others. A table is better on what it was fitted on than on anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from fit import fit_on
from gold import Article
from readings import Reading, read

from quotes import weights


def read_unseen(articles: Sequence[Article], folds: int, jobs: int) -> Iterator[Reading]:
    """Read articles, each with tables fitted on the parts that it is not in; the parts one after the other."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for readings in pool.map(partial(read_part, articles, folds), range(folds)):
            yield from readings


def read_part(articles: Sequence[Article], folds: int, number: int) -> list[Reading]:
    """Fit tables without one part, and read that part with them."""
    mine = [part_of(article.name, folds) == number for article in articles]
    with TemporaryDirectory() as folder:
        fit_on([a for a, held in zip(articles, mine, strict=True) if not held], Path(folder))
        readings = [read(a) for a, held in zip(articles, mine, strict=True) if held]
    weights.use(None)
    return readings


def part_of(name: str, folds: int) -> int:
    """In which part an article lies; salted, so that the parts that ``fit.py`` cuts its share into stay even."""
    return crc32(f"fold {name}".encode()) % folds
