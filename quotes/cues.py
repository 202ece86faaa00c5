"""Finds the words that may attribute: verbs with their groups, and the stance they take.

A cue is only a candidate here. Whether it attributes, and what, is for the rules to propose
and for ``choose`` to weigh.
"""

from __future__ import annotations

from functools import cache

from quotes.idioms import idiom_at, idiom_openers
from quotes.lexicon import table, verb_forms, words
from quotes.spans import Cue, Tokens
from quotes.tree import Tree

AUXILIARY = frozenset({"aux", "auxpass", "neg", "advmod"})
"""What belongs to a verb group when it stands directly before the verb."""

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})

NOMINAL = NOUNS | {"DT", "JJ", "IN", "HYPH", "POS", "PRP$", "CD"}
"""Tags of what may stand between a quotation and the verb that ends its clause."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})

NOT_ONLY = frozenset({"just", "only", "merely", "simply"})
"""Adverbs that take a negation's force: who "not only said" did say."""

CLAUSE = 12
"""How many tokens such a clause may have."""


def find_cues(tree: Tree) -> list[Cue]:
    """Return the verbs and idioms of the lexicon, in order, each with its whole group."""
    forms, frames, openers = verb_forms(), _frames(), idiom_openers()
    found, covered = [], 0
    for i, word in enumerate(tree.lower):
        idiom = idiom_at(tree, i) if word in openers else None
        if idiom is not None and i >= covered:
            head, (_, covered), words_ = idiom
            group = verb_group(tree, i)[0], covered
            found.append(Cue(head, group, words_.lemma, words_.frame, stance(tree, i, words_.lemma)))
            continue
        lemma = forms.get(word)
        if lemma is None or i < covered or _is_violent(tree, i, lemma) or _is_conceded(tree, i):
            continue
        if _is_verb(tree, i):
            found.append(verb_cue(tree, i, lemma, frames[lemma]))
    return found


def verb_cue(tree: Tree, i: int, lemma: str, frame: str) -> Cue:
    """Build the cue of a verb: group, frame and stance."""
    group = verb_group(tree, i)
    return Cue(i, group, lemma, frame, stance(tree, i, lemma))


def verb_group(tree: Tree, i: int) -> Tokens:
    """Return the verb with the auxiliaries, negation, adverbs before it and its particle.

    "has repeatedly said", "did n't apologize", "went on to say", "pointed out".
    """
    first = end = i
    while first and _opens_group(tree, first - 1, i):
        first -= 1
    end = i + 1
    if end < len(tree) and tree.heads[end] == i and tree.deps[end] == "prt":
        end += 1
    governor = tree.heads[i]
    if tree.deps[i] == "xcomp" and tree.lower[first] == "to" and _carries(tree, governor, first):
        first = verb_group(tree, governor)[0]
    return first, end


def stance(tree: Tree, i: int, lemma: str) -> str:
    """Say in what way the verb reports: asserted, denied, declined, negated, hypothetical, asked."""
    governor = tree.heads[i]
    if tree.deps[i] == "xcomp" and verb_forms().get(tree.lower[governor]) in words("cues/declined"):
        return "declined"
    kids = tree.children(i, "aux", "neg", "mark", "advmod", "nsubj", "det")
    before = {tree.lower[k] for k in kids if k < i and not _is_name(tree, k) and tree.tags[k] != "NNP"}
    if _shares_auxiliary(tree, i):
        before |= {tree.lower[k] for k in tree.children(governor, "aux", "neg", "nsubj") if k < i}
    if before & words("cues/negations") and not before & NOT_ONLY:
        withheld = before & words("cues/withholding") and lemma in (
            "say",
            "comment",
            "discuss",
            "disclose",
            "elaborate",
        )
        return "declined" if withheld or lemma in words("cues/answering") else "negated"
    if before & words("cues/modals") and not before >= {"would", "only"}:
        return "hypothetical"
    if lemma in words("cues/denied"):
        return "denied"
    if lemma in words("cues/declined"):
        return "declined"
    if lemma == "expect" and is_passive(tree, i):
        return "hypothetical"
    if lemma == "question" and _doubts(tree, i):
        return "asserted"
    return "asked" if lemma in words("cues/asked") else "asserted"


def _shares_auxiliary(tree: Tree, i: int) -> bool:
    """Whether the auxiliaries of the verb above hold for a verb too: "did not name or blame", not "but told"."""
    governor = tree.heads[i]
    if tree.child(i, "nsubj") is not None or (tree.deps[i] == "conj" and tree.child(i, "aux") is not None):
        return False
    if tree.deps[i] == "xcomp":
        return tree.lower[governor] not in ("heard", "seen")
    return tree.deps[i] == "conj" and tree.tags[i] == tree.tags[governor] and tree.tags[i] not in FINITE


def _doubts(tree: Tree, i: int) -> bool:
    """Whether somebody questions a thing, which asks nobody: "questioned the science"."""
    thing = tree.child(i, "dobj")
    return thing is not None and tree.tags[thing] in ("NN", "NNS") and tree.child(i, "ccomp") is None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive, or a bare participle after its noun."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return tree.tags[verb] == "VBN" and tree.deps[verb] in ("acl", "amod")


@cache
def _frames() -> dict[str, str]:
    return {row["lemma"]: row["frame"] for row in table("verbs")}


def _is_verb(tree: Tree, i: int) -> bool:
    tag = tree.tags[i]
    if tag[:2] == "VB":
        return tree.deps[i] not in ("aux", "auxpass") and not (tag == "VBG" and tree.deps[i] in ("amod", "compound"))
    if tag not in NOUNS:
        return False
    governs = tree.deps[i] == "ROOT" and tree.child(i, "nsubj", "dobj", "ccomp") is not None
    return (tag != "NN" and governs) or _ends_reporting_clause(tree, i)


def _ends_reporting_clause(tree: Tree, i: int) -> bool:
    """Whether a word, taken for a noun, is what ends the clause after a quotation: “…,” the email read."""
    if i + 1 < len(tree) and not (tree.words[i + 1] == "." or tree.words[i + 1].isspace()):
        return False
    k = i - 1
    while k > i - CLAUSE and k > 0 and tree.quote[k] == tree.quote[i] and tree.tags[k] in NOMINAL:
        k -= 1
    return 0 < k < i - 1 and tree.quote[k] > tree.quote[i] and tree.words[k - 1] == ","


def _is_violent(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a verb like "attack" means blows, not words: a weapon or a blow stands among its adjuncts."""
    if lemma not in words("cues/blows"):
        return False
    weapons = words("cues/weapons")
    return any(tree.lower[k] in weapons for k in range(tree.left[i], min(tree.right[i], i + 40)))


def _is_conceded(tree: Tree, i: int) -> bool:
    """Whether a verb only concedes what went before: "That said, the mill is closed"."""
    conceded = tree.lower[i] == "said" and tree.words[max(i - 1, 0)] == "That" and tree.words[i + 1 : i + 2] == [","]
    return conceded and tree.tags[i + 2 : i + 3] != ["IN"] and "nsubj" in tree.deps[i + 2 : i + CLAUSE]


def _opens_group(tree: Tree, k: int, i: int) -> bool:
    if tree.heads[k] != i or tree.deps[k] not in AUXILIARY or _is_name(tree, k):
        return False
    return tree.deps[k] != "advmod" or tree.tags[k].startswith("RB")


def _is_name(tree: Tree, k: int) -> bool:
    """Whether what is taken for an auxiliary is somebody's name: “…,” Will wrote."""
    return tree.tags[k] == "MD" and tree.words[k].istitle() and k > 0 and tree.sentence[k - 1] == tree.sentence[k]


def _carries(tree: Tree, governor: int, first: int) -> bool:
    """Whether an infinitive is said by way of the verb above it: went on to say, declined to say."""
    if tree.lower[governor] not in words("cues/carriers"):
        return False
    return all(tree.heads[k] in (governor, k) or tree.tags[k] in ("RB", "RP", "IN") for k in range(governor + 1, first))
