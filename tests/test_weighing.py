"""What is weighed: rates of words in patterns, rival sources, where contents end, how readings stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotes
from quotes.choose import threshold
from quotes.context import surroundings
from quotes.cues import find_cues
from quotes.evidence import evidence, probability
from quotes.language import load, model_name
from quotes.lexicon import table
from quotes.pipeline import plant
from quotes.rates import Rates, counted, key_of
from quotes.rules.propose import first_readings, propose
from quotes.settle import ends, mention_facts, mentions
from quotes.weights import log_odds, logistic, total, use, weights

TABLES = ("attributions", "ends", "sources")


def tree_of(text):
    return plant(load(model_name()), text)[0]


def readings(text):
    tree = tree_of(text)
    return tree, list(propose(tree, find_cues(tree)))


def said(text):
    """Source, cue and contents of what is found, as printed."""
    return [
        (a.source and a.source.text, a.cue and a.cue.text, " … ".join(c.text for c in a.content))
        for a in quotes.extract(text).attributions
    ]


# ---------------------------------------------------------------- rates


def test_a_word_seen_often_in_a_pattern_has_its_own_rate():
    rates = Rates([(("say", "that"), 1000, 900), (("say", "in"), 1000, 10)])
    assert logistic(rates.log_odds(("say", "that"))) == pytest.approx(0.9, abs=0.01)
    assert logistic(rates.log_odds(("say", "in"))) == pytest.approx(0.01, abs=0.01)


def test_a_word_never_seen_in_a_pattern_leans_on_both():
    rates = Rates(
        [(("say", "that"), 400, 360), (("run", "in"), 400, 4), (("say", "in"), 400, 4), (("run", "that"), 4, 2)]
    )
    new = rates.log_odds(("claim", "that"))
    assert rates.log_odds(("claim", "in")) < new
    assert rates.log_odds(("run", "that")) < rates.log_odds(("say", "that"))


def test_counts_of_some_articles_can_be_left_out():
    both = Rates([(("say", "that"), 20, 20)])
    assert both.expected(("say", "that"), Rates([(("say", "that"), 20, 20)])) == pytest.approx(log_odds(0.2), abs=1e-9)


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.integers(0, 50), st.integers(0, 50)), max_size=8
    )
)
def test_a_rate_is_always_a_probability(rows):
    rates = Rates(((w, p), seen + right, right) for w, p, seen, right in rows)
    for key in (("a", "x"), ("b", "y"), ("c", "z")):
        assert 0 < logistic(rates.log_odds(key)) < 1


def test_the_counts_of_the_package_are_counts():
    rows = table("weights/rates")
    assert len(rows) > 1000
    assert all(0 <= int(row["right"]) <= int(row["seen"]) for row in rows)
    assert counted().log_odds(("say", "that")) > counted().log_odds(("say", "in"))


# ---------------------------------------------------------------- tables


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_each_fact_once(name):
    facts = [row["fact"] for row in table(f"weights/{name}")]
    assert len(facts) == len(set(facts)) > 100
    assert all(int(row["seen"]) >= 5 for row in table(f"weights/{name}"))


def test_facts_that_a_table_lacks_add_nothing():
    heaviest = next(iter(weights("ends")))
    assert total("ends", [heaviest, "no such fact"]) == weights("ends")[heaviest]


def test_tables_of_another_folder_are_used_until_told_otherwise(tmp_path):
    before, rate = dict(weights("ends")), counted().log_odds(("say", "that"))
    (tmp_path / "ends.tsv").write_text("# Another.\nfact\tweight\tseen\nfar off\t1.5\t7\n", encoding="utf-8")
    (tmp_path / "rates.tsv").write_text("word\tpattern\tseen\tright\nsay\tthat\t9\t0\n", encoding="utf-8")
    use(tmp_path)
    try:
        assert weights("ends") == {"far off": 1.5}
        assert counted().log_odds(("say", "that")) < 0 < rate
        with pytest.raises(FileNotFoundError):
            weights("sources")
    finally:
        use(None)
    assert weights("ends") == before and counted().log_odds(("say", "that")) == rate


@given(st.floats(-40, 40))
def test_log_odds_and_probability_are_each_others_inverse_within_bounds(odds):
    value = logistic(odds)
    assert 0 < value < 1
    assert log_odds(value) == pytest.approx(max(-30.0, min(30.0, odds)), abs=0.01)


def test_no_name_of_a_speaker_is_evidence():
    tree, links = readings("Zebulon Quux said that the mill had burned. Quux said it was lost.")
    facts = [f for link, near in zip(links, surroundings(tree, links), strict=True) for f in evidence(tree, link, near)]
    assert facts
    assert not [f for f in facts if "quux" in f.lower() or "zebulon" in f.lower()]


# ---------------------------------------------------------------- ends


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ortiz said that the mill would close, adding that she was sorry.", "that the mill would close"),
        ("Ortiz said she would leave the board and that her deputy would take over.", None),
        ("Ortiz said the mill, which burned in May, would not be rebuilt.", None),
    ],
)
def test_a_content_ends_where_the_reporter_has_the_word_again(text, content):
    whole = text.removeprefix("Ortiz said ").removesuffix(".")
    assert said(text)[0] == ("Ortiz", "said", content or whole)


@pytest.mark.parametrize(
    "text", ["Ortiz said it rained — a lot — on the mill (again).", "Ortiz said: no, and no, and no."]
)
def test_every_end_proposed_lies_in_the_content_or_its_sentence(text):
    tree = tree_of(text)
    for link in first_readings(tree, find_cues(tree)):
        at = ends.stretch(tree, link)
        if at is not None:
            found = ends.candidates(tree, at)
            assert at.end in found
            assert found == sorted(set(found))
            assert all(at.first < end <= max(at.stop, at.end) for end in found)


def test_words_before_their_cue_have_no_other_end():
    tree = tree_of("The mill was lost, Ortiz said.")
    before = [x for x in first_readings(tree, find_cues(tree)) if x.pattern in ("before", "sentence before")]
    assert before
    assert all(ends.stretch(tree, link) is None for link in before)


# ---------------------------------------------------------------- sources


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ortiz shook her head, saying that the mill would close.", "Ortiz"),
        ("Ortiz left the hall and said that the mill would close.", "Ortiz"),
        ("In Lima, Ortiz met the owners, telling them that the mill would close.", "Ortiz"),
        ("Asked about the fire, Ortiz said that the mill would close.", "Ortiz"),
    ],
)
def test_a_cue_without_a_subject_takes_the_mention_that_weighs_most(text, speaker):
    assert (speaker, "that the mill would close") in [(who, what) for who, _, what in said(text)]


def test_a_subject_of_its_own_is_not_doubted():
    tree, _ = readings("Ortiz said that the mill would close.")
    (link,) = [x for x in first_readings(tree, find_cues(tree)) if x.pattern == "that"]
    assert not mentions.doubtful(tree, link)
    assert mentions.weighed_mention(tree, link, {}) is link


def test_rivals_are_nobody_what_the_parse_names_and_the_mentions_beside():
    tree, _ = readings("Ortiz told Lee in Lima that the mill would close.")
    verb = tree.lower.index("told")
    found = list(mentions.rivals(tree, verb, (0, 1)))
    assert found[0] == mention_facts.Rival(None, None, False)
    assert found[1].named
    assert {tree.said(r.tokens) for r in found if r.tokens} >= {"Ortiz", "Lee", "Lima"}


def test_a_path_goes_up_to_the_shared_head_and_down():
    tree, _ = readings("Ortiz said that the mill would close.")
    assert mention_facts.path(tree, tree.lower.index("said"), 0) == "|nsubj"
    assert mention_facts.path(tree, tree.lower.index("close"), 0) == "ccomp|nsubj"


# ---------------------------------------------------------------- neighbours


def test_a_reading_within_another_says_so():
    tree, links = readings("Ortiz said that Lee hopes to reopen the mill.")
    facts = {link.cue.lemma: near for link, near in zip(links, surroundings(tree, links), strict=True) if link.cue}
    assert "within nothing" in facts["say"]
    assert not any(fact == "within nothing" for fact in facts["hope"])
    assert not any(fact == "holds nothing" for fact in facts["say"])


def test_only_the_outer_words_are_reported_where_no_marks_set_off_the_inner():
    assert [cue for _, cue, _ in said("Ortiz said that Lee hopes to reopen the mill.")] == ["said"]


def test_who_passed_words_on_reports_that_somebody_said_them():
    inner, outer = quotes.extract("“The mill will close,” Ortiz said, according to Radio Nord.").attributions
    if inner.source.text != "Ortiz":
        inner, outer = outer, inner
    assert (inner.source.text, inner.relayed_by.text, inner.within) == ("Ortiz", "Radio Nord", outer.id)
    assert outer.source.text == "Radio Nord"
    assert [span.text for span in outer.content] == ["“The mill will close,” Ortiz said"]


@given(st.text(max_size=200))
def test_no_text_breaks_the_weighing(text):
    tree, links = readings(text)
    for link, near in zip(links, surroundings(tree, links), strict=True):
        assert 0 <= probability(tree, link, near) <= 1
        assert 0 < threshold(tree, link) < 1
        assert key_of(link) is None or len(key_of(link)) == 2


@pytest.mark.parametrize("times", [1, 3])
def test_a_source_however_far_away_is_weighed(times):
    far = "Lee: " + "Ortiz said, “the mill” and claimed that Lee hopes to say that it called for " * 40 * times
    tree, links = readings(far)
    assert links
    assert all(0 <= probability(tree, x, near) <= 1 for x, near in zip(links, surroundings(tree, links), strict=True))
