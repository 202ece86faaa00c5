"""What the stages hand to each other: frozen dataclasses over character offsets and tokens.

Offsets (``start``, ``end``) are code points of the text; token ranges are pairs ``(first, end)``
of token indices, end-exclusive. Nothing here is mutated after it is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Offsets = tuple[int, int]
"""A stretch of the text in code points, end-exclusive."""

Tokens = tuple[int, int]
"""A range of token indices, end-exclusive."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the layout, without the white space around it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch inside quotation marks, within one paragraph or over several.

    ``start``/``end`` hold the marks, ``inner`` does not. A quotation whose mark is repeated at
    each paragraph is one stretch a paragraph; all but the last have ``continues``. A mark that
    never closes gives a stretch with ``closed`` false, ended where the reading is best.
    ``depth`` is 0 for outer marks, 1 for marks inside marks, and so on.
    """

    start: int
    end: int
    inner: Offsets
    depth: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Damage:
    """Something broken in the text and how it was read; becomes a warning."""

    code: str
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class Name:
    """One mention by name.

    Attributes:
        tokens: the name alone, without title, article or possessive.
        title: the words before it that name an office, or None ("Judicial Watch President").
        kind: ``person``, ``organization``, ``group``, ``place`` or ``unknown``.
        gender: ``m``, ``f`` or empty, from a form of address before the name.
        courtesy: whether a form of address stands before the name.
        head: the token by which the sentence holds the name, mostly its last.
    """

    tokens: Tokens
    title: Tokens | None
    kind: str
    gender: str
    courtesy: bool
    head: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that may attribute, with the verb group around it."""

    head: int  # token index of the attributing word
    tokens: Tokens  # the whole group: "has repeatedly said"
    lemma: str
    frame: str
    stance: str


@dataclass(frozen=True, slots=True)
class Link:
    """One reading: this content, by this cue, from this source, found by these rules."""

    content: tuple[Offsets, ...]
    cue: Cue | None
    source: Tokens | None
    rules: tuple[str, ...]
    pattern: str  # the complement pattern whose attributing rate was counted
    source_lead: float | None = None  # log-odds by which the source leads its rivals, where they were weighed
    end_lead: float | None = None  # the same for where the content ends
    score: float = 0.0  # probability that the link is right, set when links are chosen


@dataclass(frozen=True, slots=True)
class Details:
    """How it was said: spans in code points, or None where the text does not say, and the rules that read them."""

    addressee: Offsets | None = None
    channel: Offsets | None = None
    time: Offsets | None = None
    relayed_by: Offsets | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A body that a speaker belongs to, the office held there and where the text says so."""

    organization: str
    title: str | None
    former: bool
    evidence: Offsets


@dataclass(frozen=True, slots=True)
class Person:
    """One entry of the ledger: whom mentions stand for, whether a person, a body or a document.

    Attributes:
        description: of a source without a name, the fullest words for it.
        anonymity_reason: why it is not named, where the article says so.
    """

    name: str
    kind: str
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Offsets, ...] = field(default=())
    description: Offsets | None = None
    anonymity_reason: Offsets | None = None
