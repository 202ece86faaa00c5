"""Speakers: whom each source mention stands for, across the article. How sure that is, ``test_doubts.py`` asks."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotes
from quotes.language import load, model_name
from quotes.pipeline import plant
from quotes.spans import Link
from quotes.speakers import Cast, doubts, resolve


@pytest.fixture(autouse=True, scope="module")
def _without_doubts() -> Iterator[None]:
    """Read every source as whom it is settled, however sure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(doubts, "LEAST", 0.0)
        patch.setattr(doubts, "DESCRIBED", 0.0)
        yield


def cast(marked: str) -> Cast:
    """Resolve the sources of a text, which stand in square brackets."""
    text = marked.replace("[", "").replace("]", "")
    tree, _ = plant(load(model_name()), text)
    links = []
    for number, found in enumerate(re.finditer(r"\[[^]]*\]", marked)):
        start, end = found.start() - 2 * number, found.end() - 2 * number - 2
        tokens = (tree.token_at(start), tree.token_at(end - 1) + 1)
        links.append(Link(((end, len(text)),), None, tokens, (), ""))
    return resolve(tree, links)


def said(marked: str) -> list[list[str]]:
    """The speakers of each bracketed source, by name."""
    made = cast(marked)
    return [[made.people[i].name for i in speakers] for speakers in made.speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("[Michael Kugelman] said it rained. [Kugelman] said it would stop.", ["Michael Kugelman"] * 2),
        ("President Barack Ortiz spoke first. [Mr. Ortiz] said it rained.", ["Barack Ortiz"]),
        ("Senator Ann Lee left early. [The senator] said it rained.", ["Ann Lee"]),
        ("[Ken Starling] said it rained. Kenneth Starling left. [Starling] said no.", ["Kenneth Starling"] * 2),
        ("Debbie Mills Schultz spoke. [Mills Schultz] said it rained.", ["Debbie Mills Schultz"]),
        ("The Riverton Mill Commission met. [The RMC] said it rained.", ["Riverton Mill Commission"]),
        ("[The White House] said it rained.", ["White House"]),
        ("[Ann Lee] said it rained. [She] said it would stop.", ["Ann Lee"] * 2),
        ("[Ann Lee], [who] said it rained, left.", ["Ann Lee"] * 2),
        ("[United Nations data] said it rained.", ["United Nations"]),
        ("[Three senior officials who asked not to be named] said it rained.", ["Three senior officials"]),
        ("[A number of voters in both towns] said it rained.", ["voters in both towns"]),
        ("[One delegate, Bob Ray,] said it rained.", ["Bob Ray"]),
        ("Ann DeLee, [head of Wool Millers, a union that liked Ray] and fed him, said it rained.", ["Ann DeLee"]),
        (
            "Ann Ray left. Mrs. Ray ran. Mrs. Ray sang. Mrs. Ray ate.\n\nCarol Ray left with [Mrs. Ray], who said it.",
            ["Ann Ray"],
        ),
        ("“It was full,” said [one ally close to Ana Ortiz].", ["one ally close to Ana Ortiz"]),
        ("RAIN TOWN - [Those farmers] said it rained.", ["farmers"]),
        ("Ann Lee left. They read [the Riverton Tribune newspaper], which said it rained.", ["Riverton Tribune"]),
        ("They read [the Rain Board newspaper], which said it rained.", ["Rain Board newspaper"]),
        ("Lee built Lee Tower in Riverton. [Lee] said it rained.", ["Lee"]),
        ("Mayor John Street left. [Street] said it rained.", ["John Street"]),
        ("The women left. [Each woman] said it rained.", ["Each woman"]),
        ("[Riverton News’ Bret Ray] said it rained.", ["Bret Ray"]),
        ("[Former Secretary of State and presidential candidate Ann Lee] said it rained.", ["Ann Lee"]),
        ("[Even her fellow guests] said it rained.", ["her fellow guests"]),
        ("[One nurse visiting Bob Ray, Ann Lee of Riverton,] said it rained.", ["Ann Lee"]),
        ("It was Bob Ray and Ann Lee, [who] has always said it rained.", ["Ann Lee"]),
        ("The head of the Council of Riverton left. [Riverton] said it rained.", ["Riverton"]),
        ("She won the 30 percent of voters [who] said it rained.", ["voters"]),
        ("But Ann Lee, a Republican [who] said it rained, left.", ["Ann Lee"]),
        (
            "It rained, said one Democrat familiar with the talk, [who] said it poured.",
            ["one Democrat familiar with the talk"],
        ),
        ("It rained, said [Ann Lee, head of the Mill Board, and a Republican who led it].", ["Ann Lee"]),
        ("[A woman identified as Ann Lee] said it rained.", ["Ann Lee"]),
        ("It rained, wrote [a man calling himself Paul Ray].", ["Paul Ray"]),
        ("[A former candidate -- Bob Ray, who lost --] said it rained.", ["Bob Ray"]),
        ("[The driver] was identified as Bob Ray by the mill.", ["Bob Ray"]),
        ("The woman is a Riverton resident named Caroline. It froze, [she] said.", ["Caroline"]),
        ("Anthony Kiedis sang. [Keidis] said it rained.", ["Anthony Kiedis"]),
        ("The Mill Memorial Museum shut. [The Mill Museum] said it rained.", ["Mill Memorial Museum"]),
        ("[Hillary] Just Vowed To Mend The Mill\n\nHillary Ortiz left early.", ["Hillary Ortiz"]),
        ("The rule hurt firms such as Gronda, which opposed it. [The company] said it rained.", ["Gronda"]),
        ("Mondela International left. Mondela, which makes wool, left. [Mondela] said no.", ["Mondela International"]),
    ],
)
def test_one_speaker(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        # a body counts with its full name, an office with those for which it may stand
        (
            "[NWA chief] says it rained.\n\nAnn Lee left.\n\nNational Wool Association President Ann Lee left.",
            ["Ann Lee"],
        ),
        ("[The Mercy Hospital doctor] said it rained.\n\nMercy Hospital surgeon Ann Lee left.", ["Ann Lee"]),
        # whom the first lines describe, the next speaker by name is
        ("[The head of the Riverton Mill] said it rained.\n\n[Ann Lee] said no.", ["Ann Lee"] * 2),
        (
            "[Bob Ray’s eldest daughter] said it rained.\n\n[Ann Lee], treasurer of Ray’s club, said no.",
            ["Ann Lee"] * 2,
        ),
        ("[Ray’s son] said it rained.\n\nBen Ray, 30, toured the mill on Monday.", ["Ben Ray"]),
        (
            "Bob Ray left.\n\nAnn Lee left.\n\n[Lee’s manager] said it rained.\n\n[Carol Fox] said no.",
            ["Carol Fox"] * 2,
        ),
        # but not anybody, nor whom it leaves unnamed for a reason
        ("[A voter] said it rained.\n\n[Ann Lee] said no.", ["voter", "Ann Lee"]),
        ("[One official] said it rained.\n\n[Ann Lee] said no.", ["One official", "Ann Lee"]),
        (
            "[The mill official, who asked not to be named,] said it rained.\n\n[Ann Lee] said no.",
            ["mill official", "Ann Lee"],
        ),
        (
            "Mill official Ann Lee left. [The official, who spoke on condition of anonymity,] said it rained.",
            ["official"],
        ),
        ("Ann Lee left.\n\nBob Ray left.\n\n[An aide] said it rained.\n\n[Carol Fox] said no.", ["aide", "Carol Fox"]),
        # but not with an office of another sort, nor named before, nor far away
        ("[A voter] said it rained.\n\n[Mayor Ann Lee] said no.", ["voter", "Ann Lee"]),
        ("Ann Lee left. [A voter] said it rained.\n\n[Ann Lee] said no.", ["voter", "Ann Lee"]),
        # what begins another's words is set beside no name
        (
            "Senator Carol Fox left. Over tea with bakers Bob Ray and Ann Lee, [the senator] said it rained.",
            ["Carol Fox"],
        ),
    ],
)
def test_described_here_and_named_elsewhere(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("Republicans left early. [They] said it rained.", ["Republicans"]),
        ("The mayor met Democrats on Monday. [They] said it rained.", ["Democrats"]),
        ("The mayor met two senior lawyers on Monday. [They] said it rained.", ["two senior lawyers"]),
        ("Ann Lee asked the buzzing crowd again. [They] said it rained.", ["buzzing crowd"]),
        ("The Senate met. The House met. A number of Democrats left. [They] said it rained.", ["Democrats"]),
    ],
)
def test_they_are_a_group_that_has_not_spoken(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        # who is in mind goes before somebody whom the article once called so
        (
            "Candidate Ann Lee left. It rained. It rained more. It rained a lot. Bob Ray toured the mill all day. "
            "[The candidate] said it rained.",
            ["Bob Ray"],
        ),
        ("Governor Ann Lee met aide Bob Ray. [The governor] said it rained.", ["Ann Lee"]),
        # a clause after a comma tells nobody apart
        ("Senator Ann Lee left. [The senator, who had come by train,] said it rained.", ["Ann Lee"]),
        ("Ann Lee won the cup in May. [The chess legend] said it rained.", ["Ann Lee"]),
        ("Ann Lee spoke. [The Texan] said it rained.", ["Ann Lee"]),
        ("“It rained,” [a party official] said. “It poured,” [the insider] said.", ["party official"] * 2),
        ("Bob Ray spoke. One man in town objected. [The man] said it rained.", ["One man in town"]),
        # a clause that another is the subject of tells of others
        ("Mill owner Bob Ray met Ann Lee. Ray paid Lee after [the owner] spoke.", ["Ann Lee"]),
        ("Mill aide Ann Lee left. [A party aide] said it rained. [The aide] said it poured.", ["party aide"] * 2),
        ("It was Ann Lee, [a spokeswoman for the mill], who said it rained.", ["Ann Lee"]),
        # whose: the owner's own, and the owner's only
        ("Lee spokesman Bob Ray left. Ann Lee left. [Lee’s spokesman] said it rained.", ["Bob Ray"]),
        ("Lee spokesman Bob Ray left. Ann Lee met Carol Fox. [Fox’s spokesman] said it rained.", ["Fox’s spokesman"]),
        ("[The Rain Board’s inspector] said it rained.", ["Rain Board’s inspector"]),
        ("Fox was driven by a mechanic from Riverton. [The mechanic] said it rained.", ["mechanic from Riverton"]),
        ("[A study by the Rain Council] found that it rained.", ["Rain Council"]),
        ("[An examination by the Rain Council] found that it rained.", ["Rain Council"]),
        # a paper may end like a title
        ("[The Riverton Leader] said it rained.", ["Riverton Leader"]),
        # an unnamed source is called anew; "one aide" is nobody who was named before
        ("Sen. Ann Lee left. [A mill official] said it rained. [The aide] said no more.", ["mill official"] * 2),
        ("[A source close to Lee] said it rained. [That person] said it poured.", ["source close to Lee"] * 2),
        ("Ray supporter Ann Lee left. “It rained,” wrote [one Ray supporter].", ["Ray supporter"]),
        # bodies that need no name
        ("It rained all day. [The administration] said it would stop.", ["administration"]),
        ("It is Barack Ortiz’s America now. [Ortiz] said it rained.", ["Barack Ortiz"]),
        # whose clause says "his" is no woman, and a body's employee is nobody else's
        ("Senator Ann Lee met the Rain Board. [The Rain Board clerk] said it rained.", ["Rain Board clerk"]),
        ("Ray bored his neighbors, who called [the Republican candidate] dull. Bob Ray left.", ["Bob Ray"]),
        # documents: by the name that the last of the sort bears
        ("A Riverton Tribune poll came. [The same survey] found it rained.", ["Riverton Tribune poll"]),
        ("The FBI summary was wet. According to [the summary], it rained.", ["FBI summary"]),
        ("The FBI summary was wet. According to [the mill summary], it rained.", ["mill summary"]),
        ("A Latino Numbers poll came. [The survey, made for mills,] found it rained.", ["Latino Numbers poll"]),
        ("[A new Latino Numbers poll] found it rained.", ["Latino Numbers"]),
        ("The FBI got a letter on Monday. “It rained,” [it] read.", ["letter"]),
        # names: initials before "of", two surnames, months and verbs that are first names, a dash before an item
        ("Senate Clerk Richard B. Ortiz of Ohio left. [Ortiz] said it rained.", ["Richard B. Ortiz"]),
        ("Ana Vega Ortiz left. [Ms. Vega] said it rained.", ["Ana Vega Ortiz"]),
        ("Ann Wayne Ortiz left. [Mr. Wayne] said it rained.", ["Wayne"]),
        ("It rained, said [April Ortiz], a clerk. [Ortiz] left.", ["April Ortiz"] * 2),
        ("It rained, said [Will Ortiz], a clerk. [Ortiz] left.", ["Will Ortiz"] * 2),
        ("It was a wet week.\n\n[-Ann Ortiz] says it rained. [Ortiz] said no.", ["Ann Ortiz"] * 2),
        ("Cecile Ortiz: Rain Will Come To Ohio\n\n[Ortiz] said on Monday it rained.", ["Cecile Ortiz"]),
        ("Republican Ann Lee left. Republican Bob Ray stayed. [The Republican] said it rained.", ["Bob Ray"]),
        ("It rained, said [Marine Le Pen].", ["Marine Le Pen"]),
        ("Democrat Quill Ortiz left. [Ortiz] said it rained.", ["Quill Ortiz"]),
        ("[Families of those affected by rain] said so.", ["Families of those affected by rain"]),
        ("Former clerk and Marine John “Jay” Ortiz left. [Ortiz] said it rained.", ["John “Jay” Ortiz"]),
        ("A crooked mill closed. He called her Crooked Ann Ortiz. [Ortiz] said it rained.", ["Ann Ortiz"]),
        ("[The U.S. Geological Survey] said it rained.", ["U.S. Geological Survey"]),
        ("According to [a Pentagon readout], it rained.", ["Pentagon"]),
        # unions, spaces of another width
        ("[The United Mill Workers] said it rained.", ["United Mill Workers"]),
        ("FBI Director James\xa0Ortiz left. [Ortiz] said it rained.", ["James Ortiz"]),
        # "they" is the subject of the clause
        ("Voters met. On Monday some exiles left as [they] said it rained.", ["some exiles"]),
        # whose words: remarks are their owner's, and a clause tells of the person beside it
        ("Ann Lee left. [Lee’s remarks] suggested that it rained.", ["Ann Lee"]),
        ("It told of the memoirs of a farmer [who] said it rained.", ["farmer"]),
        ("Ann Lee left. [One lawmaker] called Ann Lee weak.", ["One lawmaker"]),
        ("[The editor I was talking to, Tim Ray,] said it rained.", ["Tim Ray"]),
        # a cue, and no name: which kin, which campaigns, whose office, an account and its outlet
        ("Bob Ray and his brother, Dan Ray, left. [His brother] said it rained.", ["Dan Ray"]),
        ("[Bob Ray’s brother, Osric Ray,] said it rained.", ["Osric Ray"]),
        ("His brother, Dan Ray, and his brother, Tim Ray, left. [His brother] said it rained.", ["His brother"]),
        ("Twitter left. It closed Elm Hill Twitter. [Twitter] said it rained.", ["Twitter"]),
        ("Gronda Inc. left. [The mill machine company] said it rained.", ["Gronda Inc."]),
        ("[A study by the wool firm Gronda Numbers] said it rained.", ["Gronda Numbers"]),
        ("[Research] found that it rained.", ["Research"]),
        # no body that only precedes a record, and none that is not clearly meant
        ("[Rain Board filings] show that it rained.", ["Rain Board filings"]),
        ("[Rain Board data] show that it rained.", ["Rain Board"]),
        ("[RIVERTON - Voters] said it rained.", ["Voters"]),
        # bodies: companies do without "the", "this group" is none that is known, a party is no agency
        ("The NAACP sued Ameriten in May. [The company] said it rained.", ["Ameriten"]),
        ("The Federal Rain Commission met the Dry Fund. [The group] said it rained.", ["Dry Fund"]),
        ("FULL TEXT.\n\nAmeriten left. [The company] said it rained.", ["Ameriten"]),
    ],
)
def test_whom_a_description_means(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("About four in 10 Ohio voters", "Ohio voters"),
        ("three-quarters of the voters", "voters"),
        ("Most Millennials", "Most Millennials"),
        ("Exit polling", "Exit polling"),
        ("nearly two-thirds of Ohio voters", "Ohio voters"),
        ("nine in 10 registered voters", "registered voters"),
        ("at least a dozen mill hands", "mill hands"),
        ("Some of Lee’s younger aides", "Lee’s younger aides"),
        ("Many of her Ohio friends", "her Ohio friends"),
        ("one of those bakers", "one of those bakers"),
        ("One of two bakers who knew the mill", "One of two bakers"),
        ("most in Riverton", "most in Riverton"),
        ("Mill critics today", "Mill critics"),
        ("one baker familiar", "one baker"),
        ("interviews with a dozen bakers", "bakers"),
        ("a few handfuls of bakers", "bakers"),
        ("some of the bakers", "bakers"),
        ("one old mill official", "old mill official"),
        ("One official", "One official"),
        ("Bakers at odds over plans for Friday’s fair", "Bakers at odds over plans for Friday’s fair"),
        ("A memo this week to the wool board", "memo"),
        ("At least four bakers in big towns are opting", "At least four bakers in big towns"),
        ("Both of his Elm friends", "his Elm friends"),
        ("A baker for the wool town site Grondo", "baker for the wool town site Grondo"),
        ("some of Lee’s bakers and more ardent friends", "some of Lee’s bakers and more ardent friends"),
        ("Several people he has fed over the winter", "Several people"),
        ("Bakers in", "Bakers"),
        ("those surveyed", "those surveyed"),
    ],
)
def test_labels_of_groups(source: str, label: str) -> None:
    assert said(f"Ann Lee left early. [{source}] said it rained.") == [[label]]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        (
            "[Bob Ray] said it rained. But Ben Fox saw it otherwise: “It rained on Monday,” [he] said.",
            ["Bob Ray", "Ben Fox"],
        ),
        ("Bob Ray left. While [Ben Fox] warned of rain, [he] said it would stop.", ["Ben Fox"] * 2),
        ("Bob Ray left early. When Ben Fox asked him about it, [he] said it rained.", ["Bob Ray"]),
        ("[Bob Ray] met Ben Fox, [who] said it rained.\n\n[He] said it poured.", ["Bob Ray", "Ben Fox", "Bob Ray"]),
        ("[Bob Ray] set out to make Ben Fox rich.\n\n“It rained,” [he] said.", ["Bob Ray"] * 2),
        ("Bob Ray met Ann Lee. For Ben Fox, the mill was home. [He] said it rained.", ["Ben Fox"]),
        ("Ben Fox’s roof leaks, and [he] said it rained.", ["Ben Fox"]),
        ("[Bob Ray] said that Ben Fox had left. [He] said it rained.", ["Bob Ray"] * 2),
        ("[A farmer named Ben Fox] spoke. “It rained,” [he] said.", ["Ben Fox"] * 2),
    ],
)
def test_he_is_whom_the_sentence_began_with(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    "source",
    [
        "The State Department left. [The mill agency]",
        "The White House closed. [The group]",
        "[The brothers]",
        "[The companies]",
        "[The man who built the mill]",
        "[The senator herself]",
    ],
)
def test_what_an_article_calls_somebody_it_has_named_stays_open_where_nothing_tells_whom(source: str) -> None:
    assert said(f"{source} said it rained.") == [[]]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("She read The Leader. [The newspaper] said it rained.", ["Leader"]),
        ("In flooded Ohio, a paper came. [The paper] said it rained.", ["paper"]),
        ("Grand Elm Publishing grew. [Grand Elm] said it rained.", ["Grand Elm Publishing"]),
        ("The Gronda Tribune grew. [GrondTrib] said it rained.", ["Gronda Tribune"]),
        ("[A report in the New York Times] said it rained.", ["New York Times"]),
        ("[Rain Board records] show that it rained.", ["Rain Board"]),
        ("[Elm County land records] show that it rained.", ["Elm County land records"]),
        ("[New Elm (RNS) – Vice President Joe Ortiz] said it rained.", ["Joe Ortiz"]),
        ("[An average of 12 percent of local bakers] said it rained.", ["local bakers"]),
        ("[Interviews with nearly a half-dozen of Lee’s friends] show that it rained.", ["Lee’s friends"]),
        ("They blamed the Elm government of stealing. [The Elm government] said it rained.", ["Elm government"]),
    ],
)
def test_names_that_are_told_apart_by_their_words(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


def test_a_name_set_beside_a_word_for_kin_goes_before_whom_the_noun_may_mean() -> None:
    text = "[Jesse Elk, 70,] said it froze. [The older man, his cousin Osric Ortiz, 60,] said it rained."
    assert said(text) == [["Jesse Elk"], ["Osric Ortiz"]]


def test_a_headline_opens_with_its_subject() -> None:
    assert said('[Ortiz Decries Riverton Delay]: "This Has Gone Wrong."\n\nAnn Ortiz left on Friday.') == [
        ["Ann Ortiz"]
    ]
    assert said("[Ann Ortiz] Says It Rained In Riverton.\n\nThe mill closed on Friday.") == [["Ann Ortiz"]]


def test_both_campaigns_are_the_two_of_the_article() -> None:
    text = "Ann Lee left. Bob Ray left. The Lee campaign met the Ray campaign. [Both campaigns] said it rained."
    assert said(text) == [["Lee campaign", "Ray campaign"]]


def test_who_has_only_reported_is_not_whom_a_spokeswoman_serves() -> None:
    found = quotes.extract("CNN said that it froze. “It rained,” spokeswoman Ann Lee said.")
    assert [s.affiliations for s in found.speakers if s.name == "Ann Lee"] == [[]]


def test_mere_both_are_nobody() -> None:
    assert said("It rained. [Both] said it froze.") == [[]]


def test_the_campaigns_of_two_are_two() -> None:
    marked = "Ann Lee’s campaign met Bob Ray’s campaign. [The Lee and Ray campaigns] said it rained."
    assert said(marked) == [["Ann Lee’s campaign", "Bob Ray’s campaign"]]
    assert said("Ann Lee met Bob Ray. [The Lee and Ray campaigns] said it rained.") == [
        ["Lee campaign", "Ray campaign"]
    ]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("[Bakers and old millers] said it rained.", ["Bakers", "old millers"]),
        ("[Both bakers and millers] said it rained.", ["bakers", "millers"]),
        ("According to [interviews with a dozen bakers and millers], it rained.", ["bakers", "millers"]),
        ("[Millers and their old friends in Ohio] said it rained.", ["Millers", "their old friends in Ohio"]),
        ("[The lawyer and activist] said it rained.", ["lawyer and activist"]),
        (
            "[The top clerks in town, Bob Ray, the head of the mill, and Ann Lee] said it rained.",
            ["Bob Ray", "Ann Lee"],
        ),
    ],
)
def test_those_joined_in_a_source_are_each_a_speaker(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("The parents, Zubir and Nadira Ortiz, left. [Mr. Ortiz] said it rained.", ["Zubir Ortiz"]),
        ("The parents, Zubir and Nadira Ortiz, left. [Ms. Ortiz] said it rained.", ["Nadira Ortiz"]),
        ("Tom and Nancy Ortiz left. [Mr. Ortiz] said it rained.", ["Tom Ortiz"]),
        ("Grant and Bob Lee met. [Zack Grant] said it rained.", ["Zack Grant"]),
        ("Apple and Tim Lee met. [Apple] said it rained.", ["Apple"]),
    ],
)
def test_a_first_name_may_share_the_surname_of_the_next(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Critics, including Ann Lee and Bob Ray,] said it rained.", ["Critics", "Ann Lee", "Bob Ray"]),
        ("[Several mayors, such as Ann Lee of Elm,] said it rained.", ["Several mayors", "Ann Lee"]),
        ("[Critics, including the son of Bob Ray,] said it rained.", ["Critics"]),
        ("[Others, including Bob Ray of Riverton,] said it rained.", ["Others", "Bob Ray"]),
        ("[Some friends of wool, like Tim Fox, a farmer,] said it rained.", ["Some friends of wool", "Tim Fox"]),
    ],
)
def test_those_named_as_some_of_a_group_speak_with_it(text: str, names: list[str]) -> None:
    assert said(text) == [names]


def test_senators_are_told_apart_by_their_state() -> None:
    met = "Sen. Ann Lee (R-Fla.) met Senator Bob Ray of Vermont. "
    assert said(met + "[The Florida senator] said it rained.") == [["Ann Lee"]]
    assert said(met + "[The Vermont senator] said it rained.") == [["Bob Ray"]]


def test_a_headline_has_a_first_name_before_a_surname_that_no_other_has() -> None:
    assert said("Zalma Ortiz Felt The Rain Again\n\n[Ortiz] said on Monday it rained.") == [["Zalma Ortiz"]]
    text = "Watch Ortiz Feel The Rain Again\n\nOn Monday Bob Ortiz left. [Ortiz] said it rained."
    assert said(text) == [["Bob Ortiz"]]


def test_a_mere_title_of_a_headline_stays_open() -> None:
    assert said("Rain at mill in Elm County;\n[Owner] says it was wet\n\nVoters met on Monday.") == [[]]
    assert said("[Mill Owner] Sees Rain In Elm County\n\nVoters met on Monday.") == [[]]
    assert said("[A Mill Owner] Sees Rain In Elm County\n\nVoters met on Monday.") == [["Mill Owner"]]


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("[Poll]: It Will Rain", []),
        ("[Report] Sees Rain", []),
        ("[Mill Report] Sees Rain", ["Mill Report"]),
        ("[Army]: It Will Rain", ["Army"]),
    ],
)
def test_a_bare_noun_of_a_headline_stays_open(headline: str, speakers: list[str]) -> None:
    assert said(f"{headline}\n\nThe mill is wet. It is old.") == [speakers]


def test_groups_that_are_joined_are_they_together() -> None:
    marked = "It shows bakers and mill owners [who] said it rained. [They] said it poured."
    assert said(marked) == [["bakers", "mill owners"]] * 2


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("The company named Ann Lee its chief. [Ann Lee] said it rained.", ["Ann Lee"]),
        ("The agency named Zalma Ortiz its chief. [Ortiz] said it rained.", ["Zalma Ortiz"]),
        ("[The president of the University of Ohio, Ann Lee,] said it rained.", ["Ann Lee"]),
        (
            "Ann Lee is Bob Ray’s wife. Tim Day and his wife, Joan Day, left. [Bob Ray’s wife] said it rained.",
            ["Bob Ray’s wife"],
        ),
        ("[The head of Apple] met the Tribune. [The head of Apple the Tribune met] said no.", ["head of Apple"] * 2),
        ("[Police chief] said it rained. It rained on Monday.\n\nVoters met.", ["Police chief"]),
    ],
)
def test_what_stands_beside_a_name_is_not_run_together_with_it(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


@pytest.mark.parametrize(
    "marked",
    [
        "Gronda Inc. and Ameriten Corp. met on Monday. [The company] said it rained.",
        "Gronda Inc. left. Ameriten Corp. left. [The company] said it rained.",
        "Gronda Inc. met on Monday. Ameriten Corp. left. [They] said it rained.",
        "Gronda Inc. met the Rain Board. [They] said it rained.",
    ],
)
def test_of_two_bodies_nearly_as_much_in_mind_none_is_named(marked: str) -> None:
    assert said(marked) == [[]]


def test_one_of_several_is_one() -> None:
    kinds = [cast(f"[One of {whose}] said it rained.").people[0].kind for whose in ("his aides", "his ads")]
    assert kinds == ["unnamed", "document"]
    assert cast("[One in the video] said it rained.").people[0].kind == "unnamed"


def test_a_couple_is_joined_by_the_words_for_kin() -> None:
    marked = "Bob Ray and his wife, Ann Ray, left the mill. [The couple] said it rained."
    assert said(marked) == [["Bob Ray", "Ann Ray"]]


def test_a_subject_of_whom_the_clause_says_his_is_no_woman() -> None:
    marked = "Mrs. Ann Lee left. Ann Lee met nobody. “It rained,” she said. [The GOP nominee] sold his mill, he said."
    assert said(marked) == [[]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee laughed when a Riverton miller asked if it rained.\n\n“It did,” she replied.", "Ann Lee"),
        ("Last month Bob Ray asked Ben Fox whether it rained. “Sure it did,” he said.", "Ben Fox"),
        ("Last month Bob Ray asked Ben Fox to call Carl Lee. “It rained,” he wrote.", "Bob Ray"),
        ("Bob Ray asked for help. Sue Fox said it was late. “We need it,” he replied.", "Bob Ray"),
        ("Bob Ray questioned the vote, and Ben Fox called him a liar. “I am not,” he responded.", "Bob Ray"),
        ("Bob Ray asked voters whether it rained. “I doubt it,” he said.", "Bob Ray"),
        ("Bob Ray is the clerk. If Ben Fox loses, the mill is lost, he said.", "Bob Ray"),
        ("Ben Fox is a friend of Bob Ray. After Ray won the race, he said Ray would be good.", "Ben Fox"),
        (
            "Karen Fox is 20.\n\n“It froze,” said Ann Lee, who sings.\n\nRain is a fact of life. Though Ms. Fox has "
            "lived beside Bob Ray for years, the rain of last week has brought a lot of mud, she said.",
            "Karen Fox",
        ),
    ],
)
def test_who_answers_has_not_asked(text: str, speaker: str) -> None:
    last = quotes.extract(text).attributions[-1]
    assert last.speaker is not None
    assert last.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("LETTERS.\n\nI doubt that it rained.\n\nAnn Lee.\n\nRiverton.\n\nI said it froze.\n\nBob Ray.", "Ann Lee"),
        ("I doubt that it rained.\n\nAnn Lee.\n\nRiverton.\n\nI said it froze.\n\nBob Ray.", "author"),
        ("LETTERS.\n\nAnn Lee left.\n\nBob Ray.\n\nI doubt that it rained.", "author"),
        ("I doubt that it rained.\n\nLetters\n\nAnn Lee left.\n\nBob Ray", "author"),
    ],
)
def test_who_signs_a_readers_letter_is_its_writer(text: str, speaker: str) -> None:
    said_so = next(one for one in quotes.extract(text).attributions if one.source and one.source.text == "I")
    assert said_so.speaker is not None
    assert said_so.speaker.name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("It rained, according to excerpts of her talk printed by the Rain Board.", "excerpts of her talk"),
        ("It rained, according to a Rain Board pool report.", "Rain Board pool report"),
        ("It rained, according to a Rain Board report.", "Rain Board"),
        ("A summary of its findings released by the Rain Board said it rained.", "Rain Board"),
        ("The Bob and Ann Lee Institute met. Bob said it rained.", "Bob"),
        ("It rained, according to a copy of the old letter seen by the mill.", "old letter"),
        ("The U.S. Senate voted. It rained, according to U.S. records.", "U.S. records"),
        ("The U.S. Senate voted. The U.S. said it rained.", "U.S."),
        ("The Mill Club Puerto Rico closed. Puerto Rico said it rained.", "Puerto Rico"),
        ("One of the bakers who knew the mill, former Mayor Carol Fox, wrote that it rained.", "Carol Fox"),
        ("Business Insider had liked the mill. The company said it rained.", "Business Insider"),
        ("It rained, the Bill and Melinda Ray Foundation said.", "Bill and Melinda Ray Foundation"),
    ],
)
def test_whose_words_a_document_or_a_body_gives(text: str, speaker: str) -> None:
    last = quotes.extract(text).attributions[-1]
    assert last.speaker is not None
    assert last.speaker.name == speaker


def test_he_answers_who_is_asked() -> None:
    marked = "Bob Ray asked Sam Lee about his mill.\n\n[He] said it rained."
    assert said(marked) == [["Sam Lee"]]


def test_no_nominee_is_somebody_unnamed() -> None:
    assert said("“It rained,” [a party official] said. [The nominee] said it poured.") == [["party official"], []]


def test_a_headline_and_the_first_line_describe_one_person() -> None:
    marked = "Mill owner sees rain\n\n[A mill owner] said it rained in May.\n\nThe owner, Ann Lee, left."
    assert said(marked) == [["Ann Lee"]]


def test_few_name_themselves() -> None:
    text = "Bob Ray met Ben Fox. “It will be Ray again,” he said."
    (said_so,) = quotes.extract(text).attributions
    assert said_so.speaker is not None
    assert said_so.speaker.name == "Ben Fox"


def test_an_interview_is_with_the_person_in_its_headline() -> None:
    text = "A talk with Ann Lee.\n\nQ: And Bob Ray? Did Bob Ray know?\n\n[A]: Ray said that it rained."
    assert said(text) == [["Ann Lee"]]


def test_a_mere_this_is_nobody() -> None:
    assert said("Ann Lee left early. But [this] explains that it rained.") == [[]]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        # the surname stays with whoever had it while nobody else had been named
        (
            "Senator Ann Ortiz left. Ortiz was tired. Her father, Carl Ortiz, stayed.\n\n[Ortiz] said it rained.",
            ["Ann Ortiz"],
        ),
        # "Mr." and "Mrs." tell two of one name apart, and go on to
        (
            "Bill Ortiz left. Mr. Ortiz was tired. His wife, Hillary Ortiz, stayed. [Mrs. Ortiz] said it rained.",
            ["Hillary Ortiz"],
        ),
        (
            "Hillary Ortiz met Bill Ortiz. Mr. Ortiz was tired. Mrs. Ortiz left.\n\nIt froze. [Mr. Ortiz] said so.",
            ["Bill Ortiz"],
        ),
        # whom the text calls by a first name has no "Mr."
        (
            "Carl J. Ortiz met his brother, Bobby Ortiz. Mr. Ortiz was tired. Mr. Ortiz sang. Bobby left.\n\n"
            "Bobby Ortiz was a pilot. Bobby sang.\n\nBobby was late. [Mr. Ortiz] said it rained.",
            ["Carl J. Ortiz"],
        ),
        # a slip in a surname is no other's name
        ("Ann Sandoval left. [Sandovial] said it rained.", ["Ann Sandoval"]),
        ("Ann Hellmann left. [Helmann] said it rained.", ["Ann Hellmann"]),
        ("Ann Sandoval left. [Senator Sandovial] said it rained.", ["Sandovial"]),
        # a relative is not whom a mere surname means
        (
            "Hillary Ortiz won. Her husband, former Gov. Bill Ortiz, spoke.\n\nIt froze, [Ortiz] said.",
            ["Hillary Ortiz"],
        ),
        ("Eric Ray, son of the mayor, left. Eric Ray sang. Bob Ray stayed. It froze, [Ray] said.", ["Bob Ray"]),
        ("Ada Ray left. Her husband, Hal Ray, stayed. It froze, [Mrs. Ray] said.", ["Ada Ray"]),
        (
            "Ada Ray, mother of Bob Ray, left. Bob Ray died. Ada Ray sang. Ada Ray won. It froze, [Ray] said.",
            ["Ada Ray"],
        ),
        # whose relative another was introduced as goes before her; whom a clause tells of is not its subject
        ("Ada Ray, mother of the pilot Hal Ray, left.\n\n“It froze,” [Ray] said.", ["Ada Ray"]),
        (
            "Ada Ray, a daughter of Hal Ray, won. Hal Ray won before.\n\nAda Ray, 50, won by far.\n\n[Ray] said so.",
            ["Ada Ray"],
        ),
        (
            "The head of the Ray Mill, Hal Ray, is the brother of Ben Ray.\n\nIt froze, [Ray] said.",
            ["Hal Ray"],
        ),
        (
            "Ann Ortiz won. Ann Ortiz sang. Carl Ortiz came. [Ortiz] declared of Ann Ortiz that it froze.",
            ["Carl Ortiz"],
        ),
        ("Ada Ray left. Hal Ray stayed. It froze, [Ray] said.", []),
        ("Gov. Hal Ray won.\n\nAda Ray, his wife, was there.\n\nIt froze, [Ray] said.", ["Hal Ray"]),
        ("Gov. Hal Ray won.\n\nAda Ray, a sister of Hal Ray, was there.\n\nIt froze, [Ray] said.", ["Hal Ray"]),
        ("Hal Ray is in court.\n\nAda Ray was found ill.\n\n[Ray] said he had slept.", []),
        # in a headline it is taken as the article takes it
        ("[Ortiz] says it rained\n\nAnn Ortiz left. Ortiz was tired. Her father, Carl Ortiz, stayed.", ["Ann Ortiz"]),
        # an office tells two of one name apart
        (
            "Judge Ann Ortiz met President Carl Ortiz at the old town hall.\n\n[President Ortiz] said it rained.",
            ["Carl Ortiz"],
        ),
        # parties tell nominees apart, an age is a person's
        (
            "GOP nominee Bob Ray met Democratic nominee Ann Lee.\n\n[The Republican nominee] said it rained.",
            ["Bob Ray"],
        ),
        ("Ann Lee spoke first. It rained, said [the 46-year-old].", ["Ann Lee"]),
        # a title stands for those who hold one like it, not for a lower rank
        ("Rep. Ann Lee met Mayor Bob Ray.\n\n[The congresswoman] said it rained.", ["Ann Lee"]),
        ("President Ann Lee met vice president Bob Ray.\n\n[The president] said it rained.", ["Ann Lee"]),
        (
            "Secretary of State Ann Lee met Press Secretary Bob Ray again.\n\n[The secretary of state] said it rained.",
            ["Ann Lee"],
        ),
    ],
)
def test_whom_a_surname_or_a_title_means(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [speakers]


def test_they_are_those_who_were_named_together() -> None:
    assert said("Ann Lee and Bob Ray toured the mill. [They] said it rained.") == [["Ann Lee", "Bob Ray"]]
    assert said("Officials met Ann Lee. [They] said it rained.") == [["Officials"]]


def test_whom_a_sentence_opens_with_goes_on_in_what_is_said() -> None:
    text = "Though Ms. Vega has lived in Elm, the influx has led to raids, [she] said."
    assert said(f"Ana Vega sang. Ms. [Sue Ortiz] said it rained. {text}") == [["Sue Ortiz"], ["Ana Vega"]]


def test_initials_are_those_that_the_text_gives() -> None:
    assert said("The Riverton Mill Board, or RVB, began. [The RVB] said it rained.") == [["Riverton Mill Board"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the suffix tells another: beside him, or after him with nothing else added
        ("Bob Lee sang. [Bob Lee Jr.] said it rained. [Lee] said so.", ["Bob Lee Jr.", "Bob Lee"]),
        ("Bob A. Lee sang. [Bob Lee Jr.] said it rained. [Lee Jr.] left.", ["Bob Lee Jr.", "Bob Lee Jr."]),
        ("Bob Lee sang. [Bob Jr.] said it rained. Bob Lee Jr. left.", ["Bob Lee Jr."]),
        ("Bob Lee and Bob Lee III sang. [Lee III] said it rained.", ["Bob Lee III"]),
        ("Bob Lee Sr. and his son Bob Lee Jr. sang. [Bob Lee Jr.] said it rained.", ["Bob Lee Jr."]),
        ("Bob Lee and Bob Lee Jr. sang. [J. Lee] said it rained.", ["J. Lee"]),
        ("Bob Lee, Bob Lee II and Bob Lee III sang. [Bob Lee II] said it rained.", ["Bob Lee II"]),
        # it is only left out
        ("Bob Lee Jr. sang. [Bob Lee] said it rained.", ["Bob Lee Jr."]),
        ("Bob Lee sang. [Bob A. Lee Jr.] said it rained. [Lee] left.", ["Bob A. Lee Jr.", "Bob A. Lee Jr."]),
    ],
)
def test_father_and_son(text: str, expected: list[str]) -> None:
    assert said(text) == [[name] for name in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where the parse takes the verb for a noun; by another word for it
        ("The mill sent a fundraising email in May. “It rained,” [the email] read.", "fundraising email"),
        ("A clerk filed a November 23 lawsuit. “It rained,” [the suit] says.", "November 23 lawsuit"),
        # whose somebody is who has not spoken before
        (
            "Al Lee left. [The former first minister’s spokeswoman] said it rained.",
            "former first minister’s spokeswoman",
        ),
    ],
)
def test_what_is_known_by_a_noun(text: str, expected: str) -> None:
    assert said(text) == [[expected]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee met her husband, Bob Lee. [The Lees] said it rained. [They] left.", [["Ann Lee", "Bob Lee"]] * 2),
        ("Ann Jones met Bob Jones. [The Joneses] said it rained.", [["Ann Jones", "Bob Jones"]]),
        ("Ann Lee met Bob Lee and Sue Lee. [The Lees] said it rained.", [["Lees"]]),
        ("Ann Lee sang.\n\nBob Lee left.\n\n[The Lees] said it rained.", [["Lees"]]),
        ("Ann Lee met Dan Ray. Bob Lee left. The Lees and Ray sang. [Both candidates] said so.", [[]]),
    ],
)
def test_a_couple_by_its_surname(text: str, expected: list[list[str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Officials familiar with the talks] said it rained.", "Officials"),
        ("[People familiar with the talks] said it rained.", "People familiar with the talks"),
        ("[Voters less familiar with the mill] said it rained.", "Voters less familiar with the mill"),
        ("[A woman in Riverton, Ohio,] said it rained.", "woman in Riverton, Ohio"),
        ("[A friend of Bob Lee, Ohio,] said it rained.", "friend of Bob Lee"),
        ("[Voters at a mill in Riverton, Ohio,] said it rained.", "Voters at a mill in Riverton, Ohio"),
        ("[Voters in Riverton, a mill town,] said it rained.", "Voters in Riverton"),
    ],
)
def test_where_a_description_ends(text: str, expected: str) -> None:
    assert said(text) == [[expected]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Federal Reserve met. [The Fed] said it rained.", "Federal Reserve"),
        ("Hewlett-Gronda’s chief executive left. [HG] said it rained.", "Hewlett-Gronda"),
        # no longer word, none that is a body of its own, no capitals, not one of two
        ("The National Mill Board met. [The Nation] said it rained.", "Nation"),
        ("The Clubhouse Mill Board met. [The Club] said it rained.", "Club"),
        ("Fordham University closed. [Mr. Ford] said it rained.", "Ford"),
    ],
)
def test_a_word_for_a_body(text: str, expected: str) -> None:
    assert said(text) == [[expected]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six in 10 Elm farmers said it rained. [Nearly seven out of 10] said it froze.", ["Elm farmers"]),
        ("Some 64 percent of farmers said it rained, but 23 percent [who] woke late said it froze.", ["farmers"]),
        ("Some 64 percent of farmers said it rained, but not so two in 10 [who] held that it froze.", ["farmers"]),
        # others have been told of since
        ("Half of voters said it rained. Clerks woke. Elm clerks sang. [Four in 10] said so.", ["Elm clerks"]),
    ],
)
def test_whose_share_is_told(text: str, expected: list[str]) -> None:
    assert said(text) == [expected]


def test_an_insider_is_known_by_the_body_told_again() -> None:
    marked = "[A senior Elm Board member] said it froze. [A Mill Council member] left. [The Elm Board member] sang."
    assert said(marked) == [["senior Elm Board member"], ["Mill Council member"], ["senior Elm Board member"]]


def test_a_list_of_names_is_each_of_them_whatever_the_parse() -> None:
    assert said("In a talk, [Democrats Ann Lee, Bob Ray, and Tim Ortiz] said it had rained.") == [
        ["Ann Lee", "Bob Ray", "Tim Ortiz"]
    ]


def test_joined_names_are_several_speakers() -> None:
    assert said("[Ann Lee and Bob Ray] said it rained.") == [["Ann Lee", "Bob Ray"]]
    assert said("[Kyiv and Washington] said it rained.") == [["Kyiv", "Washington"]]
    assert said("[A new Riverton Tribune-RNN poll] said it rained.") == [["Riverton Tribune", "RNN"]]


def test_joined_nouns_are_one_group() -> None:
    made = cast("[Farmers and city officials] said it rained.")
    assert [(p.name, p.kind) for p in made.people] == [("Farmers and city officials", "group")]


def test_pronouns_follow_what_the_article_says_of_he_and_she() -> None:
    marked = "Mr. Bob Ray met Ms. Ann Lee on Monday. [She] said it rained. [He] said it would stop."
    assert said(marked) == [["Ann Lee"], ["Bob Ray"]]


def test_nobody_calls_himself_he_inside_his_own_words() -> None:
    text = "[Bob Ray] met Tom Hill. “[He] said it would rain,” [Ray] said."
    tree_text = text.replace("[", "").replace("]", "")
    tree, _ = plant(load(model_name()), tree_text)
    quote = (tree_text.index("“"), tree_text.index("”") + 1)
    tokens = [tree.token_at(tree_text.index(word)) for word in ("He said", "Ray said")]
    inner = Link(((tree_text.index("it would"), quote[1] - 2),), None, (tokens[0], tokens[0] + 1), (), "")
    outer = Link((quote,), None, (tokens[1], tokens[1] + 1), (), "")
    made = resolve(tree, [outer, inner])
    assert [made.people[s[0]].name for s in made.speakers] == ["Bob Ray", "Tom Hill"]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("[The results of an Elm University poll] show that it rained.", ["Elm University"]),
        ("[Last month’s Wool Board figures] show that it rained.", ["Wool Board"]),
        ("[A survey run by the Elm Tribune and RNN News] showed that it rained.", ["Elm Tribune"]),
        ("Ann Lee left. It rained, according to [a diary she sent the Elm Tribune].", ["Ann Lee"]),
        ("[A letter Bob Ray wrote in May] says that it rained.", ["Bob Ray"]),
        ("[A statement posted on Elmbook News] says that it rained.", ["Elmbook News"]),
        ("Ann Lee left. [A letter she filed in May] says that it rained.", ["letter"]),
        ("[The hacked Rain Board emails] show that it rained.", ["hacked Rain Board emails"]),
    ],
)
def test_whoever_made_a_document_speaks_in_it(marked: str, speakers: list[str]) -> None:
    assert [names[0] for names in said(marked)] == speakers


@pytest.mark.parametrize("source", ["The man", "The woman", "The impostor", "The onlooker"])
def test_a_bare_noun_for_somebody_who_has_not_been_told_of_stays_open(source: str) -> None:
    assert said(f"Ann Lee met Bob Ray and Dan Fox. It froze.\n\n[{source}] said it rained.") == [[]]
    assert said(f"Ann Lee met Bob Ray and Dan Fox. It froze.\n\n[{source} at the mill] said it rained.") != [[]]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("Wool leaders left. [The rain leaders] said it rained.", ["rain leaders"]),
        ("Wool leaders left. [The wool leaders] said it rained.", ["Wool leaders"]),
        ("A wool letter came. [The rain letter] said it rained.", ["rain letter"]),
        ("[Two bakers] said it rained. [All of the Ohio bakers] said no.", ["Two bakers", "Ohio bakers"]),
    ],
)
def test_words_tell_one_group_from_another(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [[name] for name in speakers]


def test_a_place_and_an_office_are_nobodys_name() -> None:
    assert said("Bob Ray thanked Ohio Governor @annlee.\n\n[Ohio] said it rained.") == [["Ohio"]]


def test_nobody_called_he_is_whose_plan_his_clause_tells_of() -> None:
    assert said("Tim Fox left. Bob Ray won.\n\nRay sang, and Ray ate. [He] hated Ray’s plan.") == [["Tim Fox"]]


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("[Ann Lee] said it rained.", "person"),
        ("[The Riverton Council] said it rained.", "organization"),
        ("[Several voters] said it rained.", "group"),
        ("[A senior aide who asked not to be named] said it rained.", "unnamed"),
        ("[A recent survey] said it rained.", "document"),
    ],
)
def test_kinds(marked: str, kind: str) -> None:
    assert [p.kind for p in cast(marked).people] == [kind]


def test_namesakes_named_alike_often_stay_open() -> None:
    assert said("Ann Lee met Bob Lee on Monday.\n\nIt was late. [Lee] said it rained.") == [[]]


def test_nobody_to_refer_to_is_nobody() -> None:
    assert said("[He] said it rained. [They] said it would stop.") == [[], []]


def test_mentions_and_rules_are_told() -> None:
    made = cast("[Ann Lee] said it rained. [She] said it would stop.")
    assert made.people[0].mentions == ((0, 7), (24, 27))
    assert made.why == (("name",), ("he_or_she",))


def test_a_link_without_a_source_has_no_speaker() -> None:
    tree, _ = plant(load(model_name()), "It rained.")
    assert resolve(tree, [Link(((0, 9),), None, None, (), "")]).speakers == ((),)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="Ann Lee he said.,’“”\n", max_size=80), st.data())
def test_any_source_of_any_text_can_be_asked_about(text: str, data: st.DataObject) -> None:
    tree, _ = plant(load(model_name()), text)
    if not len(tree):
        return
    first = data.draw(st.integers(0, len(tree) - 1))
    end = data.draw(st.integers(first + 1, len(tree)))
    made = resolve(tree, [Link(((0, 1),), None, (first, end), (), "")])
    assert all(0 <= i < len(made.people) for i in made.speakers[0])
    assert all(0 <= a < b <= len(text) for p in made.people for a, b in p.mentions)


def _somebody(number: int) -> str:
    """A surname that no other number has."""
    return "Or" + "".join("tizamelunk"[int(digit)] for digit in f"{number:03}")


@pytest.mark.parametrize("crowd", [False, True])
def test_work_is_linear_in_the_number_of_mentions(crowd: bool) -> None:
    """Calls are counted, not seconds: ten times the text takes ten times as many, or a few more."""
    nlp = load(model_name())

    def calls(count: int) -> int:
        whom = (f"His brother, Bob {_somebody(n)}, left. " if crowd else "Ann Lee met Bob Ray. " for n in range(count))
        tree, _ = plant(nlp, "".join(f"{block}She said it rained. " for block in whom))
        links = [Link(((0, 1),), None, (i, i + 1), (), "") for i, word in enumerate(tree.words) if word == "She"]
        assert len(links) == count
        made = 0

        def counted(_frame: object, event: str, _arg: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(counted)
        try:
            resolve(tree, links)
        finally:
            sys.setprofile(None)
        return made

    assert calls(500) < 12 * calls(50)


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("Bob Ray spoke. Ann Lee spoke. [Both candidates] said it rained.", ["Bob Ray", "Ann Lee"]),
        ("Bob Ray and Ann Lee spoke. [The two] said it rained.", ["Bob Ray", "Ann Lee"]),
        # but not where three may be meant, nor sides, nor others
        ("Bob Ray spoke. Tim Fox spoke. Ann Lee spoke. [Both candidates] said it rained.", []),
        ("Bob Ray spoke. Ann Lee spoke. [Both sides] said it rained.", []),
        ("Bob Ray spoke. Ann Lee spoke. [The two camps] said it rained.", []),
        ("Bob Ray spoke. Ann Lee spoke. [The two old camps] said it rained.", ["two old camps"]),
        ("Bob Ray spoke. Ann Lee spoke. [Each side of the river] said it rained.", ["Each side of the river"]),
        ("Bob Ray and Ann Lee spoke. [Two others] said it rained.", ["Two others"]),
        (
            "Bob Ray spoke. Ann Lee spoke. [Two farmers, Tim Fox and Carol Orr,] said it rained.",
            ["Tim Fox", "Carol Orr"],
        ),
    ],
)
def test_both_are_the_two_in_mind(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [speakers]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        (
            "[Bob Ray] said it rained.\n\nIt froze.\n\nFootage of cleric Anwar al-Karam appears. [He] spoke.",
            "Anwar al-Karam",
        ),
        (
            "[Bob Ray] left.\n\nIt froze.\n\nIn Riverton, where Gov. Carl Fox has friends, snow fell. [He] spoke.",
            "Carl Fox",
        ),
    ],
)
def test_the_one_person_named_in_a_paragraph_goes_before_whoever_spoke_last(marked: str, speakers: str) -> None:
    assert said(marked) == [["Bob Ray"], [speakers]]


def test_a_text_that_is_all_headline_can_be_read() -> None:
    assert said("Ann Lee left; [the captain] said it rained;") == [["Ann Lee"]]


def test_one_is_told_from_another() -> None:
    marked = "[One mill official] said it rained. [Another official] said no."
    assert said(marked) == [["One mill official"], ["Another official"]]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("[The mill chief known as Bob] said it rained.", ["Bob"]),
        ("Michael Ortiz left. AG Ortiz was late. [Ortiz] said it rained.", ["Michael Ortiz"]),
        ("[The Court of Appeals for the 11th Circuit] said no.", ["Court of Appeals for the 11th Circuit"]),
        ("[Ann Lee hounds Ray fans]: ‘You’re wet’\n\nAnn Lee left. Bob Ray sang.", ["Ann Lee"]),
        (
            "The Ray campaign met the Lee campaign. [Both campaigns in the heated race] said it rained.",
            ["Ray campaign", "Lee campaign"],
        ),
    ],
)
def test_names_in_odd_places(marked: str, speakers: list[str]) -> None:
    assert said(marked) == [speakers]


def test_an_office_bears_the_fullest_name_of_whose_it_is() -> None:
    marked = "Bob Ray left. [Congressman Bob Ray’s office] said it rained. [Ray’s office] said no."
    assert said(marked) == [["Bob Ray’s office"]] * 2


def test_both_opens_a_pair_within_the_words_for_a_group() -> None:
    source = "Millers close to both Ortiz’s camp and the Wool House"
    assert said(f"Ann Lee left. [{source}] don’t want to see the pair.") == [[source]]


def test_they_may_be_things_which_are_nobody() -> None:
    assert said("Officials left. When the numbers were counted, [they] showed it rained.") == [[]]
    assert said("Officials left. When the numbers were counted, [officials] said it rained.") == [["Officials"]]


def test_he_may_be_the_subject_to_come() -> None:
    text = "Officials met Bob Ray and Carl Fox on Monday. While he claimed that it was dry, Ray left."
    (claimed,) = quotes.extract(text).attributions
    assert claimed.speaker is not None
    assert claimed.speaker.name == "Bob Ray"


def test_a_mr_is_another_than_the_woman_of_his_surname() -> None:
    marked = "Michelle Ortiz left. Mr. Ortiz stayed. [Ortiz] said it rained. It froze, [Mrs. Ortiz] said."
    assert said(marked) == [["Ortiz"], ["Michelle Ortiz"]]


def test_a_bare_title_is_the_one_who_has_it() -> None:
    assert said("Bob Ray spoke. It froze. [The judge] said no. Judge Ann Lee left. Lee is new.") == [["Ann Lee"]]


def test_the_one_person_named_in_the_sentence_goes_before_whoever_spoke_last() -> None:
    marked = "[Ann Lee] said it rained.\n\nIt froze. A crowd met Gov. Carol Fox in May, when [she] spoke."
    assert said(marked) == [["Ann Lee"], ["Carol Fox"]]


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        # who were named together, and what they did since
        (
            "Farmers came to hear Ann Lee and Bob Ray. They were late.\n\n"
            "The two quarrelled about the mill. [They] said that it rained.",
            ["Ann Lee", "Bob Ray"],
        ),
        (
            "Courts were full. Ms. Lee, along with Judge Bob Ray of Elm, wrote a long study. In it, [they] said no.",
            ["Lee", "Bob Ray"],
        ),
        ("Senator Ann Lee and Senator Bob Ray met Tim Fox. [The senators] said it rained.", ["Ann Lee", "Bob Ray"]),
        # whom a sentence is about
        ("Kim Ray pledged her farm to Carol Lee to allow Lee to rest. “It rained,” [she] said.", ["Kim Ray"]),
        # whom a relative clause is about
        ("She spoke against mayors, like Bob Ray, [who] say it rained.", ["mayors"]),
        (
            "Lee was praised by her campaign and farmers around the state, [who] hoped for rain.",
            ["farmers"],
        ),
        # what describes somebody, and what nobody
        ("[The director of the state of Elm] said no.", ["director of the state of Elm"]),
        ("[Those over 60] said it rained.", ["Those over 60"]),
        ("Ann Lee beat Bob Ray.\n\n[The Ohio senator] aimed to stay by enough to leave early.", ["Ann Lee"]),
        ("Lee Raises Her Profile.\n\nAt noon, [the captain] said it rained. Mayor Ann Lee was there.", []),
        # the people of one person
        ("Aides to Ms. Lee left. Ann Lee stayed. [Her aides] said it rained.", ["Aides to Ms. Lee"]),
        ("[His family, friends and old allies] said it rained.", ["His family, friends and old allies"]),
        ("[Lee's aides and mill officials] said it rained.", ["Lee's aides", "mill officials"]),
    ],
)
def test_who_is_meant_by_what_a_clause_says(marked: str, speakers: list[str]) -> None:
    assert said(marked)[-1] == speakers


def test_they_are_no_group_of_which_they_tell() -> None:
    text = "Ann Lee and Bob Ray said the mill was closed. Town boards could do that, they said."
    last = quotes.extract(text).attributions[-1]
    assert last.speaker is not None
    assert [last.speaker.name, *(one.name for one in last.co_speakers)] == ["Ann Lee", "Bob Ray"]


def test_few_describe_themselves_by_name() -> None:
    text = "Bob Ray left. Tim Fox stayed. “So Tim is the mill's own candidate,” the former governor said."
    last = quotes.extract(text).attributions[-1]
    assert last.speaker is not None
    assert last.speaker.name == "Bob Ray"


def test_it_is_the_thing_that_its_sentence_is_about() -> None:
    text = "The Rain Board met. The wool treaty leaves Elm alone, although [it] said that rain was due."
    assert said(text) == [[]]


def test_a_mr_is_a_person_whatever_the_surname() -> None:
    made = cast("[Roy Bank] said it rained. Mr. Bank left.")
    assert [(one.name, one.kind) for one in made.people] == [("Roy Bank", "person")]
