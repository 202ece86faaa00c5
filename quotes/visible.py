"""Text of unknown origin made safe to show on a terminal."""

from __future__ import annotations

import unicodedata

_HARMLESS = "\t\n\r\u00ad\u200c\u200d"  # soft hyphen, and the joiners that scripts and emoji need
_ESCAPED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class _Escapes(dict[int, str]):
    """What ``str.translate`` puts for each code point, worked out when one is first met."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        shown = char not in _HARMLESS and unicodedata.category(char) in _ESCAPED
        self[point] = _escape(point) if shown else char
        return self[point]


def _escape(point: int) -> str:
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


_TABLE = _Escapes()


def visible(text: str) -> str:
    """Show control characters, terminal sequences, text-direction and zero-width marks as escapes.

    An escape character becomes the four characters that Python would write for it. Tabs and line breaks stay.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def one_line(text: str) -> str:
    """Show a text on one line: white space as single spaces, the rest as ``visible`` does."""
    return visible(" ".join(text.split()))
