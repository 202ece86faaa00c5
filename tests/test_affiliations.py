"""Offices and bodies: what the article says of a speaker, wherever it says it."""

from __future__ import annotations

import pytest

from quotes.language import load, model_name
from quotes.pipeline import plant
from quotes.spans import Link, Person
from quotes.speakers import resolve


def speaker(text: str, source: str) -> Person:
    """The speaker of the first mention of a source."""
    tree, _ = plant(load(model_name()), text)
    start = text.index(source)
    tokens = (tree.token_at(start), tree.token_at(start + len(source) - 1) + 1)
    made = resolve(tree, [Link(((len(text) - 1, len(text)),), None, tokens, (), "")])
    return made.people[made.speakers[0][0]]


def test_appositive_gives_the_title_and_every_body_after_it() -> None:
    text = "Ann Lee, director of the South Asia Institute at the Wilson Center in Washington, said it rained."
    found = speaker(text, "Ann Lee")
    assert found.titles == ("director",)
    assert [(r.organization, r.title, r.former) for r in found.roles] == [
        ("South Asia Institute", "director", False),
        ("Wilson Center", "director", False),
    ]
    start, end = found.roles[0].evidence
    assert text[start:end].startswith("director of the South Asia Institute")


def test_offices_joined_by_and_each_have_their_own_body_and_time() -> None:
    text = (
        "Sam Vine, a Riverton News contributor and former counterterrorism official for the Department of Homeland "
        "Security, said it rained."
    )
    found = speaker(text, "Sam Vine")
    assert found.titles == ("contributor", "former counterterrorism official")
    assert {(r.organization, r.former) for r in found.roles} == {
        ("Riverton News", False),
        ("Department of Homeland Security", True),
    }


@pytest.mark.parametrize(
    ("text", "source", "title"),
    [
        ("French President Emmanuel Macron said it rained.", "Emmanuel Macron", "French President"),
        ("Rep. Ann Lee (D-Mass.) said it rained.", "Ann Lee", "Rep."),
        ("The group's director, Ann Lee, said it rained.", "Ann Lee", "director"),
        ("Ann Lee is the mayor of Riverton. Lee said it rained.", "Lee said", "mayor"),
        ("Ann Lee, who chairs the history department at Riverton College, said it rained.", "Ann Lee", "chair"),
        ("One of the college's directors, Ann Lee, said it rained.", "Ann Lee", "director"),
        ("Ann Lee spoke first. The former senator said it rained.", "The former senator", "former senator"),
        ("It rained, said Ann Lee, editor in chief of Riverton Weekly.", "Ann Lee", "editor in chief"),
        ("It rained, said Ann Lee, editor-in-chief of Riverton Weekly.", "Ann Lee", "editor-in-chief"),
        ("Tribune Editor-in-Chief Bob Ray said it rained.", "Bob Ray", "Editor-in-Chief"),
        ("Ann Lee, a former first lady, said it rained.", "Ann Lee", "former first lady"),
        ("Senators Ann Lee (R-Ohio), Bob Ray and Tim Ortiz left. Ortiz said it rained.", "Ortiz said", "Senator"),
        ("It rained, said Ann Lee, wool and rain director of the mill.", "Ann Lee", "wool and rain director"),
        ("It rained, said Ann Lee, now director of the mill.", "Ann Lee", "director"),
        ("Senator and former mayor Ann Lee said it rained.", "Ann Lee", "Senator"),
        ("Senate hopeful Ann Lee said it rained.", "Ann Lee", "Senate hopeful"),
        ("Ann Lee, a Muslim, was elected as mayor last week. Lee said it rained.", "Lee said", "mayor"),
        (
            "It rained, said Ann Lee, Riverton’s global wool and rain director.",
            "Ann Lee",
            "global wool and rain director",
        ),
    ],
)
def test_titles(text: str, source: str, title: str) -> None:
    assert title in speaker(text, source.removesuffix(" said")).titles


@pytest.mark.parametrize(
    ("text", "source", "body"),
    [
        ("Rep. Ann Lee (D-Mass.) said it rained.", "Ann Lee", "D"),
        ("According to Ann Lee of the Wilson Center, it rained.", "Ann Lee", "Wilson Center"),
        ("The Riverton Tribune's Ann Lee said it rained.", "Ann Lee", "Riverton Tribune"),
        ("Riverton Council spokesman Bob Ray said it rained.", "Bob Ray", "Riverton Council"),
        ("Lee's campaign left. Ann Lee spoke. Lee spokesman Bob Ray said it rained.", "Bob Ray", "Lee's campaign"),
        ("Ann Lee, who teaches history at Riverton College, said it rained.", "Ann Lee", "Riverton College"),
        ("Ann Lee, the former chief executive of Blue-Hanover, said it rained.", "Ann Lee", "Blue-Hanover"),
        ("Ann Lee, an economist who is director of the Riverton Forecast, spoke.", "Ann Lee", "Riverton Forecast"),
        (
            "Riverton College closed. One of the college's directors, Ann Lee, said it rained.",
            "Ann Lee",
            "Riverton College",
        ),
        ("Real Morning host Ann Lee said it rained.", "Ann Lee", "Real Morning"),
        ("Ann Lee, president of Doctors for Peace, said it rained.", "Ann Lee", "Doctors for Peace"),
        ("Ann Lee, president of Students For Wool of Ohio, said it rained.", "Ann Lee", "Students For Wool of Ohio"),
        ("Ann Lee, a member of the Friends of Riverton, said it rained.", "Ann Lee", "Friends of Riverton"),
        ("Ann Lee, chairwoman of the Ways and Means Committee, said it rained.", "Ann Lee", "Ways and Means Committee"),
        ("Ann Lee, one of the founders of the Riverton Initiative, said it rained.", "Ann Lee", "Riverton Initiative"),
        ("The endorsed Republican candidate for governor, Ann Lee, said it rained.", "Ann Lee", "Republican"),
        ("Democratic National Committee chair Ann Lee said it rained.", "Ann Lee", "Democratic National Committee"),
        (
            "The Lee campaign is new. Ann Lee spoke. Her campaign manager, Bob Ray, said it rained.",
            "Bob Ray",
            "Lee campaign",
        ),
        # bodies by those who march, by whom they are for, and by the name that they are given
        ("Ann Lee, a vice president at the March of Crowns, said it rained.", "Ann Lee", "March of Crowns"),
        ("Ann Lee, director of Democrats for Rain, said it rained.", "Ann Lee", "Democrats for Rain"),
        ("Ann Lee, head of a club called Citizens for Rain, spoke.", "Ann Lee", "Citizens for Rain"),
        ("On Monday, Riverton police chief Ann Lee spoke.", "Ann Lee", "Riverton police"),
        ("Ann Lee, professor in medieval poetry at Crowfield Moss, spoke.", "Ann Lee", "Crowfield Moss"),
        # those whose work a clause tells without an office
        ("Ann Lee, who reports on wells for Riverton News, said it rained.", "Ann Lee", "Riverton News"),
        ("Ann Lee, who sits on the Riverton Council, said it rained.", "Ann Lee", "Riverton Council"),
        ("Ann Lee, who serves as chair of the Mill Committee, said it rained.", "Ann Lee", "Mill Committee"),
        ("According to Ann Lee, writing in the Riverton Tribune, it rained.", "Ann Lee", "Riverton Tribune"),
        ("Ann Lee, professor of medieval poetry at Crowfield, said it rained.", "Ann Lee", "Crowfield"),
        ("Crowfield Moss's Ann Lee said it rained.", "Ann Lee", "Crowfield Moss"),
        ("Bob Ray and Ann Lee, geologists at the University of Riverton, left.", "Bob Ray", "University of Riverton"),
        ("It rained, said Ann Lee, head of the super PAC Wool First.", "Ann Lee", "Wool First"),
        ("Ann Lee, a former Ray White House aide, said it rained.", "Ann Lee", "White House"),
        ("Ann Lee, Sanders’ campaign manager, said it rained.", "Ann Lee", "Sanders’ campaign"),
        ("The Bavarian milk supply ministry director, Bob Ray, spoke.", "Bob Ray", "milk supply ministry"),
        ("Ann Lee, an adviser to Riverton University's Wool Days, spoke.", "Ann Lee", "Riverton University"),
        ("Crowfield's longtime chief executive, Ann Lee, said it rained.", "Ann Lee", "Crowfield"),
        ("As WoolWorldNews’ Ann Lee wrote, it rained.", "Ann Lee", "WoolWorldNews"),
        ("Wool Council National Director Ann Lee said it rained.", "Ann Lee", "Wool Council"),
        ("Ann Lee, director of the Children's Wool Council, said it rained.", "Ann Lee", "Children's Wool Council"),
        ("Ann Lee, the Democratic National Committeewoman, spoke.", "Ann Lee", "Democratic"),
        # a spokesman, an outlet and a verb tell that a name is a body's
        ("Alan Ray, a spokesman for Vrexon Mobil, said it rained.", "Alan Ray", "Vrexon Mobil"),
        ("Crowdwell's Noah Ray said it rained.", "Noah Ray", "Crowdwell"),
        ("Ann Lee, who tracks wells for Riverton News, said it rained.", "Ann Lee", "Riverton News"),
        # what a sentence says that somebody acts as, or opens with
        ("As chair of the Riverton Council, Ann Lee closed the mill.", "Ann Lee", "Riverton Council"),
        ("Ann Lee served as treasurer of the Mill Board.", "Ann Lee", "Mill Board"),
        ("A former teacher at Riverton College, Ann Lee said it rained.", "Ann Lee", "Riverton College"),
        (
            "It rained, said Ann Lee, who was named last week as a leader of the Mill Coalition.",
            "Ann Lee",
            "Mill Coalition",
        ),
        ("On Monday millionaire Riverton Rooks owner Ann Lee said it rained.", "Ann Lee", "Riverton Rooks"),
        # "his" and a mere campaign are those last spoken of
        (
            "Tim Fox lost. Fox’s campaign is new. The Lee campaign won. His campaign manager, Bob Ray, said it rained.",
            "Bob Ray",
            "Fox’s campaign",
        ),
        (
            "Ann Lee left. The Lee campaign left. The campaign is new, according to campaign manager Bob Ray.",
            "campaign manager Bob Ray",
            "Lee campaign",
        ),
    ],
)
def test_bodies(text: str, source: str, body: str) -> None:
    assert body in [role.organization for role in speaker(text, source).roles]


def test_half_of_a_word_with_a_hyphen_is_no_part_of_a_party() -> None:
    found = speaker("Elm’s far-right Wool Front party leader, Ann Lee, spoke.", "Ann Lee")
    assert {role.organization for role in found.roles} == {"Wool Front", "Wool Front party"}


def test_a_home_town_is_no_affiliation() -> None:
    assert speaker("Ann Lee of London, a farmer, said it rained.", "Ann Lee").roles == ()
    assert speaker("Ann Lee of Elm County said it rained.", "Ann Lee").roles == ()
    assert speaker("Ann Lee of Mill Council, Georgia, said it rained.", "Ann Lee").roles == ()


def test_a_surname_is_no_title() -> None:
    assert speaker("The clerk, Peter Cook, spoke. Cook declined to say.", "Cook declined").titles == ("clerk",)


def test_no_title_is_a_verb_or_takes_one_in() -> None:
    assert speaker("The guide kept praising reporter Ann Lee. Lee said it rained.", "Lee said").titles == ("reporter",)
    assert speaker("Ray may counsel Ann Lee on wool. Lee said it rained.", "Lee said").titles == ()
    assert speaker("Ann Lee, who was leading at noon, said it rained.", "Ann Lee").titles == ()
    assert speaker("Ann Lee, a former NWA chairman, said it rained.", "Ann Lee").titles == ("former chairman",)


def test_those_who_follow_hold_no_office() -> None:
    found = speaker("Republican supporters said it rained.", "Republican supporters")
    assert (found.titles, [role.organization for role in found.roles]) == ((), ["Republican"])
    assert speaker("Ann Lee, a donor to the Mill Board, said it rained.", "Ann Lee").roles == ()


def test_what_is_another_persons_is_not_the_one_before() -> None:
    text = "In a note to Lee, Ray, head of the Mill Board, said no. Ann Lee left. Bob Ray left. Lee said it rained."
    assert speaker(text, "Lee said".removesuffix(" said")).roles == ()
    text = "Besides Ann Lee, two members of the Mill Board, Bob Ray and Tim Fox, left. Lee said it rained."
    assert speaker(text, "Ann Lee").roles == ()
    text = "After tea with Ann Lee, the mayor “felt ill,” Bob Ray said. Lee said it rained."
    assert speaker(text, "Ann Lee").titles == ()


def test_what_somebody_is_not_is_no_affiliation() -> None:
    text = "Ann Lee, a baker who is not a friend of the Riverton Council, said it rained."
    assert speaker(text, "Ann Lee").roles == ()


def test_a_name_of_one_word_is_no_end_of_a_longer_one() -> None:
    text = "The State Reuters accounts were closed. “It rained,” a Reuters spokesman said."
    assert [role.organization for role in speaker(text, "a Reuters spokesman").roles] == ["Reuters"]


def test_every_evidence_is_a_stretch_of_the_text() -> None:
    text = "Rep. Ann Lee (D-Mass.), chair of the Riverton Council, and a member of the Mill Board, said it rained."
    roles = speaker(text, "Ann Lee").roles
    assert roles
    assert all(0 <= role.evidence[0] < role.evidence[1] <= len(text) for role in roles)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Lee, the co-author of Three's a Crowd, said it rained.", "Ann Lee"),
        ("Bob Ray met Ann Lee at the Riverton Council on Monday. Lee said it rained.", "Ann Lee"),
    ],
)
def test_a_book_or_a_place_of_meeting_is_no_affiliation(text: str, source: str) -> None:
    assert speaker(text, source).roles == ()


@pytest.mark.parametrize(
    ("text", "source", "body"),
    [
        ("Democratic National Committee chair Ann Lee said it rained.", "Ann Lee", "Democratic"),
        ("The Democratic National Committee's chair, Ann Lee, said it rained.", "Ann Lee", "Democratic"),
        ("Ann Lee left. Her campaign manager, Bob Ray, said it rained.", "Bob Ray", "Her campaign"),
    ],
)
def test_part_of_a_name_or_a_pronoun_is_no_affiliation(text: str, source: str, body: str) -> None:
    assert body not in [role.organization for role in speaker(text, source).roles]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "“It rained,” said Ann Lee, deputy counsel to the local Committee for a Dry Riverton.",
            ["Committee for a Dry Riverton"],
        ),
        ("It rained, said Ann Lee, chief chemist of the paint company Crowfield Colours.", ["Crowfield Colours"]),
        (
            "“It rained,” said Ann Lee, a clerk with the Belmont branch of grocery chain Crowfield Moss.",
            ["Crowfield Moss"],
        ),
        (
            "Ann Lee was named last week as the head of Riverton Patriots for Lee. Lee said it rained.",
            ["Riverton Patriots for Lee"],
        ),
        ("It rained, said Ann Lee (D-Mass.), a member of the Riverton Water Board.", ["Riverton Water Board", "D"]),
        ("“It rained,” said United Mill Workers Secretary-Treasurer Ann Lee.", ["United Mill Workers"]),
        ("It rained, said Ann Lee, author of the Riverton Review.", []),
        ("White House hopeful Ann Lee said it rained.", []),
        ("“Rain Show” host Ann Lee said it rained.", ["Rain Show"]),
        ("Ann Lee, a Riverton University graduate, said it rained.", ["Riverton University"]),
        ("Now the chancellor of Riverton College, Ann Lee said it rained.", ["Riverton College"]),
        ("Ann Lee, president of the Communications Workers of America, spoke.", ["Communications Workers of America"]),
        # a mere spokesman speaks for the body last spoken of, and for no person's
        ("The Rain Fund plans to run ads in May. “It rained,” spokeswoman Ann Lee said.", ["Rain Fund"]),
        ("The Rain Fund plans to run ads in May. Bob Ray left. “It rained,” spokeswoman Ann Lee said.", []),
        ("Ann Lee, an opinion writer at the Riverton Tribune, spoke.", ["Riverton Tribune"]),
        ("Time magazine’s Ann Lee wrote that it rained.", ["Time"]),
        ("Ann Lee, formerly of the Riverton Tribune, said it rained.", ["Riverton Tribune"]),
        ("Ann Lee reported for CNN that it rained.", ["CNN"]),
        ("Ann Lee, bureau chief for USA Today, said it rained.", ["USA Today"]),
        ("Ann Lee, the executive director of Democracy for Riverton, said so.", ["Democracy for Riverton"]),
        ("The super PAC Wool Action met. “It rained,” said Wool Action spokeswoman Ann Lee.", ["Wool Action"]),
        ("Bob Ray’s campaign is new. Bob Ray left. Ray senior strategist Ann Lee said so.", ["Bob Ray’s campaign"]),
        ("Bob Ray’s campaign is new. Bob Ray left. Ray senior adviser Ann Lee said so.", ["Bob Ray’s campaign"]),
        ("Bob Ray’s campaign is new. Bob Ray left. Ray adviser Ann Lee said so.", []),
        # of two campaigns only one just spoken of is that of a mere campaign chairman
        (
            "The Ray campaign met.\n\nThe Fox campaign left.\n\nDan sang.\n\n“It rained,” campaign chief Ann Lee said.",
            [],
        ),
        ("The Ray campaign met.\n\nBob Ray sang.\n\n“It rained,” campaign chairman Ann Lee said.", ["Ray campaign"]),
        (
            "President Obama left. The Obama administration met. Obama spokesman Ann Lee spoke.",
            ["Obama administration"],
        ),
        (
            "ICE spokeswoman Ann Lee left. Immigration and Customs Enforcement (ICE) clerks met.",
            ["Immigration and Customs Enforcement"],
        ),
        # a party's own bodies, and no county's Republican
        ("Elm County GOP Chairman Ann Lee said it rained.", ["Elm County GOP"]),
        ("Ann Lee, the Elm County GOP chair, said it rained.", ["Elm County GOP"]),
        ("Ann Lee, president of the College Republicans, spoke.", ["College Republicans"]),
        ("Elm County Republican Ann Lee said it rained.", ["Republican"]),
        # where a sentence says that somebody works, and what he runs
        ("Ann Lee has worked at the Riverton Tribune for years.", ["Riverton Tribune"]),
        ("Ann Lee, 55, started work at the Riverton Tribune in May.", ["Riverton Tribune"]),
        ("Ann Lee, who runs the Rain Fund, left.", ["Rain Fund"]),
        ("Ann Lee never worked at the Riverton Tribune.", []),
        ("Ann Lee and Bob Ray, who are both on the Mill Committee, left.", ["Mill Committee"]),
        ("Airbnb moved in May. It rained, a spokeswoman, Ann Lee, said.", ["Airbnb"]),
        # an officer in capitals, "with … as", one of others, a committee, two at one place
        ("Gronda Wool’s CEO Ann Lee said it rained.", ["Gronda Wool"]),
        ("With Ann Lee as the Republican nominee, the mill closed.", ["Republican"]),
        ("Ann Lee and other old Senate Republicans left.", ["Senate", "Republican"]),
        ("Ann Lee and other mill owners met.", []),
        ("Ann Lee serves on the Mill Committee.", ["Mill Committee"]),
        ("Ann Lee and Bob Ray of the University of Riverton left.", ["University of Riverton"]),
        # bodies that are called something, or whose town is told, and what "the band" is
        ("He joined a band called the Wool Wheels. The band’s manager, Ann Lee, left.", ["Wool Wheels"]),
        ("He met the Ohio-based Wool Wheels Plus. Ann Lee, who runs Wool Wheels Plus, left.", ["Wool Wheels Plus"]),
        ("The FBI left in May. It rained, said the bureau’s chief, Ann Lee.", ["FBI"]),
        ("The party’s chair, Ann Lee, met the FBI.", []),
        # no contest that somebody is in, whose fellow, where those in power work, what stands before a title
        ("Ann Lee won the Republican primary.", []),
        ("Ann Lee’s bid for the Republican nomination failed.", []),
        ("Ann Lee was booed by her fellow Republicans.", ["Republican"]),
        ("Ann Lee once worked in the Bush White House.", ["White House"]),
        ("Ann Lee once worked in office administration.", []),
        ("NAACP executive Director Ann Lee left.", ["NAACP"]),
        ("The U.S. Chamber of Wool met. It rained, said Ann Lee, the Chamber’s chemist.", ["U.S. Chamber of Wool"]),
        ("The State Department met. State spokeswoman Ann Lee left.", ["State Department"]),
        ("Our Wool PAC is new. Ann Lee, head of Our Wool PAC, left.", ["Our Wool PAC"]),
        ("Elm County Supervisor of Elections Ann Lee left.", ["Elm County"]),
        # where an office is held, of whom a number is told, names with a motto or for somebody
        ("Ann Lee, a clerk in Elm County, left.", []),
        ("Of Ann Lee, the 20 hired members of the Rain Union, and Bob Ray it spoke.", []),
        ("Ann Lee, who heads the pro-mill super PAC Praise the Wool, said so.", ["Praise the Wool"]),
        ("Ann Lee is the head of Dutch Teachers for Ray.", ["Dutch Teachers for Ray"]),
        ("“It rained,” said Ann Lee, Ray’s Bureau of Wool and Rain chief.", ["Bureau of Wool and Rain"]),
        ("Ann Lee was the co-founder of the Wool House.", ["Wool House"]),
        # a Democrat is of the Democratic party, whatever county or seat is told; who seeks a seat has it not yet
        ("Ann Lee, the Democratic chairman of Elm County, said it rained.", ["Democratic"]),
        ("Ann Lee, an Ohio Democrat, said it rained.", ["Democratic"]),
        ("Ann Lee, the Democratic nominee for the Senate, said it rained.", ["Democratic"]),
        ("Ann Lee, who once ran for the U.S. Senate, said it rained.", []),
        ("The Ray campaign sued. It rained, said Ray Ohio director Ann Lee.", ["Ray campaign"]),
        ("White House hopefuls Ann Lee and Bob Ray left.", []),
        ("Ann Lee, now the chairman of the Republican Party in Elm County, left.", ["Republican Party"]),
        ("The Wool Bank chief, Bob Ray, and Ann Lee left.", []),
        ("Ann Lee is a spokeswoman for the mill's parent company, Gronda International.", ["Gronda International"]),
        ("It rained, said Ann Lee, a Rain Board critic.", []),
        ("It rained, said Ann Lee, a Republican donor.", ["Republican"]),
        ("The Ray campaign sued. Ann Lee, secretary of state under President Bob Ray, left.", []),
        ("It rained, said Carl Fox’s deputy campaign manager, Ann Lee.", ["Carl Fox’s campaign"]),
        ("The White House Office of Rain is new. Ann Lee, a White House contender, left.", []),
        ("Ann Lee, the former Hewlett-Gronda CEO, left.", ["Hewlett-Gronda"]),
        # what is no party of hers, no seat, no office and no town
        ("Ann Lee leads a Republican in the race.", []),
        ("Ann Lee won. The Republican left the race.", []),
        ("Ann Lee led the Republican primary debate.", []),
        ("Ann Lee and other Rain Board critics met.", []),
        ("Ann Lee served on the USS Ohio.", []),
        ("Ann Lee, an official in the Department of State, left.", ["Department of State"]),
        ("President Ann Lee and Bob Ray of the FBI left.", []),
        ("The president of the University of Ohio, Ann Lee, left.", ["University of Ohio"]),
        # names with a field of two words, or a campus
        (
            "Ann Lee, director of the Riverton Institute of Politics and Rural Life, left.",
            ["Riverton Institute of Politics and Rural Life"],
        ),
        ("Ann Lee, a professor at the University of Ohio, San Marco, said so.", ["University of Ohio, San Marco"]),
        ("Ann Lee, a professor at the University of Ohio, Bob Ray and others left.", ["University of Ohio"]),
        # what a clause says that somebody had
        ("Ann Lee kept her own server while at the Rain Board. Lee said it rained.", ["Rain Board"]),
        ("Ann Lee’s use of a server while at the Rain Board was wrong.", ["Rain Board"]),
        ("Ann Lee met Bob Ray while at the Rain Board.", []),
        ("Ann Lee spoke of her time at the Rain Board.", ["Rain Board"]),
        ("Ann Lee spoke in May. Of her time at the Rain Board she said nothing.", ["Rain Board"]),
        ("Bob Ray blamed Ann Lee’s record as treasurer of the Rain Board.", ["Rain Board"]),
        ("Ann Lee’s potential status as chair of the Rain Board was a joke.", []),
        ("Ann Lee spoke in May. If she is the chair of the Rain Board, it will rain.", []),
        ("Ann Lee would be the best chair of the Rain Board.", []),
        ("Ann Lee, director Bob Ray and others of the Riverton Institute said it rained.", []),
    ],
)
def test_bodies_in_the_words_around_a_name(text: str, bodies: list[str]) -> None:
    assert [role.organization for role in speaker(text, "Ann Lee").roles] == bodies


def test_an_age_and_now_stand_before_a_title() -> None:
    text = "“It rained,” said Ann Lee, 34, who is now a distinguished fellow at the Riverton Institute."
    found = speaker(text, "Ann Lee")
    assert found.titles == ("distinguished fellow",)
    assert [(role.organization, role.title) for role in found.roles] == [("Riverton Institute", "distinguished fellow")]


@pytest.mark.parametrize(
    ("text", "titles", "bodies"),
    [
        (
            "Republican candidates including Bob Ray, Ann Lee and Tim Fox met in May. Lee left.",
            ["Republican candidate"],
            ["Republican"],
        ),
        (
            "Three Republican candidates, Bob Ray, Ann Lee and Tim Fox, met in May. Lee left.",
            ["Republican candidate"],
            ["Republican"],
        ),
        ("Republicans such as Bob Ray and Ann Lee met in May. Lee left.", [], ["Republican"]),
        ("Unlike his Republican rivals, Ann Lee stayed in May. Lee left.", [], []),
        ("Compared to the Republican rivals, Ann Lee and Bob Ray stayed in May. Lee left.", [], []),
        ("It was led by two Mill Board clerks, Bob Ray and Ann Lee, in May. Lee left.", ["clerk"], ["Mill Board"]),
        ("Even if Lee, his daughters and advisers agreed in May, it rained. Lee left.", [], []),
    ],
)
def test_who_is_listed_as_what(text: str, titles: list[str], bodies: list[str]) -> None:
    found = speaker(text, "Lee left".removesuffix(" left"))
    assert list(found.titles) == titles
    assert [role.organization for role in found.roles] == bodies


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In May the owner of the Belmont Mill, Ann Lee, said it rained.", ["owner"]),
        ("That was the mayor, Ann Lee said.", []),
        ("The mayor and the first clerk, Ann Lee, said it rained.", ["first clerk"]),
        ("He liked the mayor and his rivals, Ann Lee said.", []),
        ("It rained, said Belmont surveyor Army Maj. Ann Lee.", ["Maj.", "Belmont surveyor"]),
        ("Ann Lee, a retired four-star general, said it rained.", ["four-star general"]),
        (
            "It was later said by all who met Mill News’ Riverton Political Editor Ann Lee in May.",
            ["Riverton Political Editor"],
        ),
        ("It rained, said Ann Lee, assistant to the mayor and clerk.", ["assistant to the mayor", "clerk"]),
        ("It rained, said Ann Lee, assistant to the", ["assistant"]),
        ("Bob Ray left. Ann Lee, a longtime Ray supporter, said it rained.", ["longtime Ray supporter"]),
        ("Bob Ray left. Ann Lee, Ray’s opponent, said it rained.", ["opponent"]),
        ("Indiana GOP Rep. Ann Lee said it rained.", ["Rep."]),
        ("Sens. Bob Ray and Ann Lee said it rained.", ["Sen."]),
        (
            "Ann Lee, deputy head of water policy at the Belmont Center, said it rained.",
            ["deputy head of water policy"],
        ),
        ("Actor Ann Lee left.", ["Actor"]),
        ("The clerk Ann Lee had hoped for is old.", []),
        ("Bob Ray’s sister, Ann Lee, left.", []),
        ("The late Sen. Ann Lee said so.", ["Sen."]),
        ("“It rained,” said Ann Lee, Ray’s Bureau of Wool and Rain chief.", ["chief"]),
        ("Sen. Ann Lee (R-Ohio) left. The Ohio senator’s mill closed.", ["Sen.", "Ohio senator"]),
        ("Sen. Ann Lee (R-Ohio) left. The Iowa senator’s mill closed.", ["Sen."]),
    ],
)
def test_titles_in_the_words_around_a_name(text: str, titles: list[str]) -> None:
    assert list(speaker(text, "Ann Lee").titles) == titles


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Senate Democrats said it rained.", ["Senate", "Democratic"]),
        ("Many Republicans said it rained.", ["Republican"]),
        ("Many farmers said it rained.", []),
    ],
)
def test_a_group_named_for_its_party_belongs_to_it(text: str, bodies: list[str]) -> None:
    assert [role.organization for role in speaker(text, text.partition(" said")[0]).roles] == bodies


def test_what_somebody_had_headed_is_over() -> None:
    found = speaker("Ann Lee, who had headed the Rain Board, said it rained.", "Ann Lee")
    assert [(role.organization, role.title, role.former) for role in found.roles] == [("Rain Board", "head", True)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # a seat that is only sought is none
        ("Ann Lee, the Republican nominee for Senate, left.", ["Republican"]),
        ("It rained, said the nominee for U.S. Senate, Ann Lee.", []),
        ("Ann Lee, a mayor who ran for the Senate, left.", []),
        # an envoy is a country's
        ("Chile's ambassador to Japan, Ann Lee, left.", ["Chile"]),
        ("Chile's baker, Ann Lee, left.", []),
        # one subject and several verbs
        ("Ann Lee left the mill after serving as a clerk at the Wool School.", ["Wool School"]),
        ("Ann Lee left the mill and went on to serve as clerk of the Wool Bank.", ["Wool Bank"]),
        ("Ann Lee was hired in May and is now the director of the Wool Bank.", ["Wool Bank"]),
        ("Ann Lee will leave the mill and serve as director of the Wool Bank.", []),
        ("Ann Lee wants to go on to serve as director of the Wool Bank.", []),
        ("Ann Lee took over the mill after working for the Rain Board.", ["Rain Board"]),
        ("Ann Lee defended Bob Ray as director of the Wool Bank.", []),
        ("Ann Lee hoped to sell it, and praised Bob Ray as head of the Wool Bank.", []),
        # where somebody teaches, sits, is on the staff
        ("Ann Lee teaches at Riverton University.", ["Riverton University"]),
        ("Ann Lee consulted Bob Ray at Riverton University.", []),
        ("Ann Lee sits on the board of the Rain Foundation.", ["Rain Foundation"]),
        ("Ann Lee sat on the roof of the Rain Foundation.", []),
        ("Ann Lee, who has been on staff at the Riverton Tribune for years, left.", ["Riverton Tribune"]),
        ("The Wool Caucus, of which Ann Lee is a member, met.", ["Wool Caucus"]),
        ("Ann Lee wrote it while a student at Riverton University.", ["Riverton University"]),
        ("Ann Lee left when a student at Riverton University called.", []),
        # a team, a body that is part of another, one with a quoted name, a numbered rank
        ("Ann Lee set a record while pitching for the Riverton Rooks.", ["Riverton Rooks"]),
        ("Ann Lee, who played for the Riverton Rooks, left.", ["Riverton Rooks"]),
        ("Ann Lee, who played for a crowd at the Rain Foundation, left.", []),
        ("Ann Lee, counsel in the Wool Center's Rain Project, left.", ["Wool Center's Rain Project"]),
        ("Ann Lee, a fellow at Elm University's Mill Center for Law, left.", ["Elm University's Mill Center for Law"]),
        ("Ann Lee, a fellow with Elm University's Program on Rain, left.", ["Elm University's Program on Rain"]),
        ("Ann Lee, a lawyer with the Elm office of Wool Consulting, left.", ["Wool Consulting"]),
        ("Ann Lee, a founder of a rain group called Occupy Wool, left.", ["Occupy Wool"]),
        ("Ann Lee, who now runs Gronda Mill Enterprise, left.", ["Gronda Mill Enterprise"]),
        ("Ann Lee, director of the University of Ohio's Center for Rain, left.", ["Center for Rain"]),
        ("Senate Minority Leader Ann Lee left. The Democratic Senate met.", ["Senate"]),
        ("Ann Lee was elected to the Ohio state Senate. The U.S. Senate met.", ["Ohio state Senate"]),
        ("City Hall is closed. Ann Lee, the city's emergency director, left.", []),
        ("Elm State University closed. Ann Lee, director for the state Rain Union, left.", ["Rain Union"]),
        ("Ann Lee, a law professor in her first political campaign, left.", []),
        # a party beside no title, in a clause about somebody, and of whom a name is set beside the subject
        ("Ann Lee, a former Democratic rule maker, left.", ["Democratic"]),
        ("Ann Lee, a former Democratic mill town, left.", []),
        ("Ann Lee, the Democratic mayor’s wife, left.", []),
        ("Bob Ray is president. President Ray left. Ray senior adviser Ann Lee sang. The Ray campaign met.", []),
        ("Ann Lee, who angered fellow Democrats, left.", ["Democratic"]),
        ("Ann Lee, whom fellow Democrats angered, left.", []),
        ("Her wife, Ann Lee, served as a clerk at the Wool Bank.", ["Wool Bank"]),
        # names with "the", an aim, a survey, a branch inside
        ("Ann Lee, president of Rock the Mill, left.", ["Rock the Mill"]),
        ("Ann Lee, a clerk at the Coalition to Stop Rain, left.", ["Coalition to Stop Rain"]),
        ("Ann Lee, a clerk of the Committee to Save the Mills, left.", ["Committee to Save the Mills"]),
        ("Ann Lee, head of Right to Rise Ohio, left.", ["Right to Rise Ohio"]),
        ("Ann Lee, an envoy of the Committee to Riverton, left.", ["Committee"]),
        ("Ann Lee, an economist for the Ohio Survey of Millers, left.", ["Ohio Survey of Millers"]),
        ("Ann Lee, director of the NWA of Oregon, left.", ["NWA of Oregon"]),
        ("Ann Lee, a former host of the radio show “Rain Talk,” left.", ["Rain Talk"]),
        ("Ann Lee, who serves in wool as a clerk at the Wool Bank, left.", ["Wool Bank"]),
        ("Ann Lee, a clerk at the bank, where Bob Ray met the Rain Board, left.", []),
        ("It rained, said Ann Lee, a spokeswoman for its parent company, Wool Bank.", ["Wool Bank"]),
        ("It rained, said Air Force 1st Lt. Ann Lee.", ["Air Force"]),
        # no chamber that a country's name is short for, no quarter, no State of another name
        ("The U.S. Senate met. U.S. Attorney General Ann Lee left.", []),
        ("Ann Lee, a clerk at a Silicon Valley bank, left.", ["Silicon Valley bank"]),
        ("The Islamic State left. Ann Lee, a clerk to Secretary of State Bob Ray, left.", []),
        # an office that somebody has lost, what somebody advises, on what somebody speaks
        ("Ann Lee was dismissed on Monday as Bob Ray's campaign manager.", ["Bob Ray's campaign"]),
        ("Ann Lee was dismissed as a clerk of the Rain Board.", []),
        ("It rained, said Ray's deputy campaign manager, Ann Lee.", ["Ray's campaign"]),
        ("Ann Lee, who has advised the Rain Fund, left.", ["Rain Fund"]),
        ("Ann Lee, who advised the Rain Fund to close, left.", []),
        ("In a talk on “Rain Talk,” co-host Ann Lee asked how it had rained.", ["Rain Talk"]),
        ("“No Rain,” host Ann Lee said.", []),
        ("Ann Lee joined the Rain Board in May.", ["Rain Board"]),
        ("Ann Lee, who left the Rain Board in May, met Bob Ray.", ["Rain Board"]),
        ("Ann Lee left the White House in May.", []),
        ("Sen. Ann Lee, R-S.C., chairman of the Wool Committee, left.", ["R", "Wool Committee"]),
        # no party, and a word of one
        ("Ann Lee, an independent from Ohio, left.", ["independent"]),
        ("Ann Lee, the independent senator from Ohio, left.", ["independent"]),
        ("Ann Lee, an independent analyst, left.", []),
    ],
)
def test_bodies_in_what_clauses_say(text: str, bodies: list[str]) -> None:
    assert [role.organization for role in speaker(text, "Ann Lee").roles] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # to what somebody is named
        ("The governor named Ann Lee to the Elm County Circuit Court.", ["Elm County Circuit Court"]),
        ("Ann Lee was elected to Congress in May.", ["Congress"]),
        ("Ann Lee may be elected to Congress in May.", []),
        ("Ann Lee was not elected to Congress in May.", []),
        ("The governor named Ann Lee to the crowd at the Rain Foundation.", []),
        # a seat in a chamber, and fellows there
        ("Ann Lee kept her Senate seat.", ["Senate"]),
        ("Bob Ray spoke of Ann Lee’s Senate seat.", ["Senate"]),
        ("Bob Ray spoke of Ann Lee’s House colleagues.", ["House"]),
        ("Bob Ray spoke of Ann Lee’s Senate bid.", []),
        ("Bob Ray asked for Ann Lee’s Senate seat.", []),
        ("Ann Lee urged fellow Senate Democrats to leave.", ["Senate", "Democratic"]),
        ("Ann Lee urged Senate Democrats to leave.", []),
        # what somebody presents
        ("Bob Ray heard Ann Lee’s podcast “Rain Talk” in May.", ["Rain Talk"]),
        ("Bob Ray read Ann Lee’s website, Rainwars.com, in May.", ["Rainwars.com"]),
        ("Bob Ray heard Ann Lee’s Rain News show in May.", ["Rain News"]),
        ("Bob Ray heard Ann Lee’s show in May.", []),
        # whose group has a name
        ("Ann Lee, whose group, the Rain Fund, met, left.", ["Rain Fund"]),
        ("Ann Lee, whose group is called the Rain Fund, left.", ["Rain Fund"]),
        ("Ann Lee, whose group met the Rain Fund, left.", []),
        # an office of "its"
        ("The Rain Fund has closed, said Ann Lee, its president.", ["Rain Fund"]),
        ("The Rain Fund has closed. It is a pity, said its president, Ann Lee.", ["Rain Fund"]),
        ("The Rain Fund sued the Wool Bank, said Ann Lee, its president.", []),
        ("France has closed the mill, said Ann Lee, its president.", []),
        # a campaign that only its manager tells has no name in the text
        ("Bob Ray ran in May. It rained, said his campaign manager, Ann Lee.", []),
    ],
)
def test_bodies_that_somebody_is_named_to_or_has(text: str, bodies: list[str]) -> None:
    assert [role.organization for role in speaker(text, "Ann Lee").roles] == bodies


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ann Lee, a former U.S. ambassador to Ukraine, left.", ["former U.S. ambassador to Ukraine"]),
        ("Ann Lee, an ambassador to the mill, left.", ["ambassador"]),
        ("Ann Lee, a fierce champion of ex-Mayor Bob Ray, left.", ["fierce champion"]),
        ("Ann Lee, a fierce critic of ex-Mayor Bob Ray, left.", []),
        ("White House hopefuls Ann Lee and Bob Ray left.", ["White House hopeful"]),
        (
            "Ann Lee, vice president for rain and wool policy at the mill, left.",
            ["vice president for rain and wool policy"],
        ),
        ("Ann Lee, director of research and professor of wool, left.", ["director of research", "professor of wool"]),
        ("Ann Lee, a mill clerk for years, left.", ["mill clerk"]),
        ("Ann Lee, her chief rival, left.", []),
        ("Ann Lee — a longtime clerk — left.", ["longtime clerk"]),
        ("Rep. Ann Lee, D-Ohio, a longtime clerk, left.", ["Rep.", "longtime clerk"]),
        ('<p id="3">Young clerk Ann Lee left.', ["clerk"]),
        ("Ann Lee — who is a clerk — left.", ["clerk"]),
        ("Bob Ray left. It rained, said Ray's deputy campaign manager, Ann Lee.", ["deputy campaign manager"]),
    ],
)
def test_where_a_title_ends(text: str, titles: list[str]) -> None:
    assert list(speaker(text, "Ann Lee").titles) == titles


@pytest.mark.parametrize(
    ("text", "titles", "bodies"),
    [
        ("Analysts said it rained.", [], []),
        ("Lee analysts said it rained.", ["Lee analysts"], []),
        ("Rain Board officials said it rained.", ["officials"], ["Rain Board"]),
        ("Lawyers said it rained.", ["Lawyers"], []),
        ("A Rain Board source said it rained.", [], ["Rain Board"]),
        ("Staff at the Rain Board said it rained.", [], ["Rain Board"]),
    ],
)
def test_what_a_crowd_is_called_is_no_office(text: str, titles: list[str], bodies: list[str]) -> None:
    found = speaker(text, text.partition(" said")[0])
    assert list(found.titles) == titles
    assert [role.organization for role in found.roles] == bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Rain Fund, led by Ann Lee, closed.", ["Rain Fund"]),
        ("The Rain Fund is run by Ann Lee.", ["Rain Fund"]),
        ("The Rain Fund, which is owned by Ann Lee, closed.", ["Rain Fund"]),
        ("The Rain Fund, which Ann Lee founded, closed.", ["Rain Fund"]),
        ("The Rain Fund, which Ann Lee liked, closed.", []),
        ("The Rain Fund, led by a friend of Ann Lee, closed.", []),
        ("The Rain Fund is not run by Ann Lee.", []),
        ("France, led by Ann Lee, closed the mill.", []),
        ("Ann Lee was hired by the Rain Board.", ["Rain Board"]),
        ("Ann Lee, hired by the Rain Board in May, left.", ["Rain Board"]),
        ("The Rain Board fired Ann Lee in May.", ["Rain Board"]),
        ("The Rain Board may hire Ann Lee in May.", []),
        ("Bob Ray hired Ann Lee in May.", []),
        ("Ann Lee’s group, the Rain Fund, closed.", ["Rain Fund"]),
        ("Ann Lee’s campaign, the Riverton Tribune said, closed.", []),
        ("Ann Lee is running as a Democrat.", ["Democratic"]),
        ("Ann Lee described Bob Ray as a Democrat.", []),
    ],
)
def test_bodies_that_somebody_leads_or_works_for(text: str, bodies: list[str]) -> None:
    assert [role.organization for role in speaker(text, "Ann Lee").roles] == bodies


def test_who_was_fired_is_there_no_more() -> None:
    found = speaker("The Rain Board fired Ann Lee in May.", "Ann Lee")
    assert [(role.organization, role.former) for role in found.roles] == [("Rain Board", True)]


@pytest.mark.parametrize(
    ("text", "titles", "bodies"),
    [
        ("Ann Lee, a spokeswoman for the Ray super PAC, said it rained.", ["spokeswoman"], ["Ray super PAC"]),
        ("Ann Lee, a town council member from Elm, said it rained.", ["member"], ["town council"]),
        ("Ann Lee accepted the Republican nomination in May. Lee said it rained.", [], ["Republican"]),
        ("Ann Lee spent two years at the Wool Institute. Lee said it rained.", [], ["Wool Institute"]),
        ("Ann Lee joined the Wool Board as director. Lee said it rained.", ["director"], ["Wool Board"]),
        ("The mayor tapped Ann Lee to run the Rain Commission. Lee said it rained.", [], ["Rain Commission"]),
        ("The mayor may tap Ann Lee to run the Rain Commission. Lee said it rained.", [], []),
        ("Wool Board officials met.\n\n“It rained,” said spokeswoman Ann Lee.", ["spokeswoman"], ["Wool Board"]),
        ("Wool Board aides saw Ray’s plan.\n\n“It rained,” said spokeswoman Ann Lee.", ["spokeswoman"], ["Wool Board"]),
        # descriptions that do not speak
        ("Ann Lee won. The wool magnate was booed. Lee said it rained.", ["wool magnate"], []),
        ("Ann Lee won. Bob Ray booed the wool magnate. Ann Lee said it rained.", [], []),
        ("Ann Lee won. The Democratic nominee was booed.", ["Democratic nominee"], ["Democratic"]),
        ("Ann Lee won. They spoke for the Democratic nominee - and for rain.", ["Democratic nominee"], ["Democratic"]),
        ("Ann Lee won. It was a test of the Democratic nominee for her mill.", ["Democratic nominee"], ["Democratic"]),
        ("Ann Lee won. The Democratic nominee, Bob Ray, was booed.", [], []),
    ],
)
def test_what_clauses_and_descriptions_say(text: str, titles: list[str], bodies: list[str]) -> None:
    found = speaker(text, "Ann Lee")
    assert [*found.titles] == titles
    assert [role.organization for role in found.roles] == bodies


def test_two_subjects_that_are_joined_are_two() -> None:
    text = "Ann Lee lost. Bob Ray won. The wool magnate and the second Republican candidate met. Ray said it rained."
    assert speaker(text, "Ray said").titles == ("wool magnate",)
