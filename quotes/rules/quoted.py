"""Proposes the links between quotations and the reporting clauses beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotes.kinds import is_a_date
from quotes.rules import rule
from quotes.rules.contents import DEPTH, content, sentence_start
from quotes.rules.frames import REACH, ending_of, is_speech_shaped, tag_of
from quotes.rules.runs import LEADS, contents_of, opening_of, run_of
from quotes.sources import DASHES, NOUNY, source_of
from quotes.spans import Cue, Link, Offsets, Tokens
from quotes.tree import Tree


def propose(tree: Tree, cues: Sequence[Cue]) -> Iterator[Link]:
    """Yield the links of every quotation to the frames before and after it."""
    by_place = {cue.head: cue for cue in cues}
    for number, held in enumerate(tree.held):
        if is_speech_shaped(tree, number):
            found = [finder(tree, number, held, by_place) for finder in (quotation_then_verb, verb_then_quotation)]
            yield from (link for link in found if link is not None)
            label = label_then_quotation(tree, number, held, by_place)
            if label is not None and (found == [None, None] or label.pattern.endswith("apart")):
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
    level, ending = tree.parents[number], ending_of(tree, held)
    if not tree.quotations[number].closed and (rest := broken_quotation(tree, cue, level)) is not None:
        contents = (*contents_of(tree, [number]), rest)
        return Link(contents, cue, source, ("quotation_then_verb", found_by, "broken_quotation"), "quote broken off")
    if ending == "." and _has_own_content(tree, cue, stop):
        return None
    run = [*opening_of(tree, number), *run_of(tree, number, cues, cue.head)]
    rules = ("quotation_then_verb", found_by, *(("quotation_goes_on",) if len(run) > 1 else ()))
    contents, name = contents_of(tree, run), f"quote after {ending}"
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
        run = run_of(tree, number, cues, cue.head)
        tokens = (cue.tokens[0], max(cue.tokens[1], last + 1)) if lead == ":" and last == cue.tokens[1] else cue.tokens
        whole = Cue(cue.head, tokens, cue.lemma, cue.frame, cue.stance)
        contents = contents_of(tree, run)
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
    label, apart = _label_before(tree, colon)
    if label is None:
        return None
    run = run_of(tree, number, cues, colon)
    cue = Cue(colon, (colon, colon + 1), ":", "statement", "asserted")
    rules = ("label_then_quotation", *(("quotation_goes_on",) if len(run) > 1 else ()))
    return Link(contents_of(tree, run), cue, label, rules, "quote label apart" if apart else "quote label")


LABEL = 12
"""How many tokens a label before a colon may have."""


def _label_before(tree: Tree, colon: int) -> tuple[Tokens | None, bool]:
    """The nouns before a colon, a date after them left out, and whether they stand apart from what comes before."""
    end = colon
    for i in range(colon - 1, max(-1, colon - 5), -1):
        if tree.lower[i] in ("in", "on") and is_a_date(tree, i + 1):
            end = i
    first = end
    while first and end - first < LABEL and tree.tags[first - 1] in NOUNY - {"CC"} | _joint(tree, first - 1):
        if _stands_apart(tree, first - 1) or tree.quote[first - 1] != tree.quote[colon]:
            break
        first -= 1
    if first == end:
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


def _tags_earlier(tree: Tree, number: int, cues: Mapping[int, Cue], verb: int) -> bool:
    """Whether a verb speaks for the quotation before this one, which it interrupts."""
    for earlier in range(number - 1, max(-1, number - DEPTH), -1):
        if tree.parents[earlier] == tree.parents[number]:
            tag = tag_of(tree, earlier, cues) if tree.held[earlier][1] <= verb else None
            return tag is not None and tag[0].head == verb and ending_of(tree, tree.held[earlier]) != "."
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
