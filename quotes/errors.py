"""Everything that can go wrong on purpose, as exceptions with one-line messages."""

from __future__ import annotations


class QuotesError(Exception):
    """Base of all errors that this package raises; ``str(error)`` is one line for a person."""


class ModelNotFound(QuotesError):
    """The spaCy pipeline that was asked for is not installed, or lacks a tagger or parser."""


class UnreadableInput(QuotesError):
    """A file, folder or stream that cannot be read as text."""


class UnwritableOutput(QuotesError):
    """An output that cannot be written."""
