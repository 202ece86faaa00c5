"""Which party a word for people tells, Democratic of "democrats", and which state its tag: Florida of "R-Fla."."""

from __future__ import annotations

from functools import cache

from quotes.lexicon import table, words


def party_of(word: str) -> str:
    """Return the party of which a lower-cased word calls people: Democratic of "democrats"; empty of other words."""
    return _parties().get(word, "")


def party_told(word: str) -> str:
    """Return the party that a word as printed tells: initials as they stand, Democratic of "Democrat"."""
    return word if word.isupper() else party_of(word.lower()) or word


@cache
def _parties() -> dict[str, str]:
    return {row["word"]: row["party"] for row in table("party_folk")}


@cache
def states() -> dict[str, str]:
    """Return for each way to write a state the last word of its name."""
    return {row["form"]: row["state"] for row in table("states")}


@cache
def state_words() -> frozenset[str]:
    """Return the last words of the states' names: the two Carolinas are not told apart."""
    return frozenset(states().values())


def are_opposed(described: set[str], said: set[str]) -> bool:
    """Whether two sets of lower-cased words name parties, and none in common."""
    one, other = ({(party_of(w) or w).casefold() for w in some & words("parties")} for some in (described, said))
    return bool(one and other) and one.isdisjoint(other)
