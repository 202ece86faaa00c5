"""The quotations that one reporting clause speaks for: the first, and those in which it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace

from quotes.rules import rule
from quotes.rules.contents import TERMINAL, beside, ends_sentence, sentence_end
from quotes.rules.frames import ending_of, frame_end, is_relay, tag_of
from quotes.spans import Cue, Link, Offsets
from quotes.tree import Tree
from quotes.uses import is_title

RUN = 40
"""How many quotations one reporting clause can speak for."""


LEADS = frozenset({",", ":", ";", "—", "–", "--"})
"""What joins a frame to the quotation that it leads up to."""


@rule("links")
def quotation_goes_on(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> int | None:
    """Reads on to the next quotation when no other verb claims it; "verb" is the verb of the first.

    So it does from a clause without marks, where the next sentence stands in marks as a whole (``_next_sentence``).

    Example: “I was there,” Ortiz said. “I saw it all.”
    """
    nxt = _next_words(tree, number)
    if nxt is None:
        return None
    here, there = tree.held[number][1], tree.held[nxt][0]
    between = [i for i in range(here, there) if tree.words[i].isalnum()]
    same = tree.paragraph[here - 1] == tree.paragraph[there]
    if not same and tree.paragraph[there] - tree.paragraph[here - 1] > 1:
        return None
    if _is_claimed(tree, nxt, cues, verb):
        return None
    if not between:
        return nxt if same or tree.quotations[number].continues or _fills_paragraph(tree, nxt, cues) else None
    if any(tree.words[i] in TERMINAL for i in range(here, between[-1])):
        return None
    if not between[0] <= verb <= between[-1] and any(i in cues and not is_relay(tree, i) for i in between):
        return None
    if not same:
        return nxt if _fills_paragraph(tree, nxt, cues) else None
    lead = _before(tree, there)
    if lead == ":" and not ending_of(tree, tree.held[number]):
        return None
    if lead in TERMINAL or _sentence_closed(tree, there):
        return nxt
    later = any(i > verb and i in cues and tree.deps[i] not in ("relcl", "acl", "amod") for i in between)
    return nxt if lead in LEADS and not later else None


def _is_claimed(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> bool:
    """Whether another verb speaks for a quotation, or for the paragraphs that it goes on in."""
    for _ in range(RUN):
        beside = number + 1 < len(tree.held) and tree.parents[number + 1] == tree.parents[number]
        if not tree.quotations[number].continues or not beside:
            break
        number += 1
    tag = tag_of(tree, number, cues)
    return tag is not None and tag[0].head != verb and ending_of(tree, tree.held[number]) != "."


def run_of(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> list[int]:
    """The quotations that one reporting clause speaks for: the first and those that go on."""
    run = [number]
    while len(run) < RUN:
        nxt = quotation_goes_on(tree, run[-1], cues, verb)
        if nxt is None and run[-1] == number:
            nxt = _next_sentence(tree, max(verb, tree.held[number][1]), cues, verb)
        if nxt is None:
            break
        run.append(nxt)
    return run


def _next_sentence(tree: Tree, here: int, cues: Mapping[int, Cue], verb: int) -> int | None:
    """The next sentence after a reporting clause, when marks hold all of it: Lee said so. “I saw it.”

    In the paragraph after, the marks must hold all of that.
    """
    level = tree.quote[verb]
    if not tree.held or here >= tree.held[-1][0]:
        return None
    if tree.quote[here] != level or tree.paragraph[here] != tree.paragraph[verb]:
        return None
    i = sentence_end(tree, here, level)
    while i < len(tree) and tree.quote[i] == level and (tree.words[i] in TERMINAL or tree.words[i].isspace()):
        i += 1
    if i >= len(tree) or tree.paragraph[i] - tree.paragraph[here] > 1:
        return None
    nxt = beside(tree, i, level)
    if nxt is None or tree.held[nxt][0] != i or not ends_sentence(tree, nxt) or not opens_sentence(tree, nxt):
        return None
    if tree.paragraph[i] != tree.paragraph[here] and not _is_paragraph(tree, nxt):
        return None
    return None if tag_of(tree, nxt, cues) is not None or _is_claimed(tree, nxt, cues, verb) else nxt


def _is_paragraph(tree: Tree, number: int) -> bool:
    """Whether a quotation is all that its paragraph holds."""
    first, end = tree.held[number]
    paragraph = tree.paragraph[first]
    while end < len(tree) and tree.words[end].isspace():
        end += 1
    return end == len(tree) or tree.paragraph[end] != paragraph


def opens_sentence(tree: Tree, number: int) -> bool:
    """Whether the words of a quotation open like a sentence."""
    start, end = tree.quotations[number].inner
    first = tree.text[start:end].lstrip("\"'“‘.… [")[:1]
    return first.isupper() or first.isdigit()


def opening_of(tree: Tree, number: int) -> list[int]:
    """The quotations that go on into this one, their mark repeated at each paragraph."""
    earlier: list[int] = []
    while (
        number
        and len(earlier) < RUN
        and tree.quotations[number - 1].continues
        and tree.parents[number - 1] == tree.parents[number]
    ):
        number -= 1
        earlier.insert(0, number)
    return earlier


def _before(tree: Tree, i: int) -> str:
    """The word before a token, white space passed over."""
    while i and tree.words[i - 1].isspace():
        i -= 1
    return tree.lower[i - 1] if i else ""


def contents_of(tree: Tree, run: list[int]) -> tuple[Offsets, ...]:
    """Return the spans of quotations, marks included."""
    return tuple((tree.quotations[k].start, tree.quotations[k].end) for k in run)


def _sentence_closed(tree: Tree, there: int) -> bool:
    """Whether an abbreviation or a title ends the sentence before a quotation: “…,” Lee said on “Today.” “…”."""
    last = there - 1
    while last > 0 and tree.words[last].isspace():
        last -= 1
    inside = tree.quote[last]
    if inside != tree.quote[there] and inside >= 0 and is_title(tree, inside):
        return ends_sentence(tree, inside)
    return tree.words[last].endswith(".") and tree.text[tree.starts[there] + 1 : tree.starts[there] + 2].isupper()


def _next_words(tree: Tree, number: int) -> int | None:
    """The next quotation beside this one that is no title: “…,” Lee said on “Today.” “…”."""
    nxt = _next(tree, number)
    while (
        nxt is not None
        and is_title(tree, nxt)
        and tree.paragraph[tree.held[nxt][0]] == tree.paragraph[tree.held[number][0]]
    ):
        nxt = _next(tree, nxt)
    return nxt


def _next(tree: Tree, number: int) -> int | None:
    """The next quotation beside this one."""
    for nxt in range(number + 1, len(tree.held)):
        if tree.parents[nxt] == tree.parents[number]:
            return nxt
        if tree.held[nxt][0] >= tree.held[number][1]:
            return None
    return None


def _fills_paragraph(tree: Tree, number: int, cues: Mapping[int, Cue]) -> bool:
    """Whether a paragraph starts with this quotation and no verb outside marks claims its words."""
    first, end = tree.held[number]
    if first and tree.paragraph[first - 1] == tree.paragraph[first] and not tree.words[first - 1].isspace():
        return False
    level = tree.parents[number]
    stop = frame_end(tree, end, level)
    return not any(i in cues for i in range(end, stop))


def going_on(tree: Tree, link: Link, cues: Mapping[int, Cue], taken: Set[int]) -> Link:
    """Return a link with the quotations that go on from where its content ends, if any do.

    ``taken`` are the quotations that reporting clauses of their own speak for.
    """
    if link.cue is None:
        return link
    run = _run_after(tree, link, link.cue, cues)
    if not run or not taken.isdisjoint(run):
        return link
    content = (*link.content, *contents_of(tree, run))
    return replace(link, content=content, rules=(*link.rules, "quotation_goes_on"))


def _run_after(tree: Tree, link: Link, cue: Cue, cues: Mapping[int, Cue]) -> list[int]:
    """The quotations that go on from the one in which a content ends, or from its sentence."""
    end = link.content[-1][1]
    token = tree.token_at(end - 1)
    last = tree.quote[token]
    if last >= 0 and tree.quotations[last].end == end and tree.parents[last] == tree.quote[cue.head]:
        return run_of(tree, last, cues, cue.head)[1:]
    here = max(token + 1, cue.tokens[1], link.source[1] if link.source else 0)
    nxt = _next_sentence(tree, here - 1, cues, cue.head)
    if nxt is None or any(w.isalnum() for w in tree.words[here : tree.held[nxt][0]]):
        return []
    return run_of(tree, nxt, cues, cue.head)
