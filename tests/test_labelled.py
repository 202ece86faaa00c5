"""Labelled articles of our own: what they gain and lose against ``labelled/expected.json``.

``labelled/*.txt`` holds made-up articles in the notation of ``casefile``, each after a line
``== name``, with every attribution tagged by the conventions of PolNeAR: one within another's
content is not tagged. Where a source has an argument, it is the name of its speaker.
``expected.json`` lists what is not met yet, article by article; everything else has to be right.

    python tests/test_labelled.py            # prints gains, losses and figures
    python tests/test_labelled.py --accept   # and makes what is found now the expectation
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests")]

from casefile import Case  # noqa: E402
from gold import Item  # noqa: E402
from measure import align, is_right  # noqa: E402
from own import FOLDER, cases, wanted  # noqa: E402

import quotes  # noqa: E402
from quotes.records import Attribution, Span  # noqa: E402

EXPECTED = FOLDER / "expected.json"
SHOWN = 60
MISSED, UNNAMED, EXTRA = "missed", "wrong speaker", "extra"

Faults = dict[str, list[str]]
"""What is not right in an article: a kind of fault, and the attributions that have it."""


def faults(case: Case, found: list[Attribution]) -> Faults:
    """Say what of an article is missed, found with the wrong speaker (or none), or too much."""
    gold, got = [wanted(said) for said in case.said], [_found(a) for a in found]
    right = {i: j for i, j in align(gold, got) if is_right(gold[i], got[j])}
    faults: Faults = {MISSED: [], UNNAMED: [], EXTRA: []}
    for i, said in enumerate(case.said):
        if i not in right:
            faults[MISSED].append(_line(case.text, gold[i]))
        elif said.speakers is not None and said.speakers != _names(found[right[i]]):
            faults[UNNAMED].append(_line(case.text, gold[i]))
    faults[EXTRA] = [_line(case.text, item) for j, item in enumerate(got) if j not in right.values()]
    return {kind: sorted(lines) for kind, lines in faults.items() if lines}


def compare(now: dict[str, Faults], expected: dict[str, Faults]) -> tuple[list[str], list[str]]:
    """Return gains and losses, a line each."""
    before, after = ({(n, k, line) for n, f in x.items() for k in f for line in f[k]} for x in (expected, now))
    gone = {(name, line) for name, kind, line in before - after if kind == MISSED}
    gains = [f"no longer {kind}: {name}: {line}" for name, kind, line in sorted(before - after)]
    # a speaker counts only once the attribution is found: naming a new one wrongly is no loss
    losses = [
        f"{kind}: {name}: {line}"
        for name, kind, line in sorted(after - before)
        if not (kind == UNNAMED and (name, line) in gone)
    ]
    return gains, losses


def figures(cases: dict[str, Case], now: dict[str, Faults]) -> str:
    """Sum up: how many are right end to end, and how many too much."""
    said = sum(len(case.said) for case in cases.values())
    missed, unnamed, extra = (sum(len(f.get(kind, [])) for f in now.values()) for kind in (MISSED, UNNAMED, EXTRA))
    right = said - missed
    precision, recall = right / (right + extra), right / said
    return (
        f"{len(cases)} articles, {said} attributions: {right} right, {missed} missed, {extra} too much, {unnamed} with "
        f"the wrong speaker; precision {precision:.3f}, recall {recall:.3f}, "
        f"F1 {2 * right / (2 * right + missed + extra):.3f}"
    )


def _found(attribution: Attribution) -> Item:
    return Item(
        [_place(span) for span in attribution.content], *([_place(s)] if s else [] for s in _sides(attribution))
    )


def _sides(attribution: Attribution) -> tuple[Span | None, Span | None]:
    return attribution.cue, attribution.source


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _names(attribution: Attribution) -> tuple[str, ...]:
    return tuple(who.name for who in [attribution.speaker, *attribution.co_speakers] if who)


def _line(text: str, item: Item) -> str:
    """Show an attribution in a line: source, cue and how its content begins."""
    sides = [text[start:end] for spans in (item.source, item.cue) for start, end in spans or [(0, 0)]]
    shown = " … ".join(text[start:end] for start, end in item.content)
    shown = shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
    return " | ".join([*sides, shown]).replace("\n", " ")


def measured() -> tuple[dict[str, Case], dict[str, Faults]]:
    """Read every article, and find what is wrong with what is found."""
    labelled = dict(cases())
    now = {name: faults(case, quotes.extract(case.text).attributions) for name, case in labelled.items()}
    return labelled, {name: found for name, found in now.items() if found}


def expected() -> dict[str, Faults]:
    """What was not met when the expectation was last accepted."""
    return json.loads(EXPECTED.read_text(encoding="utf8")) if EXPECTED.exists() else {}


def test_nothing_is_lost() -> None:
    cases, now = measured()
    gains, losses = compare(now, expected())
    print(*gains, figures(cases, now), sep="\n")
    if losses:
        pytest.fail("\n".join(["lost:", *losses, "gained:", *gains, figures(cases, now)]), pytrace=False)


def test_expectation_names_articles_that_are_there() -> None:
    assert expected().keys() <= dict(cases()).keys()


def test_a_lost_attribution_and_a_new_extra_are_losses() -> None:
    now = {"a": {MISSED: ["x"], EXTRA: ["y"]}, "b": {UNNAMED: ["z"]}}
    gains, losses = compare(now, {"a": {EXTRA: ["w"]}, "b": {MISSED: ["z"]}})
    assert losses == ["extra: a: y", "missed: a: x"]
    assert gains == ["no longer extra: a: w", "no longer missed: b: z"]


def main() -> None:
    """Print gains, losses and figures; with ``--accept``, make what is found now the expectation."""
    cases, now = measured()
    gains, losses = compare(now, expected())
    print(
        *[f"lost    {line}" for line in losses], *[f"gained  {line}" for line in gains], figures(cases, now), sep="\n"
    )
    if "--accept" in sys.argv[1:]:
        EXPECTED.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
