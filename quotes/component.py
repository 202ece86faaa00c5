"""A component for spaCy: ``nlp.add_pipe("quotes")``, then ``doc._.attributions`` and ``doc._.quotes``.

It goes after the tagger and the parser of an English pipeline. What it finds is kept in the doc as
one string of JSON, so it goes wherever the doc goes (``to_bytes``, ``DocBin`` with user data, other
processes) and is read back when asked for, by any process that has imported this module.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from quotes.errors import ModelNotFound

if TYPE_CHECKING:  # spaCy imports this module with every pipeline it builds, so importing it must cost nothing
    from quotes.records import Attribution, Document

KEY: Any = ("._.", "quotes", None, None)
"""Where spaCy itself would keep the attribute: a slice of the doc, in which no offset holds, leaves it behind."""


class Quotes:
    """Finds who said what in a parsed doc."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Read a doc and keep what is found in it; its tokens are left as they are.

        Raises:
            ModelNotFound: the doc has no tags or no heads.
        """
        for annotation, pipe in (("TAG", "tagger"), ("DEP", "parser")):
            if not doc.has_annotation(annotation):
                raise ModelNotFound(f"'quotes' needs a {pipe} before it in the pipeline, and no {pipe} read this doc")
        from quotes.pipeline import attribute, plant

        doc.user_data[KEY] = attribute(*plant(self._nlp, doc.text, [doc])).model_dump_json()
        return doc


@Language.factory(
    "quotes",
    requires=["token.tag", "token.dep", "token.head", "doc.sents"],
    assigns=["doc._.attributions", "doc._.quotes"],
)
def create(nlp: Language, name: str) -> Quotes:
    """Make the component; spaCy finds this by the name ``quotes`` once the package is installed."""
    return Quotes(nlp)


def quotes_of(doc: Doc) -> Document | None:
    """Return the record of a doc, None if the component has not read it; offsets are code points of ``doc.text``."""
    found = doc.user_data.get(KEY)
    return None if found is None else _document(found)


def attributions_of(doc: Doc) -> list[Attribution]:
    """Return the attributions in a doc, in order of content; none if the component has not read it."""
    document = quotes_of(doc)
    return list(document.attributions) if document else []


@lru_cache(maxsize=8)
def _document(found: str) -> Document:
    from quotes.records import Document

    return Document.model_validate_json(found)


Doc.set_extension("quotes", getter=quotes_of, force=True)
Doc.set_extension("attributions", getter=attributions_of, force=True)
