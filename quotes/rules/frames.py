"""The text between quotations: where a frame ends, and the reporting clause that it opens with.

The parse slips most around quotation marks, so these work from the marks: the text outside them
falls into frames, and a frame's verb speaks for the quotation it touches.
"""

from __future__ import annotations

from collections.abc import Mapping

from quotes.lexicon import words
from quotes.rules import rule
from quotes.rules.contents import SENTENCE, TERMINAL
from quotes.sources import mention, source_of
from quotes.spans import Cue, Tokens
from quotes.tags import INFLECTED
from quotes.tree import Tree

REACH = 40
"""How many tokens of a frame are searched for the verb."""


JOINTS = frozenset({",", "and", "but", "then", "as", "--", "—", "-", "–"})
"""What may stand between a quotation and its reporting clause."""


NOMINAL = frozenset("NNP NNPS NN NNS PRP DT JJ CD POS PRP$ , IN CC NFP HYPH -LRB- -RRB- VBN VBG RB WP .".split())

OPENING = frozenset("NNP NNPS DT PRP PRP$ NN NNS JJ CD".split())
"""Tags of what a mention after its verb opens with; what is capitalized does whatever its tag."""


NAMING = OPENING | {"``", "''", "POS", "HYPH"}
"""Tags of what such a mention goes on with."""


def frame_end(tree: Tree, begin: int, level: int) -> int:
    """One past the last token of the frame that starts at ``begin``: a terminal, a quotation, the paragraph's end."""
    if begin >= len(tree):
        return begin
    paragraph, last = tree.paragraph[begin], min(begin + SENTENCE, len(tree))
    for i in range(begin, last):
        if tree.paragraph[i] != paragraph or tree.quote[i] != level:
            return i
        if tree.words[i] in TERMINAL:
            return i + 1
    return last


def tag_of(tree: Tree, number: int, cues: Mapping[int, Cue]) -> tuple[Cue, Tokens, str, int] | None:
    """The reporting clause right after a quotation: cue, source, the rule that found it, and the frame's end."""
    level, first = tree.parents[number], tree.held[number][1]
    stop = frame_end(tree, first, level)
    while first < stop and (tree.lower[first] in JOINTS or tree.words[first].isspace()):
        first += 1
    if first < stop and tree.lower[first] in words("cues/subordinate"):
        return None
    found = None
    for i in range(first, min(stop, first + REACH)):
        cue = cues.get(i)
        if cue is None or tree.quote[i] != level or is_relay(tree, i):
            continue
        source, found_by = _source_in_frame(tree, cue, first, stop)
        if source is None or found_by is None or min(source[0], cue.tokens[0]) > first + 1:
            continue
        found = found or (cue, source, found_by, stop)
        if tree.tags[i] in INFLECTED:
            return cue, source, found_by, stop
    return found


def is_relay(tree: Tree, i: int) -> bool:
    """Whether a verb only says who passed the words on: "as reported by"."""
    return tree.tags[i] == "VBN" and i > 0 and tree.lower[i - 1] == "as" and tree.lower[i + 1 : i + 2] == ["by"]


def frame_end_passing_names(tree: Tree, stop: int) -> int:
    """Where a frame really ends, when what stops it is a nickname in marks within a name."""
    if stop < len(tree) and tree.quote[stop] >= 0 and not is_speech_shaped(tree, tree.quote[stop]):
        return frame_end(tree, tree.held[tree.quote[stop]][1], tree.parents[tree.quote[stop]])
    return stop


def _source_in_frame(tree: Tree, cue: Cue, first: int, stop: int) -> tuple[Tokens | None, str | None]:
    source, found_by = source_of(tree, cue.head)
    if source is not None and first <= source[0] and source[1] <= stop:
        whole = preceding_subject(tree, cue, first) if first + 1 < source[0] < cue.tokens[0] else None
        return (whole, "preceding_subject") if whole is not None else (source, found_by)
    if cue.tokens[0] <= first + 1 and (after := inverted_subject(tree, cue, stop)) is not None:
        return after, "inverted_subject"
    return preceding_subject(tree, cue, first), "preceding_subject"


@rule("sources")
def inverted_subject(tree: Tree, cue: Cue, stop: int) -> Tokens | None:
    """Reads the name that follows the verb of a frame, whatever the parse says.

    Example: “I was there,” said Ann Ortiz, the mayor.
    """
    begin = end = cue.tokens[1]
    if begin >= stop or not (tree.tags[begin] in OPENING or tree.words[begin].istitle()):
        return None
    stop = frame_end_passing_names(tree, stop)
    while end < stop and (tree.tags[end] in NAMING or tree.words[end].istitle()):
        end += 1
    noun = next((k for k in range(end - 1, begin, -1) if tree.tags[k] != "JJ"), end - 1)  # "an ally close" to Lee
    heads = (k for k in (end - 1, noun) if tree.left[k] == begin and end <= tree.right[k] <= stop)
    head = next(heads, None)
    return mention(tree, head) if head is not None else (begin, end)


@rule("sources")
def preceding_subject(tree: Tree, cue: Cue, first: int) -> Tokens | None:
    """Reads the words between a quotation and the verb of its frame, whatever the parse says.

    Example: “I was there,” Ann Ortiz of the mill workers' union said.
    """
    end = cue.tokens[0]
    if first >= end or any(tree.tags[i] not in NOMINAL and not tree.words[i].istitle() for i in range(first, end)):
        return None
    while end > first and tree.words[end - 1] in (",", "-", "–", "—"):
        end -= 1
    return (first, end) if first < end else None


INNER_MARKS = " \t\n\u00a0’”'\""
"""What may stand between the last character of a quotation and its closing mark: other closing marks, space."""


def ending_of(tree: Tree, held: Tokens) -> str:
    """The last character before the closing marks, when it is punctuation; else nothing."""
    number = tree.quote[held[0]]
    if number < 0:
        return ""
    start, end = tree.quotations[number].inner
    last = tree.text[max(start, end - 8) : end].rstrip(INNER_MARKS)[-1:]
    return last if last and last in ",.?!—-…" else ""


def is_speech_shaped(tree: Tree, number: int) -> bool:
    """Whether a quotation may be speech: it has words, and is no nickname inside a name."""
    first, end = tree.held[number]
    if tree.quotations[number].inner[0] >= tree.quotations[number].inner[1]:
        return False
    inside_name = first and end < len(tree) and tree.tags[first - 1] == "NNP" and tree.tags[end] == "NNP"
    return not (inside_name and end - first <= 5)
