"""Files that appear whole or not at all, and names for them that cannot leave their folder."""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from quotes.errors import UnwritableOutput

LONGEST_NAME = 50
"""Code points of an input's name that go into an output's: file systems take 255 bytes, a code point up to four."""


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 file that takes the place of ``path`` when the block ends well.

    Until then the words go to a temporary file beside it, which vanishes when the block fails or
    is interrupted. An existing file's permissions are kept, a link's target is what is replaced,
    and what is not a regular file (``/dev/null``, a named pipe) is written to as it is.

    Raises:
        UnwritableOutput: the file cannot be made or written; before the block, if that is known.
    """
    try:
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            with path.open("w", encoding="utf-8", newline="") as file:
                yield file
            return
        target = path.resolve()
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "Permission denied")
        part = target.with_name(f".quotes-{secrets.token_hex(8)}.part")
        with _gone_on_failure(part):
            # "x": never follow or reuse what someone else put there.
            with part.open("x", encoding="utf-8", newline="") as file:
                yield file
            if mode is not None:
                part.chmod(stat.S_IMODE(mode))
            part.replace(target)
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror or error}") from error


@contextmanager
def _gone_on_failure(part: Path) -> Iterator[None]:
    """Remove a temporary file if the block does not run to its end, Ctrl-C included."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


class Texts:
    """The texts that offsets count in, one file an input.

    Args:
        target: a file, or a folder if it is one, ends with a slash or there are several inputs.
        several: whether more than one text may come.
        kept: files that are never written to: the inputs, and the output.

    Raises:
        UnwritableOutput: the folder cannot be made, or the file is one to be kept.
    """

    def __init__(self, target: str, *, several: bool, kept: Iterable[Path]) -> None:
        self._target = Path(target)
        self._folder = several or target.endswith(("/", os.sep)) or self._target.is_dir()
        self._taken = {_key(path) for path in kept}
        self._numbers: dict[str, int] = {}
        if self._folder:
            try:
                self._target.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                reason = "not a folder" if isinstance(error, FileExistsError) else error.strerror
                raise UnwritableOutput(f"{target}: {reason}") from error
        elif _key(self._target) in self._taken:
            raise UnwritableOutput(f"{target}: is an input or the output")

    def write(self, name: str, text: str) -> None:
        """Write one text, to the character; ``name`` is the input's, and safe whatever it holds."""
        with replacing(self._place(name) if self._folder else self._target) as file:
            file.write(text)

    def _place(self, name: str) -> Path:
        stem = safe_stem(name)
        # Counting on from the last number keeps ten thousand files of one name linear.
        number = self._numbers.get(stem.casefold(), 0) + 1
        while _key(place := self._target / f"{stem}{f'-{number}' * (number > 1)}.txt") in self._taken:
            number += 1
        self._numbers[stem.casefold()] = number
        self._taken.add(_key(place))
        return place


def safe_stem(name: str) -> str:
    """Make a file name without suffix out of an input's name: ``../a/b c.html`` gives ``b_c``."""
    stem = "stdin" if name == "-" else Path(name).stem
    return re.sub(r"[^\w.-]", "_", stem).strip(".-")[:LONGEST_NAME] or "text"


def _key(path: Path) -> str:
    # Some file systems do not tell capitals apart; so as not to lose a text there, nor do we.
    return str(path.resolve()).casefold()
