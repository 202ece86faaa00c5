"""The reporting clause around a cue: the stretches that may say how it was said, and phrases in them.

The parse slips most around quotation marks, where reporting clauses stand; so a clause is read
from its surface, from the cue outwards, and the parse is asked only what hangs on what.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from quotes.rules.contents import TERMINAL
from quotes.spans import Link, Tokens
from quotes.tree import Tree

REACH = 60
"""How many tokens to each side of the cue are looked at."""

EDGE = 14
"""How many tokens at the end of a content are looked at."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens of a reporting clause, outside its content and its source.

    ``place`` says where it stands: "after" the cue, in the "tail" after a source that follows
    the cue, "between" a source and its cue, in the "lead" before both, at the "end" after the
    content; a "loose" one is what a source that follows the cue ends with, an "edge" what a
    content ends with. ``verb`` is the dictionary form of the verb that its phrases belong to, or
    the phrase of the cue; ``objects`` says whether what follows it can be its object.
    """

    place: str
    first: int
    end: int
    verb: str
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One detail: which field it fills, the tokens it is, where reading goes on and the rule that read it."""

    detail: str
    tokens: Tokens
    end: int
    rule: str


def stretches(tree: Tree, link: Link) -> list[Stretch]:
    """Return the stretches around the cue of a link, those nearest to the verb first."""
    cue = link.cue
    if cue is None:
        return []
    verbal = is_verbal(tree, link)
    begin = cue.head + 1 if verbal else cue.tokens[1]
    if verbal and begin < len(tree) and tree.heads[begin] == cue.head and tree.deps[begin] == "prt":
        begin += 1
    taken = _Taken(tree, link)
    found = _rightwards(tree, cue.head, begin, taken, cue.lemma)
    if found and found[0].place == "after" and verbal and _takes_object(tree, link):
        found[0] = replace(found[0], objects=True)
    return [*found, *_leftwards(tree, link, taken)] if verbal else found


def edge(tree: Tree, link: Link) -> Stretch | None:
    """Return the last words of a content, where a relay may be left: after its last comma or marks, or a fragment."""
    if link.cue is None or link.cue.head > tree.token_at(link.content[-1][0]):
        return None
    end = tree.token_at(link.content[-1][1] - 1) + 1
    first, level = end, tree.quote[link.cue.head]
    while first > 0 and end - first < EDGE and tree.starts[first - 1] >= link.content[-1][0]:
        if tree.quote[first - 1] != level or tree.words[first - 1] == ",":
            return Stretch("edge", first, end, link.cue.lemma) if first < end else None
        first -= 1
    whole = len(link.content) > 1 and first < end and end - first < EDGE
    return Stretch("edge", first, end, link.cue.lemma) if whole else None


def is_verbal(tree: Tree, link: Link) -> bool:
    """Whether the cue holds a verb: it is not a phrase ("according to"), a bare noun or a mark."""
    if link.cue is None or " " in link.cue.lemma:
        return False
    return any(tree.tags[i][:2] == "VB" for i in range(link.cue.tokens[0], link.cue.head + 1))


def _takes_object(tree: Tree, link: Link) -> bool:
    """Whether the verb is active and its subject is not what follows it."""
    assert link.cue is not None
    return link.source is not None and link.source[1] <= link.cue.head and tree.child(link.cue.head, "auxpass") is None


class _Taken:
    """The stretches of tokens that are content or source: no detail lies in them."""

    def __init__(self, tree: Tree, link: Link) -> None:
        ranges = [(tree.token_at(start), tree.token_at(end - 1) + 1, "content") for start, end in link.content]
        if link.source is not None:
            ranges.append((*link.source, "source"))
        self._ranges = sorted(ranges)
        self._firsts = [first for first, _, _ in self._ranges]

    def at(self, i: int) -> tuple[int, int, str] | None:
        place = bisect_right(self._firsts, i) - 1
        if place >= 0 and i < self._ranges[place][1]:
            return self._ranges[place]
        return None


def _rightwards(tree: Tree, head: int, begin: int, taken: _Taken, verb: str) -> list[Stretch]:
    """The stretches from the cue to the end of its sentence, passing over content and source."""
    found, place, i, level = [], "after", begin, tree.quote[head]
    seen, first, paragraph = 0, begin, tree.paragraph[head]
    while i < len(tree) and tree.paragraph[i] == paragraph and seen < REACH:
        held = taken.at(i)
        if held is not None:
            found.append(Stretch(place, first, i, verb))
            if held[2] == "source":
                found += _loose_tail(tree, held, verb)
            last = next((k for k in range(held[1] - 1, held[0], -1) if not _is_mark(tree, k)), held[0])
            if held[2] == "content" and tree.words[last] in (".", "?", "!", "…"):
                return found
            place = "end" if held[2] == "content" or place == "end" else "tail"
            i = first = held[1]
            continue
        if tree.words[i] in TERMINAL and (tree.quote[i] == level or _closes(tree, i)):
            i = i if tree.quote[i] == level else tree.held[tree.quote[i]][1]
            break
        i, seen = i + 1, seen + 1
    found.append(Stretch(place, first, i, verb))
    return [x for x in found if x.first < x.end]


def _loose_tail(tree: Tree, held: tuple[int, int, str], verb: str) -> list[Stretch]:
    """What follows the last comma of a source after its verb: "said Ann Ortiz, the mayor, on Monday"."""
    comma = next((k for k in range(held[1] - 2, max(held[0], held[1] - EDGE), -1) if tree.words[k] == ","), None)
    return [Stretch("loose", comma + 1, held[1], verb)] if comma is not None else []


def _leftwards(tree: Tree, link: Link, taken: _Taken) -> list[Stretch]:
    """The stretch between a source and the cue that follows it, and the one that leads up to both."""
    assert link.cue is not None
    cue, found = link.cue, []
    stop = _group_start(tree, link)
    if link.source is not None and link.source[1] <= stop:
        if link.source[1] < stop and stop - link.source[1] <= REACH:
            found.append(Stretch("between", link.source[1], stop, ""))
        stop = link.source[0]
    level, paragraph, i = tree.quote[cue.head], tree.paragraph[cue.head], stop - 1
    while i >= 0 and stop - i <= REACH and tree.paragraph[i] == paragraph:
        if taken.at(i) is not None or (tree.words[i] in TERMINAL and (tree.quote[i] == level or _closes(tree, i))):
            break
        i -= 1
    first = next((k for k in range(i + 1, stop) if not _is_mark(tree, k)), stop)
    if first < stop:
        found.append(Stretch("lead", first, stop, ""))
    return found


def _group_start(tree: Tree, link: Link) -> int:
    """Where the verb group starts: the cue may begin earlier, and never starts inside the source."""
    assert link.cue is not None
    return min(link.cue.tokens[0], link.cue.head)


def _closes(tree: Tree, i: int) -> bool:
    """Whether a token is the last inside a quotation."""
    return tree.held[tree.quote[i]][1] <= i + 2


def _is_mark(tree: Tree, i: int) -> bool:
    return tree.tags[i] in ("''", "``") or tree.words[i] in "”’\"'»›" or tree.words[i].isspace()
