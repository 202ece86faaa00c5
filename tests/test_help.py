"""The help: complete, quick, and with examples that run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from quotes.cli import app

COMMANDS = ["extract", "schema", "rules"]
ROOT = Path(__file__).parent.parent
ARTICLE = "“We were never asked,” said Ana Ortiz, director of the Harbor Council.\n"


def _environment(**more: str) -> dict[str, str]:
    keep = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "QUOTES_MODEL")}
    return keep | {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"} | more


def _help(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "quotes", *command, "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=_environment(),
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def helps() -> dict[str, str]:
    return {name: _help(name) for name in COMMANDS}


def _examples(text: str) -> list[str]:
    return re.findall(r"^ +\$ (.+)$", text, re.M)


def test_every_command_is_tested_here() -> None:
    assert sorted(typer.main.get_command(app).commands) == sorted(COMMANDS)  # type: ignore[attr-defined]


def test_every_command_and_parameter_says_what_it_is_for() -> None:
    top = typer.main.get_command(app)
    commands = [top, *top.commands.values()]  # type: ignore[attr-defined]
    assert all(command.help for command in commands)
    mute = [f"{c.name} {p.name}" for c in commands for p in c.params if not getattr(p, "help", None)]
    assert mute == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_names_every_option_and_has_examples(name: str, helps: dict[str, str]) -> None:
    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    options = [option for p in command.params for option in p.opts if option.startswith("-")]
    assert all(option in helps[name] for option in options)
    assert _examples(helps[name])
    assert max(map(len, helps[name].splitlines())) <= 80


def test_bare_quotes_shows_its_help() -> None:
    bare = subprocess.run(
        [sys.executable, "-m", "quotes"], capture_output=True, text=True, env=_environment(), check=True
    )
    assert bare.stdout == _help()
    assert all(name in bare.stdout for name in COMMANDS)


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, quotes.cli; print(sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=_environment(), check=True
    ).stdout
    assert not any(f"'{name}'" in loaded for name in ("spacy", "thinc", "numpy", "trafilatura", "lxml", "textacy"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples name, and ``quotes`` on the path."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "page.html").write_text(f"<html><body><p>{ARTICLE}</p></body></html>", encoding="utf-8")
    (folder / "articles").mkdir()
    (folder / "articles" / "one.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "bin").mkdir()
    command = folder / "bin" / "quotes"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quotes "$@"\n')
    command.chmod(0o755)
    return folder


@pytest.mark.skipif(os.name != "posix", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("name", COMMANDS)
def test_examples_run(name: str, helps: dict[str, str], desk: Path) -> None:
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for example in _examples(helps[name]):
        done = subprocess.run(
            example,
            shell=True,
            cwd=desk,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=_environment(PATH=path),
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), example
        assert done.stdout or "--output" in example, example
        if name == "extract":
            written = done.stdout or (desk / "quotes.csv").read_text(encoding="utf-8")
            assert "Ana Ortiz" in written, example
