"""Reads the bodies that a phrase names: "of the institute at the center", "at a law firm"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.kinds import POSSESSIVES
from quotes.ledger import Entry, Ledger
from quotes.lexicon import words
from quotes.nouns import is_body
from quotes.runs import LONGEST_NAME
from quotes.tree import Tree

LINKS = frozenset({"of", "at", "for", "with", "in", "on", "from", "to", "under"})
"""Prepositions after which a body is named."""

DEPTH = 4
"""How many phrases deep a body is looked for: "director of the institute at the center"."""


def is_membership(entry: Entry) -> bool:
    """Whether an entry is a body that people belong to, not a country or a town."""
    name = entry.name.casefold()
    member = entry.kind in ("organization", "group") and name not in words("quarters")
    return member and name not in words("places") and name not in words("demonyms")


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
        if is_membership(entry) and not is_outpost(tree, ledger, noun, entry, depth):
            yield _of_state(tree, ledger, noun) or of_owner(tree, ledger, noun, entry)
    elif title := quoted_title(tree, noun + 1) if is_body(tree.lower[noun]) else "":
        yield title
    elif named := _called(tree, ledger, noun):
        yield named
    elif _is_described(tree, noun) and not _is_named(tree, ledger, noun, depth):
        said = plain(tree, tree.left[noun], _bare_end(tree, ledger, noun))
        if " " in said:  # a mere "group" tells nobody apart
            yield said
    for prep in tree.children(noun, "prep"):
        if prep >= inside:
            yield from objects(tree, ledger, prep, depth + 1)
    for other in tree.children(noun, "appos", "conj"):
        if other >= inside and tree.tags[other] in ("NNP", "NNPS"):
            yield from body(tree, ledger, other, depth + 1)


def _called(tree: Tree, ledger: Ledger, noun: int) -> str | None:
    """The body's name that a noun is said to have: "a group called" Wool Now."""
    for verb in tree.children(noun, "acl") if is_body(tree.lower[noun]) else ():
        if tree.lower[verb] in CALLED:
            first = verb + 1 + (tree.lower[verb + 1 : verb + 2] == ["the"])
            return body_at(ledger, first)
    return None


CALLED = frozenset({"called", "named", "dubbed"})


def of_owner(tree: Tree, ledger: Ledger, noun: int, entry: Entry) -> str:
    """Return the name of a body with that of which it is part: "the Wilson Center's Rain Project"."""
    first = ledger.names[noun].tokens[0] if noun in ledger.names else noun
    owner = first - 2 if first > 1 and tree.words[first - 1] in POSSESSIVES else None
    whole = ledger.by_token.get(owner) if owner is not None else None
    if whole is None or whole.kind != "organization" or not is_membership(whole):
        return entry.name
    return f"{whole.name}{tree.words[first - 1]} {entry.name}"


def _of_state(tree: Tree, ledger: Ledger, noun: int) -> str:
    """The words for a chamber of a state, which is no other that the article names: "the Ohio state Senate"."""
    first, end = ledger.names[noun].tokens if noun in ledger.names else (noun, noun + 1)
    if first < 1 or tree.lower[first - 1] != "state" or tree.lower[first] not in words("chambers"):
        return ""
    named = (k for k in range(max(first - 3, 0), first - 1) if " ".join(tree.lower[k : first - 1]) in words("places"))
    return plain(tree, next(named, first - 1), end)


def owns_next(tree: Tree, ledger: Ledger, noun: int) -> bool:
    """Whether a body's name tells of which body the next is part."""
    end = ledger.names[noun].tokens[1] if noun in ledger.names else noun + 1
    return tree.words[end : end + 1] != [] and tree.words[end] in POSSESSIVES and body_at(ledger, end + 1) is not None


def is_outpost(tree: Tree, ledger: Ledger, noun: int, entry: Entry, depth: int = 0) -> bool:
    """Whether what a place tells apart is only an office of a body: "the Elm office of Rain Consulting"."""
    return not entry.form and tree.lower[noun] in words("outposts") and _is_named(tree, ledger, noun, depth)


def quoted_title(tree: Tree, mark: int) -> str:
    """Return the title in capitals that quotation marks hold which open at a token, or an empty string."""
    if tree.tags[mark : mark + 1] != ["``"]:
        return ""
    first = mark + 1
    last = next((k for k in range(first, min(first + LONGEST_NAME, len(tree))) if tree.tags[k] == "''"), first)
    while last > first and not tree.words[last - 1][-1].isalnum():
        last -= 1
    capital = last > first and all(tree.words[k][0].isupper() for k in (first, last - 1))
    return tree.said((first, last)).removeprefix("The ") if capital else ""


def body_at(ledger: Ledger, first: int) -> str | None:
    """Return the body whose name begins at a token."""
    near = range(first, first + LONGEST_NAME)
    k = next((k for k in near if k in ledger.names and ledger.names[k].tokens[0] == first), None)
    entry = ledger.by_token.get(k) if k is not None else None
    return entry.name if entry is not None and entry.kind == "organization" and is_membership(entry) else None


def _is_described(tree: Tree, noun: int) -> bool:
    """Whether a common noun is a body: "a law firm", "the Lee super PAC"."""
    common = tree.tags[noun] == "NN" or tree.words[noun] == "PAC"
    owner = tree.child(noun, "poss")
    known = owner is not None and tree.tags[owner] == "PRP$"  # "in his first campaign"
    return is_body(tree.lower[noun]) and common and not known and tree.lower[noun] not in words("adjuncts")


def _is_named(tree: Tree, ledger: Ledger, noun: int, depth: int) -> bool:
    """Whether the words after a noun name the body that it is: "the law firm Lee Ray", "the office of" it."""
    if any(k in ledger.names and ledger.names[k].tokens[0] == noun + 1 for k in range(noun + 1, noun + LONGEST_NAME)):
        return True
    if tree.words[noun + 1 : noun + 2] == [","] and body_at(ledger, noun + 2) is not None:
        return True  # "its owner, the parent company, Wool Bank"
    if tree.lower[noun] not in words("outposts"):
        return False
    held = (k for prep in tree.children(noun, "prep") for k in tree.children(prep, "pobj"))
    return any(True for k in held for _ in body(tree, ledger, k, depth + 1))


def _bare_end(tree: Tree, ledger: Ledger, noun: int) -> int:
    """Where a body's description ends, with an "of" phrase that has no name: "school of information studies"."""
    following = noun + 1
    if following < tree.right[noun] and tree.lower[following] == "of":
        held = tree.child(following, "pobj")
        if held is not None and held - noun <= 3 and not any(i in ledger.by_token for i in range(noun, held + 1)):
            return held + 1
    return following


def plain(tree: Tree, first: int, end: int) -> str:
    """The words of a range as printed, without article and owner, on one line."""
    while first < end - 1 and (tree.tags[first] in ("DT", "PRP$", "POS") or tree.words[first] in ("'s", "’s")):
        first += 1
    return " ".join(tree.said((first, end)).split())
