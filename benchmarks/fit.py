"""Fit the tables of ``quotes/lexicons/en/weights/`` on labelled articles.

    python benchmarks/fit.py CORPUS [--before 2016-07]

CORPUS holds ``text/*.txt`` and ``attributions/*.ann`` (brat standoff, as in PolNeAR 1.0); the project's
own labelled articles, which are short, plain and tagged in full, count OWN times beside it. Four
tables are written, each with what the next ones stand on in place:

- ``sources.tsv``, ``ends.tsv``: of the candidates of a reading whose other parts are gold's, which is gold's;
- ``rates.tsv``: how often each word was read in each pattern, and how often rightly;
- ``attributions.tsv``: whether a reading is right in content, cue and source.

``speakers.tsv`` beside them is ``fit_speakers.py``'s.

Weights of sources and ends are those of conditional logits (McFadden 1974), in which the candidates of one choice
share the probability; those of attributions of a logistic regression. Facts seen too few times are left out.
What is written are counts and weights of words and patterns, never text. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Protocol, TypeVar
from zlib import crc32

import own
from gold import Article, read_corpus

import examples
import quotes
from examples import Example, Plot
from quotes import rates, weights
from quotes.language import load, model_name
from quotes.pipeline import plant

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

Row = TypeVar("Row")


class Each(Protocol):
    """Gives what a function makes of every article."""

    def __call__(self, function: Callable[[Plot], list[Row]]) -> Iterator[list[Row]]:
        """Yield what it makes of each."""
        ...


FOLDER = Path(quotes.__file__).parent / "lexicons" / "en" / "weights"
"""Where the package has its tables: each is fitted with those before it in place."""

STRENGTHS = {"sources": 0.3, "ends": 0.3, "attributions": 0.1}
"""Inverse of the regularisation of each table, the best of a few on articles left out."""

SEEN = {"sources": 5, "ends": 5, "attributions": 15}
"""How often a fact must be seen to be in a table."""

HEADER = "fact\tweight\tseen"

PARTS = 4
"""In how many parts the corpus is cut: sources and ends of one part are settled by tables fitted on the others.

A table is better on what it was fitted on than on anything else; whether a reading is right must be
learned from sources and ends that are as often wrong as those of an article never seen.
"""

OWN = 13
"""How often each of the project's own articles counts, where it is weighed whether a reading is right."""

LIGHT = 0.05
"""Weights nearer to nought than this are left out."""


def dated(name: str) -> str:
    """The date in an article's name, or an early one."""
    match = re.search(r"\d{4}-\d{2}-\d{2}", name)
    return match.group() if match else ""


def plots(articles: Iterable[Article]) -> list[Plot]:
    """Parse articles."""
    nlp = load(model_name())
    return [Plot(plant(nlp, article.text)[0], article.items) for article in articles]


def fit(rows: Iterable[Example], seen: int, strength: float) -> list[tuple[str, float, int]]:
    """Return fact, weight and count, the heaviest first."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = list(rows)
    counts = Counter(fact for row in rows for fact in row.facts)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform({f: v for f, v in row.facts.items() if counts[f] >= seen} for row in rows)
    if rows[0].opens:
        found = conditional_logit(matrix, rows, strength)
    else:
        model = LogisticRegression(C=strength, max_iter=20000, tol=1e-6, fit_intercept=False)
        found = model.fit(matrix, [row.right for row in rows]).coef_[0]
    weighted = zip(vectorizer.feature_names_, found, strict=True)
    return sorted(((f, float(w), counts[f]) for f, w in weighted if abs(w) >= LIGHT), key=lambda r: (-abs(r[1]), r[0]))


def conditional_logit(matrix: csr_matrix, rows: Sequence[Example], strength: float) -> NDArray[np.float64]:
    """Return the weights under which the right candidates have most of the probability of their choice.

    Choices without a right candidate teach nothing; where several are right, any of them will do.
    """
    import numpy as np
    from scipy.optimize import minimize

    starts = np.flatnonzero([row.opens for row in rows])
    choice = np.cumsum([row.opens for row in rows]) - 1
    right = np.array([row.right for row in rows], dtype=float)
    taught = np.add.reduceat(right, starts) > 0
    held = taught[choice]

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = matrix @ found
        shares = np.exp(odds - np.maximum.reduceat(odds, starts)[choice])
        whole, good = np.add.reduceat(shares, starts), np.where(taught, np.add.reduceat(shares * right, starts), 1)
        surprise = (np.log(whole) - np.log(good))[taught].sum()
        slope = matrix.T @ (held * (shares / whole[choice] - shares * right / good[choice]))
        return surprise + found @ found / (2 * strength), slope + found / strength

    exact = {"maxiter": 5000, "ftol": 1e-12, "gtol": 1e-6}
    best = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options=exact)
    return np.asarray(best.x)


def write(folder: Path, name: str, header: str, rows: Iterable[tuple[object, ...]], by: str = "fit.py") -> None:
    """Write a table, and have the package read it."""
    lines = [f"# Written by benchmarks/{by}.", header, *("\t".join(map(str, row)) for row in rows)]
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    weights.use(folder)


def fit_all(folder: Path, parts: Sequence[Each]) -> None:
    """Fit and write the tables in order; each of ``parts`` gives what a function makes of its share of the corpus."""
    for name in ("sources", "ends", "attributions"):
        write(folder, name, HEADER, ())
    write(folder, "rates", "word\tpattern\tseen\tright", ())
    if folder != FOLDER:  # who speaks is not told of every article: its table is fitted apart
        copy(FOLDER / "speakers.tsv", folder)
    settling = {name: fit_without_each(name, parts) for name in ("sources", "ends")}

    def put_in_place(number: int) -> None:
        for name, tables in settling.items():
            write(folder, name, HEADER, tables[number])

    counted = Counter[tuple[rates.Key, bool]]()
    for number, each in enumerate(parts):
        put_in_place(number)
        for counts in each(examples.readings):
            counted.update(counts)
    keys = sorted({key for key, _ in counted})
    table = [(*key, counted[key, True] + counted[key, False], counted[key, True]) for key in keys]
    write(folder, "rates", "word\tpattern\tseen\tright", table)
    rows = list[Example]()
    for number, each in enumerate(parts):
        put_in_place(number)
        rows += [row for found in each(examples.attributions) for row in found]
    put_in_place(len(parts))
    rows += OWN * [row for plot in plots(own.articles()) for row in examples.attributions(plot)]
    write(folder, "attributions", HEADER, shown("attributions", rows))


def fit_without_each(name: str, parts: Sequence[Each]) -> list[list[tuple[str, str, int]]]:
    """Fit a table without each part of the corpus in turn, and last on all of it."""
    found = [[row for rows in each(getattr(examples, name)) for row in rows] for each in parts]
    return [
        shown(name, [row for other, rows in enumerate(found) if other != number for row in rows])
        for number in range(len(parts) + 1)
    ]


def shown(name: str, rows: Sequence[Example]) -> list[tuple[str, str, int]]:
    """Fit one table and return its rows as they are written."""
    table = fit(rows, SEEN[name], STRENGTHS[name])
    print(
        f"{name}: {len(rows)} candidates, {sum(row.right for row in rows)} right, {len(table)} weights", file=sys.stderr
    )
    return [(fact, f"{weight:.3f}", count) for fact, weight, count in table]


def main() -> None:
    """Read the articles, fit the weights and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--before", default="9999", help="only articles dated before this (YYYY-MM)")
    args = parser.parse_args()
    articles = [a for a in read_corpus(args.corpus) if dated(a.name) < args.before]
    fit_on(articles, FOLDER)


def fit_on(articles: Sequence[Article], folder: Path) -> None:
    """Fit the tables on some articles, write them into a folder and leave them in place."""
    parts = [plots(a for a in articles if crc32(a.name.encode()) % PARTS == number) for number in range(PARTS)]
    fit_all(folder, [partial(map_over, part) for part in parts])


def map_over(part: Sequence[Plot], function: Callable[[Plot], list[Row]]) -> Iterator[list[Row]]:
    """Return what a function makes of each article."""
    return map(function, part)


if __name__ == "__main__":
    main()
