"""Where the reporter takes over inside a quotation that was never closed."""

from __future__ import annotations

import re

_VERB = (
    r"(?:said|says|told|tells|added|adds|stated|noted|explained|explains|argued|argues|claimed|announced|declared"
    r"|insisted|replied|responded|recalled|wrote|writes|asked|continued)"
)
_NAME = r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})"
TAG = re.compile(
    rf"(?:he|she|they|{_NAME})\s+{_VERB}\b(?!\s+that\b)"
    rf"|{_VERB}\s+(?:he\b|she\b|they\b|the\s|an?\s|{_NAME})"
)
"""What follows a quotation to name its speaker: Ortiz said, said the mayor."""

_END = re.compile(r"[,?!…][\"'”’»]{0,2}\s+(?=" + TAG.pattern + ")")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[A-Z])")
_REPORTS = re.compile(rf"\b{_VERB}\b|\baccording to\b")
_SPEAKERS_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Yy]ou|[Yy]our)\b")


def reporters_voice(text: str, start: int, end: int) -> int | None:
    """Return where the words of an unclosed quotation end and the reporter's begin, None if nowhere.

    The earlier of a tag, “I want to go home, Ortiz said, and a later sentence that reports.
    """
    places = [at for at in (reporting_tag(text, start, end), reporting_sentence(text, start, end)) if at is not None]
    return min(places, default=None)


def reporting_tag(text: str, start: int, end: int) -> int | None:
    """Return where a tag follows a comma: “I want to go home, Ortiz said. or “…, said Ortiz."""
    before = _END.search(text, start, end)
    return before.end() if before else None


def reporting_sentence(text: str, start: int, end: int) -> int | None:
    """Return where a later sentence reports and says neither "I" nor "you".

    “I am tired. I want to go home. Ortiz told reporters that …: the third sentence.
    """
    first = _SENTENCE.search(text, start, end)
    while first:
        following = _SENTENCE.search(text, first.end(), end)
        stop = following.start() if following else end
        if _REPORTS.search(text, first.end(), stop) and not _SPEAKERS_OWN.search(text, first.end(), stop):
            return first.end()
        first = following
    return None
