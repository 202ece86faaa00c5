"""What speaks for and against a reading: countable facts, each with a weight in a table.

The weights are those of a logistic regression on labelled articles (``benchmarks/fit.py``
writes ``lexicons/en/weights/attributions.tsv``); their sum, through the logistic function, is
the probability that source, cue and content are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from quotes.kinds import head_of, noun_kind, source_kind
from quotes.rates import FAMILIES, counted, key_of
from quotes.settle.end_facts import SMALL, joint_after
from quotes.settle.mention_facts import path
from quotes.spans import Cue, Link
from quotes.tags import FINITE
from quotes.tree import Tree
from quotes.weights import logistic, total, weights

UNLEARNED = {
    "label in transcript": 0.9,
    "label in headline": 0.8,
    "signature": 0.9,
    "denial": 0.8,
    "in the words of": 0.8,
    "per": 0.8,
}
"""Patterns of which labelled corpora hold too few, or none labelled, and what is taken for them instead."""


NEVER = -2.2
"""Log-odds: of a word that attributes more rarely than this in its pattern no more is asked."""


FAR = 3.0
"""A lead of more than this is as good as this."""


class View(NamedTuple):
    """A reading as its facts are looked up: its cue, the first word of its pattern, its content in tokens."""

    link: Link
    cue: Cue
    group: str
    level: int
    first: int
    last: int


def probability(tree: Tree, link: Link, neighbours: Sequence[str]) -> float:
    """Return how probable it is that a link is right in source, cue and content.

    ``neighbours`` are the facts of ``context.surroundings``.
    """
    if link.pattern in UNLEARNED:
        return UNLEARNED[link.pattern]
    known, key = weights("attributions"), key_of(link)
    rate = counted().log_odds(key) if key is not None else 0.0
    if rate < NEVER:
        return logistic(rate)
    odds = total("attributions", evidence(tree, link, neighbours))
    odds += sum(known.get(fact, 0.0) * lead for fact, lead in leads(link))
    return logistic(odds + rate * sum(known.get(fact, 0.0) for fact in rated(link)))


def rated(link: Link) -> Iterator[str]:
    """Yield the rows whose weight is that of a number: the rate of the link's word in its pattern."""
    yield "rate"
    yield f"rate, {_family(link).split(' ')[0]}"


def leads(link: Link) -> Iterator[tuple[str, float]]:
    """Yield by how much source and end lead their rivals, where they were weighed."""
    group = _family(link).split(" ")[0]
    for name, lead in (("source", link.source_lead), ("end", link.end_lead)):
        if lead is not None:
            near = max(-FAR, min(FAR, lead))
            yield f"{name} leads", near
            yield f"{name} leads, {group}", near


def evidence(tree: Tree, link: Link, neighbours: Sequence[str]) -> Iterator[str]:
    """Return the facts that hold of a link, as names of rows of the table."""
    always = ("always", f"pattern {_family(link)}")
    if link.cue is None:
        return iter(always)
    view = _view(tree, link, link.cue)
    return chain(
        always,
        _of_cue(tree, view),
        _of_source(tree, view),
        _of_content(tree, view),
        _of_marks(tree, view),
        _of_end(tree, view),
        neighbours,
        (f"{fact}, {view.group}" for fact in neighbours),
    )


def _family(link: Link) -> str:
    return FAMILIES.get(link.pattern, link.pattern)


def _view(tree: Tree, link: Link, cue: Cue) -> View:
    first, last = tree.token_at(link.content[0][0]), tree.token_at(link.content[-1][1] - 1)
    return View(link, cue, _family(link).split(" ")[0], tree.quote[cue.head], first, last)


def _of_cue(tree: Tree, view: View) -> Iterator[str]:
    """Its frame, form and place, what it is asked by, and the word that follows it."""
    cue, group = view.cue, view.group
    yield f"{cue.frame}, {_family(view.link)}"
    yield f"form {tree.tags[cue.head]}, {group}"
    yield f"place {'ROOT' if view.link.pattern in FAMILIES else tree.deps[cue.head]}, {group}"
    yield f"stance {cue.stance}, {group}"
    if view.level >= 0:
        yield f"inside marks, {group}"
    if _in_headline(tree, cue.head):
        yield f"headline, {group}"
    for k in tree.children(cue.head):
        if k < cue.head and tree.tags[k] in ("WP", "WDT", "WRB"):
            yield f"led by {tree.lower[k]} {tree.deps[k]}, {group}"
    if (i := cue.tokens[1]) < len(tree) and not tree.words[i].isspace():
        follower = tree.lower[i] if tree.tags[i] in SMALL or not tree.tags[i].isalpha() else tree.tags[i]
        yield f"before {follower}"
        yield f"before {follower}, {group}"


def _of_source(tree: Tree, view: View) -> Iterator[str]:
    """What it is, how it was found, and how far it is from the cue."""
    link, group, source = view.link, view.group, view.link.source
    kind = source_kind(tree, source)
    yield f"source {kind}"
    yield f"source {kind}, {group}"
    yield f"found by {link.rules[-1]}"
    yield f"gap {_gap(link, view.cue)}, {group}"
    if source is None:
        return
    head = head_of(tree, source)
    if tree.words[head].islower():
        yield f"source word {tree.lower[head]}"  # never a name: who speaks must not decide whether somebody spoke
    if link.rules[-1] != "subject":
        yield f"path {path(tree, view.cue.head, head)}"


def _of_content(tree: Tree, view: View) -> Iterator[str]:
    """What it hangs on, how long it is and how it opens."""
    yield f"content {_content_kind(tree, view.link)}, {view.group}"
    yield f"length {_length(view.link)}, {view.group}"
    yield f"lead {_lead(tree, view.first)}"


def _of_marks(tree: Tree, view: View) -> Iterator[str]:
    """How it stands to quotation marks, and what the words in them look like."""
    group = view.group
    yield f"{_marks(tree, view)}, {group}"
    if tree.quote[view.first] != view.level:
        yield f"led up by {_before(tree, view.first)}, {group}"
    number = next((q for q in (tree.quote[view.last], tree.quote[view.first]) if q not in (view.level, -1)), None)
    if number is None:
        return
    first, end = tree.held[number]
    start, stop = tree.quotations[number].inner
    shown = tree.text[start:stop].strip()
    yield f"words {next(n for n in (1, 2, 3, 5, 8, 15, 10**9) if end - first - 2 <= n)}, {group}"
    yield f"capital {shown[:1].isupper()}, ends {shown[-1:] if shown[-1:] in ',.?!' else ''}, {group}"
    yield f"clause in marks {any(tag in FINITE for tag in tree.tags[first:end])}, {group}"


def _of_end(tree: Tree, view: View) -> Iterator[str]:
    """Where it ends, and who says so."""
    if view.first >= view.cue.tokens[0]:
        joint = joint_after(tree, view.last + 1, view.level)
        yield f"ends {joint}"
        yield f"ends {joint}, {view.group}"
    if "weighed_end" in view.link.rules:
        yield "end weighed"
        yield f"end weighed, {view.group}"


def _before(tree: Tree, i: int) -> str:
    """What stands before a content: a small word or a sign, the tag of another word, or nothing of its sentence."""
    if i == 0 or tree.sentence[i - 1] != tree.sentence[i]:
        return "nothing"
    return tree.lower[i - 1] if tree.tags[i - 1] in SMALL or not tree.tags[i - 1].isalpha() else tree.tags[i - 1]


def _in_headline(tree: Tree, i: int) -> bool:
    """Whether a token stands in a first paragraph that does not end like a sentence, or in capitals."""
    if tree.paragraph[i] or len(tree.paragraphs) < 2:
        return False
    opening = tree.paragraphs[0]
    shown = tree.text[opening.start : opening.end].rstrip("\"'”’»)")
    return not shown.endswith((".", "!", "?")) or shown.istitle()


def _content_kind(tree: Tree, link: Link) -> str:
    """What kind of word the content hangs on."""
    start, end = link.content[0]
    first, last = tree.token_at(start), tree.token_at(end - 1)
    head = head_of(tree, (first, last + 1))
    tag = tree.tags[head]
    if tag in ("NN", "NNS"):
        return noun_kind(tree, head)
    return "name" if tag.startswith("NNP") else "pronoun" if tag == "PRP" else tag[:2]


def _gap(link: Link, cue: Cue) -> str:
    """How far the source is from the verb, in tokens."""
    if link.source is None:
        return "none"
    first, end = link.source
    if first >= cue.tokens[1]:
        return "after"
    return next(str(limit) for limit in (0, 1, 3, 8, 15, 10**9) if cue.tokens[0] - end <= limit)


def _marks(tree: Tree, view: View) -> str:
    """How the content stands to quotation marks beside the cue."""
    level, first, last = view.level, view.first, view.last
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


def _lead(tree: Tree, i: int) -> str:
    """What opens the content: its first word when it is a small one, else its tag."""
    while i < len(tree) - 1 and tree.tags[i] in ("``", "''", "'", "HYPH", ":", ","):
        i += 1
    return tree.lower[i] if tree.tags[i] in ("IN", "WP", "WRB", "WDT", "TO") else tree.tags[i]
