"""The measures of ``benchmarks/``: figures worked out by hand, and what must hold for any attributions."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import folds
from gold import Article, Item, Offsets, read_corpus
from measure import Prediction, Tally, align, calibration_error, is_right, judge, kind_of, reliability
from mistakes import Mistakes, why_extra, why_missed, why_wrong
from naming import Names, alike, normal
from readings import NEAREST, OURS, TEXTACY, Proposal, Word, read
from report import bars, report

TEXT = "“We go,” said Lee. Ortiz said that they stay. Kim knew it."
LEE = Item([(0, 8)], [(9, 13)], [(14, 17)])
ORTIZ = Item([(30, 44)], [(25, 29)], [(19, 24)])
KIM = Item([(55, 57)], [(50, 54)], [(46, 49)])
ARTICLE = Article("paper_2016-08-01_a", TEXT, [LEE, ORTIZ, KIM])


def predicted(item: Item, **changes: object) -> Prediction:
    return Prediction(**({"content": item.content, "cue": item.cue, "source": item.source} | changes))  # type: ignore[arg-type]


def tally(found: list[Prediction]) -> Tally:
    counted = Tally()
    counted.add(ARTICLE, found)
    return counted


@pytest.mark.parametrize(
    ("text", "spans", "kind"),
    [
        ("“We go,” said Lee.", [(0, 8)], "direct"),
        ("“We go,” said Lee.", [(1, 6)], "direct"),
        ('"We go," said Lee. "We do."', [(0, 8), (19, 27)], "direct"),
        ("Lee said they “go” home.", [(9, 23)], "mixed"),
        ("Lee said they go.", [(9, 16)], "indirect"),
    ],
)
def test_kinds_follow_from_the_marks(text: str, spans: list[Offsets], kind: str) -> None:
    assert kind_of(text, Item(spans)) == kind


def test_gold_itself_is_all_right() -> None:
    counted = tally([predicted(item) for item in ARTICLE.items])
    assert [counted.f1(group) for group in ("direct", "indirect", "all")] == [1, 1, 1]
    assert [counted.exact(role) for role in ("source", "cue", "content")] == [1, 1, 1]
    assert counted.precision() == 1


def test_figures_worked_out_by_hand() -> None:
    short = predicted(ORTIZ, content=[(35, 44)])  # 9 of 14 characters
    counted = tally([predicted(LEE), short, predicted(KIM, source=[(14, 17)]), predicted(KIM, content=[(19, 24)])])
    assert counted.f1("direct+mixed") == 1
    assert counted.f1("all", "found") == pytest.approx(2 * 3 / (4 + 3))
    assert counted.f1("all") == pytest.approx(2 * 2 / (4 + 3))
    assert counted.precision("found") == 3 / 4
    assert counted.precision() == 2 / 4
    assert counted.exact("content") == pytest.approx(2 * 2 / (4 + 3))
    assert counted.exact("cue") == 1
    assert counted.exact("source") == pytest.approx(2 * 3 / (3 + 3))


def test_half_of_the_characters_are_needed() -> None:
    assert align([ORTIZ], [Item([(30, 37)])]) == [(0, 0)]
    assert align([ORTIZ], [Item([(30, 36)])]) == []


def test_absent_in_both_is_right_and_in_one_is_not() -> None:
    bare = Item(LEE.content)
    assert is_right(bare, bare)
    assert not is_right(bare, LEE)
    assert not is_right(LEE, bare)


span = st.tuples(st.integers(0, 40), st.integers(1, 17)).map(lambda t: (t[0], t[0] + t[1]))
spans = st.lists(span, max_size=2)
items = st.lists(st.builds(Item, st.lists(span, min_size=1, max_size=2), spans, spans), max_size=6)


@given(items, items)
def test_pairs_are_one_to_one_and_leave_nothing_that_could_be_paired(gold: list[Item], found: list[Item]) -> None:
    pairs = align(gold, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    left = [i for i in range(len(gold)) if i not in dict(pairs)]
    over = [j for j in range(len(found)) if j not in dict(pairs).values()]
    assert all(align([gold[i]], [found[j]]) == [(0, 0)] for i, j in pairs)
    assert not any(align([gold[i]], [found[j]]) for i in left for j in over)


@given(items, items)
def test_figures_stay_within_bounds(gold: list[Item], found: list[Item]) -> None:
    counted = Tally()
    counted.add(Article("a", TEXT, gold), [predicted(item) for item in found])
    for group in ("direct", "mixed", "direct+mixed", "indirect", "all"):
        assert 0 <= counted.f1(group) <= counted.f1(group, "found") <= 1
    assert all(0 <= counted.exact(role) <= 1 for role in ("source", "cue", "content"))


# ---------------------------------------------------------------- confidence


def test_calibration_error_worked_out_by_hand() -> None:
    bins = reliability([(0.9, True), (0.9, False), (0.2, False), (1.0, True)])
    assert [(b.number, b.right) for b in bins if b.number] == [(1, 0), (3, 2)]
    assert calibration_error(bins) == pytest.approx((1 * 0.2 + 3 * abs(2.8 / 3 - 2 / 3)) / 4)
    assert calibration_error(reliability([])) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_prediction_falls_into_a_bin(judged: list[tuple[float, bool]]) -> None:
    bins = reliability(judged)
    assert sum(b.number for b in bins) == len(judged)
    assert 0 <= calibration_error(bins) <= 1
    assert len(bars(bins).split("\n")) == 1 + sum(b.number > 0 for b in bins)


def test_a_prediction_is_judged_by_what_it_is_paired_with() -> None:
    found = [predicted(LEE, confidence=0.9), predicted(KIM, cue=[(9, 13)], confidence=0.4)]
    assert judge([(ARTICLE, found)]) == [(0.9, True), (0.4, False)]


# ---------------------------------------------------------------- speakers


def test_names_are_compared_without_what_may_be_written_in_two_ways() -> None:
    assert normal("The Harbor Council’s") == normal("harbor  council")
    assert normal("O’Malley") == "o'malley"
    assert alike("South Asia director", "director, South Asia")
    assert not alike("director", "deputy director of research")


def test_speakers_worked_out_by_hand() -> None:
    labels = {
        "speakers": {"Ann Lee": {"kind": "person", "titles": ["mayor", "pilot"], "affiliations": []}},
        "attributions": {"A0": "Ann Lee", "A1": ["Ana Ortiz", "Bo Ortiz"], "A2": "author"},
    }
    lee = {"name": "Ann Lee", "kind": "person", "titles": ["mayor"], "affiliations": [{"organization": "Town"}]}
    ortiz = lee | {"name": "Bo Ortiz", "kind": "group"}
    names = Names()
    names.add(ARTICLE, [predicted(LEE, speaker=lee), predicted(ORTIZ, speaker=ortiz), predicted(KIM)], labels)
    assert (names.part("any"), names.part("quoted"), names.part("pronoun")) == (1, 1, 0)
    assert names.part("kind") == 1 / 2
    assert names.f1("titles") == pytest.approx(2 / 3)
    assert names.f1("affiliations") == 0


# ---------------------------------------------------------------- mistakes


def test_what_is_missed_is_sorted_by_the_step_that_lost_it() -> None:
    known, unknown = Word("say", "VERB"), Word("yodel", "VERB")
    right, elsewhere = Proposal(ORTIZ.content, ORTIZ.cue, ORTIZ.source), Proposal([(0, 8)], ORTIZ.cue)
    chosen = Proposal(ORTIZ.content, ORTIZ.cue, ORTIZ.source, probable=True)
    assert why_missed(ORTIZ, known, [predicted(ORTIZ, content=[(30, 34)])], []) == "cue read, content too short"
    assert why_missed(ORTIZ, known, [], [right]) == "right reading below the threshold"
    assert why_missed(ORTIZ, known, [], [chosen]) == "right reading gave way to another"
    assert why_missed(ORTIZ, known, [], [elsewhere]) == "cue proposed, content elsewhere"
    assert why_missed(ORTIZ, known, [], []) == "cue is a verb of the lexicon that no rule reads"
    assert why_missed(ORTIZ, unknown, [], []) == "cue is a verb not in the lexicon"
    assert why_missed(ORTIZ, Word(":", "PUNCT"), [], []) == "cue is a phrase, a sign or a name"
    assert why_missed(Item(ORTIZ.content), None, [], []) == "gold has no cue"


def test_what_is_wrong_or_too_much_is_sorted() -> None:
    assert why_wrong(ORTIZ, predicted(ORTIZ, source=[])) == "content found, no source"
    assert why_wrong(ORTIZ, predicted(ORTIZ, cue=[(50, 54)])) == "content found, other cue"
    assert why_extra(predicted(ORTIZ, content=[(30, 34)]), [ORTIZ]) == "cue is gold's, content is not"
    assert why_extra(predicted(KIM), [LEE, ORTIZ]) == "nothing attributed there"


# ---------------------------------------------------------------- programs and page

STORY = "“The zeppelin landed in Quorn,” said Ann Lee. Bo Ortiz said that the zeppelin was late.\n\n"
BROKEN = "Six-foot-two, or 6'2\", Ann Lee said the zeppelin was late."


def labelled(name: str, text: str) -> Article:
    start = text.index("the zeppelin was late")
    cue, source = text.rindex(" said") + 1, text.index("Ann Lee")
    return Article(name, text, [Item([(start, start + 21)], [(cue, cue + 4)], [(source, source + 7)])])


def test_programs_read_the_same_article() -> None:
    found = read(labelled("paper_2016-01-02_a", STORY)).found
    assert [item.content[0][0] for item in found[OURS] or []] == [0, STORY.index("that")]
    assert [item.content for item in found[TEXTACY] or []] == [[(0, 31)]]
    assert [STORY[slice(*item.source[0])] for item in found[NEAREST] or []] == ["Ann Lee", "Bo Ortiz"]


def test_an_article_on_which_textacy_raises_is_lost() -> None:
    assert read(labelled("paper_2016-01-02_b", BROKEN)).found[TEXTACY] is None


def test_the_page_has_figures_and_no_text_of_an_article(tmp_path: Path) -> None:
    readings = [read(labelled("paper_2016-01-02_a", STORY)), read(labelled("paper_2016-08-02_b", BROKEN))]
    page = report({"tuned on": readings[:1], "held out": readings[1:]}, tmp_path, "2016-07", 0)
    assert "### Tuned on, 1 articles" in page and "### Held out, 1 articles" in page
    assert "| textacy | 0.000 |" in page
    assert not any(word in page for word in ("zeppelin", "Quorn", "Ann Lee", "Ortiz"))


def test_each_article_is_read_once_with_tables_fitted_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [labelled(f"paper_2016-01-02_{n}", STORY) for n in range(12)]
    fitted: list[list[str]] = []
    monkeypatch.setattr(folds, "fit_on", lambda others, folder: fitted.append([a.name for a in others]))
    read_in = [[r.article.name for r in folds.read_part(articles, 3, number)] for number in range(3)]
    assert sorted(name for names in read_in for name in names) == sorted(a.name for a in articles)
    assert all(set(mine).isdisjoint(others) for mine, others in zip(read_in, fitted, strict=True))
    assert [len(mine) + len(others) for mine, others in zip(read_in, fitted, strict=True)] == [12, 12, 12]


def test_mistakes_add_up() -> None:
    counted = Mistakes()
    counted.add(read(labelled("paper_2016-01-02_a", STORY)))
    assert counted.gold.total() == 1
    assert sum(kinds.total() for kinds in counted.missed.values()) == 1  # Ortiz, not Lee, said so
    assert counted.emitted.total() == sum(row["emitted"] for row in counted.rules.values())


def test_a_corpus_is_read_from_standoff(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = ["T1\tContent 30 34;35 44\tthat they stay", "T2\tCue 25 29\tsaid", "T3\tSource 19 24\tOrtiz"]
    lines += ["E1\tAttribution:T2 Content1:T1 Cue1:T2 Source1:T3", "broken"]
    (tmp_path / "attributions" / "a_x.ann").write_text("\n".join(lines), encoding="utf-8")
    assert read_corpus(tmp_path) == [Article("a", TEXT, [Item([(30, 34), (35, 44)], [(25, 29)], [(19, 24)])])]
