"""Finds mentions of people and organisations by name: from tags, shapes and titles, without a recogniser.

A name is a run of capitalised words, small words inside it included ("van der Berg", "Ministry
of Health"). What stands before it in the same run and ends in a title word is its title
("French President" of "French President Emmanuel Macron"). What the run is a name of is said
only where the words themselves say it; the rest is left to the ledger, which sees the article.
"""

from __future__ import annotations

from functools import cache

from quotes.firstnames import is_common_given, is_given
from quotes.kinds import POSSESSIVES
from quotes.lexicon import table, words
from quotes.naming import CHIEFS, OF, is_chapter, is_common, is_heading, is_union, kind_of_run
from quotes.nouns import is_body, is_title, singular
from quotes.parties import state_words
from quotes.recalled import recalled
from quotes.runs import PROPER, head_of_run, opens_sentence, runs
from quotes.spans import Name, Tokens
from quotes.titles_before import former, lower_title
from quotes.tree import Tree
from quotes.trimming import trimmed

SHORT = 3
"""Tokens of a run that may be a name where a text is all in headline capitals."""


def find(tree: Tree) -> list[Name]:
    """Return the names of a text, in order.

    Where capitals tell nothing (a headline) or the tagger errs (a surname that is also a verb),
    the names known from the rest of the text are looked for.
    """
    found: list[Name] = []
    unread: list[Tokens] = []
    shouted = tree.headings
    for first, end in runs(tree):
        if tree.paragraph[first] in shouted:
            unread.append((first, end))
        else:
            for name in _read(tree, first, end):
                while found and found[-1].tokens[0] >= name.tokens[0]:
                    found.pop()  # the "Bob" of the "Bob and Ann Lee Foundation"
                found.append(name)
    found = trimmed(tree, found)
    if found:
        found.extend(recalled(tree, found, shouted))
    else:
        found.extend(name for run in unread if run[1] - run[0] <= SHORT for name in _read(tree, *run))
    return sorted(found, key=lambda name: name.tokens)


def _read(tree: Tree, first: int, end: int) -> list[Name]:
    """Split a run into a title, the name of a body inside the title, and the name itself.

    A poll of two bodies bears the names of both: "a Tribune-RNN poll".
    """
    lower = tree.lower
    joint = next((k for k in range(first + 1, end - 1) if lower[k] == "-"), None)
    if joint is not None and end < len(tree) and lower[end] in words("cues/polls"):
        return [*_read(tree, first, joint), *_read(tree, joint + 1, end)]
    while end - first > 1 and lower[end - 1] in ("&", "-", ","):
        end -= 1
    gender, courtesy, cut = "", False, first
    for i in range(first, end):
        if lower[i] in _courtesies():
            gender, courtesy, cut = _courtesies()[lower[i]], True, i + 1
        elif _ends_title(tree, i, end) or _tells_party(tree, i, end):
            cut = i + 1
            if lower[cut] == "of" and cut + 2 < end:
                cut = _after_field(tree, cut + 2, end)
    if end - first > 1 and " ".join(lower[first:end]) in words("outlets"):
        return [Name((first, end), None, "organization", "", False, head_of_run(tree, first, end))]  # no insider
    if (named := _after_office(tree, first, end) if cut == first else None) is not None:
        return named
    found = _inside(tree, first, cut) if cut > first else []
    title = lower_title(tree, first) if cut == first or (courtesy and cut == first + 1) else (former(tree, first), cut)
    if cut >= end or _is_office_alone(tree, cut, end):
        return found
    if end - cut > 3 and " ".join(lower[end - 2 : end]) in words("metonyms") and lower[end - 3] not in OF:
        end -= 2
    if cut == first and _ends_with_office(tree, first, end) and (body := _inside(tree, first, end)):
        return [*found, *body]
    if _names_nobody(tree, cut, end, title is not None):
        return found
    cut, end = _core(tree, cut, end, title is not None)
    kind = kind_of_run(tree, cut, end, title is not None or courtesy)
    if kind == "organization" and title is None:
        cut = _with_namesakes(tree, _with_country(tree, cut), end)
    return [*found, Name((cut, end), title, kind, gender, courtesy, head_of_run(tree, cut, end))]


def _is_office_alone(tree: Tree, first: int, end: int) -> bool:
    """Whether capitals are an office and no more: "Attorney General", "Secretary of State"; Dean Baker is a person."""
    lower = tree.lower[first:end]
    if end - first == 1 and _is_the_paper(tree, first):
        return False
    if all(is_title(word) or word in words("title_modifiers") for word in lower):
        return not is_common_given(tree.words[first])
    return len(lower) == 3 and is_title(lower[0]) and lower[1] == "of" and lower[2] in words("portfolios")


def _names_nobody(tree: Tree, first: int, end: int, titled: bool) -> bool:
    """Whether capitals name no one: "a PAC", "the Republican National Committeeman", "Ohio Governor"."""
    lower, last, size = tree.lower, tree.lower[end - 1], end - first
    if " ".join(lower[first:end]) in SORTS:
        return True
    if size == 1:
        common = is_common(tree, first) or is_heading(tree, first, end)
        return common or last in words("parties") or tree.tags[first] in ("JJ", "RB")
    of_people = any(is_body(lower[k]) and lower[k + 1] in ("of", "for") for k in range(first, end - 2))
    of_people = of_people or is_union(tree, first, end)
    of_title = is_title(last) and not of_people and lower[end - 2] not in OF and not _is_paper(tree, first, end)
    if is_chapter(tree, first, end):
        return False
    of_place = all(lower[k] in words("places") or lower[k] in words("parties") for k in range(first, end - 1))
    if (of_title and (of_place or lower[max(first - 1, 0)] == "the")) or last in words("parties"):
        return True
    return size == 2 and last in words("peoples") and not titled


SORTS = frozenset({"pac", "super pac"})
"""What is written in capitals and names a sort of body, and none of them."""


def _core(tree: Tree, first: int, end: int, titled: bool) -> Tokens:
    """Leave off what stands before or after a name: the "super PAC" Wool First, the "Lee" White House."""
    lower = tree.lower
    if end - first > 2 and lower[first] == "pac" and lower[max(first - 1, 0)] == "super":
        first += 1
    if end - first == 2 and lower[first] in words("parties") and lower[first + 1] in words("chambers"):
        first += 1
    if lower[first : first + 2] == ["u.", "s."] and end - first > 3:
        first += 2
    named_for = lower[end - 2].endswith("ical")  # the Geological Survey asks nobody
    if lower[end - 1] in words("measures") and end - first > 1 and not named_for:
        end -= 1
    if end - first == 3 and " ".join(lower[first + 1 : end]) in words("metonyms") and not titled:
        first += 1
    return first, end


def _ends_with_office(tree: Tree, first: int, end: int) -> bool:
    """Whether a run is a body's name and an office there, whose holder is named later: "Mill News Vice President"."""
    word = tree.lower[end - 1]
    office = is_title(word) and singular(word) == word and not _is_paper(tree, first, end)
    return office and (tree.words[end - 1] in CHIEFS or any(map(is_body, tree.lower[first : end - 1])))


def _is_paper(tree: Tree, first: int, end: int) -> bool:
    """Whether a name is a newspaper's that ends like a title: "Riverton Leader", and not "Senate Leader"."""
    if tree.lower[end - 1] not in words("papers"):
        return False
    office = words("chambers") | words("parties") | words("title_modifiers")
    return not any(word in office for word in tree.lower[first:end])


def _is_the_paper(tree: Tree, i: int) -> bool:
    """Whether the article inside a sentence is capital before a title that newspapers bear: it read in "The Leader"."""
    return i > 0 and tree.words[i - 1] == "The" and tree.lower[i] in words("papers") and not opens_sentence(tree, i - 1)


def _after_field(tree: Tree, cut: int, end: int) -> int:
    """Where a name begins after an office and its field: Director of Government Affairs | Phil Ortiz."""
    full = (k for k in range(cut + 1, end - 1) if is_given(" ".join(tree.words[k:end])))
    return next(full, cut)


def _after_office(tree: Tree, first: int, end: int) -> list[Name] | None:
    """Read a full name after an office and its field or body: "Director for Government Affairs | Phil Ortiz"."""
    office = first > 1 and tree.lower[first - 1] in ("of", "for") and _is_headship(tree.lower[first - 2])
    initial = len(tree.words[end - 2]) == 2 and tree.words[end - 2].endswith(".")
    name = end - 3 if initial else end - 2
    if not office or name <= first or is_body(tree.lower[end - 1]) or is_given(" ".join(tree.words[first:end])):
        return None
    capital = all(word[0].isupper() for word in tree.words[first:end])
    if not capital or not is_given(f"{tree.words[name]} {tree.words[end - 1]}"):
        return None
    bodies = [body for body in _read(tree, first, name) if body.kind == "organization"]
    return [*bodies, Name((name, end), (former(tree, first - 2), name), "person", "", False, end - 1)]


def _is_headship(title: str) -> bool:
    """Whether an office is held of a body or a field, and not of whom it serves: no lawyer or adviser."""
    return title in words("headships") or title in PLACED or title.endswith(("secretary", "minister"))


PLACED = frozenset({"governor", "mayor"})
"""Offices that are held of a place."""


def _with_country(tree: Tree, first: int) -> int:
    """Where a body's name begins that a country owns: "France's Interior Ministry"."""
    if first < 2 or tree.words[first - 1] not in POSSESSIVES:
        return first
    for start in range(first - 2, max(first - 5, -1), -1):
        if " ".join(tree.lower[start : first - 1]) in words("places"):
            return first if tree.lower[start - 1] == "of" and start > 1 and _is_capital(tree, start - 2) else start
    return first


def _with_namesakes(tree: Tree, first: int, end: int) -> int:
    """Where a body's name begins that several people gave theirs: the "Bob, Sue and Ann Lee Foundation"."""
    if end - first < 3 or tree.lower[end - 1] not in GIFTS or not {"and", "&"} & {*tree.lower[max(first - 1, 0) : end]}:
        return first
    surname = tree.words[end - 2]
    while first > 1 and tree.lower[first - 1] in JOINERS and _is_forename(tree, first - 2, surname):
        if not _is_forename(tree, first, surname):
            break
        first -= 2
    return first


def _is_forename(tree: Tree, i: int, surname: str) -> bool:
    """Whether a token makes a person's name with a surname, and is no surname itself."""
    alone = i == 0 or tree.tags[i - 1] not in PROPER
    return alone and is_given(f"{tree.words[i]} {surname}")


GIFTS = frozenset({"foundation", "fund", "trust", "center", "centre", "institute"})
"""Bodies that bear the first names of their givers."""

JOINERS = frozenset({"and", "&", ","})


def _is_capital(tree: Tree, i: int) -> bool:
    """Whether a word goes on with a name through "of": "University" of Ohio."""
    return tree.tags[i] in PROPER and tree.words[i][0].isupper()


def _ends_title(tree: Tree, i: int, end: int) -> bool:
    """Whether the title before a name ends at token i: "President", and not "President's"."""
    if not is_title(tree.lower[i]) or i + 1 >= end or (i + 2 == end and is_common_given(tree.words[i])):
        return False
    if i > 0 and tree.lower[i - 1] == "the" and not tree.lower[i].endswith(".") and tree.lower[i] in words("surnames"):
        return False
    if is_body(tree.lower[end - 1]) or _is_of_several(tree, i, end) or " ".join(tree.lower[i:end]) in words("outlets"):
        return False
    if tree.lower[i + 1] == "of" and i + 3 < end:
        return tree.lower[i + 2] in words("portfolios") or _after_field(tree, i + 3, end) > i + 3
    return tree.lower[i + 1] not in ("of", "for", "on", "and", "at", "&", "-", "–")


def _is_of_several(tree: Tree, i: int, end: int) -> bool:
    """Whether a plural stands before what is no list of names: "Citizens United" is a body, "Presidents" tells two."""
    word = tree.lower[i]
    plural = word.endswith("s") and singular(word) != word and tree.words[i][1:].islower()
    if not plural or word.endswith(".") or tree.lower[end : end + 1] == ["and"]:
        return False
    return not is_given(" ".join(tree.words[i + 1 : end]))


def _tells_party(tree: Tree, i: int, end: int) -> bool:
    """Whether a party stands before a full name: "Republican" of "Missouri Republican Roy Lee"."""
    if tree.lower[i] not in words("parties") or i + 2 >= end:
        return False
    one = tree.lower[i] == "democrat" and end - i == 3 and not is_body(tree.lower[end - 1])  # no adjective
    return one or is_given(" ".join(tree.words[i + 1 : end]))


@cache
def _courtesies() -> dict[str, str]:
    return {row["form"]: row["gender"].strip("-") for row in table("honorifics")}


def _inside(tree: Tree, first: int, end: int) -> list[Name]:
    """Read the body named inside a title: "Judicial Watch" of "Judicial Watch President"."""
    while first < end and (
        tree.lower[first] in words("title_modifiers")
        or (tree.lower[first] in words("parties") and " ".join(tree.lower[first + 1 : end - 1]) in words("places"))
    ):
        first += 1
    end = next((k for k in range(first + 1, end) if tree.lower[k] == "of" and is_title(tree.lower[k - 1])), end)
    while end > first and _is_of_title(tree, first, end - 1):
        end -= 3 if end - 3 >= first and tree.lower[end - 2] == "-" else 1
    if end == first or tree.tags[end - 1] not in PROPER or tree.lower[end - 1] in words("portfolios"):
        return []
    if end == first + 1 and tree.lower[first] in words("parties") and not tree.words[first].isupper():
        return []  # "Republican Ann Lee"
    if tree.lower[end - 1] in state_words() and " ".join(tree.lower[first + 1 : end]) in words("places"):
        return []  # "Lee Ohio director"
    kind = kind_of_run(tree, first, end, False)
    if (
        first > 1
        and tree.words[first - 1] in POSSESSIVES
        and tree.tags[first - 2] in PROPER
        and not is_body(tree.lower[end - 1])
    ):
        return []  # "Mill News' Washington Political Editor"
    known = "organization" if kind in ("unknown", "group") and end - first > 1 else kind
    return [Name((first, end), None, known, "", False, head_of_run(tree, first, end))]


def _is_of_title(tree: Tree, first: int, i: int) -> bool:
    """Whether a token belongs to a title, and not to the name of a body before it: the "CIO" of "AFL-CIO" does not."""
    if i - 2 >= first and tree.lower[i - 1] == "-" and not is_title(tree.lower[i - 2]):
        return False
    if i > first and tree.lower[i].endswith("s") and singular(tree.lower[i]) != tree.lower[i]:
        return False
    opens = i > first and tree.lower[i] in words("title_openers")
    return (
        opens or is_title(tree.lower[i]) or tree.lower[i] in words("title_modifiers") or tree.lower[i] in _courtesies()
    )
