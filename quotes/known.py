"""Whom a name can stand for: people by surname, bodies by their words and initials."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from quotes.firstnames import hint, is_common_given, is_given
from quotes.generations import has_suffix
from quotes.ledger import Entry, Form
from quotes.lexicon import table, words
from quotes.namesakes import is_told_of, objects_named, relatives
from quotes.naming import OF
from quotes.nicknames import are_one
from quotes.nouns import is_body, singular
from quotes.spans import Name
from quotes.tree import Tree

CAPITALISED = re.compile("[A-Z][a-z]+")
"""The parts of a name that is written as one word: GrondTrib."""

OFTEN = 3
"""How often a form of address must have gone to one person for it to go on doing so beside a namesake's full name."""

CROWD = 8
"""Namesakes that are compared with each other: what keeps the time linear."""


class Known:
    """Entries by their full form and by its ends, its start and its initials."""

    def __init__(self) -> None:
        self.people: dict[Form, Entry] = {}
        self.bodies: dict[Form, Entry] = {}
        self.alone: dict[Form, Entry] = {}
        self.persons: set[Form] = set()  # forms that a title or "Mr." stands before somewhere
        self.by_end: dict[Form, list[Entry]] = defaultdict(list)
        self.by_start: dict[str, list[Entry]] = defaultdict(list)
        self.by_middle: dict[str, list[Entry]] = defaultdict(list)  # by what may be the first of two surnames
        self.by_initials: dict[str, Entry] = {}
        self.by_letters: dict[str, list[Entry]] = defaultdict(list)  # by the letters of the surname, sorted
        self.by_opening: dict[str, list[Entry]] = defaultdict(list)  # by the first letters of the surname
        self.by_letter: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.near: dict[str, tuple[int, Entry]] = {}  # surname → paragraph and person last named in full
        self.acted: set[Entry] = set()  # people of whom a clause has told by their full name
        self.behind: set[Entry] = set()  # those known as another's relatives before they acted: "a son of Bob Lee"
        self.hosts: dict[str, str] = {}  # surname → the person in the name of a body: "The Ann Lee Show"
        self.named_in: dict[Entry, int] = {}  # the paragraph in which each was last named in full
        self.met: set[Entry] = set()  # people named in full so far
        self.order: dict[Entry, int] = {}  # the same, by who was named first
        self.plain: Counter[Entry] = Counter()  # how often a bare surname could only mean a person
        self.kin: set[Entry] = set()  # people introduced as somebody's relatives
        self.offices: dict[Entry, set[str]] = defaultdict(set)  # the titles printed before full names
        self.sentences: dict[Form, set[int]] = defaultdict(set)  # those that have each form

    def read(self, tree: Tree, names: Sequence[Name], forms: Sequence[Form], said: Sequence[str]) -> None:
        """Make an entry for each name, as it is said, that no other is longer than, the longest first."""
        kinds: dict[Form, Counter[str]] = defaultdict(Counter)
        told: Counter[Form] = Counter()
        printed: dict[Form, str] = {}
        held: dict[Form, set[str]] = defaultdict(set)
        for name, form, words_said in zip(names, forms, said, strict=True):
            kinds[form][name.kind] += 1
            held[form].update(_office(tree, name))
            told[form] += tree.quote[name.head] < 0
            self.sentences[form].add(tree.sentence[name.head])
            printed.setdefault(form, words_said)
        courteous = {form for name, form in zip(names, forms, strict=True) if name.courtesy}
        self.persons.update(form for form, tally in kinds.items() if tally["person"])
        for form in sorted(kinds, key=lambda f: (-len(f), -sum(map(len, f)))):
            kind = _likeliest(kinds[form], form)
            if kind == "organization" and form[-1:] in courteous and is_given(printed[form]):
                kind = "person"  # Roy Bank, of whom the text goes on to speak as Mr. Bank
            firm = self._firm(form) if not kinds[form]["person"] and not is_given(printed[form]) else None
            if firm is not None:
                self.bodies[form] = firm
            elif kind == "person" and 1 < len(form) < 6:
                self._add_person(form, printed[form], (sum(kinds[form].values()), told[form]))
                self.offices[self.people[form]] |= held[form]
            elif kind in ("organization", "group", "place") and form:
                self._add_body(form, " ".join(printed[form].split()), kind, sum(kinds[form].values()))
        for name, form in zip(names, forms, strict=True):
            if form in self.bodies and len(form) > 1 and (letters := _letters_after(tree, name)):
                self.by_initials[letters] = self.bodies[(letters,)] = self.bodies[form]
        for name, form in zip(names, forms, strict=True):
            if name.gender and len(form) == 1 and self._is_none_of(form, name.gender):
                self.alone.setdefault(form, Entry(tree.said(name.tokens), "person", form))

    def _is_none_of(self, form: Form, gender: str) -> bool:
        """Whether those of a surname whom the text names in full are all women, and a Mr. another, or the other way."""
        people = [e for e in self.by_end.get(form, ())[:CROWD] if e.kind == "person"]
        return bool(people) and all(hint(e.name) not in ("", gender) for e in people)

    def _add_person(self, form: Form, printed: str, count: tuple[int, int]) -> None:
        longer = self.by_end.get(form) or [
            e for e in self.by_letter.get((form[-1], form[0][:1]), ())[:CROWD] if _same_person(e.form, form)
        ]
        longer = longer or [e for e in self.by_end.get(form[-1:], ())[:CROWD] if self._is_by_nickname(e, form)]
        if longer:
            self.people[form] = longer[0]
            if len(form) == len(longer[0].form) and count > longer[0].full and are_one(form[0], longer[0].form[0]):
                longer[0].name = " ".join(printed.split())  # of two names as full, the one that the article uses
            longer[0].full = (longer[0].full[0] + count[0], longer[0].full[1] + count[1])
            return
        self.people[form] = entry = Entry(" ".join(printed.split()), "person", form, full=count)
        self.by_letter[form[-1], form[0][:1]].append(entry)
        self.by_letters[_letters(form[-1])].append(entry)
        self.by_opening[form[-1][:SAME]].append(entry)
        self._index(entry)
        for word in form[1:-1]:
            if len(word) >= SURNAME and word not in words("particles") and not is_common_given(word):
                self.by_middle[word].append(entry)

    def _is_by_nickname(self, entry: Entry, form: Form) -> bool:
        """Whether a name has a nickname for a person's first name: Bill Lee of William J. Lee, and not of his son."""
        one = entry.kind == "person" and len(form) == 2 and are_one(entry.form[0], form[0])
        return one and self.sentences[entry.form].isdisjoint(self.sentences[form])

    def _add_body(self, form: Form, printed: str, kind: str, count: int) -> None:
        place = " ".join(form) in words("places")  # Puerto Rico is no Golf Club Puerto Rico
        known = self.by_end.get(form, ())[:CROWD] if (len(form) > 1 and not place) or is_body(form[0]) else ()
        shorter_of = [e for e in known if e.kind == kind and not _is_metonym(e)]
        if not shorter_of and _is_whole(form):
            known = self.by_start.get(form[0], ())[:CROWD]
            shorter_of = [e for e in known if e.kind == kind and e.form[: len(form)] == form]
        if " ".join(form) in words("outlets"):
            short = len(form) == 1  # the New York Times is no International New York Times
            shorter_of = [e for e in shorter_of if short and (e.form[-1] in words("outlets") or len(e.form) == 2)]
        if not shorter_of and len(form) > 1 and is_body(form[-1]):
            known = self.by_start.get(form[0], ())[:CROWD]
            shorter_of = [e for e in known if e.kind == kind and e.form[-1] == form[-1] and _leaves_out(e.form, form)]
        if not shorter_of and len(form) == 1 and _may_be_short(form[0]):
            known = self.by_start.get(form[0], ())[:CROWD]
            shorter_of = [e for e in known if e.kind == kind and len(e.form) < 5 and _ends_firm(e.form[-1])]
        if not shorter_of and len(form) == 1:
            known = self.by_start.get(form[0], ())[:CROWD]
            shorter_of = [e for e in known if e.kind == kind and e.form[1:] == ("department",)]  # "State"
            if not shorter_of and is_body(form[0]):
                known = self.by_start.get("us", ())[:CROWD]
                shorter_of = [e for e in known if e.kind == kind and e.form[1:2] == form and e.form[2:3] == ("of",)]
        if not shorter_of and len(form) == 1 and form[0] in words("chambers"):
            known = self.by_start.get(form[0], ())[:CROWD]
            shorter_of = [e for e in known if e.kind == kind and e.form[1:2] == ("of",)]  # the House of Representatives
        if len(form) == 1 and (owner := self._short_for(form[0]) or self._by_starts(printed)):
            self.bodies[form] = owner
        elif len(shorter_of) == 1 and kind != "place":
            self.bodies[form] = shorter_of[0]
        else:
            for given, surname in pairwise(printed.split()):
                if is_given(f"{given} {surname}") and not is_body(surname.lower()):
                    self.hosts.setdefault(surname.lower(), f"{given} {surname}")
            entry = Entry(printed, kind, form, nouns=_sorts(kind, form), full=(count, count))
            self.bodies[form] = entry
            for initials in _initials(form):
                if initials not in self.by_initials or self.by_initials[initials].full[0] < count:
                    self.by_initials[initials] = entry
            self._index(entry)

    def _short_for(self, word: str) -> Entry | None:
        """Return the body for which one word is short: RVB of Riverton Valley Board, Fed of Federal Reserve."""
        if owner := self.by_initials.get(word):
            return owner
        return self.bodies.get(_in_full().get(word, ()))

    def _by_starts(self, printed: str) -> Entry | None:
        """Return the body of whose words one is made of the starts: GrondTrib of Gronda Tribune."""
        starts = [part.lower() for part in CAPITALISED.findall(printed)]
        entry = self.by_initials.get("".join(part[0] for part in starts)) if len(starts) > 1 else None
        if entry is None or len(entry.form) != len(starts) or "".join(starts) != printed.lower():
            return None
        return entry if all(map(str.startswith, entry.form, starts)) else None

    def _firm(self, form: Form) -> Entry | None:
        """Return the one firm that has a word more than a form: Grand Mill Publishing of "Grand Mill"."""
        place = len(form) < 2 or " ".join(form) in words("places")
        known = () if place else self.by_start.get(form[0], ())[:CROWD]
        ends = words("firms") | {"pac"}  # "Ann Ali Center" has a person's name
        firms = [e for e in known if e.kind == "organization" and e.form[:-1] == form and e.form[-1] in ends]
        return firms[0] if len(firms) == 1 else None

    def _index(self, entry: Entry) -> None:
        for cut in range(1, len(entry.form)):
            if entry.form[cut - 1] not in OF:  # "Riverton" is no short form of "Council of Riverton"
                self.by_end[entry.form[cut:]].append(entry)
        if entry.form[1:2] not in (("and",), ("&",), (",",)):  # Bob is no Bob and Ann Lee Foundation
            self.by_start[entry.form[0]].append(entry)

    def entry(self, tree: Tree, name: Name, form: Form) -> Entry | None:
        """Return whom a mention stands for at its place, or None where two may be meant."""
        if form in self.people and (name.kind != "organization" or form not in self.bodies):
            entry = self.people[form]
            self.met.add(entry)
            self.order.setdefault(entry, len(self.order))
            if len(form) > 1 and name.tokens[1] - name.tokens[0] == 1:
                return entry  # whom the text calls "Bobby" is not whom it calls "Mr. Ray"
            self.named_in[entry] = tree.paragraph[name.head]
            if tree.deps[name.head] in ("nsubj", "nsubjpass", "pobj"):
                self.near[form[-1]] = (tree.paragraph[name.head], entry)
            if is_told_of(tree, name.head):
                kin = {self.people[of] for of in relatives(tree, name, form) if of in self.people}
                self.acted.add(entry)
                self.behind |= kin - self.acted
            return entry
        people = self.people_called(name, form)
        first = name.tokens[0]
        said_the = first > 0 and tree.lower[first - 1] == "the"
        if form in self.bodies and (not people or (name.kind == "organization" and said_the)):
            return self.bodies[form]
        if form in self.alone and people and (not name.gender or self._is_none_of(form, name.gender)):
            return self.alone[form]
        if people:
            return self._namesake(tree, name, form, people)
        if body := self._body(form):
            return body
        modifies = tree.deps[name.head] in ("amod", "compound", "nmod") and form not in self.alone
        if modifies and name.kind == "unknown" and form not in self.persons:
            return None
        if form not in self.alone:
            kind = {"unknown": "person"}.get(name.kind, name.kind)
            named = self.hosts.get(form[0]) if kind == "person" and len(form) == 1 else None
            full = tuple(named.lower().split()) if named else form
            self.alone[form] = Entry(named or tree.said(name.tokens), kind, full, {w for w in form if is_body(w)})
        return self.alone[form]

    def people_called(self, name: Name, form: Form) -> list[Entry]:
        """Return the people for whom a form may stand, by the end or the start of their names."""
        if name.kind == "organization" and len(form) > 1:
            return []
        people = [e for e in self.by_end.get(form, ())[:CROWD] if e.kind == "person"]
        if not people and len(form) == 1:
            people = [e for e in self.by_start.get(form[0], ())[:CROWD] if e.kind == "person"]
        if not people and len(form) == 1 and form not in self.bodies:
            people = self.by_middle.get(form[0], [])[:CROWD]  # "Ms. Vega" of Ana Vega Ortiz
        if not people and len(form) == 1 and len(form[0]) >= SWAPPED and form not in self.bodies:
            people = [e for e in self.by_letters.get(_letters(form[0]), ())[:CROWD] if e.form[-1] != form[0]]
            if not people and name.title is None and not name.courtesy:
                alike = self.by_opening.get(form[0][:SAME], ())[:CROWD]
                people = [e for e in alike if _is_slip(e.form[-1], form[0])]
        return people

    def _body(self, form: Form) -> Entry | None:
        if len(form) == 1 and (owner := self._short_for(form[0])):
            return owner
        body = len(form) > 1 or (is_body(form[0]) and form[0] not in words("portfolios"))
        known = self.by_end.get(form, ())[:CROWD] if body else ()  # the State of a secretary is no Islamic State
        bodies = [e for e in known if e.kind == "organization" and not _is_metonym(e)]
        country = form[0] in words("places")  # the U.S. is not the U.S. Senate
        whole = _is_whole(form) and " ".join(form) not in words("outlets")
        if not bodies and ((len(form) == 1 and not country) or whole):
            known = self.by_start.get(form[0], ())[:CROWD]
            bodies = [e for e in known if e.kind == "organization" and e.form[: len(form)] == form]
            bodies = [e for e in bodies if len(form) > 1 or _may_be_cut(e.form[-1])]  # no Lee is "the Lee Train"
        return bodies[0] if len(bodies) == 1 else None

    def _namesake(self, tree: Tree, name: Name, form: Form, people: list[Entry]) -> Entry | None:
        """Choose between people of one surname.

        What tells: the form of address, the office before the name, whether only one of them has been named
        so far, who was last named in full in the paragraph; else the name goes where it went before there were two.
        """
        if name.gender:
            people = [e for e in people if (e.gender or hint(e.name) or _sounds(e)) in ("", name.gender)] or people
        if name.gender == "f":  # of those on no list only the end of the name tells, and only of a woman
            people = [e for e in people if (e.gender or hint(e.name) or _sounds(e)) == "f"] or people
        if office := _office(tree, name):
            people = [e for e in people if office & self.offices[e]] or people
        objects = {self.people.get(named) for named in objects_named(tree, name.head)}
        people = [e for e in people if e not in objects] or people
        people = self._elders(people)
        met = [e for e in people if e in self.met]
        if len(met) == 1:
            self.plain[met[0]] += form[-1] == met[0].form[-1]  # not where it is called by its first name
            return met[0]
        last, here, usual = self.near.get(form[-1]), tree.paragraph[name.head], self.usual(people)
        alone = [self.named_in.get(e) for e in people].count(here) == 1
        if last is not None and alone and last[0] == here and last[1] in people:
            return usual if self._has_kept(name, usual) and not self.plain[last[1]] else last[1]
        before = [e for e in people if e not in self.behind]
        return before[0] if len(before) == 1 and not name.courtesy and not office else usual

    def _elders(self, people: list[Entry]) -> list[Entry]:
        """Leave out whom only a suffix tells from another who was named before: a bare "Lee" is no "Bob Lee Jr."."""
        elders = [e for e in people if not has_suffix(e.form)]
        first = min(people, key=lambda e: self.order.get(e, len(self.order)))
        return elders if first in elders else people

    def _has_kept(self, name: Name, entry: Entry | None) -> bool:
        """Whether a form of address goes to one person as a rule: "Mrs. Lee", though her daughter Carol Lee is here."""
        return name.courtesy and entry is not None and self.plain[entry] >= OFTEN

    def usual(self, people: Sequence[Entry]) -> Entry | None:
        """Return whom the article calls by the bare surname, or whom it names more often."""
        ranked = sorted(people, key=self._usage, reverse=True)
        return ranked[0] if len(ranked) == 1 or self._usage(ranked[0]) > self._usage(ranked[1]) else None

    def _usage(self, entry: Entry) -> tuple[int, bool, tuple[int, int]]:
        return self.plain[entry], entry not in self.kin, entry.full


def _sounds(entry: Entry) -> str:
    """What the end of a first name hints that is on no list: most that end in "a" are women's; others say nothing."""
    return "f" if entry.form[0].endswith("a") else ""


def _office(tree: Tree, name: Name) -> set[str]:
    """Return the head of the title before a name, as it is compared."""
    return {singular(tree.lower[name.title[1] - 1])} if name.title is not None else set()


def _sorts(kind: str, form: Form) -> set[str]:
    """The nouns for a body in its name, by which the article may go on to call it."""
    paper = kind == "organization" and form[-1] in words("papers")
    named = {word for word in form if is_body(word) and (word == form[-1] or word not in PLACES)}
    return named | ({"newspaper"} if paper else set())


PLACES = frozenset({"city", "commonwealth", "county", "state", "town"})
"""Nouns for places that may stand in a body's name: "the city" is no City Hall."""


def _letters_after(tree: Tree, name: Name) -> str:
    """The initials that stand for a body from here on, whatever its words: Riverton Mill Board "(RVB)", ", or RVB,"."""
    end = name.tokens[1]
    opens = next((opening for opening in DEFINING if tree.lower[end : end + len(opening)] == opening), None)
    k = end + len(opens or ())
    if opens is None or k + 1 >= len(tree) or tree.words[k + 1] not in (")", ",", "."):
        return ""
    return tree.lower[k] if tree.words[k].isupper() and 1 < len(tree.words[k]) <= ACRONYM else ""


DEFINING = (["("], [",", "or", "the"], [",", "or"])
"""What stands between the name of a body and the initials by which it is called from there on."""

ACRONYM = 7
"""The letters that initials may have."""


@cache
def _in_full() -> dict[str, Form]:
    """Return the names for which single words are short: Federal Reserve of "Fed"."""
    return {row["word"]: tuple(row["name"].split()) for row in table("short_bodies")}


def _is_metonym(entry: Entry) -> bool:
    return " ".join(entry.form) in words("metonyms")


def _leaves_out(longer: Form, shorter: Form) -> bool:
    """Whether a name is another with a word left out inside: Wool Museum of Wool Memorial Museum."""
    words_left = iter(longer)
    return len(longer) == len(shorter) + 1 and all(word in words_left for word in shorter)


def _may_be_short(word: str) -> bool:
    """Whether one word may stand for a body of two: Gronda for Gronda International, and no place for its council."""
    return not is_body(word) and not any(
        word in words(known) for known in ("places", "parties", "metonyms", "chambers", "demonyms")
    )


def _ends_firm(word: str) -> bool:
    return is_body(word) or word in words("firms")


def _may_be_cut(word: str) -> bool:
    """Whether a body's name may do without its last word: the Gronda "Report"."""
    return _ends_firm(word) or word in words("documents") or word in words("works")


def _is_whole(form: Form) -> bool:
    """Whether a name may be a body's that is longer in full: Brennan Center, and no South Asia of an institute."""
    named = len(form) > 1 and (is_body(form[-1]) or singular(form[-1]) != form[-1])
    return named and " ".join(form) not in words("metonyms")  # the White House is no White House Office


def _likeliest(tally: Counter[str], form: Form) -> str:
    """Say what a form names, from what is said at each of its mentions; who ends in an outlet's name is its account."""
    length = len(form)
    kind = max(("person", "organization", "group", "place"), key=lambda k: tally[k])
    if tally[kind] and (kind == "person" or tally[kind] >= tally["unknown"]):
        return kind
    if length == 1 and 4 * tally["organization"] >= tally["unknown"] and not tally["person"]:
        return "organization"  # something says so, and nothing says a person
    if length < 2:
        return "unknown"
    account = form[-1] in words("outlets") and not tally["person"] and not is_given(" ".join(form))
    return "organization" if account else "person"


def _same_person(longer: Form, shorter: Form) -> bool:
    """Whether two names with one surname and first letter may be one's: Ken and Kenneth, J. and John, a misprint."""
    if has_suffix(longer) or has_suffix(shorter):
        return False
    a, b = sorted((longer[0], shorter[0]), key=len)
    nickname = len(a) >= 3 and b.startswith(a if len(a) == 3 else a.rstrip("eiy"))
    if not (len(a) == 1 or nickname or SequenceMatcher(None, a, b).ratio() > MISPRINT):
        return False
    middle = set(longer[1:-1])
    return all(w in middle or any(m[0] == w[0] and 1 in (len(m), len(w)) for m in middle) for w in shorter[1:-1])


def _is_slip(surname: str, printed: str) -> bool:
    """Whether a word is a surname with a slip in it; "Leesian" and "the Lees" are made of one."""
    shorter, longer = sorted((surname, printed), key=len)
    apart = len(shorter) >= SWAPPED and not longer.startswith(shorter)
    return apart and SequenceMatcher(None, surname, printed).ratio() > SLIP


def _letters(surname: str) -> str:
    """The first letter of a surname and the others in order: two that have them alike are misprints of one."""
    return surname[:1] + "".join(sorted(surname[1:]))


SWAPPED = 5
"""The letters that a surname must have at least to be another's misprint: Keidis for Kiedis."""

SAME, SLIP = 3, 0.82
"""The first letters that a surname and its misprint have in common, and how alike they are at least."""

SURNAME = 4
"""The letters that a middle name must have at least to be the first of two surnames."""

MISPRINT = 0.9
"""How alike two first names are that one person bears: Hilary and Hillary."""


def _initials(form: Form) -> set[str]:
    if len(form) == 1 and "-" in form[0]:
        form = tuple(part for part in form[0].split("-") if part)  # HP of Hewlett-Packard
    if len(form) < 2:
        return set()
    content = "".join(w[0] for w in form if w not in ("of", "the", "for", "and", "on", "at"))
    initials = {"".join(w[0] for w in form), content} if len(content) > 1 else set()
    return initials - {form[0]}  # the U.S. is not the U.S. Senate
