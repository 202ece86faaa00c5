"""The project's own labelled articles: ``tests/labelled/*.txt``, made up and tagged in full.

Each stands after a line ``== name``, in the notation of ``tests/casefile.py``, tagged by the
conventions of PolNeAR: an attribution within another's content is not tagged.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from gold import Article, Item

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "labelled"
sys.path.append(str(ROOT / "tests"))

from casefile import Case, CaseError, Said, read  # noqa: E402


def cases() -> Iterator[tuple[str, Case]]:
    """Yield the name and the labels of every article.

    Raises:
        CaseError: an article's tags cannot be read.
    """
    for path in sorted(FOLDER.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf8").split("\n") if not line.startswith("#")]
        _, *parts = re.split(r"^== (.+)$", "\n".join(lines), flags=re.MULTILINE)
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            try:
                yield f"{path.stem}/{name}", read(text.strip())
            except CaseError as error:
                raise CaseError(f"{path.stem}/{name}: {error}") from None


def articles() -> list[Article]:
    """Return every article as a labelled corpus has it."""
    return [Article(name, case.text, [wanted(said) for said in case.said]) for name, case in cases()]


def wanted(said: Said) -> Item:
    """Return a tagged attribution as a gold one."""
    return Item(list(said.content), [said.cue] if said.cue else [], [said.source] if said.source else [])
