"""Where a content ends before its clause does: the reporter has the word again.

The parser hangs whatever follows on the last verb it saw, and that is mostly the verb of the
content. Each check below recognises words that belong to the reporting clause instead.
"""

from __future__ import annotations

from functools import cache

from quotes.lexicon import table, verb_forms, words
from quotes.spans import Cue
from quotes.tree import Tree


def content_end(tree: Tree, cue: Cue, first: int, end: int) -> int:
    """Return the end of the content that starts at ``first`` and runs at most to ``end``."""
    level = tree.quote[cue.head]
    for i in range(first + 2, end):
        if tree.quote[i] == level and any(check(tree, cue, first, i) for check in CHECKS):
            return i
    return end


def participle_of_saying(tree: Tree, cue: Cue, first: int, i: int) -> bool:
    """Example: Ortiz said the mill would close, | adding that she was sorry."""
    verb = i + 1
    if tree.words[i] != "," or verb >= len(tree):
        return False
    while verb < len(tree) - 1 and tree.tags[verb] in ("CC", "RB"):
        verb += 1
    return tree.tags[verb] == "VBG" and verb_forms().get(tree.lower[verb]) in words("cues/going_on")


def noun_for_the_words(tree: Tree, cue: Cue, first: int, i: int) -> bool:
    """Example: Ortiz said the mill was lost, | a claim that the owners deny."""
    if tree.words[i] not in (",", "—", "--", "–") or i + 3 >= len(tree) or tree.lower[i + 1] not in ("a", "an", "the"):
        return False
    return any(
        tree.lower[k] in _nouns_of_saying() and tree.tags[k] == "NN" for k in range(i + 2, min(i + 5, len(tree)))
    )


def second_verb_of_the_speaker(tree: Tree, cue: Cue, first: int, i: int) -> bool:
    """Example: Ortiz says she would close the mill | and tells the crowd it was lost."""
    if tree.tags[i] != "CC" or i + 1 >= len(tree):
        return False
    verb = i + 1
    while verb < len(tree) - 1 and tree.tags[verb] == "RB":
        verb += 1
    if tree.tags[verb] not in ("VBD", "VBZ") or tree.tags[verb] != tree.tags[cue.head]:
        return False
    if verb_forms().get(tree.lower[verb]) is None or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    inner = {tree.tags[k] for k in range(first, i) if tree.tags[k] in ("VBD", "VBZ", "VBP", "MD")}
    return tree.tags[verb] not in inner


CHECKS = (participle_of_saying, noun_for_the_words, second_verb_of_the_speaker)


@cache
def _nouns_of_saying() -> frozenset[str]:
    return frozenset(row["lemma"] for row in table("nouns") if row["frame"] == "statement")


def object_end(tree: Tree, first: int, end: int, level: int) -> int:
    """Return the end of a content that is a noun phrase: what the reporter adds after a comma is left out.

    Example: Ortiz praised Ann Lee, | who had run the mill.
    """
    for i in range(first + 1, end - 1):
        if tree.quote[i] == level and tree.words[i] in (",", "—", "--", "–") and _adds(tree, i + 1):
            return i
    return end


def _adds(tree: Tree, i: int) -> bool:
    """Whether a clause or an apposition begins at a token."""
    if tree.lower[i] in ADDING:
        return True
    if tree.lower[i] not in ("a", "an", "the", "even"):
        return False
    for _ in range(4):
        if tree.deps[i] in ("appos", "advcl"):
            return True
        i = tree.heads[i]
    return False


ADDING = frozenset({"who", "which", "whom", "whose", "where", "when", "while", "including"})
