"""Reads the bodies that somebody has a seat in, is named to or calls his: "her Senate seat", "named to the court"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.bodies import body_at, is_membership, objects, quoted_title
from quotes.deeds import evidence, may_be
from quotes.ledger import Ledger
from quotes.lexicon import verb_forms, words
from quotes.nouns import is_body, is_title
from quotes.offices import Claim
from quotes.parties import party_of
from quotes.rules import rule
from quotes.tree import Tree

PATIENTS = frozenset({"dobj", "oprd", "nsubjpass"})
CALLED = (["is", "called"], ["is", "named"], ["called"])
NEAR = 5
"""How many tokens after "whose" or "his" a noun is looked for."""


@rule("affiliations")
def appointed(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body to which somebody has been named or elected.

    Example: The governor named Ann Lee to the Rain Commission. Bob Ray was elected to the Senate.
    """
    verb = int(tree.heads[head])
    if tree.deps[head] not in PATIENTS or tree.lower[verb] not in words("seating_verbs") or not _is_done(tree, verb):
        return
    for prep in (p for p in tree.children(verb, "prep") if tree.lower[p] == "to"):
        for found in objects(tree, ledger, prep, 0):
            if is_seated(found):
                yield Claim(None, found, False, evidence(tree, head, verb))


@rule("affiliations")
def put_in_charge(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body that somebody has been picked to run.

    Example: The governor tapped Ann Lee to run the Rain Commission. Bob Ray was picked to lead the Wool Fund.
    """
    verb = int(tree.heads[head])
    if tree.deps[head] not in PATIENTS or tree.lower[verb] not in words("picking") or not _is_done(tree, verb):
        return
    charges = (k for k in tree.children(verb, "xcomp") if verb_forms("leading").get(tree.lower[k]) is not None)
    for held in (held for k in charges for held in tree.children(k, "dobj")):
        entry = ledger.by_token.get(held)
        if entry is not None and entry.kind == "organization" and is_membership(entry):
            yield Claim(None, entry.name, False, evidence(tree, head, verb))


def _is_done(tree: Tree, verb: int) -> bool:
    """Whether the article itself tells that something was done: "was named", and not "may name" or "has not named"."""
    told = tree.quote[verb] < 0 and tree.tags[verb] != "VB"
    return told and not tree.children(verb, "neg") and not may_be(tree, verb)


def is_seated(body: str) -> bool:
    """Whether a body is one that people are named to: a "Senate", a "Rain Commission"."""
    told = body.casefold().split()
    return not words("seats").isdisjoint(told) or told[-1] in words("chambers") or told[-1] in words("parliaments")


@rule("affiliations")
def seat_held(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the chamber in which somebody has a seat, a term or colleagues.

    Example: Ann Lee kept her Senate seat. Bob Ray wrote to his House colleagues.
    """
    had = int(tree.heads[head])
    if tree.deps[head] != "poss" or tree.lower[had] not in words("sittings"):
        return
    if tree.deps[had] == "pobj" and tree.lower[tree.heads[had]] == "for":  # "Ray challenged her for her Senate seat"
        return
    for k in tree.children(had, "compound", "nmod"):
        if k > head and (tree.lower[k] in words("chambers") or tree.lower[k] in words("parliaments")):
            yield Claim(None, _chamber(tree, ledger, k), False, tree.span((head, had + 1)))


def _chamber(tree: Tree, ledger: Ledger, i: int) -> str:
    """The fullest name of a chamber, but for that of a state that has one of its own."""
    entry = ledger.by_token.get(i)
    name = entry.name if entry is not None else ""
    return name if name.partition(" ")[0] in ("U.S.", "United", "US") else tree.words[i]


@rule("affiliations")
def fellow(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the party, and the chamber, of those who are somebody's fellows.

    Example: Ann Lee was booed by her fellow Republicans. Bob Ray urged fellow House Democrats to leave.
    """
    governor = int(tree.heads[head])
    verbs = [governor] if tree.deps[head] == "nsubj" else []
    verbs += [k for k in tree.children(head, "relcl") if "who" in (tree.lower[i] for i in tree.children(k, "nsubj"))]
    held = [k for verb in verbs if tree.quote[verb] < 0 for k in tree.children(verb, "dobj")]
    held += [governor] if tree.deps[head] == "poss" else []
    for people in held:
        first = min(tree.left[people], people)
        party = party_of(tree.lower[people])
        if party and "fellow" in tree.lower[first:people]:
            for k in range(first, people):
                if tree.lower[k] in words("chambers"):
                    yield Claim(None, tree.words[k], False, tree.span((first, people + 1)))
            yield Claim(None, party, False, tree.span((first, people + 1)))


@rule("affiliations")
def put_up(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the party whose nomination somebody has won.

    Example: Ann Lee accepted the Republican nomination in May.
    """
    verb = int(tree.heads[head])
    if tree.deps[head] != "nsubj" or tree.lower[verb] not in words("winning") or not _is_done(tree, verb):
        return
    for prize in tree.children(verb, "dobj"):
        party = next((k for k in range(tree.left[prize], prize) if tree.lower[k] in words("parties")), None)
        if tree.lower[prize] in ("nomination", "nod") and party is not None:
            yield Claim(None, tree.words[party], False, evidence(tree, head, verb))


@rule("affiliations")
def own_programme(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the programme, the site or the channel that is said to be somebody's.

    Example: Ann Lee said so on her podcast "Rain Talk." Bob Ray has left his Rain News show.
    """
    had = _programme_of(tree, head)
    if had is None:
        return
    for k in range(head + 1, had):
        entry = ledger.by_token.get(k)
        if entry is not None and is_membership(entry):
            yield Claim(None, entry.name, False, tree.span((head, had + 1)))
    after = had + 1 + (tree.words[had + 1 : had + 2] == [","])
    if title := quoted_title(tree, after):
        yield Claim(None, title, False, tree.span((head, after + 1)))
    elif (named := _after_article(tree, ledger, after)) is not None:
        yield Claim(None, named, False, tree.span((head, after + 1)))


def _programme_of(tree: Tree, owner: int) -> int | None:
    """The noun for what somebody presents, a few words after the name or the pronoun that tells whose it is."""
    first = owner + 1 + (tree.tags[owner] != "PRP$")
    if tree.tags[owner] != "PRP$" and tree.tags[owner + 1 : first] != ["POS"]:
        return None
    for k in range(first, min(first + NEAR, len(tree))):
        if tree.lower[k] in words("programmes"):
            return k
        if tree.tags[k] not in DESCRIBING:
            break
    return None


DESCRIBING = frozenset({"JJ", "JJS", "NN", "NNP", "NNPS", "HYPH", "CD", "VBN"})


def _after_article(tree: Tree, ledger: Ledger, first: int) -> str | None:
    return body_at(ledger, first + (tree.lower[first : first + 1] == ["the"]))


@rule("affiliations")
def whose_body(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the name of the body that a clause after a person's name says is the person's.

    Example: Ann Lee, whose group, the Rain Fund, opposes the mill, agreed.
    """
    whose = ledger.names[head].tokens[1] + 1
    if tree.lower[whose : whose + 1] != ["whose"]:
        return
    for k in range(whose + 1, min(whose + NEAR, len(tree) - 2)):
        if is_body(tree.lower[k]) and tree.tags[k] == "NN" and not is_title(tree.lower[k]):
            after = next((k + 1 + len(way) for way in CALLED if tree.lower[k + 1 : k + 1 + len(way)] == way), k + 1)
            named = _after_article(tree, ledger, after + (tree.words[after] == ","))
            if named is not None:
                yield Claim(None, named, False, tree.span((head, after + 1)))
            return
