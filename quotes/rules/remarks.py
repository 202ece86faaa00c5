"""Proposes the links between a short sentence that tells of speaking and the quotation that follows it."""

from __future__ import annotations

from collections.abc import Mapping

from quotes.rules import rule
from quotes.rules.contents import TERMINAL, ends_sentence, sentence_start
from quotes.rules.runs import contents_of, opens_sentence, run_of
from quotes.sources import source_of
from quotes.spans import Cue, Link
from quotes.tree import Tree

SHORT = 25
"""How many tokens such a sentence may have."""

WORDS = ("ccomp", "xcomp")
"""Relations of what was said: a verb that governs it has its content already."""


@rule("links")
def remark_then_quotation(tree: Tree, number: int, cues: Mapping[int, Cue]) -> Link | None:
    """Reads the verb of the sentence before a quotation, where it tells that somebody spoke and not what was said.

    Example: Ortiz disagreed. “We were there first.”
    """
    stop = _end_before(tree, number)
    if stop is None or not opens_sentence(tree, number) or not ends_sentence(tree, number):
        return None
    level = tree.parents[number]
    begin = sentence_start(tree, stop, level)
    if not 0 < stop - begin <= SHORT or any(tree.quote[i] != level for i in range(begin, stop)):
        return None
    cue = next((cues[i] for i in range(begin, stop) if i in cues and tree.deps[i] == "ROOT"), None)
    if cue is None or tree.child(cue.head, *WORDS) is not None:
        return None
    source, found_by = source_of(tree, cue.head)
    if source is None or found_by is None:
        return None
    bare = not any(tree.words[i].isalnum() for i in range(cue.tokens[1], stop))
    run = run_of(tree, number, cues, cue.head)
    rules = ("remark_then_quotation", found_by, *(("quotation_goes_on",) if len(run) > 1 else ()))
    return Link(contents_of(tree, run), cue, source, rules, f"remark {'bare' if bare else 'on'}")


def _end_before(tree: Tree, number: int) -> int | None:
    """One past the sentence before a quotation, its terminal left out; None where none ends there."""
    first, level = tree.held[number][0], tree.parents[number]
    i = first - 1
    while i >= 0 and tree.words[i].isspace():
        i -= 1
    if i < 1 or tree.paragraph[i] != tree.paragraph[first] or tree.quote[i] != level:
        return None
    return i if tree.words[i] in TERMINAL else None
