"""The options of the command line: what they are called, what they take, what their help says."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, get_args

import typer


class Format(StrEnum):
    """How documents are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Listing(StrEnum):
    """How rules are listed."""

    TABLE = "table"
    JSON = "json"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders (all .txt, .md, .html and .htm files below, sorted) or - for standard input.",
    ),
]
DocumentFormat = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write; by default what the suffix of --output says, or else a table."),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file, whole or not at all, not to standard output."
    ),
]
Frames = Annotated[
    list[str] | None,
    typer.Option(
        "--frames",
        metavar="NAMES",
        help="What to keep: all, or a comma list of statement, belief, attitude, intention, decision. "
        "By default statement, and everything in quotation marks whatever its frame.",
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind", metavar="KINDS", help="Keep only direct, mixed or indirect; a comma list, or given repeatedly."
    ),
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", envvar="QUOTES_MODEL", help="The spaCy pipeline that parses the text."),
]
Processes = Annotated[int, typer.Option("--processes", min=1, metavar="N", help="Processes to share the work among.")]
TextOut = Annotated[
    str | None,
    typer.Option(
        "--text-out",
        metavar="PATH",
        help="Write the text that offsets count in (of a web page: the main text) to this file; "
        "for several inputs, or when it ends with a slash, to .txt files in this folder.",
    ),
]
ListingFormat = Annotated[Listing, typer.Option("--format", "-f", help="How to list them.")]


def names(given: list[str] | None, allowed: object, option: str, whole: str | None = None) -> frozenset[str] | None:
    """Read names from a comma list, given once or more, and check them against a ``Literal``.

    Args:
        given: what the option got; None if it was not there.
        allowed: the ``Literal`` of known names.
        option: its name, for the error.
        whole: a word that stands for all of them.

    Raises:
        typer.BadParameter: a name is not known.
    """
    if given is None:
        return None
    known = get_args(allowed)
    found = [name.strip().lower() for item in given for name in item.split(",")]
    if whole in found:
        return frozenset(known)
    if unknown := [name for name in found if name not in known]:
        choices = ", ".join([whole, *known] if whole else known)
        raise typer.BadParameter(f"{unknown[0]!r} is none of {choices}", param_hint=option)
    return frozenset(found)
