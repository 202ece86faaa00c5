"""Every line of ``cases/*.txt``: the text without its tags has to give back what the tags say."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefile import Case, observed, read_cases, written

import quotes

CASES = list(read_cases(Path(__file__).parent / "cases"))


def _parameter(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else []
    return pytest.param(case, id=case.where, marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_case(case: Case) -> None:
    got = observed(case, quotes.extract(case.text))
    if (got.said, got.labels) != (case.said, case.labels):
        pytest.fail(f"{case.where}\nexpected {written(case)}\n     got {written(got)}", pytrace=False)


def test_no_case_stands_twice() -> None:
    texts = [case.text for case in CASES]
    assert [text for text in set(texts) if texts.count(text) > 1] == []
