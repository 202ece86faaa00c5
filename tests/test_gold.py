"""What labelled articles beside the project say of it; skipped where there are none."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from gold import Item, read_corpus
from measure import Prediction, align, is_right, kind_of

import quotes

SHARED = Path(__file__).parents[2] / "shared"
SEED = SHARED / "seed"
CORPUS = SHARED / "corpora" / "polnear"

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="no labelled example beside the project")
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="no labelled corpus beside the project")


def predictions(document: quotes.Document) -> list[Prediction]:
    return [
        Prediction(
            content=[(span.start, span.end) for span in said.content],
            cue=[(said.cue.start, said.cue.end)] if said.cue else [],
            source=[(said.source.start, said.source.end)] if said.source else [],
        )
        for said in document.attributions
    ]


@needs_seed
def test_every_attribution_of_the_example_comes_out_right() -> None:
    (article,) = read_corpus(SEED)
    document = quotes.extract(article.text)
    found = predictions(document)
    pairs = dict(align(article.items, found))
    assert [i for i, item in enumerate(article.items) if i not in pairs or not is_right(item, found[pairs[i]])] == []
    labels = json.loads((SEED / "speakers" / f"{article.name}.json").read_text(encoding="utf-8"))["attributions"]
    for i, j in pairs.items():
        said, label = document.attributions[j], labels[f"A{i}"]
        names = [who.name for who in [said.speaker, *said.co_speakers] if who]
        assert names == label if isinstance(label, list) else names[0].casefold() == label.casefold()
    details = json.loads((SEED / "details.json").read_text(encoding="utf-8"))
    for entry in details:
        said = document.attributions[pairs[int(entry.pop("attribution")[1:])]]
        for key, wanted in entry.items():
            got = getattr(said, {"when": "time"}.get(key, key))
            assert (got if isinstance(got, str) else got and got.text) == wanted, (key, wanted)


@needs_corpus
def test_labelled_articles_are_read_as_well_as_the_documentation_says() -> None:
    articles = [a for a in read_corpus(CORPUS) if a.name.split("_")[1] >= "2016-07"][::6]
    right = wanted = given = 0
    for article in articles:
        found = predictions(quotes.extract(article.text))
        hits = [(i, j) for i, j in align(article.items, found) if is_right(article.items[i], found[j])]
        right += sum(_marked(article.text, article.items[i]) and _marked(article.text, found[j]) for i, j in hits)
        wanted += sum(_marked(article.text, item) for item in article.items)
        given += sum(_marked(article.text, item) for item in found)
    assert 2 * right / (wanted + given) >= 0.8  # direct and mixed speech, with tables that have seen them


def _marked(text: str, item: Item) -> bool:
    return kind_of(text, item) != "indirect"
