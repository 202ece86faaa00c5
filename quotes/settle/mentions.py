"""Whose words: where the grammar gives a cue no subject of its own, the mentions of its sentence compete.

"In Iowa, Ortiz told voters he was sorry, adding that …": the participle has no subject, the
verb above it has one, and the parser may have hung it on another verb still. Which mention it
is that a cue takes was counted on labelled articles (``lexicons/en/weights/sources.tsv``), by
the path between the two in the tree, by distance, and by what the mention is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from quotes.kinds import source_kind
from quotes.rules import rule
from quotes.rules.contents import sentence_end, sentence_start
from quotes.sources import mention
from quotes.spans import Cue, Link, Tokens
from quotes.tags import FINITE
from quotes.tree import Tree
from quotes.weights import total

SURE = frozenset({"subject", "agent", "minded_subject", "by_phrase", "inverted_subject", "preceding_subject"})
"""Finders that are not doubted, but for a subject that stands for nobody."""

BEFORE, AFTER = 50, 30
"""How many tokens around a cue are searched."""

HEADS = frozenset("nsubj nsubjpass dobj pobj poss appos attr ROOT conj dative csubj expl npadvmod dep oprd".split())
NOUNS = frozenset("NN NNS NNP NNPS PRP PRP$ WP WDT WP$ DT CD EX".split())


class Rival(NamedTuple):
    """One candidate: the noun and its whole mention, or Nones for nobody; and whether the parse names it."""

    noun: int | None
    tokens: Tokens | None
    named: bool


Ranked = dict[tuple[int, Tokens | None], list[tuple[float, Rival]]]
"""The rivals of each cue that was asked for, the weightiest first, with their log-odds."""


@rule("sources")
def weighed_mention(tree: Tree, link: Link, known: Ranked) -> Link:
    """Reads the mention of the sentence that weighs most, where the cue has no subject of its own.

    Example: The vote led Ortiz to say that the mill would close.
    """
    if link.cue is None or not doubtful(tree, link):
        return link
    key = link.cue.head, link.source
    if key not in known:
        known[key] = _ranked(tree, link)
    standing = [(odds, rival) for odds, rival in known[key] if rival.named or not _said(tree, link, rival)]
    (odds, best), *others = standing
    lead = odds - others[0][0] if others else None
    if best.named:
        return replace(link, source_lead=lead)
    name = (weighed_mention.__name__,) if best.tokens else ()
    return replace(link, source=best.tokens, rules=(*link.rules[:1], *name), source_lead=lead)


def _ranked(tree: Tree, link: Link) -> list[tuple[float, Rival]]:
    assert link.cue is not None
    finder, cue = finder_of(link), link.cue
    rated = [(total("sources", facts(tree, cue, x, finder)), x) for x in rivals(tree, cue.head, link.source)]
    return sorted(rated, key=lambda x: (-x[0], not x[1].named, x[1].noun or 0))


def doubtful(tree: Tree, link: Link) -> bool:
    """Whether the source of a reading is open: the rule took what the parse says, and that is no own subject."""
    if link.pattern.startswith(FIXED):
        return False
    if link.source is None:
        return True
    finder = finder_of(link)
    if finder in SURE:
        return source_kind(tree, link.source) in ("empty", "place")
    return finder is not None


FIXED = (
    "sentence",
    "passive",
    "raised",
    "named",
    "quote after",
    "quote broken off",
    "quote label",
    "label",
    "signature",
    "block",
    "per",
    "in the words",
    "according",
    "relay",
    "phrase",
)
"""Patterns whose rule knows the source, or knows that there is none."""


def finder_of(link: Link) -> str | None:
    """The rule that found the source of a reading, if one is named."""
    return next((name for name in reversed(link.rules[1:]) if name in FINDERS), None)


FINDERS = SURE | {"shared_subject", "governing_subject", "modified_noun", "words_before", "possessor"}


def rivals(tree: Tree, verb: int, named: Tokens | None) -> Iterator[Rival]:
    """Yield nobody, what the parse names, and the mentions of the sentence."""
    yield Rival(None, None, named is None)
    if named is not None:
        yield Rival(_noun_of(tree, named), named, True)
    level = tree.quote[verb]
    begin, stop = sentence_start(tree, verb, level), sentence_end(tree, verb, level)
    for i in range(max(begin, verb - BEFORE), min(stop, verb + AFTER)):
        if tree.quote[i] != level or i == verb or tree.tags[i] not in NOUNS or tree.deps[i] not in HEADS:
            continue
        if named is not None and named[0] <= i < named[1]:
            continue
        tokens = mention(tree, i)
        if tokens[0] <= i < tokens[1] and not tokens[0] <= verb < tokens[1]:
            yield Rival(i, tokens, False)


def facts(tree: Tree, cue: Cue, rival: Rival, finder: str | None) -> Iterator[str]:
    """Yield what holds of a rival, as names of rows of the table."""
    verb, i = cue.head, rival.noun
    form = tree.tags[verb]
    if i is None or rival.tokens is None:
        yield f"nobody, {finder}"
        yield f"nobody, {form} {tree.deps[verb]}"
        yield f"nobody, {finder} {form} {tree.deps[verb]}"
        yield f"nobody, {cue.lemma}"
        return
    way, kind = path(tree, verb, i), source_kind(tree, rival.tokens)
    found = finder if rival.named else "another"
    side = "after" if i > verb else "before"
    role = tree.deps[i]
    yield f"by {found}" if rival.named else f"another, not {finder}"
    yield f"{kind}"
    yield f"{kind}, {found}"
    yield f"path {way}"
    yield f"path {way}, {form}"
    yield f"path {way}, {found}"
    yield f"path {way}, {kind}"
    yield f"path {way}, {cue.lemma}"
    yield f"{role}, {form}"
    yield f"{side} {role} {kind}, {form} {tree.deps[verb]}"
    if role == "pobj":
        yield f"{side} {tree.lower[tree.heads[i]]}"
    yield from _between(tree, verb, i, side)
    yield from _words(tree, verb, i, kind, found)


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


def _between(tree: Tree, verb: int, i: int, side: str) -> Iterator[str]:
    """Facts about what stands between a cue and a noun."""
    first, last = min(i, verb) + 1, max(i, verb)
    beside = [k for k in range(first, last) if tree.quote[k] == tree.quote[verb]]
    form = tree.tags[verb]
    yield f"{side} past {min(2, sum(tree.tags[k] in FINITE for k in beside))} verbs, {form}"
    subjects = min(2, sum(tree.deps[k] in ("nsubj", "nsubjpass") for k in beside))
    yield f"{side} past {subjects} subjects, {form} {tree.deps[i]}"
    yield f"{side} {'past a comma' if any(tree.words[k] == ',' for k in beside) else 'close'}, {form}"
    yield f"{side} within {next(n for n in (1, 2, 4, 8, 15, 10**9) if last - first < n)}"


def _words(tree: Tree, verb: int, i: int, kind: str, found: str | None) -> Iterator[str]:
    """Facts about single words: never a name, for who speaks must not decide whose words they are."""
    word = tree.lower[i]
    if kind in ("pronoun", "empty", "first person"):
        yield f"word {word}, {found}"
    elif kind in ("thing", "things") and tree.words[i].islower():
        yield f"word {word}"
    governor = tree.heads[i]
    if tree.tags[governor][:2] == "VB" and governor != verb:
        above = governor in islice(tree.ancestors(verb), 3)
        yield f"{tree.deps[i]} of {tree.lower[governor]}, {'above' if above else 'apart'}"


def _noun_of(tree: Tree, tokens: Tokens) -> int:
    """The noun of a mention that the parse names."""
    first, end = tokens
    return next((i for i in range(first, end) if not first <= tree.heads[i] < end), end - 1)


def _said(tree: Tree, link: Link, rival: Rival) -> bool:
    """Whether a rival stands in the words themselves."""
    if rival.tokens is None:
        return False
    first, end = tree.span(rival.tokens)
    return any(start < end and first < stop for start, stop in link.content)
