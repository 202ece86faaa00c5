"""Finds the bodies in the phrases after a noun: "director of the institute at the center"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.ledger import Entry, Ledger
from quotes.lexicon import words
from quotes.nouns import is_body, singular
from quotes.runs import LONGEST_NAME
from quotes.tree import Tree

LINKS = frozenset({"of", "at", "for", "with", "in", "on", "from", "to", "under"})
"""Prepositions between an office and the body where it is held."""

DEPTH = 4
"""How many phrases deep a body is looked for: "director of the institute at the center"."""

SOUGHT = 4
"""How many words after "nominee" its party is looked for: a nominee "for the Green Party"."""


def is_membership(entry: Entry) -> bool:
    """Whether an entry is a body that people belong to, not a country or a town."""
    name = entry.name.casefold()
    return entry.kind in ("organization", "group") and name not in words("places") and name not in words("demonyms")


def bodies_of(tree: Tree, ledger: Ledger, noun: int) -> list[str]:
    """Return the bodies in the phrases after a noun: "director of the institute at the center"."""
    preps = (p for p in tree.children(noun, "prep") if not tells_other(tree, noun, p))
    return [b for prep in preps for b in objects(tree, ledger, prep, 0)]


def tells_work(tree: Tree, noun: int, prep: int) -> bool:
    """Whether the phrase after a title names what its holder made: "author of", and not "writer at"."""
    return singular(tree.lower[noun]) in words("authors") and tree.lower[prep] not in ("at", "for", "with")


def tells_other(tree: Tree, noun: int, prep: int) -> bool:
    """Whether the phrase after a noun names no body that its holder is of: a nominee "for the Senate", too."""
    seeks = tree.lower[noun] in words("contestants") or tree.lower[noun] in words("nominees")
    sought = seeks and tree.lower[prep] == "for" and "party" not in tree.lower[prep : prep + SOUGHT]
    return sought or tells_work(tree, noun, prep)


def objects(tree: Tree, ledger: Ledger, prep: int, depth: int) -> Iterator[str]:
    """Yield the bodies that a preposition holds."""
    if tree.lower[prep] in LINKS:
        for noun in tree.children(prep, "pobj"):
            if tree.lower[noun] not in words("portfolios") and not is_where(tree, ledger, prep, noun):
                yield from body(tree, ledger, noun, depth)


def is_where(tree: Tree, ledger: Ledger, prep: int, noun: int) -> bool:
    """Whether a phrase only tells where an office is held: "in Elm County", "in Washington State"."""
    name = ledger.names.get(noun)
    end = name.tokens[1] if name is not None else noun + 1
    of = name is not None and "of" in tree.lower[slice(*name.tokens)]  # "in the Department of State"
    if tree.lower[prep] == "of" and tree.lower[end - 1] == "county":
        head = tree.heads[prep]  # "the Democratic chairman of Elm County"
        return any(word in words("parties") for word in tree.lower[min(tree.left[head], head) : head])
    return tree.lower[prep] == "in" and tree.lower[end - 1] in ("county", "state") and not of


def body(tree: Tree, ledger: Ledger, noun: int, depth: int = 0) -> Iterator[str]:
    """Yield the body that a noun names, and those of the phrases after it."""
    if depth > DEPTH or (depth and tree.tags[noun] == "NNS"):
        return
    entry, inside = ledger.by_token.get(noun), noun
    if entry is not None:
        inside = ledger.names[noun].tokens[1] if noun in ledger.names else noun
        if is_membership(entry):
            yield entry.name
    elif _is_described(tree, noun) and not _is_named(tree, ledger, noun):
        said = plain(tree, tree.left[noun], _bare_end(tree, ledger, noun))
        if " " in said:  # a mere "group" tells nobody apart
            yield said
    for prep in tree.children(noun, "prep"):
        if prep >= inside:
            yield from objects(tree, ledger, prep, depth + 1)
    for other in tree.children(noun, "appos", "conj"):
        if other >= inside and tree.tags[other] in ("NNP", "NNPS"):
            yield from body(tree, ledger, other, depth + 1)


def _is_described(tree: Tree, noun: int) -> bool:
    """Whether a common noun is a body: "a law firm"."""
    return is_body(tree.lower[noun]) and tree.tags[noun] == "NN" and tree.lower[noun] not in words("adjuncts")


def _is_named(tree: Tree, ledger: Ledger, noun: int) -> bool:
    """Whether the words after a noun name the body that it is: "the law firm Lee Ray", "the office of" it."""
    near = range(noun + 1, noun + 1 + LONGEST_NAME)
    if any(k in ledger.names and ledger.names[k].tokens[0] == noun + 1 for k in near):
        return True
    beside = (ledger.by_token.get(k) for k in tree.children(noun, "appos"))
    if any(entry is not None and entry.kind == "organization" for entry in beside):
        return True  # "the mill's parent company, Gronda"
    if tree.lower[noun] not in words("outposts"):
        return False
    held = (k for prep in tree.children(noun, "prep") for k in tree.children(prep, "pobj"))
    return any(True for k in held for _ in body(tree, ledger, k, 1))


def _bare_end(tree: Tree, ledger: Ledger, noun: int) -> int:
    """Where a body's description ends, with an "of" phrase that has no name: "school of information studies"."""
    following = noun + 1
    if following < tree.right[noun] and tree.lower[following] == "of":
        held = tree.child(following, "pobj")
        if held is not None and held - noun <= 3 and not any(i in ledger.by_token for i in range(noun, held + 1)):
            return held + 1
    return following


def plain(tree: Tree, first: int, end: int) -> str:
    """Return the words of a phrase without the article or the owner before them."""
    while first < end - 1 and (tree.tags[first] in ("DT", "PRP$", "POS") or tree.words[first] in ("'s", "’s")):
        first += 1
    return " ".join(tree.said((first, end)).split())
