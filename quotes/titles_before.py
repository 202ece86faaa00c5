"""Reads the title before a name: "labor economist" Ann Lee, "former French" President Bob Ray."""

from __future__ import annotations

from quotes.lexicon import words
from quotes.nouns import is_title
from quotes.runs import LONGEST_NAME, opens_sentence
from quotes.spans import Tokens
from quotes.tree import Tree


def former(tree: Tree, first: int) -> int:
    """Where a title begins that other words open: "former deputy" or "French" President Lee."""
    if first > 3 and tree.lower[first - 3 : first] == ["-", "in", "-"] and is_title(tree.lower[first - 4]):
        first -= 4  # Editor-in-Chief
    while first > 0 and tree.lower[first - 1] in words("title_modifiers"):
        first -= 1
    if first > 0 and tree.tags[first - 1] == "JJ" and tree.words[first - 1][0].isupper():
        first -= 1
    return first


def lower_title(tree: Tree, first: int) -> Tokens | None:
    """Return the common-noun title right before a name: "labor economist" Ann Lee."""
    last = first - 1
    while last > 0 and _is_gap(tree, last):
        last -= 1
    if last < 0 or not is_title(tree.lower[last]):
        return None
    if tree.words[last][0].isupper() and not (tree.tags[last] in ("NN", "NNS") and opens_sentence(tree, last)):
        return None
    if tree.tags[last] in VERBS and not tree.lower[last].endswith(NEVER_VERBS):
        return None
    if tree.sentence[last] != tree.sentence[first] or _is_told_by(tree, last, first):
        return None
    start = last
    while last - start < LONGEST_NAME and start > tree.sentences[tree.sentence[last]][0]:
        if tree.tags[start - 1] not in MODIFIERS and not _is_gap(tree, start - 1):
            break
        if tree.lower[start - 1] in words("calendar"):
            break
        start -= 1
    while start < last and (tree.tags[start] in ("POS", "HYPH") or _is_gap(tree, start) or _is_participle(tree, start)):
        start += 1
    while start > 1 and tree.words[start - 1] == "-" and tree.starts[start] == tree.ends[start - 1]:
        start -= 2  # "best-selling" writer, whatever the tag of "best"
    return start, last + 1


def _is_told_by(tree: Tree, noun: int, first: int) -> bool:
    """Whether a name begins the clause that tells which one is meant: "the clerk Lee had hoped for"."""
    verbs = (tree.heads[k] for k in range(first, min(first + LONGEST_NAME, len(tree))) if tree.deps[k] == "nsubj")
    return any(tree.deps[verb] == "relcl" and tree.heads[verb] == noun for verb in verbs)


def _is_participle(tree: Tree, i: int) -> bool:
    """Whether a word before a title is the verb of its own: "seeing" reporter Ann Lee, and not "managing" editor."""
    perfect = tree.tags[i] == "VBN" and tree.lower[max(i - 1, 0)] in ("has", "have", "had")
    plain = (tree.tags[i] == "VBG" and tree.lower[i] not in words("title_modifiers")) or perfect
    return plain and tree.tags[i + 1] != "HYPH" and tree.deps[i] not in ("amod", "compound")


def _is_gap(tree: Tree, i: int) -> bool:
    """Whether a token is a second space between two words."""
    return tree.words[i].isspace() and "\n" not in tree.words[i]


NEVER_VERBS = ("ist", "ian", "man")
"""How nouns end that are no verbs, whatever the tagger says: "strategist"."""


VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})


MODIFIERS = frozenset({"NN", "NNS", "JJ", "JJS", "JJR", "NNP", "NNPS", "HYPH", "VBG", "VBN", "CD", "$"})
