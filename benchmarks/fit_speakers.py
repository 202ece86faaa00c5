"""Fit ``speakers.tsv`` of ``quotes/lexicons/en/weights/``: how sure a settled speaker is.

    python benchmarks/fit_speakers.py CORPUS [--labels FOLDER ...] [--before 2016-07]

CORPUS is a labelled corpus as for ``fit.py``; ``speakers/*.json`` in it, and in each further FOLDER the ``*.json``
anywhere below it, say who speaks in its articles (see ``naming.py``). Articles dated ``--before`` or later are not
read: what the table is worth is measured on them. ``--folds N`` prints how well tables fitted without each of N parts
tell right from wrong in it, and writes nothing. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from fit import FOLDER, HEADER, dated, fit, write
from gold import Article, Item, read_corpus
from measure import align
from naming import normal

from examples import Example
from quotes.choose import choose
from quotes.cues import find_cues
from quotes.language import load, model_name
from quotes.pipeline import plant
from quotes.rules.propose import propose
from quotes.speakers import weighed
from quotes.weights import logistic

SEEN, STRENGTH = 8, 0.1
"""How often a fact must be seen, and the inverse of the regularisation: the best of a few on articles left out."""

Labels = dict[str, Any]


def main() -> None:
    """Read the articles and their labels, fit the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--labels", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--before", default="2016-07", metavar="DATE", help="date of the first article not read")
    parser.add_argument("--folds", type=int, default=0, metavar="N")
    given = parser.parse_args()
    labels = read_labels(given.corpus / "speakers", *given.labels)
    articles = [a for a in read_corpus(given.corpus) if a.name in labels and dated(a.name) < given.before]
    rows = {a.name: list(examples(a, labels[a.name])) for a in articles}
    if given.folds:
        print(told_apart(rows, given.folds))
        return
    found = [row for of_article in rows.values() for row in of_article]
    table = fit(found, SEEN, STRENGTH)
    shown = [(fact, f"{weight:.3f}", count) for fact, weight, count in table]
    write(FOLDER, "speakers", HEADER, shown, by="fit_speakers.py")
    print(f"{len(articles)} articles, {len(found)} speakers, {sum(r.right for r in found)} right, {len(table)} weights")


def read_labels(*folders: Path) -> dict[str, Labels]:
    """Return the labels of each article; of an article labelled twice, the first."""
    found: dict[str, Labels] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.json")):
            found.setdefault(path.stem, json.loads(path.read_text(encoding="utf-8")))
    return found


def examples(article: Article, labels: Labels) -> Iterator[Example]:
    """Yield the facts of every settled speaker whose content is gold's, and whether it is the right one."""
    tree = plant(load(model_name()), article.text)[0]
    links = choose(tree, propose(tree, find_cues(tree)))
    settled = weighed(tree, links)
    for i, j in align(article.items, [Item(list(link.content)) for link in links]):
        label, speaker = labels["attributions"].get(f"A{i}"), settled[j]
        if not label or not article.items[i].source or speaker is None:
            continue
        name, facts = speaker
        names = label if isinstance(label, list) else [label]
        yield Example(facts, normal(name) in map(normal, names))


def told_apart(rows: dict[str, list[Example]], folds: int) -> str:
    """Say how many are kept at each probability, and what part of them is right, by tables fitted on others."""
    sure = list[tuple[float, bool]]()
    for number in range(folds):
        mine = {name: crc32(name.encode()) % folds == number for name in rows}
        table = fit([row for name, found in rows.items() if not mine[name] for row in found], SEEN, STRENGTH)
        known = {fact: weight for fact, weight, _ in table}
        held = (row for name, found in rows.items() if mine[name] for row in found)
        sure += [(logistic(sum(known.get(f, 0.0) * v for f, v in row.facts.items())), row.right) for row in held]
    kept = {least: [right for probable, right in sure if probable >= least] for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)}
    return "\n".join(f"{least:.1f} {len(right):6} {sum(right) / len(right):.3f}" for least, right in kept.items())


if __name__ == "__main__":
    main()
