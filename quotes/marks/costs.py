"""What the neighbours of a mark say: the cost of reading it as opening, closing or neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.lexicon import words
from quotes.marks.glyphs import APOSTROPHES, GLYPHS, MARK, NEVER
from quotes.marks.voice import TAG
from quotes.spans import Paragraph

STRAY = 4.0
"""The cost of skipping a mark that can hardly be anything but a quotation mark."""

WARN_ABOVE = 2.8
"""A mark skipped at this cost or more is reported as a stray; below, it is an apostrophe or inches."""

SPEECH_BEGINS_AFTER = frozenset(',:"“„«')

OPENS_AFTER = {
    "edge": 0.0, "space": 0.0, "bracket": 0.0, "dash": 0.3, "dots": 1.0, "stop": 1.2, "closing": 1.2, "word": 3.5,
}  # fmt: skip
OPENS_BEFORE = {
    "word": 0.0, "bracket": 0.0, "dash": 0.5, "dots": 0.5, "closing": 4.0, "space": 1.5, "stop": 4.0, "edge": 5.0,
}  # fmt: skip
CLOSES_AFTER = {
    "word": 0.0, "stop": 0.0, "closing": 0.0, "dash": 0.0, "dots": 0.0, "space": 2.0, "bracket": 3.0, "edge": 6.0,
}  # fmt: skip
CLOSES_BEFORE = {
    "edge": 0.0, "space": 0.0, "stop": 0.0, "closing": 0.0, "dash": 0.0, "dots": 0.3, "bracket": 1.0, "word": 2.5,
}  # fmt: skip
"""Costs by the kind of character before or after the mark: ``kind_of`` names them."""

_FEET = re.compile(r"\d['’′] ?\d{1,2}[½¼¾]?$")
_YEAR = re.compile(r"\d\d(?:s|ers?)?(?!\w|\.\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)*['’]?")

ELISIONS = words("elisions")
INCHES = frozenset(('"', "''", "”", "’’"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible quotation mark, and what each of its three readings costs."""

    start: int
    end: int
    glyph: str
    opens: float
    closes: float
    skips: float
    initial: bool  # the first thing in its paragraph
    apart: bool  # white space before it
    padded: bool  # white space after it
    doubled: bool  # directly after a mark of the same shape
    closes_others: bool  # stands where nothing but a closing mark can: after a full stop, before a space


def marks_of(text: str, paragraph: Paragraph) -> list[Mark]:
    """Return the possible marks of a paragraph in order, each with its costs."""
    found = list(_split(text, paragraph))
    marks: list[Mark] = []
    at = 0
    while at < len(found):
        stop = at + 1  # marks that touch share the neighbours of the whole run
        while stop < len(found) and found[stop][0] == found[stop - 1][1]:
            stop += 1
        before = kind_of(text, found[at][0] - 1, paragraph, -1)
        after = kind_of(text, found[stop - 1][1], paragraph, 1)
        for i in range(at, stop):
            doubled = i > at and found[i][2] == found[i - 1][2]
            marks.append(_mark(text, paragraph, found[i], before, after, doubled))
        at = stop
    return marks


def kind_of(text: str, at: int, paragraph: Paragraph, step: int) -> str:
    """Name the kind of the character at an offset, next to a mark on the side ``step`` points to."""
    if not paragraph.start <= at < paragraph.end:
        return "edge"
    c = text[at]
    if c.isalnum() or c in "$€£%#@&_*~":
        return "word"
    if c.isspace():
        return "space"
    if c == "…" or (c == "." and _is_dotted(text, at, step)):
        return "dots"
    if c in "([{<=|/":
        return "bracket"
    if c in "-–—―":
        return "dash"
    if c in ")]}>":
        return "closing"
    return "word" if unicodedata.category(c) in ("Mn", "Mc", "Sc", "So") else "stop"


def _is_dotted(text: str, at: int, step: int) -> bool:
    """Whether a full stop beside a mark is more than one: dots left out, or ".45" after a mark."""
    beyond = text[at + step : at + step + 1]
    if step > 0 and beyond == " ":
        return text.startswith(". .", at)
    return beyond == "." or (step > 0 and beyond.isalnum())


def _split(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and glyph of each mark; ''' is a single mark inside a double one."""
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        glyph = match.group()
        if glyph in GLYPHS:
            yield start, end, glyph
            continue
        closing = start > paragraph.start and not text[start - 1].isspace()
        if (end - start) % 2 and closing:
            yield start, start + 1, "'"
            start += 1
        for at in range(start, end - 1, 2):
            yield at, at + 2, "''"
        if (end - start) % 2:
            yield end - 1, end, "'"


def _mark(text: str, paragraph: Paragraph, found: tuple[int, int, str], before: str, after: str, doubled: bool) -> Mark:
    start, end, glyph = found
    shape = GLYPHS[glyph]
    # a shape that is made for its role outweighs odd neighbours
    opening = 0.4 if shape.closes else 1.0
    closing = 0.4 if shape.opens else 1.0
    opens = shape.opens + (OPENS_AFTER[before] + OPENS_BEFORE[after]) * opening
    closes = shape.closes + (CLOSES_AFTER[before] + CLOSES_BEFORE[after]) * closing
    skips = STRAY
    if shape.family == "single":
        opens, closes, skips = _single(text, found, before, after, opens, closes)
    elif before == "word" and text[start - 1].isdigit() and glyph in INCHES:
        feet = _FEET.search(text, max(paragraph.start, start - 8), start)
        closes, skips = (1.5, 0.0) if feet else (closes, 1.2)
    elif before == after == "word" and glyph == "''":
        skips = 0.0  # don''t, as databases write it
    if before == "space" and after == "word" and TAG.match(text, end, paragraph.end):
        opens, closes = opens + 2, 2.0  # "Go home "he said.
    if doubled and shape.family != "single":
        skips = 1.0
    return Mark(
        start, end, glyph, opens, closes, skips,
        initial=start == paragraph.start, apart=before == "space", padded=after == "space", doubled=doubled,
        closes_others=before == "stop" and after in ("space", "edge", "stop") and shape.closes == 0,
    )  # fmt: skip


def _single(
    text: str, found: tuple[int, int, str], before: str, after: str, opens: float, closes: float
) -> tuple[float, float, float]:
    """Weigh a single mark against an apostrophe: opens, closes, skips."""
    start, end, glyph = found
    if before == after == "word":
        return NEVER, NEVER, 0.0
    if before == "word":
        if not _ends_with_apostrophe(text, start):
            return opens, closes, 1.5
        return (opens, closes + 0.2, 1.0) if after in ("stop", "edge") else (opens, closes + 0.6, 0.3)
    if after == "word":
        if _starts_with_apostrophe(text, end):
            return opens + (1.5 if glyph != "’" else 0.5), closes, 0.3
        return opens, closes + 3.0 * (before == "space"), _leading(text, start, before, glyph)
    if before == "space" or glyph == "`":
        return opens, closes, 0.5 if after == "space" else 1.0
    return opens, closes, 0.5 if glyph == "´" else 3.0


def _leading(text: str, start: int, before: str, glyph: str) -> float:
    """The cost of skipping a single mark before a word: dearer where speech may begin."""
    if glyph in "’`":
        return 2.0
    if before == "edge" or text[max(0, start - 2) : start].rstrip()[-1:] in SPEECH_BEGINS_AFTER:
        return 3.5
    return 2.5 if glyph in "'＇" else WARN_ABOVE


def _ends_with_apostrophe(text: str, at: int) -> bool:
    """Whether the word before an offset may end in an apostrophe: workers', goin', ol', 6'."""
    if text[at - 1].isdigit() or text[at - 1] in "sSxzXZ":
        return True
    first = at
    while first > max(0, at - 12) and (text[first - 1].isalpha() or text[first - 1] in APOSTROPHES):
        first -= 1
    word = text[first:at].lower().replace("’", "'") + "'"
    return word.endswith("in'") or word in ELISIONS


def _starts_with_apostrophe(text: str, at: int) -> bool:
    """Whether the word after an offset may begin with an apostrophe: '90s, 'em, 'tis, 'n'."""
    if _YEAR.match(text, at):
        return True
    word = _WORD.match(text, at, at + 12)
    if word is None:
        return False
    plain = "'" + word.group().lower().replace("’", "'")
    return plain in ELISIONS or plain.rstrip("'") in ELISIONS
