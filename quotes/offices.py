"""Reads one noun phrase as an office: its title, the bodies it is held at, and whether it is past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.bodies import is_membership, objects, plain
from quotes.ledger import Entry, Ledger, may_be_a_place
from quotes.lexicon import words
from quotes.naming import is_chapter
from quotes.nouns import is_title, office_of, roles, singular
from quotes.parties import party_told
from quotes.spans import Offsets
from quotes.tree import Tree

FORMER = frozenset({"former", "ex", "then", "onetime", "one-time", "late", "past", "formerly", "ex-president"})
OWN = frozenset({"NN", "NNP", "NNPS", "NNS", "POS", "JJ"})
"""Tags of the words that say whose a campaign is, or which ministry."""

NOUNS = frozenset({"NN", "NNS", "NNP"})
SKIPPED = frozenset({"POS", "DT", "PRP$", "WP$", "CD", ",", "HYPH", "CC", "IN"})
FIELDS = frozenset({"NN", "NNS", "JJ", "NNP"})
"""Tags of the words for a field of office."""

RANKS = tuple(
    map(str.split, ("in chief", "in residence", "at large", "- in - chief", "- in - residence", "- at - large"))
)
"""What belongs to a title after its head: editor "in chief"."""

SINCE = frozenset({"now", "later", "also", "currently", "once", "previously", "still", "soon", "then", "late"})
"""What says when an office is held, and is no part of its title."""

FIELD = 6
"""How many words a field of office may have, "of" included."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the article says of somebody.

    Attributes:
        title: the office as written, without article, owner and body.
        body: the fullest name of the body, or None.
        former: whether the article says that it is past.
        evidence: the words that say so, in code points.
        noun: the head of the title as ``nouns.office_of`` has it, or empty.
        owner: the person for whom the office is held ("Lee's spokesman"), or None.
        serves: the sort of body in the title where nothing says whose it is ("campaign manager"), or empty.
    """

    title: str | None
    body: str | None
    former: bool
    evidence: Offsets
    noun: str = ""
    owner: Entry | None = None
    serves: str = ""


def offices(tree: Tree, ledger: Ledger, noun: int) -> Iterator[Claim]:
    """Read a noun phrase, and those joined to it by "and", as offices."""
    joined = [noun, *(k for k in tree.children(noun, "conj") if tree.tags[k] in NOUNS and not _is_other(tree, noun, k))]
    preps = [p for head in joined for p in tree.children(head, "prep") if not tells_work(tree, head, p)]
    shared = [b for p in preps if p > joined[-1] for b in objects(tree, ledger, p, 0)]
    for place, head in enumerate(joined):
        entry = ledger.by_token.get(head)
        if entry is None or entry.kind != "person":
            limit = joined[place + 1] if head != joined[-1] else len(tree)
            own = (b for p in preps if head < p < limit for b in objects(tree, ledger, p, 0))
            after, later = ([b for b in found if not is_sought(tree, b, head)] for found in (own, shared))
            yield from office(tree, ledger, head, _first(tree, head, joined[0]), tree.right[head], after, later)


def _is_other(tree: Tree, noun: int, joined: int) -> bool:
    """Whether a noun joined to the subject is somebody else's office: "The host and the mayor met"."""
    articles = (tree.child(noun, "det"), tree.child(joined, "det"))
    told = all(article is not None and tree.lower[article] == "the" for article in articles)
    return told and tree.deps[noun] in ("nsubj", "nsubjpass")


def _first(tree: Tree, head: int, floor: int) -> int:
    """Where the words before a head noun begin."""
    first = min(tree.left[head], head)
    if head != floor:
        first = max(first, floor + 1)
    while first < head and tree.tags[first] in ("CC", ",", "``", "IN", "_SP", "HYPH"):
        first += 1
    while first >= 2 and tree.words[first - 1] == "-" and tree.starts[first] == tree.ends[first - 1]:
        first -= 2
    return first


def office(
    tree: Tree,
    ledger: Ledger,
    head: int,
    first: int,
    end: int,
    after: Sequence[str] = (),
    shared: Sequence[str] = (),
    field: int = 0,
) -> Iterator[Claim]:
    """Read one title with the bodies before and after its head.

    Args:
        head: the head noun.
        first: where the phrase begins.
        end: where what shows it ends.
        after: bodies after the head.
        shared: bodies after a later title joined by "and", which hold for this one if it has none.
        field: where the title ends if that is known, its field included: "Director of Public Affairs".
    """
    party = tree.lower[head] in words("parties") or tree.lower[head] in words("alumni")
    if (not is_title(tree.lower[head]) and not party) or _is_any_lady(tree, head):
        return
    evidence = tree.span((first, max(end, head + 1)))
    past = [i for i in range(first, head + 1) if tree.lower[i] in FORMER or tree.lower[i].startswith("ex-")]
    former = bool(past)
    before = list(_before(tree, ledger, first, head))
    if singular(tree.lower[head]) in words("followers"):  # "a Republican critic of the board", "Rain Board critics"
        before = [body for body in before if body.casefold().removesuffix(" party") in words("parties")]
        after, shared = (), ()
    bodies = [*before, *after] or shared
    title, noun = None if party else _title(tree, ledger, first, head, field), office_of(tree.lower[head])
    if title is not None and past and tree.lower[past[0]] not in title.lower():  # "a former NWA chairman"
        title = f"{tree.words[past[0]]} {title}"
    serves = tree.lower[head - 1] if head > first and not bodies and tree.lower[head - 1] in words("retinues") else ""
    yield Claim(title, None, former, evidence, "" if party else noun, _owner(tree, ledger, first, head), serves)
    for body in bodies:
        yield Claim(title, body, former, evidence, "" if party else noun)


def _is_any_lady(tree: Tree, head: int) -> bool:
    """Whether a lady is not the first one, which is an office."""
    return tree.lower[head] in ("lady", "ladies") and tree.lower[max(head - 1, 0)] != "first"


def _owner(tree: Tree, ledger: Ledger, first: int, head: int) -> Entry | None:
    """Return the person whose spokesman, aide or strategist is named."""
    if singular(tree.lower[head]) not in words("aides"):
        return None
    near = [
        *range(max(first - 1, 0), head),
        *(k for p in tree.children(head, "prep") if tree.lower[p] != "under" for k in tree.children(p, "pobj")),
    ]
    people = (ledger.by_token[k] for k in near if k in ledger.by_token)
    return next((entry for entry in people if entry.kind == "person"), None)


def _before(tree: Tree, ledger: Ledger, first: int, head: int) -> Iterator[str]:
    """Yield the bodies and parties named before the head of a title."""
    inside = _inside_names(tree, ledger, first, head)
    for i in range(first, head + 1):
        if i in inside:
            continue
        entry = ledger.by_token.get(i)
        if tree.lower[i] in words("parties") and not _ends_chapter(tree, ledger, i):
            if tree.words[i][0].isupper() or (tree.lower[i] == "independent" and _is_elected(tree, i, head)):
                yield party_told(tree.words[i])
        elif entry is not None:
            member = is_membership(entry) or (may_be_a_place(entry) and _speaks_for(tree, head))
            member = _sends(tree, entry, i, head) or (member and not _is_country(tree, ledger, i))
            named = member and (i in ledger.names or i < head) and not _is_pronominal(entry)
            named = named and not is_sought(tree, entry.name, head) and entry.name.lower() not in words("retinues")
            if named and not (entry.kind == "group" and tree.tags[i] == "JJ"):
                yield entry.name
        elif i < head and _has_offices(tree, i, first):
            said = plain(tree, _own_start(tree, i, first), i + 1)
            if " " in said:
                yield said


def _has_offices(tree: Tree, i: int, first: int) -> bool:
    """Whether a common noun is a body before an office held there: "party" chairman, "Riverton police" chief."""
    if tree.lower[i] == "police":  # "police officials" anywhere
        return i > first and tree.words[i - 1][0].isupper() and tree.tags[i - 1] in ("NNP", "NNPS")
    return tree.lower[i] in words("retinues") | words("owning")


def inside(tree: Tree, ledger: Ledger, head: int) -> Iterator[str]:
    """Yield the bodies to which a noun that is no title tells that people belong: "a Lee campaign source"."""
    yield from _before(tree, ledger, min(tree.left[head], head), head)
    yield from bodies_of(tree, ledger, head)


def _is_elected(tree: Tree, i: int, head: int) -> bool:
    """Whether "independent" tells the lack of a party: "the independent senator", "an independent from Ohio"."""
    if i == head:
        return tree.tags[i] == "NN" and tree.lower[i - 1] == "an"
    return office_of(tree.lower[head]) in roles()["politician"]


def _ends_chapter(tree: Tree, ledger: Ledger, i: int) -> bool:
    """Whether a party's word ends the name of a body: "Elm County GOP"."""
    return i in ledger.names and is_chapter(tree, *ledger.names[i].tokens)


def _speaks_for(tree: Tree, head: int) -> bool:
    """Whether a title is that of somebody who speaks for a body, whatever its name shows: "a Crowdwell spokesman"."""
    return tree.lower[head] in words("aides") and tree.lower[head].startswith("spokes")


def _is_country(tree: Tree, ledger: Ledger, i: int) -> bool:
    """Whether a name that may be short for a body's is a country's here: of "U.S. Attorney" it is no Senate."""
    return i in ledger.names and tree.said(ledger.names[i].tokens).casefold() in words("places")


def _sends(tree: Tree, entry: Entry, i: int, head: int) -> bool:
    """Whether a country is that of its envoy: "Mexico's ambassador"."""
    country = entry.kind == "organization" and entry.name.casefold() in words("places")
    return country and tree.lower[head] in words("envoys") and tree.tags[i + 1 : i + 2] == ["POS"]


def is_sought(tree: Tree, body: str, head: int) -> bool:
    """Whether a seat is only sought: "White House hopeful", "Senate candidate", "nominee for U.S. Senate"."""
    seat = body.casefold()
    sought = seat in words("metonyms") or seat.removeprefix("u.s. ") in words("chambers")
    one = singular(tree.lower[head])
    return sought and (one in words("contestants") or one in words("nominees"))


def _is_pledged(tree: Tree, entry: Entry, head: int) -> bool:
    """Whether somebody is named in a title because it is for or against him: "Lee supporter"."""
    return entry.kind == "person" and tree.lower[head] in words("pledged")


def _inside_names(tree: Tree, ledger: Ledger, first: int, head: int) -> set[int]:
    """Return the tokens that a body's name holds: "Democratic" of "Democratic National Committee" tells no party."""
    bodies = (ledger.names[i] for i in range(first, head + 1) if i in ledger.names)
    return {
        i
        for name in bodies
        if name.kind == "organization" and tree.lower[name.tokens[1] - 1] not in words("halls")
        for i in range(*name.tokens)
        if i != name.head
    }


def _is_pronominal(entry: Entry) -> bool:
    """Whether the article names a body by no more than a pronoun: "his campaign"."""
    return entry.name.partition(" ")[0].lower() in ("his", "her", "their", "its")


def _is_rank(word: str) -> bool:
    """Whether a word belongs to the title, not to the body: "deputy campaign manager"."""
    return word in words("title_modifiers")


def _own_start(tree: Tree, i: int, first: int) -> int:
    start = i
    while start > first and _is_own(tree, start - 1) and not _is_rank(tree.lower[start - 1]):
        start -= 1
    while start < i and tree.tags[start] == "JJ" and not tree.words[start].islower():
        start += 1  # "Democratic" tells a party, not whose campaign it is
    glued = start > first and tree.words[start - 1] == "-"  # "far-right", which tells no name
    return start + 1 if glued and start < i else start


def _is_own(tree: Tree, i: int) -> bool:
    """Whether a token may say whose a body is: "Sanders’" too, whose sign the tagger takes for a quotation mark."""
    sign = tree.words[i] in ("'", "’") and tree.lower[max(i - 1, 0)].endswith("s")
    return tree.tags[i] in OWN or sign


def _title(tree: Tree, ledger: Ledger, first: int, head: int, field: int) -> str:
    """The words of a title without article, owner and bodies."""
    start = first
    for i in range(first, head):
        entry = ledger.by_token.get(i)
        if tree.lower[i] in words("parties") and not _ends_chapter(tree, ledger, i):
            start = i + 1 if tree.words[head].endswith(".") else start  # "Indiana GOP Rep."
            continue
        named = entry is not None and (entry.kind == "person" or is_membership(entry))
        if entry is not None:
            named = named and not is_sought(tree, entry.name, head) and not _is_pledged(tree, entry, head)
        told = tree.tags[i - 1] in FIELDS and not is_title(tree.lower[i - 1]) and tree.words[i - 1].islower()
        told = told and not FORMER.intersection(tree.lower[i:head])
        if tree.tags[i] == "CC" and i > first and told:
            continue  # "research and policy director"
        ranked = i > first and _is_rank(tree.lower[i - 1]) and singular(tree.lower[head]) in words("aides")
        if ranked and tree.lower[i] in words("retinues"):
            continue  # "Lee's deputy campaign manager"
        named = named or ">" in tree.words[i]  # what is left of a tag of the page
        if named or _has_offices(tree, i, first) or tree.tags[i] in SKIPPED - {"HYPH"}:
            start = max(start, ledger.names[i].tokens[1] if named and i in ledger.names else i + 1)
    while start < head and (
        tree.tags[start] in SKIPPED
        or not tree.words[start][0].isalnum()
        or tree.lower[start] in words("quantities")
        or tree.lower[start] in SINCE
    ):
        start += 1
    while start >= first + 2 and tree.words[start - 1] == "-" and tree.starts[start] == tree.ends[start - 1]:
        start -= 2
    return plain(tree, start, max(field, _field_end(tree, head + 1)))


def _field_end(tree: Tree, end: int) -> int:
    """Where a title ends that tells its field without a name: "director of economic policy"."""
    if (rank := next((rank for rank in RANKS if tree.lower[end : end + len(rank)] == rank), None)) is not None:
        return end + len(rank)
    if (
        tree.lower[end : end + 2] == ["to", "the"]
        and tree.tags[end + 2 : end + 3] == ["NN"]
        and is_title(tree.lower[end + 2])
    ):
        return end + 3  # "assistant to the president"
    if tree.lower[end - 1] in words("envoys") and tree.lower[end : end + 1] == ["to"]:
        return _place_end(tree, end + 1) or end
    if end + 1 >= len(tree) or tree.lower[end] not in ("of", "for"):
        return end
    if tree.lower[end] == "for" and tree.lower[end - 1].startswith("spokes"):
        return end
    if tree.lower[end] == "of" and tree.lower[end + 1] in words("portfolios"):
        return end + 2
    return _plain_end(tree, end)


def _plain_end(tree: Tree, link: int) -> int:
    """Where a field in lower-case words ends, or the place of the "of" or "for" before it if there is none."""
    last = link + 1
    while last < min(link + FIELD, len(tree)) and tree.words[last].islower():
        word = last + (tree.tags[last] == "CC" and last > link + 1)
        if tree.tags[word : word + 1] not in (["JJ"], ["NN"], ["NNS"]) or (word > last and is_title(tree.lower[word])):
            break
        last = word + 1
    goes_on = tree.words[last : last + 1] == ["-"]  # "critic of ex-President Lee"
    goes_on = goes_on or tree.tags[last : last + 1] in (["NNP"], ["NNPS"], ["POS"])  # "aide for committee Democrats"
    told = last > link + 1 and tree.tags[last - 1] in ("NN", "NNS") and tree.lower[last - 1] not in words("tenures")
    return link if goes_on or not told else last


def _place_end(tree: Tree, first: int) -> int:
    """Where the name of a place ends that begins at a token, after "the" if need be, or 0."""
    first += tree.lower[first : first + 1] == ["the"]
    ends = range(min(first + FIELD, len(tree)), first, -1)
    return next((end for end in ends if " ".join(tree.lower[first:end]) in words("places")), 0)


def bodies_of(tree: Tree, ledger: Ledger, noun: int) -> list[str]:
    """Return the bodies in the phrases after a noun: "director of the institute at the center"."""
    preps = (p for p in tree.children(noun, "prep") if not tells_work(tree, noun, p))
    return [b for prep in preps for b in objects(tree, ledger, prep, 0)]


def tells_work(tree: Tree, noun: int, prep: int) -> bool:
    """Whether the phrase after a title names what its holder made: "author of", and not "writer at"."""
    return singular(tree.lower[noun]) in words("authors") and tree.lower[prep] not in ("at", "for", "with")
