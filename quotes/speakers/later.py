"""Settles descriptions of people whom the article names in another place: in a later line, with a title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from quotes.ledger import Entry
from quotes.nouns import is_title, office_of, roles
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.definite import agreement, describing
from quotes.speakers.state import State, gendered
from quotes.tree import Tree

OPENING = 2
"""The last paragraph, counted from the headline, that may speak of a person whom it leaves to be named."""


@rule("speakers")
def named_elsewhere(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a description as the one person to whom the article gives such an office beside the name.

    Example: Judge to rule on mill. A federal judge said it had rained. Judge Ann Lee said so on Monday.
    """
    tree, one = state.tree, office_of(state.tree.lower[i])
    if i not in state.sources or tree.tags[i] not in ("NN", "NNP") or not is_title(one):
        return []
    opening = tree.paragraph[i] - tree.headline <= OPENING
    article = tree.child(i, "det")
    if article is not None and tree.lower[article] not in ("the", "a", "an"):
        return []
    told = describing(state, i)
    if not opening and (not told or (article is not None and tree.lower[article] != "the")):
        return []
    owner = tree.child(i, "poss")
    if owner is not None and (state.at.get(owner) or state.ledger.by_token.get(owner)) is None:
        return []  # "its president", and nobody knows whose
    others = state.others_of(i)
    found = [e for e in dict.fromkeys(_holders(state, one)) if not _is_another(e, one) and e not in others]
    if tree.lower[tree.left[i]] == "one":  # "one mill owner" is nobody who has been named before
        found = [e for e in found if e.mentions[:1] > [tree.span(tokens)]]
    fit = [e for e in found if _fits(e, one, told)]
    if opening and len(found) == 1 and not fit and one in found[0].offices:
        fit = [e for e in found if agreement(e, one, told) >= 0]
    return fit if len(fit) == 1 else []


def _holders(state: State, one: str) -> Iterator[Entry]:
    """Yield those whom the article gives an office, or one for which its noun may stand."""
    for word in (one, *roles().get(one, ())):
        yield from state.ledger.described.get(word, ())


def _is_another(entry: Entry, one: str) -> bool:
    """Whether a noun tells of a man or a woman whom an entry is not."""
    gender = gendered().get(one, "")
    return bool(gender) and entry.gender not in ("", gender)


def _fits(entry: Entry, one: str, told: set[str]) -> bool:
    return any(agreement(entry, word, told) > 0 for word in (one, *roles().get(one, ())))


@rule("speakers")
def introduced_later(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads the person whom the first lines describe as the one who is then named, and is said to be nobody else.

    Example: Mill owner sees rain. The head of the Riverton Mill said it had rained. Ann Lee said her mill was wet.
    """
    tree = state.tree
    somebody = is_title(tree.lower[i]) or tree.lower[i] in gendered()
    if tree.tags[i] not in ("NN", "NNP") or not somebody or i not in state.sources:
        return []
    place = bisect_right(state.introduced, i)
    if place == len(state.introduced):
        return []
    after, one = state.introduced[place], office_of(tree.lower[i])
    entry = state.ledger.by_token[after]
    if entry in _headlined(state, i):
        return [entry]
    if tree.paragraph[after] > _reach(tree, i) or _is_another(entry, one) or entry in state.others_of(i):
        return []
    known = [told for offices in entry.offices.values() for told in offices]
    return [entry] if not known or describing(state, i) & set().union(*known) else []


def _headlined(state: State, i: int) -> list[Entry]:
    """Whom the headline means by the noun of the next line: "Mill owner sees rain", "A mill owner said"."""
    tree = state.tree
    if tree.paragraph[i] != tree.headline + 1:
        return []
    start = tree.sentences[tree.sentence[i]][0]
    head = (
        k for k in range(min(start, HEADLINE)) if tree.paragraph[k] <= tree.headline and tree.lower[k] == tree.lower[i]
    )
    return [state.at[k] for k in head if state.why.get(k) == introduced_later.__name__]


HEADLINE = 40
"""How many tokens of a headline are asked whom it describes."""


def _reach(tree: Tree, i: int) -> int:
    """The last paragraph that may name a person whom a noun describes; before its own for one who is left unnamed.

    "A voter" and "one official" may be anybody; the headline's "Mill chief" and "Lee's son" are one person.
    """
    first, owned = min(tree.left[i], i), tree.child(i, "poss") is not None
    vague = not owned and (tree.lower[first] in ("a", "an", "one", "another", "some") or tree.tags[first] == "CD")
    if vague:
        return -1
    if tree.paragraph[i] - tree.headline < OPENING:
        return tree.headline + OPENING + 1 if not tree.children(i, "relcl", "acl") else -1
    return tree.paragraph[i] + 1 if owned or tree.lower[first] == "the" else -1
