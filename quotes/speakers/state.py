"""What is known at one point of the reading: who is in mind, who spoke last, what has been settled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from math import inf

from quotes.ledger import Entry, Ledger, may_be_a_place
from quotes.lexicon import table, words
from quotes.spans import Link, Tokens
from quotes.speakers.anonymity import refusals
from quotes.speakers.document_names import named_documents
from quotes.speakers.letters import Letters
from quotes.speakers.mentions import conjuncts, head_of, is_whole, names_listed, whole
from quotes.speakers.places import (
    SUBORDINATE,
    beside,
    is_main_subject,
    is_topic,
    joined_to,
    role_of,
    speaks_aside,
    within_clause,
)
from quotes.speakers.salience import Salience
from quotes.tree import Tree

OWN_WORDS = 200
"""How many tokens of what a source says are asked whom they name: what keeps the time linear."""

WITHIN = 0.25
"""Factor: whom the words name that "he" is said to say ("Ray would win, he said"): few speak so of themselves."""

OF_WHOM = frozenset({"of", "to", "about", "with", "for"})
"""Prepositions before those whom a clause tells of or to."""

CLAUSES_UP = 6
"""How many steps up the tree the subjects of clauses are looked for."""

RIVALS = 3
"""How many are named whom an open source may mean."""

CROWD = 24
"""People of one paragraph who are kept as named there: what keeps the time linear in a crowd."""

TOGETHER = 6
"""How many people named together are kept in mind as such."""

IN_QUOTES, AS_SOURCE = 0.2, 3.0
"""What a mention inside quotation marks keeps of its weight, and what a source weighs more."""


@cache
def gendered() -> dict[str, str]:
    """Return the nouns that say whether a person is a man (``m``) or a woman (``f``)."""
    return {row["form"]: row["gender"] for row in table("gendered")}


class State:
    """One reading of one article, from left to right.

    Attributes:
        at, why: for the head of each settled mention, whom it stands for and the rule that says so.
        leads: how many times as heavy as the next whom a mention stands for was, where that was weighed.
        before: ``at`` of the reading before this one.
        voices: the source mention of the words in each quotation.
        said: for each source mention, the tokens of what it is said to say.
        sources: the source mention of each head that is one.
        heads: the heads of each source mention.
        phrases: entries for sources without a name, by their describing phrase.
        by_noun: the entries that a noun has described so far ("the senator"), latest last.
        named: how often each person is mentioned by name.
        headlined: the people whom the first line names.
        bearers: the people whom the article names in full, by surname.
        introduced: where people are first named in full, as a main subject or a source, in order.
        refusals: the sentences that say why a source has no name, with the reason.
        documents: those that bear a name, by their sort.
        letters: who signed them, on a page of letters.
        rivals: whom a source may mean that nothing settles, by its head, likeliest first.
        asked_for: the nouns that are being settled for a relative pronoun.
        taken: the nouns that have been taken to mean somebody, and whom.
        asked, asking: where somebody was last asked something, and who; where somebody last asked, and who.
        here, alone: the last paragraph and the last sentence that name people, and whom.
        opening: the last sentence that had a person's name for its main subject, and the person.
        shared: where a ratio was last told of a group, and the group.
        speaking, spoke_in: who were the last source outside quotation marks, and in which paragraph.
    """

    def __init__(self, tree: Tree, ledger: Ledger, links: Sequence[Link]) -> None:
        self.tree, self.ledger = tree, ledger
        self.sources: dict[int, Tokens] = {}
        self.heads: dict[Tokens, list[int]] = {}
        for link in links:
            if link.source is not None and link.source not in self.heads:
                self._plan(link.source)
        self.voices = _voices(tree, links)
        self.said = _said(tree, links)
        self.named = Counter(entry for entry in ledger.by_token.values() if entry.kind == "person")
        self.headlined = frozenset(
            e for i, e in ledger.by_token.items() if e.kind == "person" and tree.paragraph[i] <= tree.headline
        )
        self.bearers: dict[str, list[Entry]] = {}
        for entry in ledger.entries:
            if entry.kind == "person" and len(entry.form) > 1:
                self.bearers.setdefault(entry.form[-1], []).append(entry)
        self.introduced = sorted(_introduced(tree, ledger, self.sources))
        self.refusals = refusals(tree)
        self.documents = named_documents(tree, ledger)
        self.letters = Letters(tree, ledger)
        self.at: dict[int, Entry] = {}
        self.start_over()

    def start_over(self) -> None:
        """Forget what was settled, but not what the pronouns have said of he and she."""
        for entry, heard in getattr(self, "heard", {}).items():
            entry.heard = heard
        self.heard: dict[Entry, Counter[str]] = defaultdict(Counter)
        for entry, noun in getattr(self, "taken", ()):
            entry.nouns.discard(noun)
            entry.taken.pop(noun, None)
        self.taken: list[tuple[Entry, str]] = []
        self.before, self.at = self.at, {}
        self.more: dict[int, list[Entry]] = {}
        self.why: dict[int, str] = {}
        self.leads: dict[int, float] = {}
        self.phrases: dict[object, Entry] = {}
        self.by_noun: dict[str, list[Entry]] = defaultdict(list)
        self.mind = Salience()
        self.rivals: dict[int, tuple[Entry, ...]] = {}
        self.asked_for: set[int] = set()
        self.shared: tuple[int, Entry] | None = None
        self.speaking: tuple[Entry, ...] = ()
        self.spoke_in = -9
        self.subjects: tuple[int, list[Entry]] = (-9, [])
        self.opening: tuple[int, Entry | None] = (-9, None)
        self.asked: tuple[int, Entry | None] = (-9, None)
        self.asking: tuple[int, Entry | None] = (-9, None)
        self.here: tuple[int, frozenset[Entry]] = (-9, frozenset())
        self.alone: tuple[int, frozenset[Entry]] = (-9, frozenset())

    def _plan(self, tokens: Tokens) -> None:
        joined = names_listed(self.tree, tokens, self.ledger)
        joined = joined or conjuncts(self.tree, head_of(self.tree, tokens, self.ledger), tokens[1])
        held = [(head, whole(self.tree, head)) for head in joined]
        self.heads[tokens] = [
            k for head, one in held for k in ([one] if one == head else conjuncts(self.tree, one, tokens[1]))
        ]
        for head in self.heads[tokens]:
            self.sources.setdefault(head, tokens)

    def settle(self, i: int, entries: Sequence[Entry], why: str, lead: float | None = None) -> None:
        """Write down whom a mention stands for and, where it was weighed, how far ahead; and keep them in mind."""
        tree, entry = self.tree, entries[0]
        self.at[i], self.why[i] = entry, why
        if lead is not None:
            self.leads[i] = lead
        if len(entries) > 1:
            self.more[i] = list(entries[1:])
        weight = role_of(tree, i)
        outside = tree.quote[i] < 0
        if i in self.sources:
            aside = speaks_aside(tree, i)
            weight += AS_SOURCE * (SUBORDINATE if aside else 1.0)
            entry.proofs += 1
            if outside and not aside:
                self.speaking, self.spoke_in = tuple(entries), tree.paragraph[i]
        if outside and entry.kind == "person" and i in self.ledger.names:
            self._name(i, entry)
        if outside and tree.lower[tree.heads[i]] in words("asking"):
            if tree.deps[i] == "dobj":
                self.asked = i, entry
            elif tree.deps[i] == "nsubj":
                self.asking = i, entry
        if entry.kind == "group" and is_whole(tree, i):
            self.shared = i, entry
        for noun in entry.nouns:
            known = self.by_noun[noun]
            if not known or known[-1] is not entry:
                known.append(entry)
        kinds = {one.kind for one in entries} if len(entries) > 1 else set()
        named = self.ledger.by_token.get(i)
        couple = i not in self.ledger.names or (named is not None and named.kind == "group")
        groups, people = kinds == {"group"}, kinds == {"person"} and couple
        together = [self.joint(entries)] if groups or people else []
        for one in (*(() if groups else entries), *together):
            self.mind.touch(one, tree.sentence[i], weight if outside else weight * IN_QUOTES)
        joined = tree.heads[i] if tree.deps[i] == "appos" else i  # "Bob Ray and his wife, Ann"
        if entry.kind == "person" and outside and joined_to(tree, joined) is not None:
            self._join(joined, entry, weight)

    def _name(self, i: int, entry: Entry) -> None:
        """Remember whom a paragraph and a sentence name, and make their subject."""
        tree = self.tree
        paragraph, sentence = tree.paragraph[i], tree.sentence[i]
        if not may_be_a_place(entry):
            self.here = paragraph, _with(self.here, paragraph, entry)
            self.alone = sentence, _with(self.alone, sentence, entry)
        if is_main_subject(tree, i) or (tree.deps[i] == "pobj" and is_topic(tree, tree.heads[i])):
            self._subject(paragraph, entry)
            self.opening = sentence, entry

    def take_for(self, entry: Entry, noun: str, described: set[str]) -> None:
        """Remember that a noun has been taken to mean somebody, for the rest of this reading."""
        if noun not in entry.nouns:
            entry.nouns.add(noun)
            self.taken.append((entry, noun))
        entry.taken.setdefault(noun, []).append(described)

    def _join(self, i: int, entry: Entry, weight: float) -> None:
        """Keep people in mind together who are named together: "Ann Lee and Bob Ray"."""
        joined, k = [entry], i
        while (before := joined_to(self.tree, k)) is not None and len(joined) < TOGETHER:
            k = before
            other = self.at.get(k)
            if other is None or other.kind != "person":
                return
            if other not in joined:
                joined.append(other)
        if len(joined) > 1:
            self.mind.touch(self.joint(joined), self.tree.sentence[i], max(weight, role_of(self.tree, k)))

    def joint(self, members: Sequence[Entry]) -> Entry:
        """Return the entry that stands for some people together."""
        key = frozenset(members)
        if key not in self.phrases:
            first = min(members, key=lambda e: e.mentions[:1])
            self.phrases[key] = Entry(first.name, "joint", members=tuple(sorted(members, key=lambda e: e.mentions[:1])))
        return self.phrases[key]

    def mention(self, i: int, entry: Entry) -> None:
        """Add a token to the mentions of an entry."""
        entry.mentions.append((self.tree.starts[i], self.tree.ends[i]))

    def voice(self, i: int) -> Entry | None:
        """Return who utters the quotation that holds a token, as far as the last reading knew."""
        quote = self.tree.quote[i]
        while quote >= 0 and quote not in self.voices:
            quote = self.tree.parents[quote]
        heads = self.heads[self.voices[quote]] if quote >= 0 else []
        return (self.at.get(heads[0]) or self.before.get(heads[0])) if heads else None

    def named_within(self, i: int) -> set[Entry]:
        """Return the people whom a source names in what it says: as a rule it is none of them."""
        return {self.ledger.by_token[k] for k in self._own_words(i) if k in self.ledger.by_token}

    def groups_within(self, i: int) -> set[Entry]:
        """Return the groups of whom a source tells in what it says: as a rule it is none of them."""
        return {self.at[k] for k in self._own_words(i) if k in self.at and self.tree.tags[k] == "NNS"}

    def _own_words(self, i: int) -> Iterator[int]:
        ranges = self.said.get(self.sources.get(i, (-1, -1)), ())
        return islice(chain.from_iterable(range(first, end) for first, end in ranges), OWN_WORDS)

    def spoken_of(self, i: int) -> set[Entry]:
        """Return those whom a clause tells of or to: its subject is another ("he told Lee", "he said of Lee")."""
        tree = self.tree
        if tree.deps[i] != "nsubj":
            return set()
        verb = int(tree.heads[i])
        held = [*tree.children(verb, "dobj", "dative")]
        held += [k for thing in held for k in tree.children(thing, "poss")]  # "he hated Lee's plan"
        held += [
            k
            for prep in tree.children(verb, "prep")
            if tree.lower[prep] in OF_WHOM
            for k in tree.children(prep, "pobj")
        ]
        return {self.ledger.by_token[k] for k in held if k in self.ledger.by_token}

    def others_of(self, i: int) -> set[Entry]:
        """Return whom a description cannot mean: whom its clause tells of, and the subjects of those that hold it."""
        above = islice(within_clause(self.tree, i), CLAUSES_UP)
        subjects = (self.tree.child(verb, "nsubj", "nsubjpass") for verb in above)
        held = (self.at.get(k) or self.ledger.by_token.get(k) for k in subjects if k is not None and k != i)
        return {entry for entry in held if entry is not None} | self.spoken_of(i)

    def goes_on(self, i: int, entry: Entry) -> bool:
        """Whether a source may go on with the speaker of the attribution before it."""
        spoke = self.speaking == (entry.members or (entry,))
        return spoke and i in self.sources and self.tree.paragraph[i] - self.spoke_in <= 1

    def _subject(self, paragraph: int, entry: Entry) -> None:
        known = self.subjects[1] if self.subjects[0] == paragraph else []
        if entry not in known and len(known) < CROWD:
            known = [*known, entry]
        self.subjects = paragraph, known

    def topic(self, i: int, gender: str) -> Entry | None:
        """Return the one person of a gender whom the paragraph so far has had as a subject, else has named."""
        for paragraph, people in (self.subjects, self.here):
            fit = [entry for entry in people if entry.gender in ("", gender)]
            if paragraph == self.tree.paragraph[i] and fit:
                return fit[0] if len(fit) == 1 else None
        return None

    def likeliest(self, i: int, wanted: Callable[[Entry], float]) -> tuple[Entry | None, float]:
        """Return the entry most in mind if there is one, and how many times as heavy as the next it is.

        Args:
            i: the mention to be settled.
            wanted: what to multiply an entry's weight by; 0 excludes it.
        """
        best, second, first = 0.0, 0.0, None
        for weight, entry in self.mind.among(self.tree.sentence[i]):
            weight *= wanted(entry)
            if weight > best:
                best, second, first = weight, best, entry
            elif weight > second:
                second = weight
        return first, best / second if second else inf

    def leave_open(self, i: int, kinds: Container[str], gender: str) -> None:
        """Write down whom a source may mean that nothing settles: those of its kind who are most in mind."""
        shared = self.tree.lower[i] if i in self.ledger.open else ""
        ranked = sorted(self.mind.among(self.tree.sentence[i]), key=lambda pair: -pair[0])
        fit = (
            one
            for _, entry in ranked
            if entry.kind in kinds and entry.gender in ("", gender or entry.gender)
            for one in entry.members or (entry,)
            if not shared or one.form[-1:] == (shared,)
        )
        self.rivals[i] = tuple(dict.fromkeys(fit))[:RIVALS]


def _with(named: tuple[int, frozenset[Entry]], place: int, entry: Entry) -> frozenset[Entry]:
    """Add somebody to those named at a place, which begin anew where it does."""
    if named[0] != place:
        return frozenset({entry})
    return named[1] | {entry} if len(named[1]) < CROWD else named[1]


def _introduced(tree: Tree, ledger: Ledger, sources: Container[int]) -> Iterator[int]:
    seen: set[Entry] = set()
    for i, entry in ledger.by_token.items():
        first, end = ledger.names[i].tokens
        if entry.kind == "person" and entry not in seen and end - first > 1:
            seen.add(entry)
            opens = is_main_subject(tree, i) and tree.deps[tree.heads[beside(tree, i)]] == "ROOT"
            if i in sources or opens:
                yield i


def _said(tree: Tree, links: Sequence[Link]) -> dict[Tokens, list[Tokens]]:
    said: dict[Tokens, list[Tokens]] = {}
    for link in links:
        if link.source is not None:
            spans = [(tree.token_at(start), tree.token_at(end - 1) + 1) for start, end in link.content if end > start]
            said.setdefault(link.source, []).extend(spans)
    return said


def _voices(tree: Tree, links: Sequence[Link]) -> dict[int, Tokens]:
    """Map each quotation inside a content to the source of that content."""
    voices: dict[int, Tokens] = {}
    size = len(tree)
    for link in links:
        source = link.source
        if source is None:
            continue
        for start, end in link.content:
            i = tree.token_at(start)
            while i < size and tree.starts[i] < end:
                if (quote := tree.quote[i]) >= 0:
                    voices.setdefault(quote, source)
                    i = max(i, tree.held[quote][1] - 1)
                i += 1
    return voices
