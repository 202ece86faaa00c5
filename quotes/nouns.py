"""What a common noun is the head of: a title, a body."""

from __future__ import annotations

from functools import cache, lru_cache

from quotes.lexicon import table, words

SUFFIXES = ("woman", "person", "ologist", "keeper", "holder", "committeeman")
"""How words end that are titles whatever comes before."""

REMEMBERED = 1 << 14
"""Words whose reading is kept: enough for a newspaper, bounded for a hostile text."""


@lru_cache(REMEMBERED)
def singular(word: str) -> str:
    """Return the singular of an English plural, by its ending: companies, agencies, reports."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("yses"):  # analyses
        return word[:-2] + "is"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(REMEMBERED)
def office_of(word: str) -> str:
    """Return the noun that the head of a title is, in the singular and in full: senator of "Sens."."""
    one = singular(word)
    return _in_full().get(word) or _in_full().get(one, one)


@cache
def _in_full() -> dict[str, str]:
    return {row["form"]: row["word"] for row in table("short_titles")}


@cache
def roles() -> dict[str, tuple[str, ...]]:
    """Return for a noun the other titles of those for whom it may stand: "the lawmaker" may be a senator."""
    return {row["word"]: tuple(map(office_of, row["titles"].split())) for row in table("roles")}


@lru_cache(REMEMBERED)
def is_title(word: str) -> bool:
    """Whether a lower-cased word is the head of a job title, an office or a role."""
    return (
        word in words("titles")
        or singular(word) in words("titles")
        or (word.endswith("s.") and word[:-2] + "." in words("titles"))
        or (singular(word).endswith(SUFFIXES) and len(word) > 7)
    )


def is_several(word: str) -> bool:
    """Whether a lower-cased word is a short title of several people: "sens."."""
    return word.endswith("s.") and word not in words("titles") and f"{word[:-2]}." in words("titles")


@lru_cache(REMEMBERED)
def is_human(word: str) -> bool:
    """Whether a lower-cased noun is one for people: "senator", "friend", "readers", and not "outcome"."""
    one = singular(word)
    return (
        is_title(one)
        or any(one in words(known) for known in ("humans", "epithets", "kin", "demonyms"))
        or any(many in words(known) for many in (word, f"{one}s") for known in ("groups", "folk"))
        or one in _gendered()
        or one.endswith(AGENTS)
    )


AGENTS = ("er", "or", "ee", "ist", "ian", "ant", "man", "ite")
"""How most nouns end that call people by what they do or believe; some other nouns end so, too."""


@cache
def _gendered() -> frozenset[str]:
    return frozenset(row["form"] for row in table("gendered"))


@lru_cache(REMEMBERED)
def is_body(word: str) -> bool:
    """Whether a lower-cased word is the head of an organisation's name."""
    return word in words("organizations") or singular(word) in words("organizations")
