"""The words: reads the data files under ``lexicons/`` and inflects the verbs.

A file holds one concern. Lines that start with ``#`` are comments; a ``.txt`` file has one
entry a line, a ``.tsv`` file has a header line and tab-separated columns.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

VOWELS = "aeiou"


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """Return the entries of a word list, lower-cased.

    Raises:
        FileNotFoundError: the package has no such list.
    """
    return frozenset(line.casefold() for line in _lines(f"{name}.txt", language))


@cache
def table(name: str, language: str = "en") -> tuple[dict[str, str], ...]:
    """Return the rows of a table, each a mapping from column to cell.

    Raises:
        FileNotFoundError: the package has no such table.
        ValueError: a row has not as many cells as the header.
    """
    return read_table(files("quotes").joinpath("lexicons", language, f"{name}.tsv"))


def read_table(path: Traversable) -> tuple[dict[str, str], ...]:
    """Return the rows of the table in a file."""
    header, *rows = (line.split("\t") for line in _entries(path))
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


@cache
def verb_forms(name: str = "verbs", language: str = "en") -> dict[str, str]:
    """Map every inflected form of the verbs of a table to its lemma.

    Where two verbs share a form ("found"), the one for which the form is irregular has it.
    """
    forms: dict[str, str] = {}
    irregular = {row["lemma"]: row for row in table("irregular", language)}
    lemmas = [row["lemma"] for row in table(name, language)]
    for lemma in lemmas:
        for form in _regular(lemma, language) if lemma not in irregular else ():
            forms.setdefault(form, lemma)
    for lemma in lemmas:
        if lemma in irregular:
            past = irregular[lemma]["past"].split("/") + irregular[lemma]["participle"].split("/")
            forms.update(dict.fromkeys([*past, third_person(lemma), _ing(lemma, language)], lemma))
    forms.update({lemma: lemma for lemma in lemmas})
    return forms


def third_person(lemma: str) -> str:
    """Return the form after "he": says, replies, wishes."""
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "go", "do", "cho")) else "s")


def _regular(lemma: str, language: str) -> list[str]:
    if lemma.endswith("e"):
        past = lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        past = lemma[:-1] + "ied"
    else:
        past = _stem(lemma, language) + "ed"
    return [lemma, third_person(lemma), past, _ing(lemma, language)]


def _ing(lemma: str, language: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return _stem(lemma, language) + "ing"


def _stem(lemma: str, language: str) -> str:
    return lemma + lemma[-1] if lemma in words("doubling", language) else lemma


def _lines(name: str, language: str) -> list[str]:
    return _entries(files("quotes").joinpath("lexicons", language, name))


def _entries(path: Traversable) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
