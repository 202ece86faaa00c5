"""Documents as tables for people: what was said, by whom, where.

Article text is shown on as many lines as it needs, never as markup, and with its control
characters as escapes. Places are ``line:column`` of the text, both from 1, columns in code points.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quotes.records import Attribution, Quotation, Warning, Who
from quotes.visible import one_line
from quotes.writers import GAP, Pairs, affiliations

LONGEST_WORDS = 2000
"""Code points of one content that a table shows; what is longer ends in "…"."""

LONGEST_NOTE = 60
MOST_NOTES = 10


class Screen:
    """Turns rich's tables into strings of a given width, with or without colour."""

    def __init__(self, *, width: int, colour: bool) -> None:
        self._width = width
        self._colour = colour

    def shown(self, *parts: RenderableType) -> str:
        """Render the parts one below the other."""
        file = io.StringIO()
        console = Console(
            file=file, width=self._width, force_terminal=self._colour, markup=False, emoji=False, highlight=False
        )
        console.print(*parts, sep="\n")
        # Cells are padded to the column's width; at the end of a line that is only noise.
        return "\n".join(line.rstrip() for line in file.getvalue().split("\n")).rstrip("\n") + "\n"


class Places:
    """Finds the line and column of an offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text))]

    def __call__(self, offset: int) -> str:
        """Return ``line:column`` of a code point, both from 1."""
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"


def tables(pairs: Pairs, screen: Screen) -> Iterator[str]:
    """One table a document, under its id, then notes on other quotation marks and on damage."""
    before = ""
    for document, text in pairs:
        place = Places(text)
        listed = _attributions(document.attributions, place) if document.attributions else Text("  no attributions")
        yield before + screen.shown(
            Text(one_line(document.id), style="bold"),
            listed,
            *_note("In quotation marks, and no one's words above:", _other_marks(document.quotations, place)),
            *_note("Damaged, and how it was read:", _damage(document.warnings, place)),
        )
        before = "\n"


def _attributions(attributions: Iterable[Attribution], place: Places) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("where", style="dim", no_wrap=True)
    table.add_column("speaker", min_width=12, max_width=32, overflow="fold")
    table.add_column("cue", min_width=8, max_width=20, overflow="fold")
    table.add_column("stance", no_wrap=True)
    table.add_column("words", min_width=20, overflow="fold")
    table.add_column("sure", no_wrap=True, justify="right", style="dim")
    for a in attributions:
        words = _cut(GAP.join(span.text for span in a.content), LONGEST_WORDS)
        table.add_row(
            place(a.content[0].start),
            _speakers(a),
            Text(one_line(a.cue.text) if a.cue else ""),
            a.stance,
            Text(words),
            f"{a.confidence:.0%}",
        )
    return table


def _speakers(a: Attribution) -> Text:
    """Name, titles and bodies of whoever spoke; the mention alone where the text does not settle it."""
    if a.speaker is None:
        return Text(f"{one_line(a.source.text)} (who?)" if a.source else "", style="italic")
    return Text("\n").join(_speaker(who) for who in [a.speaker, *a.co_speakers])


def _speaker(who: Who) -> Text:
    text = Text(one_line(who.name), style="bold")
    bodies = [a.organization for a in who.affiliations] if who.titles else affiliations(who)
    titles = who.titles if who.kind != "group" else []  # the name of a group holds its title
    if rest := [one_line(words) for words in [*titles, *bodies]]:
        text.append(", " + ", ".join(rest), style="not bold")
    return text


def _other_marks(quotations: Iterable[Quotation], place: Places) -> list[str]:
    loose = [q for q in quotations if q.attribution is None]
    return [f"{place(q.start)}  {q.use}  {_cut(q.text, LONGEST_NOTE)}" for q in loose]


def _damage(warnings: Iterable[Warning], place: Places) -> list[str]:
    return [f"{place(w.start)}  {w.code}  {_cut(w.message, 3 * LONGEST_NOTE)}" for w in warnings]


def _note(title: str, lines: list[str]) -> list[RenderableType]:
    """A short list under a table; nothing where there is nothing to list."""
    if not lines:
        return []
    more = [f"… and {len(lines) - MOST_NOTES} more"] if len(lines) > MOST_NOTES else []
    body = "\n".join(lines[:MOST_NOTES] + more)
    return [Text("  " + title, style="dim"), Padding(Text(body, style="dim"), (0, 0, 0, 4))]


def _cut(text: str, most: int) -> str:
    # Twice as much is enough to fill the line whatever white space there is, and spares the rest.
    line = one_line(text[: 2 * most])
    return line if len(line) <= most and len(text) <= 2 * most else line[: most - 1] + "…"


def rule_table(rows: Iterable[tuple[str, str, str, str]], screen: Screen) -> str:
    """List rules: name, stage, what it reads, the sentence it is for."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for title, ratio in (("rule", 2), ("stage", 1), ("reads", 4), ("example", 4)):
        table.add_column(title, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return screen.shown(table)
