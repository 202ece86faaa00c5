"""Where a content ends: the parse's end, the sentence's, and every joint between are weighed.

The parser hangs whatever follows on the last verb it saw, which mostly is the content's, and
drops what it cannot place. Which joint it is that ends the reported words was counted on
labelled articles (``lexicons/en/weights/ends.tsv``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from quotes.kinds import is_a_date
from quotes.lexicon import verb_forms
from quotes.rates import FAMILIES
from quotes.rules import rule
from quotes.rules.contents import TERMINAL, beside, content, sentence_end
from quotes.spans import Link, Offsets
from quotes.tags import FINITE, VERBS
from quotes.tree import Tree
from quotes.weights import total

PUNCTUATION = frozenset({",", "—", "--", "–", "-", ";", ":", "("})
JOINTS = PUNCTUATION | frozenset(
    "and but or as while after when because which who whom whose where that although though before during since "
    "despite if unless until in at on with for from to by".split()
)
"""Before which words a content may end."""

SMALL = frozenset({"IN", "WP", "WRB", "WDT", "TO", "CC", "DT", "PRP", "PRP$", "MD", "RB", "EX", "WP$"})
"""Tags of words that are named themselves in a fact; of others the tag is."""

REACH = 120
"""How many tokens of a content are searched for joints."""


class Stretch(NamedTuple):
    """The last span of a content, in tokens: where it starts, where the parse and the sentence end it, its marks."""

    first: int
    end: int
    stop: int
    level: int


@rule("ends")
def weighed_end(tree: Tree, link: Link) -> Link:
    """Ends the content at the joint that weighs most.

    Example: Ortiz praised the “old mill” | as she left the hall.
    """
    at = stretch(tree, link)
    if at is None:
        return link
    ends = candidates(tree, at)
    if len(ends) == 1:
        return link
    odds = {i: total("ends", facts(tree, link, at, i)) for i in ends}
    best = max(ends, key=lambda i: (odds[i], i == at.end))
    lead = odds[best] - max(odds[i] for i in ends if i != best)
    span = content(tree, (at.first, best), at.level) if best != at.end else None
    if span is None or span[0] != link.content[-1][0] or _crosses(tree, link, span):
        return replace(link, end_lead=lead if best == at.end else odds[at.end] - odds[best])
    rules = (*link.rules[:1], "weighed_end", *link.rules[1:])
    return replace(link, content=(*link.content[:-1], span), rules=rules, end_lead=lead)


def stretch(tree: Tree, link: Link) -> Stretch | None:
    """Return where the last span of a content lies, or None for words that come before their cue."""
    if link.cue is None or link.pattern == "denial" or link.content[-1][0] < tree.starts[link.cue.tokens[0]]:
        return None
    (start, end), level = link.content[-1], tree.quote[link.cue.head]
    first, last = tree.token_at(start), tree.token_at(end - 1) + 1
    return Stretch(first, last, max(sentence_end(tree, first, level), last), level)


def candidates(tree: Tree, at: Stretch) -> list[int]:
    """Return where a content may end, each one past its last token, in order."""
    ends = {at.end}
    if any(w.isalnum() for w in tree.words[at.end : at.stop]):
        ends.add(at.stop)
    i, stop = at.first + 1, min(at.stop, at.first + REACH)
    while i < stop:
        inside = beside(tree, i, at.level) if tree.quote[i] != at.level else None
        if inside is not None and tree.held[inside][1] > i:
            i = tree.held[inside][1]
            if i < stop:
                ends.add(i)
            continue
        if tree.lower[i] in JOINTS:
            ends.add(i)
        i += 1
    return sorted(ends)


def facts(tree: Tree, link: Link, at: Stretch, end: int) -> Iterator[str]:
    """Yield what holds of an end, as names of rows of the table."""
    pattern = FAMILIES.get(link.pattern, link.pattern).split(" ")[0]
    how = how_ended(at, end)
    joint = "sentence" if end >= at.stop else joint_after(tree, end, at.level)
    yield how
    yield f"{how}, {pattern}"
    yield f"{how} {joint}"
    yield f"{joint}, {pattern}"
    yield f"after {tree.tags[end - 1]}"
    if joint not in ("sentence", "marks"):
        follower = _follower(tree, end)
        mark = tree.words[end] if follower != end else ""
        hangs = _hangs(tree, link, at, end, follower)
        yield f"then {hangs}"
        yield f"{mark} then {hangs}, {how}"
        yield from _pairs(tree, at, end, joint)
        yield from _onward(tree, link, at, end, follower, how)
    yield from _left(tree, at, end, pattern)


def how_ended(at: Stretch, end: int) -> str:
    """Who says that the content ends there."""
    if end == at.end:
        return "parse and sentence" if end == at.stop else "parse"
    return "earlier" if end < at.end else "sentence" if end == at.stop else "later"


def joint_after(tree: Tree, end: int, level: int) -> str:
    """Return what follows an end: the sentence's, marks, or punctuation and the word after it."""
    if end >= len(tree) or tree.words[end].isspace() or tree.words[end] in TERMINAL:
        return "sentence"
    if tree.quote[end] != level:
        return "marks"
    i = _follower(tree, end)
    return f"{tree.words[end] if i > end else ''} {_shown(tree, i)}" if i < len(tree) else "sentence"


def _follower(tree: Tree, end: int) -> int:
    """The first word after an end."""
    return end + (tree.words[end] in PUNCTUATION)


def _hangs(tree: Tree, link: Link, at: Stretch, end: int, i: int) -> str:
    """What the word after an end hangs on, and as what."""
    head = tree.heads[i]
    where = "inside" if at.first <= head < end else "cue" if link.cue and head == link.cue.head else "out"
    return f"{where} {tree.deps[i]}"


def _pairs(tree: Tree, at: Stretch, end: int, joint: str) -> Iterator[str]:
    """Facts about marks that come in pairs: a bracket left open, the dash or comma that would close."""
    mark = tree.words[end]
    if sum(w == "(" for w in tree.words[at.first : end]) > sum(w == ")" for w in tree.words[at.first : end]):
        yield "bracket open"
    if mark in ("--", "—", "–", "-"):
        before, after = tree.words[at.first : end], tree.words[end + 1 : at.stop]
        yield f"dash, {mark in before}, {mark in after}"
    elif mark == ",":
        again = any(tree.words[k] == "," and tree.quote[k] == at.level for k in range(end + 1, at.stop))
        yield f"comma again {again}{joint[1:]}"


def _onward(tree: Tree, link: Link, at: Stretch, end: int, i: int, how: str) -> Iterator[str]:
    """Facts about the words after an end: what they are, and whether their verb is like the cue or like the content."""
    assert link.cue is not None
    mark = tree.words[end] if i != end else ""
    if any(is_a_date(tree, k) for k in range(i, min(i + 3, at.stop))):
        yield f"date {mark}, {how}"
    if i + 1 < len(tree):
        yield f"onward {mark} {_shown(tree, i)} {_shown(tree, i + 1)}"
    verb = next((k for k in range(i, min(i + 4, len(tree))) if tree.tags[k] not in ("CC", "RB")), i)
    tag = tree.tags[verb]
    if tag in VERBS:
        inside = tag in tree.tags[at.first : end]
        alike = tag == tree.tags[link.cue.head]
        says = tree.lower[verb] in verb_forms()
        yield f"verb {mark} {tag}, {how}, like cue {alike}, like content {inside}"
        yield f"verb {mark} {tag}, {says}, like cue {alike}, like content {inside}"
    finite = sum(1 for _ in islice((k for k in range(end, at.stop) if tree.tags[k] in FINITE), 2))
    yield f"onward {mark} {_shown(tree, i)}, {finite} finite verbs"
    yield f"onward {mark} {_shown(tree, i)}, {tree.tags[link.cue.head]}"


def _shown(tree: Tree, i: int) -> str:
    """A word that matters by itself, or the tag of another."""
    return tree.lower[i] if tree.tags[i] in SMALL else tree.tags[i]


def _left(tree: Tree, at: Stretch, end: int, pattern: str) -> Iterator[str]:
    """Facts about what the content has and what it leaves behind."""
    inside = tree.tags[at.first : end]
    yield f"length {min(end - at.first, 4)}"
    if not any(tag in VERBS for tag in inside):
        yield f"no verb, {pattern}"
    if not any(tag in FINITE for tag in inside):
        yield f"no finite verb, {pattern}"
    if any(tag in FINITE for tag in tree.tags[end : at.end]):
        yield "leaves a finite verb"
    if any(tree.quote[k] != at.level for k in range(end, at.stop)):
        yield "leaves marks" if end >= at.end else "leaves marks of the parse"


def _crosses(tree: Tree, link: Link, span: Offsets) -> bool:
    """Whether a span crosses the cue or the source."""
    held = [tree.span(tokens) for tokens in (link.cue.tokens if link.cue else None, link.source) if tokens is not None]
    return any(start < span[1] and span[0] < stop for start, stop in held)
