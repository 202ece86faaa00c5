"""To whom, through what, when and by whom relayed: one sentence a line, the detail in square brackets.

A sentence without brackets has attributions, and none of them has the detail.
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

import quotes
from quotes.details import describe
from quotes.language import load, model_name
from quotes.lexicon import verb_forms
from quotes.pipeline import plant
from quotes.spans import Cue, Link

ADDRESSEES = """
Ortiz told [Radio Nord] that the mill would close.
Ortiz told [reporters] in Dayton that the mill would close.
Ortiz told [a crowd of supporters] on Monday that the mill would close.
Ortiz told [the council] the mill would close.
“The mill will close,” Ortiz told [The Valley Herald].
“The mill will close,” Ortiz told [the workers]. “Go home.”
“The mill will close,” Ortiz told [them].
“The mill will close,” Ortiz told [her].
“The mill will close,” Ortiz told [Lee and Ann Weber] on Friday.
“The mill will close,” she told [Radio Nord's Ann Lee] in an interview.
“The mill will close,” she told [members of the council] last week.
“The mill will close,” he later told [the committee].
He has repeatedly told [shareholders] that the mill would close.
FAILS Ortiz reminded [voters] that the mill had closed.
Ortiz assured [the workers] that the mill would stay open.
Ortiz warned [the company] that the strike would go on.
FAILS Ortiz informed [the board] that the mill would close.
Ortiz asked [the council] whether the mill would close.
“Will the mill close?” the mayor asked [Lee].
“The mill will close,” Ortiz said to [her aides].
“The mill will close,” Ortiz whispered to [Lee].
“The mill will close,” the manager shouted at [the workers].
“The mill will close,” Ortiz wrote to [Lee].
Ortiz confirmed to [Radio Nord] that the mill would close.
Ortiz explained to [the workers] that the mill would close.
FAILS Ortiz admitted to [investigators] on Monday that the mill had leaked oil.
Ortiz complained to [the mayor] that the mill was too loud.
The workers testified before [the council] that the mill was unsafe.
Speaking to [reporters] in Dayton, Ortiz said the mill would close.
Talking with [workers] at the gate, Ortiz said the mill would close.
Addressing [the crowd], Ortiz said the mill would close.
“The mill will close,” Ortiz said in an interview with [Radio Nord].
In a letter to [shareholders], Ortiz wrote that the mill would close.
“The mill will close,” Ortiz said in a speech to [the chamber of commerce].
“The mill will close,” Ortiz said on a call with [reporters].
“The mill will close,” Ortiz wrote in a memo to [employees] on Monday.
FAILS [The workers] were told by Ortiz that the mill would close.
Ortiz told [the Times] that the mill would close.
Ortiz told [Radio Nord] in 2019 that the mill would close.
“The mill will close,” Ortiz told [an audience of farmers] in Troy.
Ortiz said the mill would close.
“The mill will close,” said Ortiz.
Ortiz accused Lee of closing the mill.
Ortiz praised Lee as a friend of the mill.
Ortiz called Lee “a liar and a cheat.”
Ortiz told the truth about the mill, Lee said.
“The mill will close,” Ortiz said in Dayton.
“Will the mill close?” asked Ann Lee.
Ortiz said of the mayor: “He wants the mill to close.”
Ortiz criticized the mayor for closing the mill.
According to Ortiz, the mill will close.
"""

CHANNELS = """
Ortiz said [in a statement] that the mill would close.
“The mill will close,” Ortiz said [in a statement].
[In a statement], Ortiz said the mill would close.
[In a statement] on Tuesday, Ortiz said the mill would close.
“The mill will close,” Ortiz said [in a written statement] on Monday.
“The mill will close,” Ortiz said [in an interview].
“The mill will close,” Ortiz said [in an interview with Radio Nord].
“The mill will close,” Ortiz said [in a telephone interview] on Friday.
“The mill will close,” Ortiz said [in an interview on Radio Nord].
“The mill will close,” Ortiz said [in an interview with Ann Lee on CNN].
“The mill will close,” Ortiz told Radio Nord [in an interview] last week.
Ortiz, [in an interview], said the mill would close.
“The mill will close,” said Ann Ortiz, the mayor, [in an email].
“The mill will close,” Ortiz said [at a news conference] in Dayton.
“The mill will close,” Ortiz said [at a press conference] on Monday.
“The mill will close,” Ortiz said [during the debate].
“The mill will close,” Ortiz said [during a hearing] on Tuesday.
“The mill will close,” Ortiz wrote [on Twitter].
“The mill will close,” Ortiz wrote [on Facebook] on Monday.
Ortiz wrote [on Instagram] that the mill would close.
Ortiz announced [on Twitter] that the mill would close.
“The mill will close,” Ortiz said [on CNN].
“The mill will close,” Ortiz said Sunday [on CNN].
“The mill will close,” Ortiz said on [“Face the Nation”] after the vote.
“The mill will close,” Ortiz said [on NBC's “Meet the Press”] in May.
“The mill will close,” Ortiz wrote [in a blog post].
“The mill will close,” Ortiz wrote [in a letter to shareholders].
“The mill will close,” Ortiz wrote [in an op-ed for The Valley Times].
“The mill will close,” Ortiz wrote [in a series of tweets].
“The mill will close,” Ortiz wrote [in The Valley Times].
“The mill will close,” Ortiz said [in a speech] in Dayton.
“The mill will close,” Ortiz said [in a video] posted on Monday.
“The mill will close,” Ortiz said [on a conference call with reporters].
“The mill will close,” Ortiz said [by phone] from Dayton.
“The mill will close,” Ortiz said [via email].
“The mill will close,” Ortiz said [on television].
“The mill will close,” Ortiz said [on the radio] on Friday.
“The mill will close,” Ortiz said [through a spokesman].
“The mill will close,” Ortiz wrote [in his memoir].
[In a tweet] on Monday, Ortiz said the mill would close.
[On Twitter], Ortiz said the mill would close.
“The mill will close,” the company said [in a news release].
Ortiz said the mill would close.
“The mill will close,” Ortiz said in Dayton.
“The mill will close,” Ortiz said on Monday.
“The mill will close,” Ortiz said at a rally.
“The mill will close,” Ortiz said in response.
“The mill will close,” Ortiz said on the way home.
Ortiz said the statement on Twitter was a mistake.
Ortiz said the interview would be on CNN.
According to Ortiz, the mill will close.
"""

TIMES = """
Ortiz said [on Monday] that the mill would close.
Ortiz said [Monday] that the mill would close.
“The mill will close,” Ortiz said [Sunday].
“The mill will close,” Ortiz said [on Tuesday night].
“The mill will close,” Ortiz said [late on Tuesday].
“The mill will close,” Ortiz said [early Friday].
“The mill will close,” said Ann Ortiz, the mayor, [on Thursday].
[On Monday], Ortiz said the mill would close.
[In January], the team observed that the mill “would be closed.”
The union announced [in January] that the mill would close.
The union announced [in 2019] that the mill would close.
The union announced [in early January] that the mill would close.
The union announced [in January 2016] that the mill would close.
The union announced [on Jan. 5] that the mill would close.
The union announced [on March 22, 2016], that the mill would close.
The union announced [on Monday, Jan. 5], that the mill would close.
“The mill will close,” Ortiz said [last week].
“The mill will close,” Ortiz said [last month].
“The mill will close,” Ortiz said [last Friday].
“The mill will close,” Ortiz said [this week].
“The mill will close,” Ortiz said [earlier this year].
“The mill will close,” Ortiz said [yesterday].
“The mill will close,” Ortiz said [earlier today].
“The mill will close,” Ortiz said [two days later].
“The mill will close,” Ortiz said [a few weeks ago].
“The mill will close,” Ortiz said [more than two years ago].
“The mill will close,” Ortiz said [the next day].
“The mill will close,” Ortiz said [that night].
“The mill will close,” Ortiz said [over the weekend].
“The mill will close,” Ortiz said [in recent weeks].
“The mill will close,” Ortiz said [in the spring of 2012].
“The mill will close,” Ortiz said [in the 1990s].
“The mill will close,” Ortiz said [on Christmas Eve].
“The mill will close,” Ortiz said [on Election Day].
“The mill will close,” Ortiz said [at 3 p.m.] from Dayton.
“The mill will close,” Ortiz said [at noon on Friday].
Ortiz told reporters in Dayton [on Monday] that the mill would close.
“The mill will close,” Ortiz said in a statement [on Friday].
In a statement [on Tuesday night], Ortiz said the mill would close.
Speaking to reporters in Dayton [on Monday], Ortiz said the mill would close.
“The mill will close,” Ortiz said at a rally in Dayton [Monday evening].
“The mill will close,” Ortiz said in a [Friday] interview.
[Last week], Ortiz said the mill would close.
[Two days later], Ortiz said the mill would close.
Ortiz said the mill would close on Monday.
Ortiz said the mill had closed in 2012.
“The mill will close on Monday,” Ortiz said.
“The mill will close,” Ortiz said after the vote.
“The mill will close,” Ortiz said of Monday's vote.
“The mill will close,” Ortiz told the Monday Club.
“The mill will close,” Ortiz told USA Today.
“The mill will close,” Ortiz said, while Lee left on Monday.
“The mill will close,” said Ann Ortiz, who was elected in 2012.
According to a report that was published on Monday, the mill will close.
"""

RELAYS = """
“The mill will close,” Ortiz said, as reported by [CBS News].
According to Ann Ortiz, director of the plant, “the mill will close,” as reported by [CBS News].
“The mill will close,” Ortiz said, as first reported by [The Valley Herald].
“The mill will close,” Ortiz said, first reported by [The Valley Herald].
“The mill will close,” Ortiz said, as quoted by [Radio Nord].
“The mill will close,” Ortiz said, as quoted in [the Times].
“The mill will close,” Ortiz said, according to [Radio Nord].
“The mill will close,” Ortiz said on Monday, according to [Radio Nord].
“The mill will close,” Ortiz told Lee, according to [court documents].
“The mill will close,” Ortiz wrote, according to [a transcript].
“The mill will close,” Ortiz told the board, according to two people in the room.
“The mill will close,” Ortiz told the board, according to [the newspaper].
“The mill will close,” Ortiz said in a statement, according to [The Valley Herald].
“The mill will close,” Ortiz said, according to [the Associated Press].
“The mill will close,” Ortiz said, according to [Ann Lee].
“The mill will close,” Ortiz said, [Radio Nord] reported.
“The mill will close,” Ortiz said, [the Times] reported on Monday.
“The mill will close,” Ortiz said, [Reuters] reported.
“The mill will close,” Ortiz said, [CNN] reports.
“The mill will close,” Ortiz wrote in a memo obtained by [Radio Nord].
“The mill will close,” Ortiz wrote in an email seen by [Reuters].
“The mill will close,” Ortiz wrote in a letter reviewed by [The Valley Herald].
“The mill will close,” Ortiz said, via [CBS News].
“The mill will close,” Ortiz said, as cited by [Radio Nord].
“The mill will close,” Ortiz said, as recalled by [Ann Lee].
“The mill will close,” Ortiz said, as previously reported by [Reuters].
In an email obtained by [Radio Nord], Ortiz wrote that the mill would close.
In a memo seen by [Reuters], Ortiz said the mill would close.
As reported by [CBS News], Ortiz said the mill would close.
As first reported by [Reuters], Ortiz said the mill would close.
According to [Radio Nord], Ortiz said the mill would close.
According to [the Times], Ortiz told workers the mill would close.
According to [court documents], Ortiz told Lee that the mill would close.
“The mill will close,” said Ann Ortiz, the mayor, according to [Radio Nord].
“The mill will close,” said Ann Ortiz, the mayor, as reported by [CBS News].
“The mill will close,” Ortiz said on Twitter, as reported by [CBS News].
“The mill will close,” Ortiz added, according to [Radio Nord].
“The mill will close,” he warned, [the Associated Press] reported.
“The mill will close,” he told workers on Monday, according to [a recording].
“The mill will close,” Ortiz told CBS News.
“The mill will close,” Ortiz told Reuters on Monday.
“The mill will close,” Ortiz said in an interview with Radio Nord.
“The mill will close,” Ortiz said via Twitter.
“The mill will close,” Ortiz said by phone.
“The mill will close,” the Times reported.
According to Radio Nord, the mill will close.
According to the Times, the mill closed on Monday.
“The mill will close,” Ortiz said, and went home.
Ortiz said everything went according to plan.
“The mill will close,” Ortiz said, as workers left.
"""


FAILS = pytest.mark.xfail(strict=True, reason="the attribution is less probable than the threshold")


def cases(detail: str, lines: str) -> list[ParameterSet]:
    """Pair each line with the detail it is for; those that start with FAILS are known to fail."""
    return [
        pytest.param(detail, line.removeprefix("FAILS "), marks=[FAILS] if line.startswith("FAILS ") else [])
        for line in lines.strip().splitlines()
    ]


ALL = [
    *cases("addressee", ADDRESSEES),
    *cases("channel", CHANNELS),
    *cases("time", TIMES),
    *cases("relayed_by", RELAYS),
]


@pytest.mark.parametrize(("detail", "line"), ALL)
def test_a_detail_is_read_where_the_sentence_gives_it(detail: str, line: str) -> None:
    text = line.replace("[", "").replace("]", "")
    start, end = line.find("["), line.find("]") - 1
    said = quotes.extract(text).attributions
    found = {(span.start, span.end) for a in said if (span := getattr(a, detail)) is not None}
    assert said
    assert found == ({(start, end)} if start >= 0 else set())


READINGS = """
Ortiz was quoted by {Radio Nord} as <saying> [that the mill would close].
Ortiz was quoted as <saying> by {Radio Nord} [that the mill would close].
[“The mill will close,”] Ortiz was <quoted> by {the Times} as saying.
{Radio Nord} reported that Ortiz <said> [the mill would close].
Ortiz <said> [the mill would close, as reported by {CBS News}].
Ortiz was <quoted> on Monday as saying [that the mill would close].
[“The mill will close,”] Ortiz <said> on Monday, {The Valley Herald} reported last week.
[“The mill will close,”] she <wrote> in May, according to {The Valley Herald}.
Lee heard that Ortiz <said> [the mill would close].
""".strip().splitlines()


@pytest.mark.parametrize("line", READINGS)
def test_a_relay_is_read_whatever_content_the_link_has(line: str) -> None:
    """A link is made by hand: content in square brackets, cue in angle ones, the relay in braces."""
    text, places = "", {}
    for char in line:
        if char in "[]<>{}":
            places[char] = len(text)
        else:
            text += char
    tree, _ = plant(load(model_name()), text)
    head = tree.token_at(places["<"])
    cue = Cue(head, (head, head + 1), verb_forms()[tree.lower[head]], "statement", "asserted")
    link = Link(((places["["], places["]"]),), cue, None, (), "")
    relay = (places["{"], places["}"]) if "{" in places else None
    assert describe(tree, link).relayed_by == relay


PIECES = """
“The mill will close,”
that the mill would close
Ortiz
said
told Lee
on Monday
in a statement
on “Face the Nation”
,
.
“
”
according to Radio Nord
as reported by
in
the
’s
""".strip().splitlines()


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_details_slice_the_text_and_lie_outside_the_content(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for said in quotes.extract(text).attributions:
        for detail in (said.addressee, said.channel, said.time):
            if detail is not None:
                assert text[detail.start : detail.end] == detail.text
                assert all(detail.end <= span.start or span.end <= detail.start for span in said.content)
