"""Files, folders and standard input, as texts: the only place where articles come in.

A text is decoded and otherwise left alone: line ends, control and zero-width characters stay, a
byte order mark does not. A web page gives its main text, found without any network; offsets
count in that text. What cannot be read raises ``UnreadableInput`` with one line that says why.
"""

from __future__ import annotations

import codecs
import logging
import os
import re
import stat
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from quotes.errors import UnreadableInput

SUFFIXES = (".txt", ".md", ".html", ".htm")
"""What is taken from a folder. A file that is named is read whatever its suffix."""

_WEB = (".html", ".htm")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the first half of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w:.-]{2,40})", re.I)
_PROLOGUE = 4096
# Decoders that Python has and web pages do not.
_NOT_FOR_PAGES = {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-16", "utf-32"}
_LATIN = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # as every browser reads these names


@dataclass(frozen=True, slots=True)
class Source:
    """One input to read: ``id`` as the user gave it, ``path`` None for standard input."""

    id: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Article:
    """One text: ``note`` says how it was read, where that is not simply UTF-8."""

    id: str
    text: str
    note: str | None = None


def find(name: str) -> list[Source]:
    """List the inputs behind a name: a file, ``-`` for standard input, or a folder's texts, sorted.

    Raises:
        UnreadableInput: there is no such file or folder, or the folder holds no texts.
    """
    if name == "-":
        return [Source("-", None)]
    try:
        mode = os.stat(name).st_mode
        if stat.S_ISDIR(mode):
            return _texts_below(name)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    # Named pipes are how a shell hands over <(…); other devices may never end.
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        raise UnreadableInput(f"{name}: not a file")
    return [_source(name)]


def _texts_below(folder: str) -> list[Source]:
    found = []
    for parent, _, names in os.walk(folder, onerror=_raise):
        paths = [os.path.join(parent, n) for n in names if n.lower().endswith(SUFFIXES)]
        found += [_source(path) for path in paths if os.path.isfile(path)]
    if not found:
        raise UnreadableInput(f"{folder}: no .txt, .md, .html or .htm files in this folder")
    return sorted(found, key=lambda source: source.id)


def _raise(error: OSError) -> None:
    raise UnreadableInput(f"{error.filename}: {error.strerror}") from error


def _source(name: str) -> Source:
    # A name that is not valid in the file system's encoding would not be valid JSON either.
    return Source(os.fsencode(name).decode("utf-8", "replace").replace(os.sep, "/"), Path(name))


def read(source: Source) -> Article:
    """Read one input.

    Raises:
        UnreadableInput: it cannot be opened, is not text, or is a web page without text.
    """
    try:
        data = source.path.read_bytes() if source.path else _standard_input()
    except (OSError, ValueError) as error:
        raise _unreadable(source.id, error) from error
    web = source.path.suffix.lower() in _WEB if source.path else _looks_like_a_page(data)
    try:
        text, note = decode(data, web=web)
        return Article(source.id, main_text(text) if web else text, note)
    except UnreadableInput as error:
        raise _unreadable(source.id, error) from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise ValueError("closed")
    return sys.stdin.buffer.read()


def _looks_like_a_page(data: bytes) -> bool:
    return data.removeprefix(codecs.BOM_UTF8)[:200].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _unreadable(name: str, error: Exception) -> UnreadableInput:
    return UnreadableInput(f"{name}: {getattr(error, 'strerror', None) or error}")


def decode(data: bytes, *, web: bool = False) -> tuple[str, str | None]:
    """Decode bytes to the text they hold, and say how if that took more than UTF-8.

    Tried in this order: byte order mark; UTF-8; the encoding that a web page declares; UTF-8 with
    a few damaged places, each read as U+FFFD; Windows and Mac Western encodings; what
    charset-normalizer makes of it. Valid UTF-8 comes before what a page declares because chance
    does not make valid UTF-8, and a page that was saved or converted often declares what it was.

    Raises:
        UnreadableInput: the bytes are not text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (text := _decoded(data, encoding)) is not None:
            return text, None if encoding == "utf-8-sig" else f"read as {encoding}"
    text = _decoded(data, "utf-8")
    if _is_binary(data, most=0.02 if text is None else 0.2):
        raise UnreadableInput("binary, not text")
    if text is not None:
        return text, None
    attempts = [partial(_damaged_utf8, data), partial(_guessed, data)]
    for attempt in [partial(_as_declared, data), *attempts] if web else attempts:
        if found := attempt():
            return found
    raise UnreadableInput("binary, not text")


def _is_binary(data: bytes, *, most: float) -> bool:
    return data.startswith(_MAGIC) or len(data) - len(data.translate(None, _CONTROLS)) > most * len(data)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _as_declared(data: bytes) -> tuple[str, str] | None:
    declared = _DECLARED.search(data, 0, _PROLOGUE)
    if not declared:
        return None
    try:
        name = codecs.lookup(declared[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    name = _LATIN.get(name, name)
    text = None if name in _NOT_FOR_PAGES else _decoded(data, name)
    return None if text is None else (text, f"read as {name}, as the page declares")


def _damaged_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with broken places: only where more of it is whole than broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = len(text) - text.count("\ufffd") - len(text.encode("ascii", "ignore"))
    if whole <= broken:
        return None
    return text, f"damaged UTF-8: {broken} place{'s' * (broken > 1)} read as U+FFFD"


def _guessed(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    # English is what is read here: the Western encodings first, or ñ comes out as a Polish ń.
    match = from_bytes(data, cp_isolation=["cp1252", "mac_roman"]).best() or from_bytes(data).best()
    return (str(match), f"not UTF-8; read as {match.encoding}, a guess") if match else None


def main_text(page: str) -> str:
    """Return the article in a web page, one block a paragraph with an empty line between.

    Nothing is fetched and nothing is run. Where no article stands out, all the page's text is taken.

    Raises:
        UnreadableInput: the page holds no text.
    """
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    # A fragment is no page to the parser, and a NUL ends what it reads.
    page = page.replace("\0", " ")
    page = page if re.search(r"<(?:html|body)\b", page[:_PROLOGUE], re.I) else f"<html><body>{page}</body></html>"
    try:
        text = trafilatura.extract(page, include_comments=False) or trafilatura.html2txt(page)
    except Exception as error:  # whatever a broken page does to the parsers, the other files go on
        raise UnreadableInput(f"no text found in this page ({type(error).__name__})") from error
    if not text:
        raise UnreadableInput("no text found in this page")
    return re.sub(r"\n+", "\n\n", text)
