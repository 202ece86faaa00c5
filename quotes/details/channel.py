"""Through what it was said: a statement, an interview, a programme, a platform.

The span is the phrase with its preposition ("in a statement", "on Twitter"), together with whom
an interview was given to and where it ran ("in an interview with Radio Nord"). A title in
quotation marks that stands directly after its preposition is the whole channel, without the
preposition: said on “Face the Nation”. Places and gatherings ("in Dayton", "at a rally") are no
channels; occasions made for speaking (a debate, a hearing, a news conference) are.

Whoever an interview, a letter or a speech is given, written or made to is also the addressee.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from quotes.details.clause import Found, Stretch
from quotes.details.phrase import is_party, noun_phrase, title_at, whole
from quotes.details.time import YEAR, time_at
from quotes.lexicon import table, words
from quotes.nouns import singular
from quotes.rules import rule
from quotes.tree import Tree

RUNS_IN = frozenset({"on", "in", "for", "via"})
"""Prepositions of where an interview or an article ran."""

LONGEST = 5
"""No channel's noun is longer than this many tokens, hyphens counted."""


def channel_at(tree: Tree, i: int, stretch: Stretch) -> tuple[Found, ...]:
    """Return the channel that starts at a token, with the addressee that it names, or nothing."""
    if tree.lower[i] not in _prepositions() or i + 1 >= stretch.end:
        return ()
    for reader in (titled_programme, named_outlet, spoken_form, by_somebody):
        found: tuple[Found, ...] = reader(tree, i, stretch)
        if found:
            return found
    return ()


@rule("details")
def titled_programme(tree: Tree, i: int, stretch: Stretch) -> tuple[Found, ...]:
    """Reads a title in quotation marks directly after "on" or "in".

    Example: Ortiz said on “Face the Nation” that the mill would close.
    """
    end = title_at(tree, i + 1, stretch.end)
    if end is None or tree.lower[i] not in ("on", "in", "during"):
        return ()
    return (Found("channel", (i + 1, end), end, "titled_programme"),)


@rule("details")
def named_outlet(tree: Tree, i: int, stretch: Stretch) -> tuple[Found, ...]:
    """Reads a platform, an outlet or a programme by its name.

    Example: Ortiz wrote on Facebook that the mill would close.
    """
    word, end = tree.lower[i], _name_end(tree, i + 1, stretch.end)
    if end is None or word in ("at", "by", "over", "through", "during") or (word == "for" and stretch.verb != "write"):
        return ()
    name = _plain(tree, i + 1, end)
    if word == "via" and name not in words("details/platforms"):
        return ()
    if word == "in" and name in words("details/platforms"):
        return ()
    return (Found("channel", (i, end), end, "named_outlet"),)


@rule("details")
def spoken_form(tree: Tree, i: int, stretch: Stretch) -> tuple[Found, ...]:
    """Reads a noun for what words are said in, with whom it was said to and where it ran.

    Example: Ortiz said in an interview with Radio Nord that the mill would close.
    """
    end = noun_phrase(tree, i + 1, stretch.end)
    if end is None:
        return ()
    for _ in range(2):
        if end + 1 < stretch.end and tree.lower[end] == "of" and tree.lower[end - 1] in words("details/amounts"):
            end = noun_phrase(tree, end + 1, stretch.end) or end
    form = _form(tree, i + 1, end)
    if form is None or tree.lower[i] not in form["said"].split() or _goes_on(tree, end, stretch.end):
        return ()
    if (
        tree.lower[i] == "in"
        and end == i + 2
        and tree.tags[i + 1] == "NN"
        and tree.lower[i + 1] not in words("details/bare")
    ):
        return ()
    found = tuple(dated_channel(tree, i + 1, end))
    end = title_at(tree, end, stretch.end) or end
    for _ in range(2):
        if end + 1 >= stretch.end:
            break
        partner = channel_partner(tree, end, stretch.end, form["partner"])
        ran = _ran_in(tree, end, stretch)
        if partner is not None:
            found, end = (*found, partner), partner.end
        elif ran is not None:
            end = ran
    return (Found("channel", (i, end), end, "spoken_form"), *found)


@rule("details")
def dated_channel(tree: Tree, first: int, end: int) -> Iterator[Found]:
    """Reads the day or the year that stands before a channel's noun.

    Example: Ortiz said in a Friday interview that the mill would close.
    """
    for k in range(first, end - 1):
        found = time_at(tree, k, min(end - 1, k + 3))
        if found is None and YEAR.fullmatch(tree.words[k]):
            found = Found("time", (k, k + 1), k + 1, "calendar_time")
        if found is not None:
            yield replace(found, end=end, rule="dated_channel")
            return


@rule("details")
def by_somebody(tree: Tree, i: int, stretch: Stretch) -> tuple[Found, ...]:
    """Reads who was sent to speak in the source's place.

    Example: Ortiz said through a spokesman that the mill would close.
    """
    end = noun_phrase(tree, i + 1, stretch.end) if tree.lower[i] in ("through", "via") else None
    if end is None or singular(tree.lower[end - 1]) not in words("details/deputies"):
        return ()
    return (Found("channel", (i, end), end, "by_somebody"),)


@rule("details")
def channel_partner(tree: Tree, i: int, limit: int, prepositions: str) -> Found | None:
    """Reads whom an interview is given, a letter written or a speech made to.

    Example: Ortiz wrote in a letter to shareholders that the mill would close.
    """
    if i + 1 >= limit or tree.lower[i] not in prepositions.split():
        return None
    end = noun_phrase(tree, i + 1, limit)
    if end is None or not is_party(tree, i + 1, end):
        return None
    end = whole(tree, end, limit)
    return Found("addressee", (i + 1, end), end, "channel_partner")


def is_outlet(tree: Tree, first: int, end: int) -> bool:
    """Whether a noun phrase names an outlet that reports, by its name, its last word or its first."""
    if _plain(tree, first, end) in _outlets():
        return tree.words[end - 1][0].isupper()
    names = tree.words[end - 1][0].isupper(), end - 1 > first and tree.tags[end - 2] in ("NNP", "NNPS")
    return any(names) and (tree.lower[end - 1] in media_nouns() or (names[0] and tree.words[first] in ("Radio", "TV")))


def _ran_in(tree: Tree, i: int, stretch: Stretch) -> int | None:
    """The end of the outlet, platform or programme that follows what was said there."""
    if tree.lower[i] not in RUNS_IN:
        return None
    end = _name_end(tree, i + 1, stretch.end)
    if end is not None:
        return end
    end = title_at(tree, i + 1, stretch.end)
    if end is not None:
        return end
    end = noun_phrase(tree, i + 1, stretch.end)
    form = _form(tree, i + 1, end) if end is not None else None
    return end if form is not None and tree.lower[i] == "on" and "on" in form["said"].split() else None


def _name_end(tree: Tree, first: int, limit: int) -> int | None:
    """One past the name of a platform, an outlet or a programme, its owner before it or not."""
    end = noun_phrase(tree, first, limit)
    owner = next((k + 1 for k in range(first, min((end or first) + 1, limit)) if tree.tags[k] == "POS"), first)
    for start in (first, owner):
        for size in (5, 4, 3, 2, 1):
            stop = start + size
            if (
                stop <= limit
                and tree.words[start][0].isupper()
                and tree.words[stop - 1][0].isupper()
                and _plain(tree, start, stop) in words("details/programmes")
            ):
                return stop
    if end is None:
        return None
    if owner > first:
        return end if tree.quote[end - 1] != tree.quote[first] else None
    name = _plain(tree, first, end)
    capital = tree.words[end - 1][0].isupper()
    if (capital and name in words("details/platforms")) or is_outlet(tree, first, end):
        return title_at(tree, end, limit) or end
    return None


def _form(tree: Tree, first: int, end: int) -> dict[str, str] | None:
    """The row of the channel that a noun phrase names: the longest of its endings that has one."""
    forms = _forms()
    for start in range(max(first, end - LONGEST), end):
        name = _plain(tree, start, end)
        row = forms.get(name) or forms.get(singular(name))
        if row is not None:
            return row
    return None


def _goes_on(tree: Tree, end: int, limit: int) -> bool:
    """Whether a noun is no phrase of its own: "on the call-in show", "in debate after debate"."""
    if end + 1 >= limit:
        return False
    return tree.tags[end] == "HYPH" or (tree.lower[end] == "after" and tree.lower[end + 1] == tree.lower[end - 1])


def _plain(tree: Tree, first: int, end: int) -> str:
    return " ".join(tree.said((first, end)).lower().replace("’", "'").split()).removeprefix("the ")


@cache
def _forms() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in table("details/channels")}


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(word for row in table("details/channels") for word in row["said"].split()) | {"through", "for"}


@cache
def _outlets() -> frozenset[str]:
    return words("details/outlets") | words("outlets")


@cache
def media_nouns() -> frozenset[str]:
    """Return the nouns for outlets, which also end their names: "newspaper", "times"."""
    return frozenset(row["word"] for row in table("sorts") if row["sort"] == "media") | {"tv"}
