"""Tells who answers a question, and who has asked it: somebody else."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import verb_forms
from quotes.speakers.state import State

ASKS, ANSWERING = frozenset({"asked", "asks"}), frozenset({"reply", "answer", "respond"})
"""Verbs of questions, and of the answers to them."""


def who_was_asked(state: State, i: int) -> Entry | None:
    """Return who was asked something earlier in the sentence, or right before the answer."""
    tree, (k, entry) = state.tree, state.asked
    if k < 0 or tree.sentence[k] == tree.sentence[i]:
        return entry
    after = tree.sentences[tree.sentence[k]][1]  # where the next sentence starts, before i
    ended = tree.paragraph[after] == tree.paragraph[k] + 1 == tree.paragraph[i]
    return entry if ended or _answers(state, i, k, after) else None


def who_asked(state: State, i: int) -> Entry | None:
    """Return who has asked the question that a source answers at once: somebody else."""
    tree, (k, entry) = state.tree, state.asking
    if k < 0 or tree.sentence[k] + 1 >= len(tree.sentences) or tree.lower[tree.heads[k]] not in ASKS:
        return None
    after = tree.sentences[tree.sentence[k]][1]
    if tree.paragraph[after] - tree.paragraph[k] > 1 or not _says_next(state, i, after):
        return None
    answers = verb_forms().get(tree.lower[tree.heads[i]]) in ANSWERING or _answers(state, i, state.asked[0], after)
    question = tree.child(tree.heads[k], "ccomp") is not None
    return entry if answers and question and _asks_one(state, k) else None


def _asks_one(state: State, asker: int) -> bool:
    """Whether a question goes to one person, or nobody says to whom: who asks voters may well answer it."""
    tree, (asked, whom) = state.tree, state.asked
    if tree.child(tree.heads[asker], "dobj", "dative") is None:
        return True
    same = tree.heads[max(asked, 0)] == tree.heads[asker]
    return same and whom is not None and whom.kind == "person"


def _answers(state: State, i: int, asked: int, after: int) -> bool:
    """Whether a source utters what follows a question at once: "Ray asked Lee if it rained. “Yes,” he said"."""
    tree, verb = state.tree, state.tree.heads[max(asked, 0)]
    question = asked >= 0 and tree.lower[verb] in ASKS and tree.child(verb, "ccomp") is not None
    return question and tree.child(verb, "xcomp") is None and _says_next(state, i, after)


def _says_next(state: State, i: int, after: int) -> bool:
    """Whether a source utters the quotation that a sentence of its paragraph opens with."""
    tree = state.tree
    near = tree.quote[after] >= 0 and tree.paragraph[i] == tree.paragraph[after]
    return near and state.voices.get(tree.quote[after]) == state.sources.get(i, ())
