"""The records that leave the system: one ``Document`` an article, as JSON schema and as objects.

All offsets are 0-based, end-exclusive, in Unicode code points of the text as it was given.
Every model is frozen, forbids unknown keys and can be read back from its own JSON. A span
knows its words; when the article is at hand (``Document.checked``), each span is compared
with it, and a span that does not slice to its words is a ``ValidationError``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

Kind = Literal["direct", "mixed", "indirect"]
Frame = Literal["statement", "belief", "attitude", "intention", "decision"]
Stance = Literal["asserted", "denied", "declined", "negated", "hypothetical", "asked"]
SpeakerKind = Literal["person", "organization", "group", "unnamed", "document"]
Use = Literal["speech", "title", "term", "unclear"]
Offset = Annotated[int, Field(ge=0)]

DIRECT_SHARE = 0.95
"""The share of a content's letters and digits that must stand inside marks for it to be direct."""


class Record(BaseModel):
    """What all records share: frozen, and no key that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A stretch of the article: ``article[start:end] == text``, never empty."""

    start: Offset = Field(description="first code point of the stretch")
    end: Offset = Field(description="one past the last code point")
    text: str = Field(description="the stretch itself, to the character")

    @model_validator(mode="after")
    def _slices(self, info: ValidationInfo) -> Self:
        if self.start >= self.end or self.end - self.start != len(self.text):
            raise ValueError(f"a span from {self.start} to {self.end} cannot hold {len(self.text)} code points")
        article = (info.context or {}).get("text")
        if article is not None and article[self.start : self.end] != self.text:
            raise ValueError(f"the article does not read {self.text[:40]!r} at {self.start}")
        return self


class Cue(Span):
    """The word or phrase that attributes: "has repeatedly said", "according to", ":"."""

    lemma: str = Field(description="dictionary form of the attributing word, or the phrase")


class Affiliation(Record):
    """A body that a speaker belongs to or speaks for, and the words that say so."""

    organization: str
    title: str | None = Field(description="the office held there, without the organisation")
    former: bool
    evidence: Span


class Who(Record):
    """A speaker as repeated inside an attribution, so that one record alone says who said what."""

    id: str = Field(description="s1, s2, … in the document's ledger")
    name: str = Field(description="the fullest form the article gives, without honorific or title")
    kind: SpeakerKind
    titles: list[str]
    affiliations: list[Affiliation]


class Speaker(Who):
    """One entry of the ledger of sources."""

    mentions: list[Span]
    attributions: list[str] = Field(description="ids of the attributions made by this speaker")
    description: Span | None = Field(description="the fullest words for a source that the article does not name")
    anonymity_reason: Span | None = Field(description="why the article does not name it, where it says so")
    aliases: list[str] = Field(description="the other forms of the name, in order of first appearance")
    pronouns: list[str] = Field(description="the pronouns that the article uses for it, in order of first appearance")
    first_mention: Span | None = Field(description="where the article first speaks of it")
    words_quoted: Annotated[int, Field(ge=0, description="how many words of it stand in quotation marks")]


class Quotation(Span):
    """A stretch inside quotation marks, marks included, and what it is used for."""

    use: Use
    attribution: str | None = Field(description="id of the attribution that holds it")


class Warning(Record):
    """Damage in the text, and how it was read."""

    code: str
    start: Offset
    end: Offset
    message: str


class Attribution(Record):
    """Who said what, in what words, in what way, and how sure we are."""

    id: str
    kind: Kind = Field(description="all of the content inside quotation marks, some of it, none")
    frame: Frame
    content: Annotated[list[Span], Field(min_length=1)]
    quoted: list[Span] = Field(description="the words inside the outer quotation marks, marks excluded")
    cue: Cue | None
    source: Span | None
    speaker: Who | None
    co_speakers: list[Who]
    stance: Stance
    addressee: Span | None
    channel: Span | None
    time: Span | None
    relayed_by: Span | None
    within: str | None = Field(description="id of the attribution whose content holds this one")
    confidence: Annotated[float, Field(ge=0, le=1)]
    speaker_confidence: Annotated[float, Field(ge=0, le=1)] | None = Field(
        description="the probability that the speaker is the right one, null where there is none"
    )
    explanation: list[str] = Field(description="names of the rules that made the record, in order")
    runners_up: list[str] = Field(description="whom the source may mean where nothing settles it, likeliest first")

    @model_validator(mode="after")
    def _kind_follows_from_the_marks(self) -> Self:
        if self.kind != kind_of([s.text for s in self.content], [s.text for s in self.quoted]):
            raise ValueError(f"kind {self.kind} does not follow from the quotation marks in the content")
        return self


class Document(Record):
    """All that was found in one article."""

    id: str
    attributions: list[Attribution] = Field(description="in order of the first character of content")
    speakers: list[Speaker] = Field(description="in order of first appearance")
    quotations: list[Quotation] = Field(description="every stretch inside quotation marks")
    warnings: list[Warning]

    @classmethod
    def checked(cls, text: str, data: dict[str, Any]) -> Self:
        """Validate ``data`` with every span compared against ``text``.

        Raises:
            pydantic.ValidationError: a span does not slice to its words, or a key is off.
        """
        return cls.model_validate(data, context={"text": text})

    @model_validator(mode="after")
    def _ids_point_at_records(self) -> Self:
        known = {a.id for a in self.attributions}
        pointed = {q.attribution for q in self.quotations} | {a.within for a in self.attributions}
        pointed |= {i for s in self.speakers for i in s.attributions}
        if lost := pointed - known - {None}:
            raise ValueError(f"no attribution has the id {sorted(map(str, lost))[0]}")
        return self


def kind_of(content: Iterable[str], quoted: Iterable[str]) -> Kind:
    """Say whether a content is direct, mixed or indirect from the letters inside its marks."""
    inside = sum(map(_letters, quoted))
    if not inside:
        return "indirect"
    total = sum(map(_letters, content))
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"


def spans_of(record: Record) -> Iterator[Span]:
    """Yield every span inside a record, depth first: what the property tests slice."""
    if isinstance(record, Span):
        yield record
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Record):
                yield from spans_of(item)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
