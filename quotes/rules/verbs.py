"""Every reading of a verb: what the rules of three rooms propose, with the source that the parse gives it.

Each rule takes a tree and a cue and yields readings; several readings of one cue compete in ``choose``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotes.cues import is_passive
from quotes.rules import clauses, objects, surface
from quotes.rules.reading import NOBODY, Reading, overlaps, with_colon
from quotes.sources import source_of, words_before
from quotes.spans import Cue, Link, Tokens
from quotes.tree import Tree

READERS: tuple[Callable[[Tree, Cue], Iterator[Reading]], ...] = (
    clauses.clause_after,
    clauses.clause_before,
    clauses.clause_around,
    clauses.infinitive,
    clauses.for_someone_to,
    objects.object_phrase,
    objects.denied_charge,
    objects.object_then_preposition,
    objects.prepositional,
    objects.raised_subject,
    objects.named_noun,
    objects.passive_subject,
    objects.relative_object,
    surface.that_after_verb,
    surface.sentence_then_verb,
    surface.sentence_around_verb,
    surface.clause_then_sentence,
    surface.called_in_marks,
)


def propose(tree: Tree, cue: Cue) -> Iterator[Link]:
    """Yield every reading of a verb as a link."""
    source, found_by = source_of(tree, cue.head)
    if source is None and not is_passive(tree, cue.head):
        source, found_by = words_before(tree, cue), "words_before"
    for reader in READERS:
        for reading in reader(tree, cue):
            if reading.contents and not overlaps(tree, reading):
                said_by, finder = _whose(reading, source, found_by)
                tokens = with_colon(tree, reading.cue, reading.contents)
                whole = Cue(cue.head, tokens, cue.lemma, cue.frame, cue.stance)
                rules = (reader.__name__, finder) if finder else (reader.__name__,)
                yield Link(reading.contents, whole, said_by, rules, reading.pattern)


def _whose(reading: Reading, source: Tokens | None, found_by: str | None) -> tuple[Tokens | None, str | None]:
    """The source of a reading and its finder: what the rule knows, a passive's agent, or what the parse says."""
    if reading.source == NOBODY:
        return (source, found_by) if found_by == "agent" else (None, None)
    if reading.source is not None:
        return reading.source, None
    return source, found_by if source is not None else None
