"""The shapes of quotation marks, and what it costs to read one as opening or closing.

A cost says how unusual a reading is: 0 is regular use, about 3 a slip of the pen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NEVER = 99.0
"""A cost that no reading outweighs."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape: marks pair within a family only."""

    family: str
    opens: float
    closes: float


GLYPHS = {
    '"': Glyph("double", 0, 0),
    "＂": Glyph("double", 0, 0),
    "''": Glyph("double", 0, 0),
    "“": Glyph("double", 0, 3),
    "”": Glyph("double", 3, 0),
    "‟": Glyph("double", 0, 3),
    "„": Glyph("double", 0, NEVER),
    "``": Glyph("double", 0, NEVER),
    "‘‘": Glyph("double", 0, 3),
    "’’": Glyph("double", 3, 0),
    "'": Glyph("single", 0, 0),
    "＇": Glyph("single", 0, 0),
    "‘": Glyph("single", 0, 3),
    "’": Glyph("single", 2.5, 0),
    "‛": Glyph("single", 0, 3),
    "‚": Glyph("single", 0, NEVER),
    "`": Glyph("single", 0, 1),
    "´": Glyph("single", NEVER, 0),
    "«": Glyph("angle", 0, 1),
    "»": Glyph("angle", 1, 0),
    "‹": Glyph("small angle", 0, 1),
    "›": Glyph("small angle", 1, 0),
    "「": Glyph("corner", 0, NEVER),
    "」": Glyph("corner", NEVER, 0),
    "『": Glyph("white corner", 0, NEVER),
    "』": Glyph("white corner", NEVER, 0),
}

REGULAR_PAIRS = {"„“", "‟”", "‚‘", "‛’", "»«", "›‹", "««", "»»"}
"""Pairs that are regular somewhere although a mark stands in an unusual role."""

UNLIKE_PAIRS = {a + b for a in ('"', "''", "＂") for b in ("”", "’’")} | {
    a + b for a in ("“", "”", "„", "‘‘") for b in ('"', "''", "＂")
}
"""Pairs of a straight and a curly mark: read, but not preferred."""

APOSTROPHES = "'’‘`´＇‛"
"""Shapes that are also typed for an apostrophe: between two letters they are nothing else."""

_SURE = "".join(g for g in GLYPHS if len(g) == 1 and g not in APOSTROPHES)
MARK = re.compile(
    rf"[{_SURE}]"
    rf"|(?:'{{2,}}|``|‘‘|’’)"
    rf"|(?<![^\W_])[{APOSTROPHES}]"
    rf"|[{APOSTROPHES}](?![^\W_])"
)
"""Finds marks and possible marks; runs of straight single marks come as one match."""
