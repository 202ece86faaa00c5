"""What is counted of a rival for the source: how it lies to the cue in the tree and in the text, and what it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from quotes.kinds import source_kind
from quotes.spans import Cue, Tokens
from quotes.tags import FINITE
from quotes.tree import Tree

HEADS = frozenset("nsubj nsubjpass dobj pobj poss appos attr ROOT conj dative csubj expl npadvmod dep oprd".split())
NOUNS = frozenset("NN NNS NNP NNPS PRP PRP$ WP WDT WP$ DT CD EX".split())

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

FAR = 4
"""Levels of the tree and nouns between are counted up to this."""

NAMED = frozenset({"IN", "TO", "CC", ",", ":", "MD", "RB", "WP", "WDT"})
"""Tags of words that are named themselves in a fact; of others the tag is."""

NEAR = (1, 2, 4, 8, 15)


class Rival(NamedTuple):
    """One candidate: the noun and its whole mention, or Nones for nobody; and whether the parse names it."""

    noun: int | None
    tokens: Tokens | None
    named: bool


def facts(tree: Tree, cue: Cue, rival: Rival, finder: str | None) -> Iterator[str]:
    """Return what holds of a rival, as names of rows of the table."""
    if rival.noun is None or rival.tokens is None:
        return _of_nobody(tree, cue, finder)
    kind, found = source_kind(tree, rival.tokens), finder if rival.named else "another"
    return chain(
        (f"by {finder}" if rival.named else f"another, not {finder}",),
        _of_path(tree, cue, rival.noun, kind, found),
        _of_place(tree, cue, rival.noun, kind),
        _between(tree, cue.head, rival.noun, kind),
        _of_words(tree, cue, rival.noun, kind),
        _beside(tree, cue, rival.noun, rival.tokens, found),
    )


def _of_nobody(tree: Tree, cue: Cue, finder: str | None) -> Iterator[str]:
    """Facts about a cue that nobody is named for."""
    form, role = tree.tags[cue.head], tree.deps[cue.head]
    yield f"nobody, {finder}"
    yield f"nobody, {form} {role}"
    yield f"nobody, {finder} {form} {role}"
    yield f"nobody, {cue.lemma}"


def _of_path(tree: Tree, cue: Cue, i: int, kind: str, found: str | None) -> Iterator[str]:
    """Facts about the way through the tree, and about what the rival is."""
    way = path(tree, cue.head, i)
    yield kind
    yield f"{kind}, {found}"
    yield f"path {way}"
    yield f"path {way}, {tree.tags[cue.head]}"
    yield f"path {way}, {found}"
    yield f"path {way}, {kind}"
    yield f"path {way}, {cue.lemma}"


def _of_place(tree: Tree, cue: Cue, i: int, kind: str) -> Iterator[str]:
    """Facts about the rival's role, and how far above the cue the verb is that gives it."""
    verb, role, governor = cue.head, tree.deps[i], tree.heads[i]
    form, side = tree.tags[verb], _side(i, verb)
    yield f"{role}, {form}"
    yield f"{side} {role} {kind}, {form} {tree.deps[verb]}"
    yield f"{role} {tree.deps[governor]} {tree.tags[governor]}"
    yield f"{kind} {role}"
    above = (verb, *islice(tree.ancestors(verb), FAR + 1))
    level = min(FAR, above.index(governor)) if governor in above else "apart"
    yield f"level {level} {role}"
    yield f"level {level} {role} {kind}, {form}"
    if role == "pobj":
        yield f"{side} {tree.lower[governor]}"
    if tree.tags[governor][:2] == "VB" and governor != verb:
        yield f"{role} of {tree.lower[governor]}, {'above' if governor in above[1:4] else 'apart'}"


def _between(tree: Tree, verb: int, i: int, kind: str) -> Iterator[str]:
    """Facts about what stands between a cue and a noun."""
    first, last, level = min(i, verb) + 1, max(i, verb), tree.quote[verb]
    verbs = subjects = nouns = 0
    place = "close"
    for k in range(first, last):
        if tree.quote[k] != level:
            continue
        tag, role = tree.tags[k], tree.deps[k]
        verbs += tag in FINITE
        subjects += role in SUBJECTS
        nouns += tag in NOUNS and role in HEADS
        if tag == ",":
            place = "past a comma"
    side, form = _side(i, verb), tree.tags[verb]
    yield f"{side} past {min(2, verbs)} verbs, {form}"
    yield f"{side} past {min(2, subjects)} subjects, {form} {tree.deps[i]}"
    yield f"{side} past {min(FAR, nouns)} nouns"
    yield f"{side} past {min(2, nouns)} nouns, {kind}"
    yield f"{side} {place}, {form}"
    yield f"{side} within {next((n for n in NEAR if last - first < n), 'more')}"


def _of_words(tree: Tree, cue: Cue, i: int, kind: str) -> Iterator[str]:
    """Facts about single words: never a name, for who speaks must not decide whose words they are."""
    yield f"{kind}, {cue.lemma}"
    if tree.words[i].islower() or kind in ("pronoun", "empty", "first person"):
        yield f"word {tree.lower[i]}"


def _beside(tree: Tree, cue: Cue, i: int, tokens: Tokens, found: str | None) -> Iterator[str]:
    """Facts about the words at the rival's borders and before the cue."""
    first, end = tokens
    yield f"led by {_shown(tree, first - 1)}, {found}"
    yield f"then {_shown(tree, end)}, {found}"
    yield f"cue after {_shown(tree, cue.head - 1)}, {found} {tree.deps[i]}"


def path(tree: Tree, verb: int, noun: int) -> str:
    """Return the labels from a cue up to the head that it shares with a noun, and down to that."""
    up = [verb, *islice(tree.ancestors(verb), 8)]
    places = {a: k for k, a in enumerate(up)}
    down: list[str] = []
    i = noun
    while i not in places and len(down) < 6:
        down.append(tree.deps[i])
        if tree.heads[i] == i:
            break
        i = tree.heads[i]
    if i not in places:
        return "apart"
    return f"{'^'.join(tree.deps[a] for a in up[: places[i]])}|{'_'.join(reversed(down))}"


def _side(i: int, verb: int) -> str:
    return "after" if i > verb else "before"


def _shown(tree: Tree, i: int) -> str:
    """A word that matters by itself, the tag of another, or nothing at the borders of the text."""
    if not 0 <= i < len(tree.words):
        return "nothing"
    return tree.lower[i] if tree.tags[i] in NAMED else tree.tags[i]
