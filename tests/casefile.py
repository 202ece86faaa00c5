"""Reads cases: one line each, the text with inline tags; stripping the tags gives the input.

    {c|“I was there,”} {s Ann Ortiz|she} {v asserted|said {t|on Monday}}.

A tag is a letter, for several attributions in one line the digit of each it belongs to, and for
some an argument:

    c content, several fragments of one attribution repeating the tag
    s source; argument: the names of its speakers, joined by ``+``, or ``-`` for null
    v cue; argument: the stance
    a addressee    h channel    t time    r relayed_by
    q a quotation; argument: its use
    w a place warned about; argument: the code of the warning

Tags nest. An attribution's content, cue and source are always compared, so an untagged cue or
source has to be null; speakers, stance and the four details are compared where they are tagged,
and an empty tag (``{t|}``) says that the detail has to be null. The attributions have to be
complete: one that is not tagged is an extra; uses and warnings are compared where they are tagged.
``⏎`` stands for a newline, a backslash takes the next character as it is, ``#`` begins a comment
line. ``FAILS(reason) `` before a line marks a known failure, which is strict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quotes.records import Attribution, Document, Span

Offsets = tuple[int, int]
Mark = tuple[int, int, str]

NEWLINE = "⏎"
LABELS = "qw"
DETAILS = {"a": "addressee", "h": "channel", "t": "time", "r": "relayed_by"}
_FAILS = re.compile(r"FAILS\(([^)]*)\) ")
_TAG = re.compile(r"\{([csvahtrqw])(\d*)(?: ([^|{}]+))?\|")


class CaseError(ValueError):
    """A case line that cannot be read."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution of a case; ``None`` in speakers and stance stands for "not compared"."""

    content: tuple[Offsets, ...]
    cue: Offsets | None = None
    source: Offsets | None = None
    speakers: tuple[str, ...] | None = None
    stance: str | None = None
    details: tuple[tuple[str, Offsets | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the attributions, the uses of quotations and the warnings that it should give."""

    text: str
    said: tuple[Said, ...]
    labels: tuple[Mark, ...] = ()
    fails: str | None = None
    where: str = ""


# ---------------------------------------------------------------- reading


def read_cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of every ``*.txt`` in a folder, each knowing its file and line."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf8").split("\n"), 1):
            if line.strip() and not line.startswith("#"):
                where = f"{path.stem}:{number}"
                try:
                    yield replace(read(line), where=where)
                except CaseError as error:
                    raise CaseError(f"{where}: {error}") from None


def read(line: str) -> Case:
    """Read one line.

    Raises:
        CaseError: a tag is left open, closed twice or unknown, or an attribution has no content.
    """
    known = _FAILS.match(line)
    text, tags = _strip(line[known.end() if known else 0 :])
    numbers = sorted({digit for _, digits, *_ in tags for digit in digits})
    said = [_said(number, [tag for tag in tags if number in tag[1]]) for number in numbers]
    labels = tuple(sorted((start, end, f"{tag} {arg}") for tag, _, start, end, arg in tags if tag in LABELS))
    return Case(text, tuple(sorted(said, key=_order)), labels, known[1] if known else None)


def _strip(line: str) -> tuple[str, list[tuple[str, str, int, int, str]]]:
    """Take the tags out: the text, and (letter, digits, start, end, argument) of each."""
    out: list[str] = []
    opened: list[tuple[str, str, int, str]] = []
    tags = []
    i = 0
    while i < len(line):
        char, match = line[i], _TAG.match(line, i)
        i = match.end() if match else i + 1
        if match:
            letter, digits, argument = match.groups(default="")
            opened.append((letter, "" if letter in LABELS else digits or "1", len(out), argument))
        elif char == "}":
            if not opened:
                raise CaseError(f"nothing to close after {''.join(out)[-20:]!r}")
            letter, digits, start, argument = opened.pop()
            tags.append((letter, digits, start, len(out), argument))
        elif char == "{":
            raise CaseError(f"not a tag: {line[i - 1 : i + 20]!r}")
        elif char == "\\":
            out.append(line[i : i + 1])
            i += 1
        else:
            out.append("\n" if char == NEWLINE else char)
    if opened:
        raise CaseError(f"a tag {opened[-1][0]!r} is left open")
    return "".join(out), tags


def _said(number: str, tags: list[tuple[str, str, int, int, str]]) -> Said:
    places = {
        letter: sorted((s, e) for tag, _, s, e, _ in tags if tag == letter) for letter in "csv" + "".join(DETAILS)
    }
    arguments = {tag: argument for tag, _, _, _, argument in tags if argument}
    if not places["c"]:
        raise CaseError(f"attribution {number} has no content")
    if twice := [letter for letter, spans in places.items() if letter != "c" and len(spans) > 1]:
        raise CaseError(f"attribution {number} has two tags {twice[0]!r}")
    names = arguments.get("s")
    return Said(
        tuple(places["c"]),
        next(iter(places["v"]), None),
        next(iter(places["s"]), None),
        None if names is None else () if names == "-" else tuple(re.split(r"\s*\+\s*", names)),
        arguments.get("v"),
        tuple((d, places[d][0] if places[d][0][0] < places[d][0][1] else None) for d in DETAILS if places[d]),
    )


def _order(said: Said) -> tuple[tuple[Offsets, ...], Offsets]:
    return said.content, said.cue or (0, 0)


# ---------------------------------------------------------------- comparing


def observed(case: Case, document: Document) -> Case:
    """Say what a document gives for a case, in the case's order and only as far as it compares."""
    pairs = _pairs(case.said, document.attributions)
    found = [_seen(want, document.attributions[pairs[i]]) for i, want in enumerate(case.said) if i in pairs]
    extra = [_seen(Said(()), a) for j, a in enumerate(document.attributions) if j not in pairs.values()]
    labels = tuple((start, end, _label(start, end, label, document)) for start, end, label in case.labels)
    return replace(case, said=tuple(found + extra), labels=labels)


def _label(start: int, end: int, wanted: str, document: Document) -> str:
    """The use of the quotation that stands there; the wanted warning if one touches the stretch."""
    if wanted.startswith("w"):
        codes = [f"w {warning.code}" for warning in document.warnings if warning.start < end and start < warning.end]
        return wanted if wanted in codes else next(iter(codes), "w none")
    return next((f"q {q.use}" for q in document.quotations if (q.start, q.end) == (start, end)), "q none")


def _pairs(wanted: tuple[Said, ...], found: list[Attribution]) -> dict[int, int]:
    scored = []
    for i, want in enumerate(wanted):
        a = {c for start, end in want.content for c in range(start, end)}
        for j, got in enumerate(found):
            b = {c for span in got.content for c in range(span.start, span.end)}
            if shared := len(a & b):
                scored.append((shared / len(a | b), _place(got.cue) == want.cue, -i, -j))
    pairs: dict[int, int] = {}
    for *_, i, j in sorted(scored, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _seen(want: Said, got: Attribution) -> Said:
    speakers = tuple(who.name for who in [got.speaker, *got.co_speakers] if who)
    return Said(
        tuple((span.start, span.end) for span in got.content),
        _place(got.cue),
        _place(got.source),
        None if want.speakers is None else speakers,
        None if want.stance is None else got.stance,
        tuple((letter, _place(getattr(got, DETAILS[letter]))) for letter, _ in want.details),
    )


def _place(span: Span | None) -> Offsets | None:
    return (span.start, span.end) if span else None


# ---------------------------------------------------------------- writing


def written(case: Case) -> str:
    """Write a case back into its notation: ``read(written(case)) == case`` but for fails and where."""
    marks = list(case.labels)
    nulls = []
    for number, said in enumerate(case.said, 1):
        digit = str(number) if len(case.said) > 1 else ""
        names = "" if said.speakers is None else " " + (" + ".join(said.speakers) or "-")
        marks += [(*place, f"c{digit}") for place in said.content]
        marks += [(*said.cue, f"v{digit} {said.stance or ''}".rstrip())] if said.cue else []
        marks += [(*said.source, f"s{digit}{names}")] if said.source else []
        marks += [(*place, f"{letter}{digit}") for letter, place in said.details if place]
        nulls += [f"{{{letter}{digit}|}}" for letter, place in said.details if not place]
    return _tagged(case.text, marks) + "".join(nulls)


def _tagged(text: str, marks: list[Mark]) -> str:
    """Put tags around stretches; where two cross, the braces still stand at their places."""
    marks = sorted(marks, key=lambda mark: (mark[0], -mark[1]))
    closing = sorted((end for _, end, _ in marks), reverse=True)
    out = []
    for i in range(len(text) + 1):
        while closing and closing[-1] == i:
            out.append("}")
            closing.pop()
        while marks and marks[0][0] == i:
            out.append(f"{{{marks.pop(0)[2]}|")
        out.append(re.sub(r"([\\{}⏎])", r"\\\1", text[i : i + 1]).replace("\n", NEWLINE))
    return "".join(out)
