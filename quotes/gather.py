"""Brings the names of an article together: a full name, all its short forms, and what shows that they are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from quotes.firstnames import is_given
from quotes.generations import by_generation
from quotes.known import Known
from quotes.ledger import Entry, Form, Ledger
from quotes.lexicon import table, words
from quotes.nicknames import by_nickname, is_inside
from quotes.nouns import is_title, singular
from quotes.spans import Name
from quotes.tree import Tree


def gather(tree: Tree, names: Sequence[Name]) -> Ledger:
    """Bring names together: people by surname, bodies by their words and initials."""
    forms = [_form(tree, name) for name in names]
    said = [tree.said(name.tokens) for name in names]
    for k, surname in _shared_surnames(tree, names, forms):
        forms[k], said[k] = (*forms[k], surname.lower()), f"{said[k]} {surname}"
    for k, form, full in list(by_generation(tree, names, forms)):
        forms[k], said[k] = form, said[full]
    for k, full in by_nickname(tree, names, forms):
        forms[k], said[k] = forms[full], said[full]
    known = Known()
    known.read(tree, names, forms, said)
    ledger = Ledger([], {}, {name.head: name for name in names}, {})
    seen: set[Entry] = set()
    meant = _meant(tree, known, names, forms)
    for name, form, entry in zip(names, forms, meant, strict=True):
        if entry is None and (people := known.people_called(name, form)):
            entry = known.usual(people)
            if entry is None:
                ledger.open.add(name.head)
        if entry is None or entry.kind == "place":
            continue
        if entry not in seen:
            seen.add(entry)
            ledger.entries.append(entry)
        entry.proofs += name.title is not None or name.courtesy or _is_who(tree, name) or _is_called(tree, name)
        entry.mentions.append(tree.span(name.tokens))
        entry.articled += name.tokens[0] > 0 and tree.lower[name.tokens[0] - 1] == "the"
        ledger.by_token[name.head] = entry
    for entry in ledger.entries:
        if entry.kind == "person" and len(known.by_end.get(entry.form[-1:], ())) < 2:
            ledger.called[entry.form[-1]] = entry
    for entry in ledger.entries:
        if entry.kind == "person" and len(known.by_start.get(entry.form[0], ())) == 1 and is_given(entry.name):
            ledger.called.setdefault(entry.form[0], entry)
    return ledger


def _shared_surnames(tree: Tree, names: Sequence[Name], forms: Sequence[Form]) -> Iterator[tuple[int, str]]:
    """Yield the first names that share the surname of the next name, and it: "Ann and Bob Lee"."""
    often = Counter(forms)
    surnames = {form[-1] for form in forms if len(form) > 1}
    for k, (name, after) in enumerate(pairwise(names)):
        first, end = name.tokens
        joined = end - first == 1 and after.tokens[0] == end + 1 and tree.lower[end] == "and"
        joined = joined and (name.title is None or _tells_kin(tree, first))
        if not joined or len(forms[k + 1]) < 2 or after.kind not in ("person", "unknown") or name.courtesy:
            continue
        word, surname = tree.words[first], tree.words[after.tokens[1] - 1]
        alone = often[forms[k]] == 1 and forms[k][-1] not in surnames and name.kind in ("person", "unknown")
        if alone and (is_given(f"{word} {surname}") or _tells_kin(tree, first)):
            yield k, surname


def _tells_kin(tree: Tree, first: int) -> bool:
    """Whether a word for a family stands right before a name: "the parents, Ann and Bob Lee"."""
    near = tree.lower[max(0, first - 3) : first]
    return any(singular(word) in words("kin") or word in words("relatives") for word in near)


def _meant(tree: Tree, known: Known, names: Sequence[Name], forms: Sequence[Form]) -> list[Entry | None]:
    """Whom each name stands for at its place; what it tells of them holds for the names after it."""
    meant: list[Entry | None] = []
    for name, form in zip(names, forms, strict=True):
        meant.append(known.entry(tree, name, form))
        if (called := meant[-1]) is None:
            continue
        if name.gender:
            called.told[name.gender] += 3  # who is a Mr. tells whom the next Mrs. can mean
        if (kin := kin_of(tree, name)) is not None:
            known.kin.add(called)
            called.told.update({gender: 3 for gender in (_gender_of(kin),) if gender})
    return meant


def _is_who(tree: Tree, name: Name) -> bool:
    """Whether "who" or "whose" follows a name: a person's."""
    after = name.tokens[1] + (tree.words[name.tokens[1] : name.tokens[1] + 1] == [","])
    return tree.lower[after : after + 1] in (["who"], ["whose"])


def _is_called(tree: Tree, name: Name) -> bool:
    """Whether a person is said to be named so: "a farmer named Ann"."""
    first = name.tokens[0]
    return first > 1 and tree.lower[first - 1] == "named" and is_title(tree.lower[first - 2])


def kin_of(tree: Tree, name: Name) -> str | None:
    """The word that sets a person beside a relative: "his wife, Ann Lee", "Ann Lee, daughter of"."""
    first, after = (name.title or name.tokens)[0], name.tokens[1]
    before = first - 1 - (first > 1 and tree.words[first - 1] == ",")
    if before > 0 and tree.lower[before] in words("kin") and tree.tags[before] == "NN":
        return tree.lower[before]
    if tree.words[after : after + 1] != [","]:
        return None
    k = after + 1
    while k < min(after + 4, len(tree) - 1) and tree.tags[k] in ("DT", "PRP$", "JJ"):
        k += 1
    if k >= len(tree) or tree.lower[k] not in words("kin"):
        return None
    whose = takewhile(lambda i: tree.words[i] not in (",", "."), range(k + 1, min(k + NAMED, len(tree))))
    named = any(tree.lower[i] == tree.lower[after - 1] for i in whose)
    return None if named else tree.lower[k]  # "Ann Lee, mother of Bob Lee" is whom the article is about


NAMED = 9
"""How many tokens after "mother" may name whose."""


@cache
def _gender_of(word: str) -> str:
    return {row["form"]: row["gender"] for row in table("gendered")}.get(word, "")


def _form(tree: Tree, name: Name) -> Form:
    first, end = name.tokens
    form: list[str] = []
    joined = False
    for i in range(first, end):
        word = tree.lower[i].replace(".", "").replace("’", "'")
        if first < i < end - 1 and is_inside(tree, i):
            continue  # a nickname, which the full name has beside the first
        if word in ("-", "–"):
            joined = True
        elif joined and form:
            form[-1] += "-" + word
            joined = False
        elif word not in ("", ",", "&") and (word not in words("suffixes") or not form):
            form.append(word)
    return tuple(form)
