"""The records are the contract: its keys, its checks, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from handmade import TEXT, attribution, checked, document, ledger, span
from pydantic import ValidationError

from quotes.records import Attribution, Document, Record, Span, Speaker, kind_of, spans_of

CONTRACT = {
    "Document": {"id", "attributions", "speakers", "quotations", "warnings"},
    "Attribution": {
        "id", "kind", "frame", "content", "quoted", "cue", "source", "speaker", "co_speakers", "stance", "addressee",
        "channel", "time", "relayed_by", "within", "confidence", "speaker_confidence", "explanation",
        "runners_up",
    },
    "Quotation": {"start", "end", "text", "use", "attribution"},
    "Warning": {"code", "start", "end", "message"},
    "Span": {"start", "end", "text"},
    "Cue": {"start", "end", "text", "lemma"},
    "Who": {"id", "name", "kind", "titles", "affiliations"},
    "Speaker": {
        "id", "name", "kind", "titles", "affiliations", "mentions", "attributions", "description", "anonymity_reason",
        "aliases", "pronouns", "first_mention", "words_quoted",
    },
    "Affiliation": {"organization", "title", "former", "evidence"},
}  # fmt: skip

VALUES = {
    ("Attribution", "kind"): ["direct", "mixed", "indirect"],
    ("Attribution", "frame"): ["statement", "belief", "attitude", "intention", "decision"],
    ("Attribution", "stance"): ["asserted", "denied", "declined", "negated", "hypothetical", "asked"],
    ("Quotation", "use"): ["speech", "title", "term", "unclear"],
    ("Who", "kind"): ["person", "organization", "group", "unnamed", "document"],
}


def _schemas() -> dict[str, dict[str, Any]]:
    schema = Document.model_json_schema()
    return {"Document": schema, **schema["$defs"]}


@pytest.mark.parametrize("name", CONTRACT)
def test_schema_has_the_contracts_keys_required_and_no_others(name: str) -> None:
    schema = _schemas()[name]
    assert set(schema["properties"]) == CONTRACT[name]
    assert set(schema["required"]) == CONTRACT[name]
    assert schema["additionalProperties"] is False


def test_schema_has_no_record_beside_the_contracts() -> None:
    assert set(_schemas()) == set(CONTRACT)


@pytest.mark.parametrize(("name", "key"), VALUES)
def test_schema_lists_the_contracts_values(name: str, key: str) -> None:
    assert _schemas()[name]["properties"][key]["enum"] == VALUES[name, key]


def test_a_document_comes_back_from_its_json() -> None:
    made = checked()
    assert Document.model_validate_json(made.model_dump_json()) == made
    assert json.loads(made.model_dump_json()) == document()


def test_records_are_frozen() -> None:
    made = checked()
    with pytest.raises(ValidationError, match="frozen"):
        made.attributions[0].stance = "denied"  # type: ignore[misc]


@pytest.mark.parametrize("key", sorted(CONTRACT["Attribution"]))
def test_no_key_may_be_missing(key: str) -> None:
    data = attribution()
    del data[key]
    with pytest.raises(ValidationError, match=key):
        Attribution.model_validate(data)


@pytest.mark.parametrize(
    "data",
    [
        document(language="en"),
        document(attributions=[attribution(mood="good")]),
        document(speakers=[{**ledger(), "age": 40}]),
        document(attributions=[attribution(source={**span("Ana Ortiz"), "sentence": 1})]),
    ],
)
def test_no_key_may_be_added(data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Document.model_validate(data)


@pytest.mark.parametrize(
    "broken",
    [
        {"start": 3, "end": 3, "text": ""},
        {"start": 3, "end": 2, "text": "x"},
        {"start": 0, "end": 5, "text": "four"},
        {"start": -1, "end": 2, "text": "abc"},
    ],
)
def test_a_span_holds_as_many_code_points_as_it_says(broken: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(broken)


def test_a_span_counts_code_points_not_bytes_or_halves() -> None:
    assert Span(start=0, end=2, text="🗞é").text == "🗞é"


@pytest.mark.parametrize("where", ["content", "source", "cue", "time"])
def test_every_span_is_compared_with_the_article(where: str) -> None:
    other: Any = {"start": 2, "end": 5, "text": "xyz"}
    other = [other] if where == "content" else {**other, "lemma": "x"} if where == "cue" else other
    data = document(attributions=[attribution(within=None, **{where: other, "kind": "direct"})])
    data |= {"speakers": [], "quotations": []}
    with pytest.raises(ValidationError, match="does not read 'xyz' at 2"):
        Document.checked(TEXT, data)


@pytest.mark.parametrize("kind", ["mixed", "indirect"])
def test_kind_follows_from_the_marks(kind: str) -> None:
    with pytest.raises(ValidationError, match="does not follow"):
        Attribution.model_validate(attribution(kind=kind))


@pytest.mark.parametrize(
    ("content", "quoted", "kind"),
    [
        ("“Never,”", "Never,", "direct"),
        ("that it was “never” asked", "never", "mixed"),
        ("that it was over", "", "indirect"),
        ("that … “—”", "—", "indirect"),  # marks around no letters make nothing verbatim
    ],
)
def test_kind_of(content: str, quoted: str, kind: str) -> None:
    assert kind_of([content], [quoted]) == kind


@pytest.mark.parametrize(
    "change",
    [
        {"quotations": [{**span("“Run"), "use": "speech", "attribution": "a9"}]},
        {"attributions": [attribution(within="a9")], "quotations": [], "speakers": []},
        {"speakers": [{**ledger(), "attributions": ["a1", "a9"]}]},
    ],
)
def test_ids_point_at_attributions(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="no attribution has the id a9"):
        Document.model_validate(document(**change))


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan")])
def test_confidence_is_a_probability(confidence: float) -> None:
    with pytest.raises(ValidationError):
        Attribution.model_validate(attribution(confidence=confidence))


def test_spans_of_finds_every_span() -> None:
    found = [s.text for s in spans_of(checked())]
    assert found.count("“We were never asked,”") == 2  # content and quotation
    assert found.count("a director of the Harbor Council") == 3  # twice inside attributions, once in the ledger
    assert {"said", "She", "to appeal", "“Run"} <= set(found)


def test_every_model_says_what_its_keys_mean_where_the_name_does_not() -> None:
    assert issubclass(Speaker, Record)
    described = _schemas()["Attribution"]["properties"]
    assert all(described[key].get("description") for key in ("kind", "quoted", "within", "explanation"))
