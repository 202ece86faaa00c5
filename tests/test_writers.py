"""What comes out: JSON, JSON lines, CSV, tables; and that article text stays text in all of them."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import Any

import pytest
from handmade import TEXT, attribution, checked, document, span, who
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quotes.records import Document
from quotes.select import select
from quotes.table import LONGEST_WORDS, MOST_NOTES, Places, Screen, rule_table, tables
from quotes.visible import one_line, visible
from quotes.writers import COLUMNS, csv_rows, json_array, json_lines, safe_cell

PLAIN = Screen(width=100, colour=False)
HOSTILE = "“\x1b]0;x\x07 [bold red]y[/] \u202e\x9b31m :smile: <script> =1+1”"


def hostile() -> tuple[Document, str]:
    """A document whose every text is hostile."""
    inner = {"start": 1, "end": len(HOSTILE) - 1, "text": HOSTILE[1:-1]}
    whole = {"start": 0, "end": len(HOSTILE), "text": HOSTILE}
    person = {**who(), "name": HOSTILE, "titles": [HOSTILE], "affiliations": []}
    made = attribution(content=[whole], quoted=[inner], cue={**whole, "lemma": "x"}, source=whole, speaker=person)
    data = {
        "id": HOSTILE,
        "attributions": [made],
        "speakers": [],
        "quotations": [{**whole, "use": "term", "attribution": None}],
        "warnings": [{"code": "stray-mark", "start": 0, "end": 1, "message": HOSTILE}],
    }
    return Document.checked(HOSTILE, data), HOSTILE


def table_of(made: Document, text: str = TEXT, screen: Screen = PLAIN) -> str:
    return "".join(tables([(made, text)], screen))


def rows_of(made: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_rows([(made, TEXT)])), newline="")))


# JSON


def test_json_is_one_array_of_whole_documents() -> None:
    assert json.loads("".join(json_array([(checked(), TEXT), (checked(id="b"), TEXT)]))) == [
        document(),
        document(id="b"),
    ]
    assert json.loads("".join(json_array([]))) == []


def test_json_lines_are_one_document_a_line_with_every_key() -> None:
    lines = list(json_lines([(checked(), TEXT), (checked(id="b"), TEXT)]))
    assert [json.loads(line) for line in lines] == [document(), document(id="b")]
    assert "“We were" in lines[0]  # UTF-8, not escapes


@given(st.text(min_size=1))
def test_json_lines_are_single_lines_and_exact_for_any_text(text: str) -> None:
    whole = {"start": 0, "end": len(text), "text": text}
    quotation = {**whole, "use": "unclear", "attribution": None}
    made = Document.checked(
        text, {"id": "x", "attributions": [], "speakers": [], "quotations": [quotation], "warnings": []}
    )
    line = "".join(json_lines([(made, text)]))
    assert len(line.splitlines()) == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", line)
    assert Document.model_validate_json(line) == made


def test_writers_ask_for_one_document_at_a_time() -> None:
    def pairs() -> Any:
        yield checked(), TEXT
        raise AssertionError("asked for too much")

    for writer in (json_lines, json_array):
        assert "a1" in next(iter(writer(pairs())))


# CSV


def test_csv_has_one_attribution_a_row() -> None:
    first, second, third = rows_of(checked())
    assert list(first) == list(COLUMNS)
    assert first | {"content": None, "quoted": None} == dict.fromkeys(COLUMNS, "") | {
        "document": "article.txt",
        "id": "a1",
        "speaker": "Ana Ortiz",
        "speaker_kind": "person",
        "titles": "director",
        "affiliations": "Harbor Council (director)",
        "source": "Ana Ortiz",
        "cue": "said",
        "stance": "asserted",
        "kind": "direct",
        "frame": "statement",
        "content": None,
        "quoted": None,
        "start": "0",
        "end": "22",
        "confidence": "0.93",
        "explanation": "first_rule; second_rule",
        "speaker_confidence": "0.9",
        "runners_up": "",
    }
    assert first["content"] == "“We were never asked,”"
    assert first["quoted"] == "We were never asked,"
    assert (second["within"], third["within"], third["speaker"]) == ("a1", "a2", "")


def test_csv_joins_the_pieces_of_an_interrupted_content() -> None:
    pieces = [span("“We were"), span("asked,”")]
    inside = [span("We were"), span("asked,")]
    made = checked(attributions=[attribution(content=pieces, quoted=inside)], speakers=[], quotations=[])
    assert rows_of(made)[0]["content"] == "“We were … asked,”"


def test_csv_names_those_whom_an_open_source_may_mean() -> None:
    unsure = attribution(speaker=None, speaker_confidence=None, runners_up=["=Ann Lee", "Bob Ray"])
    row = rows_of(checked(attributions=[unsure], speakers=[], quotations=[]))[0]
    assert (row["speaker"], row["speaker_confidence"], row["runners_up"]) == ("", "", "'=Ann Lee; Bob Ray")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_never_begins_like_a_formula(sign: str) -> None:
    assert safe_cell(f"{sign}cmd()") == f"'{sign}cmd()"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a;=cmd()", "a;'=cmd()"),
        ("a\n=cmd()", "a\n'=cmd()"),
        ("one\n\ntwo\r\nthree", "one\n\ntwo\r\nthree"),
        ("1 + 1 = 2 - 0", "1 + 1 = 2 - 0"),
        ("ana@example.org", "ana@example.org"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("", ""),
    ],
)
def test_cells_change_where_they_must_and_nowhere_else(text: str, safe: str) -> None:
    assert safe_cell(text) == safe


@given(st.text(alphabet="=+-@;\t\r\n'\", ax＝", max_size=12))
def test_no_cell_that_any_separator_makes_begins_like_a_formula(text: str) -> None:
    assert not re.search(r"(^|[;\t\r\n])[=+\-@＝＋－＠]", safe_cell(text))


@given(st.text(st.characters(exclude_categories=["C"])), st.text(alphabet='",;\n a'))
def test_csv_reads_back_to_its_cells(word: str, marks: str) -> None:
    (row,) = rows_of(checked(id=word + marks, attributions=[attribution()], speakers=[], quotations=[]))
    assert row["document"].replace("'", "") == (word + marks).replace("'", "")


# Tables


def test_table_says_who_said_what_where() -> None:
    shown = table_of(checked())
    assert shown.startswith("article.txt\n")
    assert re.search(r"^ *1:1 .*Ana Ortiz, director.* said .* asserted .*“We were never asked,” +93%", shown, re.M)
    assert "Harbor" in shown and "Council" in shown
    assert re.search(r"^ *2:14 .* believes .*that the “fast lane” is over", shown, re.M)
    assert re.search(r"^ *3:19 .*The council \(who\?\).* plans .* to appeal", shown, re.M)
    assert re.search(r"no one's words above:\n +4:15  unclear  “Run$", shown, re.M)
    assert re.search(r"Damaged, and how it was read:\n +4:15  unclosed-quotation  read to the end$", shown, re.M)


def test_table_has_no_colour_and_fits_unless_it_goes_to_a_terminal() -> None:
    shown = table_of(checked())
    assert "\x1b" not in shown
    assert max(map(cell_len, shown.splitlines())) <= 100
    assert not any(line != line.rstrip() for line in shown.splitlines())


@pytest.mark.parametrize("colour", [False, True])
def test_table_shows_hostile_text_as_text(colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = table_of(*hostile(), screen=Screen(width=400, colour=colour))
    own = re.compile(r"\x1b\[[0-9;]*m")  # rich's, where there is colour
    assert bool(own.search(shown)) == colour
    bare = own.sub("", shown)
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in bare.replace("\n", ""))
    for words in ("\\x1b]0;x\\x07", "[bold", "red]y[/]", "\\u202e\\x9b31m", ":smile:"):
        assert bare.count(words) == 7, words  # id, name, title, cue, words, the note on marks, the warning


def test_table_of_nothing_says_so() -> None:
    made = checked(attributions=[], speakers=[], quotations=[], warnings=[])
    assert table_of(made) == "article.txt\n  no attributions\n"


def test_table_cuts_endless_words_and_lists() -> None:
    text = "“" + "never " * 200_000 + "”" + "“x” " * 1000
    whole = {"start": 0, "end": 1_200_002, "text": text[:1_200_002]}
    inner = {"start": 1, "end": 1_200_001, "text": text[1:1_200_001]}
    said = attribution(content=[whole], quoted=[inner], cue=None, source=None, speaker=None)
    loose = [
        {"start": i, "end": i + 3, "text": "“x”", "use": "term", "attribution": None}
        for i in range(1_200_002, len(text), 4)
    ]
    data = {"id": "x", "attributions": [said], "speakers": [], "quotations": loose, "warnings": []}
    shown = table_of(Document.checked(text, data), text)
    assert shown.count("never") < LONGEST_WORDS
    assert shown.count("“x”") == MOST_NOTES
    assert "… and 990 more" in shown


def test_places_count_lines_however_they_end() -> None:
    place = Places("a\r\nbc\rd\n\ne")
    assert [place(i) for i in (0, 3, 4, 6, 8, 9, 10)] == ["1:1", "2:1", "2:2", "3:1", "4:1", "5:1", "5:2"]


def test_rule_table_lists_every_rule() -> None:
    shown = rule_table([("said_before", "links", "Reads [this].", "“A,” she said.")], PLAIN)
    assert "said_before" in shown and "Reads [this]." in shown and "“A,” she said." in shown


# What is safe to show


@given(st.text())
def test_visible_text_has_no_control_left(text: str) -> None:
    shown = visible(text)
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]", shown)
    assert "\n" not in one_line(text) and "\r" not in one_line(text)


def test_visible_leaves_words_alone() -> None:
    text = "Zoë said: “नमस्ते, क\u200dष, 👩\u200d🚀”\n\tand left."
    assert visible(text) == text
    assert visible("\x1b[31m\u202e\U000e0041") == "\\x1b[31m\\u202e\\U000e0041"


# Keeping some


def ids(made: Document) -> list[str]:
    return [a.id for a in made.attributions]


@pytest.mark.parametrize(
    ("frames", "kinds", "kept"),
    [
        (None, None, ["a1", "a2"]),  # the belief has quotation marks
        ({"statement"}, None, ["a1"]),
        ({"statement", "intention"}, None, ["a1", "a3"]),
        ({"decision"}, None, []),
        (None, {"mixed"}, ["a2"]),
        ({"intention", "belief"}, {"indirect"}, ["a3"]),
    ],
)
def test_select_keeps_frames_and_kinds(frames: set[str] | None, kinds: set[str] | None, kept: list[str]) -> None:
    chosen = select(checked(), frames=frames, kinds=kinds)
    assert ids(chosen) == kept
    assert Document.checked(TEXT, chosen.model_dump()) == chosen  # nothing points at what was dropped


def test_select_keeps_a_document_as_it_is_when_nothing_goes() -> None:
    made = checked()
    every = {"statement", "belief", "intention"}
    assert select(made, frames=every) is made


def test_select_mends_what_pointed_at_the_dropped() -> None:
    made = checked()
    chosen = select(made, frames={"statement", "intention"})
    assert chosen.attributions[1].within == "a1"  # the nearest holder that is kept
    assert [q.attribution for q in chosen.quotations] == ["a1", None, None]
    assert [q.text for q in chosen.quotations] == [q.text for q in made.quotations]
    assert [s.attributions for s in chosen.speakers] == [["a1"]]
    assert select(made, frames={"intention"}).speakers == []
    assert select(made, frames={"intention"}).attributions[0].within is None
    assert chosen.warnings == made.warnings
