"""``extract`` and ``extract_many``: one article, or any number of them."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Literal, cast, overload

from quotes.errors import QuotesError
from quotes.language import alone, load, model_name
from quotes.pipeline import read
from quotes.records import Document

BATCH = 8
"""Articles that are handed to a process at a time: few, so that whoever stops early waits little."""

Pair = tuple[str, str]
"""An id and an article."""


def extract(text: str, *, id: str = "", model: str | None = None) -> Document:
    """Read one article.

    Any string is fine, and any thread may call this; within a process, one article is read at a time.

    Args:
        text: the article; offsets in the document are code points of it, as given.
        id: becomes the document's id.
        model: an installed spaCy pipeline, or the folder of one; else ``QUOTES_MODEL``, else the default.

    Raises:
        ModelNotFound: the pipeline is not there, or has no tagger or parser.
    """
    return _read(model_name(model), (id, text))


@overload
def extract_many(
    texts: Iterable[str],
    *,
    ids: Literal[False] = ...,
    n_process: int = ...,
    batch_size: int = ...,
    model: str | None = ...,
) -> Iterator[Document]: ...
@overload
def extract_many(
    texts: Iterable[Pair],
    *,
    ids: Literal[True],
    n_process: int = ...,
    batch_size: int = ...,
    model: str | None = ...,
) -> Iterator[Document]: ...
def extract_many(
    texts: Iterable[str] | Iterable[Pair],
    *,
    ids: bool = False,
    n_process: int = 1,
    batch_size: int = BATCH,
    model: str | None = None,
) -> Iterator[Document]:
    """Read any number of articles, lazily: documents come in the order of the texts.

    An endless stream of texts can be read: with one process a text is taken when its document
    is asked for, with more of them a few batches are on their way. What ``texts`` raises comes
    through. New processes import the program that starts them, so a script must do its work
    under ``if __name__ == "__main__":``.

    Args:
        texts: articles, or with ``ids`` pairs of id and article.
        ids: whether pairs come in; otherwise documents are numbered "1", "2", ….
        n_process: processes to read with.
        batch_size: articles handed to a process at a time, where there are several.
        model: as for ``extract``.

    Raises:
        ModelNotFound: the pipeline is not there, or has no tagger or parser.
        QuotesError: a process has died.
        TypeError: ``texts`` is one string.
        ValueError: ``n_process`` or ``batch_size`` is less than one.
    """
    if isinstance(texts, str):
        raise TypeError("extract_many reads several texts; extract reads one")
    if n_process < 1 or batch_size < 1:
        raise ValueError("n_process and batch_size must be at least 1")
    name = model_name(model)
    load(name)
    pairs = cast(Iterable[Pair], texts) if ids else ((str(n), cast(str, text)) for n, text in enumerate(texts, 1))
    if n_process == 1:
        return (_read(name, pair) for pair in pairs)
    return _together(name, iter(pairs), n_process, batch_size)


def _together(name: str, pairs: Iterator[Pair], n_process: int, batch_size: int) -> Iterator[Document]:
    # Processes are spawned, for a fork would copy locks that other threads hold.
    with ProcessPoolExecutor(n_process, get_context("spawn"), initializer=_stop_quietly) as pool:
        running: deque[Future[list[Document]]] = deque()
        try:
            while batch := list(islice(pairs, batch_size)):
                running.append(pool.submit(_read_batch, name, batch))
                if len(running) > n_process:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        except BrokenProcessPool as error:
            raise QuotesError("a process has died over its articles, for want of memory perhaps") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _stop_quietly() -> None:
    """Let an interrupt from the keyboard end this process without a traceback: the first one says it all."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _read_batch(name: str, batch: list[Pair]) -> list[Document]:
    return [_read(name, pair) for pair in batch]


def _read(name: str, pair: Pair) -> Document:
    id, text = pair
    nlp = load(name)
    with alone(nlp, text):
        return read(nlp, text, id)
