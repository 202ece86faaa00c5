"""Finds the idioms that attribute as one: "made it clear", "went so far as to say"."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import NamedTuple

from quotes.lexicon import table
from quotes.spans import Tokens
from quotes.tree import Tree


class Idiom(NamedTuple):
    """The words of an idiom, each a set of forms, and what it reports."""

    words: tuple[frozenset[str], ...]
    lemma: str
    frame: str


def idiom_at(tree: Tree, i: int) -> tuple[int, Tokens, Idiom] | None:
    """Return the longest idiom whose first word is a token: its verb of saying, its tokens, and what it is."""
    for idiom in _idioms().get(tree.lower[i], ()):
        end = i + len(idiom.words)
        if end <= len(tree) and all(w in forms for w, forms in zip(tree.lower[i:end], idiom.words, strict=True)):
            return (end - 1 if tree.tags[end - 1] in ("VBG", "VB") else i), (i, end), idiom
    return None


def idiom_openers() -> Container[str]:
    """Return the first words of idioms."""
    return _idioms()


@cache
def _idioms() -> dict[str, list[Idiom]]:
    found: dict[str, list[Idiom]] = {}
    for row in table("cues/idioms"):
        words = tuple(frozenset(word.split("/")) for word in row["words"].split())
        for form in words[0]:
            found.setdefault(form, []).append(Idiom(words, row["lemma"], row["frame"]))
    for idioms in found.values():
        idioms.sort(key=lambda idiom: -len(idiom.words))
    return found


@cache
def idiom_lemmas() -> frozenset[str]:
    """The lemmas of all idioms; as evidence they count as "say"."""
    return frozenset(row["lemma"] for row in table("cues/idioms"))
