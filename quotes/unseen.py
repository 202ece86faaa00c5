"""Docs without some of their tokens, and those put back: what the parser is not to see."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LENGTH, SENT_START, TAG
from spacy.tokens import Doc

from quotes.tree import length_of

Whole = tuple[Doc, list[int]]
"""A doc with all its tokens, and which of them the parser sees."""

COLUMNS = [TAG, DEP, HEAD, SENT_START]


def without(doc: Doc, begin: int, marks: Set[int]) -> tuple[Doc, Whole | None]:
    """Return a doc without the tokens that are marks, and what ``put_back`` needs if there are any.

    ``marks`` are offsets in the text in which the doc begins at ``begin``.
    """
    if marks.isdisjoint(range(begin, begin + length_of(doc))):
        return doc, None
    places = [(begin + at, begin + at + size - 1) for at, size in doc.to_array([IDX, LENGTH]).tolist()]
    kept = [i for i, (first, last) in enumerate(places) if first not in marks or last not in marks]
    if not kept or len(kept) == len(doc):
        return doc, None
    spaces = [
        bool(doc[i].whitespace_) or follower != i + 1 for i, follower in zip(kept, [*kept[1:], len(doc)], strict=True)
    ]
    seen = Doc(doc.vocab, words=[doc[i].text for i in kept], spaces=spaces)
    starts: Any = np.maximum.reduceat(doc.to_array([SENT_START]), [0, *(i + 1 for i in kept[:-1])])
    return seen.from_array([SENT_START], starts), (doc, kept)


def put_back(seen: Doc, whole: Whole) -> Doc:
    """Return the whole doc with the parse of what the parser saw of it.

    A mark that opens hangs on the word after it, one that closes on the word before.
    """
    doc, kept = whole
    found = seen.to_array(COLUMNS).astype("int64")
    place = np.array(kept)
    rows = np.zeros((len(doc), len(COLUMNS)), dtype="int64")
    rows[:, 3] = -1
    rows[place] = found
    rows[place, 2] = place[np.arange(len(kept)) + found[:, 2]] - place
    strings = doc.vocab.strings
    opening, closing, punct = (strings.as_int(strings.add(label)) for label in ("``", "''", "punct"))
    known = set(kept)
    for i in sorted(set(range(len(doc))) - known):
        after = int(np.searchsorted(place, i))
        opens = after < len(kept) and (after == 0 or not doc[i].whitespace_)
        head = kept[after] if opens else kept[after - 1]
        rows[i, :3] = _signed(opening if opens else closing), _signed(punct), head - i
        if opens and rows[head, 3] == 1:
            rows[i, 3], rows[head, 3] = 1, -1
    columns: Any = rows.astype("uint64")
    return doc.from_array(COLUMNS, columns)


def _signed(key: int) -> int:
    """A 64-bit key as the signed number with the same bits."""
    return key - (1 << 64) if key >= 1 << 63 else key
