"""What an article teaches: the candidates that the rules weigh, and which of them its labels call right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gold import Item, characters

from quotes.context import surroundings
from quotes.cues import find_cues
from quotes.evidence import evidence, leads, rated
from quotes.rates import Key, Rates, counted, key_of
from quotes.rules import quoted
from quotes.rules.contents import content
from quotes.rules.propose import first_readings, propose
from quotes.settle import ends as ending
from quotes.settle import mentions
from quotes.spans import Link, Offsets
from quotes.tree import Tree

HALF = 0.5
"""Which part of the characters of both a content must share with gold's."""

LEARNING = ("sentence", "passive", "raised", "named", "quote after", "quote label")
"""Patterns that teach nothing about sources: their rules know them."""


class Plot(NamedTuple):
    """A parsed article and its labels."""

    tree: Tree
    items: list[Item]


class Example(NamedTuple):
    """A candidate: its facts with their values, and whether it is right."""

    facts: dict[str, float]
    right: bool


def sources(plot: Plot) -> list[Example]:
    """The rival mentions of every reading whose content and cue are gold's."""
    tree, found = plot.tree, list[Example]()
    taught = set[tuple[int, int]]()
    cues = find_cues(tree)
    for link in (*first_readings(tree, cues), *quoted.propose(tree, cues)):
        if link.cue is None or link.pattern.startswith(LEARNING):
            continue
        number = next((n for n, i in enumerate(plot.items) if shares(link, i) and touch(cue(tree, link), i.cue)), None)
        if number is None or (link.cue.head, number) in taught:
            continue
        taught.add((link.cue.head, number))
        finder, gold = mentions.finder_of(link), plot.items[number].source
        for rival in mentions.rivals(tree, link.cue.head, link.source):
            spans = [tree.span(rival.tokens)] if rival.tokens else []
            if rival.named or not any(a < y and x < b for x, y in link.content for a, b in spans):
                facts = mentions.facts(tree, link.cue, rival, finder)
                found.append(Example(dict.fromkeys(facts, 1.0), touch(spans, gold)))
    return found


def ends(plot: Plot) -> list[Example]:
    """The ends of every reading that starts where gold does and has gold's cue and source."""
    tree, found = plot.tree, list[Example]()
    for link in first_readings(tree, find_cues(tree)):
        at = ending.stretch(tree, link)
        end = gold_end(tree, link, plot.items) if at is not None else None
        if at is None or end is None:
            continue
        for i in ending.candidates(tree, at):
            span = content(tree, (at.first, i), at.level)
            if span is not None and span[1] > span[0]:
                facts = dict.fromkeys(ending.facts(tree, link, at, i), 1.0)
                found.append(Example(facts, abs(span[1] - end) <= 1))
    return found


def gold_end(tree: Tree, link: Link, items: list[Item]) -> int | None:
    """Where gold ends the last span of a reading, if it has that reading at all."""
    start = link.content[-1][0]
    for item in items:
        if link.source and touch(cue(tree, link), item.cue) and touch([tree.span(link.source)], item.source):
            stops = [b for a, b in item.content if abs(tree.token_at(a) - tree.token_at(start)) <= 1]
            if stops:
                return stops[-1]
    return None


def readings(plot: Plot) -> list[tuple[Key, bool]]:
    """Word and pattern of every reading, and whether it is right."""
    tree = plot.tree
    links = propose(tree, find_cues(tree))
    return [(key, is_right(tree, link, plot.items)) for link in links if (key := key_of(link)) is not None]


def attributions(plot: Plot) -> list[Example]:
    """The evidence for every reading; the rate of its word is that of the other articles."""
    tree = plot.tree
    proposed = [(link, is_right(tree, link, plot.items)) for link in propose(tree, find_cues(tree))]
    here = Rates((key, 1, right) for link, right in proposed if (key := key_of(link)) is not None)
    places = surroundings(tree, [link for link, _ in proposed])
    return [
        Example(dict(valued(tree, link, place, here)), right)
        for (link, right), place in zip(proposed, places, strict=True)
    ]


def valued(tree: Tree, link: Link, place: Sequence[str], here: Rates) -> Iterator[tuple[str, float]]:
    """The facts of a reading with their values."""
    for fact in evidence(tree, link, place):
        yield fact, 1.0
    key = key_of(link)
    if key is not None:
        for fact in rated(link):
            yield fact, counted().expected(key, here)
    yield from leads(link)


def is_right(tree: Tree, link: Link, items: list[Item]) -> bool:
    """Whether a link agrees with a gold attribution: half of the content, and a part of cue and source."""
    source = [tree.span(link.source)] if link.source else []
    return any(shares(link, item) and touch(cue(tree, link), item.cue) and touch(source, item.source) for item in items)


def shares(link: Link, item: Item) -> bool:
    """Whether a content shares half of its characters with gold's."""
    ours, gold = characters(link.content), characters(item.content)
    common = len(ours & gold)
    return bool(common) and common / len(ours | gold) >= HALF


def cue(tree: Tree, link: Link) -> list[Offsets]:
    """The span of a cue, if there is one."""
    return [tree.span(link.cue.tokens)] if link.cue else []


def touch(a: list[Offsets], b: list[Offsets]) -> bool:
    """Whether two sets of spans overlap, or both are empty."""
    return bool(characters(a) & characters(b)) if a and b else not a and not b
