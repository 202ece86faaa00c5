"""Tells which body "the company" stands for: by the sort that the noun names, and by who is in mind."""

from __future__ import annotations

from functools import cache

from quotes.ledger import Entry, may_be_a_place
from quotes.lexicon import table, words
from quotes.speakers.state import State

GOES_ON, UNPROVEN, SAME_SORT = 2.0, 0.4, 3.0
"""Factors: who spoke last; a name not known to be a body's; a body of the sort that the noun says."""

CLEARLY = 2.0
"""How many times as much in mind as the next a body must be."""

FREE = frozenset({"company", "group"})
"""Sorts of bodies whose names need not tell them."""

ACRONYM = 6
"""The letters of the longest initials: they may stand for almost any sort of body."""

TOLD_SORTS = frozenset({"campaign", "government", "place"})
"""Sorts of bodies that have no initials."""

ALIKE = {"group": frozenset({"group", "charity", "union", "board", "company"})}
"""The sorts that a noun may stand for beside its own."""

NEVER_ARTICLED = frozenset({"company", "school"})
"""Sorts of bodies whose names do without "the", unless a word of theirs tells the sort."""


@cache
def sorts() -> dict[str, str]:
    """Return the sort of body that a noun names, where it names one: a school is no newspaper."""
    return {row["word"]: row["sort"] for row in table("sorts")}


def _may_hide(entry: Entry, sort: str) -> bool:
    """Whether a name may hide what sort of body it is, in its initials."""
    return sort not in TOLD_SORTS and entry.name.isupper() and len(entry.name) <= ACRONYM


def sorts_of(entry: Entry) -> set[str]:
    """Return the sorts of body that a name tells."""
    parts = {word for part in entry.form for word in part.split("-")}
    told = {sorts()[word] for word in parts | entry.nouns if word in sorts()}
    return told or ({"media", "company"} if entry.name.casefold() in words("outlets") else set())


def body_meant(state: State, i: int, one: str) -> Entry | None:
    """Return the body most in mind of the sort that a noun names, or None."""
    sort = sorts().get(one, "")

    def fits(entry: Entry) -> float:
        if sort in FREE and entry.name.casefold() in words("metonyms"):
            return 0.0
        nameless = entry.kind == "person" and may_be_a_place(entry) and sort in FREE
        if not ((entry.kind == "organization" and entry.form) or nameless) or entry.name.casefold() in words("places"):
            return 0.0
        own = sorts_of(entry)
        if sort in NEVER_ARTICLED and sort not in own and 2 * entry.articled > len(entry.mentions):
            return 0.0
        if sort and not own & ALIKE.get(sort, {sort}) and (own or not (sort in FREE or _may_hide(entry, sort))):
            return 0.0
        factor = (GOES_ON if state.goes_on(i, entry) else 1.0) * (1.0 if entry.proofs else UNPROVEN)
        return factor * (SAME_SORT if sort in own else 1.0)

    found, lead = state.likeliest(i, fits)
    if lead < CLEARLY:
        return None
    if found is not None:
        found.kind = "organization"  # what "the company" stands for is nobody, though nothing else says so
    return found
