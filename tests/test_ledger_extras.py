"""What the ledger tells of a speaker besides the name: other forms, pronouns, first mention, words in marks."""

from __future__ import annotations

import pytest

import quotes
from quotes import Speaker


def ledger(text: str) -> dict[str, Speaker]:
    return {speaker.name: speaker for speaker in quotes.extract(text).speakers}


TEXT = (
    "Ana Ortiz left early. “It was full,” Ortiz said. “Nobody could breathe.” She said her friends had left, too.\n\n"
    "“We never knew,” she told reporters."
)


def test_aliases_are_the_other_forms_of_the_name() -> None:
    assert ledger(TEXT)["Ana Ortiz"].aliases == ["Ortiz"]


def test_pronouns_are_those_of_the_text() -> None:
    assert ledger(TEXT)["Ana Ortiz"].pronouns == ["she", "her"]


def test_first_mention_is_a_stretch_of_the_text() -> None:
    first = ledger(TEXT)["Ana Ortiz"].first_mention
    assert first is not None
    assert (first.start, first.text) == (0, "Ana Ortiz")


def test_words_in_marks_are_counted() -> None:
    assert ledger(TEXT)["Ana Ortiz"].words_quoted == 9


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("The Valley Water Board (VWB) met. The VWB said the well was dry.", "Valley Water Board", ["VWB"]),
        ("Senator Ana Ortiz left. The senator said the well was dry.", "Ana Ortiz", []),
        ("Officials said the well was dry. Officials also said it was old.", "Officials", []),
    ],
)
def test_no_description_is_an_alias(text: str, name: str, aliases: list[str]) -> None:
    assert ledger(text)[name].aliases == aliases


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        (
            "Ann Lee, Carol Ray and Dan Fox toured the mill. The reporter said it rained.",
            ["Ann Lee", "Carol Ray", "Dan Fox"],
        ),
        ("Bill Lee and Tom Lee toured the old mill. Lee said it rained.", ["Bill Lee", "Tom Lee"]),
        ("She said it rained.", []),
    ],
)
def test_an_open_source_names_those_it_may_mean(text: str, rivals: list[str]) -> None:
    said = quotes.extract(text).attributions[0]
    assert said.speaker is None
    assert said.runners_up == rivals
    assert "unsettled" in said.explanation


def test_a_settled_source_has_no_runners_up() -> None:
    assert all(said.runners_up == [] for said in quotes.extract(TEXT).attributions)
