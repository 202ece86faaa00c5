"""The reader of cases: what the notation means, and that it can be written back."""

from __future__ import annotations

import pytest
from casefile import CaseError, Said, read, written


def test_stripping_the_tags_gives_the_input() -> None:
    case = read("{c|“I was there,”} {s|Ortiz} {v|said}.")
    assert case.text == "“I was there,” Ortiz said."
    assert case.said == (Said(((0, 14),), (21, 25), (15, 20)),)


def test_fragments_of_one_attribution_repeat_the_tag() -> None:
    case = read("{c|“A,”} {s|she} {v|said}. {c|“B.”}")
    assert [case.text[a:b] for a, b in case.said[0].content] == ["“A,”", "“B.”"]


def test_digits_tell_attributions_apart_and_may_share_a_span() -> None:
    case = read("{s12|Lee} {v1|denied} {c1|the charge} and {v2|said} {c2|it was old}.")
    first, second = case.said
    assert first.source == second.source == (0, 3)
    assert case.text[slice(*(second.cue or (0, 0)))] == "said"


def test_arguments() -> None:
    (said,) = read("{s Ann Ortiz + Bo Lee|They} {v denied|deny} {c|it}.").said
    assert (said.speakers, said.stance) == (("Ann Ortiz", "Bo Lee"), "denied")
    assert read("{s -|He} {v|lies} about {c|it}.").said[0].speakers == ()
    assert read("{s|He} {v|lies} about {c|it}.").said[0].speakers is None


def test_tags_nest_and_an_empty_detail_is_null() -> None:
    (said,) = read("{s|He} {v|said {t|on Monday}} {c|it rained}.{h|}").said
    assert said.cue == (3, 17)
    assert said.details == (("h", None), ("t", (8, 17)))


def test_labels_are_no_attributions() -> None:
    case = read("The {q term|“fast lane”} closed.")
    assert case.said == ()
    assert case.labels == ((4, 15, "q term"),)


def test_newlines_and_escapes() -> None:
    assert read(r"a⏎⏎b \{c\} \\ \⏎ d | e").text == "a\n\nb {c} \\ ⏎ d | e"


def test_known_failures_carry_their_reason() -> None:
    case = read("FAILS(two cues) {s|He} {v|said} {c|so}.")
    assert case.fails == "two cues"
    assert case.text == "He said so."


@pytest.mark.parametrize(
    "line",
    [
        "{c|open",
        "closed} twice",
        "{x|unknown}",
        "{s|nobody} said nothing",
        "{c|a} {s|one} and {s|two}",
    ],
)
def test_what_cannot_be_read_is_an_error(line: str) -> None:
    with pytest.raises(CaseError):
        read(line)


@pytest.mark.parametrize(
    "line",
    [
        "{c|“I was there,”} {s Ann Ortiz|she} {v asserted|said {t|on Monday}}.",
        "{c1|“He said, ‘{c2|go}’,”} {s1|she} {v1|said}. {s2 -|I} {v2|went}.{a2|}",
        "The {q term|“fast lane”} closed.⏎⏎\\{x\\} \\\\",
    ],
)
def test_written_back(line: str) -> None:
    case = read(line)
    assert written(case) == line
    assert read(written(case)) == case
