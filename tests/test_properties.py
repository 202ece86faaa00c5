"""What holds for every text: nothing raises, every span slices, the records agree with each other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from casefile import read_cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import quotes
from quotes.records import Document, Quotation, Span, kind_of, spans_of

MARKS = [*"“”\"„‟«»‹›‘’'‚`´＂「」", "``", "''", "“ ", " ”"]
STRANGE = [*"\n\t\x00\u200b\u202e\u2028\ufeff\u00a0", "\n\n", "\r\n", "\x1b[31m", "e\u0301", "****", "U. S. S.", "💧"]
NAMES = ["Ana Ortiz", "Mayor Ben Lee", "she", "Zoë", "WALLIS:", "who", "workers'", "the '90s", "6'2\""]
CUES = ["said", "told Radio Nord", "denied that", "according to", "adding that", "—", ":", ", ", ". ", "?"]
PIECES = MARKS + STRANGE + NAMES + CUES
TEXTS = [case.text for case in read_cases(Path(__file__).parent / "cases")]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """News-like text: a few cases one after the other, with pieces put in, left out and written over."""
    joints = st.sampled_from([" ", "\n", "\n\n"])
    text = "".join(draw(st.sampled_from(TEXTS)) + draw(joints) for _ in range(draw(st.integers(1, 6))))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.sampled_from([0, 0, 1, 7])) :]
    return text


scraps = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = damaged() | damaged() | scraps | st.text(max_size=200)

modest = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@modest
@given(texts)
def test_every_span_slices(text: str) -> None:
    for span in spans_of(quotes.extract(text)):
        assert text[span.start : span.end] == span.text
        assert 0 <= span.start < span.end <= len(text)


@modest
@given(texts)
def test_the_json_reads_back(text: str) -> None:
    document = quotes.extract(text, id="one")
    data: dict[str, Any] = json.loads(document.model_dump_json())
    assert Document.checked(text, data) == document
    assert document.id == "one"


@modest
@given(texts)
def test_attributions_are_ordered_named_and_of_their_kind(text: str) -> None:
    found = quotes.extract(text).attributions
    starts = [a.content[0].start for a in found]
    assert starts == sorted(starts)
    assert [a.id for a in found] == [f"a{i}" for i in range(1, len(found) + 1)]
    for a in found:
        assert a.kind == kind_of([s.text for s in a.content], [s.text for s in a.quoted])
        assert a.explanation
        assert a.within != a.id
        for before, after in zip(a.content, a.content[1:], strict=False):
            assert before.end <= after.start
        assert all(any(c.start <= q.start and q.end <= c.end for c in a.content) for q in a.quoted)


@modest
@given(texts)
def test_quotations_are_sorted_and_nest(text: str) -> None:
    document = quotes.extract(text)
    open_: list[Quotation] = []
    for q in document.quotations:
        while open_ and open_[-1].end <= q.start:
            open_.pop()
        assert not open_ or q.end <= open_[-1].end
        open_.append(q)
    order = [(q.start, -q.end) for q in document.quotations]
    assert order == sorted(order)


@modest
@given(texts)
def test_the_ledger_agrees_with_the_attributions(text: str) -> None:
    document = quotes.extract(text)
    ledger = {speaker.id: speaker for speaker in document.speakers}
    assert len(ledger) == len(document.speakers)
    for a in document.attributions:
        for who in [a.speaker, *a.co_speakers]:
            if who is not None:
                assert a.id in ledger[who.id].attributions
                assert who.name == ledger[who.id].name


@modest
@given(texts)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert quotes.extract(text) == quotes.extract(text)


def test_nothing_gives_nothing() -> None:
    for text in ("", " ", "\n\n", "\x00", "“", "”", "“”", "'", "\ufeff"):
        document = quotes.extract(text)
        assert document.attributions == []
        assert document.speakers == []


def test_a_span_of_another_text_is_refused() -> None:
    text = "“I was there,” Ortiz said."
    data = quotes.extract(text).model_dump()
    with pytest.raises(ValidationError):
        Document.checked("x" + text, data)


def test_spans_are_never_empty() -> None:
    spans = list(spans_of(quotes.extract("“I was there,” Ana Ortiz told Radio Nord on Monday. She denied the rest.")))
    assert spans
    assert all(isinstance(span, Span) and span.text for span in spans)
