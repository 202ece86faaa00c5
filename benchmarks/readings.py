"""What each program makes of an article: run over a labelled corpus, in several processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

import spacy
from baselines import nearest_verb, textacys
from gold import Article, Item
from measure import Prediction
from spacy.language import Language
from spacy.tokens import Doc

from quotes.choose import threshold
from quotes.context import surroundings
from quotes.cues import find_cues
from quotes.evidence import probability
from quotes.language import alone, load, model_name
from quotes.pipeline import attribute, plant
from quotes.records import Attribution
from quotes.records import Span as SpanRecord
from quotes.rules.propose import propose
from quotes.spans import Link
from quotes.tree import Tree

OURS, TEXTACY, NEAREST = "quotes", "textacy", "nearest verb"
PROGRAMS = (OURS, TEXTACY, NEAREST)


@dataclass
class Proposal(Item):
    """A reading that the rules propose, whether it was chosen or not."""

    probable: bool = False


@dataclass
class Word:
    """The word that a gold cue hangs on, as spaCy's whole pipeline reads it."""

    lemma: str
    pos: str


@dataclass
class Reading:
    """One article, what each program found in it (None: it raised), and how it came about."""

    article: Article
    found: dict[str, list[Prediction] | None]
    proposed: list[Proposal]
    words: list[Word | None]


def read_all(articles: Sequence[Article], jobs: int) -> Iterator[Reading]:
    """Read articles in their order, sharing them among processes."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(read, articles, chunksize=4)


def read(article: Article) -> Reading:
    """Let every program read one article.

    Ours is ``quotes.extract`` taken apart, so that the readings which were not chosen can be looked at too.
    """
    nlp = load(model_name())
    with alone(nlp, article.text):
        tree, damage = plant(nlp, article.text)
        links = list(propose(tree, find_cues(tree)))
        around = surroundings(tree, links)
        proposed = [_proposal(tree, link, near) for link, near in zip(links, around, strict=True)]
        document = attribute(tree, damage, article.name)
    doc = _whole_pipeline()(article.text)
    return Reading(
        article,
        {OURS: [_ours(a) for a in document.attributions], TEXTACY: textacys(doc), NEAREST: nearest_verb(doc)},
        proposed,
        [_word(doc, item) for item in article.items],
    )


@cache
def _whole_pipeline() -> Language:
    return spacy.load(model_name())


def _ours(said: Attribution) -> Prediction:
    return Prediction(
        content=[(span.start, span.end) for span in said.content],
        cue=_span(said.cue),
        source=_span(said.source),
        frame=said.frame,
        rule=said.explanation[0],
        lemma=said.cue.lemma if said.cue else "",
        confidence=said.confidence,
        speaker=said.speaker.model_dump() if said.speaker else None,
    )


def _span(span: SpanRecord | None) -> list[tuple[int, int]]:
    return [(span.start, span.end)] if span else []


def _proposal(tree: Tree, link: Link, near: Sequence[str]) -> Proposal:
    return Proposal(
        content=list(link.content),
        cue=[tree.span(link.cue.tokens)] if link.cue else [],
        source=[tree.span(link.source)] if link.source else [],
        probable=probability(tree, link, near) >= threshold(tree, link),
    )


def _word(doc: Doc, item: Item) -> Word | None:
    """The head of a cue; of "was proud of" the adjective."""
    span = doc.char_span(*item.cue[0], alignment_mode="expand") if item.cue else None
    if span is None:
        return None
    head = span.root
    if head.lemma_ == "be":
        head = next((child for child in head.rights if child.dep_ in ("acomp", "attr") and child in span), head)
    return Word(head.lemma_.lower(), head.pos_)
