"""Which verbs share a subject: "She left the mill, went on to serve on the board and now heads it"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from quotes.lexicon import verb_forms
from quotes.nouns import is_human
from quotes.spans import Offsets
from quotes.tree import Tree, remembered

MOST = 8
"""How many verbs of one subject are read: what keeps the time linear in a sentence without end."""

AFTER = frozenset({"after", "before", "since", "while"})
"""Prepositions of what the subject of a clause did besides: "after serving as"."""


SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def verb_of(tree: Tree, head: int) -> int | None:
    """Return the verb of which a name is the subject, or the noun that it is set beside: "Its head, Ann Lee, is"."""
    beside = tree.deps[head] == "appos" and is_human(tree.lower[tree.heads[head]])
    subject = int(tree.heads[head]) if beside else head
    return int(tree.heads[subject]) if tree.deps[subject] in SUBJECTS else None


@remembered
def deeds(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return a verb and those that have its subject for theirs, a few at most."""
    return tuple(islice(_joined(tree, verb), MOST))


def _joined(tree: Tree, verb: int) -> Iterator[int]:
    yield verb
    will = any(tree.tags[k] == "MD" for k in tree.children(verb, "aux"))
    for k in tree.children(verb, "conj", "xcomp", "advcl", "prep"):
        if will and tree.tags[k] == "VB":  # "She will go and serve as"
            continue
        if tree.deps[k] == "prep":
            yield from tree.children(k, "pcomp") if tree.lower[k] in AFTER else ()
        elif tree.child(k, "nsubj", "nsubjpass") is None and _goes_on(tree, verb, k):
            yield from _joined(tree, k)


def _goes_on(tree: Tree, verb: int, k: int) -> bool:
    """Whether a verb without a subject of its own tells what that of another did."""
    if tree.deps[k] == "conj":
        return tree.tags[k][:2] == "VB"
    if tree.deps[k] == "advcl" and tree.tags[k] == "VBG":
        return True
    return tree.tags[k] in ("VB", "VBG") and verb_forms("going_on").get(tree.lower[verb]) is not None


def evidence(tree: Tree, head: int, verb: int) -> Offsets:
    """Return the words from a name to the end of what its verb says, or from the verb to a name after it."""
    return tree.span((min(head, verb), max(tree.right[verb], head + 1)))


def may_be(tree: Tree, verb: int) -> bool:
    """Whether a clause only speaks of what may come: "she would be mayor", "if she is the mayor", "to be named"."""
    unsure = tree.children(verb, "aux", "auxpass", "mark")
    return any(tree.tags[k] == "MD" or tree.lower[k] in UNSURE for k in unsure)


UNSURE = frozenset({"if", "whether", "unless", "be", "being"})
