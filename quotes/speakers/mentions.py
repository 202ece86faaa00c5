"""Takes a source mention apart: its head, those joined by "and", and the words that describe it."""

from __future__ import annotations

from quotes.ledger import Ledger
from quotes.lexicon import words
from quotes.nouns import is_body, is_human, is_title, singular
from quotes.spans import Tokens
from quotes.tree import Tree

NOMINAL = frozenset("NN NNS NNP NNPS PRP PRP$ WP WDT WP$ CD DT FW VBG JJ EX".split())
BEFORE_NAME = frozenset("DT JJ NN NNP CC HYPH CD POS PRP$".split())
"""Tags of what may stand between the start of a mention and the name that it is of."""

OPEN_ENDED = frozenset({"those", "anyone", "anybody", "everyone", "somebody", "someone", "people", "some", "others"})
"""Heads that mean nothing without the clause after them: "those surveyed"."""

JOINED = 40
"""How many joined sources are read before giving up on a list."""


def head_of(tree: Tree, tokens: Tokens, ledger: Ledger) -> int:
    """Return the token on which the rest of a mention hangs: a name or a noun, if it has one."""
    first, end = _after_dateline(tree, tokens)
    last = end - 1
    while last > first and not tree.words[last][-1].isalnum():
        last -= 1
    name = ledger.names.get(last)
    if name is not None and ledger.by_token.get(last) and ledger.by_token[last].kind == "person":
        starts = name.title[0] if name.title else name.tokens[0]
        if tree.deps[last] == "nsubj" and tree.heads[last] >= end and starts > first and tree.words[starts - 1] == ",":
            return last  # "the start of it all, Ann Lee" said
        if tree.lower[first : first + 2] == ["one", "of"] and name.title is not None and tree.words[starts - 1] == ",":
            return last  # "one of the clerks who like it, Mayor Ann Lee," said
        if not _joins(tree, ledger, first, starts, last) and "," not in tree.words[first:starts]:
            return last
    opening = next((k for k in range(first, min(first + TITLES, end)) if k in ledger.names), None)
    if opening is not None and _opens(tree, ledger, first, opening):
        return opening
    if (titled := _titled_twice(tree, first, end, ledger)) is not None:
        return titled
    tops = [i for i in range(first, end) if not first <= tree.heads[i] < end or tree.heads[i] == i]
    if tree.lower[first] == "those" and tree.tags[last] == "CD" and tree.lower[first + 1 : first + 2] != ["of"]:
        return first  # "those over 60"
    for i in tops:
        if tree.lower[i] in ("the", "a", "an"):  # "the email read", where the parse has one noun
            continue
        if tree.words[i + 1 : i + 2] in (["'s"], ["’s"]) and any(tag[:2] == "NN" for tag in tree.tags[i + 2 : end]):
            return _owned(tree, ledger, i + 2, end)
        if tree.tags[i] == "VBG" and (subject := tree.child(i, "nsubj")) is not None and first <= subject < i:
            return subject  # "Ann Lee, then working for the mill," said
        if tree.tags[i] in NOMINAL or i in ledger.by_token or tree.lower[i] in words("unspecified"):
            return i
    for i in range(first, end):
        if tree.tags[i] in NOMINAL and tree.deps[i] not in ("compound", "amod", "det", "poss", "nummod"):
            return i
    return tops[0] if tops else last


def article_of(tree: Tree, i: int, tokens: Tokens) -> int | None:
    """Return the determiner of a noun, also where the parse hangs it on the verb after it: "the email read"."""
    article = tree.child(i, "det")
    if article is None and tree.deps[i] == "compound" and tokens[1] == i + 1 and tree.tags[tokens[0]] == "DT":
        return tokens[0] if tree.heads[tokens[0]] == tree.heads[i] == i + 1 else None
    return article


def _after_dateline(tree: Tree, tokens: Tokens) -> Tokens:
    """Leave off the place and the agency that open a story: "RIVERTON (AP) - " a clerk."""
    first, end = tokens
    if first == 0 or tree.paragraph[first - 1] != tree.paragraph[first] or tree.words[first - 1].isspace():
        for k in range(first + 1, min(first + DATELINE, end - 1)):
            spaced = tree.starts[k] > tree.ends[k - 1] and tree.starts[k + 1] > tree.ends[k]
            if spaced and tree.words[k] in DASHES and (tree.words[k - 1] == ")" or tree.words[k - 1].isupper()):
                return k + 1, end
    return tokens


DATELINE = 9
"""Tokens that a dateline may have."""


def _owned(tree: Tree, ledger: Ledger, first: int, end: int) -> int:
    """The head of what somebody owns, where the parse misses the sign: "Lee’s brother, Tim Ray,", "Lee’s mill"."""
    beside = (
        k for k in range(first + 2, end) if k in ledger.names and tree.words[ledger.names[k].tokens[0] - 1] == ","
    )
    noun = next(k for k in range(first, end) if tree.tags[k][:2] == "NN")
    while noun + 1 < end and tree.tags[noun + 1][:2] == "NN":
        noun += 1
    return next(beside, noun)


def _opens(tree: Tree, ledger: Ledger, first: int, head: int) -> bool:
    """Whether a person's name opens a mention that a clause goes on with: "Ann Lee, writing in the Tribune"."""
    name, entry = ledger.names[head], ledger.by_token.get(head)
    starts, after = (name.title or name.tokens)[0], name.tokens[1]
    after += tree.words[after : after + 1] == [","]
    person = entry is not None and entry.kind == "person"
    return person and starts == first and tree.tags[after : after + 1] in (["VBG"], ["WP$"])


def _joins(tree: Tree, ledger: Ledger, first: int, starts: int, last: int) -> bool:
    """Whether the name at the end of a mention is not its head: "Ann Lee and Bob Ray", "aides to Lee"."""
    if all(_leads_to_name(tree, i) for i in range(first, starts)):
        joined = tree.heads[last]
        named = joined in ledger.by_token or tree.tags[joined] == "PRP"
        return tree.deps[last] == "conj" and named and not is_title(tree.lower[joined])
    return True


def _titled_twice(tree: Tree, first: int, end: int, ledger: Ledger) -> int | None:
    """The name after two titles without an article, which are one person's: "lobbyist and strategist Ann Lee"."""
    for k in range(first + 1, min(first + TITLES, end - 1)):
        if tree.tags[k] == "DT" or tree.tags[k - 1] == "DT" or tree.tags[k] in (",", "IN"):
            return None
        name = ledger.names.get(k)
        if name is not None and name.kind == "person" and name.title is not None and name.title[0] > first:
            before = name.title[0] - 1
            return (
                k
                if tree.lower[before] == "and" and tree.tags[before - 1] == "NN" and is_title(tree.lower[before - 1])
                else None
            )
    return None


TITLES = 10
"""Tokens among which titles before a name are looked for."""


def _leads_to_name(tree: Tree, i: int) -> bool:
    """Whether a token may stand in a mention before the name: "the former secretary of state and nominee" Ann Lee."""
    if tree.lower[i] == "of":
        return i > 0 and is_title(tree.lower[i - 1])
    return tree.tags[i] in BEFORE_NAME or tree.words[i] in ("’", "'")


def conjuncts(tree: Tree, head: int, end: int) -> list[int]:
    """Return a head and the heads joined to it, as far as the mention goes."""
    found, i = [head], head
    told = tree.tags[head] == "NNP" and tree.child(head, "appos") is not None
    while len(found) < JOINED:
        following = next((k for k in tree.children(i, "conj") if head < k < end and tree.tags[k] in NOMINAL), None)
        if following is None or (told and _article(tree, following) in ("a", "an")):
            break  # "Ann Lee, head of the mill, and a farmer" is one person
        if belongs_within(tree, i, following):
            break
        i = following
        while following + 1 < end and tree.tags[following] in ("NNP", "JJ") and _modified(tree, following + 1, end):
            following += 1
        found.append(following)
    return found if not _is_set_beside(tree, found) else found[:1]


BOTH = frozenset({"both", "neither"})
"""Words that take two of a group together, all of whom the noun after them means."""


def belongs_within(tree: Tree, head: int, joined: int) -> bool:
    """Whether what the parse joins to a noun is joined to a word after it.

    "Voters in Elm and Riverton", "people close to both Lee and the mill", "some of Lee's aides and best friends".
    """
    first = tree.left[joined]
    if "both" in tree.lower[head + 1 : first]:
        return True
    if tree.lower[head] in SHARES and tree.lower[head + 1 : head + 2] == ["of"]:
        return tree.tags[joined] == "NNS" and tree.child(joined, "det", "poss", "nummod") is None
    if tree.tags[head] != "NNS" or tree.tags[joined] != "NNP" or tree.child(joined, "det") is not None:
        return False
    between = (k for k in tree.children(head, "prep") if head < k < first)
    inner = next((k for prep in between for k in tree.children(prep, "pobj")), None)
    return inner is not None and inner < first and tree.tags[inner] == "NNP"


SHARES = frozenset({"some", "many", "most", "several", "few"})
"""Words before "of" and all those of whom they are a share."""


def names_listed(tree: Tree, tokens: Tokens, ledger: Ledger) -> list[int]:
    """Return the heads of the names of a mention that is a list of at least three and no more: "Lee, Ray and Ortiz"."""
    found: list[int] = []
    i, end = tokens
    while i < end and len(found) < JOINED:
        head = next((k for k in range(i, min(i + TITLES, end)) if k in ledger.names and k in ledger.by_token), None)
        if head is None or (ledger.names[head].title or ledger.names[head].tokens)[0] != i:
            return []
        found.append(head)
        i = ledger.names[head].tokens[1]
        while i < end and tree.lower[i] in (",", "and"):
            i += 1
    return found if len(found) > 2 else []


def _article(tree: Tree, noun: int) -> str:
    det = tree.child(noun, "det")
    return tree.lower[det] if det is not None else ""


def _is_set_beside(tree: Tree, joined: list[int]) -> bool:
    """Whether what the parse joins to a name is a title that tells of it: "Ann Lee, wool and rain director"."""
    first, last = joined[0], joined[-1]
    title = tree.tags[last] == "NN" and is_title(tree.lower[last]) and tree.tags[first] == "NNP"
    return title and tree.child(last, "det", "poss", "nummod") is None and "," in tree.words[first + 1 : first + 2]


def _modified(tree: Tree, i: int, end: int) -> bool:
    """Whether a token goes on with a joined noun phrase, whatever its tag: "experts and UN envoys"."""
    return tree.tags[i] in ("NN", "NNS") or (i == end - 1 and tree.words[i].isalpha() and tree.words[i].islower())


def shares_words(tree: Tree, head: int) -> bool:
    """Whether a noun shares the article or the other words of the one it is joined to.

    "The lawyer and activist" is one person, "aides and advisers to Lee", "Lee aides and allies" and
    "his family, friends and old allies" are one group.
    """
    first = int(tree.heads[head])
    if tree.deps[head] != "conj" or tree.child(head, "det", "poss") is not None:
        return False
    if tree.tags[head] == "NNS" and _is_owned(tree, first) and tree.child(head, "compound", "nmod", "prep") is None:
        return is_human(tree.lower[head]) and (is_human(tree.lower[first]) or tree.lower[first] in words("relatives"))
    if tree.tags[head] != tree.tags[first]:
        return False
    if tree.tags[head] == "NN":
        return tree.child(first, "det", "poss") is not None
    if tree.tags[head] != "NNS" or not (is_human(tree.lower[first]) and is_human(tree.lower[head])):
        return False
    after = [k for noun in (first, head) for k in tree.children(noun, "prep")]
    titles = is_title(tree.lower[first]) and is_title(tree.lower[head])
    before = tree.child(first, "compound", "poss", "nmod") is not None and not tree.children(head)
    return before or (titles and bool(after) and min(after) > head)


def _is_owned(tree: Tree, i: int) -> bool:
    """Whether a noun, or the first of those that it is joined to, has an owner: "his" family, friends."""
    for _ in range(JOINED):
        if tree.deps[i] != "conj" or tree.child(i, "poss") is not None:
            break
        i = int(tree.heads[i])
    return tree.child(i, "poss") is not None


TALKS = frozenset({"interviews", "conversations"})
"""What a newspaper has with those who speak: "according to interviews with voters"."""


def whole(tree: Tree, head: int) -> int:
    """Step from a share to what it is a share of: "a number of Democrats"."""
    if tree.tags[head] == "CD" and tree.words[head + 1 : head + 2] == ["-"]:
        head = min(head + 2, len(tree) - 1)  # "two-thirds of the voters"
    if tree.tags[head] == "CD" and tree.lower[head + 1 : head + 2] == ["in"]:
        noun = tree.child(head + 1, "pobj")
        return noun if noun is not None and tree.tags[noun] == "NNS" else head  # "nine in 10 voters"
    if tree.lower[head] in TALKS:
        talk = next((k for k in tree.children(head, "prep") if tree.lower[k] == "with"), None)
        asked = tree.child(talk, "pobj") if talk is not None else None
        several = asked is not None and (tree.tags[asked] in ("NNS", "CD") or tree.lower[asked] in words("shares"))
        head = asked if asked is not None and several else head
    for _ in range(3):
        word = tree.lower[head]
        share = word in words("shares") or word in words("unspecified") or word in BOTH
        share = share or (word in COPIES and _is_of_document(tree, head))
        if not share and tree.lower[head] != "average":
            break
        of = next((k for k in tree.children(head, "prep") if tree.lower[k] in ("of", "among")), None)
        noun = tree.child(of, "pobj") if of is not None else None
        if noun is None or tree.tags[noun] == "PRP" or not (share or tree.lower[noun] in words("shares")):
            break  # "an average of 12 percent of bakers", and not of polls
        head = noun
    return head


def _is_of_document(tree: Tree, head: int) -> bool:
    of = tree.child(head, "prep")
    noun = tree.child(of, "pobj") if of is not None else None
    return noun is not None and singular(tree.lower[noun]) in words("documents")


COPIES = frozenset({"copy", "copies"})
"""What tells no more of a document than that somebody has seen it: "a copy of the letter"."""


def is_whole(tree: Tree, i: int) -> bool:
    """Whether a ratio is told of a plural: 46 percent of "voters", nearly seven in 10 "Republicans"."""
    if tree.tags[i] not in ("NNS", "NNPS"):
        return False
    of = int(tree.heads[i])
    if tree.deps[i] == "pobj" and tree.lower[of] == "of" and tree.lower[tree.heads[of]] in words("ratios"):
        return True
    return any(ends_ratio(tree, k) for k in range(max(tree.left[i], i - RATIO), i))


RATIO = 8
"""How many tokens before a plural its ratio is looked for."""


def is_ratio(tree: Tree, i: int) -> bool:
    """Whether a share says how much of a whole it is: "49%", "most", "one in five", and not "dozens"."""
    if tree.tags[i] == "CD":
        return tree.lower[i + 1 : i + 2] in (["in"], ["out"], ["of"]) or ends_ratio(tree, i)
    return tree.lower[i] in words("ratios")


def ends_ratio(tree: Tree, i: int) -> bool:
    """Whether a number ends "four in 10" or "four out of 10"."""
    if i < 2 or tree.tags[i] != "CD":
        return False
    first = i - 2 if tree.lower[i - 1] == "in" else i - 3 if tree.lower[i - 2 : i] == ["out", "of"] else -1
    return first >= 0 and tree.tags[first] == "CD"


DASHES = frozenset({"-", "–", "—", "--"})


def kind_of(tree: Tree, head: int) -> str:
    """Say what an unnamed source is, from its head word."""
    word = tree.lower[head]
    one = singular(word)
    if word == "one":
        of = tree.child(head, "prep")
        among = tree.child(of, "pobj") if of is not None and tree.lower[of] == "of" else None
        thing = among is not None and kind_of(tree, among) == "document"
        return "document" if thing else "unnamed"  # "one of his ads", "one of his aides"
    if (one in words("documents") or word in words("cues/polls")) and not is_title(word):
        return "document"
    if one != word and (one in words("demonyms") or (is_title(one) and tree.words[head][0].isupper())):
        return "group"
    if (
        tree.tags[head] in ("NNS", "NNPS", "CD")
        or word in words("groups")
        or word in OPEN_ENDED - {"someone", "somebody"}
    ):
        return "group"
    if word in words("gatherings") and _of_people(tree, head):
        return "group"
    return "organization" if is_body(one) and not is_title(one) else "unnamed"


def _of_people(tree: Tree, head: int) -> bool:
    """Whether a noun for many has "of" and who they are: a group "of rabbis", and not of companies."""
    of = next((k for k in tree.children(head, "prep") if tree.lower[k] == "of"), None)
    who = tree.child(of, "pobj") if of is not None else None
    return who is not None and tree.tags[who] == "NNS" and is_human(tree.lower[who])


def is_thing(tree: Tree, head: int) -> bool:
    """Whether a noun is none for people, though it is said to speak: "the outcome"."""
    word = tree.lower[head]
    known = is_human(word) or is_body(word) or word in words("shares") or kind_of(tree, head) == "document"
    return tree.tags[head] in ("NN", "NNS") and not known
