"""Settles documents that are named in full in another place: "the poll", "the same survey", "the summary"."""

from __future__ import annotations

from bisect import bisect_left

from quotes.ledger import Entry
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.definite import KNOWN, PASSING
from quotes.speakers.document_names import POLL, sort_of
from quotes.speakers.mentions import article_of, kind_of
from quotes.speakers.state import State

ONE_POLL = frozenset({"poll", "survey"})
"""What is one poll, whatever its article; "recent polling" may be many."""

ARTICLES = frozenset({"the", "this", "that"})


@rule("speakers")
def named_document(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a mere document as the last of its sort that bears a name, and a mere poll as the only one that does.

    Example: A Riverton Tribune poll asked farmers. The survey found that it had rained.
    """
    tree = state.tree
    if tree.tags[i] not in ("NN", "NNP") or kind_of(tree, i) != "document" or tree.child(i, "poss") is not None:
        return []
    if any(k in state.ledger.by_token for k in range(tree.left[i], tree.right[i])):
        return []
    sort, article = sort_of(tree, i), article_of(tree, i, tokens)
    named = state.documents.get(sort, [])
    last = bisect_left(named, (i, ""))
    said = named[last - 1][1] if last and article is not None and tree.lower[article] in ARTICLES else ""
    if said and _is_another(state, i, sort, named[last - 1][0]):
        return []
    if not said and tree.lower[i] in ONE_POLL and len({name for _, name in named}) == 1:
        said = named[0][1]
    if not said:
        return []
    return [state.phrases.setdefault(said.casefold(), Entry(said, "document", nouns={tree.lower[i]}))]


def _is_another(state: State, i: int, sort: str, named: int) -> bool:
    """Whether a document of the sort has been spoken of since the named one, or the noun says which one it is."""
    tree = state.tree
    told = (k for k in tree.children(i, "relcl", "acl") if tree.words[tree.left[k] - 1] != ",")
    if next(told, None) is not None or any(tree.lower[k] not in PASSING for k in tree.children(i, "amod", "compound")):
        return True
    since = (entry.mentions[-1][0] for entry in state.by_noun.get(tree.lower[i], ())[-KNOWN:] if entry.mentions)
    return max(since, default=-1) > tree.starts[named] and sort != POLL
