"""What an article teaches: the candidates that the rules weigh, and which of them its labels call right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gold import Item, characters

from quotes.context import surroundings
from quotes.cues import find_cues
from quotes.evidence import evidence, leads, rated
from quotes.rates import Key, Rates, counted, key_of
from quotes.rules import quoted
from quotes.rules.contents import content
from quotes.rules.propose import first_readings, propose
from quotes.settle import end_facts, mention_facts, mentions
from quotes.settle import ends as ending
from quotes.spans import Link, Offsets
from quotes.tree import Tree

HALF = 0.5
"""Which part of the characters of both a content must share with gold's."""

CLEAR = 0.2
"""By how much more of the characters one reading of a cue must share with gold's to be right alone."""

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
    opens: bool = False
    """Whether it is the first candidate of a choice, of which the ones that follow are the others."""


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
        rivals = [
            (mention_facts.facts(tree, link.cue, rival, finder), touch(spans, gold))
            for rival in mentions.rivals(tree, link.cue.head, link.source)
            for spans in [[tree.span(rival.tokens)] if rival.tokens else []]
            if rival.named or not any(a < y and x < b for x, y in link.content for a, b in spans)
        ]
        found += one_choice(rivals)
    return found


def ends(plot: Plot) -> list[Example]:
    """The ends of every reading that starts where gold does and has gold's cue and source."""
    tree, found = plot.tree, list[Example]()
    for link in first_readings(tree, find_cues(tree)):
        at = ending.stretch(tree, link)
        end = gold_end(tree, link, plot.items) if at is not None else None
        if at is None or end is None:
            continue
        on = end_facts.ground(tree, at)
        spans = {i: content(tree, (at.first, i), at.level) for i in ending.candidates(tree, at)}
        found += one_choice(
            (end_facts.facts(tree, link, at, on, i), abs(span[1] - end) <= 1)
            for i, span in spans.items()
            if span is not None and span[1] > span[0]
        )
    return found


def one_choice(candidates: Iterable[tuple[Iterable[str], bool]]) -> Iterator[Example]:
    """Yield the candidates of one choice as examples."""
    for number, (facts, right) in enumerate(candidates):
        yield Example(dict.fromkeys(facts, 1.0), right, number == 0)


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
    links = list(propose(tree, find_cues(tree)))
    proposed = list(zip(links, rights(tree, links, plot.items), strict=True))
    here = Rates((key, 1, right) for key, right in readings(plot))
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


def rights(tree: Tree, links: Sequence[Link], items: list[Item]) -> list[bool]:
    """Whether each reading agrees with a gold attribution, and no other reading of its cue clearly better.

    "told | the crew that the mill had closed" shares half of its words with gold too.
    """
    shared = [agreement(tree, link, items) for link in links]
    best = dict[int | None, float]()
    for link, part in zip(links, shared, strict=True):
        head = link.cue.head if link.cue else None
        best[head] = max(part, best.get(head, 0.0))
    heads = [link.cue.head if link.cue else None for link in links]
    return [
        part >= HALF and (head is None or part > best[head] - CLEAR) for part, head in zip(shared, heads, strict=True)
    ]


def agreement(tree: Tree, link: Link, items: list[Item]) -> float:
    """Return which part of the content of both a reading shares with the gold attribution of its cue and source."""
    source = [tree.span(link.source)] if link.source else []
    fit = [item for item in items if touch(cue(tree, link), item.cue) and touch(source, item.source)]
    return max((part(link, item) for item in fit), default=0.0)


def is_right(tree: Tree, link: Link, items: list[Item]) -> bool:
    """Whether a link agrees with a gold attribution: half of the content, and a part of cue and source."""
    source = [tree.span(link.source)] if link.source else []
    return any(shares(link, item) and touch(cue(tree, link), item.cue) and touch(source, item.source) for item in items)


def shares(link: Link, item: Item) -> bool:
    """Whether a content shares half of its characters with gold's."""
    return part(link, item) >= HALF


def part(link: Link, item: Item) -> float:
    """Which part of the characters of both contents they share."""
    ours, gold = characters(link.content), characters(item.content)
    common = len(ours & gold)
    return common / len(ours | gold) if common else 0.0


def cue(tree: Tree, link: Link) -> list[Offsets]:
    """The span of a cue, if there is one."""
    return [tree.span(link.cue.tokens)] if link.cue else []


def touch(a: list[Offsets], b: list[Offsets]) -> bool:
    """Whether two sets of spans overlap, or both are empty."""
    return bool(characters(a) & characters(b)) if a and b else not a and not b
