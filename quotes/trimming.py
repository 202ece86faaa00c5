"""Drops from names the first words that are no part of them: "Crooked Ann Lee", "Republicans Lee and Ray"."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quotes.firstnames import is_common_given, is_given
from quotes.lexicon import words
from quotes.nouns import is_body, is_human, is_title, singular
from quotes.parties import party_of
from quotes.runs import OPENING, PROPER, opens_sentence
from quotes.spans import Name
from quotes.tree import Tree


def trimmed(tree: Tree, found: list[Name]) -> list[Name]:
    """Drop from a name the first word that is no part of it, as the rest of the text knows it without."""
    forms = Counter(tuple(tree.lower[n.tokens[0] : n.tokens[1]]) for n in found)
    plain = {word for word in tree.words if word.islower()}
    surnames = {form[-1] for form in forms if len(form) != 2 or not _is_party_member(form[0])}
    givens: dict[str, set[str]] = {}  # surname → the first names that the text has before it
    for form in forms:
        if len(form) > 1 and is_given(" ".join(form)):
            givens.setdefault(form[-1], set()).add(form[0])
    out = []
    for name in found:
        first, end = name.tokens
        form = tuple(tree.lower[first:end])
        if len(form) == 1 and opens_sentence(tree, first) and _is_common_word(form[0], forms[form], plain):
            continue
        another = len(form) == 2 and is_title(form[0]) and bool(givens.get(form[1], {form[0]}) - {form[0]})
        told = _is_told_first(tree, name, form[0], plain)
        serves = told and (form[0] in words("services") or is_title(form[0]))
        serves = serves or (len(form) == 2 and _is_party_member(form[0]) and form[1] in surnames)
        if another or serves:
            name = replace(name, tokens=(first + 1, end), title=(first, first + 1))  # Dean Lee, where Bob Lee is dean
        elif told or _begins_later(tree, name, form, forms, plain):
            name = replace(name, tokens=(first + 1, end))
        out.append(name)
    return out


def _is_party_member(word: str) -> bool:
    """Whether a word tells of one person the party: "Republican" of "Republican Lee and Democrat Ray"."""
    return bool(party_of(word)) and singular(word) == word


def _is_common_word(word: str, often: int, plain: set[str]) -> bool:
    """Whether a word has no more than the capital of its sentence: "Radio host Ann Lee", "Voters"."""
    return (word in words("groups") and often == 1) or (is_body(word) and word in plain)


def _begins_later(
    tree: Tree, name: Name, form: tuple[str, ...], forms: Counter[tuple[str, ...]], plain: set[str]
) -> bool:
    """Whether a known name begins with the second word: "a Wisconsin Lee rally", "Republicans Lee and Ray"."""
    if len(form) < 2 or not forms[form[1:]]:
        return False
    if len(form) > 2 and form[0].endswith("ing") and tree.tags[name.tokens[0]] != "NN":
        return True  # a headline's "After Telling Ann Lee"
    given = is_given(tree.said(name.tokens))
    if name.kind == "unknown" and not given and (form[0] in words("places") or form[0] in words("groups")):
        return True
    no_name = (tree.tags[name.tokens[0]] not in PROPER and not given) or (
        form[0] in plain and (len(form) > 2 or not given)
    )
    return no_name and forms[form] == 1 and opens_sentence(tree, name.tokens[0])


def _is_told_first(tree: Tree, name: Name, word: str, plain: set[str]) -> bool:
    """Whether a full name stands after a capitalised word that tells of its bearer: "Crooked Ann Lee"."""
    first, end = name.tokens
    nicknamed = end - first == 6 and tree.words[first + 2] in OPENING
    if name.kind not in ("person", "unknown") or not (end - first == 3 or nicknamed):
        return False
    if not is_common_given(tree.words[first + 1]) or is_body(tree.lower[end - 1]):
        return False
    if word in words("services"):
        return True
    if is_given(f"{tree.words[first]} {tree.words[end - 1]}"):
        return False
    called = is_human(word) and (singular(word) != word or opens_sentence(tree, first))  # "Hecklers Ann Lee"
    return called or word in plain or any(singular(word) in words(told) for told in ("kin", "epithets"))
