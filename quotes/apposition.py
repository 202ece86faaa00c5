"""Reads the offices in the words around a name, from their order alone: the parse often hangs them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from quotes.bodies import LINKS, body_at, is_membership, is_outpost, is_where, of_owner, owns_next
from quotes.ledger import Ledger
from quotes.lexicon import table, verb_forms, words
from quotes.lists import single
from quotes.nouns import is_body, is_title
from quotes.offices import NOUNS, Claim, is_sought, office, tells_work
from quotes.rules import rule
from quotes.runs import LONGEST_NAME
from quotes.tags import INFLECTED
from quotes.tree import Tree

REACH = 40
"""How many tokens after a name are read."""

BEFORE_HEAD = frozenset("DT JJ JJS JJR NN NNP NNS NNPS POS HYPH CD VBN VBG RB PRP$ CC `` ''".split())
"""Tags of what may stand between the comma after a name and the title."""

JOINING = frozenset({"of", "and", "for", "on"})

ARTICLES = frozenset({"the", "its", "his", "her", "their"})

OTHERS = frozenset({"his", "her", "their"})

BEING = frozenset({"is", "was", "became", "remains", "'s", "’s"})
SERVING = tuple([verb, "as"] for verb in ("serves", "served", "works", "worked", "acts", "acted"))
PASSED = frozenset({"now", "also", "currently", "previously", "once", "then", "still", "formerly"})
PARTY_LETTERS = frozenset({"D", "R", "I"})
DASHES = frozenset({"—", "–", "--"})
CLOSING = frozenset({".", ";", ":", "(", "—", "–", "--", ",", "?", "!"})


@rule("affiliations")
def words_after(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the titles after a name and its comma with the bodies they are held at, whatever the parse says.

    Example: It rained, said Ann Lee, a former adviser to the mayor and now a fellow at the Wilson Center.
    """
    start = _start(tree, ledger.names[head].tokens[1])
    if start is not None and start not in ledger.speaking:
        yield from _offices(tree, ledger, start, _end(tree, head, start))
    elif (partner := named_with(tree, ledger, head)) is not None:
        start = _start(tree, ledger.names[partner].tokens[1])
        if start is not None and start not in ledger.speaking:
            shared = _offices(tree, ledger, start, _end(tree, head, start), plural=True)
            yield from (replace(claim, title=single(claim.title)) for claim in shared)


@rule("affiliations")
def at_work(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body for which the participle after a name says that its bearer works.

    Example: Ann Lee, writing in the Riverton Tribune, said it had rained.
    """
    i = ledger.names[head].tokens[1]
    i += tree.words[i : i + 1] == [","]
    if tree.tags[i : i + 1] != ["VBG"] or verb_forms("offices").get(tree.lower[i]) not in _working():
        return
    link = next((k for k in range(i + 1, min(i + 4, len(tree))) if tree.lower[k] in LINKS), len(tree))
    first = link + 1 + (tree.lower[link + 1 : link + 2] in (["the"], ["a"]))
    if (body := body_at(ledger, first)) is not None:
        yield Claim(None, body, False, tree.span((head, first + 1)))


@cache
def _working() -> frozenset[str]:
    """Return the verbs of those who work for a body without an office that they would name."""
    return frozenset(row["lemma"] for row in table("offices") if row["title"] in ("-", "+"))


@rule("affiliations")
def words_before_name(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the title and the body that lead up to a comma and a name, whatever the parse says.

    Example: The owner of the Riverton Mill, Ann Lee, said it had rained.
    """
    first, end = ledger.names[head].tokens
    comma = first - 1
    if comma < 1 or tree.words[comma] != "," or tree.sentence[comma] != tree.sentence[head]:
        return
    opens = _is_fronted(tree, head, comma)
    if tree.lower[end : end + 1] not in ([","], ["."], ["("], ["who"]) and not opens:
        return  # "It was the mayor, Ann Lee said"
    start = comma
    while start and comma - start < REACH and _leads_up(tree, start - 1, head):
        start -= 1
        if tree.lower[start] == "and" and tree.lower[start + 1] in ARTICLES:
            return  # "the mayor and the first lady, Ann Lee,"
        if tree.lower[start] in ARTICLES or (opens and tree.lower[start] in ("a", "an")):
            found = _heads(tree, ledger, start, comma)
            if len(found) == 1 and _is_noun(tree, found[0][1]) and tree.tags[max(start - 1, 0)] != "CC":
                yield from _offices(tree, ledger, start, comma)
                return


def _is_noun(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "NN" or (tree.tags[i] == "NNP" and tree.words[i].islower())


def _is_fronted(tree: Tree, head: int, comma: int) -> bool:
    """Whether a sentence opens with what its subject is: "A former teacher, Ann Lee said that"."""
    first, verb = tree.sentences[tree.sentence[head]][0], int(tree.heads[head])
    opens = tree.lower[first] in ("a", "an") or tree.lower[first : first + 2] in (["now", "the"], ["now", "a"])
    if not opens or "," in tree.words[first:comma]:
        return False
    main = tree.deps[head] == "nsubj" and tree.heads[verb] == verb
    return main and tree.words[verb + 1 : verb + 2] != [","]


def _leads_up(tree: Tree, i: int, head: int) -> bool:
    inside = tree.quote[i] == tree.quote[head] and tree.sentence[i] == tree.sentence[head]
    return inside and (tree.tags[i] in BEFORE_HEAD or tree.lower[i] in LINKS)


def named_with(tree: Tree, ledger: Ledger, head: int) -> int | None:
    """The person whom "and" joins to a name: what is said of both stands after the second."""
    after = ledger.names[head].tokens[1]
    if tree.lower[after : after + 1] != ["and"]:
        return None
    near = range(after + 1, min(after + 6, len(tree)))
    return next((k for k in near if k in ledger.names and ledger.names[k].tokens[0] == after + 1), None)


def _offices(tree: Tree, ledger: Ledger, start: int, end: int, plural: bool = False) -> Iterator[Claim]:
    heads = _heads(tree, ledger, start, end)
    if plural:
        heads = [(first, title) for first, title in heads if tree.tags[title] == "NNS"]
    elif start == len(tree):
        return
    elif tree.lower[start] in OTHERS and any(tree.tags[title] == "NNS" for _, title in heads):
        return  # "Ann Lee, her daughters and advisers"
    elif "CD" in tree.tags[start : start + 2]:  # "Besides Ann Lee, two members of the board"
        return
    if len(heads) == 1 and _speaks_next(tree, heads[0][1], end):
        return
    for place, (first, title) in enumerate(heads):
        stop = heads[place + 1][0] if place + 1 < len(heads) else end
        while stop > title + 1 and not tree.words[stop - 1][0].isalnum():
            stop -= 1
        yield from office(tree, ledger, title, first, stop, list(_bodies(tree, ledger, title, stop)))


def _speaks_next(tree: Tree, title: int, end: int) -> bool:
    """Whether a title is the subject of the verb after its words: "After tea with Ann Lee, the mayor left"."""
    closed = tree.words[end : end + 1] and tree.words[end] in CLOSING
    return not closed and tree.deps[title] in ("nsubj", "nsubjpass") and tree.heads[title] >= end


def _start(tree: Tree, i: int) -> int | None:
    """Where the words begin that tell who somebody is, after a party or an age and a comma; None without one."""
    size = len(tree)
    if i < size and tree.words[i] == "(":
        i = next((k + 1 for k in range(i, min(i + 8, size)) if tree.words[k] == ")"), size)
    if i + 2 < size and tree.words[i] == "," and tree.tags[i + 1] == "CD" and tree.words[i + 2] == ",":
        i += 2
    elif i + 2 < size and tree.words[i] == "," and tree.words[i + 1].partition("-")[0] in PARTY_LETTERS:
        i = next((k for k in range(i + 2, min(i + 5, size)) if tree.words[k] == ","), size)
    if i + 1 < size and tree.lower[i] in BEING and tree.lower[i + 1] in words("naming_verbs"):
        return next((k + 1 for k in range(i + 2, min(i + 6, size)) if tree.lower[k] == "as"), i + 2)
    if i + 1 >= size or (tree.words[i] != "," and tree.words[i] not in DASHES):
        return None
    if tree.lower[i + 1] != "who":
        return i + 1
    verb = next((k for k in range(i + 2, min(i + 4, size)) if tree.lower[k] not in PASSED), size)
    if tree.lower[verb : verb + 2] in SERVING:
        return verb + 2
    if verb + 1 < size and tree.lower[verb] in BEING and tree.lower[verb + 1] in words("naming_verbs"):
        return next((k + 1 for k in range(verb + 2, min(verb + 6, size)) if tree.lower[k] == "as"), verb + 2)
    return verb + 1 if verb < size and tree.lower[verb] in BEING else None


def _end(tree: Tree, head: int, start: int) -> int:
    """Where they end: at a verb, a sign, quotation marks, the sentence's end."""
    for i in range(start, min(start + REACH, len(tree))):
        closes = tree.words[i] in CLOSING or tree.tags[i] in INFLECTED or tree.tags[i] in ("WDT", "WP", "WRB", "MD")
        if closes or tree.quote[i] != tree.quote[head] or tree.sentence[i] != tree.sentence[head]:
            return i
    return min(start + REACH, len(tree))


def _heads(tree: Tree, ledger: Ledger, start: int, end: int) -> list[tuple[int, int]]:
    """The titles in some words, each with where its phrase begins: the first there, the others after "and"."""
    found: list[tuple[int, int]] = []
    first: int | None = start
    for i in range(start, end):
        if tree.lower[i] == "and" and found:
            first = i + 1
        elif tree.lower[i] in JOINING and _in_body(ledger, i):
            continue  # "the Bureau of Wool and Rain chief"
        elif first is None or (tree.tags[i] not in BEFORE_HEAD and tree.lower[i] not in PASSED):
            first = None
        elif _is_somebody_else(tree, ledger, i):
            return []
        elif is_title(tree.lower[i]) and tree.tags[i] in NOUNS and _ends_phrase(tree, i) and not _in_body(ledger, i):
            found.append((first, i))
            first = None
    return found


def _in_body(ledger: Ledger, i: int) -> bool:
    """Whether a token is part of a body's name: the educators of the "Caucus of Rank and File Educators"."""
    near = (ledger.names[k] for k in range(max(0, i - LONGEST_NAME), i + 2) if k in ledger.names)
    return any(name.kind == "organization" and name.tokens[0] < i < name.tokens[1] for name in near)


def _is_somebody_else(tree: Tree, ledger: Ledger, i: int) -> bool:
    """Whether the words go on with another person: "Ann Lee, Bob Ray and others"."""
    entry = ledger.by_token.get(i)
    if entry is None or entry.kind != "person" or i not in ledger.names:
        return False
    return tree.tags[i + 1 : i + 2] not in (["POS"], ["NN"], ["JJ"])


def _ends_phrase(tree: Tree, i: int) -> bool:
    """Whether a title is the last word of its phrase, and of nobody else's: not "director Bob Ray"."""
    after = tree.tags[i + 1] if i + 1 < len(tree) else "."
    return after not in ("NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "JJ")


def _bodies(tree: Tree, ledger: Ledger, title: int, stop: int) -> Iterator[str]:
    """The bodies named in the phrases after a title."""
    if title + 1 < stop and tree.lower[title + 1] in LINKS and not tells_work(tree, title, title + 1):
        link = title + 1
        for i in range(title + 2, stop):
            if tree.tags[i] in ("VBG", "VB"):
                return
            link = i if tree.tags[i] == "IN" else link
            entry = ledger.by_token.get(i)
            member = entry is not None and entry.kind == "organization" and is_membership(entry)
            if entry is None or not member or _tells(tree, i) or is_where(tree, ledger, link, i):
                continue
            if owns_next(tree, ledger, i) or is_outpost(tree, ledger, i, entry):
                continue
            of_state = tree.lower[i] in words("portfolios") and tree.lower[i - 1] == "of"
            if not of_state and not is_sought(tree, entry.name, title):
                yield of_owner(tree, ledger, i, entry)


def _tells(tree: Tree, i: int) -> bool:
    """Whether a name only tells which one the noun after it is: "House" leadership."""
    return tree.deps[i] in ("compound", "nmod", "amod") and not is_body(tree.lower[tree.heads[i]])
