"""Settles documents by who made them: "United Nations data", "a letter from Ann Lee", "the note she sent"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import singular
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.bodies import sorts_of
from quotes.speakers.mentions import conjuncts, kind_of
from quotes.speakers.owned import body_of
from quotes.speakers.phrases import is_event
from quotes.speakers.state import State
from quotes.tree import Tree


@rule("speakers")
def author(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads the person or body named as the author of a document.

    Example: Attacks rose, according to United Nations data.
    """
    work = _told_in(state, i)
    if not _is_made(state, work) or _is_owned(state, work):
        return []
    return _bodies_before(state, work, tokens) or _named_after(state, work, tokens) or _who_gave(state, work)


def _is_made(state: State, i: int) -> bool:
    """Whether a noun is for a document or the like, and not for a recording of whoever speaks in it."""
    one = singular(state.tree.lower[i])
    return (kind_of(state.tree, i) == "document" or is_event(state.tree, i)) and one not in words("recordings")


def _told_in(state: State, i: int) -> int:
    """Step from the results to the document that they are of: "the results of a Tribune poll"."""
    tree = state.tree
    if tree.lower[i + 1 : i + 2] != ["of"] or tree.tags[i] != "NNS" or kind_of(tree, i) != "document":
        return i
    work = tree.child(i + 1, "pobj")
    return work if work is not None and _is_made(state, work) else i


def _is_owned(state: State, i: int) -> bool:
    """Whether a document is said to be somebody's, which other rules read; "last month's" is nobody's."""
    owner = state.tree.child(i, "poss")
    return owner is not None and state.tree.lower[owner] not in TIMES


def _is_part(state: State, i: int) -> bool:
    """Whether a document holds another's words: "excerpts of her talk" printed by a board."""
    tree = state.tree
    of = tree.child(i, "prep") if tree.lower[i + 1 : i + 2] == ["of"] else None
    whole = tree.child(of, "pobj") if of is not None else None
    owner = tree.child(whole, "poss") if whole is not None else None
    return owner is not None and tree.lower[owner] != "its"


TIMES = frozenset({"year", "month", "week"}) | words("days") | words("calendar")
"""Whose numbers are nobody's: "last month's Rain Board figures"."""


def _bodies_before(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """The bodies before a document: "United Nations" data, a "Tribune/Elm" poll."""
    tree, by_token = state.tree, state.ledger.by_token
    first = max(min(tokens[0], i), tree.left[i])
    before = [k for k in range(first, i) if k in by_token and _speaks_for_itself(by_token[k])]
    taken = any(tree.lower[k] in TAKEN for k in range(first, i))  # "hacked Rain Board emails" are not its own word
    taken = taken or (tree.lower[i - 1 : i] == ["pool"] and singular(tree.lower[i]) == "report")  # it is reporters'
    return [] if taken else [by_token[k] for k in before]


TAKEN = frozenset({"hacked", "leaked", "stolen", "purloined"})
"""What is said of documents that their maker has not given out."""


def _speaks_for_itself(entry: Entry) -> bool:
    county = entry.name.endswith(" County")
    return entry.kind == "organization" and entry.name.casefold() not in words("places") and not county


def _named_after(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Whoever is named after a document: a poll "released by the Tribune", a statement "from Lee's office"."""
    tree, by_token = state.tree, state.ledger.by_token
    if _is_part(state, i):
        return []
    for by in _phrases_by(tree, i, tokens):
        made = tree.child(by, "pobj")
        if made is None or (tree.lower[by] == "in" and not _is_printed(state, made)):
            continue
        if made not in by_token and (named := tree.child(made, "appos")) is not None and named < tokens[1]:
            made = named  # "a study by the wool firm Gronda Numbers"
        if tree.lower[by] == "on" and not (made in by_token and by_token[made].kind == "organization"):
            continue
        if made in by_token and by_token[made].kind in ("organization", "person"):
            joined = [k for k in tree.children(made, "nmod") if by < k < made and tree.child(k, "cc") is not None]
            return [by_token[k] for k in (*joined, *conjuncts(tree, made, tokens[1])) if k in by_token]
        if body := body_of(state, made, (tree.left[made], tree.right[made])):
            return body  # "a statement from Lee's office"
    return []


def _is_printed(state: State, made: int) -> bool:
    """Whether what a document stands in is a newspaper or the like: "a report in the Riverton Tribune"."""
    entry = state.ledger.by_token.get(made)
    return entry is not None and entry.kind == "organization" and "media" in sorts_of(entry)


def _phrases_by(tree: Tree, i: int, tokens: Tokens) -> Iterator[int]:
    """Yield the "by", "from" and "in" phrases of a document, and "on" where it is put: "a poll released by"."""
    for k in range(i + 1, tokens[1]):
        verb = tree.lower[tree.heads[k]]
        by = tree.lower[k] in ("by", "from", "in") or (tree.lower[k] == "on" and verb in PUT)
        if by and tree.deps[k] in ("prep", "agent") and verb not in words("relays"):
            yield k


PUT = frozenset({"posted", "published", "printed"})
"""What is done to a document on the page of its author."""


def _who_gave(state: State, i: int) -> list[Entry]:
    """Whoever has made a document by a clause of its own: "a note she sent the mill"."""
    tree = state.tree
    for clause in tree.children(i, "relcl"):
        subject = tree.child(clause, "nsubj")
        if subject is None or tree.lower[clause] not in GAVE or subject < i:
            continue
        entry = state.ledger.by_token.get(subject) or state.at.get(subject) or state.before.get(subject)
        if entry is not None and entry.kind in ("person", "organization"):
            return [entry]
    return []


GAVE = frozenset({"gave", "wrote", "made", "issued", "released", "published", "sent", "signed", "posted"})
"""What somebody has done whose words a document holds; a paper that was filed with a court may be another's."""
