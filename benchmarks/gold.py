"""Reads a labelled corpus given by path: text/*.txt with brat standoff in attributions/*.ann."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

Offsets = tuple[int, int]


@dataclass
class Item:
    """One gold attribution: lists of spans in code points."""

    content: list[Offsets] = field(default_factory=list)
    cue: list[Offsets] = field(default_factory=list)
    source: list[Offsets] = field(default_factory=list)


@dataclass
class Article:
    """One labelled text."""

    name: str
    text: str
    items: list[Item]


def read_corpus(root: Path) -> list[Article]:
    """Read every article that has annotations, by name."""
    articles = []
    for path in sorted((root / "text").glob("*.txt")):
        notes = sorted((root / "attributions").glob(path.stem + "*.ann"))
        if notes:
            text = path.read_bytes().decode("utf-8")
            articles.append(Article(path.stem, text, read_items(notes[0])))
    return articles


def read_items(path: Path) -> list[Item]:
    """Read the attributions of one standoff file, in order of content; broken lines are passed over."""
    spans: dict[str, list[Offsets]] = {}
    items = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            offsets = parts[1].split(" ", 1)[1]
            spans[parts[0]] = [(int(a), int(b)) for a, b in (o.split() for o in offsets.split(";"))]
        elif line.startswith("E") and len(parts) > 1:
            item = Item()
            for argument in parts[1].split():
                role, place = argument.split(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in ("content", "cue", "source"):
                    getattr(item, role).extend(spans.get(place, []))
            if item.content:
                items.append(item)
    return sorted(items, key=lambda item: min(item.content))


def characters(spans: Iterable[Offsets]) -> set[int]:
    """The code points of some spans."""
    return {i for start, end in spans for i in range(start, end)}
