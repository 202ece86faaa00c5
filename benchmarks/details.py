"""Counts how often stance, addressee, channel, time, relay and within are filled, and prints some to be read.

    python benchmarks/details.py CORPUS [--read 50] [--before 2016-07] [--seed 11]

CORPUS is a checkout of PolNeAR. The counts are over all its articles; what is printed to be read by eye comes
from articles before a date, so that later ones stay unread.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text

import quotes
from quotes import Attribution, Document

AROUND = 80
"""Code points of the article shown on each side."""


def fields(document: Document, a: Attribution) -> Iterator[tuple[str, str]]:
    """Yield the fields that are filled, each with its value as text."""
    if a.stance != "asserted":
        yield "stance", a.stance
    for name in ("addressee", "channel", "time", "relayed_by"):
        if (span := getattr(a, name)) is not None:
            yield name, span.text
    if a.within is not None:
        outer = next(o for o in document.attributions if o.id == a.within)
        yield "within", outer.content[0].text


def main() -> None:
    """Print the counts, then the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--read", type=int, default=0, help="how many of each to print")
    parser.add_argument("--before", default="2016-07", help="print only from articles before this date")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for path in sorted((options.corpus / "text").glob("*.txt")):
        text = path.read_bytes().decode()
        document = quotes.extract(text)
        counts["attributions"] += len(document.attributions)
        for a in document.attributions:
            at = a.cue or a.content[0]
            context = " ".join(text[max(0, at.start - AROUND) : at.end + AROUND].split())
            for name, value in fields(document, a):
                counts[name] += 1
                if path.stem.split("_")[1] < options.before:
                    shown[name].append(f"{' '.join(value.split())[:AROUND]} | {context}")
    out = Console(soft_wrap=True, highlight=False)
    for name, count in counts.items():
        out.print(Text(f"{name:13}{count:6}"))
    random.seed(options.seed)
    for name, lines in shown.items() if options.read else ():
        out.print(Text(f"\n{name}"))
        for line in random.sample(lines, min(options.read, len(lines))):
            out.print(Text("".join(c if c.isprintable() else "?" for c in line)))


if __name__ == "__main__":
    main()
