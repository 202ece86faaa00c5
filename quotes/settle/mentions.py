"""Whose words: where the grammar gives a cue no subject of its own, the mentions of its sentence compete.

"In Iowa, Ortiz told voters he was sorry, adding that …": the participle has no subject, the
verb above it has one, and the parser may have hung it on another verb still. Which mention it
is that a cue takes was counted on labelled articles (``lexicons/en/weights/sources.tsv``), by
the path between the two in the tree, by distance, and by what the mention is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.kinds import source_kind
from quotes.rules import rule
from quotes.rules.contents import sentence_end, sentence_start
from quotes.settle.mention_facts import HEADS, NOUNS, Rival, facts
from quotes.sources import mention
from quotes.spans import Link, Tokens
from quotes.tree import Tree
from quotes.weights import lead, total

SURE = frozenset({"subject", "agent", "minded_subject", "by_phrase", "inverted_subject", "preceding_subject"})
"""Finders that are not doubted, but for a subject that stands for nobody."""

BEFORE, AFTER = 50, 30
"""How many tokens around a cue are searched."""

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
    ahead = lead(odds, (x for x, _ in others)) if others else None
    if best.named:
        return replace(link, source_lead=ahead)
    name = (weighed_mention.__name__,) if best.tokens else ()
    return replace(link, source=best.tokens, rules=(*link.rules[:1], *name), source_lead=ahead)


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
