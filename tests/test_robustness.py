"""Hostile texts: nothing raises and every span slices. How time grows is measured in benchmarks/robustness.py."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

import quotes
from quotes.layout import paragraphs
from quotes.marks import find_quotations
from quotes.records import Document, spans_of

CASES: dict[str, Callable[[int], str]] = runpy.run_path(
    str(Path(__file__).parents[1] / "benchmarks" / "robustness.py"), run_name="robustness"
)["CASES"]

SMALL = 4_000
LARGE = 200_000
every_case = pytest.mark.parametrize("case", CASES)


def read(text: str) -> Document:
    document = quotes.extract(text)
    for span in spans_of(document):
        assert text[span.start : span.end] == span.text
    return document


@every_case
def test_every_text_can_be_read(case: str) -> None:
    text = CASES[case](SMALL)
    assert len(text) == SMALL
    document = read(text)
    data = json.loads(json.dumps(document.model_dump()))
    assert Document.checked(text, data) == document


@pytest.mark.parametrize("case", ["one run of a letter", "one run of slashes", "blank lines", "spaces"])
def test_large_texts_without_words(case: str) -> None:
    assert read(CASES[case](LARGE)).attributions == []


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\x00", "\ud800", "\ufeff", "“", "“”", "\u2028", "💧"])
def test_next_to_nothing(text: str) -> None:
    document = read(text)
    assert document.attributions == []
    assert document.speakers == []


def test_ten_thousand_quotations_in_a_paragraph_are_paired() -> None:
    text = CASES["quotations in a paragraph"](10_000 * 26)
    quotations, damage = find_quotations(text, paragraphs(text))
    assert len(quotations) == 10_000
    assert damage == []


SAID = [
    ("surrogates", "“We\ud800 go,” said Ana Ortiz\udfff, the mayor."),
    ("nulls", "“We\x00 go,” said Ana Ortiz, the mayor.\x00"),
    ("mixed line ends", "Talks end.\r\n“We go,” said Ana Ortiz, the mayor.\rAll went.\x85So did she.\u2028"),
    ("right-to-left marks", "\u200f\u202b“We go,”\u202c said Ana Ortiz, the mayor.\u200e"),
    ("zero-width characters", "\ufeff“We\u200b go,” said Ana Ortiz, the mayor."),
    ("combining characters", "“We g\u0301o\u0301,” said Ana Ortiz, the mayor."),
    ("emoji", "💧👩‍👩‍👧‍👦 “We go 🇪🇺,” said Ana Ortiz, the mayor."),
    ("escapes", "\x1b[31m“We go,” said Ana Ortiz, the mayor.\x1b[0m"),
]


@pytest.mark.parametrize(("what", "text"), SAID, ids=[what for what, _ in SAID])
def test_offsets_are_code_points_of_the_text_as_given(what: str, text: str) -> None:
    (attribution,) = read(text).attributions
    assert attribution.content[0].text == text[text.index("“") : text.index("”") + 1]
    assert attribution.source is not None
    assert attribution.source.text.startswith("Ana Ortiz")


@pytest.mark.parametrize(
    "text",
    [
        "He told of the report which says officials of whom he met and left.",
        "The crowd named which officials of which the mill said it rained.",
        "Ann Lee, head of the NWA of",
        "The Committee to",
        "Lee was elected ",
        "Ann Lee, who was named ",
        "(R-OH) said no. Lee",
        "That said,",
        "Bob Lee Jr. of the Jr. Jr.",
        "Four in. 10 percent who of the Lees",
        "Ann Lee, head of the office " + "of the office " * 60 + ", said it rained.",
    ],
)
def test_what_once_raised_an_error_or_took_long_is_read(text: str) -> None:
    read(text)
