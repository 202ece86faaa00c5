"""The cheapest way to read all marks of a text: Viterbi's algorithm over stacks of open marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.marks.costs import Mark
from quotes.marks.glyphs import GLYPHS, NEVER, REGULAR_PAIRS, UNLIKE_PAIRS
from quotes.marks.voice import reporting_tag
from quotes.spans import Paragraph

UNCLOSED = 3.0  # a mark that is never closed
UNREPEATED = {"double": 1.9}  # a quotation runs into the next paragraph, which does not repeat the mark
REPEATED = 0.3  # … which does, as it should
NESTED = {"double": 1.0, "single": 2.5}  # “He said “go” to me”: marks of one family inside each other
CONTRAST = 0.5  # … less this where the two look different: "He said “go” to me"
UNLIKE = 0.7  # “Hello": marks of one family that look different close each other
MISMATCH = 4.0  # “Hello,’ he said: a mark of another family closes
EMPTY = 2.0  # nothing between two marks
TOUCHING = 3.0  # a mark opened inside one that was opened just before it
DEEPEST = 4  # marks inside marks
BEAM = 8.0  # a state that is dearer than the cheapest by this never wins
WIDEST = 12  # and no more states than this are kept, so that time is linear whatever the text
SETTLED = 5000  # after so many marks in one paragraph the cheapest state is taken, so that memory stays small

Action = Literal["open", "close", "skip", "repeat", "drop", "carry", "continue"]
Stack = tuple[str, ...]  # shapes of the open marks, outermost first; "+" before one that must be repeated
Path = tuple["Path | None", Action, "Mark | Paragraph", int]  # before, action, where, marks dropped first
State = tuple[float, Path | None, int]  # cost, path, offset after the outermost open mark
States = dict[Stack, State]


@dataclass(frozen=True, slots=True)
class Step:
    """One decision of a reading.

    ``open``, ``close``, ``repeat`` and ``skip`` read a mark; ``drop``, ``carry`` and
    ``continue`` end a paragraph with marks open: left unclosed, going on without and with the
    mark repeated. Before any of them the innermost ``drops`` open marks are left unclosed.
    """

    action: Action
    where: Mark | Paragraph
    drops: int


def cheapest_reading(text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Sequence[Mark]]) -> Iterator[Step]:
    """Yield the steps of the cheapest reading, in order: one a mark, one a paragraph with open marks."""
    states: States = {(): (0.0, None, 0)}
    for i, paragraph in enumerate(paragraphs):
        for n, mark in enumerate(marks[i], start=1):
            states = _read(states, mark)
            if n % SETTLED == 0:
                stack, (_, path, outer) = min(states.items(), key=lambda item: item[1][0])
                yield from _steps(path)
                states = {stack: (0.0, None, outer)}
        if len(states) > 1 or () not in states:
            following = marks[i + 1][0] if i + 1 < len(paragraphs) and marks[i + 1] else None
            last = i + 1 == len(paragraphs)
            states = _end_paragraph(text, states, paragraph, following, last)
        if len(states) == 1 and () in states:  # nothing is open, so all before is settled
            yield from _steps(states[()][1])
            states = {(): (0.0, None, 0)}
    yield from _steps(min(states.values(), key=lambda state: state[0])[1])


def _steps(path: Path | None) -> Iterator[Step]:
    steps: list[Step] = []
    while path is not None:
        path, action, where, drops = path
        steps.append(Step(action, where, drops))
    return reversed(steps)


def _offer(states: States, stack: Stack, cost: float, path: Path, outer: int) -> None:
    known = states.get(stack)
    if known is None or cost < known[0]:
        states[stack] = (cost, path, outer)


def _read(states: States, mark: Mark) -> States:
    """Read one mark in every state, every way it can be read; keep the cheap ones."""
    after: States = {}
    for stack, state in states.items():
        cost, path, outer = state
        if stack and stack[0][0] == "+":  # only the repeated mark can come here
            doubt = mark.opens - GLYPHS[mark.glyph].opens
            _offer(after, (mark.glyph,), cost + doubt, (path, "repeat", mark, 0), mark.end)
            continue
        _offer(after, stack, cost + mark.skips, (path, "skip", mark, 0), outer)
        depth = _innermost(stack, mark)
        if mark.opens < NEVER:
            _open(after, stack, state, mark, depth)
        if depth is not None and mark.closes < NEVER:
            _close(after, stack, state, mark, depth)
        if stack and mark.closes_others and {_family(stack[-1]), _family(mark.glyph)} == {"single", "double"}:
            _offer(after, stack[:-1], cost + MISMATCH, (path, "close", mark, 0), outer)
    return _cheap(after)


def _cheap(states: States) -> States:
    costs = sorted(state[0] for state in states.values())
    limit = min(costs[0] + BEAM, costs[min(len(costs), WIDEST) - 1])
    return {stack: state for stack, state in states.items() if state[0] <= limit}


def _family(glyph: str) -> str:
    return GLYPHS[glyph].family


def _innermost(stack: Stack, mark: Mark) -> int | None:
    """Return the index of the innermost open mark of the same family."""
    family = _family(mark.glyph)
    for depth in range(len(stack) - 1, -1, -1):
        if _family(stack[depth]) == family:
            return depth
    return None


def _close(after: States, stack: Stack, state: State, mark: Mark, depth: int) -> None:
    """Offer the mark as closing the one at ``depth``; those inside it are left unclosed."""
    cost, path, outer = state
    drops = len(stack) - depth - 1
    cost += drops * UNCLOSED + mark.closes
    pair = stack[depth] + mark.glyph
    if pair in REGULAR_PAIRS:
        cost -= GLYPHS[mark.glyph].closes
    elif pair in UNLIKE_PAIRS:
        cost += UNLIKE
    if path is not None and path[1] == "open" and mark.start - path[2].end < 2:
        cost += EMPTY
    _offer(after, stack[:depth], cost, (path, "close", mark, drops), outer)


def _open(after: States, stack: Stack, state: State, mark: Mark, depth: int | None) -> None:
    """Offer the mark as an opening one: inside what is open, or in its place, left unclosed."""
    cost, path, outer = state
    cost += mark.opens
    if len(stack) < DEEPEST:
        nested = 0.0
        if depth is not None:
            nested = NESTED.get(_family(mark.glyph), 0.0)
            nested -= CONTRAST if stack[depth] != mark.glyph else 0.0
            nested += TOUCHING if mark.doubled and path and path[1] == "open" and path[2].end == mark.start else 0.0
        _offer(after, (*stack, mark.glyph), cost + nested, (path, "open", mark, 0), outer if stack else mark.end)
    if depth is not None:
        drops = len(stack) - depth
        kept = (*stack[:depth], mark.glyph)
        _offer(after, kept, cost + drops * UNCLOSED, (path, "open", mark, drops), outer if depth else mark.end)


def _end_paragraph(text: str, states: States, paragraph: Paragraph, following: Mark | None, last: bool) -> States:
    """Leave open marks unclosed, or take the outermost one over into the next paragraph."""
    after: States = {(): states[()]} if () in states else {}
    for stack, (cost, path, outer) in states.items():
        if not stack:
            continue
        _offer(after, (), cost + UNCLOSED * len(stack), (path, "drop", paragraph, len(stack)), 0)
        if last:
            continue
        inner = len(stack) - 1
        kept = cost + UNCLOSED * inner
        _offer(
            after,
            stack[:1],
            kept + UNREPEATED.get(_family(stack[0]), UNCLOSED),
            (path, "carry", paragraph, inner),
            outer,
        )
        if following and following.initial and _may_repeat(stack[0], following):
            tagged = UNCLOSED if reporting_tag(text, max(outer, paragraph.start), paragraph.end) is not None else 0.0
            _offer(after, ("+" + stack[0],), kept + REPEATED + tagged, (path, "continue", paragraph, inner), outer)
    return _cheap(after)


def _may_repeat(opener: str, mark: Mark) -> bool:
    return opener == mark.glyph or (_family(opener) == _family(mark.glyph) and mark.opens < UNCLOSED)
