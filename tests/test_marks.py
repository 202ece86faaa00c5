"""Cases show the stretches that must be found: ⟦…⟧ closed, ⟦…⟫ never closed, ⟦…⟩ goes on in the next paragraph.

Without these brackets a case is its own input. What follows it are the codes of the damages.
"""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.layout import paragraphs
from quotes.marks import find_quotations
from quotes.marks.glyphs import GLYPHS
from quotes.marks.voice import reporters_voice

UNCLOSED, STRAY, SWAPPED = "unclosed-quotation", "stray-mark", "swapped-mark"
DOUBLED, PUNCTUATION, UNREPEATED = "doubled-mark", "stray-punctuation", "unrepeated-mark"

STYLES = [
    ["⟦“We will wait,”⟧ she said."],
    ['⟦"We will wait,"⟧ she said. ⟦"No longer."⟧'],
    ["⟦‘We will wait,’⟧ she said."],
    ["⟦'We will wait,'⟧ she said. ⟦'No longer.'⟧"],
    ["⟦``We will wait,''⟧ she said."],
    ["⟦`We will wait,'⟧ she said. ⟦`We can't wait.'⟧"],
    ["⟦''We should go,''⟧ he said. ⟦''Now.''⟧"],
    ["⟦''He said ⟦'go.'⟧''⟧"],
    ["⟦''⟦'Go,'⟧ he said, and I went,''⟧ she said."],
    ["⟦＂We will wait,＂⟧ she said."],
    ["⟦„Wir warten“⟧, sagte sie. ⟦„Good,”⟧ he said."],
    ["⟦‚Wir warten‘⟧, sagte sie."],
    ["⟦»Wir warten«⟧, sagte sie. ⟦›Gut‹⟧"],
    ["⟦«On attend»⟧, she said. ⟦« Bien »⟧."],
    ["⟦‹On attend›⟧, she said."],
    ["⟦「待つ」⟧と⟦『また』⟧"],
    ["⟦‘‘We will wait,’’⟧ she said."],
    ['⟦“We will wait,"⟧ she said. ⟦"We will wait,”⟧ he said.'],
    ['⟦" we will wait , "⟧ she said . ⟦" no . "⟧'],
    ["⟦`` we will wait , ''⟧ she said ."],
    ["The ⟦“yes”⟧, the ⟦“no”⟧; the ⟦“maybe”⟧: ⟦“who knows”⟧? ⟦“I do”⟧!"],
    ['(⟦"Yes."⟧) [⟦"No."⟧] —⟦"Maybe,"⟧— she said: ⟦"No"⟧/⟦"yes"⟧.'],
    ['⟦"I was going to—"⟧ ⟦"No,"⟧ he said. ⟦"...and so,"⟧ ⟦"—then,"⟧ ⟦". . . or so."⟧'],
    ['⟦"No"⟧,⟦"Yes"⟧,⟦"Maybe"⟧ were the answers to ⟦"Why?"⟧'],
    ['She paid with a ⟦"$"⟧ and a ⟦"?"⟧ in the ⟦".38 Special"⟧.'],
    ["He gave it a ⟦'B+'⟧ and a ⟦'C-'⟧."],
    ["⟦“The café reopens Friday,”⟧ Zoe\u0301 François said. It's Zoe\u0301's."],
    ["⟦“Sì,”⟧ she said.\n\n⟦“Go.”⟧"],
]

APOSTROPHES = [
    ['The workers\' union said: ⟦"We will strike on Monday."⟧'],
    ['She is 6\'2" in heels, she said: ⟦"I am tall."⟧'],
    ["⟦'It's over,'⟧ said Ortiz. ⟦'We've lost the workers' trust.'⟧"],
    ["⟦‘It’s over,’⟧ said Ortiz. ⟦‘We’ve lost the workers’ trust.’⟧"],
    ["The Joneses' house, the Smiths' car and ⟦'the lot'⟧."],
    ["⟦'The lot of the Smiths'⟧ was good."],
    ["He called it ⟦'a day for the workers'⟧ and left."],
    ["The boys' ⟦'club'⟧ and the girls' ⟦'club'⟧."],
    ["⟦'I know what the teachers' plan is, and the parents', but we'll see'⟧ was all he said."],
    ["It was James' house; ⟦'nice,'⟧ he said, ⟦'not Perez' house.'⟧"],
    ["He had 'em in the '90s, rock 'n' roll an' all, ol' boy."],
    ["'Tis the season. ⟦'Go,'⟧ he said. The '60s and the dogs' lives."],
    ["⟦'Cause I said so,'⟧ he said."],
    ["⟦'Nothin' doin','⟧ he said. ⟦'I'm goin' home.'⟧"],
    ["⟦'We won in '16,'⟧ he said. ⟦'I love 'em,'⟧ she said."],
    ['⟦"Gettin\' \'em was fun,"⟧ he said. ⟦"\'Tis true,"⟧ she said.'],
    ['The ⟦"\'90s"⟧ were ⟦"rock \'n\' roll"⟧ years.'],
    ["⟦“The ‘90s were the workers’ decade,”⟧ she wrote of ’em."],
    ["'Tisn't so; he loves 'bergs.\n\nThe students' union met."],
    ["O'Brien's L'Oréal, O‘Brien and Hawai‘i don't count, and Qur’an won’t."],
    ["Lee ’ s plan and Lee ' s plan, torn apart."],
    ["Don''t is how a database writes it."],
    ["There 'Ali met ‘Umar.", STRAY],
    ["He stood 5' 11\" and said ⟦\"hi\"⟧. She is 5’ 4” tall, he 5'11''."],
    ["⟦\"I'm 6'2\",\"⟧ he said. ⟦“I'm 6'2\",”⟧ he said."],
    ['⟦"A 12" pipe burst,"⟧ she said. He has a 12" pipe. ⟦"Good,"⟧ he said.'],
    ['⟦"We won in 1998"⟧ and ⟦"we lost in 2002"⟧, they said.'],
    ["Rep. Lee is ⟦'99.9'⟧ percent sure."],
]

NESTED = [
    ["⟦“I asked him, ⟦‘Where is the money?’⟧ and he laughed,”⟧ said Ortiz."],
    ["⟦\"I asked him, ⟦'Where is the money?'⟧ and he laughed,\"⟧ said Ortiz."],
    ["⟦\"He said ⟦'go'⟧ to me,\"⟧ she said. He said ⟦'go'⟧ to me."],
    ["⟦'He said ⟦\"go\"⟧ to me,'⟧ she said. ⟦‘He said ⟦“go”⟧ to me,’⟧ she said."],
    ["⟦“He said ⟦“go”⟧ to me,”⟧ she said."],
    ['⟦"He said ⟦"go"⟧ to me,"⟧ she said.'],
    ['⟦"I said, ⟦"I will go."⟧ He said, ⟦"No."⟧ And then we left,"⟧ she said.'],
    ["⟦“He said: ⟦‘She told me, ⟦“Go,”⟧ and I went.’⟧ That’s all,”⟧ Lee said."],
    ["⟦'He said, ⟦\"She told me, ⟦'Go,'⟧ and I went.\"⟧ That's all,'⟧ Lee said."],
    ["⟦\"⟦'Go,'⟧ he said, ⟦'now.'⟧\"⟧ ⟦“⟦‘Go,’⟧ he said.”⟧"],
    ["⟦“It was ⟦‘Never again.’⟧”⟧ ⟦\"She said, ⟦'I can.'⟧\"⟧"],
    ["⟦\"We'd be ⟦'insiders,'⟧ \"⟧ Lee wrote."],
    ["⟦“a ⟦‘mess’⟧, a ⟦“disgrace”⟧ and a ⟦‘sham’⟧”⟧, he wrote."],
    ["⟦«Il a dit ⟦“non”⟧»⟧, she said."],
    ['⟦“I heard ⟦«non»⟧ and ⟦"no"⟧,”⟧ she said.'],
]

PARAGRAPHS = [
    ["⟦“We lost.⟩\n⟦“We will be back.⟩\n⟦“Soon,”⟧ she said.\nHe left. ⟦“Fine.”⟧"],
    ['⟦"We lost.⟩\n⟦"We will be back.⟩\n⟦"Soon,"⟧ she said. ⟦"Bye."⟧'],
    ["⟦'We lost.⟩\n\n⟦'We will be back,'⟧ she said."],
    ["⟦''We lost.⟩\n\n⟦''We will be back,''⟧ she said."],
    ["⟦“She said, ⟦‘Go.’⟧ I went.⟩\n\n⟦“I told him, ⟦‘Stay.’⟧”⟧"],
    ["⟦“We lost. Lee said that we would win.⟩\n\n⟦“He was wrong,”⟧ she said."],
    ["⟦“We lost.⟩\n\n⟦We will be back,”⟧ she said.", UNREPEATED],
    ["⟦“We lost.⟩\n\n⟦We ⟦‘will’⟧ be back.⟩\n\n⟦Soon,”⟧ she said. ⟦“Bye.”⟧", UNREPEATED],
    ["⟦“We lost.⟫\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nSoon,” she said. ⟦“Bye.”⟧", UNCLOSED, STRAY],
    ["⟦“We lost.⟩\n\n⟦“We will be back.⟫\n\nHe left. ⟦“Fine.”⟧", UNCLOSED],
    ["⟦“We lost,⟫ said Lee.\n\n⟦“We will be back,”⟧ said Ortiz.", UNCLOSED],
    ["⟦“We lost.⟫\n\nLee left. ⟦“So what,”⟧ he said.", UNCLOSED],
    ["⟦“We lost”⟧\n⟦“We won”⟧\n⟦“We drew”⟧"],
]

DAMAGED = [
    ["⟦“I am tired. I want to go home.⟫ Ortiz told reporters that the talks were over.", UNCLOSED],
    ["⟦“I am tired. I told him that we want to go home.⟫", UNCLOSED],
    ["⟦“It is no threat, as in the U. S.⟫ Ann Lee, the head of the office, told AP that it had been one.", UNCLOSED],
    ["⟦“I want to go home,⟫ Ortiz said. It was late.", UNCLOSED],
    ['⟦"I want to go home,⟫ said Ortiz. ⟦"It\'s late."⟧', UNCLOSED],
    ['⟦"I am tired.⟫ ⟦"Let us go,"⟧ she said.', UNCLOSED],
    ["⟦“I am tired.⟫ ⟦“Let us go,”⟧ she said.", UNCLOSED],
    ["⟦“I read the ⟦‘plan’⟧ in May.⟫ Lee said he had not.", UNCLOSED],
    ["⟦“He told me, ⟦‘go home,⟫”⟧ she said.", UNCLOSED],
    ["He left” yesterday. She ⟦“stayed”⟧.", STRAY],
    ["⟦“I am tired.”⟧ ” Then she left.", STRAY],
    ['⟦"It\'s late,"⟧ he said, and " left.', STRAY],
    ["⟦“Let us go, ”⟧ she said.", STRAY],
    ['⟦"Let us go "⟧he said. ⟦"Now."⟧', STRAY],
    ["Nothing: “” or “. ” and \"\".", STRAY, STRAY, STRAY],
    ["⟦““Let us go,””⟧ she said.", DOUBLED, DOUBLED],
    ['⟦""Let us go,""⟧ she said. ⟦“Why?””⟧', DOUBLED, DOUBLED, DOUBLED],
    ["⟦”Let us go,”⟧ she said.", SWAPPED],
    ["⟦”Let us go,“⟧ she said.", SWAPPED, SWAPPED],
    ["⟦“Let us go,“⟧ she said. ⟦“Now.“⟧", SWAPPED, SWAPPED],
    ["⟦’Let us go,’⟧ she said.", SWAPPED],
    ["She got a ⟦‘D-‘⟧ for it.", SWAPPED],
    ["⟦“Let us go,’⟧ she said. ⟦“Now.”⟧\n\n⟦‘Now,”⟧ she said.", SWAPPED, SWAPPED],
    ["It has ⟦“the capability.⟧ “.", SWAPPED],
    ["It has ⟦“the capability.”⟧.", PUNCTUATION],
    ["It has ⟦“the capability.”⟧. “.", PUNCTUATION, STRAY],
    ["It has ⟦“the capability.”⟧. “.”.", PUNCTUATION, STRAY],
    ["It has ⟦“the capability.”⟧. ⟦“More follows.⟧ “.", PUNCTUATION, SWAPPED],
    ["He left the ⟦“U.S.”⟧, the ⟦“Acme Inc.”⟧, asked ⟦“Really?”⟧, and ⟦“well...”⟧."],
    ["⟦“Reach,”⟧ she stated. It is known. ****."],
    ['He said:⟦"We go,"⟧and left.'],
    ['⟦"Yes"⟧ he said" and left ⟦"again"⟧.', STRAY],
]  # fmt: skip

CASES = STYLES + APOSTROPHES + NESTED + PARAGRAPHS + DAMAGED


def read(text):
    return find_quotations(text, paragraphs(text))


def render(text, stretches):
    """Write the brackets back into the text."""
    ends = {"closed": "⟧", "unclosed": "⟫", "continues": "⟩"}
    marks = []
    for i, s in enumerate(stretches):
        kind = "continues" if s.continues else "closed" if s.closed else "unclosed"
        marks += [(s.start, 1, i, "⟦"), (s.end, 0, -i, ends[kind])]
    for at, _, _, bracket in sorted(marks, reverse=True):
        text = text[:at] + bracket + text[at:]
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0][:50])
def test_case(case):
    shown, *codes = case
    text = shown.translate(dict.fromkeys(map(ord, "⟦⟧⟫⟩")))
    stretches, damages = read(text)
    assert render(text, stretches) == shown
    assert [d.code for d in damages] == codes


def test_inner_is_what_stands_between_the_marks():
    text = "“ Go, ” ““now””, ‘I am’ and «si»: “never. “. «so"
    stretches, _ = read(text)
    assert [text[slice(*s.inner)] for s in stretches] == ["Go,", "now", "I am", "si", "never.", "so"]


def test_depth_counts_the_marks_around():
    stretches, _ = read("“He said: ‘She told me, “Go,” and I went.’ That’s all,” Lee said. “Bye.”")
    assert [s.depth for s in stretches] == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("“I am tired.\n\nHe left.", "with its paragraph"),
        ("“I am tired. “Go,” he said.", "before the next mark"),
        ("“It says, ‘tired,” he said.", "before the next mark"),
        ("“I am tired. I want to go home. Ortiz told reporters that it was over.", "where the reporter takes over"),
    ],
)
def test_unclosed_says_where_it_was_read_as_ending(text, place):
    _, (damage,) = read(text)
    assert text[damage.start : damage.end] in "“‘"
    assert damage.message == f"This quotation is never closed; it was read as ending {place}."


def test_messages_are_single_sentences():
    text = "“” ““a”” ”b” “Cats.”. “d. “. He said ” so. “e\n\nf”\n\n“g’ she\n\n“h"
    _, damages = read(text)
    assert {d.code for d in damages} == {DOUBLED, STRAY, SWAPPED, PUNCTUATION, UNREPEATED, UNCLOSED}
    assert all(d.message.endswith(".") and d.message.count(".") == 1 for d in damages)


def test_damage_leaves_other_paragraphs_alone():
    good = "“We will wait,” she said. ‘No,’ he said."
    text = f"{good}\n\n" + "“One. ”” two ‘three «. " + f"\n\nPlain.\n\nPlain.\n\nPlain.\n\nPlain.\n\n{good}"
    stretches, _ = read(text)
    words = [text[s.start : s.end] for s in stretches]
    assert words[:2] == words[-2:] == ["“We will wait,”", "‘No,’"]


def test_paragraphs_are_taken_as_given():
    text = "“Go,” she said.\n“Now."
    assert find_quotations(text, []) == ([], [])
    whole, _ = find_quotations(text, paragraphs(text)[:1])
    assert render(text, whole) == "⟦“Go,”⟧ she said.\n“Now."


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("I am tired. I want to go home. Ortiz told reporters that it was over.", "Ortiz told"),
        ("I am tired, he added, and left.", "he added"),
        ("Is it late?” asked Ann Lee.", "asked Ann"),
        ("It is late. It is over, according to the plan. Nobody knows.", "It is over, according"),
        ("I am tired. I said I would go.", None),
        ("It is late. We told them.", None),
        ("Ortiz said it was over", None),
    ],
)
def test_reporters_voice(text, rest):
    at = reporters_voice(text, 0, len(text))
    assert at is None if rest is None else text[at:].startswith(rest)


def check(text):
    """What holds for any text."""
    blocks = paragraphs(text)
    stretches, damages = find_quotations(text, blocks)
    assert stretches == sorted(stretches, key=lambda s: (s.start, -s.end))
    assert damages == sorted(damages, key=lambda d: (d.start, d.end))
    around = []
    for s in stretches:
        assert 0 <= s.start <= s.inner[0] < s.inner[1] <= s.end <= len(text)
        assert text[s.start : s.end] == text[s.start : s.end].strip()
        assert any(p.start <= s.start and s.end <= p.end for p in blocks)
        while around and around[-1].end <= s.start:
            around.pop()
        assert not around or s.end <= around[-1].end
        assert s.depth == len(around)
        assert s.closed or not s.continues
        around.append(s)
    for d in damages:
        assert 0 <= d.start < d.end <= len(text)
        assert d.message


MARKS = list(GLYPHS)
WORDS_AND_SPACE = (
    " |\n|\n\n|. |, |? |—|(|)|...|…|\xa0|\u2029|\u200b|\u0301|é"
    "|s|’s|s' |Go|word|6|12|'90s|'em|U. S. |Ortiz said |I |he told "
)
PIECES = st.one_of(st.sampled_from(MARKS), st.sampled_from(WORDS_AND_SPACE.split("|")))


@given(st.lists(PIECES, max_size=40).map("".join))
@example("“a ‘b. Ortiz said c’ “d.”")
@example("'''\n'''")
def test_any_run_of_marks_and_words(text):
    check(text)


@given(st.text(max_size=200))
def test_any_text(text):
    check(text)


WORDS = st.lists(st.sampled_from(["we", "will", "not", "go", "Ortiz", "don't", "home", "it's"]), min_size=1, max_size=6)
PAIRS = st.sampled_from(["“”", '""', "‘’", "''", "«»", "„“", "„”", "＂＂", "‹›", "「」"])


@given(st.lists(st.tuples(WORDS, WORDS, PAIRS, st.sampled_from(",.?!")), min_size=1, max_size=6))
def test_clean_quotations_are_all_found(parts):
    text, expected = "", []
    for before, inside, (opener, closer), stop in parts:
        text += " ".join(before) + " "
        start = len(text)
        text += f"{opener}{' '.join(inside)}{stop}{closer}"
        expected.append((start, len(text)))
        text += " "
    stretches, damages = read(text)
    assert [(s.start, s.end) for s in stretches] == expected
    assert damages == []


@pytest.mark.parametrize("unit", ['"', "“", "”", "' a", "“a ‘b «c ", "“a\n", '"a" ', "a'b ", "“a. Lee said "])
def test_thousands_of_marks(unit):
    check(unit * 3000)
