"""Reads what the people of a list have in common: "candidates including" Ann Lee, "Senators" Ann Lee and Bob Ray."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.ledger import Ledger
from quotes.lexicon import words
from quotes.nouns import singular
from quotes.offices import Claim, offices
from quotes.parties import party_of
from quotes.rules import rule
from quotes.tree import Tree

EXAMPLES = frozenset({"including", "like", "as"})
THEMSELVES = frozenset({"by", "from", "of", "between"})
"""Prepositions after which the people named after a comma are those before it: "led by two friends, Ann and Bob"."""
OPENING = frozenset({",", ":", "–", "—", "--"})
LIST = 12
"""How many names of a list are passed."""


@rule("affiliations")
def listed(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads what the people are of whom a name is listed as one.

    Example: Republican candidates including Ann Lee and Bob Ray met. Ray said it had rained.
    """
    noun = _listed_as(tree, ledger, head)
    if noun is None:
        noun = _one_of_others(tree, ledger, head)
    if noun is None or tree.sentence[noun] != tree.sentence[head]:
        return
    if party_of(tree.lower[noun]):
        yield from party_folk(tree, ledger, noun)
    else:
        yield from (replace(claim, title=single(claim.title)) for claim in offices(tree, ledger, noun))


def _listed_as(tree: Tree, ledger: Ledger, head: int) -> int | None:
    """The plural before a list of names: "candidates" including, such as, or with a comma and two names at least."""
    first = _list_start(tree, ledger, head)
    noun = first - 1
    if noun < 1:
        return None
    if tree.lower[noun] in EXAMPLES:
        noun -= 1 + (tree.lower[noun] == "as" and tree.lower[noun - 1] == "such")
        noun -= tree.words[noun] in OPENING
    elif tree.words[noun] in OPENING and (first != _start_of(ledger, head) or _goes_on(tree, ledger, head)):
        noun -= 1
        apart = tree.words[noun + 1] == "," and tree.deps[noun] == "pobj"
        if apart and tree.lower[tree.heads[noun]] not in THEMSELVES:
            return None  # "unlike his rivals, Ann Lee and Bob Ray"
    return noun if noun >= 0 and tree.tags[noun] in ("NNS", "NNPS") else None


def _one_of_others(tree: Tree, ledger: Ledger, head: int) -> int | None:
    """The plural of which a name is said to be one: "Ann Lee and other Senate Republicans"."""
    end = ledger.names[head].tokens[1]
    if tree.lower[end : end + 2] != ["and", "other"]:
        return None
    for k in range(end + 2, min(end + 2 + OTHER, len(tree))):
        if tree.tags[k] in ("NNS", "NNPS"):
            return k if singular(tree.lower[k]) not in words("followers") | words("pledged") else None
        if tree.tags[k] not in TELLING:
            break
    return None


OTHER = 6
"""How many tokens after "and other" the plural is looked for."""


TELLING = frozenset({"JJ", "JJS", "NN", "NNP", "HYPH"})


def _goes_on(tree: Tree, ledger: Ledger, head: int) -> bool:
    """Whether another name follows in the list: "Ann Lee, Bob Ray"."""
    after = ledger.names[head].tokens[1]
    joined = tree.lower[after : after + 1] in ([","], ["and"])
    return joined and any(k in ledger.names for k in range(after + 1, min(after + 5, len(tree))))


def _list_start(tree: Tree, ledger: Ledger, head: int) -> int:
    """Where the list begins in which a name stands: "Sen. Ann Lee, Bob Ray and" others."""
    *_, first = head, *listed_before(tree, ledger, head)
    return _start_of(ledger, first)


def listed_before(tree: Tree, ledger: Ledger, head: int) -> Iterator[int]:
    """Yield the heads of the names before one in its list, by the commas and the "and" between, nearest first."""
    for _ in range(LIST):
        first = _start_of(ledger, head)
        last = first - 1
        while last > 0 and tree.lower[last] in (",", "and"):
            last -= 1
        if tree.words[last] == ")":  # "Senators Ann Lee (R-Ohio), Bob Ray"
            last = next((k - 1 for k in range(last - 1, max(last - TAG, 0), -1) if tree.words[k] == "("), last)
        ends = (k for k in (last, last - 1) if k in ledger.names and ledger.names[k].tokens[1] == last + 1)
        if last == first - 1 or (before := next(ends, None)) is None:
            return
        head = before
        yield head


TAG = 7
"""Tokens that the tag of a party and a state may have."""


def is_for_all(tree: Tree, ledger: Ledger, head: int) -> bool:
    """Whether the title before a name is one for all of a list: "Senators" Ann Lee and Bob Ray."""
    title = ledger.names[head].title
    return title is not None and tree.lower[title[1] - 1].rstrip(".").endswith("s")


def _start_of(ledger: Ledger, head: int) -> int:
    name = ledger.names[head]
    return (name.title or name.tokens)[0]


def single(title: str | None) -> str | None:
    """One of the "top executives" is a "top executive"."""
    if title is None:
        return None
    *before, last = title.split(" ")
    return " ".join([*before, f"{last[:-2]}." if last.endswith("s.") else singular(last)])  # "Sens." are each a "Sen."


@rule("affiliations")
def party_folk(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the party, and the chamber, whose people a group is.

    Example: Senate Democrats said it had rained.
    """
    if party := party_of(tree.lower[head]) if tree.tags[head] in ("NNS", "NNPS") else "":
        first = min(tree.left[head], head)
        for chamber in (k for k in range(first, head) if tree.lower[k] in words("chambers")):
            yield Claim(None, tree.words[chamber], False, tree.span((first, head + 1)))
        yield Claim(None, party, False, tree.span((first, head + 1)))
