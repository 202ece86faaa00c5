"""Proposes the links between quotations and the reporting clauses beside them.

The parse slips most around quotation marks, so these rules work from the marks: the text
outside them falls into frames, and a frame's verb speaks for the quotation it touches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quotes.rules import rule
from quotes.rules.contents import DEPTH, SENTENCE, TERMINAL, content, sentence_start
from quotes.sources import NOUNY, mention, source_of
from quotes.spans import Cue, Link, Offsets, Tokens
from quotes.tree import Tree

RUN = 40
"""How many quotations one reporting clause can speak for."""

REACH = 40
"""How many tokens of a frame are searched for the verb."""

LEADS = frozenset({",", ":", ";", "—", "–", "--"})
"""What joins a frame to the quotation that it leads up to."""

JOINTS = frozenset({",", "and", "but", "then", "as", "--", "—", "-", "–"})
"""What may stand between a quotation and its reporting clause."""

NOMINAL = frozenset("NNP NNPS NN NNS PRP DT JJ CD POS PRP$ , IN CC NFP HYPH -LRB- -RRB- VBN VBG RB WP .".split())


def propose(tree: Tree, cues: Sequence[Cue]) -> Iterator[Link]:
    """Yield the links of every quotation to the frames before and after it."""
    by_place = {cue.head: cue for cue in cues}
    for number, held in enumerate(tree.held):
        if _is_speech_shaped(tree, number):
            found = [finder(tree, number, held, by_place) for finder in (quotation_then_verb, verb_then_quotation)]
            yield from (link for link in found if link is not None)
            if found == [None, None] and (link := label_then_quotation(tree, number, held, by_place)) is not None:
                yield link


@rule("links")
def quotation_then_verb(tree: Tree, number: int, held: Tokens, cues: Mapping[int, Cue]) -> Link | None:
    """Reads the verb of the frame that follows a quotation.

    Example: “I was there,” said Ortiz.
    """
    tag = _tag(tree, number, cues)
    if tag is None:
        return None
    cue, source, found_by, stop = tag
    level, ending = tree.parents[number], _last_word(tree, held)
    if not tree.quotations[number].closed and (rest := broken_quotation(tree, cue, level)) is not None:
        contents = (*_contents(tree, [number]), rest)
        return Link(contents, cue, source, ("quotation_then_verb", found_by, "broken_quotation"), "quote broken off")
    if ending == "." and _has_own_content(tree, cue, stop):
        return None
    run = [*_opening(tree, number), *_run(tree, number, cues, cue.head)]
    rules = ("quotation_then_verb", found_by, *(("quotation_goes_on",) if len(run) > 1 else ()))
    contents, name = _contents(tree, run), f"quote after {ending}"
    opening = sentence_start(tree, held[0], level)
    spoken_for = any(i in cues for i in range(opening, held[0]))
    if run[0] == number and not spoken_for and any(w.isalnum() for w in tree.words[opening : held[0]]):
        name = f"sentence after {ending}"
        head = content(tree, (opening, held[1]), level)
        contents = (head, *contents[1:]) if head is not None else contents
    return Link(contents, cue, source, rules, name)


@rule("links")
def verb_then_quotation(tree: Tree, number: int, held: Tokens, cues: Mapping[int, Cue]) -> Link | None:
    """Reads the verb of the frame that leads up to a quotation.

    Example: Ortiz told the owners, “I was there.”
    """
    level, first = tree.parents[number], held[0]
    last = first - 1
    while last >= 0 and tree.words[last].isspace():
        last -= 1
    if last < 0 or (tree.paragraph[last] != tree.paragraph[first] and tree.words[last] != ":"):
        return None
    begin = sentence_start(tree, last + 1, level)
    lead = tree.lower[last] if last >= begin else ""
    for i in range(last, max(begin, last - REACH) - 1, -1):
        cue = cues.get(i)
        if cue is None or tree.quote[i] != level:
            continue
        if (
            tree.deps[i] in ("relcl", "acl", "amod")
            and lead in (",", ":")
            and tree.right[i] < last
            and tree.tags[i] != "VBG"
        ):
            continue
        if lead not in LEADS and _reads_quotation(tree, i, first):
            return None
        if _tags_earlier(tree, number, cues, i):
            return None
        source, found_by = source_of(tree, i)
        if source is not None and source[0] >= first:
            source, found_by = None, None
        run = _run(tree, number, cues, cue.head)
        tokens = (cue.tokens[0], max(cue.tokens[1], last + 1)) if lead == ":" and last == cue.tokens[1] else cue.tokens
        whole = Cue(cue.head, tokens, cue.lemma, cue.frame, cue.stance)
        contents = _contents(tree, run)
        if lead == "that" and last > i:
            contents = ((tree.starts[last], contents[0][1]), *contents[1:])
        touch = lead if lead in (",", ":", "that") else "verb" if last < cue.tokens[1] else "other"
        rules = (
            "verb_then_quotation",
            *((found_by,) if found_by else ()),
            *(("quotation_goes_on",) if len(run) > 1 else ()),
        )
        return Link(contents, whole, source, rules, f"quote before {touch}")
    return None


@rule("links")
def label_then_quotation(tree: Tree, number: int, held: Tokens, cues: Mapping[int, Cue]) -> Link | None:
    """Reads the name and the colon before a quotation, where no verb leads up to it.

    Example: More from the report: “The samples were too small.”
    """
    colon = held[0] - 1
    while colon > 0 and tree.words[colon].isspace():
        colon -= 1
    if colon < 1 or tree.words[colon] != ":" or tree.quote[colon] != tree.parents[number]:
        return None
    first = colon
    while first and colon - first < 12 and tree.tags[first - 1] in NOUNY and tree.quote[first - 1] == tree.quote[colon]:
        first -= 1
    if first == colon:
        return None
    run = _run(tree, number, cues, colon)
    cue = Cue(colon, (colon, colon + 1), ":", "statement", "asserted")
    rules = ("label_then_quotation", *(("quotation_goes_on",) if len(run) > 1 else ()))
    return Link(_contents(tree, run), cue, (first, colon), rules, "quote label")


@rule("links")
def quotation_goes_on(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> int | None:
    """Reads on to the next quotation when no other verb claims it; "verb" is the verb of the first.

    Example: “I was there,” Ortiz said. “I saw it all.”
    """
    nxt = _next(tree, number)
    if nxt is None:
        return None
    here, there = tree.held[number][1], tree.held[nxt][0]
    between = [i for i in range(here, there) if tree.words[i].isalnum()]
    same = tree.paragraph[here - 1] == tree.paragraph[there]
    if not same and tree.paragraph[there] - tree.paragraph[here - 1] > 1:
        return None
    if (tag := _tag(tree, nxt, cues)) is not None and _last_word(tree, tree.held[nxt]) != "." and tag[0].head != verb:
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
    if lead in TERMINAL:
        return nxt
    later = any(i > verb and i in cues and tree.deps[i] not in ("relcl", "acl", "amod") for i in between)
    return nxt if lead in LEADS and not later else None


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


def _tag(tree: Tree, number: int, cues: Mapping[int, Cue]) -> tuple[Cue, Tokens, str, int] | None:
    """The reporting clause right after a quotation: cue, source, the rule that found it, and the frame's end."""
    level, first = tree.parents[number], tree.held[number][1]
    stop = frame_end(tree, first, level)
    while first < stop and (tree.lower[first] in JOINTS or tree.words[first].isspace()):
        first += 1
    for i in range(first, min(stop, first + REACH)):
        cue = cues.get(i)
        if cue is None or tree.quote[i] != level or is_relay(tree, i):
            continue
        source, found_by = _source_in_frame(tree, cue, first, stop)
        if source is None or found_by is None or min(source[0], cue.tokens[0]) > first + 1:
            continue
        return cue, source, found_by, stop
    return None


def _tags_earlier(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> bool:
    """Whether a verb speaks for the quotation before this one, which it interrupts."""
    for earlier in range(number - 1, max(-1, number - DEPTH), -1):
        if tree.parents[earlier] == tree.parents[number]:
            tag = _tag(tree, earlier, cues) if tree.held[earlier][1] <= verb else None
            return tag is not None and tag[0].head == verb and _last_word(tree, tree.held[earlier]) != "."
    return False


def _run(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> list[int]:
    """The quotations that one reporting clause speaks for: the first and those that go on."""
    run = [number]
    while len(run) < RUN and (nxt := quotation_goes_on(tree, run[-1], cues, verb)) is not None:
        run.append(nxt)
    return run


def is_relay(tree: Tree, i: int) -> bool:
    """Whether a verb only says who passed the words on: "as reported by"."""
    return tree.tags[i] == "VBN" and i > 0 and tree.lower[i - 1] == "as" and tree.lower[i + 1 : i + 2] == ["by"]


def _reads_quotation(tree: Tree, verb: int, first: int) -> bool:
    """Whether the grammar has the verb govern the words around a quotation, so that its clause is the content."""
    deps = ("ccomp", "xcomp", "dobj", "prep", "oprd")
    return any(verb < k and tree.left[k] < first < tree.right[k] for k in tree.children(verb, *deps))


def _opening(tree: Tree, number: int) -> list[int]:
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


def _contents(tree: Tree, run: list[int]) -> tuple[Offsets, ...]:
    return tuple((tree.quotations[k].start, tree.quotations[k].end) for k in run)


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


def frame_end_passing_names(tree: Tree, stop: int) -> int:
    """Where a frame really ends, when what stops it is a nickname in marks within a name."""
    if stop < len(tree) and tree.quote[stop] >= 0 and not _is_speech_shaped(tree, tree.quote[stop]):
        return frame_end(tree, tree.held[tree.quote[stop]][1], tree.parents[tree.quote[stop]])
    return stop


def _source_in_frame(tree: Tree, cue: Cue, first: int, stop: int) -> tuple[Tokens | None, str | None]:
    source, found_by = source_of(tree, cue.head)
    if source is not None and first <= source[0] and source[1] <= stop:
        return source, found_by
    if cue.tokens[0] <= first + 1:
        return inverted_subject(tree, cue, stop), "inverted_subject"
    return preceding_subject(tree, cue, first), "preceding_subject"


@rule("sources")
def inverted_subject(tree: Tree, cue: Cue, stop: int) -> Tokens | None:
    """Reads the name that follows the verb of a frame, whatever the parse says.

    Example: “I was there,” said Ann Ortiz, the mayor.
    """
    begin = cue.tokens[1]
    if begin >= stop or tree.tags[begin] not in ("NNP", "NNPS", "DT", "PRP", "PRP$", "NN", "NNS", "JJ", "CD"):
        return None
    end = begin
    stop = frame_end_passing_names(tree, stop)
    while end < stop and tree.tags[end] in (
        "``",
        "''",
        "NNP",
        "NNPS",
        "DT",
        "PRP",
        "PRP$",
        "NN",
        "NNS",
        "JJ",
        "CD",
        "POS",
        "HYPH",
    ):
        end += 1
    head = end - 1
    return (
        mention(tree, head)
        if begin <= tree.left[head] and tree.right[head] <= stop and tree.left[head] == begin
        else (begin, end)
    )


@rule("sources")
def preceding_subject(tree: Tree, cue: Cue, first: int) -> Tokens | None:
    """Reads the words between a quotation and the verb of its frame, whatever the parse says.

    Example: “I was there,” Ann Ortiz of the mill workers' union said.
    """
    end = cue.tokens[0]
    if first >= end or any(tree.tags[i] not in NOMINAL for i in range(first, end)):
        return None
    while end > first and tree.words[end - 1] in (",", "-", "–", "—"):
        end -= 1
    return (first, end) if first < end else None


@rule("links")
def broken_quotation(tree: Tree, cue: Cue, level: int) -> Offsets | None:
    """Reads the clause of the verb after a quotation that was never closed, as the words' other half.

    Example: “The threat is over. In the past, Ortiz told reporters that it had been real.
    """
    kid = tree.child(cue.head, "ccomp")
    if kid is None or kid < cue.head:
        return None
    return content(tree, (max(tree.left[kid], cue.tokens[1]), tree.right[kid]), level)


def _has_own_content(tree: Tree, cue: Cue, stop: int) -> bool:
    return any(
        tree.deps[k] in ("ccomp", "dobj", "xcomp") and k > cue.head and tree.left[k] > cue.head and k < stop
        for k in tree.children(cue.head)
    )


def _last_word(tree: Tree, held: Tokens) -> str:
    """The last character before the closing mark, when it is punctuation; else nothing."""
    number = tree.quote[held[0]]
    if number < 0:
        return ""
    start, end = tree.quotations[number].inner
    last = tree.text[max(start, end - 8) : end].rstrip()[-1:]
    return last if last and last in ",.?!—-…" else ""


def _is_speech_shaped(tree: Tree, number: int) -> bool:
    first, end = tree.held[number]
    if tree.quotations[number].inner[0] >= tree.quotations[number].inner[1]:
        return False
    inside_name = first and end < len(tree) and tree.tags[first - 1] == "NNP" and tree.tags[end] == "NNP"
    return not (inside_name and end - first <= 5)


def going_on(tree: Tree, link: Link, cues: Mapping[int, Cue]) -> Link:
    """Return a link with the quotations that go on from where its content ends, if any do."""
    if link.cue is None:
        return link
    end = link.content[-1][1]
    last = tree.quote[tree.token_at(end - 1)]
    if last < 0 or tree.quotations[last].end != end or tree.parents[last] != tree.quote[link.cue.head]:
        return link
    run = _run(tree, last, cues, link.cue.head)[1:]
    if not run:
        return link
    content = (*link.content, *_contents(tree, run))
    return replace(link, content=content, rules=(*link.rules, "quotation_goes_on"))
