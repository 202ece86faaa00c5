"""The one page: how a text becomes records.

    text → layout → quotations → parse → tree → cues → links → chosen links
         → speakers with their affiliations → details → records

Each stage is one function that takes what earlier stages made and makes one thing more.
None reaches back, none changes what it was given.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from quotes.choose import choose
from quotes.cues import find_cues
from quotes.details import describe
from quotes.language import parse
from quotes.layout import paragraphs
from quotes.marks import find_quotations, woven_marks
from quotes.records import Document
from quotes.report import document
from quotes.rules.propose import propose
from quotes.spans import Damage
from quotes.speakers import resolve
from quotes.tree import Tree


def read(nlp: Language, text: str, id: str = "") -> Document:
    """Read one article, from its text."""
    tree, damage = plant(nlp, text)
    return attribute(tree, damage, id)


def plant(nlp: Language, text: str, docs: Sequence[Doc] | None = None) -> tuple[Tree, list[Damage]]:
    """Lay out a text, pair its marks and parse it, unless it comes parsed: what no rule has touched yet."""
    layout = paragraphs(text)
    quotations, damage = find_quotations(text, layout)
    broken_off = [q.end for q in quotations if not q.closed]
    parsed = parse(nlp, text, layout, broken_off, woven_marks(text, quotations)) if docs is None else docs
    return Tree(text, parsed, layout, quotations), damage


def attribute(tree: Tree, damage: Sequence[Damage], id: str = "") -> Document:
    """Find who said what in a parsed text."""
    cues = find_cues(tree)
    links = choose(tree, propose(tree, cues))
    cast = resolve(tree, links)
    details = [describe(tree, link) for link in links]
    return document(tree, damage, links, cast, details, id)
