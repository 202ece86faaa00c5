"""Sorts what is missed and what is too much into categories, by rules, and counts them.

No text of an article leaves this module: only categories, lemmas and counts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gold import Item, characters
from measure import LEAST_SHARED, Prediction, align, is_right, kind_of, touch
from readings import OURS, Proposal, Reading, Word

from quotes.lexicon import table

Kinds = Counter[str]

LEXICA = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}
"""Parts of speech that have a lexicon of cues."""

SHOWABLE = re.compile(r"[a-z]+(?:[ -][a-z]+)*")


@dataclass
class Mistakes:
    """Counts over articles; where the key is a category, of kinds."""

    missed: defaultdict[str, Kinds] = field(default_factory=lambda: defaultdict(Counter))
    extra: defaultdict[str, Kinds] = field(default_factory=lambda: defaultdict(Counter))
    gold: Kinds = field(default_factory=Counter)
    emitted: Kinds = field(default_factory=Counter)
    frames: defaultdict[str, Kinds] = field(default_factory=lambda: defaultdict(Counter))
    rules: defaultdict[str, Kinds] = field(default_factory=lambda: defaultdict(Counter))
    wanted_words: defaultdict[str, Kinds] = field(default_factory=lambda: defaultdict(Counter))
    unknown_words: Counter[tuple[str, str]] = field(default_factory=Counter)
    emitted_words: defaultdict[str, Kinds] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, reading: Reading) -> None:
        """Count the mistakes in one article."""
        text, gold, found = reading.article.text, reading.article.items, reading.found[OURS] or []
        pairs = dict(align(gold, found))
        for i, (item, word) in enumerate(zip(gold, reading.words, strict=True)):
            pair = found[pairs[i]] if i in pairs else None
            self._add_gold(kind_of(text, item), item, word, pair, found, reading.proposed)
        places = {j: i for i, j in pairs.items()}
        for j, got in enumerate(found):
            self._add_emitted(kind_of(text, got), got, gold[places[j]] if j in places else None, gold)

    def _add_gold(
        self,
        kind: str,
        item: Item,
        word: Word | None,
        pair: Prediction | None,
        found: Sequence[Prediction],
        proposed: Sequence[Proposal],
    ) -> None:
        lemma = word.lemma if word else ""
        self.gold[kind] += 1
        self.wanted_words[lemma]["gold"] += 1
        if pair and is_right(item, pair):
            return
        self.wanted_words[lemma]["missed"] += 1
        why = why_wrong(item, pair) if pair else why_missed(item, word, found, proposed)
        self.missed[why][kind] += 1
        if word and why.endswith(UNKNOWN):
            self.unknown_words[word.pos, lemma] += 1

    def _add_emitted(self, kind: str, got: Prediction, pair: Item | None, gold: Sequence[Item]) -> None:
        self.emitted[kind] += 1
        right = pair is not None and is_right(pair, got)
        for counts in (self.frames[got.frame], self.rules[got.rule], self.emitted_words[got.lemma]):
            counts["emitted"] += 1
            counts["found"] += pair is not None
            counts["right"] += right
        if pair is None:
            self.extra[why_extra(got, gold)][kind] += 1

    def words_missed(self, number: int) -> list[tuple[str, int, int]]:
        """The cue words most often missed: lemma, missed, of how many."""
        rows = [(w, c["missed"], c["gold"]) for w, c in self.wanted_words.items() if _is_showable(w, c["missed"])]
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:number]

    def words_unknown(self, number: int) -> list[tuple[str, str, int]]:
        """The cue words most often missed for want of a lexicon entry: lemma, part of speech, count."""
        rows = [(w, pos.lower(), n) for (pos, w), n in self.unknown_words.items() if _is_showable(w, n)]
        return sorted(rows, key=lambda row: (-row[2], row[0]))[:number]

    def words_extra(self, number: int) -> list[tuple[str, int, int]]:
        """The cue words that most often attribute what gold does not: lemma, too much, of how many."""
        rows = [
            (w, c["emitted"] - c["found"], c["emitted"])
            for w, c in self.emitted_words.items()
            if _is_showable(w, c["emitted"] - c["found"])
        ]
        return sorted(rows, key=lambda row: (-row[1], row[0]))[:number]


def _is_showable(lemma: str, count: int) -> bool:
    """Whether a lemma is a plain word that occurs often enough to tell nothing of an article."""
    return count >= 3 and SHOWABLE.fullmatch(lemma) is not None


# ---------------------------------------------------------------- categories

UNKNOWN = "not in the lexicon"


def why_wrong(gold: Item, found: Prediction) -> str:
    """Name what is wrong with a prediction that has gold's content."""
    wrong_source, wrong_cue = not touch(gold.source, found.source), not touch(gold.cue, found.cue)
    if wrong_source and wrong_cue:
        return "content found, other source and cue"
    if wrong_cue:
        return "content found, other cue"
    if not found.source:
        return "content found, no source"
    return "content found, other source" if gold.source else "content found, a source where gold has none"


def why_missed(gold: Item, word: Word | None, found: Sequence[Prediction], proposed: Sequence[Proposal]) -> str:
    """Name the first step at which an attribution whose content was not found was lost."""
    read: list[Item] = [item for item in found if gold.cue and touch(gold.cue, item.cue)]
    if read:
        return f"cue read, {_beside(gold, read)}"
    right = [item for item in proposed if _shared(gold, item) >= LEAST_SHARED and is_right(gold, item)]
    if right:
        probable = any(item.probable for item in right)
        return "right reading gave way to another" if probable else "right reading below the threshold"
    same_cue: list[Item] = [item for item in proposed if gold.cue and touch(gold.cue, item.cue)]
    if same_cue:
        content = any(_shared(gold, item) >= LEAST_SHARED for item in same_cue)
        return "cue proposed, source never right" if content else f"cue proposed, {_beside(gold, same_cue)}"
    if word is None:
        return "gold has no cue"
    lexicon = LEXICA.get(word.pos)
    if lexicon is None:
        return "cue is a phrase, a sign or a name"
    kind = lexicon.removesuffix("s")
    return f"cue is {'an' if kind == 'adjective' else 'a'} {kind} " + (
        "of the lexicon that no rule reads" if word.lemma in _lemmas(lexicon) else UNKNOWN
    )


def why_extra(found: Prediction, gold: Sequence[Item]) -> str:
    """Name what gold has in the place of a prediction whose content it does not have."""
    if any(item.cue and touch(item.cue, found.cue) for item in gold):
        return "cue is gold's, content is not"
    content = characters(found.content)
    if any(content & characters(item.content) for item in gold):
        return "within or across a content of gold's, other cue"
    return "nothing attributed there"


def _beside(gold: Item, found: Iterable[Item]) -> str:
    """How a content that is not gold's compares with it."""
    wanted = characters(gold.content)
    best = max((characters(item.content) for item in found), key=lambda got: len(got & wanted))
    if not best & wanted:
        return "content elsewhere"
    return "content too short" if len(best) < len(wanted) else "content too long"


def _shared(a: Item, b: Item) -> float:
    x, y = characters(a.content), characters(b.content)
    return len(x & y) / len(x | y)


def _lemmas(lexicon: str) -> set[str]:
    return {row["lemma"] for row in table(lexicon)}
