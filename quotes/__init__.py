"""Who said what: reads news text and writes validated attribution records.

>>> import quotes
>>> document = quotes.extract("“I was there,” said Ann Ortiz, the mayor.")
>>> document.attributions[0].speaker.name
'Ann Ortiz'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotes.api import extract, extract_many
    from quotes.errors import ModelNotFound, QuotesError, UnreadableInput, UnwritableOutput
    from quotes.records import Affiliation, Attribution, Cue, Document, Quotation, Span, Speaker, Warning, Who

__all__ = [
    "Affiliation",
    "Attribution",
    "Cue",
    "Document",
    "ModelNotFound",
    "Quotation",
    "QuotesError",
    "Span",
    "Speaker",
    "UnreadableInput",
    "UnwritableOutput",
    "Warning",
    "Who",
    "extract",
    "extract_many",
]

_ROOMS = {
    "quotes.api": ("extract", "extract_many"),
    "quotes.errors": ("ModelNotFound", "QuotesError", "UnreadableInput", "UnwritableOutput"),
}


def __getattr__(name: str) -> Any:
    """Import on first use, so that ``import quotes`` costs nothing that is not needed."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    room = next((room for room, names in _ROOMS.items() if name in names), "quotes.records")
    return getattr(import_module(room), name)
