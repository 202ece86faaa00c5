"""What a quotation is used for: speech, a title, a term, or nothing that the text makes clear."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.tags import FINITE
from quotes.tree import Tree

LONGEST = 16
"""How many tokens a title or a term may have, marks included."""

SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "vs"}
)


def use_of(tree: Tree, number: int, attribution: str | None) -> str:
    """Say how a quotation is used; one that an attribution holds may still be a title or a term within it."""
    if is_title(tree, number):
        return "title"
    if _is_named(tree, number):
        return "term"
    if attribution is not None:
        return "speech"
    return "term" if is_term(tree, number) else "unclear"


def is_title(tree: Tree, number: int) -> bool:
    """Whether a quotation names a work or a programme: capital words, and a noun or preposition that says so."""
    first, end = tree.held[number]
    shown = _words(tree, number) if end - first <= LONGEST else []
    if not shown or any(not w[0].isupper() and not w[0].isdigit() and w.lower() not in SMALL for w in shown):
        return False
    before = [w for w in tree.lower[max(0, first - 4) : first] if w.isalpha()]
    return bool(before) and (bool(set(before[-3:]) & words("works")) or (before[-1] == "on" and len(shown) > 1))


def is_term(tree: Tree, number: int) -> bool:
    """Whether a quotation is a scare quote, a name or a slogan: a few words without a clause of their own."""
    first, end = tree.held[number]
    if end - first > LONGEST:
        return False
    clause = any(tree.tags[i] in FINITE for i in range(first, end))
    return len(_words(tree, number)) <= 5 and not clause


def _is_named(tree: Tree, number: int) -> bool:
    """Whether the words before a quotation say that it is a name: so-called, dubbed, nicknamed."""
    first = tree.held[number][0]
    so_called = tree.lower[max(0, first - 3) : first] == ["so", "-", "called"]
    return so_called or (first > 0 and tree.lower[first - 1] in words("naming"))


def _words(tree: Tree, number: int) -> list[str]:
    first, end = tree.held[number]
    return [w for w in tree.words[first:end] if w[:1].isalnum()]
