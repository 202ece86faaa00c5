"""Proposes what the layout attributes: headlines, transcripts, signatures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotes.lexicon import words
from quotes.rules import rule
from quotes.rules.contents import content
from quotes.sources import source_of
from quotes.spans import Cue, Link, Offsets, Tokens
from quotes.tree import Tree

REACH = 12
"""How many tokens may stand between a verb and the colon of a block quotation."""

LABEL = 9
"""How many tokens a speaker's label may have."""

SMALL = frozenset({"of", "the", "and", "de", "van", "al", "for"})
"""Small words inside names."""

DASHES = frozenset({"-", "--", "—", "–", "―"})


def propose(tree: Tree, cues: Sequence[Cue]) -> Iterator[Link]:
    """Yield the readings of every paragraph's layout."""
    bounds = _bounds(tree)
    labels = [_label(tree, tokens) for tokens in bounds]
    transcript = sum(label is not None for label in labels) >= 2
    for number, tokens in enumerate(bounds):
        label = labels[number]
        if label is not None:
            link = speaker_label(
                tree, tokens, label, "transcript" if transcript else "headline" if number == 0 else "label"
            )
            if link is not None:
                yield link
        yield from signature(tree, bounds, number)
    for cue in cues:
        yield from block_quotation(tree, bounds, cue)


@rule("links")
def speaker_label(tree: Tree, tokens: Tokens, colon: int, where: str) -> Link | None:
    """Reads a name and a colon at the start of a headline or of a turn in a transcript.

    Example: Ortiz: Plant will close
    """
    span = content(tree, (colon + 1, tokens[1]), -1)
    if span is None:
        return None
    cue = Cue(colon, (colon, colon + 1), ":", "statement", "asserted")
    first = tokens[0] + (tree.lower[tokens[0]] == "from" and colon > tokens[0] + 1)
    return Link((span,), cue, (first, colon), ("speaker_label",), f"label in {where}")


@rule("links")
def signature(tree: Tree, bounds: list[Tokens], number: int) -> Iterator[Link]:
    """Reads a dash and a name after a quotation, on its line or the next.

    Example: “We will not be moved.” — Ann Ortiz
    """
    first, end = bounds[number]
    dash = next((i for i in range(first, min(end, first + 400)) if tree.quote[i] < 0 and tree.words[i] in DASHES), None)
    if dash is None or not 0 < end - dash - 1 <= 14 or not _is_name(tree, (dash + 1, min(end, dash + 3))):
        return
    before = dash - 1
    while before >= 0 and tree.words[before].isspace():
        before -= 1
    if before < 0 or tree.quote[before] < 0 or tree.parents[tree.quote[before]] >= 0:
        return
    if first < dash and tree.held[tree.quote[before]][0] > first + 1:
        return
    quotation = tree.quotations[tree.quote[before]]
    spans: tuple[Offsets, ...] = ((quotation.start, quotation.end),)
    cue = Cue(dash, (dash, dash + 1), tree.words[dash], "statement", "asserted")
    while end > dash + 2 and tree.words[end - 1] in (".", ",", " ", "\n"):
        end -= 1
    yield Link(spans, cue, (dash + 1, end), ("signature",), "signature")


@rule("links")
def block_quotation(tree: Tree, bounds: list[Tokens], cue: Cue) -> Iterator[Link]:
    """Reads the paragraph without marks after a verb and a colon that end theirs.

    Example: Ortiz wrote: (new paragraph) The plant was our life.
    """
    number = bisect_right(bounds, (cue.head, len(tree))) - 1
    if not 0 <= number < len(bounds) - 1 or tree.words[bounds[number][1] - 1] != ":":
        return
    last, (first, end) = bounds[number][1] - 1, bounds[number + 1]
    if last - cue.tokens[1] > REACH or tree.quote[first] >= 0 or tree.quote[last] >= 0:
        return
    span, (source, found_by) = content(tree, (first, end), -1), source_of(tree, cue.head)
    if span is not None and source is not None and found_by is not None:
        tokens = (cue.tokens[0], last + 1) if last == cue.tokens[1] else cue.tokens
        whole = Cue(cue.head, tokens, cue.lemma, cue.frame, cue.stance)
        yield Link((span,), whole, source, ("block_quotation", found_by), "block")


def _bounds(tree: Tree) -> list[Tokens]:
    """Token range of each paragraph, white space at the end left out."""
    firsts = [i for i in range(len(tree)) if i == 0 or tree.paragraph[i] != tree.paragraph[i - 1]]
    bounds = []
    for first, end in pairwise([*firsts, len(tree)]):
        while first < end and tree.words[first].isspace():
            first += 1
        while end > first and tree.words[end - 1].isspace():
            end -= 1
        if first < end:
            bounds.append((first, end))
    return bounds


def _label(tree: Tree, tokens: Tokens) -> int | None:
    """The colon after a name at the start of a paragraph."""
    first, end = tokens
    for i in range(first + 1, min(end - 1, first + LABEL)):
        if tree.words[i] == ":" and tree.quote[i] < 0:
            shown = " ".join(tree.lower[first:i])
            return i if _is_name(tree, (first, i)) and shown not in words("labels") else None
    return None


def _is_name(tree: Tree, tokens: Tokens) -> bool:
    """Whether a range reads like a name or a label: capital words, small ones between."""
    shown = [w.lstrip("@") or w for w in tree.words[tokens[0] : tokens[1]] if w[0].isalpha() or w[0] == "@"]
    if len(shown) == 1 and tree.words[tokens[0]][0] == "@":
        return True
    return bool(shown) and shown[0][0].isupper() and all(w[0].isupper() or w in SMALL for w in shown)
