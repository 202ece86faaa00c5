"""What is said of sources without a name, and why they have none."""

from __future__ import annotations

import pytest

import quotes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "An official said it rained, speaking on condition of anonymity because he was not allowed to speak.",
            "because he was not allowed to speak",
        ),
        (
            "It rained, said one aide, who asked not to be named in order to discuss private talks.",
            "in order to discuss private talks",
        ),
        (
            "A donor, who declined to be identified for fear of the board, said it rained.",
            "for fear of the board",
        ),
        (
            "“It rained,” said a clerk who spoke anonymously to discuss the talks.",
            "to discuss the talks",
        ),
        (
            "A clerk said it rained. He spoke on condition of anonymity since the hall was shut.",
            "since the hall was shut",
        ),
        ("A clerk who requested anonymity to avoid the board’s wrath said it rained.", "to avoid the board’s wrath"),
        ("An official said it rained, speaking on condition of anonymity.", None),
        ("An official said it rained because the sky was full.", None),
        ("A driver named Sam said it rained because of the wind.", None),
        ("An official said it rained. “I am not named here because I fear it.”", None),
    ],
)
def test_why_a_source_is_not_named(text: str, reason: str | None) -> None:
    speaker = quotes.extract(text).speakers[0]
    assert (speaker.anonymity_reason and speaker.anonymity_reason.text) == reason


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("A senior official briefed on the plan said it rained.", "senior official briefed on the plan"),
        ("Two drivers said it rained.", "Two drivers"),
        ("The board's clerk, a man of 50, said it rained. The clerk said so on Monday.", "board's clerk, a man of 50"),
        ("Ana Ortiz said it rained.", None),
        ("The Valley Water Board said it rained.", None),
        ("I said it rained.", None),
    ],
)
def test_what_is_said_of_a_source_without_a_name(text: str, description: str | None) -> None:
    speaker = quotes.extract(text).speakers[0]
    assert (speaker.description and speaker.description.text) == description
