"""Where a content begins and ends: trims and snaps token ranges, for every rule alike."""

from __future__ import annotations

from unicodedata import category

from quotes.spans import Offsets, Tokens
from quotes.tree import Tree

TERMINAL = frozenset({".", "?", "!"})
"""What ends a sentence."""

DEPTH = 8
"""How deep marks inside marks are followed."""

SENTENCE = 300
"""How many tokens are searched for the end of a sentence, quotations counted as one."""

LOOSE = frozenset({",", ".", ":", ";", "-", "--", "—", "–", "...", "…", "-LRB-", "(", ")", "?", "!"})
"""Punctuation that does not belong to a content when it stands at its edge, outside marks."""


def trim(tree: Tree, tokens: Tokens, level: int) -> Tokens | None:
    """Drop white space and loose punctuation at both ends; None when nothing is left.

    ``level`` is the quotation that holds the cue (or -1): punctuation inside a deeper
    quotation belongs to the words and stays.
    """
    first, end = _without_relay(tree, tokens, level)
    while first < end and tree.quote[first] == level and _loose(tree, first, "?!("):
        first += 1
    while end > first and tree.quote[end - 1] == level and (_loose(tree, end - 1, "?!)") or tree.tags[end - 1] == "CC"):
        end -= 1
    return (first, end) if first < end else None


def snap(tree: Tree, tokens: Tokens, level: int) -> Tokens:
    """Widen a range so that it cuts through no quotation that lies beside the cue."""
    first, end = tokens
    return _outer(tree, first, level)[0], max(_outer(tree, end - 1, level)[1], end)


def content(tree: Tree, tokens: Tokens, level: int) -> Offsets | None:
    """Return the code points of a content: trimmed, snapped to whole quotations, or None."""
    trimmed = trim(tree, tokens, level)
    if trimmed is None:
        return None
    first, end = snap(tree, trimmed, level)
    start, stop = tree.starts[first], tree.ends[end - 1]
    inside = tree.quote[end - 1]
    if inside != level and inside >= 0 and tree.held[inside][1] == end:
        stop = tree.quotations[inside].end
    return start, stop


def cut(tree: Tree, tokens: Tokens, hole: Tokens, level: int) -> tuple[Offsets, ...]:
    """Return the content of a range with a hole in it ("The deal, she said, is off"): one or two spans."""
    pieces = [tokens] if hole[1] <= tokens[0] or hole[0] >= tokens[1] else [(tokens[0], hole[0]), (hole[1], tokens[1])]
    spans = [content(tree, piece, level) for piece in pieces if piece[0] < piece[1]]
    return tuple(span for span in spans if span is not None)


def sentence_end(tree: Tree, i: int, level: int) -> int:
    """One past the sentence around a token, its terminal left out, as the marks show it: quotations are passed over."""
    paragraphs, quote, words, size = tree.paragraph, tree.quote, tree.words, len(tree.words)
    paragraph, end = paragraphs[i], i
    for _ in range(SENTENCE):
        if end >= size or paragraphs[end] != paragraph:
            break
        if quote[end] == level:
            if words[end] in TERMINAL:
                break
            end += 1
            continue
        number = beside(tree, end, level)
        if number is None:
            break
        end = tree.held[number][1]
        opens = end < size and (words[end][:1].isupper() or quote[end] not in (level, number))
        if ends_sentence(tree, number) and opens:
            break
    return end


def sentence_start(tree: Tree, end: int, level: int) -> int:
    """First token of the sentence that goes on to ``end``, as the marks show it: quotations are passed over."""
    i = end - 1
    while i > 0 and tree.words[i].isspace():
        i -= 1
    paragraph = tree.paragraph[max(i, 0)]
    for _ in range(SENTENCE):
        if i < 0 or tree.paragraph[i] != paragraph:
            break
        if tree.quote[i] == level:
            if tree.words[i] in TERMINAL:
                break
            i -= 1
            continue
        number = beside(tree, i, level)
        if number is None or ends_sentence(tree, number):
            break
        i = tree.held[number][0] - 1
    i += 1
    while i < end and (tree.words[i].isspace() or (tree.tags[i] == "CC" and tree.lower[i] in ("and", "but", "or"))):
        i += 1
    return i


def beside(tree: Tree, i: int, level: int) -> int | None:
    """The quotation around a token that lies directly in ``level``; None when the token lies outside of that."""
    number = tree.quote[i]
    for _ in range(DEPTH):
        if number < 0 or tree.parents[number] == level:
            break
        number = tree.parents[number]
    return number if number >= 0 and tree.parents[number] == level else None


def ends_sentence(tree: Tree, number: int) -> bool:
    """Whether the words of a quotation end with a terminal."""
    start, end = tree.quotations[number].inner
    return tree.text[max(start, end - 8) : end].rstrip()[-1:] in TERMINAL


def _without_relay(tree: Tree, tokens: Tokens, level: int) -> Tokens:
    """Leave out "as reported by CBS News" at the end: it says who passed the words on."""
    first, end = tokens
    for i in range(max(first + 1, end - RELAY), end - 2):
        passed_on = tree.lower[i] == "as" and tree.tags[i + 1] == "VBN" and tree.lower[i + 2] == "by"
        if passed_on and tree.quote[i] == level and not any(tree.tags[k][:2] == "VB" for k in range(i + 3, end)):
            return first, i
    return tokens


RELAY = 12
"""How many tokens a relay at the end of a content may have."""


def _loose(tree: Tree, i: int, kept: str) -> bool:
    """Whether a token may be dropped at an edge: white space, punctuation, pictures and invisible characters."""
    word = tree.words[i]
    if word.isspace():
        return True
    return word not in kept and (word in LOOSE or (not word.isascii() and category(word[0]) in ("So", "Cf")))


def _outer(tree: Tree, i: int, level: int) -> Tokens:
    """The token range of the quotation around a token that lies directly in ``level``, or the token's own."""
    number = beside(tree, i, level) if tree.quote[i] != level else None
    return tree.held[number] if number is not None else (i, i + 1)
