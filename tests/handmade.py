"""Documents written by hand for the tests of what comes after the extraction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from quotes.records import Document

TEXT = (
    "“We were never asked,” said Ana Ortiz, a director of the Harbor Council.\r\n"
    "She believes that the “fast lane” is over.\n"
    "The council plans to appeal.\rSomeone said: “Run"
)


def span(words: str, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def who(text: str = TEXT) -> dict[str, Any]:
    evidence = span("a director of the Harbor Council", text)
    body = {"organization": "Harbor Council", "title": "director", "former": False, "evidence": evidence}
    return {"id": "s1", "name": "Ana Ortiz", "kind": "person", "titles": ["director"], "affiliations": [body]}


def ledger(**changes: Any) -> dict[str, Any]:
    """One valid entry of the ledger, with some keys changed."""
    rest = {"mentions": [], "attributions": [], "description": None, "anonymity_reason": None}
    rest |= {"aliases": [], "pronouns": [], "first_mention": None, "words_quoted": 0}
    return {**who(), **rest, **changes}


def attribution(**changes: Any) -> dict[str, Any]:
    """One attribution as data; the first of ``TEXT`` unless changed."""
    data: dict[str, Any] = {
        "id": "a1",
        "kind": "direct",
        "frame": "statement",
        "content": [span("“We were never asked,”")],
        "quoted": [span("We were never asked,")],
        "cue": {**span("said"), "lemma": "say"},
        "source": span("Ana Ortiz"),
        "speaker": who(),
        "stance": "asserted",
        "confidence": 0.93,
        "speaker_confidence": 0.9,
        "explanation": ["first_rule", "second_rule"],
        "runners_up": [],
        "co_speakers": [],
    }
    data |= dict.fromkeys(("addressee", "channel", "time", "relayed_by", "within"))
    return data | changes


def document(**changes: Any) -> dict[str, Any]:
    """Three attributions, the third within the second, the second within the first; as data."""
    belief = attribution(
        id="a2",
        kind="mixed",
        frame="belief",
        content=[span("that the “fast lane” is over")],
        quoted=[span("fast lane")],
        cue={**span("believes"), "lemma": "believe"},
        source=span("She"),
        within="a1",
    )
    plan = attribution(
        id="a3",
        kind="indirect",
        frame="intention",
        content=[span("to appeal")],
        quoted=[],
        cue={**span("plans"), "lemma": "plan"},
        source=span("The council"),
        speaker=None,
        within="a2",
    )
    data = {
        "id": "article.txt",
        "attributions": [attribution(), belief, plan],
        "speakers": [ledger(mentions=[span("Ana Ortiz"), span("She")], attributions=["a1", "a2"])],
        "quotations": [
            {**span("“We were never asked,”"), "use": "speech", "attribution": "a1"},
            {**span("“fast lane”"), "use": "speech", "attribution": "a2"},
            {**span("“Run"), "use": "unclear", "attribution": None},
        ],
        "warnings": [
            {"code": "unclosed-quotation", "start": len(TEXT) - 4, "end": len(TEXT), "message": "read to the end"}
        ],
    }
    return data | changes


def checked(**changes: Any) -> Document:
    return Document.checked(TEXT, document(**changes))


_SPEECH = re.compile("“([^“”]{1,2000})” (said) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)")


def extract_many(
    pairs: Iterable[tuple[str, str]],
    *,
    ids: bool,
    n_process: int = 1,
    batch_size: int = 32,
    model: str | None = None,
) -> Iterator[Document]:
    """Stand in for the library in tests that are about files and failures: “…” said Name, and no more."""
    assert ids
    for id, text in pairs:
        yield _spoken(id, text)


def _spoken(id: str, text: str) -> Document:
    attributions, speakers = [], []
    for number, match in enumerate(_SPEECH.finditer(text), 1):
        whole, inner, cue, source = ({"start": match.start(k), "end": match.end(k), "text": match[k]} for k in range(4))
        whole = {"start": whole["start"], "end": inner["end"] + 1, "text": f"“{inner['text']}”"}
        person = {"id": f"s{number}", "name": match[3], "kind": "person", "titles": [], "affiliations": []}
        attributions.append(
            attribution(
                id=f"a{number}",
                content=[whole],
                quoted=[inner],
                cue={**cue, "lemma": "say"},
                source=source,
                speaker=person,
            )
        )
        speakers.append({**ledger(mentions=[source], attributions=[f"a{number}"]), **person})
    data = {"id": id, "attributions": attributions, "speakers": speakers, "quotations": [], "warnings": []}
    return Document.checked(text, data)
