"""Documents as JSON, JSON lines, CSV and tables.

Each writer takes pairs of a document and its text, lazily, and yields the output piece by piece.
Article text stays text in all of them. In JSON, what could drive a terminal (C1 controls) or
break a line (U+2028, U+2029, U+0085) is written as a JSON escape, which reads back to the same
character. For CSV see ``csv_rows``, for tables ``quotes.table``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from quotes.records import Attribution, Document, Span, Who
from quotes.visible import visible

Pairs = Iterable[tuple[Document, str]]
"""Documents, each with the text that its offsets count in."""

BETWEEN = "; "
"""What separates several values in one cell."""

GAP = " … "
"""What separates the pieces of one interrupted content."""

_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029]")
_STARTS_FORMULA = re.compile(r"^(?=[\t\r\n])|(?:^|(?<=[;\t\r\n]))(?=[=+\-@＝＋－＠])")

COLUMNS: dict[str, Callable[[Document, Attribution], Any]] = {
    "document": lambda d, a: d.id,
    "id": lambda d, a: a.id,
    "speaker": lambda d, a: a.speaker and a.speaker.name,
    "speaker_kind": lambda d, a: a.speaker and a.speaker.kind,
    "titles": lambda d, a: a.speaker and BETWEEN.join(a.speaker.titles),
    "affiliations": lambda d, a: a.speaker and BETWEEN.join(affiliations(a.speaker)),
    "co_speakers": lambda d, a: BETWEEN.join(who.name for who in a.co_speakers),
    "source": lambda d, a: _text(a.source),
    "cue": lambda d, a: _text(a.cue),
    "stance": lambda d, a: a.stance,
    "kind": lambda d, a: a.kind,
    "frame": lambda d, a: a.frame,
    "content": lambda d, a: GAP.join(span.text for span in a.content),
    "quoted": lambda d, a: GAP.join(span.text for span in a.quoted),
    "start": lambda d, a: a.content[0].start,
    "end": lambda d, a: a.content[-1].end,
    "addressee": lambda d, a: _text(a.addressee),
    "channel": lambda d, a: _text(a.channel),
    "time": lambda d, a: _text(a.time),
    "relayed_by": lambda d, a: _text(a.relayed_by),
    "within": lambda d, a: a.within,
    "confidence": lambda d, a: a.confidence,
    "explanation": lambda d, a: BETWEEN.join(a.explanation),
    "speaker_confidence": lambda d, a: a.speaker_confidence,
    "runners_up": lambda d, a: BETWEEN.join(a.runners_up),
}
"""The columns of the CSV, and where each comes from."""


def json_array(pairs: Pairs) -> Iterator[str]:
    """One JSON array of documents, indented."""
    before = "[\n"
    for document, _ in pairs:
        yield before + _json(document, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def json_lines(pairs: Pairs) -> Iterator[str]:
    """One document a line."""
    for document, _ in pairs:
        yield _json(document) + "\n"


def _json(document: Document, indent: int | None = None) -> str:
    return _UNSAFE_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", document.model_dump_json(indent=indent))


def csv_rows(pairs: Pairs) -> Iterator[str]:
    """One attribution a row, after a row of column names; empty cells where there is nothing.

    A cell that a spreadsheet would take for a formula, for it begins with ``=``, ``+``, ``-``, ``@`` (full-width
    forms too), tab or line break, gets an apostrophe in front. So does such a sign after a semicolon, tab or
    line break within a cell: a spreadsheet that splits there would make it the beginning of one. Control
    characters are shown as escapes. For words to the character, and for programs, there is JSON.
    """
    yield _csv_row(COLUMNS)
    for document, _ in pairs:
        for attribution in document.attributions:
            yield _csv_row(column(document, attribution) for column in COLUMNS.values())


def _csv_row(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(safe_cell(c) if isinstance(c, str) else c for c in cells)
    return line.getvalue()


def safe_cell(text: str) -> str:
    """Make a text harmless as a spreadsheet's cell, as ``csv_rows`` tells."""
    return _STARTS_FORMULA.sub("'", visible(text))


def affiliations(speaker: Who) -> list[str]:
    """Write each affiliation with its office: ``Wilson Center (director)``, ``Navy (former pilot)``."""
    out = []
    for body in speaker.affiliations:
        office = " ".join(["former"] * body.former + [body.title or ""]).strip()
        out.append(f"{body.organization} ({office})" if office else body.organization)
    return out


def _text(span: Span | None) -> str | None:
    return span.text if span else None
