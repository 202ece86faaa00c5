"""Finds the documents that bear the name of a body: "a Riverton Tribune poll", "the FBI summary"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotes.ledger import Ledger
from quotes.lexicon import words
from quotes.runs import LONGEST_NAME
from quotes.tree import Tree

Named = dict[str, list[tuple[int, str]]]
"""For each sort of document, where those with a name stand, and what they are called."""

POLL = "poll"


def sort_of(tree: Tree, i: int) -> str:
    """Return the noun for a document, one for all that ask people: a survey is a poll."""
    return POLL if tree.lower[i] in words("cues/polls") else tree.lower[i]


def named_documents(tree: Tree, ledger: Ledger) -> Named:
    """Return the documents that bear the name of a body, in order."""
    found: Named = defaultdict(list)
    for i in (last + 1 for last in sorted(ledger.names) if last in ledger.by_token and last + 1 < len(tree)):
        word = tree.lower[i]
        if tree.tags[i] in ("NN", "NNP") and (word in words("documents") or word in words("cues/polls")):
            first = next((k for k in range(max(tree.left[i], i - LONGEST_NAME), i) if k in ledger.names), None)
            if first is not None:
                found[sort_of(tree, i)].append((i, tree.said((ledger.names[first].tokens[0], i + 1))))
    for named in found.values():
        fullest = _fullest([name for _, name in named])
        named[:] = [(i, fullest[name]) for i, name in named]
    return found


def _fullest(called: Sequence[str]) -> dict[str, str]:
    """Map each name to the fullest that has all of its words: "Tribune/Elm poll" to "Tribune/Elm College poll"."""
    ranked = sorted(dict.fromkeys(called), key=lambda name: -len(_words(name)))[:SEVERAL]
    return {name: next((full for full in ranked if _words(name) <= _words(full)), name) for name in called}


def _words(name: str) -> set[str]:
    return set(name.casefold().replace("/", " ").replace("-", " ").split())


SEVERAL = 12
"""Names of documents of one sort that are compared: what keeps the time linear."""
