"""Noun phrases of a reporting clause, from the tags: where they end, and whether they can be spoken to."""

from __future__ import annotations

from quotes.details.time import time_at
from quotes.lexicon import words
from quotes.nouns import is_body, is_title, singular
from quotes.tree import Tree

NOMINAL = frozenset("DT PDT PRP$ JJ JJR JJS NN NNS NNP NNPS CD POS HYPH PRP VBN VBG RBS $ ADD FW AFX".split())
HEADS = frozenset("NN NNS NNP NNPS PRP CD ADD FW".split())
MISREAD = frozenset("RB UH VB VBP VBZ VBD SYM LS".split())


def noun_phrase(tree: Tree, first: int, end: int) -> int | None:
    """Return one past the last token of the noun phrase that starts at a token, by its tags.

    It holds what stands before the noun and the noun, none of what follows: "reporters" of
    "reporters in Dayton Monday". A title in quotation marks may take the noun's place after an
    owner: "NBC's “Meet the Press”".
    """
    i, last = first, None
    while i < end:
        if last == i - 1 and is_possessive(tree, i, end):
            if (title := title_at(tree, i + 1, end)) is not None:
                return title
        elif tree.words[i].isspace() and "\n" not in tree.words[i]:
            pass
        elif (tree.tags[i] not in NOMINAL and not _is_name(tree, i)) or (
            last is not None and _starts_another(tree, i, end)
        ):
            break
        elif tree.tags[i] in HEADS or _is_name(tree, i):
            last = i
            if tree.tags[i] == "PRP":
                break
        i += 1
    return last + 1 if last is not None else None


def is_possessive(tree: Tree, i: int, end: int) -> bool:
    """Whether a token is the "'s" of an owner, whatever its tag."""
    if tree.tags[i] == "POS":
        return True
    after = i + 2 if i + 1 < end and tree.words[i + 1].isspace() else i + 1
    owned = after < end and (tree.tags[after] in NOMINAL or title_at(tree, after, end) is not None)
    return owned and tree.lower[i] in ("'s", "’s", "'", "’", "/") and tree.starts[i] == tree.ends[i - 1]


def _is_name(tree: Tree, i: int) -> bool:
    """Whether a capitalised word is a name that the tagger took for something else."""
    return tree.tags[i] in MISREAD and tree.words[i][0].isupper() and i > tree.sentences[tree.sentence[i]][0]


def _starts_another(tree: Tree, i: int, end: int) -> bool:
    """Whether a token after a noun belongs to something else: a time, another phrase, a participle's clause."""
    tag = tree.tags[i]
    if tag in ("DT", "PRP$", "PRP"):
        return tree.tags[i - 1] not in ("POS", "PDT", "DT")
    if tag in ("VBN", "VBG") and not (tree.tags[i - 1] == "HYPH" or (tree.deps[i] == "amod" and tree.heads[i] > i)):
        return True
    return time_at(tree, i, end) is not None


def whole(tree: Tree, end: int, limit: int) -> int:
    """Return the end of a party with what follows after "of" and "and": "a crowd of workers"."""
    for _ in range(3):
        if end + 1 >= limit or tree.lower[end] not in ("of", "and", "or", "&"):
            break
        more = noun_phrase(tree, end + 1, limit)
        if more is None or (tree.lower[end] != "of" and not is_party(tree, end + 1, more)):
            break
        end = more
    return end


def is_party(tree: Tree, first: int, end: int) -> bool:
    """Whether a noun phrase names somebody who can be spoken to: a person, a group or a body."""
    head, word = end - 1, tree.lower[end - 1]
    if tree.tags[head] in ("NNP", "NNPS") or _is_name(tree, head) or tree.quote[head] != tree.quote[first]:
        return True
    one, hearers = singular(word), words("details/hearers")
    if tree.tags[head] not in ("NN", "NNS"):
        return word in hearers
    return word in hearers or one in hearers or word in words("groups") or is_title(word) or is_body(one)


def title_at(tree: Tree, i: int, limit: int) -> int | None:
    """Return one past a quotation that starts at a token and is a title: capital words, no sentence."""
    number = tree.quote[i] if i < limit else -1
    if number < 0 or tree.held[number][0] != i or tree.held[number][1] > limit:
        return None
    first, end = tree.held[number]
    shown = [w for w in tree.words[first:end] if w[0].isalnum()]
    if not shown or len(shown) > 10 or not shown[0][0].isupper():
        return None
    if any(w[0].islower() and w.lower() not in words("details/small") for w in shown):
        return None
    return end
