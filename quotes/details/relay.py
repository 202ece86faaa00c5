"""Who passed it on: the outlet or the document through which another's words are known."""

from __future__ import annotations

from itertools import islice

from quotes.details.channel import is_outlet, media_nouns
from quotes.details.clause import Found, Stretch, is_verbal
from quotes.details.phrase import is_party, noun_phrase
from quotes.details.time import time_at
from quotes.lexicon import words
from quotes.nouns import singular
from quotes.rules import rule
from quotes.sources import mention
from quotes.spans import Link
from quotes.tree import Tree


def relay_at(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Return the relay that starts at a token, or None."""
    for reader in (as_reported_by, according_to_another, via_outlet, outlet_reported):
        found: Found | None = reader(tree, i, stretch)
        if found is not None:
            return found
    return None


@rule("details")
def as_reported_by(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Reads who is said to have reported, quoted or obtained the words.

    Example: “The mill will close,” Ortiz said, as first reported by Radio Nord.
    """
    limit = stretch.end
    if tree.lower[i] == "as":
        i += 1
    elif tree.lower[i] == "which" and i + 2 < limit and tree.lower[i + 1] in ("was", "were"):
        i += 2
    while i < limit and tree.lower[i] in words("details/firsthand"):
        i += 1
    if i + 2 >= limit or tree.lower[i] not in words("details/relaying"):
        return None
    if tree.lower[i + 1] not in ("by", "in") or tree.lower[i + 2] in words("calendar"):
        return None
    return _named(tree, i + 2, limit, "as_reported_by")


@rule("details")
def according_to_another(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Reads "according to" beside somebody else's words, before a name, an outlet or a document.

    An unnamed person or group there may as well be a second source of the fact, so it is left out.

    Example: Ortiz said the mill would close, according to Radio Nord.
    """
    if (
        tree.lower[i : i + 2] != ["according", "to"]
        or i + 2 >= stretch.end
        or (stretch.verb == "according to" and stretch.place != "edge")
    ):
        return None
    found = _named(tree, i + 2, stretch.end, "according_to_another")
    return found if found is not None and _is_known(tree, *found.tokens) else None


@rule("details")
def via_outlet(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Reads the outlet after "via".

    Example: “The mill will close,” Ortiz said, via Radio Nord.
    """
    end = noun_phrase(tree, i + 1, stretch.end) if tree.lower[i] == "via" and i + 1 < stretch.end else None
    if end is None or not is_outlet(tree, i + 1, end) or tree.lower[end - 1] in words("details/platforms"):
        return None
    return Found("relayed_by", (i + 1, end), end, "via_outlet")


@rule("details")
def outlet_reported(tree: Tree, i: int, stretch: Stretch) -> Found | None:
    """Reads a second reporting clause at the end of a sentence.

    Example: Ortiz said the mill would close, Radio Nord reported.
    """
    if i == 0 or tree.lower[i - 1] not in (",", "”", '"', "''", "’"):
        return None
    end = noun_phrase(tree, i, stretch.end)
    if (
        end is None
        or end >= stretch.end
        or tree.lower[end] not in words("details/reporting")
        or not _may_relay(tree, i, end)
    ):
        return None
    when = time_at(tree, end + 1, stretch.end) if end + 1 < stretch.end else None
    stop = when.end if when else end + 1
    if stop < stretch.end and tree.lower[stop] not in (",", ";", "-", "–", "—", "--"):
        return None
    return Found("relayed_by", (i, end), stop, "outlet_reported")


@rule("details")
def outlet_reports_that(tree: Tree, link: Link) -> Found | None:
    """Reads who reports that somebody said something.

    Example: Radio Nord reported that Ortiz said the mill would close.
    """
    if link.cue is None or not is_verbal(tree, link) or tree.deps[link.cue.head] != "ccomp":
        return None
    verb = tree.heads[link.cue.head]
    noun = tree.child(verb, "nsubj") if tree.lower[verb] in words("details/reporting") else None
    if noun is None or not noun < verb < link.cue.head:
        return None
    first, end = mention(tree, noun)
    return Found("relayed_by", (first, end), end, "outlet_reports_that") if _may_relay(tree, first, end) else None


@rule("details")
def quoted_by(tree: Tree, link: Link) -> Found | None:
    """Reads who quotes somebody, in the passive.

    Example: Ortiz was quoted by Radio Nord as saying that the mill would close.
    """
    if link.cue is None or not is_verbal(tree, link):
        return None
    head = link.cue.head
    quoted = next(
        (k for k in (head, *islice(tree.ancestors(head), 3)) if tree.lower[k] in words("details/quoting")), head
    )
    if tree.lower[quoted] not in words("details/quoting") or tree.child(quoted, "auxpass", "nsubjpass") is None:
        return None
    limit = tree.sentences[tree.sentence[head]][1]
    for k in range(quoted + 1, min(max(quoted, head) + 4, limit)):
        if tree.lower[k] in ("by", "in"):
            return _named(tree, k + 1, limit, "quoted_by")
    return None


def _named(tree: Tree, first: int, limit: int, name: str) -> Found | None:
    end = noun_phrase(tree, first, limit)
    if end is None or not _may_relay(tree, first, end):
        return None
    while end + 1 < limit and tree.lower[end] in ("of", "and") and (more := noun_phrase(tree, end + 1, limit)):
        end = more
    return Found("relayed_by", (first, end), end, name)


def _is_known(tree: Tree, first: int, end: int) -> bool:
    """Whether a noun phrase holds a name, or a noun for an outlet or a document."""
    nouns = [singular(tree.lower[k]) for k in range(first, end) if tree.tags[k] in ("NN", "NNS")]
    named = any(tree.tags[k] in ("NNP", "NNPS") for k in range(first, end))
    return named or any(noun in words("documents") or noun in media_nouns() for noun in nouns)


def _may_relay(tree: Tree, first: int, end: int) -> bool:
    """Whether a noun phrase is somebody, or a document: "according to plan" is nobody."""
    if tree.tags[end - 1] == "PRP":
        return False
    one = singular(tree.lower[end - 1])
    return is_party(tree, first, end) or is_outlet(tree, first, end) or one in words("documents")
