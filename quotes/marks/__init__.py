"""Pairs quotation marks, damage and all: the second stage, on the text and its paragraphs.

A mark may open, close or be skipped (an apostrophe, inches, a stray). What its shape and its
neighbours say about that is a cost for each of the three (glyphs.py, costs.py); of all ways
to read the marks of a text, the cheapest is taken (reading.py) and told as stretches, with a
damage for whatever was not as it should be (stretches.py). Marks around a part of a sentence are
told apart, for the parser is better off without them (woven.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.marks.costs import marks_of
from quotes.marks.reading import cheapest_reading
from quotes.marks.stretches import Builder
from quotes.marks.woven import woven_marks
from quotes.spans import Damage, Paragraph, Stretch

__all__ = ["find_quotations", "woven_marks"]


def find_quotations(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Stretch], list[Damage]]:
    """Find every stretch inside quotation marks, and everything broken about the marks.

    Stretches are ordered by start, any two disjoint or nested, each within one paragraph;
    damages are ordered by start. Offsets are code points of ``text``. No text makes this
    raise, damage in one paragraph leaves the others alone, and time is linear.
    """
    marks = [marks_of(text, paragraph) for paragraph in paragraphs]
    builder = Builder(text, paragraphs)
    for step in cheapest_reading(text, paragraphs, marks):
        builder.take(step)
    return builder.result()
