"""What speaks for and against a reading: countable facts, each with a weight in a table.

The weights are those of a logistic regression on labelled articles (``benchmarks/fit.py``
writes ``lexicons/en/evidence.tsv``); their sum, through the logistic function, is the
probability that source, cue and content are right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp

from quotes.idioms import idiom_lemmas
from quotes.lexicon import table, words
from quotes.spans import Link, Tokens
from quotes.tree import Tree

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
PRONOUNS = frozenset({"he", "she", "they", "who", "him", "her", "them", "his", "their"})
EMPTY = frozenset({"it", "that", "this", "which", "there", "what", "these", "those", "you", "one"})


FAMILIES = {
    "that read on": "that",
    "that read on far": "that",
    "sentence before": "before",
    "sentence around": "around",
    "sentence after ,": "quote after ,",
    "quote before that": "that",
}
"""Patterns that are the same construction, read from the marks instead of from the parse."""


UNLEARNED = {
    "label in transcript": 0.9,
    "label in headline": 0.8,
    "signature": 0.9,
    "denial": 0.7,
    "in the words of": 0.8,
    "per": 0.7,
}
"""Patterns of which labelled corpora hold too few, or none labelled, and what is taken for them instead."""


def evidence(tree: Tree, link: Link) -> Iterator[str]:
    """Yield the facts that hold of a link, as names of rows of the table."""
    cue, pattern = link.cue, link.pattern
    yield "always"
    yield f"pattern {FAMILIES.get(pattern, pattern)}"
    if cue is None:
        return
    lemma = "say" if cue.lemma in idiom_lemmas() else cue.lemma
    head, family = cue.head, FAMILIES.get(pattern, pattern)
    group = family.split(" ")[0]
    yield f"cue {lemma}"
    yield f"cue {lemma}, {family}"
    yield f"{cue.frame}, {family}"
    yield f"source {_source_kind(tree, link)}"
    yield f"source {_source_kind(tree, link)}, {group}"
    yield f"form {tree.tags[head]}, {group}"
    yield f"place {'ROOT' if pattern in FAMILIES else tree.deps[head]}, {group}"
    yield f"stance {cue.stance}, {group}"
    yield f"found by {link.rules[-1]}"
    yield f"gap {_gap(tree, link)}, {group}"
    kind = _content_kind(tree, link)
    yield f"content {kind}, {group}"
    yield f"cue {lemma}, content {kind}"
    yield f"cue {lemma}, source {_source_kind(tree, link)}"
    if link.source is not None and tree.words[word := head_of(tree, link.source)].islower():
        yield f"source word {tree.lower[word]}"  # never a name: who speaks must not decide whether somebody spoke
    marks = _marks(tree, link)
    yield f"{marks}, {group}"
    yield f"length {_length(link)}, {group}"
    if tree.quote[head] >= 0:
        yield f"inside marks, {group}"
    if _in_headline(tree, head):
        yield f"headline, {group}"
    yield f"lead {_lead(tree, link)}, {group}"


def probability(tree: Tree, link: Link) -> float:
    """Return how probable it is that a link is right in source, cue and content."""
    if link.pattern in UNLEARNED:
        return UNLEARNED[link.pattern]
    weights = _weights()
    total = sum(weights.get(fact, 0.0) for fact in evidence(tree, link))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in table("evidence")}


def _in_headline(tree: Tree, i: int) -> bool:
    """Whether a token stands in a first paragraph that does not end like a sentence, or in capitals."""
    if tree.paragraph[i] or len(tree.paragraphs) < 2:
        return False
    opening = tree.paragraphs[0]
    shown = tree.text[opening.start : opening.end].rstrip("\"'”’»)")
    return not shown.endswith((".", "!", "?")) or shown.istitle()


def _source_kind(tree: Tree, link: Link) -> str:
    """What the source mention is, by its form and its head word."""
    if link.source is None:
        return "none"
    first, end = link.source
    word = tree.lower[first]
    if end - first == 1:
        for kind, members in (("first person", FIRST_PERSON), ("pronoun", PRONOUNS), ("empty", EMPTY)):
            if word in members:
                return kind
    head = head_of(tree, link.source)
    if tree.tags[head] in ("NNP", "NNPS"):
        return "name"
    if end - first > 1 and word in FIRST_PERSON:
        return "first person"
    return noun_kind(tree, head)


def noun_kind(tree: Tree, i: int) -> str:
    """What a common noun stands for: people, a person, a body, a document, or a thing."""
    word = tree.lower[i]
    single = word[:-1] if word.endswith("s") else word
    for kind in ("groups", "titles", "documents", "organizations"):
        if word in words(kind) or single in words(kind):
            return kind
    return "things" if tree.tags[i] == "NNS" else "thing"


def head_of(tree: Tree, tokens: Tokens) -> int:
    """The token of a range that the others hang on."""
    first, end = tokens
    for i in range(first, end):
        outward = not first <= tree.heads[i] < end or tree.heads[i] == i
        if outward and tree.tags[i] not in (",", "CC", ".", "IN", "RB"):
            return i
    return end - 1


def _content_kind(tree: Tree, link: Link) -> str:
    """What kind of word the content hangs on."""
    start, end = link.content[0]
    first, last = tree.token_at(start), tree.token_at(end - 1)
    head = head_of(tree, (first, last + 1))
    tag = tree.tags[head]
    if tag in ("NN", "NNS"):
        return noun_kind(tree, head)
    return "name" if tag.startswith("NNP") else "pronoun" if tag == "PRP" else tag[:2]


def _gap(tree: Tree, link: Link) -> str:
    """How far the source is from the verb, in tokens."""
    if link.source is None or link.cue is None:
        return "none"
    first, end = link.source
    if first >= link.cue.tokens[1]:
        return "after"
    gap = link.cue.tokens[0] - end
    return next(str(limit) for limit in (0, 1, 3, 8, 15, 10**9) if gap <= limit)


def _marks(tree: Tree, link: Link) -> str:
    """How the content stands to quotation marks beside the cue."""
    start, end = link.content[0]
    first, last = tree.token_at(start), tree.token_at(end - 1)
    level = tree.quote[link.cue.head] if link.cue else -1
    opens, closes = tree.quote[first] != level, tree.quote[last] != level
    if opens and closes:
        return "all in marks" if tree.quote[first] == tree.quote[last] else "marks at both ends"
    if closes:
        return "ends in marks"
    if opens:
        return "starts in marks"
    return "marks within" if any(tree.quote[i] != level for i in range(first, last)) else "no marks"


def _length(link: Link) -> str:
    size = sum(end - start for start, end in link.content)
    return next(str(limit) for limit in (10, 20, 40, 80, 160, 320, 10**9) if size <= limit)


def _lead(tree: Tree, link: Link) -> str:
    """What opens the content: its first word when it is a small one, else its tag."""
    i = tree.token_at(link.content[0][0])
    while i < len(tree) - 1 and tree.tags[i] in ("``", "''", "'", "HYPH", ":", ","):
        i += 1
    return tree.lower[i] if tree.tags[i] in ("IN", "WP", "WRB", "WDT", "TO") else tree.tags[i]
