"""Keeping some of a document's attributions, with a record that still holds together."""

from __future__ import annotations

from collections.abc import Collection

from quotes.records import Attribution, Document, Quotation, Speaker


def select(
    document: Document, *, frames: Collection[str] | None = None, kinds: Collection[str] | None = None
) -> Document:
    """Return the document with only the attributions of the given frames and kinds.

    Ids stay as they are. Quotations of a dropped attribution stay and point at none; an attribution
    second-hand from a dropped one points at the nearest holder that is kept; a speaker all of whose
    attributions were dropped leaves the ledger.

    Args:
        document: what ``extract`` returned.
        frames: names of frames to keep; by default ``statement`` and, whatever the frame, everything
            with quotation marks.
        kinds: names of kinds to keep; by default all.
    """
    kept = [a for a in document.attributions if _wanted(a, frames, kinds)]
    if len(kept) == len(document.attributions):
        return document
    ids = {a.id for a in kept}
    holders = {a.id: a.within for a in document.attributions}
    return document.model_copy(
        update={
            "attributions": [_held(a, ids, holders) for a in kept],
            "speakers": [s for s in (_credited(s, ids) for s in document.speakers) if s is not None],
            "quotations": [_pointed(q, ids) for q in document.quotations],
        }
    )


def _wanted(attribution: Attribution, frames: Collection[str] | None, kinds: Collection[str] | None) -> bool:
    if kinds is not None and attribution.kind not in kinds:
        return False
    if frames is None:
        return attribution.frame == "statement" or bool(attribution.quoted)
    return attribution.frame in frames


def _held(attribution: Attribution, ids: set[str], holders: dict[str, str | None]) -> Attribution:
    within = attribution.within
    while within is not None and within not in ids:
        within = holders[within]
    return attribution if within == attribution.within else attribution.model_copy(update={"within": within})


def _credited(speaker: Speaker, ids: set[str]) -> Speaker | None:
    left = [i for i in speaker.attributions if i in ids]
    if left == speaker.attributions:
        return speaker
    return speaker.model_copy(update={"attributions": left}) if left else None


def _pointed(quotation: Quotation, ids: set[str]) -> Quotation:
    if quotation.attribution is None or quotation.attribution in ids:
        return quotation
    return quotation.model_copy(update={"attribution": None})
