"""Who passed on what somebody said: such a clause or phrase attributes nothing itself."""

from __future__ import annotations

from quotes.lexicon import verb_forms, words
from quotes.spans import Tokens
from quotes.tags import INFLECTED
from quotes.tree import Tree

RELAY = " relay"
"""What the pattern of a reading ends with whose content is what somebody else is said to have said."""

CLAUSES = frozenset({"ROOT", "ccomp", "parataxis"})


def reports_already(tree: Tree, sentence: Tokens, hole: Tokens, level: int) -> bool:
    """Whether a sentence says who said what it reports, so that the phrase only says who passed it on.

    "“The mill will close,” Ortiz said, according to Radio Nord."
    """
    outside = [i for i in range(*sentence) if tree.quote[i] == level and not hole[0] <= i < hole[1]]
    marks = any(tree.quote[i] != level for i in range(*sentence))
    for i in outside:
        if tree.tags[i] in INFLECTED and verb_forms().get(tree.lower[i]) in words("cues/going_on"):
            told = marks or tree.child(i, "ccomp") is not None
            if told and tree.child(i, "nsubj") is not None and tree.deps[i] in CLAUSES:
                return True
    return False
