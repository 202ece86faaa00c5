"""Proposes the clauses and infinitives that the parse hangs on a verb."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues import is_passive
from quotes.rules import rule
from quotes.rules.contents import cut
from quotes.rules.reading import Reading, single
from quotes.spans import Cue, Tokens
from quotes.tags import FINITE, INFLECTED
from quotes.tree import Tree


@rule("links")
def clause_after(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the clause that a verb governs to its right.

    Example: Ortiz said that the plant would close.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "ccomp"):
        if kid > cue.head:
            lost = _lost_subject(tree, cue, kid) or _lost_condition(tree, cue, kid)
            first = cue.tokens[1] if lost else max(tree.left[kid], cue.tokens[1])
            pattern = "that" if tree.lower[first] == "that" else "whether" if tree.lower[first] in WHETHER else "clause"
            yield Reading(pattern, single(tree, (first, tree.right[kid]), level), cue.tokens)


def _lost_subject(tree: Tree, cue: Cue, kid: int) -> bool:
    """Whether the parse has taken the subject of a clause for the verb's object: said | the days of ease | are over."""
    if tree.tags[kid] not in INFLECTED and not any(
        tree.tags[k] in FINITE for k in tree.children(kid, "aux", "auxpass")
    ):
        return False
    own = (k for k in tree.children(kid, "nsubj", "nsubjpass", "expl") if tree.tags[k] not in ("WDT", "WP"))
    if next(own, None) is not None:
        return False
    return any(cue.tokens[1] <= k < kid for k in tree.children(cue.head, "dobj"))


def _lost_condition(tree: Tree, cue: Cue, kid: int) -> bool:
    """Whether the parse has hung on the verb what belongs to its clause: said | if it rained | the mill would close."""
    start = cue.tokens[1]
    if start >= tree.left[kid] or tree.lower[start] not in CONDITIONS or tree.lower[tree.left[kid]] in ("that", "to"):
        return False
    return tree.quote[start] == tree.quote[cue.head]


CONDITIONS = frozenset({"if", "while", "although", "though", "unless", "despite", "even", "no", "without"})
"""Words that open what a reported clause depends on, and not when or where it was said."""


@rule("links")
def clause_before(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the clause to the left of the verb that governs it.

    Example: The plant would close, Ortiz said.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "ccomp"):
        if kid < cue.head:
            frame = _frame(tree, cue)
            end = min(tree.right[kid], frame[0]) if kid < frame[0] else tree.right[kid]
            yield Reading("before", single(tree, (tree.left[kid], end), level), cue.tokens)


@rule("links")
def clause_around(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the clause that a reporting clause interrupts or ends.

    Example: The plant, Ortiz said, would close.
    """
    if tree.deps[cue.head] not in ("parataxis", "ccomp", "advcl") or tree.child(cue.head, "nsubj") is None:
        return
    host = tree.heads[cue.head]
    hole = _frame(tree, cue)
    if tree.deps[cue.head] == "parataxis" or (
        tree.words[hole[0] - 1] == "," and hole[1] < len(tree) and tree.words[hole[1]] in ",."
    ):
        yield Reading("around", cut(tree, (tree.left[host], tree.right[host]), hole, tree.quote[cue.head]), cue.tokens)


@rule("links")
def infinitive(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the infinitive or gerund that a verb governs.

    Example: Ortiz promised to reopen the plant.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "xcomp"):
        if kid > cue.head:
            first = tree.left[kid]
            pattern = "to" if tree.lower[first] == "to" else "ing" if tree.tags[kid] == "VBG" else "small"
            passive = "be+" if is_passive(tree, cue.head) else ""
            end = tree.right[kid]
            yield Reading(passive + pattern, single(tree, (first, end), level), cue.tokens)


@rule("links")
def for_someone_to(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads whom and what a verb calls for, where an infinitive follows.

    Example: Ortiz called for the owners to reopen the plant.
    """
    start = cue.tokens[1]
    if start + 2 >= len(tree) or tree.lower[start] != "for":
        return
    for verb in range(start + 2, min(start + REACH, len(tree))):
        if tree.quote[verb] != tree.quote[cue.head] or tree.words[verb] in ".,;:":
            return
        if tree.tags[verb] == "VB" and tree.lower[verb - 1] == "to":
            end = max(tree.right[verb], verb + 1)
            yield Reading("for to", single(tree, (start + 1, end), tree.quote[cue.head]), (cue.tokens[0], start + 1))
            return


REACH = 14
"""How many tokens may stand between "for" and the infinitive."""


WHETHER = frozenset({"whether", "if", "what", "why", "how", "who", "when", "where", "which"})


def _frame(tree: Tree, cue: Cue) -> Tokens:
    """The reporting clause itself: verb group and subject."""
    first, end = cue.tokens
    noun = tree.child(cue.head, "nsubj")
    if noun is not None:
        first, end = min(first, tree.left[noun]), max(end, tree.right[noun])
    return first, end
