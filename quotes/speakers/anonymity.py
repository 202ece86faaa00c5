"""What an article says of a source that it does not name: who it is, and why it has no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.lexicon import words
from quotes.rules import rule
from quotes.spans import Offsets
from quotes.tree import Tree

OPENERS = frozenset({"because", "since", "citing", "fearing", "lest", "so"})
"""Words that open a reason wherever they stand after the refusal of a name."""

GROUNDS = frozenset({"for fear", "out of", "due to", "in order", "owing to", "in exchange"})
"""Two words that do: "out of concern"."""

NEAR = 3
"""Tokens after the refusal within which a bare infinitive gives a reason: "anonymity to discuss private talks"."""

REACH = 6
"""Tokens before "named" or "name" among which the refusal stands."""


def description(tree: Tree, mentions: Sequence[Offsets]) -> Offsets | None:
    """Return the fullest of the mentions of a source without a name, its article left out, in code points."""
    fullest = max(mentions, key=lambda m: (m[1] - m[0], -m[0]), default=None)
    if fullest is None:
        return None
    first, last = tree.token_at(fullest[0]), tree.token_at(fullest[1] - 1)
    while last > first and not tree.words[last][-1].isalnum():
        last -= 1
    if first < last and tree.lower[first] in ("a", "an", "the"):
        first += 1
    return tree.span((first, last + 1))


def refusals(tree: Tree) -> dict[int, Offsets | None]:
    """Return the sentences that say why somebody is not named, with the reason where one is given."""
    found: dict[int, Offsets | None] = {}
    tells = words("unnamed")
    for i, word in enumerate(tree.lower):
        if word in tells and tree.quote[i] < 0 and _refuses(tree, i):
            sentence = tree.sentence[i]
            found[sentence] = found.get(sentence) or anonymity_reason(tree, i)
    return found


@rule("speakers")
def anonymity_reason(tree: Tree, i: int) -> Offsets | None:
    """Reads why a source is not named, after the words that say that it is not.

    Example: An official spoke on condition of anonymity because the talks were private. He said it had rained.
    """
    end = tree.sentences[tree.sentence[i]][1]
    opener = next((k for k in range(i + 1, end) if tree.quote[k] < 0 and _opens_reason(tree, i, k)), None)
    if opener is None:
        return None
    clause = next((k for k in _clauses(tree, opener) if tree.left[k] >= opener), opener)
    last = max(tree.right[clause], opener + 1)
    while last > opener + 1 and not tree.words[last - 1][-1].isalnum():
        last -= 1
    return tree.span((opener, last)) if last > opener + 1 else None


def _refuses(tree: Tree, i: int) -> bool:
    if tree.lower[i].startswith("anonym"):
        return True
    floor = max(tree.sentences[tree.sentence[i]][0], i - REACH)
    return any(tree.lower[k] in words("refusing") for k in range(floor, i))


def _opens_reason(tree: Tree, i: int, k: int) -> bool:
    pair = " ".join(tree.lower[k : k + 2])
    if tree.lower[k] == "to" and tree.tags[k + 1 : k + 2] == ["VB"] and k - i < NEAR:
        return True
    return pair in GROUNDS or (tree.lower[k] in OPENERS and (tree.lower[k] != "so" or pair in ("so as", "so that")))


def _clauses(tree: Tree, opener: int) -> Iterator[int]:
    """Yield what an opener belongs to, the widest that it opens first."""
    above = [opener, *tree.ancestors(opener)]
    yield from reversed(above)
