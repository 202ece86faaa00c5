"""Fit the weights of ``quotes/lexicons/en/evidence.tsv`` on labelled articles.

    python benchmarks/fit.py CORPUS [--before 2016-07] [-o FILE]

CORPUS holds ``text/*.txt`` and ``attributions/*.ann`` (brat standoff, as in PolNeAR 1.0).
Every reading that the rules propose is one example, right when its content overlaps a gold
one by half and cue and source touch gold's. The weights are those of a logistic regression;
facts seen fewer than ``--seen`` times are left out. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gold import Item, characters, read_corpus

from quotes.cues import find_cues
from quotes.evidence import evidence
from quotes.language import load, model_name
from quotes.pipeline import plant
from quotes.rules.propose import propose
from quotes.spans import Link, Offsets
from quotes.tree import Tree


def examples(corpus: Path, before: str) -> Iterator[tuple[list[str], bool]]:
    """Yield each reading's facts and whether it is right."""
    articles = [a for a in read_corpus(corpus) if dated(a.name) < before]
    nlp = load(model_name())
    for article in articles:
        tree, _ = plant(nlp, article.text)
        for link in propose(tree, find_cues(tree)):
            yield list(evidence(tree, link)), is_right(tree, link, article.items)


def dated(name: str) -> str:
    """The date in an article's name, or an early one."""
    match = re.search(r"\d{4}-\d{2}-\d{2}", name)
    return match.group() if match else ""


def is_right(tree: Tree, link: Link, items: list[Item]) -> bool:
    """Whether a link agrees with a gold attribution."""
    content = characters(link.content)
    cue = [tree.span(link.cue.tokens)] if link.cue else []
    source = [tree.span(link.source)] if link.source else []
    for item in items:
        gold = characters(item.content)
        shared = len(content & gold)
        if shared and shared / len(content | gold) >= 0.5 and touch(cue, item.cue) and touch(source, item.source):
            return True
    return False


def touch(a: list[Offsets], b: list[Offsets]) -> bool:
    """Whether two sets of spans overlap, or both are empty."""
    return bool(characters(a) & characters(b)) if a and b else not a and not b


def fit(rows: list[tuple[list[str], bool]], seen: int, strength: float) -> list[tuple[str, float, int]]:
    """Return evidence, weight and count, the heaviest first."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(fact for facts, _ in rows for fact in set(facts))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform({f: 1.0 for f in facts if counts[f] >= seen} for facts, _ in rows)
    model = LogisticRegression(C=strength, max_iter=2000, fit_intercept=False)
    model.fit(matrix, [right for _, right in rows])
    weighted = zip(vectorizer.feature_names_, model.coef_[0], strict=True)
    return sorted(((f, float(w), counts[f]) for f, w in weighted if abs(w) >= 0.02), key=lambda r: (-abs(r[1]), r[0]))


def main() -> None:
    """Read the articles, fit the weights and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--before", default="9999", help="only articles dated before this (YYYY-MM)")
    parser.add_argument("--seen", type=int, default=5, help="how often a fact must be seen")
    parser.add_argument("--strength", type=float, default=0.3, help="inverse of the regularisation")
    parser.add_argument("-o", "--output", type=Path, default=Path("quotes/lexicons/en/evidence.tsv"))
    args = parser.parse_args()
    rows = list(examples(args.corpus, args.before))
    table = fit(rows, args.seen, args.strength)
    lines = [
        "# Written by benchmarks/fit.py: evidence, its weight (log-odds), and how often it was seen.",
        "evidence\tweight\tseen",
    ]
    lines += [f"{fact}\t{weight:.3f}\t{count}" for fact, weight, count in table]
    args.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} readings, {sum(r for _, r in rows)} right, {len(table)} weights")


if __name__ == "__main__":
    main()
