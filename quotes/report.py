"""From the stages' findings to the records of the contract."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from quotes.nouns import is_title
from quotes.records import Document, kind_of
from quotes.spans import Damage, Details, Link, Offsets, Person
from quotes.speakers import Cast
from quotes.speakers.doubts import doubtful
from quotes.speakers.pronouns import HE, IT, SHE, THEY
from quotes.tree import Tree
from quotes.uses import use_of

Data = dict[str, Any]

PRONOUNS = HE | SHE | IT | THEY


def document(
    tree: Tree, damage: Sequence[Damage], links: Sequence[Link], cast: Cast, details: Sequence[Details], id: str
) -> Document:
    """Write everything down as one validated document."""
    who = [_who(tree, person, f"s{n}") for n, person in enumerate(cast.people, 1)]
    spoken: list[list[str]] = [[] for _ in who]
    attributions, holder = [], _Holders(tree)
    for n, (link, speakers, why, detail) in enumerate(zip(links, cast.speakers, cast.why, details, strict=True), 1):
        id_ = f"a{n}"
        said = _attribution(tree, id_, link, [who[k] for k in speakers], why, detail, holder)
        sure = cast.sure[n - 1]
        extra = {"speaker_confidence": sure and round(sure, 3), "runners_up": list(cast.rivals[n - 1])}
        attributions.append({**said, **extra})
        for k in speakers:
            spoken[k].append(id_)
    _nest(links, attributions)
    by_id = {a["id"]: a for a in attributions}
    ledger = [
        {
            **entry,
            "mentions": [_span(tree, m) for m in person.mentions],
            "attributions": ids,
            "description": _maybe(tree, person.description),
            "anonymity_reason": _maybe(tree, person.anonymity_reason),
            **_extras(tree, person, [by_id[a] for a in ids]),
        }
        for entry, person, ids in zip(who, cast.people, spoken, strict=True)
    ]
    quotations = [
        {**_span(tree, (q.start, q.end)), "use": use_of(tree, n, holder.of(n)), "attribution": holder.of(n)}
        for n, q in enumerate(tree.quotations)
    ]
    warnings = [{"code": d.code, "start": d.start, "end": d.end, "message": d.message} for d in damage]
    data = {"id": id, "attributions": attributions, "speakers": ledger, "quotations": quotations, "warnings": warnings}
    return Document.checked(tree.text, data)


def _attribution(
    tree: Tree, id: str, link: Link, speakers: list[Data], why: tuple[str, ...], detail: Details, holders: _Holders
) -> Data:
    content = [_span(tree, c) for c in link.content]
    quoted = [_span(tree, tree.quotations[n].inner) for n in holders.hold(link, id)]
    cue = link.cue
    return {
        "id": id,
        "kind": kind_of([span["text"] for span in content], [span["text"] for span in quoted]),
        "frame": cue.frame if cue else "statement",
        "content": content,
        "quoted": quoted,
        "cue": {**_span(tree, tree.span(cue.tokens)), "lemma": cue.lemma} if cue else None,
        "source": _span(tree, tree.span(link.source)) if link.source else None,
        "speaker": speakers[0] if speakers else None,
        "co_speakers": speakers[1:],
        "stance": cue.stance if cue else "asserted",
        "addressee": _maybe(tree, detail.addressee),
        "channel": _maybe(tree, detail.channel),
        "time": _maybe(tree, detail.time),
        "relayed_by": _maybe(tree, detail.relayed_by),
        "within": None,
        "confidence": round(link.score, 3),
        "explanation": [*link.rules, *why, *detail.rules],
    }


def _nest(links: Sequence[Link], attributions: list[Data]) -> None:
    """Point each attribution at the smallest content that holds all of its own."""
    spans = sorted((start, -end, n) for n, link in enumerate(links) for start, end in link.content)
    open_: list[tuple[int, int]] = []
    for start, negative, n in spans:
        end = -negative
        while open_ and open_[-1][0] <= start:
            open_.pop()
        if (start, end) == links[n].content[0]:
            wide = (outer for stop, outer in reversed(open_) if stop >= end and _holds(links[outer], links[n]))
            around = next((attributions[outer] for outer in wide), None)
            if around is not None and _is_second_hand(around, attributions[n]):
                attributions[n]["within"] = around["id"]
        open_.append((end, n))


def _holds(outer: Link, inner: Link) -> bool:
    """Whether a content holds another whole content, and is not the same."""
    start, end = inner.content[0][0], inner.content[-1][1]
    return outer.content != inner.content and any(a <= start and end <= b for a, b in outer.content)


def _is_second_hand(outer: Data, inner: Data) -> bool:
    """Whether one attribution is another's report: its cue lies in the other's content, and another speaks."""
    if outer["source"] == inner["source"] or _whoever(outer) == _whoever(inner):
        return False
    cue = inner["cue"]
    return cue is None or any(c["start"] <= cue["start"] and cue["end"] <= c["end"] for c in outer["content"])


def _whoever(said: Data) -> object:
    """Who speaks, or would, but for doubts; None where nobody knows, so that two such are not known to be two."""
    if said["speaker"]:
        return said["speaker"]["id"]
    return said["runners_up"][0] if doubtful.__name__ in said["explanation"] else None


class _Holders:
    """Which attribution holds each quotation: the smallest content around it that is at its level."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._holder: dict[int, tuple[int, str]] = {}
        self._starts = [q.start for q in tree.quotations]

    def hold(self, link: Link, id: str) -> list[int]:
        """Note what a link holds, and return the outer quotations in its content."""
        outer = []
        quotations = self._tree.quotations
        for start, end in link.content:
            n = bisect_left(self._starts, start)
            last = start
            while n < len(quotations) and quotations[n].start < end:
                if quotations[n].end <= end and quotations[n].inner[0] < quotations[n].inner[1]:
                    size = end - start
                    if size < self._holder.get(n, (1 << 62, ""))[0]:
                        self._holder[n] = (size, id)
                    if quotations[n].start >= last:
                        outer.append(n)
                        last = quotations[n].end
                n += 1
        return outer

    def of(self, number: int) -> str | None:
        """The attribution that holds a quotation."""
        return self._holder[number][1] if number in self._holder else None


def _who(tree: Tree, person: Person, id: str) -> Data:
    roles = [
        {"organization": r.organization, "title": r.title, "former": r.former, "evidence": _span(tree, r.evidence)}
        for r in person.roles
    ]
    return {"id": id, "name": person.name, "kind": person.kind, "titles": list(person.titles), "affiliations": roles}


def _extras(tree: Tree, person: Person, spoken: Sequence[Data]) -> Data:
    """What a reader looks for in a ledger, counted from the mentions and the words in marks."""
    printed = dict.fromkeys(" ".join(tree.text[start:end].split()) for start, end in person.mentions)
    return {
        "aliases": [form for form in printed if _is_alias(form, person)],
        "pronouns": list(dict.fromkeys(form.lower() for form in printed if form.lower() in PRONOUNS)),
        "first_mention": _maybe(tree, min(person.mentions, default=None)),
        "words_quoted": sum(_words(q["text"]) for a in spoken for q in a["quoted"]),
    }


def _is_alias(form: str, person: Person) -> bool:
    """Whether a mention is another form of a name, and no description that a sentence opens with."""
    if person.kind not in ("person", "organization") or form == person.name or form.lower() in PRONOUNS:
        return False
    shared = any(part in person.name.split() for part in form.split())
    return form[0].isupper() and not is_title(form.lower()) and (shared or form.isupper())


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _span(tree: Tree, offsets: Offsets) -> Data:
    start, end = offsets
    return {"start": start, "end": end, "text": tree.text[start:end]}


def _maybe(tree: Tree, offsets: Offsets | None) -> Data | None:
    return _span(tree, offsets) if offsets is not None else None
