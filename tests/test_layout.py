import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.layout import WHITE, paragraphs

WRAPPED = """\
The council met on Tuesday to talk about the bridge that was closed in
March, and heard that the repairs would take until the end of the next
year. "We are sorry for the delay," said the engineer, who had come from
the capital by train."""

RAGGED = """\
I write to you about the bridge, which has now been closed for more than
eight months while nobody
seems to know when it will be opened again, and the people on the other
side of the river have to drive for an hour to reach the school."""

NEWS = """\
The council met on Tuesday and talked about the bridge for two hours.
"We are sorry for the delay," the engineer told the members of the council.
Nobody could say when the bridge would be open to traffic again.
The next meeting is in April."""


def blocks(text):
    return [text[p.start : p.end] for p in paragraphs(text)]


def test_each_line_of_news_is_a_paragraph():
    assert blocks(NEWS) == NEWS.split("\n")


@pytest.mark.parametrize("text", [WRAPPED, RAGGED], ids=["even", "ragged"])
def test_prose_broken_at_a_width_is_one_paragraph(text):
    assert blocks(f"Hello.\n\n{text}\n\n{text}\n") == ["Hello.", text, text]


def test_wrapped_prose_keeps_its_line_ends_whatever_they_are():
    text = WRAPPED.replace("\n", "\r\n")
    assert blocks(text) == [text]


def test_a_line_with_room_for_the_next_word_ends_a_wrapped_paragraph():
    assert blocks(f"{WRAPPED}\n{WRAPPED}") == [WRAPPED, WRAPPED]


def test_two_lines_are_wrapped_only_in_lower_case_or_as_the_rest_of_the_text_is():
    headline = "Council hears that the bridge across the river will stay closed\nBy Ann Lee, staff writer"
    assert blocks(headline) == headline.split("\n")
    assert blocks(headline.replace("By Ann", "by Ann")) == [headline.replace("By Ann", "by Ann")]
    letter = "Nobody I have asked so far, neither the mayor nor his deputy Mr.\nOrtiz, can say."
    assert blocks(f"{WRAPPED}\n\n{letter}") == [WRAPPED, letter]


def test_an_indented_block_may_be_wrapped():
    text = WRAPPED.replace("\n", "\n    ")
    assert blocks("    " + text) == [text]


@pytest.mark.parametrize(
    "bullet", ["- ", "* ", "• ", "– ", "— ", "1. ", "12) ", "## ", "MS. LEE: ", "Q. & A. WITH LEE: "]
)
def test_bullets_and_lines_of_dialogue_start_paragraphs(bullet):
    text = f"{WRAPPED}\n{bullet}{WRAPPED}"
    assert blocks(text)[1].startswith(bullet) or bullet.startswith("Q")
    short = f"{bullet}yes, we did\n{bullet}no, we did not"
    assert blocks(short) == short.split("\n")


def test_a_wrapped_bullet_is_one_paragraph():
    lines = WRAPPED.split("\n")
    text = "\n".join(["- " + lines[0], *lines[1:], "- " + lines[0], *lines[1:]])
    assert blocks(text) == ["- " + WRAPPED, "- " + WRAPPED]


def test_short_lines_stay_apart():
    poem = "the bridge is closed\nand we walk\nto the other side\nof the river"
    assert blocks(poem) == poem.split("\n")


def test_long_lines_stay_apart():
    line = "and the people on the other side of the river have to drive for an hour " * 3
    assert blocks(f"{line}\n{line}") == [line.strip()] * 2


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_newlines(newline):
    assert blocks(f"One.{newline}Two.{newline}{newline}Three.{newline}") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("blank", ["", "   ", "\t", "\xa0", "\u200b", "\ufeff", "\u3000"])
def test_white_space_around_paragraphs_is_left_out(blank):
    text = f"{blank}\n {blank}One. {blank}\n{blank}\n{blank}Two.{blank}"
    assert blocks(text) == ["One.", "Two."]


@pytest.mark.parametrize("text", ["", " ", "\n\n \r\n", "\ufeff"])
def test_nothing_has_no_paragraphs(text):
    assert blocks(text) == []


@given(st.text(alphabet=st.sampled_from(' \n\r\t\x0b\x85\u2028\xa0\u200b\ufeff-*1.aA"“’:é'), max_size=300) | st.text())
def test_any_text(text):
    found = paragraphs(text)
    at = 0
    for p in found:
        words = text[p.start : p.end]
        assert words
        assert words == words.strip(WHITE)
        assert at <= p.start < p.end <= len(text)
        assert not text[at : p.start].strip(WHITE)
        at = p.end
    assert not text[at:].strip(WHITE)
