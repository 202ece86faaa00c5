"""Proposes contents that the grammar hangs on a verb: clauses, infinitives, noun phrases.

Each rule takes a tree and a cue and yields readings as ``(pattern, contents, cue tokens)``;
``propose`` adds the source. Several readings of one cue compete in ``choose``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from quotes.cues import is_passive
from quotes.lexicon import words
from quotes.rules import rule
from quotes.rules.contents import content, cut, sentence_end, sentence_start
from quotes.rules.ends import content_end
from quotes.sources import source_of, words_before
from quotes.spans import Cue, Link, Offsets, Tokens
from quotes.tree import Tree


class Reading(NamedTuple):
    """One way to read a verb."""

    pattern: str
    contents: tuple[Offsets, ...]
    cue: Tokens  # the verb group with what belongs to it
    source: Tokens | None = None  # where the rule knows better than the parse


def propose(tree: Tree, cue: Cue) -> Iterator[Link]:
    """Yield every reading of a verb as a link."""
    source, found_by = source_of(tree, cue.head)
    if source is None and not is_passive(tree, cue.head):
        source, found_by = words_before(tree, cue), "words_before"
    for reader in READERS:
        for reading in reader(tree, cue):
            if reading.contents and not _overlaps(tree, reading):
                rules = (
                    (reader.__name__, found_by)
                    if found_by
                    and source
                    and (not reading.source or (reading.source == NOBODY and found_by == "agent"))
                    else (reader.__name__,)
                )
                tokens = with_colon(tree, reading.cue, reading.contents)
                whole = Cue(cue.head, tokens, cue.lemma, cue.frame, cue.stance)
                said_by = _agent_or(source, found_by, reading.source)
                yield Link(reading.contents, whole, said_by, rules, reading.pattern)


def _agent_or(source: Tokens | None, found_by: str | None, known: Tokens | None) -> Tokens | None:
    """The source of a reading: what its rule knows, the parse's, or nobody but a passive's agent."""
    if known == NOBODY:
        return source if found_by == "agent" else None
    return known or source


def _overlaps(tree: Tree, reading: Reading) -> bool:
    """Whether a content shares characters with its cue: a slip of the parse."""
    first, end = tree.span(reading.cue)
    return any(start < end and first < stop for start, stop in reading.contents)


def with_colon(tree: Tree, cue: Tokens, contents: tuple[Offsets, ...]) -> Tokens:
    """Return the cue with the colon that joins it to what it introduces."""
    end = cue[1]
    joined = end < len(tree) and tree.words[end] == ":" and contents[0][0] >= tree.ends[end]
    return (cue[0], end + 1) if joined else cue


@rule("links")
def clause_after(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the clause that a verb governs to its right.

    Example: Ortiz said that the plant would close.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "ccomp"):
        if kid > cue.head:
            first = max(tree.left[kid], cue.tokens[1])
            pattern = "that" if tree.lower[first] == "that" else "whether" if tree.lower[first] in WHETHER else "clause"
            yield Reading(
                pattern, single(tree, (first, content_end(tree, cue, first, tree.right[kid])), level), cue.tokens
            )


@rule("links")
def clause_before(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the clause to the left of the verb that governs it.

    Example: The plant would close, Ortiz said.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "ccomp"):
        if kid < cue.head:
            frame = _frame(tree, cue)
            end = min(tree.right[kid], frame[0]) if kid < frame[0] else tree.right[kid]
            yield Reading("before", single(tree, (tree.left[kid], end), level), cue.tokens)


@rule("links")
def clause_around(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the clause that a reporting clause interrupts or ends.

    Example: The plant, Ortiz said, would close.
    """
    if tree.deps[cue.head] not in ("parataxis", "ccomp", "advcl") or tree.child(cue.head, "nsubj") is None:
        return
    host = tree.heads[cue.head]
    hole = _frame(tree, cue)
    if tree.deps[cue.head] == "parataxis" or (
        tree.words[hole[0] - 1] == "," and hole[1] < len(tree) and tree.words[hole[1]] in ",."
    ):
        yield Reading("around", cut(tree, (tree.left[host], tree.right[host]), hole, tree.quote[cue.head]), cue.tokens)


@rule("links")
def infinitive(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the infinitive or gerund that a verb governs.

    Example: Ortiz promised to reopen the plant.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "xcomp"):
        if kid > cue.head:
            first = tree.left[kid]
            pattern = "to" if tree.lower[first] == "to" else "ing" if tree.tags[kid] == "VBG" else "small"
            passive = "be+" if is_passive(tree, cue.head) else ""
            end = content_end(tree, cue, first, tree.right[kid])
            yield Reading(passive + pattern, single(tree, (first, end), level), cue.tokens)


@rule("links")
def object_phrase(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the object of a verb, with what is said of it ("as …", "to …").

    Example: Ortiz described the plan as a mistake.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "dobj"):
        if kid < cue.head:
            continue
        first, end, pattern = tree.left[kid], _end_of_denied(tree, kid), "object"
        for late in tree.children(cue.head, "oprd", "prep", "xcomp", "acomp"):
            if late > kid and (tree.deps[late] != "prep" or tree.lower[late] == "as"):
                end, pattern = (
                    max(end, tree.right[late]),
                    f"object+{tree.lower[tree.left[late]] if tree.deps[late] != 'oprd' else 'name'}",
                )
        yield Reading(pattern, single(tree, (first, end), level), cue.tokens)


def _end_of_denied(tree: Tree, noun: int) -> int:
    """The end of an object; "any" spreads over what is joined to it, and stops where "and the" begins.

    "deny any truth to the charges and the lack of evidence" denies no lack.
    """
    first, end = tree.left[noun], tree.right[noun]
    if tree.lower[first] == "any":
        for i in range(noun + 1, end - 1):
            if tree.lower[i] == "and" and tree.lower[i + 1] == "the":
                return i
    return end


@rule("links")
def denied_charge(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the charge, or the deed, that somebody denies.

    Example: Ortiz denied any role in the fire.
    """
    if cue.lemma not in words("cues/denied"):
        return
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "dobj", "xcomp"):
        charge = tree.lower[kid] in words("cues/charges")
        if kid > cue.head and (charge or (tree.deps[kid] == "xcomp" and tree.tags[kid] == "VBG")):
            yield Reading("denial", single(tree, (tree.left[kid], _end_of_denied(tree, kid)), level), cue.tokens)
    for reading in relative_object(tree, cue):
        head = tree.token_at(reading.contents[0][0])
        if any(w in words("cues/charges") for w in tree.lower[head : head + 3]):
            yield reading._replace(pattern="denial")


@rule("links")
def object_then_preposition(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads what a person is accused of, thanked for, asked about.

    Example: Ortiz accused the owners of hiding the report.
    """
    level = tree.quote[cue.head]
    objects = [k for k in tree.children(cue.head, "dobj") if k > cue.head]
    for kid in tree.children(cue.head, "prep"):
        if objects and kid > objects[0] and tree.lower[kid] in OF:
            yield Reading(
                f"object {tree.lower[kid]}", single(tree, (tree.left[objects[0]], tree.right[kid]), level), cue.tokens
            )


@rule("links")
def prepositional(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the object of a preposition that belongs to the verb; the preposition is part of the cue.

    Example: Ortiz called for a strike.
    """
    level = tree.quote[cue.head]
    for kid in tree.children(cue.head, "prep"):
        inside = tree.child(kid, "pobj", "pcomp")
        near = 0 <= kid - cue.tokens[1] <= 3 and tree.quote[kid] == level
        if inside is not None and inside > kid and near:
            pattern = f"{'be+' if is_passive(tree, cue.head) else ''}{tree.lower[kid]}"
            yield Reading(pattern, single(tree, (kid + 1, tree.right[kid]), level), (cue.tokens[0], kid + 1))


@rule("links")
def raised_subject(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads what a passive, or "seem", says of its subject: subject and complement are the content.

    Example: The plant is expected to close in May.
    """
    raising = cue.lemma in words("cues/raising")
    noun = tree.child(cue.head, "nsubjpass", "nsubj")
    if noun is None or noun > cue.head or not (raising or is_passive(tree, cue.head)):
        return
    level = tree.quote[cue.head]
    subject = single(tree, (tree.left[noun], min(tree.right[noun], cue.tokens[0])), level)
    for kid in tree.children(cue.head, "xcomp", "acomp", "oprd", "attr", "prep"):
        if kid < cue.head or (tree.deps[kid] == "prep" and tree.lower[kid] != "as"):
            continue
        joined = tree.deps[kid] == "prep" and kid == cue.tokens[1]
        rest = single(tree, (kid + 1 if joined else max(tree.left[kid], cue.tokens[1]), tree.right[kid]), level)
        if subject and rest:
            kind = tree.lower[kid] if tree.deps[kid] == "prep" else tree.deps[kid]
            group = (cue.tokens[0], cue.tokens[1] + joined)
            yield Reading(f"{'raised' if raising else 'passive'} {kind}", subject + rest, group, NOBODY)


@rule("links")
def named_noun(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads a noun and the name that a participle gives it.

    Example: Workers at the plant, known as the Furnace, went home.
    """
    if tree.deps[cue.head] != "acl" or tree.tags[cue.head] != "VBN":
        return
    noun, level = tree.heads[cue.head], tree.quote[cue.head]
    bearer = single(tree, (tree.left[noun], min(cue.tokens[0], tree.right[noun])), level)
    for kid in tree.children(cue.head, "oprd", "prep", "xcomp"):
        if kid > cue.head and (tree.deps[kid] != "prep" or tree.lower[kid] == "as"):
            first = kid + 1 if tree.deps[kid] == "prep" else tree.left[kid]
            end = kid + 1 if tree.deps[kid] == "prep" else cue.tokens[1]
            name = single(tree, (first, tree.right[kid]), level)
            if bearer and name:
                yield Reading(f"named {tree.deps[kid]}", bearer + name, (cue.tokens[0], end), NOBODY)


@rule("links")
def passive_subject(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the subject of a passive verb.

    Example: The plan was criticized by Ortiz.
    """
    level = tree.quote[cue.head]
    noun = tree.child(cue.head, "nsubjpass")
    if noun is not None and noun < cue.head:
        by = "passive by" if tree.child(cue.head, "agent") is not None else "passive"
        yield Reading(by, single(tree, (tree.left[noun], min(tree.right[noun], cue.tokens[0])), level), cue.tokens)


@rule("links")
def relative_object(tree: Tree, cue: Cue) -> Iterator[Reading]:
    """Reads the noun that a relative clause says something of.

    Example: The charges that Ortiz denied were dropped.
    """
    noun, lead = tree.heads[cue.head], tree.left[cue.head]
    if tree.deps[cue.head] == "ccomp" and tree.lower[lead] == "that":
        noun = tree.child(noun, "dobj") or noun  # the parser takes the relative for a clause
        if not noun < lead or tree.right[noun] != lead:
            return
    elif tree.deps[cue.head] != "relcl":
        return
    doer = tree.child(cue.head, "nsubj")
    if (
        noun > cue.head
        or doer is None
        or tree.tags[doer] in ("WP", "WDT")
        or tree.child(cue.head, "ccomp", "xcomp") is not None
    ):
        return
    gap = tree.child(cue.head, "dobj")
    if gap is None or gap < cue.head:
        bare = "that" if tree.lower[lead] in ("that", "which", "who", "whom") else "bare"
        yield Reading(f"relative {bare}", single(tree, (tree.left[noun], lead), tree.quote[cue.head]), cue.tokens)


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
            far = "" if i == cue.tokens[1] else " far"
            yield Reading(f"that read on{far}", single(tree, (i, content_end(tree, cue, i, end)), level), cue.tokens)
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
        yield Reading(
            "sentence before", single(tree, (begin, bounds[0]), level), cue.tokens, _surface_subject(tree, cue, bounds)
        )


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


ADJUNCT = 12
"""How many tokens may stand between a verb and the clause or comma that it reaches for."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

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
        if tree.tags[i] in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") or tree.lower[i] == "that":
            return None
    return (first, len(tree)) if cue.tokens[1] + ADJUNCT > len(tree) else None


NOBODY: Tokens = (0, 0)
"""The source of a reading that has none unless a "by" phrase names it."""

WHETHER = frozenset({"whether", "if", "what", "why", "how", "who", "when", "where", "which"})
OF = frozenset({"of", "for", "about", "on", "over", "to", "against", "with"})

READERS: tuple[Callable[[Tree, Cue], Iterator[Reading]], ...] = (
    clause_after,
    clause_before,
    clause_around,
    infinitive,
    object_phrase,
    denied_charge,
    object_then_preposition,
    prepositional,
    raised_subject,
    named_noun,
    passive_subject,
    relative_object,
    that_after_verb,
    sentence_then_verb,
    sentence_around_verb,
)


def _surface_subject(tree: Tree, cue: Cue, bounds: Tokens) -> Tokens | None:
    """The words of a reporting clause before its verb."""
    first = bounds[0] + (tree.lower[bounds[0]] == "as")
    return (first, cue.tokens[0]) if first < cue.tokens[0] else None


def single(tree: Tree, tokens: Tokens, level: int) -> tuple[Offsets, ...]:
    """Return the one span of a content, or none when nothing is left of it."""
    if tokens[0] >= tokens[1]:
        return ()
    span = content(tree, tokens, level)
    return (span,) if span is not None else ()


def _frame(tree: Tree, cue: Cue) -> Tokens:
    """The reporting clause itself: verb group and subject."""
    first, end = cue.tokens
    noun = tree.child(cue.head, "nsubj")
    if noun is not None:
        first, end = min(first, tree.left[noun]), max(end, tree.right[noun])
    return first, end
