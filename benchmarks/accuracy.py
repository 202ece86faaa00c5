"""Measure how right the attributions are, beside textacy's and a bare baseline's, and what goes wrong.

    python benchmarks/accuracy.py CORPUS [--held-out-from 2016-07] [--markdown docs/accuracy.md]

CORPUS holds ``text/*.txt`` and ``attributions/*.ann`` (brat standoff, as in PolNeAR 1.0), and for
some articles ``speakers/*.json``; of a whole PolNeAR repository, ``data/train`` is read. Each article
is read with tables fitted without it (``folds.py``).
Nothing of the articles is printed but lemmas and counts.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from fit import dated
from gold import Article, read_corpus

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def folder(corpus: Path) -> Path:
    """Return the folder that holds ``text`` and ``attributions``: the one given, or the training part below it."""
    return next((place for place in (corpus, corpus / "data" / "train") if (place / "text").is_dir()), corpus)


def first_of_each_month(articles: Iterable[Article], number: int | None) -> list[Article]:
    """Return every article, or the first few of each month, so that a part still holds some of all times."""
    taken: dict[str, int] = {}
    kept = []
    for article in articles:
        month = dated(article.name)[:7]
        taken[month] = taken.get(month, 0) + 1
        if number is None or taken[month] <= number:
            kept.append(article)
    return kept


def main() -> None:
    """Read the command line, let the programs read, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--held-out-from", default="2016-07", metavar="DATE", help="date of the first held-out article")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the report there too")
    parser.add_argument(
        "--folds", type=int, default=8, metavar="N", help="parts to fit without in turn; 0: fit nothing"
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes to share the work among")
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N of each month, for a quick look")
    given = parser.parse_args()
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # before the processes that inherit it load an array library
    from folds import read_unseen
    from readings import read_all
    from report import report

    corpus = folder(given.corpus)
    articles = first_of_each_month(read_corpus(corpus), given.articles)
    if not articles:
        sys.exit(f"accuracy.py: no annotated articles in {corpus}")
    unseen = given.folds > 0
    readings = list(read_unseen(articles, given.folds, given.jobs) if unseen else read_all(articles, given.jobs))
    parts = {
        "tuned on": [r for r in readings if dated(r.article.name) < given.held_out_from],
        "held out": [r for r in readings if dated(r.article.name) >= given.held_out_from],
    }
    text = report(parts, corpus, given.held_out_from, given.folds)
    print(text)
    if given.markdown:
        given.markdown.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
