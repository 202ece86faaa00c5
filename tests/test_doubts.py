"""Doubts: how sure a settled speaker is, and what is left open for want of it."""

from __future__ import annotations

import pytest

import quotes
from quotes.records import Attribution
from quotes.rules import catalogue
from quotes.speakers import doubts


def said(text: str) -> Attribution:
    """The last attribution of a text."""
    return quotes.extract(text).attributions[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mill was told of two reports on Monday. The report said that it had rained.", "report"),
        ("It rained on Monday. According to the monitoring team, the mill was wet.", "monitoring team"),
        ("According to the data, it had rained.", "data"),
        ("According to the police union, it had rained.", "police union"),
        ("The proposal shows that it had rained.", "proposal"),
    ],
)
def test_what_may_well_be_wrong_stays_open_and_is_named_as_a_runner_up(text: str, name: str) -> None:
    found = said(text)
    assert (found.speaker, found.speaker_confidence) == (None, None)
    assert found.runners_up == [name]
    assert found.explanation[-1] == "doubtful"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee said that it had rained.", "Ann Lee"),
        ("Ann Lee left. She said that it had rained.", "Ann Lee"),
        ("Senator Ann Lee left. The senator said that it had rained.", "Ann Lee"),
        ("The Rain Board said that it had rained.", "Rain Board"),
        ("Officials said that it had rained.", "Officials"),
        ("A senior mill official said that it had rained.", "senior mill official"),
        ("A new study said that it had rained.", "new study"),
    ],
)
def test_what_is_likely_right_is_named(text: str, name: str) -> None:
    found = said(text)
    assert found.speaker is not None
    assert found.speaker.name == name
    assert found.speaker_confidence is not None
    assert found.speaker_confidence >= doubts.LEAST
    assert found.runners_up == []
    assert "doubtful" not in found.explanation


def test_names_are_surer_than_descriptions() -> None:
    name, phrase = said("Ann Lee said that it had rained."), said("The officials said that it had rained.")
    assert (name.speaker_confidence or 0) > (phrase.speaker_confidence or 0)


def test_who_is_said_to_have_no_name_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "LEAST", 1.0)
    monkeypatch.setattr(doubts, "DESCRIBED", 1.0)
    assert said("An official said that it had rained.").speaker is None
    refused = said("An official, who spoke on condition of anonymity, said that it had rained.")
    assert refused.speaker is not None
    assert refused.speaker.kind == "unnamed"


def test_a_description_must_be_surer_than_a_name_and_than_words_in_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubts, "LEAST", 0.0)
    monkeypatch.setattr(doubts, "DESCRIBED", 1.0)
    assert said("Officials said that it had rained.").speaker is None
    assert said("Officials said that “it had rained.”").speaker is not None
    assert said("Ann Lee said that it had rained.").speaker is not None
    assert said("Officials toured the mill. They said that it had rained.").speaker is not None


def test_whom_nobody_speaks_for_is_in_no_ledger() -> None:
    document = quotes.extract("Ann Lee said it was wet. According to the police union, it had rained.")
    assert [speaker.name for speaker in document.speakers] == ["Ann Lee"]


def test_only_the_doubtful_of_several_speakers_are_left_out() -> None:
    found = said("According to the data and Ann Lee, it had rained.")
    assert found.speaker is not None
    assert (found.speaker.name, found.co_speakers, found.runners_up) == ("Ann Lee", [], [])
    assert found.explanation[-1] == "doubtful"


def test_another_source_without_a_name_in_its_sentence_makes_nobody_sure() -> None:
    text = "According to the data, it had rained, and an official who spoke on condition of anonymity said so."
    assert quotes.extract(text).attributions[0].speaker is None


def test_two_open_sources_are_not_one_speaker() -> None:
    text = (
        "The police union was told of two reports. According to the police union, the report said that it had rained."
    )
    outer, inner = quotes.extract(text).attributions
    assert (outer.speaker, inner.speaker, inner.within) == (None, None, outer.id)


def test_the_rule_is_shown_with_its_sentence() -> None:
    rule = next(rule for rule in catalogue() if rule.name == "doubtful")
    assert said(rule.example).explanation[-1] == rule.name
