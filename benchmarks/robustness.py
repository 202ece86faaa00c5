"""Seconds and memory for hostile texts, at growing sizes: all of it should grow with the text and no faster.

Each text is read in a new process, so that its peak of memory is its own. ``growth`` compares the
seconds for the largest size with those for the one before, beyond what any text costs, and tells
by which power of the size they grow: 1 is linear, 2 is quadratic.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

ARTICLE = Path(__file__).parents[1] / "examples" / "taliban-isis-k.txt"
WORDS = "the harbor council of the old town has never asked us about it and will not do so now".split()


def _filled(pattern: str, size: int) -> str:
    return (pattern * (size // len(pattern) + 1))[:size]


def _joined(parts: Iterator[str], size: int) -> str:
    out, length = [], 0
    while length < size:
        out.append(next(parts))
        length += len(out[-1])
    return "".join(out)[:size]


def _names() -> Iterator[str]:
    """Yield names that are all different, from syllables."""
    syllables = ["ba", "do", "ri", "lu", "ke", "mo", "sa", "ti", "ne", "vo"]
    number = 0
    while True:
        first, last = ("".join(syllables[int(d)] for d in digits) for digits in (f"{number % 97:02}", f"{number:04}"))
        yield f"{first.title()} {last.title()}"
        number += 1


def _speakers() -> Iterator[str]:
    return (f"“We were there,” said {name}, the mayor. " for name in _names())


CASES: dict[str, Callable[[int], str]] = {
    "articles": lambda n: _filled(ARTICLE.read_text(encoding="utf-8"), n),
    "one line of words": lambda n: _joined((f"{w} " for w in cycle(WORDS)), n),
    "one run of a letter": lambda n: "a" * n,
    "one run of digits and stops": lambda n: _filled("1,2.3;4:5-", n),
    "one run of punctuation": lambda n: _filled("?!.,;:…—/()[]", n),
    "one run of slashes": lambda n: "/" * n,
    "new words": lambda n: _joined((f"x{i} " for i in range(n)), n),
    **{f"marks {mark}": lambda n, mark=mark: mark * n for mark in "\"'“”‘’«»„‹`"},  # type: ignore[misc]
    "marks ``''": lambda n: _filled("``''", n),
    "marks “ ” apart": lambda n: _filled("“ ” ", n),
    'marks " apart': lambda n: _filled('" ', n),
    "marks mixed": lambda n: _filled("“a ‘b \"c 'd «e ’f ”", n),
    "opening marks": lambda n: _filled("“we ", n),
    "nested marks": lambda n: _filled("“a ‘b ", n // 2) + _filled("c’ d” ", n // 2),
    "opening paragraphs": lambda n: _filled("“We go on.\n", n),
    "unclosed paragraphs": lambda n: _filled("She said, “We go on. They go on\n", n),
    "apostrophes": lambda n: _filled("the workers' dogs' ", n),
    "quotations in a paragraph": lambda n: _filled("“We go on,” said Ann Lee. ", n),
    "broken quotation": lambda n: _filled("“We go on,” she said, “and on,” ", n),
    "one-word paragraphs": lambda n: _filled("Yes\n\n", n),
    "blank lines": lambda n: "\n" * n,
    "spaces": lambda n: " " * n,
    "mixed line ends": lambda n: _filled("We go on.\r\nThey\rgo\u2028on.\x85And\x0con.\n\n\r\n", n),
    "transcript": lambda n: _filled("LEE: We go on.\nORTIZ: Why?\n", n),
    "cues": lambda n: _filled("said told asked according to ", n),
    "clauses in clauses": lambda n: _filled("He said that she said that ", n),
    "speakers": lambda n: _joined(_speakers(), n),
    "names": lambda n: _joined((f"{name}, " for name in _names()), n),
    "one name": lambda n: _filled("Ann Lee met Lee. ", n),
    "pronouns": lambda n: _filled("He said he did. She told him. ", n),
    "appositives": lambda n: _filled("Ann Lee, the mayor, the head of the Harbor Council, a pilot, ", n),
    "titles": lambda n: _filled("Mr. Dr. President Sen. ", n),
    "chain of of": lambda n: _filled("of the mayor of the town ", n),
    "capitals": lambda n: _filled("Harbor Council Town ", n),
    "controls": lambda n: _filled("a\x00\x1b[31m\x07\u200b\ufeff ", n),
    "right to left": lambda n: _filled("\u202e“we\u200f go” said \u202cAnn ", n),
    "combining": lambda n: _filled("e\u0301\u0301\u0301 ", n),
    "one run of combining": lambda n: "e" + "\u0301" * (n - 1),
    "emoji": lambda n: _filled("👩‍👩‍👧‍👦 “💧” 🇪🇺 ", n),
    "surrogates": lambda n: _filled("“We\ud800 go,” said \udfffLee. ", n),
}
"""Texts of a given number of code points, by what is in them."""


def turn(case: str, size: int) -> dict[str, float]:
    """Read one text; bytes of memory are those at the peak, beyond what loading took."""
    import resource  # not on Windows

    import quotes

    text = CASES[case](size)
    quotes.extract("“We were there,” said Ann Lee, the mayor.")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    document = quotes.extract(text)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    return {"seconds": seconds, "bytes": (peak - before) * unit, "found": len(document.attributions)}


def measure(case: str, sizes: Sequence[int], limit: float) -> Iterator[dict[str, Any]]:
    """Read one case at each size, each in a process of its own; a failure ends the case."""
    for size in sizes:
        command = [sys.executable, __file__, "--turn", case, "--sizes", str(size)]
        try:
            ran = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=True)
            yield json.loads(ran.stdout)
        except subprocess.TimeoutExpired:
            yield {"failure": f"more than {limit:.0f} s"}
            return
        except subprocess.CalledProcessError as error:
            yield {"failure": (error.stderr.strip().splitlines() or [f"status {error.returncode}"])[-1]}
            return


def growth(turns: Sequence[dict[str, Any]], sizes: Sequence[int]) -> float:
    """The power of the size by which the seconds grow, between the last two turns."""
    *_, a, b = (t["seconds"] for t in turns)
    *_, m, n = sizes
    return math.log(b / a) / math.log(n / m)


def row(case: str, sizes: Sequence[int], limit: float) -> str:
    """One line of the table."""
    turns = list(measure(case, sizes, limit))
    cells = [t.get("failure") or f"{t['seconds']:.2f}" for t in turns]
    line = f"{case:28}" + "".join(f"{c:>9}" for c in cells)
    if len(turns) == len(sizes) and "failure" not in turns[-1]:
        last = turns[-1]
        line += f"{growth(turns, sizes):>8.2f}{last['bytes'] / 1e6:>9.0f}{last['found']:>9}"
    return line


def main() -> None:
    """Read the command line; with ``--turn``, be one turn of it."""
    parser = argparse.ArgumentParser(description="Seconds and memory for hostile texts at growing sizes.")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50_000, 500_000], metavar="N", help="code points")
    parser.add_argument("--cases", nargs="+", metavar="WORD", help="only the cases whose names have one of these words")
    parser.add_argument("--limit", type=float, default=600, metavar="S", help="seconds for one text (default 600)")
    parser.add_argument("--turn", choices=CASES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.turn:
        print(json.dumps(turn(given.turn, given.sizes[0])))
        return
    sizes = sorted(given.sizes) if len(given.sizes) > 1 else [given.sizes[0] // 10, given.sizes[0]]
    print(f"{'seconds at':28}" + "".join(f"{n:>9}" for n in sizes) + f"{'growth':>8}{'MB':>9}{'found':>9}")
    for case in CASES:
        if not given.cases or any(word in case for word in given.cases):
            print(row(case, sizes, given.limit), flush=True)


if __name__ == "__main__":
    main()
