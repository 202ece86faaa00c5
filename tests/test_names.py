"""Names: what is found by shape, where the title ends, what a run of capitals names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import names
from quotes.language import load, model_name
from quotes.nouns import is_body, is_title, singular
from quotes.pipeline import plant


def found(text: str) -> list[tuple[str, str, str | None]]:
    """The names of a text: kind, name, title."""
    tree, _ = plant(load(model_name()), text)
    return [(n.kind, tree.said(n.tokens), tree.said(n.title) if n.title else None) for n in names.find(tree)]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("French President Emmanuel Macron left early.", "Emmanuel Macron", "French President"),
        ("On Monday Sen. Ann Lee left early.", "Ann Lee", "Sen."),
        ("The plan was drafted by labor economist Bob Ray.", "Bob Ray", "labor economist"),
        ("Riverton Watch President Ann Lee left early.", "Ann Lee", "Riverton Watch President"),
        ("Secretary of State Ann Lee left early.", "Ann Lee", "Secretary of State"),
        ("On Monday RMW Director of Public Affairs Carol Ray left.", "Carol Ray", "RMW Director of Public Affairs"),
        ("On Monday Pres. Ann Lee left early.", "Ann Lee", "Pres."),
        ("The Undersecretary for Rural Affairs Carol Ray left.", "Carol Ray", "Undersecretary for Rural Affairs"),
        ("The president of Gronda Mills Lloyd Lee left.", "Lloyd Lee", "president of Gronda Mills"),
        ("The mayor of San Francisco Ann Lee left.", "Ann Lee", "mayor of San Francisco"),
        ("On Monday best-selling thriller writer Brad Ray left.", "Brad Ray", "best-selling thriller writer"),
        ("On Monday Sen. Dean Fox left.", "Dean Fox", "Sen."),
        ("On Monday Senators Ann Fox of Ohio and Bob Ray left.", "Ann Fox", "Senators"),
    ],
)
def test_title_before_a_name(text: str, name: str, title: str) -> None:
    assert ("person", name, title) in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She works at the Department of Homeland Security in town.", "Department of Homeland Security"),
        ("He sued the Center for Riverside Studies on Monday.", "Center for Riverside Studies"),
        ("They asked the Riverton Tribune about it.", "Riverton Tribune"),
        ("She called the FBI at once.", "FBI"),
        ("Pew Research: “It rained.”", "Pew Research"),
        ("He told Business Insider about it.", "Business Insider"),
        ("He left the Bob, Sue & Ann Lee Foundation on Monday.", "Bob, Sue & Ann Lee Foundation"),
        ("He told Bob Ray and Sue Fox Foundation clerks about it.", "Sue Fox Foundation"),
        ("On Monday France’s Interior Ministry raised the alert.", "France’s Interior Ministry"),
        ("Indeed, RMW-COP President Richard Ray left early.", "RMW-COP"),
        ("On Monday United Mill Workers President Richard Ray left early.", "United Mill Workers"),
        ("He is a partner at the law firm Crowfield Moss.", "Crowfield Moss"),
        ("It rained, said Ann Lee, a harbour pilot at the half-empty Rook Report.", "Rook Report"),
        ("She spoke at the Republican National Convention on Monday.", "Republican National Convention"),
        ("She joined the Committee for a Dry Riverton on Monday.", "Committee for a Dry Riverton"),
        (
            "It rained, said Ann Lee, head of the Conference of Presidents of Major Mill Boards.",
            "Conference of Presidents of Major Mill Boards",
        ),
        ("He met two of the University of Riverton and Ann Lee at the mill.", "University of Riverton"),
        ("Wells fell, according to Crowdwell, a mapping website.", "Crowdwell"),
        ("The rule hurt employers such as Gronda, which opposed it.", "Gronda"),
        ("On Monday Mill & Moss left.", "Mill & Moss"),
        ("She heads the advocacy group Farmers Joined.", "Farmers Joined"),
        ("On Monday Riverton News Vice President and Managing Editor Bill Ray left.", "Riverton News"),
        ("She left the Federation of Riverton Scientists on Monday.", "Federation of Riverton Scientists"),
    ],
)
def test_bodies(text: str, name: str) -> None:
    assert ("organization", name, None) in found(text)


def test_small_words_and_suffixes_stay_inside_a_name() -> None:
    texts = [name for _, name, _ in found("The mill hired Pieter van der Berg and Jean-Luc Moreau Jr. on Monday.")]
    assert "Pieter van der Berg" in texts
    assert any(text.startswith("Jean-Luc Moreau") for text in texts)


def test_a_hyphen_joins_the_halves_of_a_given_name_only() -> None:
    assert ("unknown", "Han Mi-sook", None) in found("On Monday Han Mi-sook, the mayor, left early.")
    assert "New York-based" not in [name for _, name, _ in found("A New York-based firm left early.")]


def test_who_speaks_in_a_transcript_is_named_in_capitals() -> None:
    text = "The mill is shut.\n\nKATE BOULDAN: Why not debate?\n\nBOULDAN: It rained."
    assert [name for _, name, _ in found(text)] == ["KATE BOULDAN", "BOULDAN"]


def test_a_people_opens_the_name_of_no_person() -> None:
    assert ("organization", "American Wool Future", None) in found("On Monday it hurt American Wool Future.")
    assert ("group", "Latinos", None) in found("In May it hurt Latinos.")
    assert ("unknown", "German Ortega", None) in found("On Monday German Ortega left early.")


def test_a_place_before_a_known_name_is_no_part_of_it() -> None:
    text = "Ray Ortiz left early. The Wisconsin Ortiz rally shut. Chad Ortiz and Ortiz stayed."
    assert [name for _, name, _ in found(text)] == ["Ray Ortiz", "Ortiz", "Chad Ortiz", "Ortiz"]


def test_a_first_name_that_is_also_a_title_is_a_first_name() -> None:
    assert [name for _, name, _ in found("It rained, said Dean Baker on Monday.")] == ["Dean Baker"]
    named = [(name, title) for _, name, title in found("Bob Ray, dean of the school, left. Dean Ray said so.")]
    assert named == [("Bob Ray", None), ("Ray", "Dean")]


def test_a_surname_that_looks_like_a_plural_is_a_persons() -> None:
    assert ("unknown", "Hans-Peter Bartels", None) in found("Experts like Hans-Peter Bartels, the mayor, agreed.")


def test_a_nickname_in_quotation_marks_stands_inside_a_name() -> None:
    assert "Juan “Chico” Ortiz" in [name for _, name, _ in found("Juan “Chico” Ortiz left early.")]
    assert 'C.L. "Butch" Ortiz' in [name for _, name, _ in found('On Monday C.L. "Butch" Ortiz left early.')]


def test_whom_somebody_descends_from_is_no_name() -> None:
    assert found("A young African American left with a Pacific Islander.") == []


def test_a_word_that_opens_a_clause_opens_no_name() -> None:
    assert [name for _, name, _ in found("Ann Lee won.\n\nThough Lee held the lead, it rained.")] == ["Ann Lee", "Lee"]


def test_headline_is_read_by_the_names_of_the_text() -> None:
    text = "Ann Ortiz Promises Mill Workers New Jobs\n\nThe mayor, Ann Ortiz, spoke on Monday. Ortiz left early."
    assert next(name for _, name, _ in found(text)) == "Ann Ortiz"


def test_a_common_noun_with_the_capital_of_its_sentence_is_no_name() -> None:
    assert [name for _, name, _ in found("Radio talk host Ann Lee left. Her radio hour is new.")] == ["Ann Lee"]


def test_a_person_after_a_fronted_place_is_no_place() -> None:
    text = "At a May fair in St. Riverton, Ohio, 50-year-old Alice Fox also spoke against rain."
    assert next(kind for kind, name, _ in found(text) if name == "Alice Fox") == "unknown"


def test_plurals_of_peoples_are_groups() -> None:
    assert ("group", "British Columbians", None) in found("In May the British Columbians left early.")


def test_times_are_no_names() -> None:
    assert found("It rained on Monday and again in January.") == []


@pytest.mark.parametrize(
    ("plural", "one"), [("agencies", "agency"), ("women", "woman"), ("coaches", "coach"), ("press", "press")]
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_heads() -> None:
    assert is_title("spokeswoman") and is_title("senators") and is_title("archaeologist")
    assert is_body("ministries") and not is_body("ortiz") and not is_title("mill")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Aa Bb.,’'“”-&\n\u00a0é", max_size=120))
def test_any_text_gives_names_in_order_inside_it(text: str) -> None:
    tree, _ = plant(load(model_name()), text)
    starts = [n.tokens[0] for n in names.find(tree)]
    assert starts == sorted(starts)
    assert all(
        0 <= n.tokens[0] < n.tokens[1] <= len(tree) and n.tokens[0] <= n.head < n.tokens[1] for n in names.find(tree)
    )
