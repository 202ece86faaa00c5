"""Which marks stand around a part of somebody else's sentence: he called it “unheard of” and left.

Such words are read best as if the marks were not there: a parser takes them for a quotation of
a whole sentence and loses the one around them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.spans import Stretch

PART = 14
"""How many words a part of a sentence may have."""

LEADS = frozenset(',:.?!”"')
"""What ends the words before a quotation that does not go on their sentence."""


def woven_marks(text: str, quotations: Sequence[Stretch]) -> frozenset[int]:
    """Return the code points that are marks around a part of a sentence."""
    return frozenset(
        at
        for quotation in quotations
        if quotation.closed and not quotation.depth and _is_part(text, quotation)
        for at in (
            *range(quotation.start, quotation.inner[0]),
            *range(quotation.inner[1], quotation.end),
        )
    )


def _is_part(text: str, quotation: Stretch) -> bool:
    shown = text[slice(*quotation.inner)].strip()
    length = len(shown.split(maxsplit=PART + 1))
    if not shown or length > PART:
        return False
    before = text[max(0, quotation.start - 3) : quotation.start]
    if not before or "\n" in before or before.rstrip()[-1:] in LEADS:
        return False
    return not shown[0].isupper()
