"""Settles pronouns: by number and gender, by who is most in mind, by who spoke last."""

from __future__ import annotations

from quotes.firstnames import hint, is_given
from quotes.ledger import Entry, may_be_a_place
from quotes.lexicon import words
from quotes.nouns import is_body, is_human, is_title, singular
from quotes.rules import rule
from quotes.speakers.answers import who_asked, who_was_asked
from quotes.speakers.state import WITHIN, State, gendered

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
WRITER = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})

OWN = frozenset({"i", "me", "my", "myself"})

AGREES, UNPROVEN, SPOKE, TOPIC, OPENS, OPENED = 1.5, 0.5, 1.6, 1.5, 1.5, 1.2
"""Factors: a known he for "he", a name not known to be a person's, the speaker of the last attribution, the
one person whom the paragraph has been about; the subject of the sentence so far ("Lee saw it otherwise: …, he
said") and of the last one that had a name for its subject, two sentences ago at most."""

FRONTED = 2.0
"""Factor: the subject of the clause beside the pronoun's own ("While Lee agreed, he …", "While he agreed, Lee …")."""

SAME = 1.7
"""Factor: the one person whom the sentence has named before the pronoun."""

ASKED = 4.0
"""Factor: who has been asked something right before ("Ray asked Lee. It rained, he said")."""

ASKING = frozenset({"when", "once"})
"""Conjunctions of clauses that tend to be about another: "When Lee asked, he said"."""


MANY, FAR_MORE = 1.3, 3.0
"""How many times as heavy as the next a group must be to be "they", and a body."""

PRESENT = 0.75
"""How much in mind a body must be to be "it": many things that no reading keeps in mind are "it", too."""

READS = frozenset({"read", "reads"})
"""Verbs of which only something written is the subject: "“…,” it reads"."""

PEOPLE, BODIES = frozenset({"person", "unnamed"}), frozenset({"organization", "document"})

PLURAL = {"group": 1.0, "joint": 1.0, "organization": 0.6}
"""How readily "they" stands for a group, for people named together, for a body."""

HINTED, UNLIKELY = 1.2, 0.1
"""Factors where the article has not said: a first name that hints at the pronoun, and one that hints against it."""

ALONE = 4.0
"""How many times as heavy as the next somebody must be whose first name hints against the pronoun."""

CLEAR = 1.5
"""How many times as heavy as the next somebody must be for "he" or "she" to tell something of them."""


def pronoun(state: State, i: int) -> None:
    """Settle the pronoun at a token, where it can be settled."""
    word = state.tree.lower[i]
    speaks = i in state.sources
    if word in HE:
        he_or_she(state, i, "m")
    elif word in SHE:
        he_or_she(state, i, "f")
    elif word in IT and speaks:
        it(state, i)
    elif word in THEY and (speaks or state.tree.deps[i] == "nsubj"):
        they(state, i)
    elif word in WRITER and speaks and state.tree.quote[i] < 0:
        writer(state, i)
    elif word in OWN and speaks:
        own_words(state, i)


@rule("speakers")
def unsettled(state: State, i: int) -> None:
    """Leaves a source open that the text does not settle, and names those whom it may mean.

    Example: Ann Lee, Carol Ray and Dan Fox toured the mill. The reporter said it had rained.
    """
    word = state.tree.lower[i]
    gender = "m" if word in HE else "f" if word in SHE else ""
    kinds = PEOPLE if gender else PLURAL if word in THEY else BODIES if word in IT or is_body(word) else PEOPLE
    state.leave_open(i, kinds, gender)


@rule("speakers")
def he_or_she(state: State, i: int, gender: str) -> None:
    """Reads "he" or "she" as the person most in mind of whom the article says so.

    Example: Ann Lee met Bob Ray on Monday. She said it had rained.
    """
    other, voice, topic = _subject_beside(state, i), state.voice(i), state.topic(i, gender)
    fronted, within = _fronted_subject(state, i) or _subject_to_come(state, i), state.named_within(i)
    others = {other, voice, who_asked(state, i)} | state.spoken_of(i)
    asked = who_was_asked(state, i)
    conceded = fronted if fronted in within and _is_conceded(state, i, fronted) else None

    def fits(entry: Entry) -> float:
        if (
            entry.kind not in ("person", "unnamed")
            or entry.name == "author"
            or entry in others
            or entry.gender not in ("", gender)
            or (entry.kind == "unnamed" and not _is_human(state, entry))
            or may_be_a_place(entry)
        ):
            return 0.0
        factor = AGREES if entry.gender == gender else _hinted(entry, gender)
        factor *= 1.0 if entry.kind == "person" else 0.5
        goes_on = state.goes_on(i, entry) and topic in (None, entry) and fronted in (None, entry)
        factor *= SPOKE if goes_on else 1.0
        factor *= TOPIC if topic is entry and entry.proofs else 1.0
        factor *= ASKED if entry is asked else 1.0
        factor *= WITHIN if entry in within and entry is not conceded else 1.0
        factor *= SAME if state.alone == (state.tree.sentence[i], frozenset({entry})) and entry.proofs else 1.0
        factor *= FRONTED if entry is fronted else _opening(state, i, entry)
        return factor if entry.proofs or is_given(entry.name) else factor * UNPROVEN

    entry, lead = state.likeliest(i, fits)
    if entry is not None and (lead >= ALONE or entry.gender or _hinted(entry, gender) != UNLIKELY):
        if state.tree.quote[i] < 0 and lead >= CLEAR:
            state.heard[entry][gender] += 1
        state.settle(i, [entry], he_or_she.__name__, lead)
        state.mention(i, entry)


def _subject_to_come(state: State, i: int) -> Entry | None:
    """The person who is the subject of the clause after the pronoun's own: "While he agreed, Ray left"."""
    tree, clause = state.tree, int(state.tree.heads[i])
    if tree.deps[i] != "nsubj" or tree.deps[clause] != "advcl" or clause > tree.heads[clause]:
        return None
    subject = tree.child(tree.heads[clause], "nsubj", "nsubjpass")
    found = state.ledger.by_token.get(subject) if subject is not None and subject > clause else None
    return found if found is not None and found.kind == "person" else None


def _is_human(state: State, entry: Entry) -> bool:
    """Whether the noun that somebody goes by is one for people, or a name: no headline is a "she"."""
    called = entry.name.split()
    headline = state.tree.paragraph[state.tree.token_at(entry.mentions[0][0])] == 0
    named = not headline and len(called) <= NAME and all(word[0].isupper() for word in called)
    return named or any(map(is_human, entry.nouns))


NAME = 3
"""How many words a name may have that is only known as a phrase."""


def _fronted_subject(state: State, i: int) -> Entry | None:
    """The subject of the clause that opens a pronoun's sentence: "Though Lee was late, the mill was open, she said"."""
    tree, verb = state.tree, int(state.tree.heads[i])
    held = (verb, *tree.children(verb, "ccomp")) if tree.deps[i] == "nsubj" else ()
    for clause in (clause for one in held for clause in tree.children(one, "advcl") if clause < one):
        mark = tree.child(clause, "mark", "advmod")
        subject = tree.child(clause, "nsubj", "nsubjpass")
        if clause < i and subject is not None and mark is not None and tree.lower[mark] not in ASKING:
            return state.at.get(subject)
    return None


def _is_conceded(state: State, i: int, entry: Entry | None) -> bool:
    """Whether somebody is named only where a sentence concedes something: "Though Lee was late, …, she said"."""
    first, end = state.tree.sentences[state.tree.sentence[i]]
    named = sum(state.ledger.by_token.get(k) is entry for k in range(first, end))
    return state.tree.lower[first] in CONCEDING and named == 1


CONCEDING = frozenset({"although", "though", "while"})
"""What opens clauses that a writer sets before what the same person says."""


def _opening(state: State, i: int, entry: Entry) -> float:
    sentence, last = state.opening
    ago = state.tree.sentence[i] - sentence
    if last is not entry or ago > 2:
        return 1.0
    return OPENED if ago else OPENS


def _hinted(entry: Entry, gender: str) -> float:
    if entry.kind != "person" or not (hinted := hint(entry.name)):
        return 1.0
    return HINTED if hinted == gender else UNLIKELY


@rule("speakers")
def it(state: State, i: int) -> None:
    """Reads "it" as the body or document most in mind.

    Example: The ministry denied the report. It said the mill would stay open.
    """
    kinds = ("document",) if state.tree.lower[state.tree.heads[i]] in READS else ("organization", "document")

    def fits(entry: Entry) -> float:
        if entry.kind not in kinds:
            return 0.0
        factor = SPOKE if state.goes_on(i, entry) else 1.0
        return factor if entry.proofs else factor * UNPROVEN

    entry, lead = state.likeliest(i, fits) if not _is_a_thing(state, i) else (None, 0.0)
    if entry is not None and (entry.kind == "document" or state.mind.weight(entry, state.tree.sentence[i]) > PRESENT):
        state.settle(i, [entry], it.__name__, lead)
        state.mention(i, entry)


@rule("speakers")
def they(state: State, i: int) -> None:
    """Reads "they" as the group, the people named together or the body most in mind.

    Example: Officials toured the mill. They said it was safe.
    """
    within = state.groups_within(i)

    def fits(entry: Entry) -> float:
        factor = PLURAL.get(entry.kind, 0.0) * (WITHIN if entry in within else 1.0)
        factor *= 0.2 if entry.name.casefold() in words("places") else 1.0
        return factor * (SPOKE if state.goes_on(i, entry) else 1.0)

    entry, lead = state.likeliest(i, fits) if not _are_things(state, i) else (None, 0.0)
    if entry is not None and lead >= (FAR_MORE if entry.kind == "organization" else MANY):
        state.settle(i, entry.members or [entry], they.__name__, lead)
        for one in entry.members or (entry,):
            state.mention(i, one)


def _is_a_thing(state: State, i: int) -> bool:
    """Whether "it" is the thing that its sentence is about: "The mill makes no noise, although it does"."""
    tree, clause = state.tree, int(state.tree.heads[i])
    if tree.deps[i] != "nsubj" or tree.deps[clause] != "advcl" or clause < tree.heads[clause]:
        return False
    subject = tree.child(tree.heads[clause], "nsubj", "nsubjpass")
    if subject is None or subject > i or tree.tags[subject] != "NN" or subject in state.at:
        return False
    return not is_human(tree.lower[subject]) and not is_body(tree.lower[subject])


def _are_things(state: State, i: int) -> bool:
    """Whether "they" are the things that the clause before is about: "When the numbers were counted, they showed"."""
    tree = state.tree
    for clause in tree.children(tree.heads[i], "advcl") if tree.deps[i] == "nsubj" else ():
        subject = tree.child(clause, "nsubj", "nsubjpass")
        if clause < i and subject is not None and tree.tags[subject] == "NNS" and subject not in state.at:
            word = tree.lower[subject]
            people = word in words("groups") or word in words("folk")
            return not (people or is_title(word) or is_body(word) or singular(word) in gendered())
    return False


@rule("speakers")
def writer(state: State, i: int) -> None:
    """Reads "I" and "we" outside quotation marks as the writer, "I" in a reader's letter as who signed it.

    Example: I asked the ministry, and it declined to comment.
    """
    signer = state.letters.signer(state.tree.paragraph[i]) if state.tree.lower[i] in OWN else None
    entry = signer or state.phrases.setdefault("author", Entry("author", "unnamed"))
    state.settle(i, [entry], writer.__name__)
    state.mention(i, entry)


@rule("speakers")
def own_words(state: State, i: int) -> None:
    """Reads "I" inside quotation marks as the one who utters the quotation.

    Example: "I said that it would rain," said Ann Lee.
    """
    if entry := state.voice(i):
        state.settle(i, [entry], own_words.__name__)
        state.mention(i, entry)


def _subject_beside(state: State, i: int) -> Entry | None:
    """Return the subject for which an object pronoun cannot stand: "Lee told him"."""
    tree = state.tree
    if tree.deps[i] not in ("dobj", "dative", "pobj") or tree.lower[i].endswith("self"):
        return None
    verb = tree.heads[i] if tree.deps[i] != "pobj" else tree.heads[tree.heads[i]]
    subject = tree.child(verb, "nsubj")
    return state.at.get(subject) if subject is not None else None
