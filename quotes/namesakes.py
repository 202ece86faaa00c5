"""Tells which of two people of one surname a sentence is about, and whom it only mentions."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.ledger import Form
from quotes.lexicon import words
from quotes.spans import Name
from quotes.tree import Tree


def is_told_of(tree: Tree, i: int) -> bool:
    """Whether a clause tells of a name, or of what it closes: "The clerk of the mill, Ann Lee, left"."""
    if tree.deps[i] == "appos":
        closed = (k for k in tree.ancestors(i) if tree.deps[k] in ("nsubj", "nsubjpass"))
        k = next(closed, i)
        closes = tree.tags[k] == "NN" and tree.right[i] <= tree.right[k] <= tree.right[i] + 1
        return closes and tree.lower[tree.heads[i]] not in words("kin")
    return tree.deps[i] in ("nsubj", "nsubjpass")


def relatives(tree: Tree, name: Name, form: Form) -> Iterator[Form]:
    """Yield the names of one surname of which the rest of a sentence is a relative: Ann Lee, "mother of Hal Lee"."""
    end = tree.sentences[tree.sentence[name.head]][1]
    for kin in range(name.tokens[1], end - 2):
        if tree.lower[kin] in words("kin") and tree.lower[kin + 1] == "of":
            for k in range(kin + 3, min(kin + RELATED, end)):
                if tree.lower[k] == form[-1]:
                    yield tree.lower[k - 1], tree.lower[k]


RELATED = 12
"""How many tokens after a word for kin the name of the relative may end."""


def objects_named(tree: Tree, head: int) -> Iterator[Form]:
    """Yield the names of two words of whom the clause of a subject tells: it is none of them."""
    verb = tree.heads[head]
    if tree.deps[head] != "nsubj":
        return
    for thing in (*tree.children(verb, "dobj", "dative"), *tree.children(verb, "prep")):
        for k in (thing, *tree.children(thing, "pobj")):
            if k > verb and tree.quote[k] == tree.quote[head]:
                yield tuple(tree.lower[k - 1 : k + 1])
