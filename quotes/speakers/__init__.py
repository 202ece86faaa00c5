"""From source mentions to speakers: one ledger entry for each, across the whole article.

The article is read from left to right with its names in hand. Names, pronouns and
descriptions are settled as they come, by what is in mind at that point; what nothing settles
stays open, for a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes import affiliations, names
from quotes.gather import gather, kin_of
from quotes.ledger import Entry, Ledger
from quotes.lexicon import words
from quotes.naming import nouns_of_body
from quotes.nouns import is_body, is_human, is_title, office_of
from quotes.offices import Claim, bodies_of
from quotes.rules import rule
from quotes.spans import Link, Offsets, Person
from quotes.speakers.anonymity import description
from quotes.speakers.asked import named_together
from quotes.speakers.definite import whoever_is_meant
from quotes.speakers.descriptions import noun
from quotes.speakers.doubts import doubtful, evidence, sureness
from quotes.speakers.families import family
from quotes.speakers.mentions import shares_words
from quotes.speakers.places import role_of
from quotes.speakers.pronouns import pronoun, unsettled
from quotes.speakers.served import bodies_served
from quotes.speakers.state import RIVALS, State, gendered
from quotes.speakers.unspoken import described
from quotes.tree import Tree

__all__ = ["Cast", "resolve"]

SUBJECTS, OBJECTS = frozenset({"nsubj", "nsubjpass"}), frozenset({"dobj", "pobj", "dative", "poss"})


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks.

    Attributes:
        people: the ledger, in order of first appearance, with titles, roles and mentions.
        speakers: for each link, indices into ``people``: the speaker, then co-speakers; empty when open.
        why: for each link, the names of the rules that settled it.
        rivals: for each link that stays open, the names of those whom its source may mean.
        sure: for each link whose speaker is settled, the probability that it is the right one.
    """

    people: tuple[Person, ...]
    speakers: tuple[tuple[int, ...], ...]
    why: tuple[tuple[str, ...], ...]
    rivals: tuple[tuple[str, ...], ...]
    sure: tuple[float | None, ...]


def resolve(tree: Tree, links: Sequence[Link]) -> Cast:
    """Say for each link, in text order, who its source is."""
    state, beside = understood(tree, links)
    read = [_undoubted(state, link) for link in links]
    settled = [(entries, why) for entries, why, _, _ in read]
    people = _people(state, settled, _all_claims(state, beside, {e for entries, _ in settled for e in entries}))
    number = {entry: n for n, entry in enumerate(people)}
    return Cast(
        tuple(people.values()),
        tuple(tuple(number[e] for e in entries) for entries, _ in settled),
        tuple(why for _, why in settled),
        tuple(
            () if entries else _rivals(state, link, doubted)
            for link, (entries, _, _, doubted) in zip(links, read, strict=True)
        ),
        tuple(sure for _, _, sure, _ in read),
    )


def _undoubted(state: State, link: Link) -> tuple[list[Entry], tuple[str, ...], float | None, list[Entry]]:
    """Return those for whom a source stands, the rules that say so, how sure the first is, and who is too doubtful."""
    heads = _heads(state, link)
    sure = {h: sureness(state, link, h) for h in heads}
    kept = [h for h in heads if not doubtful(state, link, h, sure[h])]
    why = _why(state, link, heads) + ((doubtful.__name__,) if kept != heads else ())
    doubted = _entries(state, [h for h in heads if h not in kept])
    return _entries(state, kept), why, sure[kept[0]] if kept else None, doubted


def weighed(tree: Tree, links: Sequence[Link]) -> list[tuple[str, dict[str, float]] | None]:
    """Return for each link whom its source stands for, doubts aside, with what is weighed: what tables learn from."""
    state, _ = understood(tree, links)
    heads = [_heads(state, link) for link in links]
    return [
        (state.at[held[0]].name, evidence(state, link, held[0])) if held else None
        for link, held in zip(links, heads, strict=True)
    ]


def understood(tree: Tree, links: Sequence[Link]) -> tuple[State, dict[int, list[Claim]]]:
    """Read an article, and return what is then known, and what is said beside each name, by the name's head.

    It is read twice: the first time without its crowds, bodies and things, for what its own pronouns
    say of who is a he and who a she.
    """
    ledger = gather(tree, names.find(tree))
    ledger.speaking = frozenset(link.source[0] for link in links if link.source is not None)
    beside = _describe(tree, ledger)
    state = State(tree, ledger, links)
    named = [len(entry.mentions) for entry in ledger.entries]
    tokens = _mentions(state)
    for asked in ([i for i in tokens if _tells_of_people(state, i)], tokens):
        state.start_over()
        for entry, count in zip(ledger.entries, named, strict=True):
            del entry.mentions[count:]
        _read(state, asked)
    return state, beside


def _rivals(state: State, link: Link, doubted: Sequence[Entry]) -> tuple[str, ...]:
    heads = state.heads[link.source] if link.source is not None else ()
    others = (entry for h in heads for entry in state.rivals.get(h, ()))
    return tuple(dict.fromkeys(entry.name for entry in (*doubted, *others)))[:RIVALS]


def _describe(tree: Tree, ledger: Ledger) -> dict[int, list[Claim]]:
    """Give each person the nouns that the article puts beside the name, and what they tell of gender.

    Returns what is said beside each name, by the name's head.
    """
    beside: dict[int, list[Claim]] = {}
    said: dict[Entry, list[Claim]] = {}
    states: dict[Entry, set[str]] = {}
    relatives: dict[str, dict[Entry, None]] = {}
    for last, entry in ledger.by_token.items():
        if entry.kind == "person":
            beside[last] = list(affiliations.claims(tree, ledger, last))
            said.setdefault(entry, []).extend(beside[last])
            states.setdefault(entry, set()).update(affiliations.state_of(tree, ledger, last))
            if kin := kin_of(tree, ledger.names[last]):
                relatives.setdefault(kin, {})[entry] = None
        elif entry.kind == "organization":
            entry.nouns |= nouns_of_body(tree, *ledger.names[last].tokens)
    for kin, entries in relatives.items():
        ledger.described.setdefault(kin, []).extend(entries)
    for entry, found in said.items():
        entry.nouns |= affiliations.nouns_of(found)
        for claim in found:
            if claim.noun:
                entry.offices.setdefault(claim.noun, []).append(_words_of(claim) | states[entry])
        entry.proofs += len(found)
        for word in entry.nouns:
            ledger.described.setdefault(word, []).append(entry)
            if gender := gendered().get(word):
                entry.told[gender] += 3
    return beside


def _words_of(claim: Claim) -> set[str]:
    """The words of a title and its body, but for the title's head and what any title may have."""
    said = f"{claim.title or ''} {claim.body or ''}".lower().replace("’s ", " ").replace("'s ", " ").split()
    told = {word for word in said if office_of(word) != claim.noun and word not in words("standing")} - {"of"}
    return told.union(claim.owner.form if claim.owner is not None else ())


def _all_claims(state: State, beside: dict[int, list[Claim]], speaking: set[Entry]) -> dict[Entry, list[Claim]]:
    """Collect what the article says of each speaker, now that descriptions are settled too."""
    tree, ledger = state.tree, state.ledger
    known = ((i, e) for i, e in state.at.items() if (e.form or e.nouns & words("retinues")) and not _is_wild(state, i))
    bodies = {i: e for i, e in known if e.kind == "organization" and tree.tags[i] in ("NN", "NNP")}
    owners = {i: e for i, e in state.at.items() if tree.tags[i] == "PRP$" and e.kind == "person"}
    wider = replace(ledger, by_token={**bodies, **owners, **ledger.by_token})
    learnt = {tree.sentence[i] for i in (*bodies, *owners) if i not in ledger.by_token}
    said: dict[Entry, list[Claim]] = {}
    for i, entry in sorted(state.at.items()):
        if entry.kind == "person" and tree.tags[i] in ("NNS", "NNPS") and i not in ledger.names:
            continue
        if entry in speaking and i in beside and tree.sentence[i] not in learnt:
            said.setdefault(entry, []).extend(beside[i])  # nothing in its sentence has been settled since
        elif entry in speaking and entry.kind in ("person", "unnamed", "group"):
            reader = affiliations.claims if i in ledger.names else affiliations.description
            said.setdefault(entry, []).extend(reader(tree, wider, i))
            if tree.tags[i] in ("PRP", "PRP$") and entry.kind == "person" and tree.quote[i] < 0:
                said[entry].extend(affiliations.of_pronoun(tree, wider, i))
        elif entry in speaking and entry.kind == "organization" and i not in ledger.names:
            held = [one for one in bodies_of(tree, ledger, i) if one != entry.name]
            said.setdefault(entry, []).extend(Claim(None, one, False, entry.mentions[0]) for one in held)
    for found in said.values():
        found.extend(bodies_served(state, found))
    return said


def _is_wild(state: State, i: int) -> bool:
    """Whether a noun has only been guessed to mean a body, and may mean things that are none, as a "party" may."""
    return state.why[i] == whoever_is_meant.__name__ and state.tree.lower[i] in words("parties") | WILD


WILD = frozenset({"city", "county", "newspaper", "paper", "party", "state", "town"})


def _read(state: State, tokens: Sequence[int]) -> None:
    """Settle every mention of the article, in order."""
    tree, by_token, sources, pairs = state.tree, state.ledger.by_token, state.sources, words("pairs")
    for i in tokens:
        tag = tree.tags[i]
        if i in by_token and not _is_some_of(state, i):
            name(state, i)
        elif tag in PRONOUNS:
            pronoun(state, i)
        elif i in sources and i not in state.ledger.open:
            noun(state, i, sources[i])
        elif tree.lower[i] in pairs and _acts(tree, i) and (pair := named_together(state, i)) is not None:
            state.mind.touch(pair, tree.sentence[i], role_of(tree, i))
        elif tag in COMMON and _may_be_meant(tree, i):
            noun(state, i, (tree.left[i], tree.right[i]))
        elif tag == "NN" and is_title(tree.lower[i]):
            described(state, i)
        if i in sources and i not in state.at:
            unsettled(state, i)


PRONOUNS, COMMON = frozenset({"PRP", "PRP$"}), frozenset({"NN", "NNS", "NNPS"})


def _mentions(state: State) -> list[int]:
    """Return the tokens that may be mentions, which both readings go through."""
    tree, known, pairs = state.tree, state.ledger.by_token.keys() | state.sources.keys(), words("pairs")
    return [
        i
        for i, tag in enumerate(tree.tags)
        if tag in PRONOUNS
        or i in known
        or tree.lower[i] in pairs
        or (tag in COMMON and ((tag == "NN" and is_title(tree.lower[i])) or _may_be_meant(tree, i)))
    ]


def _tells_of_people(state: State, i: int) -> bool:
    """Whether a mention is a name, a pronoun, a source, or a noun that "he" or "she" may stand for."""
    tag, word = state.tree.tags[i], state.tree.lower[i]
    if tag not in COMMON or i in state.ledger.by_token or i in state.sources:
        return True
    return tag == "NN" and (is_title(word) or is_human(word) or word in gendered())


def _is_some_of(state: State, i: int) -> bool:
    """Whether only some of a people speak: "most Millennials" is a group of its own."""
    tree = state.tree
    group = i in state.sources and state.ledger.by_token[i].kind == "group"
    return group and any(tree.lower[k] in words("quantities") for k in tree.children(i, "amod", "det"))


@rule("speakers")
def name(state: State, i: int) -> None:
    """Reads a name, full or short, as its entry in the ledger.

    Example: Michael Kugelman spoke first. Kugelman said it had rained.
    """
    entry = state.ledger.by_token[i]
    if entry.kind == "group" and state.tree.deps[i] in ("amod", "compound", "nmod"):  # "Chinese imports"
        return
    if entry.kind != "group" or not family(state, i):
        state.settle(i, [entry], name.__name__)


def _acts(tree: Tree, i: int) -> bool:
    """Whether a pair named before does something, so that "they" may mean them: "the two" left."""
    return tree.deps[i] in SUBJECTS and not tree.children(i, "prep", "relcl")


def _may_be_meant(tree: Tree, i: int) -> bool:
    """Whether a noun that does not speak is one that "they" or "the group" may stand for."""
    word, plural, subject = tree.lower[i], tree.tags[i] != "NN", tree.deps[i] in SUBJECTS
    if word in words("retinues") or (is_body(word) and tree.child(i, "det") is not None):
        return True
    if not subject and tree.deps[i] not in OBJECTS:
        return False
    people = word in words("groups") or (plural and (is_title(word) or word in words("folk")))
    article = tree.child(i, "det")
    first = article if article is not None else tree.child(i, "nummod")
    new = first is not None and tree.lower[first] in ("a", "an", "another", "one")
    if new and tree.tags[i] == "NN" and word in words("documents") and tree.deps[i] in ("nsubj", "nsubjpass", "dobj"):
        return True
    human = is_title(word) or word in gendered()
    human = human or (first is not None and tree.lower[first] == "one" and f"{word}s" in words("groups"))
    somebody = new and tree.quote[i] < 0 and human
    if not subject:
        return somebody or (people and (plural or word in words("groups")))
    return people or is_body(word) or somebody


def _heads(state: State, link: Link) -> list[int]:
    """The heads of a source whose speakers are settled."""
    if link.source is None:
        return []
    return [h for h in state.heads[link.source] if h in state.at and not shares_words(state.tree, h)]


def _entries(state: State, heads: Sequence[int]) -> list[Entry]:
    """Those for whom some heads of a source stand."""
    return list(dict.fromkeys(e for h in heads for e in (state.at[h], *state.more.get(h, ()))))


def _why(state: State, link: Link, heads: Sequence[int]) -> tuple[str, ...]:
    """The names of the rules that settled a source, or left it open."""
    if link.source is None:
        return ()
    return tuple(dict.fromkeys(state.why[h] for h in heads)) if heads else (unsettled.__name__,)


def _reason(tree: Tree, mentions: Sequence[Offsets], refused: dict[int, Offsets | None]) -> Offsets | None:
    """Return why a source is not named, from the first sentence that mentions it and says so."""
    for start, _ in mentions:
        sentence = tree.sentence[tree.token_at(start)]
        if reason := refused.get(sentence):
            return reason
    return None


def _people(
    state: State, settled: list[tuple[list[Entry], tuple[str, ...]]], said: dict[Entry, list[Claim]]
) -> dict[Entry, Person]:
    """Return those who speak, in order of first appearance, with all that is known of them."""
    unique = dict.fromkeys(entry for entries, _ in settled for entry in entries)
    tree, people = state.tree, {}
    for entry in sorted(unique, key=lambda e: min(e.mentions, default=(0, 0))):
        called = " ".join(entry.form[-1:])  # "Cook declined" makes nobody a cook
        claims = [c for c in said.get(entry, []) if c.title is None or c.title.lower() != called]
        titles, roles = affiliations.settle(claims)
        mentions = tuple(sorted(set(entry.mentions)))
        unnamed = entry.kind in ("unnamed", "group") and not entry.form and entry.name != "author"
        says = (description(tree, mentions), _reason(tree, mentions, state.refusals)) if unnamed else (None, None)
        people[entry] = Person(entry.name, entry.kind, titles, roles, mentions, *says)
    return people
