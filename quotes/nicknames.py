"""Nicknames: those that the text gives somebody ("Robert “Bob” Ray"), and those that first names have ("Bob").

The pairs of first names and nicknames are those of the package ``nicknames``, a list kept by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from quotes.ledger import Form
from quotes.runs import CLOSING, OPENING
from quotes.spans import Name
from quotes.tree import Tree

if TYPE_CHECKING:
    from nicknames import NickNamer

KNOWN_AS = (["known", "as"], ["goes", "by"], ["went", "by"], ["nicknamed"], ["called"])
"""What stands between a name and the nickname of its bearer: Ann Lee, better "known as" Annie."""

NEAR = 3
"""How many tokens after a name those words are looked for: ", better", ", who"."""


def by_nickname(tree: Tree, names: Sequence[Name], forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Yield each name that is only a nickname, with or without the surname, and the full name that it stands for."""
    bearers = dict(_told(tree, names, forms))
    if not bearers:
        return
    others = {word for k, form in enumerate(forms) if len(form) > 1 for word in (form[0], form[-1])}
    meant = {
        form: k
        for nickname, k in bearers.items()
        for form in ((nickname, forms[k][-1]), *([(nickname,)] if nickname not in others else []))
    }
    for k, form in enumerate(forms):
        if form in meant and names[k].kind != "organization":
            yield k, meant[form]


def _told(tree: Tree, names: Sequence[Name], forms: Sequence[Form]) -> Iterator[tuple[str, int]]:
    """Yield each nickname that the text gives somebody, and which of the names is the full one beside it."""
    for k, name in enumerate(names):
        first, end = name.tokens
        if (i := next((i for i in range(first + 1, end - 1) if is_inside(tree, i)), None)) is not None:
            yield tree.lower[i], k
    for k, (name, after) in enumerate(pairwise(names)):
        start, size = after.tokens[0], after.tokens[1] - after.tokens[0]
        if size == 1 and len(forms[k]) > 1 and name.kind in ("person", "unknown") and _is_known_as(tree, name, start):
            yield tree.lower[start], k


def is_inside(tree: Tree, i: int) -> bool:
    """Whether a token of a name stands in quotation marks of its own: the “Bob” of Robert “Bob” Ray."""
    return tree.words[i - 1] in OPENING and tree.words[i + 1] in CLOSING


def _is_known_as(tree: Tree, name: Name, start: int) -> bool:
    end = name.tokens[1]
    return any(
        tree.lower[start - len(words) : start] == words and 0 <= start - len(words) - end < NEAR for words in KNOWN_AS
    )


def are_one(a: str, b: str) -> bool:
    """Whether one of two lower-cased first names is a nickname of the other: Robert and Bob."""
    return b in _nicknames().nicknames_of(a) or a in _nicknames().nicknames_of(b)


@cache
def _nicknames() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()
