"""Finds names again that the text tells elsewhere: in headlines, and where the tags hide them."""

from __future__ import annotations

from collections.abc import Container

from quotes.firstnames import is_given
from quotes.kinds import EMPTY, FIRST_PERSON, PRONOUNS
from quotes.lexicon import words
from quotes.naming import is_common
from quotes.nouns import is_body, is_title
from quotes.runs import LONGEST_NAME, OPEN_CLASS, PROPER, head_of_run, opens_sentence
from quotes.spans import Name
from quotes.titles_before import lower_title
from quotes.tree import Tree


def recalled(tree: Tree, found: list[Name], shouted: frozenset[int]) -> list[Name]:
    """Find known names in headlines, and known surnames where the tags hide them."""
    known = {tuple(tree.lower[n.tokens[0] : n.tokens[1]]): n.kind for n in found}
    people = [n for n in found if n.kind == "person" or (n.kind == "unknown" and n.tokens[1] - n.tokens[0] > 1)]
    surnames = {(tree.lower[n.tokens[1] - 1],) for n in people}
    known |= dict.fromkeys(surnames - known.keys(), "unknown")
    taken = {i for n in found for i in range(*n.tokens)}
    whole = {form[-1] for form in known if len(form) > 1}
    more: list[Name] = []
    i, size_of_text = 0, len(tree)
    while i < size_of_text:
        if not tree.words[i][0].isupper() or i in taken or tree.tags[min(i + 1, size_of_text - 1)] == "HYPH":
            i += 1
            continue
        longest = LONGEST_NAME if tree.paragraph[i] in shouted else 1
        longest = min(longest, size_of_text - i)
        size = next((k for k in range(longest, 0, -1) if tuple(tree.lower[i : i + k]) in known), 0)
        if size and (longest > 1 or _hidden_name(tree, i)):
            kind = known[tuple(tree.lower[i : i + size])]
            end = i + size
            first = i - (longest > 1 and size == 1 and i - 1 not in taken and _is_given_before(tree, i, whole))
            more.append(Name((first, end), lower_title(tree, first), kind, "", False, head_of_run(tree, first, end)))
        elif longest > 1 and _is_full_name(tree, i, taken):
            size = 2
            more.append(Name((i, i + size), None, "person", "", False, head_of_run(tree, i, i + size)))
        i += max(size, 1)
    return more


def _is_given_before(tree: Tree, i: int, whole: Container[str]) -> bool:
    """Whether a headline has the first name before a surname that the text knows without it: "Cecile Ortiz".

    Before a surname of one whom the text names in full (``whole``) it may be a verb: "Watch Ortiz".
    """
    if i == 0 or not tree.words[i - 1][0].isupper() or is_title(tree.lower[i - 1]):
        return False
    if tree.paragraph[i - 1] != tree.paragraph[i]:
        return False
    opens = i == 1 or tree.paragraph[i - 2] != tree.paragraph[i] or tree.words[i - 2].isspace()
    common = tree.lower[i - 1] in words("parties") or tree.lower[i - 1] in words("places") or is_body(tree.lower[i - 1])
    first = opens and tree.tags[i - 1] == "NNP" and not common and not tree.words[i - 1].isupper()
    first = first and tree.lower[i] not in whole
    return first or is_given(" ".join(tree.words[i - 1 : i + 1]))


def _is_full_name(tree: Tree, i: int, taken: Container[int]) -> bool:
    """Whether a headline has a first name and a surname that no other proper noun goes on with: "Ann Ortiz Says"."""
    if tree.tags[i : i + 2] != ["NNP", "NNP"] or i + 1 in taken or not is_given(" ".join(tree.words[i : i + 2])):
        return False
    if tree.words[i + 1].isupper() or is_title(tree.lower[i]) or not PLAIN_WORD.issuperset(tree.tags[i + 2 : i + 3]):
        return False
    return i == 0 or tree.tags[i - 1] not in PROPER or tree.paragraph[i - 1] != tree.paragraph[i]


PLAIN_WORD = frozenset({"VBZ", "VBD", "VBP", "MD", ",", ":", "_SP", "CC", "TO"})
"""Tags of what may stand after a name in a headline, where another noun may make it something else."""


def _hidden_name(tree: Tree, i: int) -> bool:
    """Whether a capitalised surname that is tagged as another word is the name after all."""
    if is_common(tree, i):
        return False
    if not opens_sentence(tree, i):
        return tree.tags[i] != "DT" and tree.lower[i] not in FIRST_PERSON | PRONOUNS | EMPTY
    if tree.tags[i] == "MD":
        after = next((k for k in range(i + 1, min(i + 4, len(tree))) if tree.tags[k] != "RB"), i)
        return tree.tags[after] in ("VBD", "VBZ", ",", "POS")
    return tree.tags[i] in OPEN_CLASS
