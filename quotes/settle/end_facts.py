"""What is counted of an end: how it lies to the parse, what follows it, what hangs across it, what it leaves out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from quotes.kinds import is_a_date
from quotes.lexicon import verb_forms
from quotes.rates import FAMILIES
from quotes.rules.contents import TERMINAL
from quotes.spans import Cue, Link
from quotes.tags import FINITE, VERBS
from quotes.tree import Tree

PUNCTUATION = frozenset({",", "—", "--", "–", "-", ";", ":", "("})
DASHES = frozenset({"--", "—", "–", "-"})

SMALL = frozenset({"IN", "WP", "WRB", "WDT", "TO", "CC", "DT", "PRP", "PRP$", "MD", "RB", "EX", "WP$"})
"""Tags of words that are named themselves in a fact; of others the tag is."""

SILENT = frozenset({",", ".", ":", "``", "''"})
"""Tags of punctuation, which hangs anywhere."""

SIZES = (1, 2, 3, 5, 8, 12, 18, 25, 40)


class Stretch(NamedTuple):
    """The last span of a content, in tokens: where it starts, where the parse and the sentence end it, its marks."""

    first: int
    end: int
    stop: int
    level: int
    root: int
    """The word that all others up to the parse's end hang on."""


class Ground(NamedTuple):
    """What is looked up for every end of a stretch, found once: places of words, in order, and what hangs on what."""

    verbs: list[int]
    finite: list[int]
    marked: list[int]
    """Words at another level of quotation marks."""
    commas: list[int]
    arcs: list[tuple[int, int]]
    """Words that hang on earlier ones, and these."""


def ground(tree: Tree, at: Stretch) -> Ground:
    """Look over a stretch."""
    places = range(at.first, at.stop)
    tags, heads, words, quote = tree.tags, tree.heads, tree.words, tree.quote
    return Ground(
        [k for k in places if tags[k] in VERBS],
        [k for k in places if tags[k] in FINITE],
        [k for k in places if quote[k] != at.level],
        [k for k in places if words[k] == "," and quote[k] == at.level],
        [(k, heads[k]) for k in places if at.first <= heads[k] < k and tags[k] not in SILENT],
    )


class Joint(NamedTuple):
    """An end before a word: the punctuation between if any, the word, the verb that goes on, and its names in facts."""

    mark: str
    word: int
    verb: int
    how: str
    name: str


def facts(tree: Tree, link: Link, at: Stretch, on: Ground, end: int) -> Iterator[str]:
    """Return what holds of an end, as names of rows of the table."""
    assert link.cue is not None
    cue, pattern = link.cue, FAMILIES.get(link.pattern, link.pattern).split(" ")[0]
    joint = _joint(tree, at, end)
    always = chain(_of_itself(tree, cue, at, end, joint, pattern), _left(at, on, end, pattern))
    if joint.name in ("sentence", "marks"):
        return always
    return chain(
        always,
        _hanging(tree, cue, at, on, end, joint),
        _pairs(tree, at, on, end, joint),
        _onward(tree, at, on, end, joint),
        _verb(tree, cue, at, end, joint),
    )


def _of_itself(tree: Tree, cue: Cue, at: Stretch, end: int, joint: Joint, pattern: str) -> Iterator[str]:
    """Facts about who ends the content there, before what, and how long it then is."""
    how, name = joint.how, joint.name
    yield how
    yield f"{how}, {pattern}"
    yield f"{how} {name}"
    yield f"{name}, {pattern}"
    yield f"{name.split(' ')[0]} {how}, {cue.lemma}"
    yield f"after {tree.tags[end - 1]}"
    yield f"size {_size(end - at.first)}, {how}"


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


def _joint(tree: Tree, at: Stretch, end: int) -> Joint:
    how, name = how_ended(at, end), joint_after(tree, end, at.level)
    if name in ("sentence", "marks"):
        return Joint("", end, end, how, name)
    verb = i = _follower(tree, end)
    for k in range(i, min(i + 4, len(tree.words))):
        if tree.tags[k] not in ("CC", "RB"):
            verb = k
            break
    return Joint(tree.words[end] if i != end else "", i, verb, how, name)


def _follower(tree: Tree, end: int) -> int:
    """The first word after an end."""
    return end + (tree.words[end] in PUNCTUATION)


def _hanging(tree: Tree, cue: Cue, at: Stretch, on: Ground, end: int, joint: Joint) -> Iterator[str]:
    """Facts about the tree: what the words after an end hang on, and how many hang on words before it."""
    where = _where(tree, cue, at, end, joint.word)
    yield f"then {'inside' if where in ('root', 'last') else where} {tree.deps[joint.word]}"
    verb = joint.verb
    yield f"verb hangs {_where(tree, cue, at, end, verb)} {tree.deps[verb]} {tree.tags[verb]}"
    arcs = list(islice(((k, head) for k, head in on.arcs if head < end <= k), 3))
    yield f"arcs {len(arcs)}, {joint.how}"
    for k, head in arcs:
        yield f"arc {tree.deps[k]} {'root' if head == at.root else 'deep'}"


def _where(tree: Tree, cue: Cue, at: Stretch, end: int, i: int) -> str:
    """What a word after an end hangs on."""
    head = tree.heads[i]
    if head == cue.head:
        return "cue"
    if not at.first <= head < end:
        return "out"
    return "root" if head == at.root else "last" if head == end - 1 else "inside"


def _pairs(tree: Tree, at: Stretch, on: Ground, end: int, joint: Joint) -> Iterator[str]:
    """Facts about marks that come in pairs: a bracket left open, the dash or comma that would close."""
    mark = tree.words[end]
    inside = tree.words[at.first : end]
    if "(" in inside and inside.count("(") > inside.count(")"):
        yield "bracket open"
    if mark in DASHES:
        yield f"dash, {mark in inside}, {mark in tree.words[end + 1 : at.stop]}"
    elif mark == ",":
        again = bool(on.commas) and on.commas[-1] > end
        yield f"comma again {again}{joint.name[1:]}"


def _onward(tree: Tree, at: Stretch, on: Ground, end: int, joint: Joint) -> Iterator[str]:
    """Facts about the words after an end: what they are, and how much is still to come."""
    mark, i, how = joint.mark, joint.word, joint.how
    if any(is_a_date(tree, k) for k in range(i, min(i + 3, at.stop))):
        yield f"date {mark}, {how}"
    if i + 1 < len(tree):
        yield f"onward {mark} {_shown(tree, i)} {_shown(tree, i + 1)}"
    finite = min(2, len(on.finite) - bisect_left(on.finite, end))
    yield f"onward {mark} {_shown(tree, i)}, {finite} finite verbs"
    if tree.tags[i] in ("IN", "TO"):
        noun = next(
            (k for k in range(i + 1, min(i + 8, at.stop)) if tree.heads[k] == i and tree.deps[k] == "pobj"), None
        )
        if noun is not None:
            yield f"{tree.lower[i]} {tree.lower[noun] if tree.words[noun].islower() else tree.tags[noun]}"
            yield f"{mark} {tree.lower[i]} {tree.tags[noun]}, {how}"


def _verb(tree: Tree, cue: Cue, at: Stretch, end: int, joint: Joint) -> Iterator[str]:
    """Facts about the verb that goes on after an end: whether it says something, and what it is like."""
    mark, verb, form = joint.mark, joint.verb, tree.tags[cue.head]
    tag, says = tree.tags[verb], tree.lower[verb] in verb_forms()
    if says:
        yield f"says {tree.lower[verb]}"
        yield f"{mark} says {tag}, cue {form}"
    yield f"says {says}, {tag}, {cue.lemma}"
    if tag in VERBS:
        inside, alike = tag in tree.tags[at.first : end], tag == form
        yield f"verb {mark} {tag}, {joint.how}, like cue {alike}, like content {inside}"
        yield f"verb {mark} {tag}, {says}, like cue {alike}, like content {inside}"


def _left(at: Stretch, on: Ground, end: int, pattern: str) -> Iterator[str]:
    """Facts about what the content has and what it leaves behind."""
    if not (on.verbs and on.verbs[0] < end):
        yield f"no verb, {pattern}"
    if not (on.finite and on.finite[0] < end):
        yield f"no finite verb, {pattern}"
    after = bisect_left(on.finite, end)
    if after < len(on.finite) and on.finite[after] < at.end:
        yield "leaves a finite verb"
    if on.marked and on.marked[-1] >= end:
        yield "leaves marks" if end >= at.end else "leaves marks of the parse"


def _shown(tree: Tree, i: int) -> str:
    """A word that matters by itself, or the tag of another."""
    return tree.lower[i] if tree.tags[i] in SMALL else tree.tags[i]


def _size(tokens: int) -> int | str:
    return next((size for size in SIZES if tokens <= size), "more")
