"""The ledger: one entry for each person or body of an article, by whatever names it is called."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from quotes.firstnames import is_given
from quotes.spans import Name, Offsets

Form = tuple[str, ...]
"""A name as it is compared: its words lower-cased, without full stops and suffixes."""


@dataclass(slots=True, eq=False)
class Entry:
    """One speaker or name while the ledger is being kept.

    Attributes:
        name: the fullest form the article gives.
        kind: as in ``quotes.records.SpeakerKind``, or ``place``, or ``joint`` for people named together.
        nouns: heads of the descriptions it goes by ("senator").
        told, heard: votes for ``m`` and ``f`` from nouns and forms of address, and from pronouns.
        proofs: how often something shows that a person or a body is meant.
        articled: how often "the" stands before the name: agencies and unions have it, companies have not.
        full: mentions by the full name, and those of them outside quotation marks.
        offices: for each of ``nouns``, the other words of the titles and bodies said with it.
        taken: the same of the nouns by which it has only been taken to be meant.
        members: of people named together ("Ann Lee and Bob Ray"), who they are.
    """

    name: str
    kind: str
    form: Form = ()
    nouns: set[str] = field(default_factory=set)
    told: Counter[str] = field(default_factory=Counter)
    heard: Counter[str] = field(default_factory=Counter)
    mentions: list[Offsets] = field(default_factory=list)
    proofs: int = 0
    articled: int = 0
    full: tuple[int, int] = (0, 0)
    offices: dict[str, list[set[str]]] = field(default_factory=dict)
    taken: dict[str, list[set[str]]] = field(default_factory=dict)
    members: tuple[Entry, ...] = ()

    @property
    def gender(self) -> str:
        """``m`` or ``f`` as most of the article's own words have it, else empty."""
        he = self.told.get("m", 0) + self.heard.get("m", 0)
        she = self.told.get("f", 0) + self.heard.get("f", 0)
        return "m" if he > she else "f" if she > he else ""


@dataclass(slots=True)
class Ledger:
    """The names of an article.

    Attributes:
        entries: in order of first appearance.
        by_token: the entry of each name, by the name's head.
        names: the name itself, by its head.
        called: the one entry that a single word stands for, where it is a surname or a first name.
        open: the heads of names that two people share and nothing tells apart.
        speaking: where the source mentions begin: what stands there is set beside no name.
        described: the people whom the article gives a title, by the title's head ("judge").
    """

    entries: list[Entry]
    by_token: dict[int, Entry]
    names: dict[int, Name]
    called: dict[str, Entry]
    open: set[int] = field(default_factory=set)
    speaking: frozenset[int] = frozenset()
    described: dict[str, list[Entry]] = field(default_factory=dict)


def may_be_a_place(entry: Entry) -> bool:
    """Whether a name of one word has not been shown to be a person's."""
    return len(entry.form) == 1 and not entry.proofs and not entry.gender and not is_given(f"{entry.name} {entry.name}")
