"""Proposes what phrases attribute without a verb of their own: "according to", "in the words of"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotes.lexicon import words
from quotes.rules import rule
from quotes.rules.contents import beside, cut, sentence_end, sentence_start
from quotes.rules.relays import RELAY, reports_already
from quotes.sources import mention
from quotes.spans import Cue, Link, Offsets, Tokens
from quotes.tree import Tree


def propose(tree: Tree) -> Iterator[Link]:
    """Yield the links of every phrase of the lexicon."""
    for i, word in enumerate(tree.lower):
        for reader in READERS.get(word, ()):
            link = reader(tree, i)
            if link is not None:
                yield link


@rule("links")
def according_to(tree: Tree, i: int) -> Link | None:
    """Reads "according to" and whom it names, for the sentence that holds it.

    Example: The plant will close, according to Ortiz.
    """
    if i + 1 >= len(tree) or tree.lower[i + 1] != "to" or tree.deps[i] == "xcomp":
        return None
    return _phrase_link(tree, (i, i + 2), "according to", "according_to")


@rule("links")
def per_source(tree: Tree, i: int) -> Link | None:
    """Reads "per" before a name.

    Example: The plant will close, per a company memo.
    """
    noun = tree.child(i, "pobj")
    if noun is None or tree.tags[noun][:2] != "NN" or i == 0 or tree.words[i - 1] != ",":
        return None
    return _phrase_link(tree, (i, i + 1), "per", "per_source")


@rule("links")
def in_the_words_of(tree: Tree, i: int) -> Link | None:
    """Reads "in the words of", "in the opinion of", "in the view of".

    Example: The plant was, in the words of one worker, “a furnace.”
    """
    if tree.lower[i : i + 4] not in (
        ["in", "the", w, "of"] for w in ("words", "opinion", "view", "eyes", "judgment", "estimation")
    ):
        return None
    return _phrase_link(tree, (i, i + 4), "in the words of", "in_the_words_of")


@rule("links")
def in_someones_view(tree: Tree, i: int) -> Link | None:
    """Reads "in Ortiz's view", "in their words".

    Example: The plant, in Ortiz's view, should close.
    """
    noun = tree.child(i, "pobj")
    if noun is None or tree.lower[noun] not in words("cues/views") or noun - i > NAME:
        return None
    owner = tree.child(noun, "poss")
    if owner is None or tree.left[noun] > owner:
        return None
    return _around(tree, Cue(noun, (noun, noun + 1), "view", "belief", "asserted"), (i, noun + 1), mention(tree, owner))


@rule("links")
def in_the_poll(tree: Tree, i: int) -> Link | None:
    """Reads "in" before a poll or a survey, for the sentence that holds it.

    Example: In a new poll, most voters opposed the plan.
    """
    noun = tree.child(i, "pobj")
    if noun is None or tree.lower[noun] not in words("cues/polls") or noun - i > NAME:
        return None
    tokens = mention(tree, noun)
    return _around(tree, Cue(i, (i, i + 1), "in", "statement", "asserted"), (i, tokens[1]), tokens)


@rule("links")
def to_someone(tree: Tree, i: int) -> Link | None:
    """Reads "to" or "for" and a name that open a sentence.

    Example: To Ortiz, the plant was a second home.
    """
    noun = tree.child(i, "pobj")
    if (
        noun is None
        or not tree.words[i].istitle()
        or noun - i > NAME
        or i != sentence_start(tree, i + 1, tree.quote[i])
    ):
        return None
    tokens = mention(tree, noun)
    if tokens[1] >= len(tree) or "," not in tree.words[tokens[1] - 1 : tokens[1] + 1]:
        return None
    return _around(tree, Cue(i, (i, i + 1), tree.lower[i], "belief", "asserted"), (i, tokens[1]), tokens)


NAME = 12
"""How many tokens may stand between a preposition and its noun."""


def _around(tree: Tree, cue: Cue, hole: Tokens, source: Tokens) -> Link | None:
    """The sentence around a phrase, attributed to whom the phrase names."""
    level = tree.quote[cue.head]
    begin, end = sentence_start(tree, hole[0] + 1, level), sentence_end(tree, hole[0], level)
    spans = cut(tree, (begin, end), hole, level)
    name = {"view": "in_someones_view", "in": "in_the_poll"}.get(cue.lemma, "to_someone")
    return Link(spans, cue, source, (name,), f"phrase {cue.lemma}") if spans else None


def _phrase_link(tree: Tree, cue: Tokens, lemma: str, name: str) -> Link | None:
    level = tree.quote[cue[0]]
    source = _named(tree, cue[1])
    if source is None:
        return None
    begin, end = sentence_start(tree, cue[0], level), sentence_end(tree, cue[0], level)
    hole = (cue[0], min(source[1], end))
    spans = cut(tree, (begin, end), hole, level)
    if name == "in_the_words_of" and (words := _quotation_at(tree, hole[1], level)) is not None:
        spans = (words,)
    if not spans:
        return None
    pattern = f"{lemma}{RELAY}" if reports_already(tree, (begin, end), hole, level) else lemma
    return Link(spans, Cue(cue[0], cue, lemma, "statement", "asserted"), source, (name,), pattern)


def _quotation_at(tree: Tree, i: int, level: int) -> Offsets | None:
    """The quotation that starts at a token, or after the comma there."""
    i += i < len(tree) and tree.words[i] == ","
    number = beside(tree, i, level) if i < len(tree) else None
    if number is None or tree.held[number][0] != i:
        return None
    return tree.quotations[number].start, tree.quotations[number].end


def _named(tree: Tree, begin: int) -> Tokens | None:
    """The noun phrase that starts at a token."""
    if begin >= len(tree):
        return None
    end = begin
    while end < len(tree) and tree.sentence[end] == tree.sentence[begin]:
        if tree.deps[end] in ("pobj", "dobj", "nsubj", "pcomp", "ROOT") or end == begin:
            noun = end
            if tree.deps[end] == "pobj" and tree.left[noun] <= begin:
                return mention(tree, noun) if tree.left[noun] == begin else (begin, mention(tree, noun)[1])
        end += 1
        if end - begin > 12:
            break
    return None


READERS: dict[str, tuple[Callable[[Tree, int], Link | None], ...]] = {
    "according": (according_to,),
    "per": (per_source,),
    "in": (in_the_words_of, in_someones_view, in_the_poll),
    "to": (to_someone,),
    "for": (to_someone,),
}
