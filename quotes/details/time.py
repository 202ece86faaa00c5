"""When it was said: dates, days and clock times of a reporting clause.

The words of times are data (``details/times.tsv``), each with the letters of its kinds; a time
is a pattern over the kinds. "Two days after the vote" is no time here: only the calendar and the
clock are, and what counts from now.
"""

from __future__ import annotations

import re
from functools import cache

from quotes.details.clause import Found
from quotes.lexicon import table
from quotes.rules import rule
from quotes.tree import Tree

WINDOW = 12
"""No time is longer than this many tokens."""

CAPITALISED, SMALL = frozenset("wmhlk"), frozenset("upt")
"""Kinds whose words are capitalised, and kinds whose words are not: "This Week" and "USA Today" are no times."""

YEAR = re.compile(r"(?:mid-)?(?:1[5-9]|20)\d\d(?:s|['’]s)?|['’]\d0s")
NUMBER = re.compile(r"\d{1,2}(?::\d\d)?")
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth")
"""Kinds that are shapes, not words: ``y``, ``n`` and ``o``."""

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "HYPH"})


def _pattern(shape: str) -> re.Pattern[str]:
    """Compile a pattern of kinds: each letter (or class of letters) stands for one token of that kind."""
    return re.compile(re.sub(r"\[\w+\]|[a-zA-Z,-]", lambda kind: f"(?:<[^>]*{kind[0]}[^>]*>)", shape.replace(" ", "")))


CALENDAR = _pattern(
    "e*i?e*k?wp?(?:,?m[no](?:,y)?|,?nm(?:,?y)?)?"  # late on Monday night; Monday, Jan. 5, 2015
    "| e*(?:(?:id?)?m[no](?:,?y)?|i?d?[no]f?m(?:,?y)?)"  # on Jan. 5, 2015; on the 5th of March
    "| e*jd?e?-?(?:m(?:,?f?y)?|y)"  # in mid-January; in March of 2015; in the early 1990s
    "| e*i?hl? | iXX?l"  # on Christmas Eve; on Election Day
    "| idbf(?:m(?:,?y)?|y|[ds]u) | jpy | e*id(?:e|r)?p(?:f?y)?"  # at the end of July; in the spring of 2012
)
RELATIVE = _pattern(
    "e*i?e*(?:d[rP]+|r+)(?:nf?)*(?:u|p|wp?|m)"  # last week; in the past two years
    "| e*i?e*s[rP]?(?:u|p|wp?|m)"  # earlier this year; that night
    "| e*(?:(?:q|CT)*[nd]f?)*[uv]g"  # a few days later; more than two years ago
    "| e*tp? | e+jd[up]"  # yesterday morning; earlier in the week
    "| [dn](?:u|p)a(?=,)"  # the day before
)
CLOCK = _pattern("e*[ia]q?(?:nc|z)(?:i?k?wp?|tp?|idp)?")  # shortly after 9 p.m. on Monday


@rule("details")
def calendar_time(tree: Tree, i: int, end: int) -> Found | None:
    """Reads a day, a month, a year or a holiday, with what pins it down.

    Example: Ortiz said on Monday, Jan. 5, that the mill would close.
    """
    return _match(tree, i, end, CALENDAR, "calendar_time")


@rule("details")
def relative_time(tree: Tree, i: int, end: int) -> Found | None:
    """Reads a day, week, month or year that is counted from now or from another.

    Example: Ortiz said earlier this year that the mill would close.
    """
    return _match(tree, i, end, RELATIVE, "relative_time")


@rule("details")
def clock_time(tree: Tree, i: int, end: int) -> Found | None:
    """Reads an hour, with the day if it stands beside it.

    Example: Ortiz said at 3 p.m. on Monday that the mill would close.
    """
    return _match(tree, i, end, CLOCK, "clock_time")


def time_at(tree: Tree, i: int, end: int) -> Found | None:
    """Return the time that starts at a token and ends before ``end``."""
    if tree.lower[i] not in _kinds() and not tree.words[i][0].isdigit():
        return None
    if i and "k" in _kinds_of(tree, i - 1):
        return None  # of "Super Tuesday", cut in two
    for reader in (clock_time, calendar_time, relative_time):
        found: Found | None = reader(tree, i, end)
        if found is not None:
            return found
    return None


def _match(tree: Tree, i: int, end: int, pattern: re.Pattern[str], name: str) -> Found | None:
    kinds = "".join(f"<{_kinds_of(tree, k)}>" for k in range(i, min(end, i + WINDOW)))
    match = pattern.match(kinds)
    if match is None:
        return None
    stop = i + match[0].count("<")
    if stop < end and tree.tags[stop] in NOUNS and not tree.words[stop].isspace():
        return None
    return Found("time", (i, stop), stop, name)


def _kinds_of(tree: Tree, k: int) -> str:
    """The kinds of a token, a string of letters; a comma and a hyphen are kinds of their own."""
    word, lower = tree.words[k], tree.lower[k]
    if lower in (",", "-", "–"):
        return "," if lower == "," else "-"
    kinds = _kinds().get(lower, "")
    wrong = CAPITALISED
    if word[0].isupper():
        wrong = SMALL if k and tree.tags[k - 1] in ("NNP", "IN") else SMALL - {"t"}
    if kinds:
        kinds = "".join(kind for kind in kinds if kind not in wrong)
    if "m" in kinds and tree.tags[k] == "MD":
        kinds = ""
    if YEAR.fullmatch(word):
        kinds += "y"
    if NUMBER.fullmatch(word):
        kinds += "n"
    if ORDINAL.fullmatch(lower):
        kinds += "o"
    if tree.tags[k] in ("NNP", "NNPS"):
        kinds += "X"
    return kinds or "x"


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for row in table("details/times"):
        kinds[row["word"]] = kinds.get(row["word"], "") + row["kind"]
    return kinds
