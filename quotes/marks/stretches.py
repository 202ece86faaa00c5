"""A reading told as stretches, with a damage for whatever was not as it should be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotes.marks.costs import WARN_ABOVE, Mark
from quotes.marks.glyphs import APOSTROPHES, GLYPHS, REGULAR_PAIRS
from quotes.marks.reading import Step
from quotes.marks.voice import reporters_voice
from quotes.spans import Damage, Offsets, Paragraph, Stretch

UNCLOSED = "This quotation is never closed; it was read as ending {}."
UNREPEATED = "This quotation goes on in the next paragraph without a new opening mark; it was read as one quotation."
STRAY = "This quotation mark has no partner; it was read as a slip and left out."
EMPTY = "Nothing stands between these quotation marks; they were read as a slip and left out."
DOUBLED = "This quotation mark is typed twice; it was read as one."
OPENER_SWAPPED = "This closing quotation mark stands where one opens; it was read as opening."
CLOSER_SWAPPED = "This opening quotation mark stands where one closes; it was read as closing."
MISMATCH = "This mark is of another kind than the one that opened the quotation; it was read as closing it."
APART = "This closing quotation mark stands apart from its words; it was read as closing the quotation."
PUNCTUATION = "This punctuation repeats what stands before the closing quotation mark; it was read as a slip."

SWAPPED = 2.0
"""A shape that costs this much in a role is made for the other role."""

_SUBSTANCE = re.compile(r"[^\s.,;'\"“”‘’]")
_ABBREVIATION = re.compile(r"(?:\b\w\.|\.\.|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|St|Mr|Mrs|Ms|Dr|etc|vs|No)\.)$")


@dataclass(frozen=True, slots=True)
class Open:
    """A quotation that has begun: where its stretch starts in this paragraph, and its words do."""

    start: int
    inner: int
    mark: Mark


class Builder:
    """Takes the steps of a reading in order and keeps what they say."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._text = text
        self._next = {p.start: q.start for p, q in pairwise(paragraphs)}
        self._open: list[Open] = []
        self._stretches: list[Stretch] = []
        self._damages: list[Damage] = []

    def take(self, step: Step) -> None:
        """Follow one step."""
        where = step.where
        for _ in range(step.drops):
            self._leave_unclosed(self._open.pop(), where)
        if isinstance(where, Paragraph):
            if step.action != "drop":
                self._carry_over(self._open.pop(), where, repeated=step.action == "continue")
        elif step.action == "close":
            self._close(self._open.pop(), where)
        elif step.action == "skip":
            self._skip(where)
        else:
            self._open.append(Open(where.start, where.end, where))

    def result(self) -> tuple[list[Stretch], list[Damage]]:
        """Return the stretches, sorted and with their depths, and the sorted damages."""
        stretches: list[Stretch] = []
        around: list[int] = []  # ends of the stretches that hold the current one
        for stretch in sorted(self._stretches, key=lambda s: (s.start, -s.end)):
            while around and around[-1] <= stretch.start:
                around.pop()
            stretches.append(replace(stretch, depth=len(around)) if around else stretch)
            around.append(stretch.end)
        return stretches, sorted(self._damages, key=lambda d: (d.start, d.end))

    def _keep(self, start: int, end: int, inner: Offsets, closed: bool = True, continues: bool = False) -> None:
        self._stretches.append(Stretch(start, end, inner, 0, closed, continues))

    def _warn(self, code: str, start: int, end: int, message: str) -> None:
        self._damages.append(Damage(code, start, end, message))

    def _words(self, start: int, end: int) -> Offsets:
        """The offsets without the white space at either end."""
        while end > start and self._text[end - 1].isspace():
            end -= 1
        while start < end and self._text[start].isspace():
            start += 1
        return start, end

    def _close(self, opened: Open, mark: Mark) -> None:
        inner = self._words(opened.inner, mark.start)
        if not _SUBSTANCE.search(self._text, *inner):
            self._warn("stray-mark", opened.start, mark.end, EMPTY)
            return
        self._check_opener(opened.mark)
        shape, pair = GLYPHS[mark.glyph], opened.mark.glyph + mark.glyph
        swapped = shape.closes >= SWAPPED and pair not in REGULAR_PAIRS
        displaced = mark.apart and not opened.mark.padded and "angle" not in shape.family
        # an opening mark that stands by itself belongs to no word: ‘… capability. “.’ ends before it
        self._keep(opened.start, inner[1] if displaced and swapped else mark.end, inner)
        if swapped:
            self._warn("swapped-mark", mark.start, mark.end, CLOSER_SWAPPED)
        elif shape.family != GLYPHS[opened.mark.glyph].family:
            self._warn("swapped-mark", mark.start, mark.end, MISMATCH)
        elif displaced and self._text[inner[1] - 1] not in APOSTROPHES:  # ‘go,’ ” is how some set it
            self._warn("stray-mark", mark.start, mark.end, APART)
        elif self._text[inner[1] - 1] in ".,":
            self._check_punctuation(inner, mark)

    def _check_opener(self, mark: Mark) -> None:
        if GLYPHS[mark.glyph].opens >= SWAPPED:
            self._warn("swapped-mark", mark.start, mark.end, OPENER_SWAPPED)

    def _check_punctuation(self, inner: Offsets, mark: Mark) -> None:
        """Warn of the second stop in "their rule.”." but not in "the “U.S.”."."""
        beyond = self._text[mark.end : mark.end + 2]
        repeated = beyond[:1] in (".", ",") and not (beyond[1:].isalnum() or beyond[1:] == ".")
        if repeated and not _ABBREVIATION.search(self._text, max(inner[0], inner[1] - 8), inner[1]):
            self._warn("stray-punctuation", mark.end, mark.end + 1, PUNCTUATION)

    def _skip(self, mark: Mark) -> None:
        if mark.doubled and GLYPHS[mark.glyph].family == "double":
            self._double(mark)
        elif mark.skips >= WARN_ABOVE:
            self._warn("stray-mark", mark.start, mark.end, STRAY)

    def _double(self, mark: Mark) -> None:
        """Take a mark that is typed twice into the stretch that the first one opens or closes."""
        if self._open and self._open[-1].inner == mark.start:
            self._open[-1] = replace(self._open[-1], inner=mark.end)
        elif self._stretches and self._stretches[-1].end == mark.start:
            self._stretches[-1] = replace(self._stretches[-1], end=mark.end)
        elif self._damages and self._damages[-1].end == mark.start:
            return  # the first one is a stray already
        self._warn("doubled-mark", mark.start, mark.end, DOUBLED)

    def _leave_unclosed(self, opened: Open, before: Mark | Paragraph) -> None:
        last = isinstance(before, Paragraph)
        inner = self._words(opened.inner, before.end if last else before.start)
        if not _SUBSTANCE.search(self._text, *inner):
            self._warn("stray-mark", opened.mark.start, opened.mark.end, STRAY)
            return
        self._check_opener(opened.mark)
        voice = self._voice(*inner)
        place = "with its paragraph" if last else "before the next mark"
        if voice is not None:
            place = "where the reporter takes over"
            inner = self._words(inner[0], voice)
        self._keep(opened.start, inner[1], inner, closed=False)
        self._warn("unclosed-quotation", opened.mark.start, opened.mark.end, UNCLOSED.format(place))

    def _voice(self, start: int, end: int) -> int | None:
        """Where the reporter takes over, looked for outside the stretches that stand within."""
        first = len(self._stretches)
        while first and self._stretches[first - 1].start >= start:
            first -= 1
        at = start
        for stretch in sorted(self._stretches[first:], key=lambda s: (s.start, -s.end)):
            if stretch.start > at and (voice := reporters_voice(self._text, at, stretch.start)) is not None:
                return voice
            at = max(at, stretch.end)
        return reporters_voice(self._text, at, end)

    def _carry_over(self, opened: Open, paragraph: Paragraph, repeated: bool) -> None:
        inner = self._words(opened.inner, paragraph.end)
        if _SUBSTANCE.search(self._text, *inner):
            self._keep(opened.start, inner[1], inner, continues=True)
        if not repeated:
            if opened.start == opened.mark.start:
                self._check_opener(opened.mark)
                self._warn("unrepeated-mark", opened.mark.start, opened.mark.end, UNREPEATED)
            start = self._next[paragraph.start]
            self._open.append(Open(start, start, opened.mark))
