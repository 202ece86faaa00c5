"""``extract_many``: its order, its laziness, its processes and its ends; and ``extract`` in threads."""

from __future__ import annotations

import itertools
import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from threadpoolctl import threadpool_info

import quotes
import quotes.api
from quotes.language import MODEL, load

both = pytest.mark.parametrize("n_process", [1, 2])


def article(number: int) -> str:
    return f"“We saw it {number} times,” said Ana Q{number}ortiz, the mayor. She denied that zq{number} was late."


class Stream:
    """Articles without end, counted as they are taken."""

    def __init__(self) -> None:
        self.taken = 0

    def __iter__(self) -> Iterator[str]:
        for self.taken in itertools.count(1):
            yield article(self.taken)


@both
def test_documents_come_in_order_and_are_those_of_extract(n_process: int) -> None:
    pairs = [(f"text {n}", article(n)) for n in range(11)]
    found = list(quotes.extract_many(pairs, ids=True, n_process=n_process, batch_size=2))
    assert found == [quotes.extract(text, id=id) for id, text in pairs]


def test_documents_are_numbered() -> None:
    assert [d.id for d in quotes.extract_many(map(article, range(3)))] == ["1", "2", "3"]


@both
def test_nothing_gives_nothing(n_process: int) -> None:
    assert list(quotes.extract_many([], n_process=n_process)) == []


def test_one_process_takes_a_text_when_its_document_is_asked_for() -> None:
    stream = Stream()
    documents = quotes.extract_many(stream)
    for number in range(1, 4):
        next(documents)
        assert stream.taken == number


def test_an_endless_stream_is_read_a_few_batches_ahead_and_leaves_no_process() -> None:
    stream = Stream()
    documents = quotes.extract_many(stream, n_process=2, batch_size=3)
    for number, document in enumerate(itertools.islice(documents, 10), 1):
        assert document.id == str(number)
        assert document.attributions[0].speaker.name == f"Ana Q{number}ortiz"
        assert stream.taken - number <= 4 * 3
    assert multiprocessing.active_children()
    documents.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


@both
def test_what_the_texts_raise_comes_through(n_process: int) -> None:
    def texts() -> Iterator[str]:
        yield article(1)
        yield article(2)
        raise LookupError("the archive is closed")

    documents = quotes.extract_many(texts(), n_process=n_process, batch_size=1)
    with pytest.raises(LookupError, match="archive"):
        list(documents)
    assert not multiprocessing.active_children()


def test_a_process_that_dies_is_told() -> None:
    documents = quotes.extract_many(Stream(), n_process=2, batch_size=1)
    next(documents)
    for child in multiprocessing.active_children():
        child.kill()
    with pytest.raises(quotes.QuotesError, match="a process has died"):
        list(documents)
    assert not multiprocessing.active_children()


def test_a_text_that_is_none_stops_the_reading_where_it_stands() -> None:
    documents = quotes.extract_many([article(1), None])  # type: ignore[list-item]
    assert next(documents).attributions
    with pytest.raises(TypeError):
        next(documents)


def test_mistakes_are_told_before_anything_is_read() -> None:
    with pytest.raises(TypeError, match="extract reads one"):
        quotes.extract_many("She said no.")
    for wrong in ({"n_process": 0}, {"batch_size": 0}):
        with pytest.raises(ValueError, match="at least 1"):
            quotes.extract_many([], **wrong)
    with pytest.raises(quotes.ModelNotFound):
        quotes.extract_many([], model="no_such_model")
    with pytest.raises(quotes.ModelNotFound):
        quotes.extract("", model="no_such_model")


def test_the_environment_names_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_MODEL", "no_such_model")
    with pytest.raises(quotes.ModelNotFound, match="no_such_model"):
        quotes.extract("She said no.")
    assert quotes.extract(article(1), model=MODEL).attributions


def blas_threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


@pytest.mark.parametrize("remembered", [10**9, 0])
def test_threads_may_share_a_pipeline(monkeypatch: pytest.MonkeyPatch, remembered: int) -> None:
    monkeypatch.setattr("quotes.language.REMEMBERED", remembered)
    texts = [article(n) for n in range(30)]
    wanted = [quotes.extract(text) for text in texts]
    before, interval = blas_threads(), sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # so that threads interrupt each other in the middle of everything
    try:
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(quotes.extract, texts * 3)) == wanted * 3
    finally:
        sys.setswitchinterval(interval)
    assert blas_threads() == before


def test_documents_outlive_what_the_pipeline_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.language.REMEMBERED", 0)
    documents = list(quotes.extract_many([article(n) for n in range(5)]))
    assert [d.attributions[0].speaker.name for d in documents] == [f"Ana Q{n}ortiz" for n in range(5)]


def test_a_memory_zone_of_the_callers_own() -> None:
    with load(MODEL).memory_zone():
        document = quotes.extract(article(77))
    assert document == quotes.extract(article(77))
