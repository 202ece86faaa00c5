"""From a cue to the mention that it attributes to, with titles and appositives."""

from __future__ import annotations

from quotes.cues import is_passive
from quotes.lexicon import words
from quotes.rules import rule
from quotes.runs import PARTY_TAGS
from quotes.spans import Cue, Tokens
from quotes.tree import Tree, remembered

GOVERNED = frozenset({"advcl", "xcomp", "conj", "ccomp", "pcomp", "prep", "acomp", "parataxis", "dep"})
"""Relations in which a verb without a subject borrows that of the verb above."""

SKIPPED = frozenset({",", ":", "CC", "''", "."})
"""Tags of what may stand before a mention without being part of it."""

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def source_of(tree: Tree, verb: int) -> tuple[Tokens | None, str | None]:
    """Return the source of a verb and the name of the rule that found it, or two Nones."""
    for finder in (agent, minded_subject, subject, shared_subject, governing_subject, modified_noun):
        found = finder(tree, verb)
        if found is not None and not verb_in(found, verb):
            return found, finder.__name__
    return None, None


@rule("sources")
def agent(tree: Tree, verb: int) -> Tokens | None:
    """Reads the "by" phrase of a passive.

    Example: The plan was criticized by Ortiz.
    """
    by = tree.child(verb, "agent")
    if by is None:
        return None
    noun = tree.child(by, "pobj")
    return mention(tree, noun) if noun is not None else None


@rule("sources")
def minded_subject(tree: Tree, verb: int) -> Tokens | None:
    """Reads the subject of a participle that says what somebody thinks or feels.

    Example: Ortiz is convinced that the mill will close.
    """
    noun = tree.child(verb, "nsubjpass", "nsubj")
    if noun is None or tree.lower[verb] not in words("cues/minded"):
        return None
    return mention(tree, noun)


@rule("sources")
def subject(tree: Tree, verb: int) -> Tokens | None:
    """Reads the verb's own subject.

    Example: Ann Ortiz, who runs the mill, said it would close.
    """
    if is_passive(tree, verb):
        return None
    noun = _nearest(tree, verb)
    return mention(tree, noun) if noun is not None else None


def _nearest(tree: Tree, verb: int) -> int | None:
    """The subject of a verb; of several before it, which only a torn clause has, the last: "In Elm, OH, Lee said"."""
    noun = tree.child(verb, *SUBJECTS)
    if noun is None or noun > verb:
        return noun
    before = [k for k in tree.children(verb, "nsubj") if k < verb and tree.tags[k] == "NNP"]
    torn = len(before) > 1 and tree.left[before[0]] == before[0] and tree.left[before[-1]] < before[-1]
    return before[-1] if torn else noun


@rule("sources")
def shared_subject(tree: Tree, verb: int) -> Tokens | None:
    """Reads the subject of the verb that this one is joined to by "and" or "but".

    Example: Ortiz left early and said the mill would close.
    """
    seen = 0
    while tree.deps[verb] == "conj" and seen < 8:
        verb, seen = tree.heads[verb], seen + 1
        noun = tree.child(verb, "nsubj", "nsubjpass")
        if noun is not None:
            return mention(tree, noun)
    return governing_subject(tree, verb) if seen else None


@rule("sources")
def governing_subject(tree: Tree, verb: int) -> Tokens | None:
    """Reads the subject of the verb that governs a participle or an infinitive.

    Example: Ortiz shook his head, saying that the mill would close.
    """
    for _ in range(8):
        if tree.deps[verb] not in GOVERNED and not (tree.deps[verb] == "acl" and tree.tags[verb] == "VB"):
            return None
        verb = tree.heads[verb]
        if tree.tags[verb][:2] != "VB":
            continue
        noun = tree.child(verb, "nsubj", "nsubjpass")
        if noun is not None:
            return mention(tree, noun)
    return None


@rule("sources")
def modified_noun(tree: Tree, verb: int) -> Tokens | None:
    """Reads the noun that a participle describes.

    Example: A report saying that the mill would close was leaked.
    """
    if tree.deps[verb] == "acl" and tree.tags[verb] == "VBG":
        noun = tree.heads[verb]
        governor = tree.heads[noun]
        if tree.deps[noun] == "dobj" and (owner := tree.child(governor, "nsubj")) is not None:
            return mention(tree, owner)
        return tree.left[noun], min(tree.left[verb], tree.right[noun])
    return None


@rule("sources")
def by_phrase(tree: Tree, noun: int) -> Tokens | None:
    """Reads the "by" or "from" phrase after a noun of saying.

    Example: A claim by Ortiz that the plant would close was denied.
    """
    for kid in tree.children(noun, "prep", "agent"):
        if tree.lower[kid] in ("by", "from") and (person := tree.child(kid, "pobj")) is not None:
            return mention(tree, person)
    return None


@rule("sources")
def words_before(tree: Tree, cue: Cue) -> Tokens | None:
    """Reads the nouns right before a verb that opens its sentence, where the parse has no subject.

    Example: However, experts and envoys claim that the attacks raise questions.
    """
    first = end = cue.tokens[0]
    level = tree.quote[cue.head]
    while first and tree.quote[first - 1] == level and end - first < 12:
        plural_verb = tree.tags[first - 1] == "VBZ" and first == end and tree.tags[first - 2 : first - 1] != ["PRP"]
        if tree.tags[first - 1] not in NOUNY and not plural_verb:
            break
        first -= 1
    while first < end and tree.tags[first] in ("CC", "POS"):
        first += 1
    opens = first == 0 or tree.words[first - 1] in (",", ".", ";", ":", "”", "“") or tree.words[first - 1].isspace()
    return (first, end) if first < end and opens else None


NOUNY = frozenset("NNP NNPS NN NNS PRP DT JJ CD POS PRP$ HYPH CC".split())


@remembered
def mention(tree: Tree, noun: int) -> Tokens:
    """Return the whole mention around a noun, without the commas at its end."""
    noun = _tagged(tree, noun)
    story = _after_dateline(tree, noun)
    if noun < story and tree.tags[story] in NOUNY:
        return _nouns_from(tree, story)
    first, end = max(tree.left[noun], story if story <= noun else 0), tree.right[noun]
    while first == noun and _is_forename(tree, first - 1, noun):
        first = noun = noun - 1
    end = _with_master(tree, noun, _with_adjective(tree, noun, _with_second(tree, noun, end)))
    while end - 1 > noun and (tree.tags[end - 1] in (",", ":", "-LRB-") or tree.words[end - 1].isspace()):
        end -= 1
    while first < noun and (
        tree.tags[first] in SKIPPED or tree.deps[first] == "preconj" or tree.words[first].isspace()
    ):
        first += 1
    first, end = _unbroken(tree, first, end)
    return first, _with_comma(tree, first, end)


def _tagged(tree: Tree, noun: int) -> int:
    """Return the name of whom a noun is only the tag of party and state: "Ann Lee (R-OH)"."""
    opening = next((k for k in range(noun - 1, max(noun - 4, 0), -1) if tree.words[k] == "("), None)
    if opening is None or tree.words[noun + 1 : noun + 2] != [")"]:
        return noun
    named = tree.tags[opening - 1] == "NNP" and tree.sentence[opening - 1] == tree.sentence[noun]
    return opening - 1 if named and "".join(tree.words[opening + 1 : noun + 1])[:2] in PARTY_TAGS else noun


def _unbroken(tree: Tree, first: int, end: int) -> Tokens:
    """Take in the other half of a word with a hyphen that the parse tears: co | -host Ann Lee."""
    while first > 1 and _is_glued(tree, first - 1 if tree.words[first] != "-" else first):
        first -= 1 if tree.words[first] == "-" else 2
    while end + 1 < len(tree) and _is_glued(tree, end):
        end = _nouns_from(tree, end + 1)[1]
    return first, end


def _is_glued(tree: Tree, i: int) -> bool:
    """Whether a token is a hyphen inside a word."""
    inside = 0 < i < len(tree) - 1 and tree.words[i] == "-"
    return inside and tree.starts[i] == tree.ends[i - 1] and tree.starts[i + 1] == tree.ends[i]


def _with_second(tree: Tree, noun: int, end: int) -> int:
    """Take the name along that the parse makes a second subject: the mill owner | Ann Lee; Riverton News’ | Bob Ray."""
    if tree.deps[noun] != "nsubj" or not any(tag == "NNP" for tag in tree.tags[end : end + 3]):
        return end
    second = next((k for k in tree.children(tree.heads[noun], "nsubj") if k >= end), None)
    if second is None or tree.tags[second] != "NNP" or tree.left[second] != end or second > end + 2:
        return end
    return tree.right[second] if tree.quote[second] == tree.quote[noun] else end


def _with_adjective(tree: Tree, noun: int, end: int) -> int:
    """Take the adjective along that the parse gives to the verb before: said one ally | close to Lee."""
    verb = tree.heads[noun]
    torn = end < len(tree) - 1 and tree.tags[end] == "JJ" and tree.deps[end] == "acomp" and tree.heads[end] == verb
    return tree.right[end] if torn and verb < noun and tree.lower[end + 1] in ("to", "with") else end


def _with_master(tree: Tree, noun: int, end: int) -> int:
    """Take along whose adviser speaks, where the parse has the words told to him: said an adviser | to Ann Ortiz."""
    verb = tree.heads[noun]
    if tree.lower[end : end + 1] != ["to"] or tree.heads[end] != verb or verb > noun:
        return end
    master = tree.child(end, "pobj") if tree.lower[noun] in words("aides") else None
    return tree.right[end] if master is not None and tree.tags[master] == "NNP" else end


DATELINE = 14
"""How many tokens the place, the agency and the dash before a story may have."""

DASHES = frozenset({"-", "--", "–", "—"})


def _after_dateline(tree: Tree, noun: int) -> int:
    """Where the story starts in a paragraph that opens with a dateline ("LONDON (Reuters) - "); 0 where none does."""
    if noun >= DATELINE and tree.paragraph[noun - DATELINE] == tree.paragraph[noun]:
        return 0
    first = noun
    while first and noun - first < DATELINE and tree.paragraph[first - 1] == tree.paragraph[noun]:
        first -= 1
    agency = tree.words[first + 1 : first + 4 : 2] == ["(", ")"]
    if noun - first >= DATELINE or not (tree.words[first].isupper() or agency) or len(tree.words[first]) <= 2:
        return 0
    for i in range(first, min(first + DATELINE, len(tree) - 1)):
        if tree.tags[i][:2] in ("VB", "MD") or tree.paragraph[i] != tree.paragraph[noun]:
            return 0
        if tree.words[i] in DASHES:
            return i + 1
    return 0


def _nouns_from(tree: Tree, first: int) -> Tokens:
    """The nouns that start at a token."""
    end = first + 1
    while end < len(tree) and tree.tags[end] in NOUNY:
        end += 1
    return first, end


def _with_comma(tree: Tree, first: int, end: int) -> int:
    """Take the comma along that closes an appositive: "Sally, who is the drummer," as PolNeAR labels it."""
    opened = any(tree.words[i] == "," and tree.deps[i] == "punct" for i in range(first + 1, end - 1))
    closes = end < len(tree) and tree.words[end] == "," and tree.quote[end] == tree.quote[end - 1]
    return end + 1 if opened and closes else end


def _is_forename(tree: Tree, i: int, noun: int) -> bool:
    """Whether the parse left the first part of a name aside."""
    if i < 0 or tree.tags[i] != "NNP" or tree.tags[noun] != "NNP" or tree.sentence[i] != tree.sentence[noun]:
        return False
    return tree.quote[i] == tree.quote[noun] and tree.paragraph[i] == tree.paragraph[noun]


def verb_in(tokens: Tokens, verb: int) -> bool:
    """Whether a range holds the verb: a slip of the parse."""
    return tokens[0] <= verb < tokens[1]
