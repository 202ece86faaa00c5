"""A parsed text as plain lists: what every rule reads.

Reading an attribute of a spaCy token costs a call and a string look-up; rules ask for the
same handful of attributes again and again. ``Tree`` copies them out once, with the whole
document's arrays, and adds what rules ask most: children, subtree edges, sentence and
quotation of each token.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, wraps
from itertools import pairwise
from typing import Any, Concatenate, ParamSpec, TypeVar

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, IDX, LENGTH, LOWER, ORTH, SENT_START, TAG
from spacy.tokens import Doc

from quotes.spans import Offsets, Paragraph, Stretch, Tokens

HEADLINE = 0.9
"""The share of the longer words of a headline that begin with a capital."""

APART, NEAR = frozenset({"another", "other", "second"}), 5
"""Words that tell one from others, and how many tokens after them the noun may stand."""


class Tree:
    """The tokens of a text with their tags, heads and places. Read only.

    Attributes (each a list with one entry a token, unless said otherwise):
        text: the article, to the character (one string).
        words, lower, tags, deps: form, lower-cased form, Penn tag, dependency label.
        heads: index of the head; a root is its own head.
        starts, ends: code points.
        sentence: number of the token's sentence.
        sentences: token range of each sentence (one entry a sentence).
        paragraph: number of the layout paragraph (of the preceding one, for white space).
        quote: number of the innermost quotation that holds the token, or -1. Marks count as held.
        held: token range of each quotation, marks included (one entry a quotation).
        parents: the quotation around each quotation, or -1 (one entry a quotation).
        left, right: first token and one past the last token of the subtree.
        quotations, paragraphs: the stages' earlier findings, in order.
        found: what functions of the tree have found, by function and place (see ``remembered``).
    """

    def __init__(
        self, text: str, docs: Sequence[Doc], paragraphs: Sequence[Paragraph], quotations: Sequence[Stretch]
    ) -> None:
        """Copy out the docs, whose texts add up to the text."""
        self.text = text
        self.paragraphs = paragraphs
        self.quotations = quotations
        columns = _columns(docs)
        known = _words_of(columns[:, :4], docs)
        self.words = [known[key] for key in columns[:, 0].tolist()]
        self.lower = [known[key] for key in columns[:, 1].tolist()]
        self.tags = [known[key] for key in columns[:, 2].tolist()]
        self.deps = [known[key] for key in columns[:, 3].tolist()]
        self.heads = (columns[:, 4].astype("int64") + np.arange(len(columns))).tolist()
        self.starts = columns[:, 5].tolist()
        self.ends = (columns[:, 5] + columns[:, 6]).tolist()
        self.sentences, self.sentence = _sentences(columns[:, 7].astype("int64").tolist())
        self._children: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                self._children[head].append(i)
        self.left, self.right = _edges(self.heads)
        self.paragraph = _holders([(p.start, p.end) for p in paragraphs], self.starts)
        self.held = [(self.token_at(q.start), min(self.token_at(q.end - 1) + 1, len(self))) for q in quotations]
        self.quote, self.parents = _innermost(self.held, len(self.words))

        self.found: defaultdict[Callable[..., Any], dict[Any, Any]] = defaultdict(dict)

    def __len__(self) -> int:
        return len(self.words)

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of a token in order, only those with the given labels if any."""
        kids, labels = self._children[i], self.deps
        return [k for k in kids if labels[k] in deps] if kids and deps else kids

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first dependent with one of the labels."""
        all_deps = self.deps
        for k in self._children[i]:
            if all_deps[k] in deps:
                return k
        return None

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def span(self, tokens: Tokens) -> Offsets:
        """Return the code points of a token range, white space at its ends left out."""
        first, end = tokens
        while first < end - 1 and self.words[first].isspace():
            first += 1
        while first < end - 1 and self.words[end - 1].isspace():
            end -= 1
        return self.starts[first], self.ends[end - 1]

    def said(self, tokens: Tokens) -> str:
        """Return the text of a token range as printed."""
        start, end = self.span(tokens)
        return self.text[start:end]

    @cached_property
    def headings(self) -> frozenset[int]:
        """The numbers of the paragraphs that are printed in headline capitals."""
        return frozenset(
            number for number, tokens in enumerate(self._tokens_of_paragraphs()) if self._is_shouted(*tokens)
        )

    def _is_shouted(self, first: int, end: int) -> bool:
        """Whether nearly all longer words of a token range begin with a capital; where they do not, few are read."""
        total = lower = 0
        for word in self.words[first:end]:
            if len(word) > 3 and word.isalpha():
                total += 1
                if not word[0].isupper():
                    lower += 1
                    if lower > (1 - HEADLINE) * (end - first):
                        return False
        return total >= 4 and total - lower >= HEADLINE * total

    def _tokens_of_paragraphs(self) -> list[Tokens]:
        """The token range of each paragraph, with the white space after it."""
        firsts = [bisect_left(self.paragraph, number) for number in range(len(self.paragraphs))]
        return list(pairwise([*firsts, len(self)]))

    @cached_property
    def headline(self) -> int:
        """The number of the last paragraph of the headline: 0, or 1 where the first line ends in a semicolon."""
        if len(self.paragraphs) < 2:
            return 0
        first = self.paragraphs[0]
        return int(self.text[first.start : first.end].endswith(";"))

    @cached_property
    def others(self) -> frozenset[str]:
        """The words that stand shortly after one that tells others apart: farmer of "another old farmer"."""
        places = (i for i, word in enumerate(self.lower) if word in APART)
        return frozenset(word for i in places for word in self.lower[i + 1 : i + NEAR])

    def token_at(self, offset: int) -> int:
        """Return the token that holds a code point, or the next one after it."""
        return bisect_right(self.ends, offset)


Places = ParamSpec("Places")
Found = TypeVar("Found")


def remembered(function: Callable[Concatenate[Tree, Places], Found]) -> Callable[Concatenate[Tree, Places], Found]:
    """Have a function keep what it has found at places of a tree, for as long as the tree lasts.

    For what several rules ask of the same places, and costs more than to look it up.
    """

    @wraps(function)
    def found(tree: Tree, /, *places: Places.args, **named: Places.kwargs) -> Found:
        if named:
            raise TypeError(f"{function.__name__} takes no place by name")
        known: dict[Any, Found] = tree.found[function]
        if places not in known:
            known[places] = function(tree, *places, **named)
        return known[places]

    return found


_KNOWN: dict[int, str] = {}
"""Words by spaCy's hashes, which are the same in every vocabulary: asking for each once a text costs more."""

REMEMBERED = 150_000
"""Words that are kept for texts to come."""


def _words_of(columns: npt.NDArray[np.uint64], docs: Sequence[Doc]) -> Mapping[int, str]:
    """Return the words whose hashes stand in some columns."""
    keys = set(columns.ravel().tolist())
    new = keys.difference(_KNOWN)
    if not new:
        return _KNOWN
    strings = docs[0].vocab.strings
    if len(_KNOWN) + len(new) > REMEMBERED:
        return {key: strings[key] for key in keys}
    _KNOWN.update((key, strings[key]) for key in new)
    return _KNOWN


def _columns(docs: Sequence[Doc]) -> npt.NDArray[np.uint64]:
    """The attributes of all tokens, one row a token, offsets counted from the start of the first doc."""
    parts, begin = [], 0
    for doc in docs:
        part = doc.to_array([ORTH, LOWER, TAG, DEP, HEAD, IDX, LENGTH, SENT_START])
        part[:, 5] += np.uint64(begin)
        if len(part):
            part[0, 7] = 1
        parts.append(part)
        begin += length_of(doc)
    return np.concatenate(parts) if parts else np.zeros((0, 8), dtype="uint64")


def length_of(doc: Doc) -> int:
    """The length of a doc's text, which spaCy would put together to measure it."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def _sentences(starts: list[int]) -> tuple[list[Tokens], list[int]]:
    firsts = [i for i, start in enumerate(starts) if start == 1 or i == 0]
    bounds = list(zip(firsts, [*firsts[1:], len(starts)], strict=False))
    return bounds, [number for number, (first, end) in enumerate(bounds) for _ in range(first, end)]


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """First and one-past-last token of every subtree, children before their heads."""
    left, right = list(range(len(heads))), list(range(1, len(heads) + 1))
    waiting = [0] * len(heads)
    for i, head in enumerate(heads):
        if head != i:
            waiting[head] += 1
    ready = [i for i, count in enumerate(waiting) if not count]
    while ready:
        i = ready.pop()
        head = heads[i]
        if head == i:
            continue
        if left[i] < left[head]:
            left[head] = left[i]
        if right[i] > right[head]:
            right[head] = right[i]
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return left, right


def _innermost(held: list[Tokens], length: int) -> tuple[list[int], list[int]]:
    """Innermost quotation of each token and of each quotation, the quotations sorted and nested."""
    places, parents, open_ = [-1] * length, [-1] * len(held), list[int]()
    for number, (first, end) in enumerate(held):
        while open_ and held[open_[-1]][1] <= first:
            open_.pop()
        if open_:
            parents[number] = open_[-1]
        open_.append(number)
        places[first:end] = [number] * (min(end, length) - first)
    return places, parents


def _holders(spans: list[Offsets], starts: list[int]) -> list[int]:
    """Number of the span that holds each offset, or of the one before it."""
    out, place = [], 0
    for start in starts:
        while place + 1 < len(spans) and spans[place + 1][0] <= start:
            place += 1
        out.append(place)
    return out
