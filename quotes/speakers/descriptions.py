"""Settles nouns: by names set beside them, by their owners, or as the phrase that they are."""

from __future__ import annotations

from itertools import islice

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import is_title, office_of, singular
from quotes.rules import rule
from quotes.runs import LONGEST_NAME
from quotes.spans import Tokens
from quotes.speakers.asked import both, interviewed
from quotes.speakers.authors import author
from quotes.speakers.beside import name_beside
from quotes.speakers.definite import (
    describing,
    known_description,
    same_insider,
    whoever_is_meant,
)
from quotes.speakers.documents import named_document
from quotes.speakers.later import introduced_later, named_elsewhere
from quotes.speakers.mentions import is_ratio, whole
from quotes.speakers.nominees import nominee
from quotes.speakers.owned import bodies_of_each, body_of, owner, relative
from quotes.speakers.parts import part_of_group
from quotes.speakers.phrases import headline_subject, phrase, stays_unnamed
from quotes.speakers.places import beside
from quotes.speakers.state import State, gendered
from quotes.tree import Tree

RELATIVE = frozenset({"WP", "WDT", "WP$"})
CLIMB = 5
"""Steps up the tree to the person whom "who" stands for, where the parse hangs it on the nearest noun."""

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def noun(state: State, i: int, tokens: Tokens) -> None:
    """Settle the noun or relative pronoun at a token, as part of a mention."""
    if state.tree.tags[i] in RELATIVE or (state.tree.lower[i] in ("who", "that", "which") and i in state.sources):
        if entries := antecedent(state, i):
            state.settle(i, entries, antecedent.__name__)
        return
    if (whom := _of_whom(state.tree, i)) is not None:
        if entries := antecedent(state, whom):
            state.settle(i, entries, antecedent.__name__)
        return
    for reader in READERS:
        entries = reader(state, i, tokens)
        if reader in GUESSES and any(e.kind == "person" for e in entries) and stays_unnamed(state, i):
            continue
        if entries and not _passing(state, i, entries[0]):
            state.settle(i, entries, reader.__name__)
            if (
                reader in (whoever_is_meant, introduced_later)
                and entries[0].kind == "person"
                and is_title(state.tree.lower[i])
            ):
                state.take_for(entries[0], office_of(state.tree.lower[i]), describing(state, i))
            if reader not in (name_beside, phrase):
                for entry in entries:
                    state.mention(i, entry)
            return


def _of_whom(tree: Tree, i: int) -> int | None:
    """The relative pronoun after a share: "both of whom" said."""
    if tree.lower[i + 1 : i + 2] != ["of"]:
        return None
    return next((k for k in tree.children(i + 1, "pobj") if tree.lower[k] in ("whom", "which")), None)


def _passing(state: State, i: int, entry: Entry) -> bool:
    """Whether a body without a name is only mentioned in passing, so that nothing later stands for it."""
    return i not in state.sources and not entry.form and entry.kind == "organization" and entry.name.islower()


@rule("speakers")
def antecedent(state: State, i: int) -> list[Entry]:
    """Reads a relative pronoun as the noun that its clause describes.

    Example: Bob Ray, who said it had rained, left.
    """
    tree = state.tree
    clause = next((k for k in tree.ancestors(i) if tree.deps[k] == "relcl"), None)
    if clause is None:
        return []
    head = tree.heads[clause]
    if tree.lower[i] in ("who", "whom"):
        near = _right_before(state, i)
        above = [head, *islice(tree.ancestors(head), CLIMB)]
        joined = (k for one in above for k in tree.children(one, "conj") if k < i)  # "her team and farmers, who"
        head = next((k for k in (head, *near, *above, *joined) if _is_human(state, k)), head)
        head = _last_of(tree, head, clause)
        head = _those_like(tree, whole(tree, _named_for(state, head)), clause)
    head = _name_around(state, head)
    nominal = tree.tags[head] in NOUNS | {"DT", "PRP"} or is_ratio(tree, head)
    if head not in state.at and head not in state.asked_for and nominal:
        state.asked_for.add(head)  # "officials of which the mill" leads back to itself
        noun(state, head, (tree.left[head], min(tree.right[head], max(head + 1, tree.left[clause]))))
        state.asked_for.discard(head)
    return [state.at[head], *state.more.get(head, ())] if head in state.at else []


def _name_around(state: State, i: int) -> int:
    """Step from the last word of a body's name to its head: the "Campaign for a New Elm", which."""
    near = (k for k in range(i - 1, max(i - LONGEST_NAME, -1), -1) if k in state.ledger.names)
    name = next(near, None)
    return name if name is not None and name in state.at and i < state.ledger.names[name].tokens[1] else i


def _right_before(state: State, i: int) -> list[int]:
    """The noun before "who", if it is for one person: "the memoirs of a farmer who"."""
    k = i - 1
    return [k] if k >= 0 and state.tree.tags[k] in ("NN", "NNP") and k not in state.ledger.names else []


def _named_for(state: State, head: int) -> int:
    """Step from a noun to the person beside whose name it is set: "Ann Lee, a Republican who"."""
    noun = beside(state.tree, head)
    entry = state.ledger.by_token.get(noun)
    one = state.tree.tags[head] in ("NN", "NNP") and entry is not None and entry.kind == "person"
    return noun if one and state.tree.deps[head] in ("appos", "conj") and head not in state.ledger.names else head


def _last_of(tree: Tree, head: int, clause: int) -> int:
    """Step to the last of joined people, where the clause is about one: "Lee and Ray, who has"."""
    verbs = (clause, *tree.children(clause, "aux", "auxpass"))
    if not any(tree.tags[k] == "VBZ" or tree.lower[k] == "was" for k in verbs):
        return head
    while (joined := next((k for k in tree.children(head, "conj") if head < k < tree.left[clause]), None)) is not None:
        head = joined
    return head


def _those_like(tree: Tree, head: int, clause: int) -> int:
    """Step from an example to those of whom a clause tells: "farmers, like Ann Lee, who say"."""
    prep = int(tree.heads[head])
    several = tree.tags[clause] == "VBP" and tree.tags[head] in ("NN", "NNP") and not tree.children(head, "conj")
    if not several or tree.deps[head] != "pobj" or tree.lower[prep] not in ("like", "as"):
        return head
    before = (k for k in range(prep - 1, -1, -1) if tree.words[k][0].isalnum() and tree.lower[k] != "such")
    those = next(before, head)
    return those if tree.tags[those] == "NNS" else head


def _is_human(state: State, i: int) -> bool:
    """Whether "who" may stand for a token: a person's name, or a noun for people."""
    entry, word = state.ledger.by_token.get(i), state.tree.lower[i]
    if entry is not None:
        return entry.kind in ("person", "group")
    one = singular(word)
    if one in words("documents") or one in words("works"):
        return False
    people = word in words("groups") or word in words("shares") or f"{word}s" in words("groups")
    people = people or is_ratio(state.tree, i)
    return is_title(one) or one in gendered() or people or state.tree.tags[i] in ("NNS", "NNPS", "PRP", "DT")


@rule("speakers")
def unmarked_name(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a source that is known as a name elsewhere in the article.

    Example: Will Ortiz spoke first. Will said it had rained.
    """
    entry = state.ledger.called.get(state.tree.lower[i]) if state.tree.words[i][0].isupper() else None
    return [entry] if entry is not None else []


READERS = (
    interviewed,
    named_document,
    unmarked_name,
    name_beside,
    both,
    author,
    body_of,
    bodies_of_each,
    owner,
    relative,
    same_insider,
    known_description,
    nominee,
    whoever_is_meant,
    named_elsewhere,
    introduced_later,
    part_of_group,
    headline_subject,
    phrase,
)
"""The rules for nouns, in the order in which they are asked."""

GUESSES = frozenset({known_description, nominee, whoever_is_meant, named_elsewhere, introduced_later})
"""Those that find a name elsewhere for what a noun describes."""
