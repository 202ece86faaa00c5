"""What the command line reads and writes: failures told, files whole or not there, nothing overwritten.

These run in the test's own process, with a stand-in for the extraction.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import handmade
import pytest

from quotes import cli
from quotes.records import Document

WHOLE = "“We were never asked,” said Ana Ortiz.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="about POSIX files")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process and an empty folder, with a stand-in for the extraction."""
    monkeypatch.setattr("quotes.extract_many", handmade.extract_many, raising=False)
    monkeypatch.delenv("QUOTES_MODEL", raising=False)
    monkeypatch.chdir(tmp_path)

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = cli.status_of(list(arguments))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return runs


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# What cannot be read


def test_unreadable_inputs_are_told_and_the_rest_goes_through(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\0" * 50)
    (tmp_path / "empty").mkdir()
    (tmp_path / "bare.html").write_text("<html></html>")
    status, out, err = run("extract", "gone.txt", "bad.txt", "empty", "bare.html", "good.txt", "-f", "jsonl")
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["good.txt"]
    assert err.splitlines() == [
        "quotes: gone.txt: No such file or directory",
        "quotes: empty: no .txt, .md, .html or .htm files in this folder",
        "quotes: bad.txt: binary, not text",
        "quotes: bare.html: no text found in this page",
    ]


@pytest.mark.parametrize("names", [["gone.txt"], ["bad.txt"], ["bad.txt", "gone.txt"]])
def test_status_2_and_no_file_when_nothing_can_be_read(run: Run, tmp_path: Path, names: list[str]) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0" * 50)
    status, out, err = run("extract", *names, "-o", "out.csv")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == len(names)
    assert files(tmp_path) == ["bad.txt"]


def test_the_encoding_is_told_when_it_is_not_utf8(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WHOLE.encode("cp1252"))
    status, out, err = run("extract", "a.txt", "-f", "csv")
    assert status == 0
    assert "“We were never asked,”" in out
    assert err == "quotes: a.txt: not UTF-8; read as cp1252, a guess\n"


def test_an_empty_text_gives_an_empty_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    empty = {"id": "a.txt", "attributions": [], "speakers": [], "quotations": [], "warnings": []}
    status, out, err = run("extract", "a.txt", "-f", "json")
    assert (status, json.loads(out), err) == (0, [empty], "")


@POSIX
def test_file_names_cannot_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    name = "\x1b[31m\nred\u202e.txt"
    status, _, err = run("extract", name)
    assert status == 2
    assert err == "quotes: \\x1b[31m red\\u202e.txt: No such file or directory\n"
    (tmp_path / name).write_text(WHOLE, encoding="utf-8")
    _, out, _ = run("extract", name)
    assert out.startswith("\\x1b[31m red\\u202e.txt\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract"], "INPUT"),
        (["extract", "a.txt", "--format", "xml"], "xml"),
        (["extract", "a.txt", "--frames", "statement,rumour"], "'rumour' is none of all, statement, belief"),
        (["extract", "a.txt", "--kind", "spoken"], "'spoken' is none of direct, mixed, indirect"),
        (["extract", "a.txt", "--kind", ""], "is none of direct"),
        (["extract", "a.txt", "--processes", "0"], "processes"),
        (["extract", "a.txt", "--processes", "many"], "processes"),
        (["extract", "a.txt", "--colour"], "--colour"),
        (["extrakt"], "extrakt"),
        (["rules", "--format", "csv"], "csv"),
    ],
)
def test_a_wrong_option_is_one_line_and_status_2(run: Run, tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("quotes: ") and err.count("\n") == 1
    assert words in err


def test_a_fault_is_one_line_and_no_traceback(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(pairs: Any, **_: object) -> Iterator[Document]:
        yield from handmade.extract_many(iter([next(pairs)]), ids=True)
        raise RuntimeError("some\x1bthing")

    monkeypatch.setattr("quotes.extract_many", faulty, raising=False)
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    status, _, err = run("extract", "a.txt", "a.txt", "-o", "out.json")
    assert status == cli.FAULT
    assert err.startswith("quotes: a fault in quotes: RuntimeError: some\\x1bthing") and err.count("\n") == 1
    assert files(tmp_path) == ["a.txt"]


# Choosing


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 1),
        (["--frames", "all"], 1),
        (["--frames", "belief"], 0),
        (["--frames", "belief,statement"], 1),
        (["--frames", "belief", "--frames", "Statement"], 1),
        (["--kind", "direct"], 1),
        (["--kind", "mixed,indirect"], 0),
        (["--kind", "mixed", "--kind", "direct"], 1),
    ],
)
def test_frames_and_kinds_choose(run: Run, tmp_path: Path, options: list[str], count: int) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    status, out, _ = run("extract", "a.txt", "-f", "json", *options)
    assert status == 0
    assert len(json.loads(out)[0]["attributions"]) == count


# Output files


@pytest.mark.parametrize(("name", "start"), [("o.json", "["), ("o.jsonl", "{"), ("o.CSV", "document,"), ("o", "a.txt")])
def test_the_suffix_says_the_format(run: Run, tmp_path: Path, name: str, start: str) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    assert run("extract", "a.txt", "-o", name) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert files(tmp_path) == sorted(["a.txt", name])


def test_output_is_the_same_as_on_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    for format in ("table", "json", "jsonl", "csv"):
        _, out, _ = run("extract", "a.txt", "-f", format)
        assert run("extract", "a.txt", "-f", format, "-o", "-")[1] == out
        run("extract", "a.txt", "-f", format, "-o", "out")
        assert (tmp_path / "out").read_bytes() == out.encode()


@POSIX
def test_permissions_are_the_usual_or_those_that_were(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "old.json").touch(mode=0o640)
    (tmp_path / "old.json").chmod(0o640)
    old_mask = os.umask(0o027)
    try:
        run("extract", "a.txt", "-o", "old.json")
        run("extract", "a.txt", "-o", "new.json")
    finally:
        os.umask(old_mask)
    assert stat.S_IMODE((tmp_path / "old.json").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o640  # 666 less the mask
    assert (tmp_path / "old.json").read_text().startswith("[")


@POSIX
def test_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "real.json").touch()
    (tmp_path / "link.json").symlink_to("real.json")
    assert run("extract", "a.txt", "-o", "link.json")[0] == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text().startswith("[")


@POSIX
def test_a_device_is_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    assert run("extract", "a.txt", "-o", "/dev/null", "-f", "json") == (0, "", "")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("output", ["folder", "gone/out.json", "a.txt", "./a.txt", "a.txt/out.json", "x" * 300])
def test_an_output_that_cannot_be_is_one_line(run: Run, tmp_path: Path, output: str) -> None:
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    status, out, err = run("extract", "a.txt", "-o", output)
    assert (status, out) == (2, "")
    assert err.startswith(f"quotes: {output}: ") and err.count("\n") == 1
    assert files(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == WHOLE


# The texts that offsets count in


def test_text_out_to_a_file(run: Run, tmp_path: Path) -> None:
    text = "“We were never asked,” said Ana Ortiz.\r\n\tNext\x85line"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert run("extract", "a.txt", "-o", "o.json", "--text-out", "t.txt") == (0, "", "")
    assert (tmp_path / "t.txt").read_bytes() == text.encode()
    Document.checked(text, json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))[0])


def test_offsets_of_a_page_count_in_the_text_that_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(f"<html><body><h1>Plant &amp; port</h1><p>{WHOLE}</p></body></html>", "utf-8")
    assert run("extract", "p.html", "-o", "o.json", "--text-out", "new/folder/")[0] == 0
    (document,) = json.loads((tmp_path / "o.json").read_text(encoding="utf-8"))
    text = (tmp_path / "new" / "folder" / "p.txt").read_text(encoding="utf-8")
    assert Document.checked(text, document).attributions


def test_text_out_to_a_folder_loses_no_text(run: Run, tmp_path: Path) -> None:
    inputs = ["in/a.txt", "in/a.md", "in/A.html", "in/b/a.txt", "in/..x.txt"]
    for name in inputs:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"“{name},” said Ana.", encoding="utf-8")
    assert run("extract", "in", "-f", "csv", "--text-out", "out")[0] == 0
    texts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert sorted(texts.values()) == sorted(f"“{name},” said Ana." for name in inputs)
    assert len({name.casefold() for name in texts}) == len(inputs)
    assert {"x.txt", "a-2.txt"} <= {name.casefold() for name in texts}


def test_text_out_never_touches_an_input(run: Run, tmp_path: Path) -> None:
    before = b"\xef\xbb\xbf" + WHOLE.encode()
    (tmp_path / "a.txt").write_bytes(before)
    assert run("extract", "a.txt", "--text-out", ".")[0] == 0
    assert files(tmp_path) == ["a-2.txt", "a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == before
    assert run("extract", "a.txt", "--text-out", "a.txt") == (2, "", "quotes: a.txt: is an input or the output\n")
    assert run("extract", "a.txt", "-o", "x", "--text-out", "x") == (2, "", "quotes: x: is an input or the output\n")


@pytest.mark.parametrize("target", ["a.txt", "a.txt/x"])
def test_text_out_that_cannot_be_a_folder_is_one_line(run: Run, tmp_path: Path, target: str) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WHOLE, encoding="utf-8")
    status, out, err = run("extract", "b.txt", "b.txt", "--text-out", target)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"quotes: {target}: ")
    assert files(tmp_path) == ["a.txt", "b.txt"]
