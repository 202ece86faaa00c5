"""Proposes what nouns and adjectives attribute: "her claim that …", "was proud of …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quotes.cues import verb_group
from quotes.lexicon import table, words
from quotes.rules import rule
from quotes.rules.contents import sentence_end
from quotes.rules.reading import single
from quotes.sources import by_phrase, mention, source_of
from quotes.spans import Cue, Link, Tokens
from quotes.tags import VERBS
from quotes.tree import Tree


def propose(tree: Tree) -> Iterator[Link]:
    """Yield the readings of every noun and adjective of the lexicon."""
    nouns, adjectives = _forms()
    for i, word in enumerate(tree.lower):
        if word in nouns and tree.tags[i] in ("NN", "NNS"):
            yield from noun_of_saying(tree, i, *nouns[word])
            yield from noun_is(tree, i, *nouns[word])
            yield from noun_then_that(tree, i, *nouns[word])
        elif word in adjectives and tree.deps[i] in ("acomp", "ROOT", "conj", "advcl", "amod", "relcl", "ccomp"):
            yield from adjective_of_mind(tree, i, word, adjectives[word])


@rule("links")
def noun_of_saying(tree: Tree, i: int, lemma: str, frame: str) -> Iterator[Link]:
    """Reads a noun that reports something said, thought or wanted, and its complement.

    Example: The mayor rejected Ortiz's claim that the plant would close.
    """
    verb = _light_verb(tree, i)
    source, found_by = _noun_source(tree, i, verb)
    for kid in tree.children(i, "acl", "ccomp", "prep", "relcl"):
        pattern, first, cue_end = _complement(tree, i, kid)
        if pattern is None or kid < i:
            continue
        contents = single(tree, (first, tree.right[kid]), tree.quote[i])
        if contents:
            begin = verb_group(tree, verb)[0] if verb is not None else _noun_start(tree, i)
            cue = Cue(i, (begin, cue_end), lemma, frame, "asserted")
            name = f"noun {pattern}" if verb is None else f"verb+noun {pattern}"
            yield Link(contents, cue, source, ("noun_of_saying", *((found_by,) if found_by else ())), name)


@rule("links")
def noun_then_that(tree: Tree, i: int, lemma: str, frame: str) -> Iterator[Link]:
    """Reads on from "that" after a noun of saying and its adjuncts, where the parse hangs the clause elsewhere.

    Example: Ortiz repeated her claim before the council that the plant would close.
    """
    level = tree.quote[i]
    for k in range(i + 1, min(i + ADJUNCT, len(tree))):
        if tree.quote[k] != level or tree.tags[k] in VERBS or tree.tags[k] == "MD" or tree.words[k] in ".;:,":
            return
        if tree.lower[k] == "that" and tree.tags[k] in ("IN", "WDT"):
            break
    else:
        return
    if tree.heads[tree.heads[k]] == i or k + 1 >= len(tree):
        return
    verb = _light_verb(tree, i)
    source, found_by = _noun_source(tree, i, verb)
    contents = single(tree, (k, max(sentence_end(tree, k, level), k + 1)), level)
    if contents:
        begin = verb_group(tree, verb)[0] if verb is not None else _noun_start(tree, i)
        cue = Cue(i, (begin, i + 1), lemma, frame, "asserted")
        rules = ("noun_then_that", *((found_by,) if found_by else ()))
        yield Link(contents, cue, source, rules, "noun read on that")


ADJUNCT = 12
"""How many tokens may stand between a noun and the clause that it reaches for."""


@rule("links")
def noun_is(tree: Tree, i: int, lemma: str, frame: str) -> Iterator[Link]:
    """Reads what a noun of saying is said to be.

    Example: Ortiz's answer was that the plant would close.
    """
    verb = tree.heads[i]
    if tree.deps[i] != "nsubj" or tree.lower[verb] not in words("cues/copulas") or verb < i:
        return
    source, found_by = _noun_source(tree, i, None)
    begin = tree.left[i] if source is None else _noun_start(tree, i)
    for kid in tree.children(verb, "ccomp", "attr", "xcomp", "advcl"):
        first = tree.left[kid]
        contents = single(tree, (first, tree.right[kid]), tree.quote[i]) if kid > verb else ()
        if contents:
            lead = tree.lower[first]
            pattern = lead if lead in ("that", "to", "whether", "how") else tree.deps[kid]
            cue = Cue(i, (begin, min(first, tree.right[verb])), lemma, frame, "asserted")
            rules = ("noun_is", *((found_by,) if found_by else ()))
            yield Link(contents, cue, source, rules, f"noun+is {pattern}")


@rule("links")
def adjective_of_mind(tree: Tree, i: int, lemma: str, frame: str) -> Iterator[Link]:
    """Reads an adjective that says what someone thinks or wants.

    Example: Ortiz was proud of the deal.
    """
    verb = tree.heads[i]
    group: Tokens = (i, i + 1)
    source, found_by = None, None
    if tree.deps[i] == "acomp" and tree.lower[verb] in words("cues/copulas"):
        start = verb_group(tree, verb)[0]
        group = (start, i + 1) if i - start <= 5 else group
        source, found_by = source_of(tree, verb)
    for kid in tree.children(i, "prep", "ccomp", "xcomp"):
        if kid < i:
            continue
        pattern, first, end = _complement(tree, i, kid)
        if pattern is None or end > i + 4:
            continue
        contents = single(tree, (first, tree.right[kid]), tree.quote[i])
        if contents:
            cue = Cue(i, (group[0], max(end, group[1])), lemma, frame, "asserted")
            yield Link(
                contents, cue, source, ("adjective_of_mind", *((found_by,) if found_by else ())), f"adjective {pattern}"
            )


def _complement(tree: Tree, i: int, kid: int) -> tuple[str | None, int, int]:
    """Pattern of a complement, where its content starts, and where the cue ends."""
    first = tree.left[kid]
    if tree.deps[kid] == "prep":
        inside = tree.child(kid, "pobj", "pcomp")
        if inside is None or kid > i + 3:
            return None, first, i + 1
        return tree.lower[kid], kid + 1, kid + 1
    lead = tree.lower[first]
    if lead in ("that", "whether", "if", "to"):
        return lead, first, i + 1
    return ("clause", first, i + 1) if tree.deps[kid] == "ccomp" else (None, first, i + 1)


def _light_verb(tree: Tree, i: int) -> int | None:
    verb = tree.heads[i]
    if (
        tree.deps[i] in ("dobj", "attr")
        and (tree.lower[verb] in words("cues/lending") or tree.lower[verb] in words("cues/copulas"))
        and verb < i <= verb + 8
    ):
        return verb if tree.deps[i] == "dobj" else None
    return None


def is_lent(tree: Tree, i: int, verb: int) -> bool:
    """Whether a token is a noun of saying to which a verb lends its subject: "expressed concern"."""
    return tree.lower[i] in _forms()[0] and _light_verb(tree, i) == verb


def _noun_source(tree: Tree, i: int, verb: int | None) -> tuple[Tokens | None, str | None]:
    kid = tree.child(i, "poss")
    if kid is not None:
        return mention(tree, kid), "possessor"
    if (found := by_phrase(tree, i)) is not None:
        return found, "by_phrase"
    return source_of(tree, verb) if verb is not None else (None, None)


@rule("sources")
def possessor(tree: Tree, noun: int) -> Tokens | None:
    """Reads the possessive before a noun of saying.

    Example: Ortiz's claim that the plant would close was denied.
    """
    kid = tree.child(noun, "poss")
    return mention(tree, kid) if kid is not None else None


def _noun_start(tree: Tree, i: int) -> int:
    start = i
    while (
        start > tree.left[i] and tree.deps[start - 1] in ("amod", "compound", "nummod") and tree.heads[start - 1] == i
    ):
        start -= 1
    return start


@cache
def _forms() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    nouns: dict[str, tuple[str, str]] = {}
    for row in table("nouns"):
        lemma, frame = row["lemma"], row["frame"]
        plural = (
            lemma[:-1] + "ies"
            if lemma.endswith("y") and lemma[-2] not in "aeiou"
            else lemma + ("es" if lemma.endswith(("s", "ch", "sh", "x")) else "s")
        )
        nouns[lemma] = nouns[plural] = (lemma, frame)
    return nouns, {row["lemma"]: row["frame"] for row in table("adjectives")}
