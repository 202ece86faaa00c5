"""One way to read a verb, and what every rule needs to write one down."""

from __future__ import annotations

from typing import NamedTuple

from quotes.rules.contents import content
from quotes.spans import Offsets, Tokens
from quotes.tree import Tree


class Reading(NamedTuple):
    """One way to read a verb."""

    pattern: str
    contents: tuple[Offsets, ...]
    cue: Tokens  # the verb group with what belongs to it
    source: Tokens | None = None  # where the rule knows better than the parse


NOBODY: Tokens = (0, 0)
"""The source of a reading that has none unless a "by" phrase names it."""


def single(tree: Tree, tokens: Tokens, level: int) -> tuple[Offsets, ...]:
    """Return the one span of a content, or none when nothing is left of it."""
    if tokens[0] >= tokens[1]:
        return ()
    span = content(tree, tokens, level)
    return (span,) if span is not None else ()


def overlaps(tree: Tree, reading: Reading) -> bool:
    """Whether a content shares characters with its cue: a slip of the parse."""
    first, end = tree.span(reading.cue)
    return any(start < end and first < stop for start, stop in reading.contents)


def with_colon(tree: Tree, cue: Tokens, contents: tuple[Offsets, ...]) -> Tokens:
    """Return the cue with the colon that joins it to what it introduces."""
    end = cue[1]
    joined = end < len(tree) and tree.words[end] == ":" and contents[0][0] >= tree.ends[end]
    return (cue[0], end + 1) if joined else cue
