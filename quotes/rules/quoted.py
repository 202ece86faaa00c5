"""Proposes the links between quotations and the reporting clauses beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quotes.kinds import is_a_date
from quotes.rules import rule
from quotes.rules.contents import DEPTH, content, sentence_start
from quotes.rules.frames import REACH, ending_of, is_speech_shaped, tag_of
from quotes.rules.remarks import remark_then_quotation
from quotes.rules.runs import LEADS, contents_of, opening_of, run_of
from quotes.sources import DASHES, NOUNY, source_of
from quotes.spans import Cue, Link, Offsets, Tokens
from quotes.tree import Tree


def propose(tree: Tree, cues: Sequence[Cue]) -> Iterator[Link]:
    """Yield the links of every quotation to the frames before and after it."""
    by_place = {cue.head: cue for cue in cues}
    for number, held in enumerate(tree.held):
        if is_speech_shaped(tree, number):
            after = quotation_then_verb(tree, number, held, by_place)
            found = [
                *(sentence_and_quotation_then_verb(tree, number, after, by_place) if after else [None]),
                verb_then_quotation(tree, number, held, by_place),
            ]
            if found == [None, None]:
                found = [remark_then_quotation(tree, number, by_place)]
            yield from (link for link in found if link is not None)
            label = label_then_quotation(tree, number, held, by_place)
            if label is not None and (found in ([None, None], [None]) or label.pattern.endswith("apart")):
                yield label


@rule("links")
def quotation_then_verb(tree: Tree, number: int, held: Tokens, cues: Mapping[int, Cue]) -> Link | None:
    """Reads the verb of the frame that follows a quotation.

    Example: “I was there,” said Ortiz.
    """
    tag = tag_of(tree, number, cues)
    if tag is None:
        return None
    cue, source, found_by, stop = tag
    ending = ending_of(tree, held)
    broken = not tree.quotations[number].closed
    if broken and (rest := broken_quotation(tree, cue, tree.parents[number])) is not None:
        contents = (*contents_of(tree, [number]), rest)
        return Link(contents, cue, source, ("quotation_then_verb", found_by, "broken_quotation"), "quote broken off")
    if ending == "." and _has_own_content(tree, cue, stop):
        return None
    run = [*opening_of(tree, number), *run_of(tree, number, cues, cue.head)]
    rules = ("quotation_then_verb", found_by, *(("quotation_goes_on",) if len(run) > 1 else ()))
    return Link(contents_of(tree, run), cue, source, rules, f"quote after {ending}")


@rule("links")
def sentence_and_quotation_then_verb(tree: Tree, number: int, link: Link, cues: Mapping[int, Cue]) -> Iterator[Link]:
    """Reads the sentence that a quotation is the end of; where a word in it may lead up to the quotation, as well.

    Example: The council was slow and “should have acted sooner,” said Ortiz.
    """
    first, end = tree.held[number]
    level = tree.parents[number]
    opening = sentence_start(tree, first, level)
    quotation = (tree.quotations[number].start, tree.quotations[number].end)
    if link.content[0] != quotation or not any(w.isalnum() for w in tree.words[opening:first]):
        yield link
        return
    spoken_for = any(i in cues for i in range(opening, first))
    whole = content(tree, (opening, end), level) if not spoken_for or link.pattern.endswith(",") else None
    if whole is not None:
        pattern = link.pattern.replace("quote", "sentence read" if spoken_for else "sentence")
        yield replace(link, content=(whole, *link.content[1:]), pattern=pattern)
    if spoken_for or whole is None:
        yield link


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
    cue = _leading_verb(tree, number, last, max(begin, last - REACH), lead, cues)
    if cue is None:
        return None
    source, found_by = _source_before(tree, cue.head, first)
    run = run_of(tree, number, cues, cue.head)
    tokens = (cue.tokens[0], max(cue.tokens[1], last + 1)) if lead == ":" and last == cue.tokens[1] else cue.tokens
    whole = Cue(cue.head, tokens, cue.lemma, cue.frame, cue.stance)
    contents = contents_of(tree, run)
    if lead == "that" and last > cue.head:
        contents = ((tree.starts[last], contents[0][1]), *contents[1:])
    touch = lead if lead in (",", ":", "that") else "verb" if last < cue.tokens[1] else "other"
    goes_on = ("quotation_goes_on",) if len(run) > 1 else ()
    rules = ("verb_then_quotation", *((found_by,) if found_by else ()), *goes_on)
    return Link(contents, whole, source, rules, f"quote before {touch}")


def _leading_verb(tree: Tree, number: int, last: int, begin: int, lead: str, cues: Mapping[int, Cue]) -> Cue | None:
    """The verb nearest to a quotation from the left that may lead up to it; one that somebody is named for, if any is.

    A participle may stand between: Ortiz told them when asked: “No.”
    """
    level, first = tree.parents[number], tree.held[number][0]
    nameless = None
    for i in range(last, begin - 1, -1):
        cue = cues.get(i)
        if cue is None or tree.quote[i] != level or _describes(tree, i, last, lead):
            continue
        if (lead not in LEADS and _reads_quotation(tree, i, first)) or _tags_earlier(tree, number, cues, i, lead):
            break
        if _source_before(tree, i, first)[0] is not None:
            return cue
        nameless = nameless or cue
        if tree.tags[i] != "VBN":
            break
    return nameless


def _source_before(tree: Tree, verb: int, first: int) -> tuple[Tokens | None, str | None]:
    """The source of a verb that leads up to a quotation: none that stands after the quotation's first word."""
    source, found_by = source_of(tree, verb)
    return (None, None) if source is not None and source[0] >= first else (source, found_by)


def _describes(tree: Tree, i: int, last: int, lead: str) -> bool:
    """Whether a verb only describes a noun, in a clause that ends before the words that lead up to a quotation."""
    within = tree.deps[i] in ("relcl", "acl", "amod") and tree.tags[i] != "VBG"
    return within and lead in (",", ":") and tree.right[i] < last


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
    label, apart = _label_before(tree, colon)
    if label is None:
        return None
    run = run_of(tree, number, cues, colon)
    cue = Cue(colon, (colon, colon + 1), ":", "statement", "asserted")
    rules = ("label_then_quotation", *(("quotation_goes_on",) if len(run) > 1 else ()))
    return Link(contents_of(tree, run), cue, label, rules, "quote label apart" if apart else "quote label")


LABEL = 12
"""How many tokens a label before a colon may have."""

LABELLING = NOUNY - {"CC"} | {"-LRB-", "-RRB-"}
"""Tags of what a label is made of: Rep. Ann Ortiz (R-Ohio)."""


def _label_before(tree: Tree, colon: int) -> tuple[Tokens | None, bool]:
    """The nouns before a colon, a date after them left out, and whether they stand apart from what comes before."""
    end = colon
    for i in range(colon - 1, max(-1, colon - 5), -1):
        if tree.lower[i] in ("in", "on") and is_a_date(tree, i + 1):
            end = i
    first = end
    while first and end - first < LABEL and tree.tags[first - 1] in LABELLING | _joint(tree, first - 1):
        if _stands_apart(tree, first - 1) or tree.quote[first - 1] != tree.quote[colon]:
            break
        first -= 1
    if first == end or tree.tags[first] == "-LRB-":
        return None, False
    before = tree.words[first - 1] if first else ""
    apart = not first or _stands_apart(tree, first - 1) or before.isspace() or before.casefold() == "from"
    return (first, end), apart


def _stands_apart(tree: Tree, i: int) -> bool:
    """Whether a token is a dash between words, not within one."""
    return tree.words[i] in DASHES and i > 0 and tree.ends[i - 1] < tree.starts[i]


def _joint(tree: Tree, i: int) -> frozenset[str]:
    """The tag of a word that joins two names."""
    names = 0 < i < len(tree) - 1 and tree.tags[i - 1] == tree.tags[i + 1] == "NNP"
    return frozenset({"CC"}) if names else frozenset()


def _tags_earlier(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int, lead: str) -> bool:
    """Whether a verb speaks for the quotation before this one, which it interrupts."""
    for earlier in range(number - 1, max(-1, number - DEPTH), -1):
        if tree.parents[earlier] == tree.parents[number]:
            tag = tag_of(tree, earlier, cues) if tree.held[earlier][1] <= verb else None
            closed = ("", ".") if lead == ":" else (".",)
            return tag is not None and tag[0].head == verb and ending_of(tree, tree.held[earlier]) not in closed
    return False


def _reads_quotation(tree: Tree, verb: int, first: int) -> bool:
    """Whether the grammar has the verb govern the words around a quotation, so that its clause is the content."""
    deps = ("ccomp", "xcomp", "dobj", "prep", "oprd")
    return any(verb < k and tree.left[k] < first < tree.right[k] for k in tree.children(verb, *deps))


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
