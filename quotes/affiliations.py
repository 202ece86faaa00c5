"""What the article says of a speaker's office and body, wherever it says it.

Each rule reads one place around a name (before it, beside it, after it) and yields claims; a
claim is a title, a body, or both, with the words that say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from quotes.apposition import at_work, named_with, words_after, words_before_name
from quotes.belonging import PATIENTS, appointed, fellow, own_programme, put_in_charge, put_up, seat_held, whose_body
from quotes.bodies import is_membership, objects, quoted_title
from quotes.deeds import SUBJECTS
from quotes.employers import clauses, employed, office_verb
from quotes.held import as_office, copula, tenure, while_at, with_as
from quotes.kinds import POSSESSIVES
from quotes.leading import hired, led_by, own_body
from quotes.ledger import Ledger, may_be_a_place
from quotes.lexicon import words
from quotes.lists import is_for_all, listed, listed_before, party_folk, single
from quotes.nouns import is_human, is_several, is_title, office_of, singular
from quotes.offices import NOUNS, Claim, inside, office, offices
from quotes.parties import party_told, states
from quotes.rules import rule
from quotes.runs import LONGEST_NAME
from quotes.spans import Role, Tokens
from quotes.tree import Tree

Reader = Callable[[Tree, Ledger, int], Iterator[Claim]]


def claims(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Yield what is said around one mention by name, given by the token that is its head."""
    for reader in _readers(tree.deps[head]):
        yield from reader(tree, ledger, head)


@cache
def _readers(role: str) -> tuple[Reader, ...]:
    """Return the rules that may read something of a name in a role."""
    return tuple(reader for reader in READERS if role in ROLES.get(reader, (role,)))


def of_pronoun(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Yield what the clause of a "he", "she", "his" or "her" says of whom it stands for."""
    for reader in CLAUSES:
        yield from reader(tree, ledger, head)


def settle(found: Sequence[Claim]) -> tuple[tuple[str, ...], tuple[Role, ...]]:
    """Return somebody's titles and roles, each once, in the order of the article; a brother or a rival has none."""
    titles: dict[str, str] = {}
    roles: dict[str, Role] = {}
    for claim in found:
        if claim.title and claim.noun not in words("kin") and claim.noun not in words("relations"):
            titles.setdefault(claim.title.casefold(), claim.title)
        if claim.body:
            known = roles.get(claim.body.casefold())
            if known is None or (known.title is None and claim.title):
                roles[claim.body.casefold()] = Role(claim.body, claim.title, claim.former, claim.evidence)
    return tuple(titles.values()), tuple(roles.values())


def nouns_of(found: Sequence[Claim]) -> set[str]:
    """Return the heads of somebody's titles: what "the senator" may stand for."""
    return {claim.noun for claim in found if claim.noun}


@rule("affiliations")
def title_before(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the office printed before a name.

    Example: French President Emmanuel Macron agreed.
    """
    name = ledger.names[head]
    title = name.title if name.title is not None else _shared_title(tree, ledger, head)
    if title is None:
        return
    first, end = title
    if first > 1 and tree.words[first - 1] in POSSESSIVES:
        owner = ledger.by_token.get(first - 2)
        if owner is not None and is_membership(owner):
            yield Claim(None, owner.name, False, tree.span((first - 2, end)))
    body = ledger.by_token.get(first - 1)
    if body is not None and first - 1 in ledger.names and body.kind == "organization" and is_membership(body):
        yield Claim(None, body.name, False, tree.span((first - 1, end)))  # "NWA executive Director Ann Lee"
    head = next(
        (k for k in range(end - 1, first - 1, -1) if is_title(tree.lower[k]) and _opens_field(tree, k, end)), end - 1
    )
    for claim in office(tree, ledger, head, first, name.tokens[1], field=end):
        several = tree.tags[head] in ("NNS", "NNPS") or is_several(tree.lower[head])
        yield replace(claim, title=single(claim.title)) if several else claim
    ranked = first - 1 - (first > 1 and tree.lower[first - 1] in words("rank_numbers"))
    force = ledger.by_token.get(ranked) if ranked != first - 1 and ranked in ledger.names else None
    if force is not None and is_membership(force):
        yield Claim(None, force.name, False, tree.span((ledger.names[ranked].tokens[0], end)))  # "Army 1st Lt."
    before = first - 2 if first > 1 and tree.lower[first - 1] == "and" else first - 1
    if before >= 0 and is_title(tree.lower[before]) and tree.tags[before] in ("NN", "NNP"):
        yield from offices(tree, ledger, before)


def _shared_title(tree: Tree, ledger: Ledger, head: int) -> Tokens | None:
    """The plural before the first of several names: "Senators" Ann Lee, Bob Ray and Tim Ortiz."""
    joined = tree.deps[head] in ("conj", "appos")
    leaders = [tree.heads[head]] if joined and tree.heads[head] in ledger.names else []
    if joined or tree.lower[ledger.names[head].tokens[0] - 1] == "and":
        leaders += listed_before(tree, ledger, head)
    return next((ledger.names[k].title for k in leaders if is_for_all(tree, ledger, k)), None)


@rule("affiliations")
def programme(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the programme in quotation marks before the title of whoever presents it.

    Example: "Rain Show" host Ann Lee agreed.
    """
    title = ledger.names[head].title
    if title is None or title[0] < 2 or tree.tags[title[0] - 1] != "''":
        return
    end = title[0] - 1
    mark = next((k for k in range(end - 1, max(end - LONGEST_NAME, 0) - 1, -1) if tree.tags[k] == "``"), end)
    spoken = tree.words[end - 1] == "," and tree.lower[mark - 1] != "on"  # 'on "Rain Talk," host Ann Lee'
    name = quoted_title(tree, mark) if mark < end and not spoken else ""
    if name and is_title(tree.lower[title[1] - 1]):
        yield Claim(None, name, False, tree.span((mark + 1, title[1])))


def _opens_field(tree: Tree, head: int, end: int) -> bool:
    """Whether a title ends at its head or with a field after it: "Secretary of State"."""
    return head == end - 1 or tree.lower[head + 1] == "of"


@rule("affiliations")
def appositive(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the noun set beside a name.

    Example: Ann Lee, director of the South Asia Institute at the Wilson Center, agreed.
    """
    for noun in tree.children(head, "appos"):
        if tree.left[noun] in ledger.speaking:  # "In a talk with Ann Lee, the mayor said"
            continue
        if _is_anothers(tree, ledger, head, noun):
            continue
        if tree.tags[noun] in ("NN", "NNP"):
            yield from offices(tree, ledger, noun)
            yield from clauses(tree, ledger, noun, head)
            yield from _party_before(tree, noun)
        for one in (noun, *tree.children(noun, "conj")):
            if (people := _of_whom(tree, one)) != one and tree.tags[people] == "NNS":
                yield from (replace(c, title=single(c.title)) for c in offices(tree, ledger, people))


def _party_before(tree: Tree, noun: int) -> Iterator[Claim]:
    """Read the party before a noun for a person that is no title: "a former Democratic rule maker"."""
    one = singular(tree.lower[noun])
    opposes = one in words("followers") or one in words("relations") or one in words("kin")
    if is_human(one) and not is_title(one) and not opposes:
        first = next((k + 1 for k in range(noun - 1, noun - NEAR, -1) if k < 0 or tree.tags[k] in PARTING), noun - NEAR)
        for k in range(max(tree.left[noun], first), noun):
            if tree.lower[k] in words("parties") and tree.words[k][0].isupper():
                yield Claim(None, party_told(tree.words[k]), False, tree.span((tree.left[noun], noun + 1)))


PARTING = frozenset({"POS", "HYPH", ",", "IN"})
"""What parts a noun from a party before it that is somebody else's: "a Democratic candidate's wife"."""


def _is_anothers(tree: Tree, ledger: Ledger, head: int, noun: int) -> bool:
    """Whether another person is named right before a noun: in "a note to Lee, Ray, head of the mill," Ray is head."""
    start = ledger.names[head].tokens[1]
    k = next((k for k in range(start + 1, min(start + NEAR, noun)) if k in ledger.by_token), None)
    if k is None or k not in ledger.names or tree.words[start] != ",":
        return False
    end = ledger.names[k].tokens[1]
    return ledger.by_token[k].kind == "person" and end < noun and tree.words[end] == ","


NEAR = 4
"""How many tokens after a name's comma another name is looked for, and before a noun its party."""


@rule("affiliations")
def apposed_to(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the noun that a name is set beside.

    Example: The group's director, Ann Lee, agreed.
    """
    first = tree.heads[head] if tree.deps[head] == "conj" else head
    noun = _nearest(tree, _of_whom(tree, tree.heads[first]), first)
    if first != head and tree.tags[noun] == "NN":
        return  # "the mayor, Ann Lee, and Bob Ray"
    if tree.deps[first] == "appos" and tree.tags[noun] in ("NN", "NNS") and noun not in ledger.names:
        owner = tree.child(noun, "poss")
        if owner is not None:
            yield from _owned(tree, ledger, owner, noun)
        for claim in offices(tree, ledger, noun):
            alone = noun == tree.heads[first] and tree.tags[noun] == "NN"
            yield claim if alone else replace(claim, title=single(claim.title))


def _nearest(tree: Tree, noun: int, name: int) -> int:
    """Step to the last of two people before a name: in "the mayor and the clerk, Ann Lee," she is no mayor."""
    joined = [k for k in tree.children(noun, "conj") if noun < k < name]
    two = bool(joined) and tree.child(joined[-1], "det") is not None and tree.child(noun, "det") is not None
    return joined[-1] if two else noun


def _of_whom(tree: Tree, noun: int) -> int:
    """Step to the noun that the name explains: "one of the group's directors", "the candidate for governor"."""
    seeker = int(tree.heads[tree.heads[noun]])
    if tree.deps[noun] == "pobj" and tree.child(noun, "det") is None and is_title(tree.lower[seeker]):
        return seeker
    of = tree.child(noun, "prep") if tree.lower[noun] == "one" else None
    people = tree.child(of, "pobj") if of is not None and tree.lower[of] == "of" else None
    return noun if people is None else people


def _owned(tree: Tree, ledger: Ledger, owner: int, noun: int) -> Iterator[Claim]:
    entry = ledger.by_token.get(owner)
    if entry is not None and is_membership(entry) and is_title(tree.lower[noun]):
        yield Claim(None, entry.name, False, tree.span((tree.left[owner], noun + 1)))


@rule("affiliations")
def party_tag(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the letter of a party after a name.

    Example: Rep. Ann Lee (D-Mass.) agreed.
    """
    i = ledger.names[head].tokens[1]
    if i + 1 < len(tree) and tree.words[i] in ("(", ","):
        tag, _, place = tree.words[i + 1].partition("-")
        closed = i + 2 < len(tree) and tree.words[i + 2] in ("-", "–", ")", ",")
        if tag in ("D", "R", "I") and (place or closed):
            yield Claim(None, tag, False, tree.span((head, i + 2)))


def state_of(tree: Tree, ledger: Ledger, head: int) -> set[str]:
    """Return the last word of the state whose somebody is: Florida of "Ann Lee (R-Fla.)", "Senator Lee of Florida"."""
    i = ledger.names[head].tokens[1]
    if i + 1 < len(tree) and tree.words[i] in ("(", ","):
        party, _, place = tree.lower[i + 1].partition("-")
        if party not in ("d", "r", "i"):
            return set()
        shown = place or "".join(tree.lower[i + 2 : i + 4]).lstrip("-–")
    elif tree.lower[i : i + 1] == ["of"]:
        after = next((k for k in range(i + 1, min(i + 4, len(tree))) if k in ledger.names), None)
        if after is None:
            return set()
        shown = tree.lower[ledger.names[after].tokens[1] - 1]
    else:
        return set()
    state = states().get(shown.rstrip(".)"))
    return {state} if state else set()


@rule("affiliations")
def body_after(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body joined to a name by "of", "at", "from" or "with".

    Example: According to Ann Lee of the Wilson Center, it rained.
    """
    partner = named_with(tree, ledger, head) if ledger.names[head].title is None else None
    for prep in (*tree.children(head, "prep"), *(tree.children(partner, "prep") if partner is not None else ())):
        met = tree.deps[head] == "dobj" and tree.lower[prep] != "of"
        after = prep - ledger.names[head if partner is None else partner].tokens[1]
        beside = after == 0 or (after == 2 and tree.lower[prep - 1] in ("formerly", "now", "late"))
        if beside and tree.lower[prep] in ("of", "at", "from", "with") and not met:
            for found in objects(tree, ledger, prep, 0) if not _is_home(tree, ledger, prep) else ():
                yield Claim(None, found, False, tree.span((head, tree.right[prep])))


def _is_home(tree: Tree, ledger: Ledger, prep: int) -> bool:
    """Whether "of" tells where somebody lives: "of Elm County", "of Riverton, Ohio"."""
    place = tree.child(prep, "pobj")
    if place is None or place not in ledger.names:
        return False
    end = ledger.names[place].tokens[1]
    state = next((k for k in range(end + 1, min(end + 4, len(tree))) if k in ledger.by_token), None)
    if tree.lower[end - 1] == "county" or state is None or tree.words[end] != ",":
        return tree.lower[end - 1] == "county"
    return ledger.by_token[state].name.casefold() in words("places")


@rule("affiliations")
def owner_before(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body whose possessive stands before a name.

    Example: The Tribune's Ann Lee agreed.
    """
    first, end = ledger.names[head].tokens
    if first >= 2 and tree.words[first - 1] in POSSESSIVES:
        owner = ledger.by_token.get(first - 2)
        if owner is None and tree.lower[first - 2] == "magazine":
            owner = ledger.by_token.get(first - 3)  # "Time magazine's Ann Lee"
        full = end - first > 1 and ledger.by_token[head].kind == "person"
        unproven = owner is not None and may_be_a_place(owner) and owner.name.casefold() not in words("places")
        if owner is not None and (is_membership(owner) or (full and unproven)):
            yield Claim(None, owner.name, False, tree.span((first - 2, end)))


@rule("affiliations")
def description(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the office in a description that stands for a speaker, named or not.

    Example: Ann Lee left early. The former head of the Wilson Center said it had rained.
    """
    if head not in ledger.names:
        crowd = tree.tags[head] == "NNS" and singular(tree.lower[head]) in words("followers")
        held = list(offices(tree, ledger, head)) if tree.tags[head] in NOUNS else []
        for claim in held if len(held) > 1 or not _is_calling(tree, head, held) else ():
            if tree.tags[head] == "NNS" and claim.noun not in ("", office_of(tree.lower[head])):
                continue  # of "bakers and clerks" the bakers are no clerks
            if not crowd:
                yield claim
            elif claim.body and claim.body.lower() in words("parties"):  # "Republican supporters" hold no office
                yield replace(claim, title=None, noun="")
        yield from party_folk(tree, ledger, head)
        one = singular(tree.lower[head])
        if not is_title(one) and (one in words("insiders") or one in words("staffs")):  # "a Lee campaign source"
            for found in inside(tree, ledger, head):
                yield Claim(None, found, False, tree.span((tree.left[head], tree.right[head])))


def _is_calling(tree: Tree, head: int, held: Sequence[Claim]) -> bool:
    """Whether people are called by one word that is no office of theirs: "analysts", and not "Lee's analysts"."""
    called = tree.tags[head] == "NNS" and singular(tree.lower[head]) in words("callings")
    return called and all(claim.owner is None and claim.title == tree.words[head] for claim in held)


CLAUSES = (
    copula,
    as_office,
    tenure,
    while_at,
    fellow,
    employed,
    appointed,
    put_in_charge,
    put_up,
    seat_held,
    own_programme,
    led_by,
    hired,
    own_body,
)
"""The rules for clauses, whose subject or owner may be a pronoun for a name."""

READERS = (
    title_before,
    programme,
    appositive,
    apposed_to,
    party_tag,
    *CLAUSES,
    with_as,
    office_verb,
    whose_body,
    body_after,
    owner_before,
    words_after,
    at_work,
    words_before_name,
    listed,
    party_folk,
)
"""The rules for the places around a name, in the order in which they are asked."""

OWNER = frozenset({"poss"})
ROLES: dict[Reader, frozenset[str]] = {
    **dict.fromkeys((copula, as_office, employed), SUBJECTS | {"appos"}),
    **dict.fromkeys((tenure, seat_held, own_body), OWNER),
    **dict.fromkeys((put_up, while_at), SUBJECTS | OWNER),
    **dict.fromkeys((appointed, put_in_charge), PATIENTS),
    apposed_to: frozenset({"appos", "conj"}),
    led_by: frozenset({"pobj", "nsubj"}),
}
"""The roles in which some rules read a name: in others they need not be asked."""
