"""How sure a settled speaker is: countable facts weighed by a table, so that whoever may well be wrong stays open.

Names of people are hardly ever wrong; "the report", of which the article has told more than one thing,
is wrong as often as not. What tells them apart was counted on articles of which it was written down who
speaks (``lexicons/en/weights/speakers.tsv``): the rule that settled the source, what kind of speaker it
found, how the source is worded, how far the speaker was ahead of whoever else was in mind.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.rules import rule
from quotes.spans import Link
from quotes.speakers.state import State
from quotes.tree import Tree
from quotes.weights import log_odds, logistic, total, weights

LEAST = 0.5
"""A speaker must be as probably right as this."""

DESCRIBED = 0.6
"""The same for a source that is only described, where no words of it stand in quotation marks: "officials" for
"officials" tells a reader nothing that the source does not tell, so it has to be surer."""

FAR = 3.0
"""A lead of more than this, in log-odds, is as good as this."""

MANY = 5
"""Words are counted up to this."""


@rule("speakers")
def doubtful(state: State, link: Link, head: int, probable: float) -> bool:
    """Leaves open a source that could be named, but as likely as not wrongly, and says whom it may mean.

    Example: The mill was told of two reports on Monday. The report said that it had rained.
    """
    entry = state.at[head]
    if entry.kind in ("unnamed", "group") and not entry.form and state.tree.sentence[head] in state.refusals:
        return False  # the text says that it has no name
    told = entry.form or state.tree.tags[head] in PRONOUNS or _is_quoted(state, link)
    return probable < (LEAST if told else DESCRIBED)


PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


def sureness(state: State, link: Link, head: int) -> float:
    """Return the probability that the speaker of a link, settled at a head of its source, is the right one."""
    known = weights("speakers")
    odds = total("speakers", facts(state, link, head))
    return logistic(odds + sum(known.get(fact, 0.0) * number for fact, number in numbers(state, link, head)))


def evidence(state: State, link: Link, head: int) -> dict[str, float]:
    """Return what is weighed of a settled source, with its values."""
    return {**dict.fromkeys(facts(state, link, head), 1.0), **dict(numbers(state, link, head))}


def numbers(state: State, link: Link, head: int) -> Iterator[tuple[str, float]]:
    """Yield the facts that are numbers: how sure the attribution is, and by how much source and speaker lead."""
    rule = state.why[head]
    if 0 < link.score < 1:
        yield "score", max(-FAR, min(FAR, log_odds(link.score)))
    if link.source_lead is not None:
        yield "source leads", max(-FAR, min(FAR, link.source_lead))
    if (lead := state.leads.get(head)) is not None:
        yield f"{rule} leads", min(FAR, log(lead))


def facts(state: State, link: Link, head: int) -> Iterator[str]:
    """Yield what holds of a settled source, as names of rows of the table."""
    assert link.source is not None
    tree, entry, rule = state.tree, state.at[head], state.why[head]
    first, end = link.source
    article, kind, size = _article(tree, first), entry.kind, len(entry.name.split())
    capital = any(map(str.isupper, entry.name))
    yield "always"
    yield f"{kind}, {article}"
    yield rule
    yield f"{rule}, {kind}"
    yield f"{rule}, {kind}, {article}"
    yield f"{rule}, {kind}, {article}, {'capital' if capital else 'small'}, {'word' if size == 1 else 'words'}"
    yield f"{rule}, {kind}, {min(size, MANY)} words"
    yield from (f"found by {finder}" for finder in link.rules[-1:])
    yield f"{rule}, {'in headline' if tree.paragraph[head] <= tree.headline < len(tree.paragraphs) - 1 else 'in text'}"
    yield f"{rule}, {'in marks' if _is_quoted(state, link) else 'plain'}"
    yield f"{rule}, {tree.deps[head]}"
    yield f"{rule}, {'alone' if len(state.heads[link.source]) == 1 else 'among others'}"
    yield f"{rule}, source of {min((end - first) // 2, MANY)}{' with a comma' if ',' in tree.words[first:end] else ''}"
    yield from _of_name(state, head, entry) if entry.form else _of_phrase(state, head, entry)


def _of_name(state: State, head: int, entry: Entry) -> Iterator[str]:
    """Facts about a speaker with a name: whether the source has it, and whether others bear it."""
    rule, surname = state.why[head], entry.form[-1]
    said = len(entry.form) if head in state.ledger.names else 0
    first, end = state.ledger.names[head].tokens if said else (0, 0)
    yield f"{rule}, {entry.kind}, {min(end - first, MANY)} of {min(len(entry.form), MANY)}"
    yield f"{rule}, {entry.kind}, surname of {min(len(state.bearers.get(surname, ())), 3)}"


def _of_phrase(state: State, head: int, entry: Entry) -> Iterator[str]:
    """Facts about a speaker without a name: the noun, what opens the description, and what hangs on the noun."""
    tree, rule, noun = state.tree, state.why[head], state.tree.lower[head]
    yield f"noun {noun if tree.tags[head] not in NAMES else 'NNP'}"
    yield f"{rule}, opens with {_opening(tree, min(tree.left[head], head))}"
    yield f"{rule}, {tree.tags[head]}"
    for label in ("amod", "compound", "poss", "prep", "relcl", "acl", "nummod", "appos"):
        if tree.child(head, label) is not None:
            yield f"{rule}, {entry.kind}, {label}"


def _opening(tree: Tree, first: int) -> str:
    """The small word, the number or the tag that a description opens with."""
    small = tree.lower[first] in words("quantities") or tree.tags[first] in ("DT", "PRP$", "PDT", "IN")
    return tree.lower[first] if small else tree.tags[first]


NAMES = frozenset({"NNP", "NNPS"})


def _article(tree: Tree, first: int) -> str:
    """The determiner that a source opens with."""
    tag, word = tree.tags[first], tree.lower[first]
    if tag == "PRP$":
        return "possessive"
    return {"an": "a"}.get(word, word) if tag == "DT" else "bare"


def _is_quoted(state: State, link: Link) -> bool:
    """Whether a content begins or ends in quotation marks."""
    tree = state.tree
    ends = (i for start, stop in link.content for i in (tree.token_at(start), tree.token_at(stop - 1)))
    return any(tree.quote[i] >= 0 for i in ends)
