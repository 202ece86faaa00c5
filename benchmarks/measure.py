"""How well predicted attributions agree with gold ones.

A prediction is *found* when its content shares half of its characters with a gold content
(Jaccard), one to one, and *right* when cue and source, too, touch gold's or are absent in
both. An attribution is direct, mixed or indirect by the share of its letters that stand
inside quotation marks, computed alike for gold and prediction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from gold import Article, Item, Offsets, characters

OPENING, CLOSING, EITHER = "“„«", "”»", '"'
DIRECT_SHARE = 0.95
LEAST_SHARED = 0.5
ROLES = ("source", "cue", "content")
BINS = 10
Pair = tuple[int, int]
"""The places of a gold item and of its prediction."""


@dataclass
class Prediction(Item):
    """One predicted attribution, and what else a program says of it."""

    frame: str = "statement"
    rule: str = ""
    lemma: str = ""
    confidence: float = 1.0
    speaker: dict[str, Any] | None = None


# ---------------------------------------------------------------- one article


def kind_of(text: str, item: Item) -> str:
    """Return direct, mixed or indirect: how much of a content stands inside quotation marks."""
    inside = outside = 0
    for start, end in item.content:
        quoted = start > 0 and text[start - 1] in OPENING + EITHER
        for char in text[start:end]:
            if char in OPENING + CLOSING + EITHER:
                quoted = char in OPENING or (char == EITHER and not quoted)
            elif char.isalnum():
                inside, outside = inside + quoted, outside + (not quoted)
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * (inside + outside) else "mixed"


def align(gold: Sequence[Item], found: Sequence[Item]) -> list[Pair]:
    """Pair each prediction with the gold item whose content it shares most of, one to one, the closest first."""
    wanted, got = ([characters(item.content) for item in items] for items in (gold, found))
    scored = []
    for i, a in enumerate(wanted):
        for j, b in enumerate(got):
            if shared := len(a & b):
                scored.append((-shared / len(a | b), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scored):
        if -score >= LEAST_SHARED and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def touch(a: list[Offsets], b: list[Offsets]) -> bool:
    """Whether two sets of spans share a character, or both are empty."""
    return bool(characters(a) & characters(b)) if a and b else not a and not b


def is_right(gold: Item, found: Item) -> bool:
    """Whether a found prediction has gold's cue and source."""
    return touch(gold.cue, found.cue) and touch(gold.source, found.source)


# ---------------------------------------------------------------- many articles


def f1(hits: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def share(part: int, whole: int) -> float:
    """A part of a whole, of which there may be nothing."""
    return part / whole if whole else 0.0


@dataclass
class Tally:
    """Counts over articles, from which the figures are formed."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, article: Article, found: Sequence[Prediction]) -> None:
        """Count one article: per kind what is gold, predicted, found and right, and the equal fragments."""
        wanted = [_groups(kind_of(article.text, item)) for item in article.items]
        got = [_groups(kind_of(article.text, item)) for item in found]
        self._count("gold", wanted)
        self._count("predicted", got)
        pairs = align(article.items, found)
        right = [(i, j) for i, j in pairs if is_right(article.items[i], found[j])]
        self._count("found", [wanted[i] & got[j] for i, j in pairs])
        self._count("right", [wanted[i] & got[j] for i, j in right])
        for role in ROLES:
            a, b = ({span for item in items for span in getattr(item, role)} for items in (article.items, found))
            for name, number in (("gold", len(a)), ("predicted", len(b)), ("equal", len(a & b))):
                self.counts[role, name] += number

    def _count(self, name: str, groups: Iterable[set[str]]) -> None:
        self.counts.update((group, name) for some in groups for group in some)

    def f1(self, group: str, hits: str = "right") -> float:
        """F1 over the attributions of a kind; end to end unless told otherwise."""
        return f1(*(self.counts[group, name] for name in (hits, "predicted", "gold")))

    def precision(self, hits: str = "right") -> float:
        """Of all that was predicted, the part that is right (or ``found``)."""
        return share(self.counts["all", hits], self.counts["all", "predicted"])

    def exact(self, role: str) -> float:
        """F1 over the fragments of source, cue or content that are equal to the character."""
        return self.f1(role, "equal")


def _groups(kind: str) -> set[str]:
    return {"all", kind} if kind == "indirect" else {"all", kind, "direct+mixed"}


# ---------------------------------------------------------------- confidence


@dataclass
class Bin:
    """Predictions of about one confidence."""

    number: int = 0
    right: int = 0
    total: float = 0.0

    @property
    def predicted(self) -> float:
        """Their mean confidence."""
        return self.total / self.number if self.number else 0.0

    @property
    def observed(self) -> float:
        """The part of them that is right."""
        return share(self.right, self.number)


def reliability(judged: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Sort (confidence, right) into ten bins of equal width."""
    bins = [Bin() for _ in range(BINS)]
    for confidence, right in judged:
        place = bins[min(int(confidence * BINS), BINS - 1)]
        place.number, place.right, place.total = place.number + 1, place.right + right, place.total + confidence
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far confidence is from what is observed, averaged over predictions."""
    off = sum(b.number * abs(b.predicted - b.observed) for b in bins)
    return off / max(1, sum(b.number for b in bins))


def judge(articles: Iterable[tuple[Article, Sequence[Prediction]]]) -> list[tuple[float, bool]]:
    """Return confidence and rightness of every prediction."""
    judged = []
    for article, found in articles:
        right = {j for i, j in align(article.items, found) if is_right(article.items[i], found[j])}
        judged += [(item.confidence, j in right) for j, item in enumerate(found)]
    return judged
