"""The examples in the documentation are run, and what they print has to be what is printed there.

A ``console`` block holds commands after ``$ `` with their output. A ``python`` block prints the
``text`` or ``json`` block that follows it, and sees the names of the blocks before it. A line
``…`` in an output stands for lines left out. Run as a program, this file writes the outputs anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
ELISION = "…"
Block = tuple[str, str]


def blocks(page: Path) -> list[Block]:
    """Return (language, content) of each fenced block of a page."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text(encoding="utf8"), re.MULTILINE | re.DOTALL)


def examples(page: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (language, input, output printed on the page) of each example of a page."""
    found = blocks(page)
    if not found:
        return
    for (language, content), (following, output) in zip(found, [*found[1:], ("", "")], strict=True):
        if language == "python":
            yield language, content, output if following in ("text", "json") else ""
        elif language == "console":
            for entry in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
                command, _, printed = entry.partition("\n")
                yield language, command, printed


def run_python(code: str, names: dict[str, Any]) -> str:
    """Run a block with the names that earlier blocks made, and return what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.chdir(ROOT):
        exec(compile(code, "<example>", "exec"), names)
    return printed.getvalue()


def run_command(command: str) -> str:
    """Run a command ``quotes …`` with this interpreter and return what it prints."""
    name, *arguments = shlex.split(command)
    assert name == "quotes"
    done = subprocess.run(
        [sys.executable, "-m", "quotes", *arguments],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "100", "PYTHONUTF8": "1"},
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(output: str, page: str) -> str:
    """Return an output as the page should show it: without what the page leaves out, and no space at line ends."""
    lines, wanted = ([line.rstrip() for line in text.strip("\n").split("\n")] for text in (output, page))
    if ELISION in wanted:
        head = wanted.index(ELISION)
        tail = len(wanted) - head - 1
        assert head + tail < len(lines), "nothing is left out"
        lines = [*lines[:head], ELISION, *lines[len(lines) - tail :]]
    return "\n".join(lines)


def outputs(page: Path) -> Iterator[tuple[str, str, str]]:
    """Run a page's examples: yield the input, what the page prints and what it should print."""
    names: dict[str, Any] = {}
    for language, given, printed in examples(page):
        output = run_python(given, names) if language == "python" else run_command(given)
        yield given, printed, shown(output, printed)


@pytest.mark.parametrize("page", [page for page in PAGES if list(examples(page))], ids=lambda page: page.name)
def test_examples_print_what_the_page_says(page: Path) -> None:
    for given, printed, right in outputs(page):
        assert (given, printed.strip("\n")) == (given, right.strip("\n"))


def test_readme_shows_the_library_and_the_command() -> None:
    assert {language for language, *_ in examples(README)} == {"python", "console"}


def test_readme_sets_up_in_two_commands() -> None:
    lines = re.findall(r"^python3 -m venv .*$", README.read_text(encoding="utf8"), re.MULTILINE)
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["examples/taliban-isis-k.txt", "pytest"]


def write_anew(page: Path) -> None:
    """Put the outputs that examples print now into a page."""
    text = page.read_text(encoding="utf8")
    for given, printed, right in outputs(page):
        if printed:
            place = text.index(printed, text.index(given))
            text = text[:place] + right + "\n" + text[place + len(printed) :]
    page.write_text(text, encoding="utf8")


if __name__ == "__main__":
    for page in PAGES:
        write_anew(page)
