"""What a mention is, by its form and its head word: a name, a place, a pronoun, people, a document, a thing."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.spans import Tokens
from quotes.tree import Tree, remembered

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
PRONOUNS = frozenset({"he", "she", "they", "who", "him", "her", "them", "his", "their"})
EMPTY = frozenset({"it", "that", "this", "which", "there", "what", "these", "those", "you", "one"})
"""Words that stand for no speaker, or for one that the sentence does not name."""

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
"""What a name's possessive ends in, whatever the tagger makes of it."""


@remembered
def source_kind(tree: Tree, source: Tokens | None) -> str:
    """Return what a source mention is."""
    if source is None:
        return "none"
    first, end = source
    word = tree.lower[first]
    if end - first == 1:
        for kind, members in (("first person", FIRST_PERSON), ("pronoun", PRONOUNS), ("empty", EMPTY)):
            if word in members:
                return kind
    head = head_of(tree, source)
    if tree.tags[head] in ("NNP", "NNPS"):
        return "place" if " ".join(tree.lower[first:end]) in words("places") else "name"
    if end - first > 1 and word in FIRST_PERSON:
        return "first person"
    return noun_kind(tree, head)


def noun_kind(tree: Tree, i: int) -> str:
    """Return what a common noun stands for: people, a person, a body, a document, or a thing."""
    word = tree.lower[i]
    single = word[:-1] if word.endswith("s") else word
    for kind in ("groups", "titles", "documents", "organizations"):
        if word in words(kind) or single in words(kind):
            return kind
    return "things" if tree.tags[i] == "NNS" else "thing"


def is_a_date(tree: Tree, i: int) -> bool:
    """Whether a token says when: a day, a month, a year."""
    return tree.lower[i] in words("calendar") or (tree.tags[i] == "CD" and len(tree.words[i]) == YEAR)


YEAR = 4
"""How many digits a year has."""


def head_of(tree: Tree, tokens: Tokens) -> int:
    """Return the token of a range that the others hang on."""
    first, end = tokens
    for i in range(first, end):
        outward = not first <= tree.heads[i] < end or tree.heads[i] == i
        if outward and tree.tags[i] not in (",", "CC", ".", "IN", "RB"):
            return i
    return end - 1
