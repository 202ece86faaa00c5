"""Finds runs of capitalised words: what names are cut from."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.firstnames import is_common_given, is_given
from quotes.lexicon import words
from quotes.nouns import is_body, is_title
from quotes.parties import states
from quotes.spans import Tokens
from quotes.tree import Tree

OPEN_CLASS = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "VB", "VBG", "VBN", "VBD", "VBZ", "VBP", "FW", "CD", "UH"})
PROPER = frozenset({"NNP", "NNPS"})
LONGEST_NAME = 12
"""Tokens after which a run of capitals is a list or a shout, not a name."""

FIELD = 5
"""Tokens among which a field of office ends and a person's name begins."""

SYLLABLE = 5
"""The most letters that one half of a given name with a hyphen has: "Ki-moon"."""

PARTY_TAGS = ("D-", "R-", "I-")
"""How the tag of a party and a state begins, which is no name: "R-Fla."."""

HEADING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "ROOT", "dative", "attr"})
"""Labels of what the rest of a phrase hangs on: a name, not a word before a noun."""


def head_of_run(tree: Tree, first: int, end: int) -> int:
    """Return the token of a name on which its other words hang."""
    ends = (i for i in range(first + 1, end) if tree.words[i] in (",", "to"))  # before a suffix, a campus or an aim
    whole = next(ends, end)
    outward = [i for i in range(first, whole) if not first <= tree.heads[i] < whole or tree.heads[i] == i]
    nouns = [i for i in outward if tree.tags[i] not in ("IN", "CC", "DT")]
    return (nouns or outward or [end - 1])[-1]


def runs(tree: Tree) -> Iterator[Tokens]:
    """Yield the runs of capitalised words."""
    i, size, particles = 0, len(tree), words("particles")
    while i < size:
        if not (tree.words[i][0].isupper() or tree.lower[i] in particles) or not _starts(tree, i):
            i += 1
            continue
        first, i = i, i + 1
        while i < size and i - first < LONGEST_NAME and (step := _goes_on(tree, first, i)):
            i += step
        yield first, i


def _starts(tree: Tree, i: int) -> bool:
    word, tag = tree.words[i], tree.tags[i]
    if not word[0].isupper():
        return _is_particle(tree, i) and tag in PROPER
    if _is_given_after_all(tree, i):
        return True
    if tree.lower[i] in words("never_names") or word[:2] in PARTY_TAGS:
        return False
    if tree.lower[i] in words("calendar"):
        return _is_march(tree, i)
    if tag in PROPER:
        return not _is_small(tree, i)
    if tree.words[i + 2 : i + 3] == [":"] and word.isupper() and is_given(" ".join(tree.words[i : i + 2])):
        return tree.words[i + 1].isupper()  # who speaks in a transcript: "ANN LEE:"
    if word in ("Our", "My") and not opens_sentence(tree, i) and PROPER.intersection(tree.tags[i + 1 : i + 2]):
        return True  # "Our Revolution"
    if not opens_sentence(tree, i):
        return tag in OPEN_CLASS and tag != "UH"
    if tree.deps[i] == "compound" and tree.lower[i] in words("outlets") and tree.tags[i + 1][:2] == "NN":
        return tree.words[i + 1][0].isupper()  # "Pew Research"
    return tree.deps[i] == "compound" and is_given(" ".join(tree.words[i : i + 2])) and tree.tags[i + 1] in PROPER


def _is_given_after_all(tree: Tree, i: int) -> bool:
    """Whether a month or a verb is a first name: "said Will Ortiz", "Will Ortiz, who", and not "In April Ortiz"."""
    verb = tree.tags[i] == "MD" and (not opens_sentence(tree, i) or tree.words[i + 2 : i + 3] == [","])
    month = tree.lower[i] in ("april", "june") and tree.tags[max(i - 1, 0)] not in ("IN", "JJ")
    if not (verb or month) or tree.tags[i + 1 : i + 2] not in (["NNP"], ["NNPS"]):
        return False
    return tree.words[i + 1][1:].islower() and is_given(" ".join(tree.words[i : i + 2]))


def _is_march(tree: Tree, i: int) -> bool:
    """Whether a month is what people walk in: the "March of Dimes", the "March for Rain"."""
    cause = tree.words[i + 2 : i + 3]
    return tree.lower[i : i + 2] in (["march", "of"], ["march", "for"]) and bool(cause) and cause[0][0].isupper()


def _is_small(tree: Tree, i: int) -> bool:
    """Whether a word that the tagger takes for a name is a small word with the capital of its sentence: "Though"."""
    return tree.lower[i] in words("openers") and tree.words[i][1:].islower() and opens_sentence(tree, i)


def _goes_on(tree: Tree, first: int, i: int) -> int:
    """How many tokens, from token i on, go on with the run that began at ``first``: 0 to 3."""
    word, size = tree.words[i], len(tree)
    glued = tree.starts[i] == tree.ends[i - 1]
    if word[0].isupper() and tree.tags[i] not in ("IN", "CC"):
        return int(tree.tags[i] in PROPER or tree.tags[i] in OPEN_CLASS) and tree.lower[i] not in words("calendar")
    if glued and word == "-" and _is_second_syllable(tree, first, i + 1):
        return 2
    following = i + 1 < size and tree.words[i + 1][0].isupper()
    if (
        following
        and glued
        and tree.tags[i] == "POS"
        and i <= first + 2
        and tree.lower[i - 1] in words("possessive_names")
    ):
        return 2
    if following and (word == "&" or (glued and word in "-–" and tree.starts[i + 1] == tree.ends[i])):
        return 2
    if word == "," and i + 1 < size and tree.lower[i + 1] in words("suffixes"):
        return 2
    if word == "the" and following and i - first <= 2 and _is_motto(tree, first + (i - first == 2)):
        return 2
    if word == "," and (campus := _campus(tree, first, i + 1)):
        return 1 + campus
    if _is_nickname(tree, first, i):
        return 3
    if _is_particle(tree, i) and (following or (i + 2 < size and _is_particle(tree, i + 1))):
        return 1
    if _is_particle(tree, i) and tree.words[i + 1 : i + 2] == ["-"] and tree.words[i + 2 : i + 3] != []:
        return int(tree.words[i + 2][0].isupper() and tree.starts[i + 2] == tree.ends[i] + 1)  # "Anwar al-Rashid"
    return _of_phrase(tree, first, i)


def _is_motto(tree: Tree, first: int) -> bool:
    """Whether a body's name that tells what to do begins here: the super PAC "Keep the Mill"."""
    before = tree.lower[max(first - 2, 0) : first]
    return (before[-1:] == ["of"] and before[0] in words("headships")) or before[-1:] == ["pac"]


def _campus(tree: Tree, first: int, i: int) -> int:
    """How many tokens name the town of a state's university: the University of Ohio, "San Marco"."""
    state = tree.lower[i - 2]
    if (
        tree.lower[first:i][-4:-1] != ["university", "of", state]
        or state not in states()
        or is_common_given(tree.words[i])
    ):
        return 0
    before = first - 1 - (tree.lower[max(first - 1, 0)] == "the")
    if before > 0 and tree.lower[before] == "of" and is_title(tree.lower[before - 1]):
        return 0  # "the president of the University of Ohio, Ann Lee,"
    size = 0
    while size < 3 and i + size < len(tree) and tree.words[i + size][0].isupper() and tree.tags[i + size] == "NNP":
        size += 1
    closed = tree.words[i + size : i + size + 1] in ([","], ["."], [")"], [";"])
    return size if size and closed and " ".join(tree.lower[i : i + size]) not in words("places") else 0


def _is_nickname(tree: Tree, first: int, i: int) -> bool:
    """Whether a nickname in quotation marks stands at token i, inside a person's name: Ann “Annie” Lee."""
    if i - first > 2 or i + 3 >= len(tree) or tree.words[i] not in OPENING or tree.words[i + 2] not in CLOSING:
        return False
    inside = tree.starts[i + 1] == tree.ends[i] and tree.ends[i + 1] == tree.starts[i + 2] < tree.starts[i + 3] - 1
    named = all(tree.words[k][0].isupper() and tree.tags[k][:2] == "NN" for k in (i + 1, i + 3))
    given = "." in tree.words[i - 1] or is_given(f"{tree.words[i - 1]} {tree.words[i + 3]}")
    return inside and named and given


OPENING, CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")


def _is_second_syllable(tree: Tree, first: int, i: int) -> bool:
    """Whether a word after a hyphen ends a given name of two: "Ban Ki-moon", and not "New York-based"."""
    if i >= len(tree) or i - first < 3 or tree.starts[i] != tree.ends[i - 1]:
        return False
    short = max(len(tree.words[i - 2]), len(tree.words[i])) <= SYLLABLE
    return short and tree.words[i].isalpha() and tree.deps[i] in HEADING and tree.tags[i][:2] in ("NN", "IN", "UH")


def _of_phrase(tree: Tree, first: int, i: int) -> int:
    """How many small words join two halves of a body's name: "of", "for the", "and"."""
    if tree.lower[i] not in JOINING:
        return 0
    if tree.lower[i] in SMALL and _spells_initials(tree, first, i):
        return 2
    if tree.lower[i] == "of" and _is_full_name(tree, first, i):
        return 0  # "Senate Clerk Richard B. Ortiz of Ohio"
    within = any(is_body(w) for w in tree.lower[first : i - 1])
    fellows = _are_fellows(tree, i) or "for" in tree.lower[first + 1 : i] or tree.lower[first] == "march"
    if tree.lower[i] == "of" and is_title(tree.lower[i - 1]) and i + 1 < len(tree) and not within and not fellows:
        held = tree.lower[i + 1] in words("portfolios") and tree.words[i + 1][0].isupper()
        return 2 if held or _is_field(tree, i + 1) else 0
    if tree.lower[i] == "to" and _is_aim(tree, i):
        return 2 + (tree.lower[i + 2 : i + 3] == ["the"] and "".join(tree.words[i + 3 : i + 4])[:1].isupper())
    if is_branch(tree, first, i):
        return 2
    named = any(is_body(w) or w in words("undertakings") for w in tree.lower[first:i])
    named = named or fellows or _is_double(tree, first, i)
    if tree.lower[i] == "to" or not named:
        return 0
    if tree.lower[i] == "on" and tree.lower[i - 1] == "county":  # "Elm County on Long Island"
        return 0
    last = i + 1
    if last < len(tree) and (tree.lower[last] == "the" or (tree.lower[last] in ("a", "an") and tree.lower[i] == "for")):
        last += 1
    if tree.lower[last + 1 : last + 2] == ["circuit"] and tree.lower[i] == "for":
        return last + 2 - i  # the Court of Appeals "for the 11th Circuit"
    if last >= len(tree) or not tree.words[last][0].isupper() or tree.tags[last] not in PROPER | {"JJ", "NN", "NNS"}:
        return 0
    if tree.lower[last] in words("calendar") or tree.lower[last] == "i":
        return 0
    joined = tree.lower[i]
    if joined == "and":
        if _is_double(tree, first, i):
            return 2
        inside = any(w in ("of", "for", "on") for w in tree.lower[first:i]) and not _names_person(tree, last)
        field = tree.lower[max(i - 2, 0)] in ("of", "for")  # the "Institute of Politics" goes on
        whole = is_body(tree.lower[i - 1]) and not field
        return last - i if inside and last == i + 1 and not whole else 0
    if joined == "at":
        return last - i if "university" in tree.lower[first : i - 1] else 0
    return last - i


def _is_aim(tree: Tree, i: int) -> bool:
    """Whether "to" leads up to what a body is for: the "Committee to Save the Mill", "Right to Rise"."""
    if tree.lower[i - 1] not in WANTING or i + 1 >= len(tree) or not tree.words[i + 1][0].isupper():
        return False
    return tree.tags[i + 1] == "VB" or tree.lower[i + 1] in words("aims")


WANTING = frozenset("alliance association campaign coalition committee fund league project right society".split())
"""The words before an aim in names; others are asked "to Hear" a case."""


def is_branch(tree: Tree, first: int, i: int) -> bool:
    """Whether initials and a state name a branch: the "NWA of Ohio"."""
    initials = tree.words[first]
    if i != first + 1 or len(initials) < 3 or not initials.isupper() or is_title(tree.lower[first]):
        return False
    of, state = tree.lower[i : i + 1], "".join(tree.words[i + 1 : i + 2])
    return of == ["of"] and state[:1].isupper() and state.lower() in states()


def _spells_initials(tree: Tree, first: int, i: int) -> bool:
    """Whether initials in brackets spell out the words on both sides of a small one."""
    end = i + 1
    while end < min(i + LONGEST_NAME, len(tree)) and (tree.words[end][0].isupper() or tree.lower[end] in SMALL):
        end += 1
    return spelt_after(tree, first, end)


def spelt_after(tree: Tree, first: int, end: int) -> bool:
    """Whether the initials of a name follow it in brackets: "Mills and Rain Service (MRS)"."""
    if tree.words[end : end + 1] != ["("] or tree.words[end + 2 : end + 3] != [")"]:
        return False
    letters = "".join(tree.words[k][0] for k in range(first, end) if tree.lower[k] not in SMALL)
    return len(letters) > 1 and tree.words[end + 1] == letters


JOINING, SMALL = frozenset({"and", "at", "for", "of", "on", "to"}), frozenset({"and", "of", "for"})


def _is_full_name(tree: Tree, first: int, end: int) -> bool:
    """Whether a person's name, initials and all, ends a run: "Richard B. Ortiz"."""
    given = end - 2
    while given > first and tree.words[given].endswith(".") and len(tree.words[given]) == 2:
        given -= 1
    full = given >= first and not is_title(tree.lower[given]) and not is_body(tree.lower[end - 1])
    return full and is_given(f"{tree.words[given]} {tree.words[end - 1]}")


def _names_person(tree: Tree, i: int) -> bool:
    """Whether a person's full name begins at token i: "the University of Zurich and | Ann Lee"."""
    full = " ".join(tree.words[i : i + 2])
    return (
        is_given(full) and all(word[0].isupper() for word in tree.words[i : i + 2]) and not is_body(tree.lower[i + 1])
    )


def _is_field(tree: Tree, i: int) -> bool:
    """Whether capitals that follow "director of" name its field and then a person: "Public Affairs Ann Ortiz"."""
    for k in range(i, min(i + FIELD, len(tree) - 1)):
        if not tree.words[k][0].isupper() or tree.tags[k] not in PROPER:
            return False
        if k > i and is_given(" ".join(tree.words[k : k + 2])):
            return tree.words[k + 1][0].isupper()
    return False


def _is_double(tree: Tree, first: int, i: int) -> bool:
    """Whether "and" joins two matters of one office: "the Food and Drug Administration"."""
    chamber = tree.lower[first] in ("house", "senate")
    one_word = i - first == 1 + chamber and tree.words[i - 1][1:].islower() and tree.tags[i - 1] in PROPER
    if tree.lower[i] != "and" or not one_word or not (chamber or tree.lower[max(first - 1, 0)] == "the"):
        return False
    if tree.lower[i - 1] in words("metonyms") or tree.lower[i - 1] in words("places"):
        return False
    end = i + 1
    while end < min(i + 5, len(tree)) and tree.words[end][0].isupper():
        end += 1
    return end - i > 2 and tree.lower[end - 1] in words("offices_of_state")


def _are_fellows(tree: Tree, i: int) -> bool:
    """Whether the preposition at token i joins people to their cause: "Doctors for Peace", "Friends of Riverton"."""
    people = tree.lower[i - 1]
    if tree.lower[i] == "of":
        return people in words("fellows") and tree.words[i - 1][0].isupper()
    cause = people.endswith(CAUSES) or people in words("fellows")  # "Democracy for America"
    cause = cause and tree.tags[i - 1] == "NNP"
    led = i > 2 and tree.lower[i - 2] == "of" and tree.lower[i - 3] in words("headships")  # "Democrats for Life"
    named = tree.tags[i - 1] == "NNPS" or cause
    return tree.lower[i] == "for" and named and (people not in words("parties") or led)


CAUSES = ("cracy", "ality", "ility", "dom", "tion", "ustice", "rity")
"""How causes end that bodies are named for."""


def _is_particle(tree: Tree, i: int) -> bool:
    return tree.lower[i] in words("particles") and tree.lower[i] != "e"


def opens_sentence(tree: Tree, i: int) -> bool:
    """Whether a capital at token i may be owed to the start of a sentence, a quotation or a line."""
    first = tree.sentences[tree.sentence[i]][0]
    if i == first:
        return True
    if tree.words[i - 1] in "\"“‘':—–-([":
        return True
    return all(not word[0].isalnum() for word in tree.words[max(first, i - 3) : i])
