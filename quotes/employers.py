"""Reads what somebody heads, or where somebody works, by the verb that says it: "who runs the fund"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quotes.bodies import body, objects
from quotes.deeds import deeds, evidence, may_be, verb_of
from quotes.held import as_what, is_made
from quotes.ledger import Ledger
from quotes.lexicon import table, verb_forms, words
from quotes.offices import Claim, bodies_of, offices
from quotes.rules import rule
from quotes.tree import Tree

SITTING = frozenset({"is", "are", "was", "been", "sits", "sit", "sat"})
"""Verbs of those who are on a board or a committee."""

SEATED = frozenset({"is", "was", "been", "sits", "sat", "serve", "serves", "served", "serving"})
"""Verbs that say on what committee somebody is."""

BODY_ONLY, BODY_LED = "-", "+"
"""What the table has for verbs that name no office: of those who work at a body, of those who run it."""

AT = frozenset({"at", "for"})

SPENDING = frozenset({"spent", "spending"})
"""What is said of time that somebody has had at a body: "spent two years at the mill"."""


@rule("affiliations")
def office_verb(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the clause that says what the person heads, or where the person works.

    Example: Ann Lee, who chairs the history department at Riverton College, agreed.
    """
    yield from clauses(tree, ledger, head, head)
    last = _last_joined(tree, head)
    if last != head and any(tree.tags[k] == "VBP" or tree.lower[k] == "were" for k in tree.children(last, "relcl")):
        yield from clauses(tree, ledger, last, head)  # "Ann Lee and Bob Ray, who are on the board"


def _last_joined(tree: Tree, head: int) -> int:
    for _ in range(LIST):
        following = next((k for k in tree.children(head, "conj") if k > head and tree.tags[k] == "NNP"), None)
        if following is None:
            break
        head = following
    return head


LIST = 6
"""How many joined names are read."""


def clauses(tree: Tree, ledger: Ledger, noun: int, head: int) -> Iterator[Claim]:
    """Read the clauses that hang on a name or on the noun beside it."""
    for verb in tree.children(noun, "relcl", "acl"):
        who = tree.child(verb, "nsubj")
        if tree.children(verb, "neg"):  # "who is no longer its head"
            continue
        if tree.deps[verb] == "relcl" and (who is None or tree.lower[who] != "who"):
            continue
        if tree.tags[verb] != "VBN" or tree.child(verb, "aux") is not None:
            for done in deeds(tree, verb):
                yield from _deed(tree, ledger, done, head)


def _deed(tree: Tree, ledger: Ledger, verb: int, head: int) -> Iterator[Claim]:
    """Read one verb of such a clause: what the person is, where the person sits, or what the person runs."""
    if tree.children(verb, "neg"):
        return
    if attributes := tree.children(verb, "attr"):
        yield from offices(tree, ledger, attributes[-1])
    elif tree.lower[verb] in SITTING:
        for found in dict.fromkeys(found for _, found in _seats(tree, ledger, verb)):
            yield Claim(None, found, False, evidence(tree, head, verb))
    else:
        yield from _verb(tree, ledger, verb, head)
        yield from as_what(tree, ledger, head, verb) if is_made(tree, verb) else ()
        for found in _teams(tree, ledger, verb):
            yield Claim(None, found, _is_past(tree, verb), evidence(tree, head, verb))


def _teams(tree: Tree, ledger: Ledger, verb: int) -> Iterator[str]:
    """The teams for which somebody is said to play: "who pitched for the Riverton Rooks"."""
    plays = verb_forms("playing").get(tree.lower[verb]) is not None
    for prep in tree.children(verb, "prep") if plays else ():
        team = tree.child(prep, "pobj") if tree.lower[prep] == "for" else None
        if team is not None and team in ledger.names:
            yield from body(tree, ledger, team)


def _seats(tree: Tree, ledger: Ledger, verb: int) -> Iterator[tuple[int, str]]:
    """The bodies on which somebody sits, or on whose staff, with the seat itself: "is on staff at the Tribune"."""
    preps = tree.children(verb, "prep")
    for prep in preps:
        seat = tree.child(prep, "pobj") if tree.lower[prep] == "on" else None
        if seat is None:
            continue
        yield from ((seat, found) for found in objects(tree, ledger, prep, 0))
        if tree.lower[seat] in words("staffs"):
            for of in (*tree.children(seat, "prep"), *(p for p in preps if p > seat)):
                yield from ((seat, found) for found in objects(tree, ledger, of, 1))


def _is_seating(tree: Tree, seat: int, body: str) -> bool:
    """Whether what somebody is on is a body's board or staff, and not a "Rain Ship"."""
    told = tree.lower[seat] in words("seats") or tree.lower[seat] in words("staffs")
    return told or not words("seats").isdisjoint(body.lower().split())


def _verb(tree: Tree, ledger: Ledger, verb: int, head: int) -> Iterator[Claim]:
    lemma = verb_forms("offices").get(tree.lower[verb], "")
    title = office_titles().get(lemma)
    if title is None:
        return
    spoken, held = title.strip(BODY_ONLY + BODY_LED) or None, _held(tree, verb)
    past, shown = _is_past(tree, verb), evidence(tree, head, verb)
    if spoken and not held:  # "who was leading at noon"
        return
    if spoken:
        yield Claim(spoken, None, past, shown, spoken)
    if (lemma == "run" and not held) or tree.child(verb, "xcomp", "ccomp") is not None:
        return  # "who ran for the Senate", "who advised the Rain Board to close"
    direct = [b for k in held if title != BODY_ONLY for b in body(tree, ledger, k)]
    direct = [b for b in direct if b.casefold() not in words("metonyms")]
    about = [b for k in held if not spoken for b in bodies_of(tree, ledger, k)]
    for found in dict.fromkeys([*direct, *about, *bodies_of(tree, ledger, verb)]):
        yield Claim(spoken, found, past, shown, spoken or "")


def _held(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb, but for somebody's own race: "ran a brilliant campaign"."""
    return [
        k
        for k in tree.children(verb, "dobj")
        if tree.lower[k] not in words("retinues") or tree.child(k, "poss", "compound") is not None
    ]


@rule("affiliations")
def employed(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads where a sentence says that the person works, or what the person runs.

    Example: Ann Lee has worked at the Riverton Mill Company for years. Bob Ray runs the Rain Fund.
    """
    main = verb_of(tree, head)
    for verb in deeds(tree, main) if main is not None else ():
        if not may_be(tree, verb) and not tree.children(verb, "neg") and tree.quote[verb] < 0:
            for name in dict.fromkeys(_employers(tree, ledger, verb)):
                yield Claim(None, name, _is_past(tree, verb), evidence(tree, head, verb))


def _employers(tree: Tree, ledger: Ledger, verb: int) -> Iterator[str]:
    """The bodies at which the subject of a verb works, on which it sits, or which it runs."""
    lemma, held = verb_forms("offices").get(tree.lower[verb], ""), _held(tree, verb)
    at = [verb, *(k for k in held if tree.lower[k] in ("work", "job"))]  # "started work at the mill"
    if tree.lower[verb] in SPENDING:
        at += [k for k in held if tree.lower[k] in words("tenures")]
    if tree.lower[verb] in SEATED:
        yield from (found for seat, found in _seats(tree, ledger, verb) if _is_seating(tree, seat, found))
    yield from _teams(tree, ledger, verb)
    if (office_titles().get(lemma) == BODY_ONLY and not any(k in ledger.by_token for k in held)) or len(at) > 1:
        near = (p for k in at for p in tree.children(k, "prep") if tree.lower[p] in AT or _is_seat(tree, p))
        yield from (found for p in near for found in objects(tree, ledger, p, 0))
    elif office_titles().get(lemma, BODY_ONLY) != BODY_ONLY and lemma != "lead":
        named = (found for k in held if k in ledger.by_token for found in body(tree, ledger, k))
        yield from (found for found in named if found.casefold() not in words("metonyms"))  # "left the White House"


def _is_seat(tree: Tree, prep: int) -> bool:
    """Whether a phrase names where those in power work: "in the Lee White House", "in the Lee administration"."""
    seat = tree.child(prep, "pobj")
    if tree.lower[prep] != "in" or seat is None:
        return False
    within = " ".join(tree.lower[max(seat - 1, 0) : seat + 1])
    whose = tree.lower[seat] in words("retinues") and tree.words[seat - 1][0].isupper()
    return whose or within in words("metonyms") or tree.lower[seat] in words("chambers")


def _is_past(tree: Tree, verb: int) -> bool:
    return any(tree.lower[k] == "had" for k in tree.children(verb, "aux"))


@cache
def office_titles() -> dict[str, str]:
    """Return for each verb that says an office the title of who has it, or the sign that it names none."""
    return {row["lemma"]: row["title"] for row in table("offices")}
