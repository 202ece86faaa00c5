"""Where paragraphs begin and end: the first stage, on the text alone.

News text mostly has one paragraph a line, e-mails and wire copy break their lines at a fixed
width. Telling the two apart matters because a quotation ends with its paragraph at the latest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotes.spans import Offsets, Paragraph

WHITE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\u200b\u2060"
"""White space, and the characters without width that copied pages leave around paragraphs."""

SHORTEST_WRAP, LONGEST_WRAP = 45, 100
"""Widths, in code points, at which people and programs break lines."""

FORCED_SHARE, RUNNING_SHARE = 0.6, 0.4
"""The shares of a block's line ends that must look forced, and run on in lower case, for it to be wrapped."""

_WORD = re.compile(r"\S+")
_STARTS_ANEW = re.compile(
    r"(?:[-*•·–—―]|\d{1,3}[.)])\s"  # a bullet, a numbered item, a line of dialogue
    r"|#{1,6}\s"  # a heading
    r"|[A-Z][A-Z.'’ -]{1,40}:"  # a speaker in a transcript
)
_TERMINAL = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def paragraphs(text: str) -> list[Paragraph]:
    """Cut a text into its blocks, in order, without the white space around them.

    A blank line always separates; so does any other newline, unless the lines are prose
    broken at a fixed width. Offsets are code points. No text makes this raise, and it takes
    time linear in the text.
    """
    blocks = list(_blocks(text))
    widths = [_wrap_width(text, block) for block in blocks]
    usual = max((width for width, block in zip(widths, blocks, strict=True) if len(block) > 2), default=0)
    return [
        Paragraph(lines[0][0], lines[-1][1])
        for block, width in zip(blocks, widths, strict=True)
        for lines in _unwrapped(text, block, width or _borrowed(usual, block))
    ]


def _borrowed(usual: int, block: list[Offsets]) -> int:
    """Two lines by themselves say little; in a wrapped text they are wrapped as the rest is."""
    fits = len(block) == 2 and all(end - start <= usual for start, end in block)
    return usual if fits else 0


def _blocks(text: str) -> Iterator[list[Offsets]]:
    """Yield the runs of lines that no blank line parts, each line without its outer white space."""
    block: list[Offsets] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.lstrip(WHITE)
        if words:
            start = at + len(line) - len(words)
            block.append((start, start + len(words.rstrip(WHITE))))
        elif block:
            yield block
            block = []
        at += len(line)
    if block:
        yield block


def _unwrapped(text: str, block: list[Offsets], width: int) -> Iterator[list[Offsets]]:
    """Yield the paragraphs of a block as lists of lines: single lines unless it is wrapped at a width."""
    current = block[:1]
    for line in block[1:]:
        if width and _goes_on(text, current[-1], line, width):
            current.append(line)
        else:
            yield current
            current = [line]
    yield current


def _wrap_width(text: str, block: list[Offsets]) -> int:
    """Return the width at which a block's lines were broken, 0 where each line is a paragraph.

    Prose broken at a width leaves its mark: hardly a line would have had room for the first
    word of the next, and sentences run over the line ends.
    """
    width = max(end - start for start, end in block)
    breaks = list(pairwise(block))
    if not breaks or not SHORTEST_WRAP <= width <= LONGEST_WRAP:
        return 0
    forced = sum(_is_full(text, line, after, width) for line, after in breaks)
    running = sum(text[after[0]].islower() for _, after in breaks)
    wrapped = forced >= FORCED_SHARE * len(breaks) and running >= RUNNING_SHARE * len(breaks)
    return width if wrapped else 0


def _goes_on(text: str, line: Offsets, after: Offsets, width: int) -> bool:
    if _STARTS_ANEW.match(text, *after):
        return False
    runs_on = text[after[0]].islower() or not _TERMINAL.search(text, max(line[0], line[1] - 8), line[1])
    return runs_on or _is_full(text, line, after, width)


def _is_full(text: str, line: Offsets, after: Offsets, width: int) -> bool:
    """Whether the next line's first word would not have fitted, give or take a ragged edge."""
    word = _WORD.match(text, *after)
    room = width - (line[1] - line[0]) - 1
    return word is None or word.end() - word.start() > room - width // 10
