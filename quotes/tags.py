"""Penn tags that rules ask for together."""

from __future__ import annotations

INFLECTED = frozenset({"VBD", "VBZ", "VBP"})
"""Verbs that carry person or tense."""

FINITE = INFLECTED | {"MD"}
"""What makes a clause one: an inflected verb or a modal."""

VERBS = FINITE | {"VB", "VBG", "VBN"}
"""Every form of a verb."""
