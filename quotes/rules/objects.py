"""Proposes the noun phrases that the parse hangs on a verb: objects, subjects of passives, antecedents."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.cues import is_passive
from quotes.kinds import is_a_date
from quotes.lexicon import words
from quotes.rules import rule
from quotes.rules.reading import NOBODY, Reading, single
from quotes.spans import Cue
from quotes.tree import Tree


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
        named = tree.child(kid, "pobj")
        if objects and kid > objects[0] and tree.lower[kid] in OF and not (named and is_a_date(tree, named)):
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
        addresses = tree.lower[kid] in ("to", "with") and tree.lower[tree.right[kid] : tree.right[kid] + 1] == ["that"]
        if inside is not None and inside > kid and near and not addresses and not is_a_date(tree, inside):
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


OF = frozenset({"of", "for", "about", "on", "over", "to", "against", "with"})
