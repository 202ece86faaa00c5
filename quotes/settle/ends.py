"""Where a content ends: the parse's end, the sentence's, and every joint between are weighed.

The parser hangs whatever follows on the last verb it saw, which mostly is the content's, and
drops what it cannot place. Which joint it is that ends the reported words was counted on
labelled articles (``lexicons/en/weights/ends.tsv``).
"""

from __future__ import annotations

from dataclasses import replace

from quotes.rules import rule
from quotes.rules.contents import beside, content, sentence_end
from quotes.settle.end_facts import PUNCTUATION, Stretch, facts, ground
from quotes.spans import Link, Offsets
from quotes.tree import Tree
from quotes.weights import lead, total

JOINTS = PUNCTUATION | frozenset(
    "and but or as while after when because which who whom whose where that although though before during since "
    "despite if unless until in at on with for from to by".split()
)
"""Before which words a content may end."""

REACH = 120
"""How many tokens of a content are searched for joints."""


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
    on = ground(tree, at)
    odds = {i: total("ends", facts(tree, link, at, on, i)) for i in ends}
    best = max(ends, key=lambda i: (odds[i], i == at.end))
    span = content(tree, (at.first, best), at.level) if best != at.end else None
    if span is None or span[0] != link.content[-1][0] or _crosses(tree, link, span):
        return replace(link, end_lead=_lead(odds, at.end))
    rules = (*link.rules[:1], "weighed_end", *link.rules[1:])
    return replace(link, content=(*link.content[:-1], span), rules=rules, end_lead=_lead(odds, best))


def _lead(odds: dict[int, float], end: int) -> float:
    return lead(odds[end], (x for i, x in odds.items() if i != end))


def stretch(tree: Tree, link: Link) -> Stretch | None:
    """Return where the last span of a content lies, or None for words that come before their cue."""
    if link.cue is None or link.pattern == "denial" or link.content[-1][0] < tree.starts[link.cue.tokens[0]]:
        return None
    (start, end), level = link.content[-1], tree.quote[link.cue.head]
    first, last = tree.token_at(start), tree.token_at(end - 1) + 1
    root = next((k for k in range(first, last) if not first <= tree.heads[k] < last), first)
    stop = min(sentence_end(tree, first, level), _clause_of_cue(tree, link, last))
    return Stretch(first, last, max(stop, last), level, root)


def _clause_of_cue(tree: Tree, link: Link, last: int) -> int:
    """Where a clause begins that is told to the object: "told | voters | that the mill had closed"."""
    assert link.cue is not None
    clauses = (k for k in tree.children(link.cue.head, "ccomp", "xcomp") if k >= last)
    starts = (max(tree.left[k], last) for k in clauses) if link.pattern.startswith("object") else ()
    return min(starts, default=len(tree.words))


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


def _crosses(tree: Tree, link: Link, span: Offsets) -> bool:
    """Whether a span crosses the cue or the source."""
    held = [tree.span(tokens) for tokens in (link.cue.tokens if link.cue else None, link.source) if tokens is not None]
    return any(start < span[1] and span[0] < stop for start, stop in held)
