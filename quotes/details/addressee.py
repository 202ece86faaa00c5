"""To whom it was said: the party that a verb of telling takes, without its place and time.

The span is the noun phrase, with what follows after "of" and "and": "a crowd of supporters",
"Lee and Ortiz". Whoever is accused, praised or called names is no addressee.
"""

from __future__ import annotations

from functools import cache

from quotes.details.clause import Found, Stretch, is_verbal
from quotes.details.phrase import is_party, noun_phrase, whole
from quotes.lexicon import table, words
from quotes.nouns import singular
from quotes.rules import rule
from quotes.sources import mention
from quotes.spans import Link, Tokens
from quotes.tree import Tree

THINGS = frozenset({"NN", "NNS", "DT", "PRP", "JJ", "CD"})
"""Tags of what is no name: "told the truth", but "told the Times"."""


@rule("details")
def told_whom(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Reads the object of a verb of telling, directly after it.

    Example: Ortiz told reporters in Dayton that the mill would close.
    """
    takes = _addressing().get(stretch.verb, ("-", frozenset()))[0]
    if takes == "-" or i != stretch.first or not stretch.objects:
        return None
    end = noun_phrase(tree, i, stretch.end)
    if end is None or (tree.tags[end - 1] in THINGS and singular(tree.lower[end - 1]) in words("details/told")):
        return None
    if takes == "party" and not is_party(tree, i, end):
        return None
    end = whole(tree, end, stretch.end)
    return Found("addressee", (i, end), end, "told_whom")


@rule("details")
def said_to(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Reads the party that the verb's own preposition leads to.

    Example: Ortiz said to her aides that the mill would close.
    """
    if tree.lower[i] not in _addressing().get(stretch.verb, ("-", frozenset()))[1] or i + 1 >= stretch.end:
        return None
    if stretch.place == "tail" and i == stretch.first:
        return None  # an adviser to Lee
    end = noun_phrase(tree, i + 1, stretch.end)
    if end is None or not is_party(tree, i + 1, end):
        return None
    end = whole(tree, end, stretch.end)
    return Found("addressee", (i + 1, end), end, "said_to")


@rule("details")
def was_told(tree: Tree, link: Link) -> Found | None:
    """Reads the subject of a verb of telling in the passive.

    Example: The workers were told by Ortiz that the mill would close.
    """
    if link.cue is None or not is_verbal(tree, link) or tree.tags[link.cue.head] != "VBN":
        return None
    head = link.cue.head
    if _addressing().get(link.cue.lemma, ("-", frozenset()))[0] == "-":
        return None
    noun = tree.child(head, "nsubjpass")
    if noun is None and tree.deps[head] == "advcl" and tree.child(head, "aux", "auxpass", "nsubj") is None:
        noun = tree.child(tree.heads[head], "nsubj", "nsubjpass")
    if noun is None or tree.tags[noun] in ("WDT", "EX") or tree.lower[noun] in ("it", "that", "which"):
        return None
    first, end = mention(tree, noun)
    if not is_party(tree, noun, noun + 1) or (link.source is not None and _overlap((first, end), link.source)):
        return None
    return Found("addressee", (first, end), end, "was_told")


@cache
def _addressing() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["lemma"]: (row["object"], frozenset(row["by"].split())) for row in table("details/addressing")}


def _overlap(a: Tokens, b: Tokens) -> bool:
    return a[0] < b[1] and b[0] < a[1]
