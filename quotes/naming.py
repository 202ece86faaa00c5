"""What a run of capitals is a name of: a person, a body, a group, a place, as far as the words around it say so."""

from __future__ import annotations

import re

from quotes.firstnames import is_given
from quotes.lexicon import verb_forms, words
from quotes.nouns import is_body, is_title, singular
from quotes.runs import is_branch, spelt_after
from quotes.tree import Tree

INNER_CAPITAL = re.compile("[a-z][A-Z]")

NEAR = 4
"""How many tokens before a place its preposition may stand."""

WHERE = frozenset({"in", "near", "across", "outside", "throughout", "around"})
PEOPLES = ("ians", "icans", "crats", "ists", "ites")
"""How plurals end that name a people or a party, and no family: "British Columbians"."""

OF = frozenset({"of", "for", "on", "at", "and", "&"})


def kind_of_run(tree: Tree, first: int, end: int, titled: bool) -> str:
    """Say what a run names, where its words say it."""
    lower, last = tree.lower, end - 1
    text = " ".join(lower[first:end])
    if first == last and first and tree.words[first - 1] == "The" and text in words("papers"):
        return "organization"
    if text in words("places") or text in words("metonyms") or text in words("outlets"):
        return "organization"
    if first < last and not titled and lower[last] in words("things_named"):  # "Lee Tower" is no fuller name of Lee
        return "place"
    if titled and not _is_shown(tree, first, last):  # "billionaire Riverton Rooks owner Ann Lee"
        return "person"
    within = (i for i in range(first, last) if is_body(lower[i]) or lower[i] in words("undertakings"))
    joined = any(tree.tags[i] == "NNPS" and lower[i + 1] in ("of", "for") for i in range(first, last))
    if joined or is_body(lower[last]) or any(lower[i + 1] in OF or lower[i] not in words("halls") for i in within):
        return "organization"
    if end - first == 1 and "." in lower[first][1:-1] and lower[first].rsplit(".", 1)[1] in words("domains"):
        return "organization"
    if _is_spelt_out(tree, first, end) or _is_shown(tree, first, last) or (first == last and _is_joined(tree, first)):
        return "organization"
    if "&" in lower[first:end] or is_union(tree, first, end) or spelt_after(tree, first, end):
        return "organization"
    if first < last and is_branch(tree, first, first + 1):
        return "organization"
    if is_chapter(tree, first, end):
        return "organization"
    if first < last and lower[last] in words("firms") and not is_given(tree.said((first, end))):
        return "organization"
    asks = end - first > 1 and end < len(tree) and lower[end] in words("cues/polls")
    if asks and not is_given(tree.said((first, end))):
        return "organization"  # "a Latino Decisions poll"
    told = lower[first] in words("demonyms") and lower[last] not in words("demonyms")
    if end - first > 1 and told and not is_given(tree.said((first, end))):
        return "group" if tree.tags[last] == "NNPS" else "organization"
    if first == last and singular(lower[last]) in words("demonyms"):
        return "group"
    many = lower[last].endswith(PEOPLES) and end - first == 2
    surname = (end - first == 2 and not many) or is_given(tree.said((first, end)))
    if lower[last] in words("groups") or (tree.tags[last] == "NNPS" and not surname):
        return "group"
    article = tree.child(last, "det")
    if article is not None and tree.lower[article] == "the" and article < first:
        return "organization"
    headed = _is_headed(tree, first, last) or _is_run(tree, first, last)
    if headed or _is_told(tree, first, end) or _is_introduced(tree, first, end):
        return "organization"
    prep = tree.heads[last]
    near = first - NEAR <= prep < first  # "In Riverton, Ohio, Ann Lee" names no place at its end
    return "place" if near and tree.deps[last] == "pobj" and tree.lower[prep] in WHERE else "unknown"


def _is_headed(tree: Tree, first: int, last: int) -> bool:
    """Whether an office is held of a name, or at it: "director of Radio Nord", "an economist at Nomura"."""
    if is_given(" ".join(tree.words[first : last + 1])):
        return False
    if tree.tags[last + 1 : last + 2] == ["POS"]:
        return _has_people(tree, last + 2, alone=first == last)
    k = first - 1
    while k > 0 and tree.tags[k] in ("DT", "JJ", "PRP$", "HYPH", "AFX"):
        k -= 1
    if k > 0 and first < last and tree.lower[k] == "for" and tree.lower[k - 1].startswith("spokes"):
        return True
    if k <= 0 or tree.lower[k] not in ("of", "at"):
        body = first > 0 and is_body(tree.lower[first - 1])
        return body and (tree.tags[first - 1] == "NN" or tree.lower[first - 1] == "pac")
    noun = tree.lower[k - 1]
    if tree.lower[k] == "at" and not is_title(noun):  # "professor of medieval poetry at Crowfield"
        of = next((j for j in range(k - 2, max(k - 5, 0), -1) if tree.lower[j] in ("of", "in")), 0)
        noun = tree.lower[of - 1] if of and tree.tags[k - 1] in ("NN", "NNS") else noun
    return noun in words("headships") or (tree.lower[k] == "at" and is_title(noun))


def _is_run(tree: Tree, first: int, last: int) -> bool:
    """Whether somebody is said to run what a name of several words names: "who now runs Gronda Steel"."""
    verb = tree.heads[last]
    lemma = verb_forms("leading").get(tree.lower[verb]) if tree.deps[last] == "dobj" and first < last else None
    races = lemma == "run" and "now" not in tree.lower[max(verb - 1, 0) : verb]  # "runs Riverton Marathon"
    return lemma in RUN and not races and not is_given(tree.said((first, last + 1)))


RUN = frozenset({"chair", "co-chair", "co-found", "found", "head", "run"})
"""Verbs whose object is a body: others lead people, manage an Ann Lee, own a place, or launch a project."""


def _is_told(tree: Tree, first: int, end: int) -> bool:
    """Whether words set beside a name tell that it is a body's: "Crowdmap, a mapping website", "Gronda, which"."""
    i = end + 1
    if i + 2 >= len(tree) or tree.words[end] != ",":
        return False
    if tree.lower[i] == "which":
        if tree.lower[max(first - 1, 0)] in ("v.", "vs."):  # a case at law
            return False
        return tree.deps[end - 1] in ("nsubj", "pobj", "conj", "appos") and not is_given(tree.said((first, end)))
    return _apposed_body(tree, end) is not None


def _apposed_body(tree: Tree, end: int) -> int | None:
    """The noun for a body in the words after the comma of a name: a mapping "website"."""
    i = end + 1
    if tree.words[end:i] != [","] or tree.lower[i : i + 1] not in (["a"], ["an"], ["the"]):
        return None
    last = i
    while last + 1 < len(tree) and last - i < BESIDE and tree.tags[last + 1] in DESCRIBING:
        last += 1
    if not is_body(tree.lower[last]) or is_title(tree.lower[last]) or tree.tags[last] != "NN":
        return None
    after = last + 1
    if tree.lower[i] == "the":
        return last if tree.lower[after : after + 1] in ([","], ["."], ["that"], ["which"]) else None
    return None if after < len(tree) and tree.deps[last] in ("nsubj", "nsubjpass") else last  # "In Ohio, a mill closed"


def nouns_of_body(tree: Tree, first: int, end: int) -> set[str]:
    """Return the nouns that the words beside a body's name call it by: "Gronda, a club", "a club called Gronda"."""
    beside = (called_body(tree, first), _apposed_body(tree, end))
    place = " ".join(tree.lower[first:end]) in words("places")
    return set() if place else {tree.lower[k] for k in beside if k is not None} - ANY_BODY


def _is_introduced(tree: Tree, first: int, end: int) -> bool:
    """Whether words lead up to a name that no person has: "a band called Wool Now", "the Ohio-based Meals Plus"."""
    if tree.lower[max(first - 2, 0) : first] == ["-", "based"]:
        return not is_given(tree.said((first, end)))
    return called_body(tree, first) is not None and not is_given(tree.said((first, end)))


def called_body(tree: Tree, first: int) -> int | None:
    """The noun for a body that is said to have the name which begins at a token: a "band" known as the Wool Wheels."""
    k = first - 1 - (tree.lower[max(first - 1, 0)] == "the")
    if k > 1 and tree.lower[k - 1 : k + 1] == ["known", "as"]:
        k -= 1
    elif k < 1 or tree.lower[k] not in ("called", "named", "dubbed"):
        return None
    noun = k - 1
    if tree.deps[k] != "acl" or tree.heads[k] != noun:  # "The mill called Ann Lee"
        return None
    article = tree.child(noun, "det")
    new = article is not None and tree.lower[article] in ("a", "an", "another")  # "The mill named Ann Lee its chief"
    body = tree.tags[noun] == "NN" and is_body(tree.lower[noun]) and not is_title(tree.lower[noun])
    return noun if new and body else None


ANY_BODY = frozenset({"company", "firm", "group", "organization"})
"""Nouns that tell no body apart: another in mind may be meant as well."""

BESIDE = 8
"""How many words of a noun phrase beside a name are read."""

DESCRIBING = frozenset({"JJ", "JJS", "NN", "NNP", "NNPS", "NNS", "VBG", "VBN", "HYPH", "CD", "CC", "RB", "RBS"})


def _has_people(tree: Tree, first: int, alone: bool) -> bool:
    """Whether what an owner has is an officer or a person by full name: its executive director, its Ann Lee.

    Of an owner named in one word only an officer tells that it is no person: Mrs. Lee has a director, but no founder.
    """
    if not alone and is_given(" ".join(tree.words[first : first + 2])) and tree.tags[first : first + 2] == NAMED:
        return True
    end = first
    while end < min(first + 3, len(tree)) and (_is_plain(tree, end) or tree.words[end] in CHIEFS):
        end += 1
    return end > first and tree.lower[end - 1] in words("company_people" if alone else "headships")


def _is_plain(tree: Tree, i: int) -> bool:
    return tree.tags[i] in ("JJ", "NN") and tree.words[i].islower()


CHIEFS = frozenset({"CEO", "CFO", "COO"})
"""Officers who are written in capitals."""

NAMED = ["NNP", "NNP"]
"""Tags of a full name: "Ann Lee", and not "Obama's America"."""


def _is_spelt_out(tree: Tree, first: int, end: int) -> bool:
    """Whether a name is all capitals, as initials are, and no person's in capitals: "NATO", "USA TODAY"."""
    printed = tree.said((first, end))
    return (
        not is_heading(tree, first, end)
        and sum(map(str.isalpha, printed)) > 1
        and printed.isupper()
        and "-" not in printed
        and not is_given(printed)
    )


def is_chapter(tree: Tree, first: int, end: int) -> bool:
    """Whether a name is that of a party's own body: "Elm County GOP", "College Republicans"."""
    if end - first < 2 or tree.lower[end - 1] not in words("parties") or not tree.words[end - 2][0].isupper():
        return False
    many = tree.words[end - 1].isupper() or tree.lower[end - 1].endswith("s")  # no county's one Republican
    return many and tree.lower[end - 2] in words("clubs")


def is_union(tree: Tree, first: int, end: int) -> bool:
    """Whether a name is a union's, by those who are in it: "United Mill Workers", "Mill Workers of Ohio"."""
    if end - first < 2:
        return False
    return any(tree.lower[k] in words("fellows") and tree.words[k][0].isupper() for k in range(first + 1, end))


def is_heading(tree: Tree, first: int, end: int) -> bool:
    """Whether a name ends a line of its own in capitals, of two words at least: "FULL TEXT."."""
    line = first
    while line and tree.words[line - 1].isupper():
        line -= 1
    alone = end - line > 1 and line > 0 and tree.words[line - 1].isspace()
    return alone and not any(map(str.isalnum, tree.words[end : end + 2])) and tree.said((first, end)).isupper()


def _is_joined(tree: Tree, i: int) -> bool:
    """Whether a word is written as several run together, as firms are: "RealClearPolitics", and not "McDonald"."""
    inner = INNER_CAPITAL.search(tree.words[i])
    return inner is not None and inner.start() > 2 and not tree.words[i].startswith("Fitz")


def _is_shown(tree: Tree, first: int, last: int) -> bool:
    """Whether a name stands before an office held there, or the body it is: "Real Time host", "Wool First group"."""
    if tree.deps[last] != "compound" or is_given(" ".join(tree.words[first : last + 1])):
        return False
    noun = tree.lower[tree.heads[last]]
    part = noun in words("retinues") or noun in words("outposts")
    if first < last and tree.heads[last] == last + 1 and is_body(noun) and not part:
        return tree.tags[last + 1] == "NN" and not is_title(noun)
    office = singular(tree.lower[tree.heads[last]])
    if tree.tags[tree.heads[last]] not in ("NN", "NNS"):
        return False
    if office in words("company_people"):
        return True
    return office in words("reporters") or (first < last and office in words("bylines"))


def is_common(tree: Tree, i: int) -> bool:
    """Whether a capitalised noun names no body but a sort of them: "a super PAC"."""
    article = tree.child(i, "det")
    return is_body(tree.lower[i]) and article is not None and tree.lower[article] == "a"
