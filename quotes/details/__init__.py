"""How it was said: addressee, channel, time and relay of a link.

Each stretch of the reporting clause is read from its start as a chain of phrases, each tried
with every reader in turn; what is none of the details ("in Dayton", "again") is passed over,
and the chain breaks at the first thing that is no phrase. Beyond the break, only phrases that
the parse hangs on the cue's verb count. A detail that is read first stands, and the stretches
nearest to the verb are read first. No detail lies in the content, but for a relay that ends it
("…, as reported by CBS News"), and none in the source, but for what a parse that slips leaves
at the end of one ("said Ann Ortiz, the mayor, on Monday").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.details.addressee import said_to, told_whom, was_told
from quotes.details.channel import channel_at
from quotes.details.clause import Found, Stretch, edge, stretches
from quotes.details.phrase import noun_phrase
from quotes.details.relay import outlet_reports_that, quoted_by, relay_at
from quotes.details.time import time_at
from quotes.lexicon import verb_forms, words
from quotes.nouns import singular
from quotes.spans import Details, Link, Tokens
from quotes.tree import Tree

ADVERBS = frozenset({"RB", "RBR", "RBS", "RP"})
BREAKS = frozenset({"WDT", "WP", "WRB", "CC"})
"""Tags of what opens a clause of its own, as a verb does."""

GOES_ON = frozenset({",", ":", "IN", "TO", "CC", "VBG", "-RRB-", "HYPH", ".", "RB", "NNP"})
"""Tags of what may follow a detail after the content, when no clause starts with it."""

PLACES = ("after", "tail", "loose", "between", "lead", "end")
"""Where a detail is looked for, the surest place first."""


def describe(tree: Tree, link: Link) -> Details:
    """Return what the text says about how the words of a link were said.

    Spans are code points of the text; a field is None where the text does not say.
    """
    found: dict[str, Found] = {}
    for item in _found(tree, link):
        if item.detail == "relayed_by" and _is_source(tree, link, item):
            continue
        if item.detail != "time" or link.cue is None or tree.quote[item.tokens[0]] == tree.quote[link.cue.head]:
            found.setdefault(item.detail, item)
    spans = {detail: tree.span(item.tokens) for detail, item in found.items()}
    return Details(**spans, rules=tuple(dict.fromkeys(item.rule for item in found.values())))


def _found(tree: Tree, link: Link) -> Iterator[Found]:
    for stretch in sorted(stretches(tree, link), key=lambda x: PLACES.index(x.place)):
        yield from _read(tree, link, stretch)
    if (last := edge(tree, link)) is not None:
        item = relay_at(tree, last.first, last)
        if item is not None and item.end == last.end:
            yield item
    for reader in (was_told, outlet_reports_that, quoted_by):
        if (item := reader(tree, link)) is not None:
            yield item


def _read(tree: Tree, link: Link, stretch: Stretch) -> Iterator[Found]:
    """Read a stretch: its chain of phrases, then what the parse hangs on the verb."""
    chain, end = _chain(tree, stretch)
    if stretch.place == "loose":
        yield from chain if end == stretch.end else ()
        return
    unsure = stretch.place == "end" or (stretch.place == "lead" and (end < stretch.end or _modifies(tree, link)))
    for item in chain:
        if stretch.place == "end" and item.end < stretch.end and tree.tags[item.end] not in GOES_ON:
            continue  # the next clause starts with it
        if not unsure or item.detail == "relayed_by" or _is_new(tree, stretch, item) or _hangs(tree, link, item):
            yield item
    while end < stretch.end and tree.tags[end][:2] != "VB" and tree.tags[end] not in BREAKS:
        first = end + 1
        later, end = _chain(tree, replace(stretch, first=first))
        if tree.tags[first - 1] != "IN":
            yield from (item for item in later if item.detail in ("time", "channel") and _hangs(tree, link, item))


def _chain(tree: Tree, stretch: Stretch) -> tuple[list[Found], int]:
    """The details from the start of a stretch, and where the chain of phrases ends."""
    found: list[Found] = []
    i, passed = stretch.first, (0, 0)
    while i < stretch.end:
        here = _details_at(tree, i, stretch)
        if here:
            found += [] if _belongs_to(tree, here[0], passed) else here
            i = max(item.end for item in here)
            continue
        step = _pass(tree, i, stretch)
        if step is None:
            break
        passed = (i, step[0])
        i, stretch = step
    return found, i


def _belongs_to(tree: Tree, item: Found, passed: Tokens) -> bool:
    """Whether the parse hangs a detail on the common noun just passed: "on his victory Monday"."""
    heads = {tree.heads[k] for k in range(*item.tokens)} | {tree.heads[max(item.tokens[0] - 1, 0)]}
    return any(passed[0] <= k < passed[1] and tree.tags[k] in ("NN", "NNS") for k in heads)


def _details_at(tree: Tree, i: int, stretch: Stretch) -> tuple[Found, ...]:
    if stretch.verb == "according to":
        item = relay_at(tree, i, stretch)
        return (item,) if item else ()
    if (item := time_at(tree, i, stretch.end)) is not None:
        return (item,)
    if (item := relay_at(tree, i, stretch)) is not None:
        return (item,)
    if channels := channel_at(tree, i, stretch):
        return channels
    item = said_to(tree, i, stretch) or told_whom(tree, i, stretch)
    return (item,) if item is not None else ()


def _pass(tree: Tree, i: int, stretch: Stretch) -> tuple[int, Stretch] | None:
    """Step over what is no detail and breaks no chain: the next token and what the chain goes on with."""
    tag, word = tree.tags[i], tree.lower[i]
    begins = i == stretch.first
    if word in (",", "-", "--", "—", "–") or word.isspace():
        return i + 1, stretch
    if tag in ADVERBS and not tree.words[i][0].isupper():
        return i + 1, replace(stretch, first=i + 1) if begins else stretch
    if stretch.place == "lead" and begins and (tag in ("CC", "UH", "-LRB-") or word in words("details/opening")):
        return i + 1, stretch
    if (
        tag == "VBG"
        and (lemma := verb_forms("details/addressing").get(word)) is not None
        and (stretch.place in ("lead", "between", "tail"))
    ):
        return i + 1, replace(stretch, first=i + 1, verb=lemma, objects=True)
    if tag in ("IN", "TO") and word not in words("details/clausal") and i + 1 < stretch.end:
        end = noun_phrase(tree, i + 1, stretch.end)
        return (end, stretch) if end is not None else None
    return None


def _is_new(tree: Tree, stretch: Stretch, item: Found) -> bool:
    """Whether a channel right after the content cannot belong to it: "in an interview", not "in the interview"."""
    first = item.tokens[0]
    return stretch.place == "end" and item.detail == "channel" and tree.lower[first + 1] in ("a", "an")


def _is_source(tree: Tree, link: Link, item: Found) -> bool:
    """Whether a relay is the source again, by its noun: polls show it, according to a poll."""
    last = singular(tree.lower[item.tokens[1] - 1])
    return link.source is not None and last in {singular(tree.lower[k]) for k in range(*link.source)}


def _hangs(tree: Tree, link: Link, item: Found) -> bool:
    """Whether the parse hangs a detail on the cue, or on the verb that carries it."""
    assert link.cue is not None
    head = link.cue.head
    first, end = link.cue.tokens
    start = item.tokens[0] - 1 if item.tokens[0] else 0
    over = {tree.heads[k] for k in range(start, item.tokens[1])}
    return any(verb == head or (first <= verb < end and tree.tags[verb][:2] == "VB") for verb in over)


def _modifies(tree: Tree, link: Link) -> bool:
    """Whether the cue stands in a clause that describes a noun: what leads up to it belongs to another verb."""
    return link.cue is not None and tree.deps[link.cue.head] in ("relcl", "acl", "amod", "pcomp")
