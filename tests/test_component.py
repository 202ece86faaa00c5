"""The spaCy component: what it finds, and that it goes wherever the doc goes."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import quotes
from quotes.component import create
from quotes.language import MODEL, load
from quotes.records import Document, spans_of

TEXT = (
    "“We were never asked,” said Ana Ortiz, a director of the Harbor Council.\n\n"
    "Ortiz denied  that the “fast lane” is over. 💧 “Run,” he said."
)
SEED = Path(__file__).parents[1] / "examples" / "taliban-isis-k.txt"


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load(MODEL)
    nlp.add_pipe("quotes")
    return nlp


def record(doc: Doc) -> Document:
    found = doc._.quotes
    assert isinstance(found, Document)
    return found


def test_it_says_who_said_what(nlp: Language) -> None:
    doc = nlp(TEXT)
    first = doc._.attributions[0]
    assert first.content[0].text == "“We were never asked,”"
    assert first.speaker.name == "Ana Ortiz"
    assert doc._.attributions == record(doc).attributions
    assert all(doc.text[s.start : s.end] == s.text for s in spans_of(record(doc)))


def test_it_finds_about_what_extract_finds(nlp: Language) -> None:
    text = SEED.read_text(encoding="utf-8")
    here = {a.content[0].text for a in nlp(text)._.attributions if a.kind == "direct"}
    there = {a.content[0].text for a in quotes.extract(text).attributions if a.kind == "direct"}
    assert len(here & there) >= 0.9 * len(here | there) > 0


def test_it_leaves_the_tokens_alone(nlp: Language) -> None:
    with nlp.select_pipes(disable=["quotes"]):
        before = nlp(TEXT).to_json()
    assert nlp(TEXT).to_json() == before


def test_a_doc_that_was_not_read_has_no_record() -> None:
    doc = spacy.blank("en")(TEXT)
    assert doc._.quotes is None
    assert doc._.attributions == []


def test_bytes_keep_it(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert record(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == record(doc)
    assert record(pickle.loads(pickle.dumps(doc))) == record(doc)
    assert record(doc.copy()) == record(doc)


def test_a_process_that_only_loads_reads_it_back(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "docs.spacy")
    (tmp_path / "one.doc").write_bytes(doc.to_bytes())
    program = (
        "import sys, quotes.component; from spacy.tokens import Doc, DocBin; from spacy.vocab import Vocab\n"
        "binned = next(DocBin().from_disk('docs.spacy').get_docs(Vocab()))\n"
        "alone = Doc(Vocab()).from_bytes(open('one.doc', 'rb').read())\n"
        "for doc in (binned, alone): sys.stdout.buffer.write(doc._.quotes.model_dump_json().encode() + b'\\n')\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=True)
    assert [
        Document.checked(TEXT, Document.model_validate_json(line).model_dump()) for line in ran.stdout.splitlines()
    ] == [
        record(doc),
        record(doc),
    ]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_processes_hand_it_back(nlp: Language) -> None:
    texts = [TEXT, "", "She said no.", TEXT]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [record(doc) for doc in docs] == [record(nlp(text)) for text in texts]


def test_a_saved_pipeline_has_it(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    assert record(spacy.load(tmp_path / "model")(TEXT)) == record(nlp(TEXT))


def test_extract_runs_no_component_of_a_saved_pipeline(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    assert load(str(tmp_path / "model")).pipe_names == ["tok2vec", "tagger", "parser"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n", "“", "\x00", "\u200b"])
def test_nothing_is_found_in_nothing(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.attributions == []
    assert record(doc).speakers == []


@pytest.mark.parametrize("spaces", [None, False])
def test_docs_made_from_words(nlp: Language, spaces: bool | None) -> None:
    words = ["“", "We", "were", "asked", ",", "”", "said", "Ana", "Ortiz", ",", "\n", "the", "mayor", "."]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=None if spaces is None else [spaces] * len(words)))
    found = list(spans_of(record(doc)))
    assert found
    assert all(doc.text[s.start : s.end] == s.text for s in found)


def test_another_tokenization(nlp: Language) -> None:
    words = TEXT.replace("\n\n", " ").split()
    doc = nlp(Doc(nlp.vocab, words=words))
    assert record(doc).quotations
    assert all(doc.text[s.start : s.end] == s.text for s in spans_of(record(doc)))


@pytest.fixture
def merging(nlp: Language) -> Iterator[Language]:
    for pipe in ("merge_noun_chunks", "merge_entities"):
        nlp.add_pipe(pipe, before="quotes")
    yield nlp
    for pipe in ("merge_noun_chunks", "merge_entities"):
        nlp.remove_pipe(pipe)


def test_merged_tokens(merging: Language) -> None:
    doc = merging(TEXT)
    assert any(" " in token.text.strip() for token in doc)
    assert doc._.attributions[0].source.text.startswith("Ana Ortiz")


def test_joined_docs_lose_it_with_spacys_warning(nlp: Language) -> None:
    docs = [nlp(TEXT), nlp("She said no.")]
    with pytest.warns(UserWarning, match="W101"):
        joined = Doc.from_docs(docs)
    assert joined is not None
    assert joined._.quotes is None
    assert len(create(nlp, "quotes")(joined)._.attributions) >= len(docs[0]._.attributions)


@pytest.mark.parametrize("copy_user_data", [True, False])
def test_slices_leave_it_behind_for_no_offset_would_hold(nlp: Language, copy_user_data: bool) -> None:
    doc = nlp(TEXT)
    part = doc[19:].as_doc(copy_user_data=copy_user_data)
    assert part._.quotes is None
    assert [q.text for q in record(create(nlp, "quotes")(part)).quotations] == ["“fast lane”", "“Run,”"]


@pytest.mark.parametrize("missing", ["tagger", "parser"])
def test_a_doc_without_tags_or_heads_is_refused(missing: str) -> None:
    bare = spacy.load(MODEL, exclude=[missing, "ner", "lemmatizer", "attribute_ruler"])
    bare.add_pipe("quotes")
    assert bare("")._.attributions == []
    with pytest.raises(quotes.ModelNotFound, match=f"needs a {missing} before it"):
        bare(TEXT)


def test_the_pipeline_analysis_knows_what_it_needs(nlp: Language) -> None:
    assert nlp.analyze_pipes()["problems"]["quotes"] == []
    blank = spacy.blank("en")
    blank.add_pipe("quotes")
    assert "token.dep" in blank.analyze_pipes()["problems"]["quotes"]


def test_the_installed_package_tells_spacy_of_it() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    module, _, function = project["project"]["entry-points"]["spacy_factories"]["quotes"].partition(":")
    assert getattr(import_module(module), function) is create
