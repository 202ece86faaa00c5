"""One run of ``quotes extract``: inputs in, documents out, every failure told and counted."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quotes.errors import UnreadableInput
from quotes.output import Texts
from quotes.readers import Article, Source, find, read
from quotes.visible import one_line

if TYPE_CHECKING:
    from quotes.records import Document


def complain(message: str) -> None:
    """Say something on standard error, on one line, whatever file names and texts are in it."""
    if sys.stderr is not None:  # print would take None for standard output
        print(f"quotes: {one_line(message)}", file=sys.stderr)


class Run:
    """Reads inputs one after the other and keeps count.

    Attributes:
        sources: the inputs behind the names, in order.
        failed: how many names and inputs could not be read so far.
        read: how many could.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.sources: list[Source] = []
        self.failed = 0
        self.read = 0
        for name in names:
            try:
                self.sources += find(name)
            except UnreadableInput as error:
                self._fail(error)

    @property
    def status(self) -> int:
        """Exit status: 0 all inputs were read, 1 some, 2 none."""
        return 0 if not self.failed else 1 if self.read else 2

    def documents(self, texts: Texts | None, *, model: str | None, processes: int) -> Iterator[tuple[Document, str]]:
        """Yield each input's document with its text, in order, as soon as it is there.

        Raises:
            ModelNotFound, UnwritableOutput: nothing more can be done.
        """
        articles = self._articles(texts)
        first = next(articles, None)
        if first is None:  # so that nobody waits for a model to be told that a file is missing
            return
        from quotes import extract_many

        waiting: deque[str] = deque()
        pairs = _paired(chain([first], articles), waiting)
        workers = max(1, min(processes, len(self.sources)))
        for document in extract_many(pairs, ids=True, n_process=workers, model=model):
            yield document, waiting.popleft()

    def _articles(self, texts: Texts | None) -> Iterator[Article]:
        for source in self.sources:
            try:
                article = read(source)
            except UnreadableInput as error:
                self._fail(error)
                continue
            if article.note:
                complain(f"{article.id}: {article.note}")
            if texts:
                texts.write(article.id, article.text)
            self.read += 1
            yield article

    def _fail(self, error: UnreadableInput) -> None:
        self.failed += 1
        complain(str(error))


def _paired(articles: Iterable[Article], waiting: deque[str]) -> Iterator[tuple[str, str]]:
    """Hand out ids and texts, keeping each text until its document comes back."""
    for article in articles:
        waiting.append(article.text)
        yield article.id, article.text


def with_progress(pairs: Iterable[tuple[Document, str]], run: Run) -> Iterator[tuple[Document, str]]:
    """Pass documents on, with a bar on standard error that says how far the run has come."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    missing = run.failed
    # Standard output is not for the bar to touch: articles go there.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, transient=True) as bar:
        task = bar.add_task("", total=len(run.sources))
        for done, pair in enumerate(pairs, 1):
            bar.update(task, completed=done, total=len(run.sources) - (run.failed - missing))
            yield pair
