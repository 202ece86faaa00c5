"""Settles descriptions of people and bodies: "the senator", "the company"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from quotes.firstnames import is_given
from quotes.ledger import Entry, may_be_a_place
from quotes.lexicon import words
from quotes.nouns import is_body, is_title, office_of, roles
from quotes.parties import are_opposed, party_of, state_words
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.bodies import body_meant, sorts, sorts_of
from quotes.speakers.mentions import article_of
from quotes.speakers.state import WITHIN, State, gendered
from quotes.tree import Tree

DEFINITE = frozenset({"the", "that", "this", "these", "those", "both"})

PHRASAL = frozenset({"prep", "pobj", "compound", "nmod", "appos", "conj", "acl"})
"""What may stand between a phrase before the subject and the names in it."""

SURE = 1.5
"""How many times as much in mind as the next a person must be to be meant by a mere description."""

GOES_ON, UNPROVEN, BY_ROLE, OTHERWISE, RARELY = 2.0, 0.4, 0.5, 0.6, 0.3
"""Factors: who spoke last; a name not known to be one; somebody with a title for which the noun may stand; somebody
who is said to be something else; the same where another is said to be just that."""

TOLD, NAMED_SO, VAGUELY, LINGERS = 4.0, 3.0, 1.2, 0.3
"""How much more likely than another a person is whom the article calls so, with the very words, without them, or as
several may be called; the weight below which no such person falls."""

PLAIN = frozenset({"man", "woman", "boy", "girl", "person"})
"""Nouns that a newspaper seldom has for whom it has named."""

KNOWN = 4
"""How many of those whom a noun has described are asked, the latest."""


@rule("speakers")
def known_description(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a definite noun as whoever the article has called so, or something that is one.

    Example: Senator Ann Lee left early. The senator said it had rained.
    """
    tree, one = state.tree, office_of(state.tree.lower[i])
    article, owner = article_of(tree, i, tokens), tree.child(i, "poss")
    owned = tree.tags[i] == "NN" and owner is not None and (owner in state.at or owner in state.ledger.by_token)
    if not owned and (article is None or tree.lower[article] not in DEFINITE):
        return []
    if any(k in state.ledger.by_token for k in tree.children(i, "compound", "poss")) and not is_title(tree.lower[i]):
        return []
    plural, gender = tree.tags[i] == "NNS", gendered().get(one, "") or gender_after(tree, i)
    sentence, described = tree.sentence[i], describing(state, i)
    best, most = None, (False, 0, 0.0)
    vague, others = one in words("contestants"), state.others_of(i)
    for word in (one, *roles().get(one, ())):
        for entry in state.by_noun.get(word, ())[-KNOWN:]:
            if entry in others:
                continue
            many = plural or one in words("gatherings")
            if (entry.kind == "group") != many and (plural or entry.kind not in ("organization", "document")):
                continue
            if (entry.form == () and tree.children(i, "prep")) or _is_another_body(tree, i, entry):
                continue
            if entry.kind in ("group", "document") and _is_another_phrase(entry, described):
                continue
            if plural and entry.kind == "document" and tree.lower[i] not in entry.name.lower():
                continue  # "the ads" are no one ad
            if gender and entry.gender not in ("", gender):
                continue
            told = agreement(entry, word, described)
            told = (max(told, 0) if entry.kind == "unnamed" else told) - owned
            told = min(told, 0) if vague else told
            weight = state.mind.weight(entry, sentence) * (1.0 if word == one else BY_ROLE)
            known = bool(entry.form) or (entry.kind == "unnamed" and (told > 0 or state.goes_on(i, entry)))
            if told >= 0 and (rank := (known, told, weight)) > most:
                best, most = entry, rank
    if best is None or (best.kind == "person" and not plural and _outshone(state, i, one, best, most)):
        return []
    return [best]


def _is_another_body(tree: Tree, i: int, entry: Entry) -> bool:
    """Whether a noun in the name of a body is said of another: "the wool science department" is no State Department."""
    if entry.kind != "organization" or tree.lower[i] not in entry.form:
        return False
    return any(tree.words[k].islower() and tree.lower[k] not in entry.form for k in tree.children(i, "compound"))


def _is_another_phrase(entry: Entry, described: set[str]) -> bool:
    """Whether words say which group or document is meant that its phrase lacks: "the wool leaders", "mill leaders"."""
    called = entry.name.casefold().replace("-", " ").replace("’s", "").replace("'s", "").split()
    return entry.form == () and not described <= {*called, *PASSING, "other"}


PASSING = frozenset({"same", "new", "latest", "recent"})
"""Adjectives that tell no document or group from another."""


def _outshone(state: State, i: int, one: str, best: Entry, rank: tuple[bool, int, float]) -> bool:
    """Whether somebody of whom the article gives no such title is so much in mind that the noun must mean him."""
    _, told, weight = rank
    held = max(weight, LINGERS) * (TOLD if told else VAGUELY if one in words("contestants") else NAMED_SO)

    fits = fitting(state, i, one, from_before=False)
    rival, _ = state.likeliest(i, lambda entry: 0.0 if entry is best else fits(entry))
    return rival is not None and state.mind.weight(rival, state.tree.sentence[i]) * fits(rival) > SURE * held


def describing(state: State, i: int) -> set[str]:
    """The words around a noun that tell which one is meant: "Vermont" senator, secretary of "state".

    A body counts with its full name, a person with what stands for him: "the NWA chief", "his doctor".
    """
    tree = state.tree
    before = [k for k in tree.children(i, "compound", "amod", "nmod", "poss") if k < i]
    after = [k for p in tree.children(i, "prep") for k in tree.children(p, "pobj")]
    said = {tree.lower[k] for k in (*before, *after)} - words("standing")
    for k in (*before, *after):
        if (entry := state.ledger.by_token.get(k) or state.at.get(k)) is not None:
            said.update(entry.form)
    return said


def bodies_before(state: State, i: int) -> set[str]:
    """The words in the name of the body that a noun has before it: the "Rain Board" clerk."""
    held = (state.ledger.by_token.get(k) for k in state.tree.children(i, "compound", "nmod", "poss"))
    bodies = (entry for entry in held if entry is not None and entry.kind == "organization")
    return {
        word
        for entry in bodies
        if not any(entry.name.casefold() in words(known) for known in ("places", "parties", "chambers"))
        for word in entry.form
    }


def agreement(entry: Entry, noun: str, described: set[str]) -> int:
    """How well a description fits what the article has said of somebody's office: 1, 0, or -1 where it does not."""
    said = entry.offices.get(noun) or entry.taken.get(noun)
    if not said:
        return 0
    if are_opposed(described, set().union(*said)):
        return -1
    if any(described & told for told in said):
        return 1
    places = state_words()
    if described & places and places.intersection(set().union(*said)):
        return -1
    said = [told - places for told in said]
    lower = [told for told in said if told & (words("lower_ranks") if not described else told)]
    return 0 if len(lower) < len(said) else -1


@rule("speakers")
def same_insider(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads "the aide" as the source without a name who spoke last.

    Example: A mill official said it had rained. The aide declined to say more.
    """
    entry = state.speaking[0] if len(state.speaking) == 1 else None
    if entry is None or entry.kind != "unnamed" or not entry.nouns & words("insiders"):
        return []
    bare = (
        state.tree.tags[i] == "NN"
        and state.tree.lower[tokens[0] : i] in (["the"], ["that"])
        and not describing(state, i)
    )
    return [entry] if bare and state.tree.lower[i] in words("insiders") and state.goes_on(i, entry) else []


@rule("speakers")
def whoever_is_meant(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a definite noun for a person or body as the one most in mind.

    Example: Ann Lee left early. The 34-year-old lawyer said it had rained.
    """
    tree = state.tree
    article, one = article_of(tree, i, tokens), office_of(tree.lower[i])
    if article is None or tree.lower[article] not in ("the", "this", "that") or tree.tags[i] in ("NNS", "NNPS"):
        return []
    found = None
    if is_title(one) or one in gendered() or is_age(tree, i) or one in words("epithets"):
        found = _person_meant(state, i, one) if i in state.sources else None
    elif (
        is_body(one)
        and one != "post"
        and tree.lower[article] == "the"
        and not tree.children(i, "poss", "prep")
        and not any(k in state.ledger.by_token for k in tree.children(i, "compound", "amod"))
    ):
        found = body_meant(state, i, one)
        told = sorts().get(one) in DESCRIBED and found is not None and sorts()[one] in sorts_of(found)
        if tree.children(i, "compound", "amod") and not told:
            found = None
    return [found] if found is not None else []


DESCRIBED = frozenset({"company", "media"})
"""Sorts of bodies that an article goes on to describe: "the social media company"."""


def is_age(tree: Tree, i: int) -> bool:
    """Whether a token ends "the 34-year-old"."""
    return tree.lower[i] == "old" and tree.lower[max(i - 2, 0) : i] == ["year", "-"]


def _person_meant(state: State, i: int, one: str) -> Entry | None:
    entry, lead = state.likeliest(i, fitting(state, i, one))
    told = describing(state, i)
    plain = one in PLAIN or (one in words("insiders") and not told)  # "the official", whom nobody has named
    if entry is not None and plain and not state.goes_on(i, entry):
        return None
    if any(_is_person(state, k) for k in state.tree.children(i, "compound", "nmod")):
        return None  # "the Lee supporter" is whoever has been called so, or nobody known
    if entry is not None and not told and not _is_in_text(state, i, entry):
        return None  # "the captain" that a story opens with is nobody of its headline
    others = state.others_of(i)
    holders = [holder for holder in state.ledger.described.get(one, ()) if holder not in others]
    bare = one not in words("contestants") and not told
    presides = one in words("counterparts")
    if holders and bare and entry not in holders and (presides or entry is None or not state.goes_on(i, entry)):
        return holders[0] if len(holders) == 1 else None  # "the judge" of an article with one Judge Lee
    return entry if lead >= SURE and not presides else None


def _is_in_text(state: State, i: int, entry: Entry) -> bool:
    """Whether somebody has been named before a token in more than the headline."""
    start = state.tree.starts[i]
    headline = state.tree.headline
    within = state.tree.paragraphs[headline].end if state.tree.paragraphs else 0
    return state.tree.paragraph[i] <= headline or any(within <= first < start for first, _ in entry.mentions)


def is_named_next(tree: Tree, i: int) -> bool:
    """Whether a name may follow a noun that says who is meant: "the nominee, Ann Lee", and not "the nominee - and"."""
    after = tree.words[i + 1 : i + 3]
    return after[:1] == [","] or (len(after) == 2 and after[0] in OPENING and after[1][0].isupper())


OPENING = frozenset({"-", "--", "–", "—", "("})
"""What stands before a name that says who is meant."""


def _is_person(state: State, i: int) -> bool:
    entry = state.ledger.by_token.get(i)
    return entry is not None and entry.kind == "person" and (entry.proofs > 0 or is_given(entry.name))


def fitting(state: State, i: int, one: str, from_before: bool = True) -> Callable[[Entry], float]:
    """Return how well each person fits a description that the article has not given anybody by name."""
    tree, gender = state.tree, gendered().get(one, "") or gender_after(state.tree, i)
    apart = any(not is_aside(tree, k) for k in tree.children(i, "relcl"))  # "the senator who had voted for it"
    told = apart or any(not is_verb(tree, k) for k in tree.children(i, "acl"))
    told = told or any(k == i + 1 and not holds_office(tree, k) for k in tree.children(i, "prep"))
    partners, within = _partners(state, i) | state.others_of(i), state.named_within(i)
    bodies = bodies_before(state, i)
    beside = state.at.get(tree.heads[i]) if tree.deps[i] == "conj" else None
    job = is_title(one) and one not in words("contestants") and one not in words("epithets") and not party_of(one)
    contest = one in words("contestants") or one in words("nominees")
    otherwise = OTHERWISE if from_before or one in words("contestants") else RARELY

    def fits(entry: Entry) -> float:
        goes_on = from_before and state.goes_on(i, entry)
        known = entry.kind == "person" or (
            goes_on and entry.kind == "unnamed" and entry.name != "author" and not gender and not contest
        )
        if not known or entry is beside or entry in partners or apart or (told and not goes_on):
            return 0.0
        if may_be_a_place(entry):
            return 0.0
        if gender and entry.gender not in ("", gender):
            return 0.0
        if bodies and not goes_on and not any(bodies & words for told in entry.offices.values() for words in told):
            return 0.0  # "the Tribune reporter" is no senator
        other_job = bool(entry.offices) and job
        if other_job and told:
            return 0.0  # "the organizer of a rally" is no clerk
        factor = otherwise if entry.offices and not goes_on else 1.0
        factor *= WITHIN if entry in within else 1.0
        return factor * (GOES_ON if goes_on and not other_job else 1.0) * (1.0 if entry.proofs else UNPROVEN)

    return fits


def gender_after(tree: Tree, i: int) -> str:
    """Whether a subject is a man or a woman, by what its own clause calls his or hers: "The nominee left his home"."""
    if tree.deps[i] != "nsubj":
        return ""
    verb = int(tree.heads[i])
    for k in range(i + 1, min(tree.right[verb], i + NEAR)):
        if tree.tags[k] in ("NNP", "NNPS"):
            return ""
        own = tree.lower[k] in HIS and (tree.tags[k] == "PRP$" or tree.lower[k].endswith("self"))
        if own and all(tree.deps[a] in BETWEEN for a in takewhile(lambda a: a != verb, tree.ancestors(k))):
            return HIS[tree.lower[k]]
    return ""


HIS = {"his": "m", "her": "f", "himself": "m", "herself": "f"}
NEAR = 20
"""How many tokens after a subject its clause is read for what is his or hers."""

BETWEEN = frozenset({"dobj", "pobj", "prep", "attr", "conj", "dative", "poss", "xcomp", "advmod", "acomp", "pcomp"})
"""What may stand between a verb and what belongs to its subject."""


def is_aside(tree: Tree, clause: int) -> bool:
    """Whether a clause only adds to what a noun says, after a comma: the senator, "who" left early."""
    first = tree.left[clause]
    return tree.deps[clause] == "relcl" and first > 0 and tree.words[first - 1] == ","


def is_verb(tree: Tree, clause: int) -> bool:
    """Whether the parse hangs on a noun what is the verb of its sentence: "The senator hoped to stay"."""
    return tree.deps[clause] == "acl" and tree.tags[clause] == "VBD"


def holds_office(tree: Tree, prep: int) -> bool:
    """Whether a phrase belongs to a title, and tells nobody apart: secretary "of state", nominee "for president"."""
    field = tree.child(prep, "pobj")
    if field is None:
        return False
    if tree.lower[prep] == "for" and any(tree.tags[k] == "PRP$" for k in tree.children(field, "poss")):
        return True  # "a test of the nominee for her mill"
    if tree.lower[prep] == "for" and tree.lower[field] in CONTESTS:
        return office_of(tree.lower[tree.heads[prep]]) in words("nominees")
    return tree.lower[prep] == "of" and tree.lower[field] in words("portfolios") and tree.child(field, "det") is None


CONTESTS = frozenset({"president", "presidency", "election"})
"""What a nominee is put up for."""


def _partners(state: State, i: int) -> set[Entry]:
    """Return those for whom a subject cannot stand: "In an interview with Ann Lee, the senator said"."""
    tree = state.tree
    found = set()
    for fronted in tree.children(tree.heads[i], "prep") if tree.deps[i] == "nsubj" else ():
        for k in range(fronted + 1, min(tree.right[fronted], i)):
            if (
                k in state.at
                and tree.deps[k] in PHRASAL
                and all(tree.deps[a] in PHRASAL for a in tree.ancestors(k) if fronted < a < i)
            ):
                found.add(state.at[k])
    return found
