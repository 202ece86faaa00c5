"""Parses that go wrong in ways seen in newspapers, written down token by token: word, tag, dependency, head."""

from __future__ import annotations

from spacy.tokens import Doc

from quotes.language import load, model_name
from quotes.pipeline import attribute, plant
from quotes.speakers.places import ROLES, is_main_subject, role_of
from quotes.tree import Tree


def parsed(rows: str) -> Tree:
    """Build the tree of a text from the parse of its tokens, one a line, spaces before words but not before marks."""
    words, tags, deps, heads = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    tight = ",.’”"
    spaces = [after[0] not in tight and word != "“" for word, after in zip(words, [*words[1:], "."], strict=True)]
    nlp = load(model_name())
    doc = Doc(nlp.vocab, words, spaces, tags=tags, deps=deps, heads=[int(head) for head in heads])
    return plant(nlp, doc.text, [doc])[0]


MISSED = """
Ann NNP compound 1
Ray NNP ROOT 1
, , punct 1
chairman NN appos 1
of IN prep 3
it PRP pobj 4
, , punct 1
did VBD aux 9
not RB neg 9
double-check NN appos 1
Lee NNP dobj 9
. . punct 1
"""


def test_a_name_opens_a_clause_of_which_the_parse_has_missed_the_verb() -> None:
    tree = parsed(MISSED)
    assert is_main_subject(tree, 1)
    assert role_of(tree, 1) == ROLES["nsubj"]


def test_a_name_without_a_verb_opens_no_clause() -> None:
    tree = parsed(MISSED.replace("did VBD", "not RB"))
    assert not is_main_subject(tree, 1)


HUNG_ON_THE_CLAUSE_BEFORE = """
Hal NNP compound 1
Ray NNP ROOT 1
, , punct 1
who WP nsubj 4
led VBD relcl 1
the DT det 6
drive NN dobj 4
, , punct 6
called VBN acl 6
the DT det 10
plan NN oprd 8
“ `` punct 12
absurd JJ oprd 8
. . punct 1
” '' punct 1
"""


def test_a_participle_after_a_relative_clause_is_said_of_whom_the_clause_tells() -> None:
    said = attribute(parsed(HUNG_ON_THE_CLAUSE_BEFORE), []).attributions[-1]
    assert said.source is not None
    assert said.source.text == "Hal Ray, who led the drive,"
    assert said.speaker is not None
    assert said.speaker.name == "Hal Ray"


TWO_SUBJECTS = """
In IN prep 8
Elm NNP pobj 0
, , punct 8
OH NNP nsubj 8
, , punct 8
Gov. NNP compound 7
Ann NNP compound 7
Lee NNP nsubj 8
said VBD ROOT 8
it PRP nsubj 10
rained VBD ccomp 8
. . punct 8
"""


def test_of_two_subjects_the_full_name_speaks() -> None:
    (said,) = attribute(parsed(TWO_SUBJECTS), []).attributions
    assert said.source is not None
    assert said.source.text == "Gov. Ann Lee"
