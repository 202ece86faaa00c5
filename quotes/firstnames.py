"""What a first name hints of the pronouns that may stand for a person: weaker than anything the article says.

The names and their counts are those of the United States census of 1990 (public domain), as the
package ``names`` carries them. The hint only weighs one candidate against another; no record states it.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

MOSTLY = 10
"""How many times as common a name must be on one side to hint at all: Leslie hints at nothing."""

COMMON = 0.05
"""How many of a hundred must bear a name that is one though it may be a title: Dean, and not Major."""


@cache
def hint(name: str) -> str:
    """Return ``m`` or ``f`` where a full name opens with a mostly male or female first name, else empty."""
    first, _, rest = name.partition(" ")
    first = first.partition("-")[0]
    if not rest:
        return ""
    man, woman = (_shares(side).get(first.upper(), 0.0) for side in ("male", "female"))
    if man > MOSTLY * woman:
        return "m"
    return "f" if woman > MOSTLY * man else ""


def is_given(name: str) -> bool:
    """Whether a full name opens with a first name of the census."""
    first, _, rest = name.partition(" ")
    first = first.partition("-")[0]
    return bool(rest) and any(first.upper() in _shares(side) for side in ("male", "female"))


def is_common_given(word: str) -> bool:
    """Whether a word is so common a first name that it is one even where it may be a title: Dean."""
    return max(_shares(side).get(word.upper(), 0.0) for side in ("male", "female")) >= COMMON


@cache
def _shares(side: str) -> dict[str, float]:
    """Return how many of a hundred people bear each first name."""
    spec = find_spec("names")
    if spec is None or not spec.submodule_search_locations:
        return {}
    lines = (Path(spec.submodule_search_locations[0]) / f"dist.{side}.first").read_text(encoding="ascii").splitlines()
    return {name: float(share) for name, share, *_ in map(str.split, lines)}
