"""Settles nouns by the names set beside them: "two farmers, Ann Lee and Bob Ray", "a farmer named Ann Lee"."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import is_title
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.bodies import sorts, sorts_of
from quotes.speakers.mentions import conjuncts, kind_of
from quotes.speakers.state import State


@rule("speakers")
def name_beside(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads the names set beside a noun.

    Example: Two farmers, Ann Lee and Bob Ray, said it had rained.
    """
    tree, by_token = state.tree, state.ledger.by_token
    if (before := _named_before(state, i, tokens)) is not None:
        return [before]
    if kind_of(tree, i) == "document":
        return []
    if (called := _called(state, i) or _identified(state, i) or _of_its_sort(state, i)) is not None:
        return [called]
    beside = tree.children(i, "appos")
    kin = (one for one in beside if tree.lower[one] in words("kin"))
    for k in (*beside, *(named for one in kin for named in tree.children(one, "appos"))):  # "his cousin Bob Ray"
        if k in by_token and tokens[0] <= k < tokens[1] and by_token[k].kind in ("person", "organization"):
            return [by_token[j] for j in conjuncts(tree, k, tokens[1]) if j in by_token]
    return _listed_after(state, i, tokens) or _named_after_comma(state, i, tokens)


def _of_its_sort(state: State, i: int) -> Entry | None:
    """The body whose name stands right before the noun for what it is: "the Gronda Times newspaper"."""
    tree, entry = state.tree, state.ledger.by_token.get(i - 1)
    if entry is None or entry.kind != "organization" or tree.heads[i - 1] != i or tree.tags[i] != "NN":
        return None
    media = sorts().get(tree.lower[i]) == "media" and "media" in sorts_of(entry)  # no "Rain Board newspaper"
    return entry if media and tree.lower[tree.left[i]] == "the" else None


def _listed_after(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """The people named after the comma of a plural, with words between: "two clerks here, Ann Lee, …, and" others."""
    tree, names = state.tree, state.ledger.names
    if tree.tags[i] != "NNS":
        return []
    comma = next((k for k in range(i + 1, tokens[1]) if tree.words[k] == ","), tokens[1])
    listed: list[Entry] = []
    for k in range(comma + 1, tokens[1]):
        entry = state.ledger.by_token.get(k) if k in names else None
        if entry is not None and entry.kind == "person" and len(entry.form) > 1:
            first = (names[k].title or names[k].tokens)[0]
            if tree.lower[first - 1] not in (",", "and") or (not listed and first != comma + 1):
                return []
            listed.append(entry)
    return listed if len(listed) > 1 else []


def _called(state: State, i: int) -> Entry | None:
    """The person whom a noun is said to be: a farmer "named Ann Lee", "calling himself Ann", "-- Ann Lee"."""
    if i + 1 == len(state.tree) or state.tree.lower[i + 1] not in CALLS:
        return None
    after = next(
        (i + 1 + len(words) for words in CALLED if state.tree.lower[i + 1 : i + 1 + len(words)] == words), None
    )
    if after is None or (state.tree.deps[i] == "nsubj" and state.tree.heads[i] == i + 1) or _is_cue(state, i):
        return None  # "one lawmaker called Ray weak"
    near = (k for k in range(after, min(after + 4, len(state.tree))) if k in state.ledger.by_token)
    k = next(near, None)
    found = state.ledger.by_token[k] if k is not None and state.ledger.names[k].tokens[0] == after else None
    return found if found is not None and found.kind == "person" else None


def _is_cue(state: State, i: int) -> bool:
    """Whether the verb right after a noun is none of its source's words, however it is parsed."""
    return i in state.sources and state.sources[i][1] == i + 1 and state.tree.tags[i + 1][:2] == "VB"


CALLED = (
    ["named"],
    ["called"],
    ["known", "as"],
    ["going", "by"],
    ["calling", "himself"],
    ["calling", "herself"],
    ["--"],
    ["—"],
)
"""What stands between a noun and the name of whom it means."""

CALLS = frozenset(words[0] for words in CALLED)


def _identified(state: State, i: int) -> Entry | None:
    """The person as whom somebody is identified: a woman "who identified herself as Ann"."""
    tree = state.tree
    verbs = tree.children(i, "relcl", "acl")
    if tree.deps[i] in ("nsubj", "nsubjpass"):
        verbs = [*verbs, int(tree.heads[i])]
    for verb in verbs:
        if tree.lower[verb] != "identified":
            continue
        link = next((k for k in range(verb + 1, min(verb + REACH, len(tree))) if tree.lower[k] == "as"), None)
        held = tree.child(link, "pobj") if link is not None else None
        found = (state.ledger.by_token.get(held) or _called(state, held)) if held is not None else None
        if found is not None and found.kind == "person":
            return found
    return None


REACH = 6
"""How many tokens after a verb its "as" is looked for."""


def _named_before(state: State, i: int, tokens: Tokens) -> Entry | None:
    """The person beside whose name a whole mention is set, between commas: Ann Lee, "the mayor", said."""
    tree, name = state.tree, int(state.tree.heads[i])
    entry = state.ledger.by_token.get(name)
    if entry is None or entry.kind != "person" or tree.deps[i] != "appos":
        return None
    between = tree.words[state.ledger.names[name].tokens[1] : tokens[0]]
    closed = "," in tree.words[tokens[0] : tokens[1] + 1]  # "He met Ann Lee, the mayor said" is the mayor's
    return entry if between == [","] and closed else None


def _named_after_comma(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """The full name after a comma of "one pastor who knows them, Ann Lee": the parse hangs it on the nearest noun."""
    tree, by_token = state.tree, state.ledger.by_token
    if (
        tree.tags[i] != "NN"
        or not is_title(tree.lower[i])
        or tree.lower[tokens[0]] not in ("a", "an", "one", "another", "the")
    ):
        return []
    for k in range(i + 1, tokens[1]):
        name = state.ledger.names.get(k)
        if name is None or k not in by_token or tree.words[name.tokens[0] - 1] != ",":
            continue
        if tree.lower[tokens[0]] == "the" and name.tokens[1] < tokens[1] - 1:
            return []  # "the aide who met the mayor, Ann Lee, on Monday"
        return [by_token[k]] if by_token[k].kind == "person" and len(by_token[k].form) > 1 else []
    return []
