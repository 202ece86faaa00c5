"""Reads what a clause says that somebody is or was: "is the mayor", "as chair", "her time at the Rain Board"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotes.bodies import body, is_membership, objects
from quotes.deeds import deeds, may_be, verb_of
from quotes.ledger import Ledger
from quotes.lexicon import words
from quotes.nouns import is_title
from quotes.offices import Claim, offices
from quotes.rules import rule
from quotes.tree import Tree

BEING = frozenset({"is", "was", "'s", "’s", "became", "become", "remains", "been"})
SERVED = frozenset("serve serves served serving worked works acted acts emerged continues continued stayed".split())
"""Verbs after which "as" tells somebody's office, wherever it stands."""
MEANWHILE = frozenset({"while", "when"})
NEAR = 4
"""How many tokens after "while a" the office is looked for."""


@rule("affiliations")
def copula(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads what a sentence says that the person is.

    Example: Ann Lee is the mayor of Riverton.
    """
    main = verb_of(tree, head)
    for verb in deeds(tree, main) if main is not None else ():
        if tree.lower[verb] not in BEING or tree.children(verb, "neg") or tree.quote[verb] != tree.quote[head]:
            continue
        noun = next(reversed(tree.children(verb, "attr")), None)  # the last of "co", "-" and "founder"
        if noun is not None and not may_be(tree, verb) and not _is_rated(tree, noun):
            yield from offices(tree, ledger, noun)
            yield from _of_which(tree, ledger, verb, noun)


def _of_which(tree: Tree, ledger: Ledger, verb: int, noun: int) -> Iterator[Claim]:
    """Read the body on which the clause hangs: "the Rain Board, of which she is a member"."""
    which = (k for k in (tree.left[verb], tree.left[verb] + 1) if tree.lower[k] == "which")
    if tree.deps[verb] == "relcl" and is_title(tree.lower[noun]) and next(which, None) is not None:
        named = tree.heads[verb] in ledger.names
        for found in body(tree, ledger, tree.heads[verb]) if named else ():
            yield Claim(None, found, False, tree.span((tree.heads[verb], tree.right[verb])))


@rule("affiliations")
def as_office(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the office in which the sentence says that the person acts, or once acted.

    Example: As chair of the Riverton Council, Ann Lee closed the mill. Ann Lee served as treasurer of the mill.
    """
    main = verb_of(tree, head)
    for verb in deeds(tree, main) if main is not None else ():
        if not may_be(tree, verb) and (verb == main or is_made(tree, verb)):
            yield from as_what(tree, ledger, head, verb)


def as_what(tree: Tree, ledger: Ledger, head: int, verb: int) -> Iterator[Claim]:
    """Read the office after "as" in one clause of somebody's."""
    made = is_made(tree, verb)
    for prep in _phrases(tree, verb):
        noun = tree.child(prep, "pobj") if tree.lower[prep] == "as" else None
        if noun is None or tree.tags[noun] not in ("NN", "NNP") or tree.quote[noun] != tree.quote[head]:
            continue
        over = tree.lower[verb] in words("leaving")
        if _is_rated(tree, noun) or (over and tree.lower[prep + 1] in ("a", "an")):
            continue
        bare = _is_bare(tree, noun) or tree.lower[noun] in words("parties")  # "is running as a Democrat"
        if made or prep < head or (bare and _names_nobody(tree, ledger, verb)):
            yield from (replace(claim, former=claim.former or over) for claim in offices(tree, ledger, noun))


@rule("affiliations")
def with_as(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the office that "with" and "as" give to the person between them.

    Example: With Ann Lee as the Republican nominee, the mill will close.
    """
    name = ledger.names.get(head)
    if name is None or tree.lower[max(name.tokens[0] - 1, 0)] != "with" or tree.quote[head] >= 0:
        return
    link = name.tokens[1]
    noun = tree.child(link, "pobj") if link < len(tree) and tree.lower[link] == "as" else None
    if noun is not None and tree.tags[noun] in ("NN", "NNP") and not _is_rated(tree, noun):
        yield from offices(tree, ledger, noun)


@rule("affiliations")
def tenure(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the office or body in what somebody is said to have had there.

    Example: Ann Lee spoke of her time at the Rain Board. Bob Ray blamed Lee's record as treasurer.
    """
    had = int(tree.heads[head])
    if tree.deps[head] != "poss" or tree.lower[had] in words("seeking") or _is_sought(tree, had):
        return
    if "POS" in tree.tags[head + 2 : had]:  # "her husband's record"
        return
    kept = tree.deps[had] == "dobj" and tree.lower[had] in words("tenures")  # "cemented her status as nominee"
    for prep in (*tree.children(had, "prep"), *(tree.children(tree.heads[had], "prep") if kept else ())):
        noun = tree.child(prep, "pobj")
        if noun is None or prep < had:
            continue
        if tree.lower[prep] == "as" and tree.tags[noun] in ("NN", "NNP"):
            yield from offices(tree, ledger, noun)
        elif tree.lower[had] in words("tenures") and tree.heads[prep] == had and _is_at(tree, prep, noun):
            for found in objects(tree, ledger, prep, 0):
                yield Claim(None, found, True, tree.span((head, tree.right[prep])))


@rule("affiliations")
def while_at(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body at which, or the office in which, somebody is said to have done something.

    Example: Ann Lee kept her own server while at the Rain Board. Bob Ray wrote it while a clerk at Elm College.
    """
    if tree.deps[head] not in ("nsubj", "poss"):
        return
    end = tree.sentences[tree.sentence[head]][1]
    link = next((k for k in range(head + 1, end - 1) if _is_meanwhile(tree, k)), None)
    if link is None or any(_is_person(ledger, k) for k in range(head + 1, link)):
        return
    if tree.lower[link + 1] == "at":
        for found in objects(tree, ledger, link + 1, 0):
            yield Claim(None, found, True, tree.span((link, tree.right[link + 1])))
        return
    near = range(link + 2, min(link + 2 + NEAR, end))
    noun = next((k for k in near if is_title(tree.lower[k]) and tree.tags[k] == "NN"), None)
    if noun is not None and all(tree.tags[k] in ("JJ", "NN") for k in range(link + 2, noun)):
        yield from (replace(claim, former=True) for claim in offices(tree, ledger, noun))


def _is_meanwhile(tree: Tree, i: int) -> bool:
    at = tree.lower[i] in MEANWHILE and tree.lower[i + 1] == "at"
    return at or (tree.lower[i] == "while" and tree.lower[i + 1] in ("a", "an"))


def is_made(tree: Tree, verb: int) -> bool:
    """Whether "as" after a verb tells what its subject is or was: "served as", "was named as", "was fired as"."""
    word = tree.lower[verb]
    named = word in words("naming_verbs") and tree.tags[verb] == "VBN"
    return named or word in SERVED or (word in words("leaving") and not tree.children(verb, "dobj"))


def _phrases(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the prepositions of a clause, and those of its object: "used a server as secretary"."""
    yield from tree.children(verb, "prep")
    for held in tree.children(verb, "dobj"):
        yield from tree.children(held, "prep") if tree.child(held, "poss") is None else ()


def _is_person(ledger: Ledger, i: int) -> bool:
    return i in ledger.by_token and ledger.by_token[i].kind == "person"


def _is_at(tree: Tree, prep: int, noun: int) -> bool:
    """Whether a phrase tells where somebody serves: "at the Rain Board", "in the Senate"."""
    return tree.lower[prep] in ("at", "with") or (tree.lower[prep] == "in" and tree.lower[noun] in words("chambers"))


def _is_bare(tree: Tree, noun: int) -> bool:
    return is_title(tree.lower[noun]) and tree.child(noun, "det", "poss") is None


def _names_nobody(tree: Tree, ledger: Ledger, verb: int) -> bool:
    """Whether a clause has no person for its object, whose office it might be: "backed Lee as mayor"."""
    held = tree.children(verb, "dobj", "dative")
    return tree.lower[verb] not in words("naming_verbs") and not any(
        tree.tags[k] in ("PRP", "WP") or _is_somebody(ledger, k) or tree.deps[k] == "dative" or is_title(tree.lower[k])
        for k in held
    )


def _is_somebody(ledger: Ledger, i: int) -> bool:
    """Whether a token names what may have an office, and no body: "joined the Rain Board as its clerk"."""
    entry = ledger.by_token.get(i)
    return entry is not None and not (entry.kind == "organization" and is_membership(entry))


def _is_sought(tree: Tree, had: int) -> bool:
    """Whether what somebody has is still to come: "her potential status", "what would be his first speech"."""
    if any(tree.lower[k] in ("potential", "possible", "future") for k in tree.children(had, "amod")):
        return True
    verb = next((k for k in tree.ancestors(had) if tree.tags[k][:2] == "VB"), None)
    return verb is not None and may_be(tree, verb)


def _is_rated(tree: Tree, noun: int) -> bool:
    """Whether a noun rates somebody, or denies: "the best candidate", "the only judge", "no politician"."""
    return any(
        tree.tags[k] in ("JJS", "JJR", "RBS", "RBR", "``", "''") or tree.lower[k] in ("only", "no", "lone", "sole")
        for k in range(max(min(tree.left[noun], noun) - 1, 0), noun)
    )
