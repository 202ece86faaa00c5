"""Lays out the accuracy figures as Markdown."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from measure import ROLES, Bin, Tally, calibration_error, judge, reliability, share
from mistakes import Mistakes
from naming import Names, read_labels
from readings import OURS, PROGRAMS, Reading
from speed import version

from quotes.language import model_name

Parts = Mapping[str, Sequence[Reading]]

KINDS = ("direct", "mixed", "indirect")
PACKAGES = ("quote-attribution", "spacy", "textacy", "numpy")
WORDS = 20
BAR = 40

TOP = """# How right it is

Measured on {date} by `python benchmarks/accuracy.py CORPUS --held-out-from {since} --folds {folds} --markdown
docs/accuracy.md`, which writes this page. Python {python},
{packages}.

CORPUS is the training part of [PolNeAR 1.0](https://github.com/networkdynamics/PolNeAR): {articles} US political news
articles with {attributions} attributions. Rules and words were made on {tuned} of them; the {held_out} dated {since}
or later were held out. {tables} **The held-out figures are the ones to quote.**
"""

UNSEEN = """Each article is read with tables fitted without it: the articles are cut in {folds} by a hash
of their names, and each part is read with what is fitted on the others. The package's tables are fitted on all."""

IN_PLACE = """The package's own tables are used, which are fitted on all: these figures flatter."""

MEANING = """## The figures

`quotes` is `quotes.extract` with all frames. `textacy` is `direct_quotations` on `spacy.load(model)`. `nearest verb` is
a bare baseline on the same parse: a quotation belongs to the nearest verb of saying in its sentences, a clause to the
verb that governs it, the source is the verb's subject.

- **End to end**: F1 over attributions whose content overlaps a gold one's by half of the characters of both (one to
  one), and whose cue and source overlap gold's or are absent in both. Direct: all of the content stands inside
  quotation marks; mixed: some of it.
- **Exact**: F1 over contiguous fragments that equal gold's to the character.
- **Precision of statements**: of what is emitted with `--frames statement`, the part whose content gold has under any
  frame (*found*), and with its cue and source (*right*). The others have no frames: there, of all they emit.
- **Lost**: articles on which the program raised.
"""

SPEAKERS = """## Speakers

Of all gold attributions with a labelled speaker, the part that is found and has the right name; the same of direct and
mixed ones, of those whose source is a pronoun, of those found, and of those given a name at all. Kinds, titles and
affiliations are those of rightly named speakers. Speakers are doubted by the package's table, which is fitted on
articles before 2016-07 only.

{table}
"""

CONFIDENCE = """## How sure it is

Of the predictions in held-out articles with about the same `confidence`, the part that is right end to end. Expected
calibration error: **{error:.3f}**.

{table}

```text
{bars}
```
"""

MISTAKES = """## What it gets wrong most

Counted on the {articles} articles that rules were made on, so that nobody needs to look at the others. A *missed*
attribution is one that no prediction matches end to end. The categories are decided by `benchmarks/mistakes.py`.

### Missed: {missed}

{missed_table}

### Too much: {extra}

Predictions whose content gold does not have.

{extra_table}

### By frame and by rule

{frames}

{rules}

### By word

Lemmas of cues, as spaCy gives them, that are counted three times or more.

Most often missed (of how many): {words_missed}.

Most often missed for want of a lexicon entry: {words_unknown}.

Most often too much (of how many): {words_extra}.
"""


def report(parts: Parts, corpus: Path, since: str, folds: int) -> str:
    """Return the whole page.

    Args:
        parts: the readings, by the name of the part they belong to; ``tuned on`` and ``held out``.
        corpus: the folder in which speaker labels may lie.
        since: the date of the first held-out article.
        folds: into how many parts the articles were cut, to fit tables without each; 0 if none were fitted.
    """
    tuned, held_out = parts["tuned on"], parts["held out"]
    everything = [*tuned, *held_out]
    packages = ", ".join(f"{name} {version(name)}" for name in (*PACKAGES, model_name()))
    sections = [
        TOP.format(
            date=date.today().isoformat(),
            since=since,
            folds=folds,
            python=platform.python_version(),
            packages=packages,
            articles=len(everything),
            attributions=f"{sum(len(r.article.items) for r in everything):,}",
            tuned=len(tuned),
            held_out=len(held_out),
            tables=UNSEEN.format(folds=folds) if folds else IN_PLACE,
        ),
        MEANING,
        *(
            f"### {name.capitalize()}, {len(readings)} articles\n\n{figures(readings)}\n"
            for name, readings in parts.items()
        ),
        f"## By kind\n\n{by_kind(parts)}\n",
        speakers(parts, corpus),
        confidence(held_out),
        mistakes(tuned),
    ]
    return "\n".join(section for section in sections if section).rstrip("\n")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Lay out a table; what is not in the first column is set to the right."""
    cells = [[f"{c:.3f}" if isinstance(c, float) else str(c) for c in row] for row in rows]
    lines = [list(head), ["---", *["---:"] * (len(head) - 1)], *cells]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


# ---------------------------------------------------------------- figures


def figures(readings: Sequence[Reading]) -> str:
    """The programs side by side."""
    rows = []
    for program in PROGRAMS:
        everything, statements = Tally(), Tally()
        for reading in readings:
            found = reading.found[program] or []
            everything.add(reading.article, found)
            statements.add(reading.article, [item for item in found if item.frame == "statement"])
        rows.append(
            (
                program,
                *(everything.f1(group) for group in ("direct+mixed", "direct", "all")),
                *(everything.exact(role) for role in ROLES),
                statements.precision("found"),
                statements.precision("right"),
                sum(reading.found[program] is None for reading in readings),
            )
        )
    head = "direct+mixed, direct, all, exact source, exact cue, exact content, statements found, statements right, lost"
    return table(["", *head.split(", ")], rows)


def by_kind(parts: Parts) -> str:
    """The kinds of attribution, for this project."""
    rows = []
    for name, readings in parts.items():
        tally = Tally()
        for reading in readings:
            tally.add(reading.article, reading.found[OURS] or [])
        for group in (*KINDS, "direct+mixed", "all"):
            gold, predicted, found = (tally.counts[group, n] for n in ("gold", "predicted", "found"))
            rows.append(
                (
                    f"{group}, {name}",
                    gold,
                    predicted,
                    share(found, predicted),
                    share(found, gold),
                    tally.f1(group, "found"),
                    tally.f1(group),
                )
            )
    return table(["", "gold", "predicted", "precision", "recall", "F1 of contents", "end to end"], rows)


def speakers(parts: Parts, corpus: Path) -> str:
    """Names, titles and affiliations, where articles have speaker labels."""
    rows: list[tuple[object, ...]] = []
    for part, readings in parts.items():
        names, labelled = Names(), 0
        for reading in readings:
            labels = read_labels(corpus, reading.article.name)
            if labels:
                labelled += 1
                names.add(reading.article, reading.found[OURS] or [], labels)
        if labelled:
            rows.append(
                (
                    f"{part}, {labelled} articles",
                    *(names.part(group) for group in ("any", "quoted", "pronoun")),
                    *(names.part("any", of) for of in ("found", "named")),
                    names.part("kind"),
                    *(names.f1(key) for key in ("titles", "affiliations")),
                )
            )
    if not rows:
        return ""
    head = "right name, of quoted, of pronouns, of found, of named, kind, titles F1, affiliations F1"
    return SPEAKERS.format(table=table(["", *head.split(", ")], rows))


# ---------------------------------------------------------------- confidence


def confidence(readings: Sequence[Reading]) -> str:
    """Predicted confidence beside what is observed, as numbers and as bars."""
    bins = reliability(judge((r.article, r.found[OURS] or []) for r in readings))
    rows = [
        (f"{n / 10:.1f}–{(n + 1) / 10:.1f}", b.number, b.predicted, b.observed) for n, b in enumerate(bins) if b.number
    ]
    head = ["confidence", "predictions", "mean confidence", "right"]
    return CONFIDENCE.format(error=calibration_error(bins), table=table(head, rows), bars=bars(bins))


def bars(bins: Sequence[Bin]) -> str:
    """A line a bin: ``#`` up to what is observed, ``|`` at what is predicted."""
    lines = []
    for n, b in enumerate(bins):
        if b.number:
            line = list(("#" * round(b.observed * BAR)).ljust(BAR + 1))
            line[round(b.predicted * BAR)] = "|"
            lines.append(f"{n / 10:.1f} " + "".join(line).rstrip())
    return "\n".join([*lines, "    # right   | mean confidence"])


# ---------------------------------------------------------------- mistakes


def mistakes(readings: Sequence[Reading]) -> str:
    """The categories of mistakes with their counts."""
    counted = Mistakes()
    for reading in readings:
        counted.add(reading)
    missed, extra = (sum((Counter(c) for c in d.values()), Counter()) for d in (counted.missed, counted.extra))
    return MISTAKES.format(
        articles=len(readings),
        missed=f"{missed.total():,} of {counted.gold.total():,}",
        missed_table=_categories(counted.missed, counted.gold, "part of gold"),
        extra=f"{extra.total():,} of {counted.emitted.total():,}",
        extra_table=_categories(counted.extra, counted.emitted, "part of emitted"),
        frames=_emitted("frame", counted.frames),
        rules=_emitted("rule", counted.rules),
        words_missed=_words(counted.words_missed(WORDS)),
        words_unknown=", ".join(f"{word} ({pos}, {n})" for word, pos, n in counted.words_unknown(WORDS)),
        words_extra=_words(counted.words_extra(WORDS)),
    )


def _categories(counts: Mapping[str, Counter[str]], whole: Counter[str], head: str) -> str:
    rows: list[tuple[object, ...]] = [
        (name, *(kinds[kind] for kind in KINDS), kinds.total(), share(kinds.total(), whole.total()))
        for name, kinds in sorted(counts.items(), key=lambda entry: (-entry[1].total(), entry[0]))
    ]
    return table(["", *KINDS, "all", head], [*rows, ("of", *(whole[kind] for kind in KINDS), whole.total(), "")])


def _emitted(name: str, counts: Mapping[str, Counter[str]]) -> str:
    rows = [
        (key, c["emitted"], share(c["found"], c["emitted"]), share(c["right"], c["emitted"]))
        for key, c in sorted(counts.items(), key=lambda entry: (-entry[1]["emitted"], entry[0]))
    ]
    return table([name, "emitted", "found", "right"], rows)


def _words(rows: Iterable[tuple[str, int, int]]) -> str:
    return ", ".join(f"{word} {wrong} ({whole})" for word, wrong, whole in rows)
