"""Whether speakers get their right names, titles and affiliations, on articles that have speaker labels.

A label file (``speakers/*.json``) gives each attribution's speaker, ``A0`` being the first by
content, and of each speaker ``kind``, ``titles`` and ``affiliations``.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gold import Article
from measure import Prediction, align, f1, kind_of, share

PRONOUNS = frozenset(
    "he she they it i we you who him her them himself herself themselves".split(),
)
LISTS = ("titles", "affiliations")
AUTHOR = "author"


def read_labels(corpus: Path, name: str) -> dict[str, Any] | None:
    """Return the speaker labels of an article, if there are any."""
    path = corpus / "speakers" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def normal(name: str) -> str:
    """Return a name without what may be written in two ways: case, quotes, article, possessive, punctuation."""
    name = unicodedata.normalize("NFKC", name).replace("’", "'").casefold()
    name = re.sub(r"'s$|'$", "", re.sub(r"[^\w'&.\- ]+", " ", name).strip())
    return re.sub(r"^(the|a|an) ", "", re.sub(r"\s+", " ", name)).strip(" .")


def alike(a: str, b: str) -> bool:
    """Whether two titles or organisations share half of their words."""
    x, y = set(normal(a).split()), set(normal(b).split())
    return normal(a) == normal(b) or (bool(x | y) and len(x & y) / len(x | y) >= 0.5)


@dataclass
class Names:
    """Counts over labelled articles, from which the figures are formed."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, article: Article, found: Sequence[Prediction], labels: dict[str, Any]) -> None:
        """Count one article; attributions without a source, without a speaker or by its author are passed over."""
        pairs = dict(align(article.items, found))
        known: dict[str, dict[str, Any]] = {}
        for i, item in enumerate(article.items):
            label = labels["attributions"].get(f"A{i}")
            if not label or label == AUTHOR or not item.source:
                continue
            names = label if isinstance(label, list) else [label]
            guess = found[pairs[i]].speaker if i in pairs else None
            right = guess is not None and normal(guess["name"]) in map(normal, names)
            mention = article.text[item.source[0][0] : item.source[0][1]].strip().casefold()
            groups = ["any"]
            groups += ["pronoun"] if mention in PRONOUNS else []
            groups += ["quoted"] if kind_of(article.text, item) != "indirect" else []
            for name, true in (("gold", True), ("found", i in pairs), ("named", guess is not None), ("right", right)):
                self.counts.update((group, name) for group in groups if true)
            if guess is not None and right:
                self.counts["kind", "gold"] += 1
                self.counts["kind", "right"] += guess["kind"] == labels["speakers"].get(names[0], {}).get("kind")
                if isinstance(label, str):
                    known[label] = guess
        for name, guess in known.items():
            self._compare(labels["speakers"][name], guess)

    def _compare(self, label: dict[str, Any], guess: dict[str, Any]) -> None:
        """Count the titles and affiliations of one rightly named speaker."""
        for key in LISTS:
            wanted = label.get(key) or []
            left = [entry if isinstance(entry, str) else entry["organization"] for entry in guess[key]]
            self.counts[key, "gold"] += len(wanted)
            self.counts[key, "predicted"] += len(left)
            for want in wanted:
                match = next((got for got in left if alike(want, got)), None)
                if match is not None:
                    left.remove(match)
                    self.counts[key, "right"] += 1

    def part(self, group: str, of: str = "gold") -> float:
        """Of a group's attributions (or of those ``found`` or ``named``), the part with the right name."""
        return share(self.counts[group, "right"], self.counts[group, of])

    def f1(self, key: str) -> float:
        """F1 over the titles or the affiliations of rightly named speakers."""
        return f1(*(self.counts[key, name] for name in ("right", "predicted", "gold")))
