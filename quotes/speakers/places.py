"""Says what a mention weighs by its place in the sentence: whom a sentence is about."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import words
from quotes.nouns import is_title
from quotes.tags import FINITE
from quotes.tree import Tree, remembered

ROLES = {
    "nsubj": 6.0,
    "nsubjpass": 3.5,
    "ROOT": 4.0,
    "dobj": 2.0,
    "dative": 2.0,
    "pobj": 1.0,
    "poss": 2.0,
    "attr": 1.5,
    "appos": 1.0,
    "conj": 2.0,
}
"""What a mention weighs by its place in the sentence."""

BELOW = frozenset({"advcl", "relcl", "acl", "csubj"})
"""What makes a clause subordinate: "When Ray left, Lee laughed." is about Lee."""

SUBORDINATE = 0.6
"""The share of a subject's weight that the subject of a subordinate clause has."""

OWNS_SUBJECT = 4.0
"""What the owner of a subject weighs: "Lee's role is new, but she" is about Lee."""

ELSEWHERE = 0.5
"""What a mention weighs in any other place."""


def beside(tree: Tree, i: int) -> int:
    """Return the noun beside which a mention is set or to which it is joined, if there is one, else the mention."""
    while tree.deps[i] in ("appos", "conj") and tree.heads[i] != i and tree.tags[tree.heads[i]][:2] in ("NN", "PR"):
        i = tree.heads[i]
    return i


def joined_to(tree: Tree, i: int) -> int | None:
    """Return the mention to which one is joined: "Ann Lee and Bob Ray", "Ann Lee, along with Bob Ray"."""
    above = int(tree.heads[i])
    if tree.deps[i] == "conj":
        return above
    along = int(tree.heads[above])
    with_others = tree.deps[i] == "pobj" and (tree.lower[along], tree.lower[above]) == ("along", "with")
    return int(tree.heads[along]) if with_others and tree.deps[along] == "prep" else None


def is_main_subject(tree: Tree, i: int) -> bool:
    """Whether a mention is the subject of its sentence, and not of what another is said to say or do."""
    if tree.tags[i] == "MD":  # a surname like Will, which the parse takes for a verb
        return bool(tree.deps[tree.heads[i]] == "ROOT")
    i = beside(tree, i)
    if tree.deps[i] == "ROOT":
        return _opens_torn(tree, i)
    if tree.deps[i] not in ("nsubj", "nsubjpass") or tree.deps[tree.heads[i]] in BELOW:
        return False
    if tree.deps[tree.heads[i]] != "ccomp":
        return True
    if any(tree.tags[k] == "TO" for k in tree.children(tree.heads[i], "aux")):
        return False  # "Ray left to allow Lee to rest"
    above = tree.heads[tree.heads[i]]
    subject = tree.child(above, "nsubj")
    return tree.deps[above] not in BELOW and (subject is None or subject > i or tree.lower[subject] == "it")


def _opens_torn(tree: Tree, i: int) -> bool:
    """Whether a name opens a clause of which the parse has missed the verb: "Ann Lee, who is ill, double-checked"."""
    first, end = tree.sentences[tree.sentence[i]]
    opens = tree.tags[i] == "NNP" and tree.left[i] == first and tree.quote[i] < 0
    return opens and any(tree.tags[k] in FINITE and tree.deps[k] not in BELOW for k in range(i + 1, end))


def within_clause(tree: Tree, i: int) -> Iterator[int]:
    """Yield what holds a mention, up to the clause about another that it is in: "foes of Lee, who met the mayor"."""
    for k in tree.ancestors(i):
        yield k
        if tree.deps[k] == "relcl":
            return


def speaks_aside(tree: Tree, i: int) -> bool:
    """Whether a source speaks in a clause beside the sentence: "who say that", "when Lee said"."""
    i = beside(tree, i)
    return tree.deps[i] in ("nsubj", "nsubjpass") and tree.deps[tree.heads[i]] in BELOW


@remembered
def role_of(tree: Tree, i: int) -> float:
    """Return what a mention weighs: an appositive weighs what the noun beside it does."""
    i = beside(tree, i)
    if tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] == "of" and _is_share(tree, tree.heads[tree.heads[i]]):
        i = int(tree.heads[tree.heads[i]])
    dep = "nsubj" if tree.tags[i] == "MD" or (tree.deps[i] == "ROOT" and _opens_torn(tree, i)) else tree.deps[i]
    weight = ROLES.get(dep, ELSEWHERE)
    if dep == "pobj" and is_topic(tree, tree.heads[i]):
        return ROLES["nsubj"]
    if dep in ("nsubj", "nsubjpass") and not is_main_subject(tree, i):
        weight *= SUBORDINATE
    if dep == "poss" and tree.deps[tree.heads[i]] in ("nsubj", "nsubjpass"):
        weight = OWNS_SUBJECT
    if dep == "pobj" and tree.lower[tree.heads[i]] == "of":
        thing = int(tree.heads[tree.heads[i]])
        if tree.deps[thing] in ("nsubj", "nsubjpass") and not is_title(tree.lower[thing]) and tree.tags[thing] == "NN":
            weight = OWNS_SUBJECT  # "Footage of Lee appears"
    return weight


def _is_share(tree: Tree, i: int) -> bool:
    return tree.lower[i] in words("shares") and tree.tags[i][:2] in ("NN", "CD")


def is_topic(tree: Tree, prep: int) -> bool:
    """Whether a phrase says whom its sentence is about: "as for Lee", and "For Lee, it" where it opens the sentence."""
    if tree.lower[max(prep - 1, 0) : prep + 1] == ["as", "for"]:
        return True
    opens = prep == tree.sentences[tree.sentence[prep]][0] or tree.words[prep - 1].isspace()
    return opens and tree.lower[prep] in ("for", "to") and tree.words[tree.right[prep] : tree.right[prep] + 1] == [","]
