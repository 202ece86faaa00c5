"""Proposes contents from the order of words and marks, where the parse has slipped."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import words
from quotes.rules import rule
from quotes.rules.contents import cut, sentence_end, sentence_start
from quotes.rules.nominal import is_lent
from quotes.rules.reading import Reading, single
from quotes.rules.relays import RELAY, reports_already
from quotes.spans import Cue, Tokens
from quotes.tags import FINITE
from quotes.tree import Tree


@rule("links")
def that_after_verb(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads on from "that" after a verb and its adjuncts to the end of the sentence, where the parse has no clause.

    Example: Experts and envoys claim in a statement that the attacks raise questions.
    """
    level = tree.quote[cue.head]
    if tree.child(cue.head, "ccomp") is not None:
        return
    for i in range(cue.tokens[1], min(cue.tokens[1] + ADJUNCT, len(tree))):
        if tree.quote[i] != level or tree.tags[i][:2] == "VB" or tree.words[i] in ".;:" or tree.words[i].isspace():
            return
        if tree.lower[i] == "that" and tree.tags[i] in ("IN", "WDT"):
            end = sentence_end(tree, i, level)
            if not any(tree.tags[k] in FINITE for k in range(i + 2, end)) or cue.lemma == "give":
                return
            if is_lent(tree, i - 1, cue.head):
                return
            far = "" if i == cue.tokens[1] else " far"
            yield Reading(f"that read on{far}", single(tree, (i, end), level), cue.tokens)
            return


@rule("links")
def sentence_then_verb(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the sentence before a reporting clause that ends it, whatever the parse says.

    Example: The well ran dry in June, the water board said in its report.
    """
    bounds = _reporting_clause(tree, cue)
    if bounds is None or (bounds[1] < len(tree) and tree.words[bounds[1]] == ","):
        return
    level = tree.quote[cue.head]
    begin = sentence_start(tree, bounds[0], level)
    if begin < bounds[0] - 1:
        relay = RELAY if reports_already(tree, (begin, bounds[0]), bounds, level) else ""
        span, subject = single(tree, (begin, bounds[0]), level), _surface_subject(tree, cue, bounds)
        yield Reading(f"sentence before{relay}", span, cue.tokens, subject)


@rule("links")
def sentence_around_verb(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the sentence around a reporting clause between commas, whatever the parse says.

    Example: The council, Lee said on Friday, had run out of sand.
    """
    bounds = _reporting_clause(tree, cue)
    if bounds is None or bounds[1] >= len(tree) or tree.words[bounds[1]] != ",":
        return
    level = tree.quote[cue.head]
    begin, end = sentence_start(tree, bounds[0], level), sentence_end(tree, bounds[1], level)
    if begin < bounds[0] - 1:
        yield Reading(
            "sentence around", cut(tree, (begin, end), bounds, level), cue.tokens, _surface_subject(tree, cue, bounds)
        )


@rule("links")
def clause_then_sentence(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the sentence after a reporting clause and a comma that open it.

    Example: As the water board noted, the well ran dry in June.
    """
    level, first = tree.quote[cue.head], cue.tokens[0]
    comma = cue.tokens[1]
    while comma < len(tree) and comma - cue.tokens[1] < ADJUNCT and tree.tags[comma] in ADVERBIAL:
        comma += 1
    if comma + 2 >= len(tree) or tree.words[comma] != "," or tree.quote[comma] != level:
        return
    begin = sentence_start(tree, first, level)
    if first - begin > ADJUNCT or any(tree.words[i] in ",;:" or tree.quote[i] != level for i in range(begin, first)):
        return
    end = sentence_end(tree, comma + 1, level)
    if any(tree.tags[i] in FINITE for i in range(comma + 1, end)) and tree.quote[comma + 1] == level:
        lead = "as" if tree.lower[begin] == "as" else "bare"
        relay = RELAY if reports_already(tree, (comma + 1, end), (begin, comma), level) else ""
        yield Reading(f"first {lead}{relay}", single(tree, (comma + 1, end), level), cue.tokens)


@rule("links")
def called_in_marks(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads what a verb of calling names and the words in marks that it names it with, whatever the parse says.

    Example: The water board called the report “a fairy tale.”
    """
    level, first = tree.quote[cue.head], cue.tokens[1]
    if cue.lemma not in words("cues/calling") or tree.child(cue.head, "auxpass") is not None:
        return
    if tree.tags[first : first + 1] in (["IN"], ["TO"], ["RP"]):
        return
    stop = min(first + ADJUNCT, len(tree))
    opening = next((i for i in range(first, stop) if tree.quote[i] != level), stop)
    named = [i for i in range(first, opening) if tree.tags[i] in HEADS]
    crossed = any(tree.tags[i] in FINITE or tree.words[i] in ",.:;" for i in range(first, opening))
    if opening == stop or not named or crossed:
        return
    end = tree.held[tree.quote[opening]][1]
    while end < len(tree) - 1 and _goes_on(tree, end, level):
        end = tree.held[tree.quote[end + 1]][1] if tree.lower[end] == "and" else end + 1
    doer = None
    if tree.tags[cue.head] == "VBN" and tree.deps[cue.head] in ("acl", "appos") and tree.heads[cue.head] < cue.head:
        doer = tree.left[_told_of(tree, cue)], cue.tokens[0]
    yield Reading("called in marks", single(tree, (first, end), level), cue.tokens, doer)


def _told_of(tree: Tree, cue: Cue) -> int:
    """The noun that a participle tells of; after a comma that of the clause before: "Lee, who led it, called"."""
    noun = int(tree.heads[cue.head])
    if tree.words[cue.tokens[0] - 1] != ",":
        return noun
    clause = next((k for k in tree.ancestors(noun) if tree.deps[k] == "relcl"), None)
    return noun if clause is None else int(tree.heads[clause])


def _goes_on(tree: Tree, i: int, level: int) -> bool:
    """Whether a noun phrase goes on after marks: a “third-rate” reporter; “cold” and “rude.”"""
    joins = tree.lower[i] == "and" and tree.quote[i + 1] > level
    return tree.quote[i] == level and (joins or tree.tags[i] in ("NN", "NNS", "JJ", "NNP"))


HEADS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT"})
"""Tags of what can be named."""

ADVERBIAL = frozenset("RB IN NNP NN CD DT".split())
"""Tags of what may stand between such a verb and its comma: "reported on Monday,"."""


ADJUNCT = 12
"""How many tokens may stand between a verb and the clause or comma that it reaches for."""


SUBJECT = frozenset("NNP NNPS NN NNS PRP DT JJ CD POS PRP$ HYPH".split())


def _reporting_clause(tree: Tree, cue: Cue) -> Tokens | None:
    """The clause ", the board said in its report" up to the comma or terminal that ends it."""
    if any(kid > cue.head for kid in tree.children(cue.head, "ccomp")):
        return None
    first, level = cue.tokens[0], tree.quote[cue.head]
    while (
        first and tree.tags[first - 1] in SUBJECT and tree.quote[first - 1] == level and cue.tokens[0] - first < ADJUNCT
    ):
        first -= 1
    if first == cue.tokens[0]:
        first = cue.tokens[0]
        if cue.tokens[1] >= len(tree) or tree.tags[cue.tokens[1]] not in ("NNP", "DT", "PRP", "NNS", "NN"):
            return None
    first -= first > 1 and tree.lower[first - 1] == "as"
    if not first or tree.words[first - 1] != "," or tree.quote[first - 1] != level:
        return None
    for i in range(cue.tokens[1], min(cue.tokens[1] + ADJUNCT, len(tree))):
        if tree.quote[i] != level or tree.words[i] in (".", ",", "?", "!", ";") or tree.words[i].isspace():
            return first, i
        if tree.tags[i] in FINITE or tree.tags[i] in ("WP", "WDT") or tree.lower[i] == "that":
            return None
    return (first, len(tree)) if cue.tokens[1] + ADJUNCT > len(tree) else None


def _surface_subject(tree: Tree, cue: Cue, bounds: Tokens) -> Tokens | None:
    """The words of a reporting clause before its verb."""
    first = bounds[0] + (tree.lower[bounds[0]] == "as")
    return (first, cue.tokens[0]) if first < cue.tokens[0] else None
