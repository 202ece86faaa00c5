"""The command line: options in, one run, exit status out."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer
from typer.exceptions import TyperException

from quotes import options
from quotes.errors import QuotesError, UnwritableOutput
from quotes.options import Format, Listing
from quotes.output import Texts, replacing
from quotes.run import Run, complain, with_progress

# What takes time to import (spaCy, the records, tables) is imported where it is used: --help is not to wait for it.
if TYPE_CHECKING:
    from quotes.table import Screen
    from quotes.writers import Pairs

PIPE_WIDTH = 120
"""Columns of a table that does not go to a terminal, unless COLUMNS says otherwise."""

FAULT = 3
PIPE_CLOSED = 141  # what a shell reports for a program that a closed pipe ended

app = typer.Typer(
    help="Who said what, in what words, on whose behalf and how sure: attributions from news text.",
    epilog="Exit status: 0 all inputs read; 1 some; 2 none, or nothing could be done; 3 a fault in quotes itself.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"quotes {version('quote-attribution')}")
        except PackageNotFoundError:
            print("quotes (not installed)")
        raise typer.Exit()


@app.callback(invoke_without_command=True)
def _top(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command()
def extract(
    inputs: options.Inputs,
    format: options.DocumentFormat = None,
    output: options.Output = None,
    frames: options.Frames = None,
    kind: options.Kinds = None,
    model: options.Model = None,
    processes: options.Processes = 1,
    text_out: options.TextOut = None,
) -> int:
    """Find who said what in articles.

    Offsets count Unicode code points of the decoded text, from 0; a byte order mark is no part of it. Text that
    is not UTF-8 is decoded as it declares or as seems best, and standard error says how.

    \b
    Examples:
      $ quotes extract article.txt
      $ quotes extract article.txt page.html --format jsonl --frames all
      $ quotes extract articles --output quotes.csv --kind direct,mixed
      $ quotes extract page.html --format json --text-out page-text.txt
      $ cat article.txt | quotes extract - --format csv
    """  # noqa: D301
    from quotes.records import Frame, Kind
    from quotes.select import select

    wanted = options.names(frames, Frame, "--frames", whole="all")
    kinds = options.names(kind, Kind, "--kind")
    output = None if output == "-" else output
    run = Run(inputs)
    _keep_inputs(run, output)
    if not run.sources:
        return run.status
    texts = _texts(run, inputs, text_out, output) if text_out else None
    pairs: Pairs = run.documents(texts, model=model, processes=processes)
    pairs = ((select(document, frames=wanted, kinds=kinds), text) for document, text in pairs)
    if len(run.sources) > 1 and _is_terminal(sys.stderr) and (output or not _is_terminal(sys.stdout)):
        pairs = with_progress(pairs, run)
    with _opened(output) as file:
        for piece in _writer(format or _format_of(output), output)(pairs):
            file.write(piece)
        if not run.read:
            raise typer.Exit(run.status)  # inside, so that no empty file takes an old one's place
    return run.status


def _keep_inputs(run: Run, output: str | None) -> None:
    if output and any(_same(output, source.path) for source in run.sources if source.path):
        raise UnwritableOutput(f"{output}: is one of the inputs")


def _same(output: str, path: Path) -> bool:
    try:
        return os.path.samefile(output, path)
    except OSError:
        return False


def _texts(run: Run, inputs: list[str], target: str, output: str | None) -> Texts:
    several = len(inputs) > 1 or os.path.isdir(inputs[0])
    kept = [source.path for source in run.sources if source.path]
    return Texts(target, several=several, kept=[*kept, Path(output)] if output else kept)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()  # None is what a closed one is


@app.command()
def schema() -> None:
    """Print the JSON Schema of a document.

    This is what --format json writes a list of, and --format jsonl one of a line.

    \b
    Example:
      $ quotes schema
    """  # noqa: D301
    import json

    from quotes.records import Document

    _say(json.dumps(Document.model_json_schema(), indent=2) + "\n")


@app.command()
def rules(
    format: options.ListingFormat = Listing.TABLE,
) -> None:
    """List the rules, each with a sentence that it reads.

    A record names the rules that made it in its explanation.

    \b
    Examples:
      $ quotes rules
      $ quotes rules --format json
    """  # noqa: D301
    import json

    from quotes.rules import catalogue

    rows = [(rule.name, rule.stage, rule.doc, rule.example) for rule in catalogue()]
    if format is Listing.JSON:
        keys = ("name", "stage", "doc", "example")
        _say(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], indent=2, ensure_ascii=False) + "\n")
    else:
        from quotes.table import rule_table

        _say(rule_table(rows, _screen()))


def main() -> None:
    """Run the command line and exit: one line on standard error for what went wrong, never a traceback."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    sys.exit(status_of(sys.argv[1:]))


def status_of(arguments: list[str]) -> int:
    """Run the command line with these arguments and return the exit status."""
    try:
        return int(app(arguments, prog_name="quotes", standalone_mode=False) or 0)
    except TyperException as error:  # a usage error
        complain(f"{error.format_message()} (quotes --help tells more)")
    except QuotesError as error:
        complain(str(error))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("QUOTES_TRACEBACK"):
            raise
        complain(f"a fault in quotes: {type(error).__name__}: {error} (QUOTES_TRACEBACK=1 shows where)")
        return FAULT
    return 2


def _format_of(output: str | None) -> Format:
    suffix = Path(output or "").suffix.lower().removeprefix(".")
    return Format(suffix) if suffix in list(Format) else Format.TABLE


def _writer(format: Format, output: str | None) -> Callable[[Pairs], Iterable[str]]:
    from quotes import writers

    if format is Format.TABLE:
        from quotes.table import tables

        return lambda pairs: tables(pairs, _screen(output))
    return {Format.JSON: writers.json_array, Format.JSONL: writers.json_lines, Format.CSV: writers.csv_rows}[format]


def _screen(output: str | None = None) -> Screen:
    from quotes.table import Screen

    terminal = output is None and _is_terminal(sys.stdout)
    width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if terminal or "COLUMNS" in os.environ else PIPE_WIDTH
    return Screen(width=max(width, 60), colour=terminal)


def _say(text: str) -> None:
    with _opened(None) as file:
        file.write(text)


@contextmanager
def _opened(output: str | None) -> Iterator[TextIO]:
    """Open where the words go: a file that appears at the end, or standard output, as UTF-8."""
    if output is not None:
        with replacing(Path(output)) as file:
            yield file
        return
    out: TextIO | None = sys.stdout
    if out is None:
        raise UnwritableOutput("standard output: closed")
    if hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8", newline="\n")
    try:
        yield out
        out.flush()
    except OSError as error:
        # The interpreter flushes once more as it ends; that must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(PIPE_CLOSED) from error
        raise UnwritableOutput(f"standard output: {error.strerror or error}") from error
