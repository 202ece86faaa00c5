"""Finds who signed the letters of a readers' page, so that "I" is no writer of the paper's."""

from __future__ import annotations

from bisect import bisect_left

from quotes.ledger import Entry, Ledger
from quotes.lexicon import words
from quotes.tree import Tree


class Letters:
    """The signatures of a page of letters, by their paragraphs; empty for any other text."""

    def __init__(self, tree: Tree, ledger: Ledger) -> None:
        self._opening = _opening(tree)
        self._signed = [] if self._opening is None else _signatures(tree, ledger, self._opening)

    def signer(self, paragraph: int) -> Entry | None:
        """Return who signs the letter that holds a paragraph."""
        if self._opening is None or paragraph < self._opening:
            return None
        k = bisect_left(self._signed, paragraph, key=lambda signature: signature[0])
        return self._signed[k][1] if k < len(self._signed) else None


def _opening(tree: Tree) -> int | None:
    """The paragraph that heads letters: "LETTERS."."""
    for number, paragraph in enumerate(tree.paragraphs):
        if paragraph.end - paragraph.start < LONGEST:
            heading = tree.text[paragraph.start : paragraph.end].strip(" .:\n").lower()
            if heading in words("letters"):
                return number
    return None


LONGEST = 30
"""Code points that such a heading may have."""


def _signatures(tree: Tree, ledger: Ledger, opening: int) -> list[tuple[int, Entry]]:
    """The paragraphs after a heading that are a person's full name and no more."""
    found = []
    for head, entry in ledger.by_token.items():
        first, end = ledger.names[head].tokens
        number = tree.paragraph[first]
        if entry.kind == "person" and end - first > 1 and number > opening:
            paragraph = tree.paragraphs[number]
            if tree.text[paragraph.start : paragraph.end].strip(" .\n") == tree.said((first, end)).strip(" ."):
                found.append((number, entry))
    return found
