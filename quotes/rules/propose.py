"""Every reading that the rules propose, whatever its worth: ``choose`` weighs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.rules import layout, nominal, phrases, quoted, runs, verbs
from quotes.settle import settle
from quotes.settle.mentions import weighed_mention
from quotes.spans import Cue, Link
from quotes.tree import Tree
from quotes.uses import is_title


def propose(tree: Tree, cues: Sequence[Cue]) -> Iterator[Link]:
    """Yield the readings of all rooms of rules, each with the quotations in which it goes on."""
    places = {cue.head: cue for cue in cues}
    spoken = [weighed_mention(tree, x, {}) for x in quoted.propose(tree, cues) if not _names_a_work(tree, x)]
    read = {(link.cue.head, span) for link in spoken if link.cue for span in link.content}
    taken = {tree.quote[tree.token_at(start)] for link in spoken for start, _ in link.content}
    for link in settle(tree, first_readings(tree, cues)):
        read_from_marks = link.cue is not None and (link.cue.head, link.content[0]) in read
        if not read_from_marks and not _names_a_work(tree, link):
            yield runs.going_on(tree, link, places, taken)
    yield from spoken
    yield from layout.propose(tree, cues)


def first_readings(tree: Tree, cues: Sequence[Cue]) -> Iterator[Link]:
    """Yield what the rules of verbs, phrases and nouns read, as the parse has it."""
    for cue in cues:
        yield from verbs.propose(tree, cue)
    yield from phrases.propose(tree)
    yield from nominal.propose(tree)


def _names_a_work(tree: Tree, link: Link) -> bool:
    """Whether all that a content holds is a title, with a word or two for the kind of work."""
    start, end = link.content[-1]
    number = tree.quote[tree.token_at(end - 1)]
    if number < 0 or tree.quotations[number].end != end or not is_title(tree, number):
        return False
    return len(link.content) == 1 and len(tree.text[start : tree.quotations[number].start].split()) <= 3
