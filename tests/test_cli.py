"""The command line: every format, every command, terminals, pipes and interruptions.

These run ``python -m quotes``, with the real extraction.
"""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quotes.records import Document
from quotes.writers import COLUMNS

ROOT = Path(__file__).parent.parent
ARTICLE = (
    "“We were never asked,” said Ana Ortiz, the director of the Harbor Council.\r\n\r\n"
    "Tom Lee said that the plant would close. “It is over,” he said.\r\n"
)
WHOLE = "“We were never asked,” said Ana Ortiz.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="about POSIX files and signals")


def environment(**more: str) -> dict[str, str]:
    keep = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "QUOTES_MODEL", "PYTHONWARNINGS")}
    return keep | {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"} | more


def quotes(*arguments: str, given: bytes = b"", cwd: Path | None = None, **more: str) -> tuple[int, str, str]:
    """Run the command; return exit status, standard output and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "quotes", *arguments],
        input=given,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def in_a_shell(command: str, cwd: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        command, shell=True, cwd=cwd, capture_output=True, text=True, env=environment(), timeout=120, check=False
    )
    return done.returncode, done.stdout, done.stderr


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# The whole path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One article in each format, by the real thing."""
    folder = tmp_path_factory.mktemp("written")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    out = {}
    for format in ("table", "json", "jsonl", "csv"):
        status, out[format], err = quotes("extract", "in/a.txt", "--format", format, cwd=folder)
        assert (status, err) == (0, "")
    return out


def test_jsonl_is_the_contract(written: dict[str, str]) -> None:
    (line,) = written["jsonl"].splitlines()
    document = Document.checked(ARTICLE, json.loads(line))  # offsets do not count the byte order mark
    assert document.id == "in/a.txt"
    first = document.attributions[0]
    assert first.kind == "direct"
    assert [s.text for s in first.content] == ["“We were never asked,”"]
    assert first.speaker and first.speaker.name == "Ana Ortiz"


def test_formats_agree(written: dict[str, str]) -> None:
    line = json.loads(written["jsonl"])
    assert json.loads(written["json"]) == [line]
    rows = list(csv.DictReader(io.StringIO(written["csv"], newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["id"] for row in rows] == [a["id"] for a in line["attributions"]]
    assert "Ana Ortiz" in written["table"] and "“We were never asked,”" in written["table"]
    assert "\x1b" not in written["table"]


def test_standard_input_processes_and_filters() -> None:
    status, out, err = quotes(
        *("extract", "-", "-f", "jsonl", "--frames", "all", "--kind", "indirect", "--processes", "2"),
        given=ARTICLE.encode(),
    )
    assert (status, err) == (0, "")
    document = Document.checked(ARTICLE, json.loads(out))
    assert document.id == "-"
    assert {a.kind for a in document.attributions} == {"indirect"}
    assert all(q.attribution is None for q in document.quotations)


def test_processes_keep_the_order_of_inputs(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(40)]
    for name in names:
        (tmp_path / name).write_text(f"“Number {name},” said Ana Ortiz.", encoding="utf-8")
    status, out, err = quotes("extract", *names, "-f", "jsonl", "--processes", "2", cwd=tmp_path)
    documents = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")  # and no progress bar where no one watches
    assert [d["id"] for d in documents] == names
    assert all(d["id"] in d["quotations"][0]["text"] for d in documents)


def test_a_missing_model_says_what_to_type(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    status, out, err = quotes("extract", "a.txt", "-o", "out.json", cwd=tmp_path, QUOTES_MODEL="en_nowhere_web_sm")
    assert (status, out) == (2, "")
    assert err.startswith("quotes: ") and err.count("\n") == 1
    assert "'en_nowhere_web_sm'" in err and "type 'python -m spacy download en_nowhere_web_sm'" in err
    assert files(tmp_path) == ["a.txt"]


def test_schema_is_that_of_a_document() -> None:
    status, out, err = quotes("schema")
    assert (status, err) == (0, "")
    assert json.loads(out) == Document.model_json_schema()


def test_rules_lists_every_rule_with_its_example() -> None:
    from quotes.rules import catalogue

    status, out, err = quotes("rules", "--format", "json")
    assert (status, err) == (0, "")
    listed = json.loads(out)
    assert [rule["name"] for rule in listed] == [rule.name for rule in catalogue()]
    assert all(rule["stage"] and rule["doc"] and rule["example"] for rule in listed)
    status, out, err = quotes("rules", COLUMNS="200")
    assert (status, err) == (0, "")
    assert all(rule["name"] in out for rule in listed)


def test_version() -> None:
    status, out, err = quotes("--version")
    assert (status, err) == (0, "")
    assert out.startswith("quotes ")


def on_a_terminal(folder: Path, *streams: str) -> tuple[str, str]:
    """Run over several files with some streams on a terminal; return standard output and what was on screen."""
    pty = pytest.importorskip("pty")
    screen, terminal = pty.openpty()
    stdout, stderr = (terminal if name in streams else subprocess.PIPE for name in ("stdout", "stderr"))
    command = [sys.executable, "-m", "quotes", "extract", "."]
    child = subprocess.Popen(
        command, cwd=folder, env=environment(TERM="xterm", COLUMNS="90"), stdout=stdout, stderr=stderr
    )
    os.close(terminal)
    shown = b""
    try:
        while block := os.read(screen, 65536):
            shown += block
    except OSError:  # how Linux says that the other end is closed
        pass
    out, err = child.communicate(timeout=120)
    os.close(screen)
    assert child.returncode == 0 and not err
    return (out or b"").decode(), shown.decode()


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("several")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(WHOLE, encoding="utf-8")
    return folder


@POSIX
def test_a_bar_shows_progress_to_who_watches_standard_error(several: Path) -> None:
    out, shown = on_a_terminal(several, "stderr")
    assert "2/2" in shown and "Ana" not in shown
    assert "Ana Ortiz" in out and "\x1b" not in out and "2/2" not in out


@POSIX
def test_a_terminal_gets_colour_and_no_bar_between_the_tables(several: Path) -> None:
    _, shown = on_a_terminal(several, "stdout", "stderr")
    assert shown.count("Ana Ortiz") == 2
    assert "\x1b[1m" in shown and "2/2" not in shown


@POSIX
def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE * 4000, encoding="utf-8")
    command = f'"{sys.executable}" -m quotes extract a.txt --format json | head -1'
    status, out, err = in_a_shell(command, tmp_path)
    assert (status, out, err) == (0, "[\n", "")


@POSIX
@pytest.mark.parametrize(("processes", "after"), [("1", 1), ("2", 4)])
def test_ctrl_c_leaves_nothing_behind_and_says_nothing(tmp_path: Path, processes: str, after: float) -> None:
    for n in range(60):
        (tmp_path / f"{n}.txt").write_text(WHOLE * 1000, encoding="utf-8")
    before = files(tmp_path)
    command = [sys.executable, "-m", "quotes", "extract", ".", "-o", "out.jsonl", "--processes", processes]
    child = subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while len(files(tmp_path)) == len(before) and child.poll() is None:
        time.sleep(0.05)
    time.sleep(after)
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does: to every process of the run
    _, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (130, "")
    assert files(tmp_path) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m quotes schema > /dev/full'
    assert in_a_shell(command, tmp_path) == (2, "", "quotes: standard output: No space left on device\n")


@POSIX
def test_closed_streams_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    start = f'"{sys.executable}" -m quotes'
    assert in_a_shell(f"{start} schema >&-", tmp_path) == (2, "", "quotes: standard output: closed\n")
    assert in_a_shell(f"{start} extract - <&-", tmp_path) == (2, "", "quotes: -: closed\n")
    assert in_a_shell(f"{start} extract gone.txt 2>&-", tmp_path) == (2, "", "")
