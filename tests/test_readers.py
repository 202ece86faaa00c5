"""What is read, and how: files, folders, encodings, web pages, and what is refused."""

from __future__ import annotations

import codecs
import os
import socket
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import UnreadableInput
from quotes.readers import Article, Source, decode, find, main_text, read

WORDS = "The mayor said: “We can’t go on” – and Zoë Núñez, 40, left the café."
ROOT = os.name != "posix" or os.geteuid() == 0


def read_file(path: Path) -> Article:
    (source,) = find(str(path))
    return read(source)


# Finding


def test_a_folder_gives_its_texts_sorted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.MD", "a.html", "c.htm", "b.txt", "no.pdf", "b/no.json", "txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find(str(tmp_path))
    assert [source.id for source in found] == sorted(source.id for source in found)
    assert [Path(source.id).relative_to(tmp_path).as_posix() for source in found] == [
        "a.html",
        "b.txt",
        "b/10.MD",
        "b/2.txt",
        "c.htm",
    ]


def test_ids_are_the_names_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    assert [find(name)[0].id for name in ("in/a.txt", "./in/a.txt", "in", "in/")] == [
        "in/a.txt",
        "./in/a.txt",
        "in/a.txt",
        "in/a.txt",
    ]
    assert find("-") == [Source("-", None)]


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX alone")
def test_a_name_that_is_not_unicode_still_makes_an_id(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("words")
    except OSError:
        pytest.skip("this file system takes no such names")
    (source,) = find(str(tmp_path))
    assert source.id.endswith("/caf\ufffd.txt")
    assert read(source).text == "words"


@pytest.mark.parametrize("name", ["missing.txt", "a\0b", "x" * 5000, ""])
def test_what_is_not_there_is_refused_in_one_line(name: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        find(name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text("{}")
    with pytest.raises(UnreadableInput, match=r"no \.txt, \.md, \.html or \.htm files"):
        find(str(tmp_path))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless device")
def test_an_endless_device_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="not a file"):
        find("/dev/zero")


@pytest.mark.skipif(ROOT, reason="everything is readable to root")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(UnreadableInput, match="Permission denied"):
        read_file(path)


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to("self.txt")
    assert [Path(source.id).name for source in find(str(tmp_path))] == ["a.txt"]
    with pytest.raises(UnreadableInput, match="symbolic links"):
        find(str(tmp_path / "self.txt"))


# Decoding


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "read as utf-16"),
        ("utf-32", "read as utf-32"),
        ("cp1252", "not UTF-8; read as cp1252, a guess"),
        ("mac-roman", "not UTF-8; read as mac_roman, a guess"),
    ],
)
def test_encodings_are_found_and_told(encoding: str, note: str | None) -> None:
    assert decode(WORDS.encode(encoding)) == (WORDS, note)


def test_marks_of_byte_order_are_found_either_way_round() -> None:
    for mark, encoding in ((codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")):
        assert decode(mark + WORDS.encode(encoding))[0] == WORDS


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(lambda t: t[:1] != "\ufeff"))
def test_text_is_never_changed(text: str) -> None:
    data = ("Words. " * 100 + text).encode()
    assert decode(data) == (data.decode(), None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\n\r\n\n\r"])
def test_line_ends_and_odd_characters_stay(end: str, tmp_path: Path) -> None:
    text = f"one{end}two\u200b\u202e \x07\x1b[31m \ufeff{end}"
    (tmp_path / "a.md").write_bytes(text.encode())
    assert read_file(tmp_path / "a.md") == Article(str(tmp_path / "a.md"), text)


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read_file(tmp_path / "a.txt").text == ""


def test_damaged_utf8_keeps_what_is_whole() -> None:
    data = WORDS.encode().replace("ë".encode(), b"\xc3")
    assert decode(data) == (WORDS.replace("ë", "\ufffd"), "damaged UTF-8: 1 place read as U+FFFD")


@pytest.mark.parametrize(
    ("declared", "encoding", "told"),
    [
        ('<meta charset="windows-1251">', "cp1251", "cp1251"),
        ("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "shift_jis", "shift_jis"),
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859-2", "iso8859-2"),
        ('<meta charset="iso-8859-1">', "cp1252", "cp1252"),  # as browsers do: curly marks are not controls
    ],
)
def test_a_page_is_decoded_as_it_declares(declared: str, encoding: str, told: str) -> None:
    words = {"cp1251": "Он сказал «нет»", "shift_jis": "彼は「いいえ」と", "iso8859-2": "řekl", "cp1252": WORDS}[
        encoding
    ]
    page = declared + words
    assert decode(page.encode(encoding), web=True) == (page, f"read as {told}, as the page declares")


@pytest.mark.parametrize("label", ["nonsense", "utf-8", "utf-7", "unicode_escape", "idna", "rot13", "zlib", "\u0130"])
def test_a_page_cannot_choose_an_odd_decoder(label: str) -> None:
    page = f'<meta charset="{label}">\\u003cscript+ADw-'.encode() + WORDS.encode("cp1252")
    text, note = decode(page, web=True)
    assert text.endswith(WORDS) and "\\u003cscript+ADw-" in text
    assert note and "a guess" in note


def test_valid_utf8_is_believed_before_the_page() -> None:
    page = f'<meta charset="iso-8859-1">{WORDS}'
    assert decode(page.encode(), web=True) == (page, None)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        WORDS.encode("utf-16-le"),  # no mark: every other byte is NUL
        b"\x89PNG\r\n\x1a\n" + b"\0" * 20,
        b"%PDF-1.7\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 50,
        b"PK\x03\x04" + b"mimetype" * 10,
        b"\0" * 100,
    ],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="binary"):
        decode(data)


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    assert decode(f"{WORDS}\0".encode()) == (f"{WORDS}\0", None)


def test_a_folder_of_wrongly_decoded_bytes_says_which_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0" * 10)
    with pytest.raises(UnreadableInput, match=r"a\.txt: binary, not text$"):
        read_file(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_twenty_megabytes_of_one_line_are_read(encoding: str) -> None:
    data = (WORDS * 300_000).encode(encoding)
    assert len(decode(data)[0]) == len(WORDS) * 300_000


# Web pages

PAGE = """<!doctype html><html><head><title>Plant</title><script>alert("run")</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Plant to close</h1>
<p>The plant will close in May, the <b>company</b> said&nbsp;on
Monday &amp; Tuesday.</p>
<p>“We were never asked &lt;b&gt;,” said Ana Ortiz, who has worked there for twenty years.</p>
<img src="http://192.0.2.1/x.png"><iframe src="http://192.0.2.1/"></iframe></article>
<footer>Copyright The Paper</footer></body></html>"""


def test_a_page_gives_its_main_text(tmp_path: Path) -> None:
    (tmp_path / "a.HTML").write_text(PAGE, encoding="utf-8")
    text = read_file(tmp_path / "a.HTML").text
    assert "The plant will close in May, the company said on Monday & Tuesday.\n\n“We were" in text
    assert "“We were never asked <b>,” said Ana Ortiz" in text
    assert not any(word in text for word in ("Home", "alert", "Copyright", "<p>", "192.0.2.1"))


def test_a_page_is_read_without_any_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    doctype = '<!DOCTYPE html SYSTEM "http://192.0.2.1/x.dtd" [<!ENTITY e SYSTEM "http://192.0.2.1/e">]>'
    assert "Ana Ortiz" in main_text(PAGE.replace("<!doctype html>", doctype).replace("Ana", "&e; Ana"))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>“It is over,” said Ana Ortiz.</p>", "“It is over,” said Ana Ortiz."),
        ("<body><p>“Never,” said Ana.<p>“Yes,” said Tom.", "“Never,” said Ana."),
        ("no tags at all, said Ana Ortiz", "no tags at all, said Ana Ortiz"),
        ("<html><body><p>Before\0 and after, said Ana.</p></body></html>", "and after, said Ana."),
        ("<p>“It is &#27;[31m over,” said Ana Ortiz.</p>", "said Ana Ortiz."),
    ],
)
def test_broken_pages_give_what_they_have(page: str, words: str) -> None:
    assert words in main_text(page)


@pytest.mark.parametrize("page", ["", "<html></html>", "<html><body><script>x</script></body></html>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    with pytest.raises(UnreadableInput, match="no text found in this page"):
        main_text(page)


@pytest.mark.parametrize("page", ["<div>" * 50_000 + "words", "<p>“x” " * 20_000, "<a href='" + "x" * 1_000_000])
def test_a_page_made_to_hurt_ends(page: str) -> None:
    with suppress(UnreadableInput):  # either is fine; hanging or any other exception is not
        assert main_text(page)
