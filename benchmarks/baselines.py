"""Two programs to compare with: textacy's direct quotations, and the nearest verb of saying.

Both read a doc of the whole spaCy pipeline, as ``spacy.load(model)`` gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from measure import Prediction
from spacy.tokens import Doc, Token
from textacy.constants import REPORTING_VERBS
from textacy.extract.triples import direct_quotations

QUOTATION = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")
SUBJECTS = ("nsubj", "nsubjpass")
VERBS = REPORTING_VERBS["en"]


def textacys(doc: Doc) -> list[Prediction] | None:
    """Return what ``direct_quotations`` finds; None when it raises, and its user is left without the article."""
    try:
        return [
            Prediction(
                content=[(said.content.start_char, said.content.end_char)],
                cue=[_between(said.cue[0], said.cue[-1])],
                source=[_between(said.speaker[0], said.speaker[-1])],
            )
            for said in direct_quotations(doc)
        ]
    except Exception:  # whatever it raises
        return None


def nearest_verb(doc: Doc) -> list[Prediction]:
    """Attribute quotations and clauses to verbs of saying, a quotation to the nearest one in a sentence it touches."""
    quotations = [match.span() for match in QUOTATION.finditer(doc.text)]
    quoted = {i for start, end in quotations for i in range(start, end)}
    verbs = [t for t in doc if t.pos_ == "VERB" and t.lemma_.lower() in VERBS and t.idx not in quoted]
    contents = {verb.i: [_between(*_ends(clause))] for verb in verbs for clause in _clauses(verb)}
    for start, end in quotations:
        held = doc.char_span(start, end, alignment_mode="expand")
        if held is None:
            continue
        first, last = held[0].sent.start, held[-1].sent.end
        near = [verb for verb in verbs if first <= verb.i < last]
        if near:
            verb = min(near, key=lambda v: min(abs(v.i - held.start), abs(v.i - held.end)))
            known = contents.setdefault(verb.i, [])
            if not any(a <= start < b for a, b in known):
                contents[verb.i] = [c for c in known if not start <= c[0] < end] + [(start, end)]
    return [
        Prediction(content=sorted(spans), cue=[_between(doc[i], doc[i])], source=_subject(doc[i]))
        for i, spans in sorted(contents.items())
    ]


def _clauses(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.dep_ == "ccomp")


def _subject(verb: Token) -> list[tuple[int, int]]:
    return [_between(*_ends(child)) for child in verb.children if child.dep_ in SUBJECTS][:1]


def _ends(head: Token) -> tuple[Token, Token]:
    return head.left_edge, head.right_edge


def _between(first: Token, last: Token) -> tuple[int, int]:
    return first.idx, last.idx + len(last)
