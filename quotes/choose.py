"""Competing readings become one attribution each: the most probable first, what crosses it left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quotes.context import surroundings
from quotes.evidence import probability
from quotes.rules.relays import RELAY
from quotes.spans import Link, Offsets
from quotes.tree import Tree
from quotes.uses import is_title

CLAUSE = 0.62
"""What was said must be as probable as this."""

OBJECT = 0.76
"""The same, where it is no clause but what the verb does something to or about ("criticized the plan")."""

MIND = 0.52
"""The same, for what somebody thinks, feels, wants or decides, which nobody is shown who does not ask for it."""

IN_MARKS = 0.44
"""The same, when the content holds quotation marks: they show that somebody said it."""

NOBODY = 0.76
"""The same, for a link that names nobody: it tells a reader little, so it has to be surer."""

LEAST = min(CLAUSE, OBJECT, MIND, IN_MARKS, NOBODY)
"""What is less probable need not be looked at closer."""

OBJECTS = frozenset("object to object+to object+name against".split())
"""The first words of the patterns whose content is an object or an infinitive: a reader cannot check it as easily."""

NESTED = 0.9
"""A link whose cue lies in another's content, or around one, must be as probable as this."""

MARKED = 0.5
"""The same, for a content in quotation marks of its own."""

SAME = 0.5
"""Two contents that share this part of their characters are readings of one attribution."""


def choose(tree: Tree, links: Iterable[Link]) -> list[Link]:
    """Return the links that stand, each with its probability, in order of content."""
    links = list(links)
    around = surroundings(tree, links)
    scored = [(probability(tree, x, near), x) for x, near in zip(links, around, strict=True)]
    probable = [replace(x, score=score) for score, x in scored if score >= LEAST and score >= threshold(tree, x)]
    ranked = sorted(probable, key=lambda x: (-x.score, x.content))
    kept = _Kept(tree)
    for link in ranked:
        if kept.admits(link):
            kept.add(link)
    return sorted(kept.links, key=lambda x: (x.content[0], x.content))


def threshold(tree: Tree, link: Link) -> float:
    """The least probability that a link must have to be emitted."""
    if link.source is None:
        return NOBODY
    if _holds_words(tree, link):
        return IN_MARKS
    if link.cue is not None and link.cue.frame != "statement":
        return MIND
    return OBJECT if link.pattern.split(" ")[0] in OBJECTS else CLAUSE


def _holds_words(tree: Tree, link: Link) -> bool:
    """Whether a content holds quotation marks of its own that are not those of a title."""
    level = tree.quote[link.cue.head] if link.cue else -1
    first, last = tree.token_at(link.content[0][0]), tree.token_at(link.content[-1][1] - 1)
    return any(not is_title(tree, q) for q in set(tree.quote[first : last + 1]) if q not in (level, -1))


class _Kept:
    """The links that were chosen, found by where their contents lie."""

    STRIDE = 512

    def __init__(self, tree: Tree) -> None:
        self.links: list[Link] = []
        self._tree = tree
        self._cues: set[int] = set()
        self._at: dict[int, list[Link]] = {}

    def add(self, link: Link) -> None:
        self.links.append(link)
        if link.cue:
            self._cues.add(link.cue.head)
        for place in self._places(link):
            self._at.setdefault(place, []).append(link)

    def admits(self, link: Link) -> bool:
        """Whether a link reads something that no better link has read already."""
        if link.cue and link.cue.head in self._cues:
            return False
        near = {id(x): x for place in self._places(link) for x in self._at.get(place, ())}.values()
        for other in near:
            inner, outer = (link, other) if self._inside(link, other) else (other, link)
            if outer.pattern.endswith(RELAY) and self._inside(inner, outer):
                continue
            if self._inside(inner, outer):
                if link.score < NESTED and not (self._opens_in_marks(inner) and inner.score >= MARKED):
                    return False
            elif _share(link.content, other.content) >= SAME:
                return False
        return True

    def _opens_in_marks(self, link: Link) -> bool:
        """Whether a content begins at a mark deeper than its cue."""
        token = self._tree.token_at(link.content[0][0])
        return link.cue is not None and self._tree.quote[token] != self._tree.quote[link.cue.head]

    def _inside(self, inner: Link, outer: Link) -> bool:
        place = self._tree.starts[inner.cue.head] if inner.cue else inner.content[0][0]
        return any(start <= place < end for start, end in outer.content)

    def _places(self, link: Link) -> set[int]:
        spans = [*link.content]
        if link.cue:
            spans.append(self._tree.span(link.cue.tokens))
        return {p for start, end in spans for p in range(start // self.STRIDE, (end - 1) // self.STRIDE + 1)}


def _share(a: tuple[Offsets, ...], b: tuple[Offsets, ...]) -> float:
    common = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    return common / (sum(e - s for s, e in a) + sum(e - s for s, e in b) - common) if common else 0.0
