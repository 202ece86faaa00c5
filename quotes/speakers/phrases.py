"""Settles sources without a name as the phrases that they are: "three senior officials"."""

from __future__ import annotations

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.nouns import is_body, is_human, is_title, office_of, singular
from quotes.rules import rule
from quotes.spans import Tokens
from quotes.speakers.bodies import sorts
from quotes.speakers.definite import bodies_before, describing, holds_office, is_age, is_aside, is_verb
from quotes.speakers.labels import label
from quotes.speakers.mentions import conjuncts, is_thing, kind_of, shares_words
from quotes.speakers.owned import OWNERS, whose_people
from quotes.speakers.parts import is_bare_share
from quotes.speakers.state import State, gendered
from quotes.tree import Tree

NO_ONE = frozenset("this that these those a q both one another each few several neither either".split())
"""Words that alone describe nobody, whom something before may have told."""


def stays_unnamed(state: State, i: int) -> bool:
    """Whether a source speaks in a sentence that says why somebody has no name: none may be found for it."""
    return i in state.sources and state.tree.sentence[i] in state.refusals


def _points_back(state: State, i: int, tokens: Tokens) -> bool:
    """Whether "the senator", "the Ohio senator" or "the company" means somebody the reading could not tell."""
    tree = state.tree
    owner = tree.child(i, "poss")
    if owner is not None and (owner in state.ledger.by_token or _tells_whose(state, owner, i)):
        return False  # "the ministry's chief" has told who it is
    if bodies_before(state, i):  # "the mill board clerk", too
        return False
    if _are_told_off(state, i, tokens):
        return True
    if "the" not in (tree.lower[min(tree.left[i], i)], tree.lower[tokens[0]]):
        return False
    if is_age(tree, i):
        return True
    if tree.tags[i] == "NNS":  # "the companies" have been named
        word = tree.lower[i]
        bodies = is_body(singular(word)) and singular(word) not in words("retinues") and word not in words("folk")
        return (bodies or word in words("relatives")) and len(tree.children(i)) == 1
    if tree.tags[i] != "NN":
        return False
    if is_body(tree.lower[i]) and not is_title(tree.lower[i]):
        return _is_body_told_before(state, i)
    after = (k for k in tree.children(i) if k > i and tree.words[k] != "," and not holds_office(tree, k))
    if tree.lower[i] in ("man", "woman") and any(not is_aside(tree, k) for k in tree.children(i, "relcl")):
        return True  # "the man who built the mill" has been named
    told = (k for k in after if not (is_aside(tree, k) or is_verb(tree, k) or tree.lower[k].endswith("self")))
    if kind_of(tree, i) == "unnamed" and tree.child(i, "compound", "amod", "nmod") is None and is_human(tree.lower[i]):
        return next(told, None) is None
    return (is_title(tree.lower[i]) or tree.lower[i] in words("epithets")) and next(told, None) is None


def _tells_whose(state: State, owner: int, i: int) -> bool:
    """Whether a noun tells whose somebody is who is new: "the minister's" spokesman, where no other has spoken."""
    word = state.tree.lower[owner]
    known = state.by_noun.get(office_of(state.tree.lower[i]))
    return state.tree.tags[owner] == "NN" and is_title(word) and not known


def _are_told_off(state: State, i: int, tokens: Tokens) -> bool:
    """Whether a number of people or bodies must have been named before: "both candidates", "the two sides"."""
    tree, one = state.tree, singular(state.tree.lower[i])
    first = tree.lower[tokens[0] : tokens[0] + 2]
    numbered = first[0] in ("the", "all") and first[-1] in ("two", "three")
    told = numbered and tree.child(i, "amod", "compound", "nmod") is not None  # "the three Ohio candidates"
    if not (first[0] in ("both", "each", "neither") or numbered) or told or tree.children(i, "prep", "relcl", "acl"):
        return False
    return one in SIDES or (one in words("contestants") and first[0] not in ("each", "neither"))


SIDES = frozenset({"side", "camp", "campaign"})
"""What is told off so where it has been named: "the two sides" are the two countries of the article."""


def _is_body_told_before(state: State, i: int) -> bool:
    """Whether "the company" or "the rights group" must mean a body that the article has named; a campaign need not."""
    tree, word = state.tree, state.tree.lower[i]
    bare = len(tree.children(i)) == 1
    if word in words("retinues"):
        return False
    told = (k for k in tree.children(i) if tree.deps[k] != "det")
    renamed = sorts().get(word) in RENAMED and kind_of(tree, i) != "document"
    return bare or (renamed and all(tree.tags[k] in PLAIN and k < i for k in told))


RENAMED = frozenset({"company", "group", "agency", "media"})
"""Sorts of bodies that an article calls so once it has named them; "the city council" needs no name."""

PLAIN = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "VBG", "VBN"})
"""Tags of words that say what sort of body is meant."""


def _is_headline(state: State, i: int) -> bool:
    """Whether a headline calls by a mere noun what the text names as a rule: "Mill Owner Sees Rain", "Poll: Rain"."""
    tree = state.tree
    opening = tree.paragraph[i] <= tree.headline < len(tree.paragraphs) - 1 and _is_one_sentence(tree, i)
    headline = opening or tree.paragraph[i] in tree.headings
    bare = tree.tags[i] in ("NN", "NNP") and tree.child(i, "det", "poss", "nummod") is None
    word = tree.lower[i]
    told = tree.child(i, "compound", "amod", "nmod", "prep") is not None
    written = word in words("documents") or word in ("newspaper", "paper")
    return headline and bare and (is_title(word) or (written and not told))


@rule("speakers")
def headline_subject(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a headline before a colon as the person whose name it opens with, where what it ends with is a thing.

    Example: Lee Decries Riverton Delay: "This cannot go on."
    """
    tree, first = state.tree, tokens[0]
    if (
        i not in state.sources
        or tree.paragraph[i]
        or len(tree.paragraphs) < 2
        or tree.words[tokens[1] : tokens[1] + 1] != [":"]
    ):
        return []
    opens = (k for k in range(first, min(first + 3, i)) if k in state.ledger.names and k in state.ledger.by_token)
    name = next((k for k in opens if state.ledger.names[k].tokens[0] == first), None)
    if name is None:
        return []
    known = (
        is_human(tree.lower[i]) or is_body(tree.lower[i]) or kind_of(tree, i) == "document" or i in state.ledger.names
    )
    after = state.ledger.names[name].tokens[1]
    does = tree.lower[after].endswith("s") and tree.words[after].islower() and after + 1 < tokens[1]
    if not does and (known or not tree.words[after][0].isupper()):
        return []
    return [state.ledger.by_token[name]] if state.ledger.by_token[name].kind == "person" else []


def _is_one_sentence(tree: Tree, i: int) -> bool:
    """Whether a sentence is all of its paragraph."""
    first, end = tree.sentences[tree.sentence[i]]
    opens = first == 0 or tree.paragraph[first - 1] != tree.paragraph[i]
    return opens and (end >= len(tree) or tree.paragraph[end] != tree.paragraph[i])


def _is_nobody(tree: Tree, i: int, tokens: Tokens) -> bool:
    """Whether a source describes nobody: a number, a letter, an event, a thing ("49%", "A:", "the meeting")."""
    if is_event(tree, i) or is_thing(tree, i):
        return True
    if tokens == (i, i + 1) and tree.lower[i] in NO_ONE:
        return True
    return is_bare_share(tree, i, tokens)


def is_event(tree: Tree, i: int) -> bool:
    """Whether a noun names what happens: "examination"."""
    ends = tree.tags[i] == "NN" and tree.lower[i].endswith(tuple(words("event_endings")))
    return ends and kind_of(tree, i) == "unnamed" and not is_title(tree.lower[i])


def _joined(state: State, i: int, tokens: Tokens) -> list[int]:
    """The heads that "and" joins in a mention of several groups: "farmers" and "mill owners"."""
    tree = state.tree
    if i in state.sources:
        return [head for head in state.heads[state.sources[i]] if not shares_words(tree, head)]
    heads = conjuncts(tree, i, tokens[1]) if tree.tags[i] == "NNS" else []
    return heads if all(tree.tags[k] == "NNS" for k in heads) else []


def _own_words(tree: Tree, i: int, heads: list[int], tokens: Tokens) -> Tokens:
    """The part of a mention that is about one of those whom "and" joins in it: "farmers and | mill owners"."""
    if i not in heads or len(heads) < 2:
        return tokens
    place = heads.index(i)
    first = max(tokens[0], min(tree.left[i], i)) if place else tokens[0] + (tree.lower[tokens[0]] == "both")
    end = tree.left[heads[place + 1]] if place + 1 < len(heads) else tokens[1]
    while end > i + 1 and (tree.tags[end - 1] == "CC" or not tree.words[end - 1][-1].isalnum()):
        end -= 1
    return (first, end) if first <= i < end else tokens


@rule("speakers")
def phrase(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """Reads a source without a name as the phrase that describes it.

    Example: Three senior officials who asked not to be named said it had rained.
    """
    heads = _joined(state, i, tokens)
    if i in state.sources or len(heads) < 2:
        found = _described_by(state, i, _own_words(state.tree, i, heads, tokens))
        return [*found, *_examples(state, i, tokens)] if found and i in state.sources else found
    return [e for head in heads for e in _described_by(state, head, _own_words(state.tree, head, heads, tokens))]


def _examples(state: State, i: int, tokens: Tokens) -> list[Entry]:
    """The people named as some of those who speak: critics, "including Ann Lee and Bob Ray"."""
    tree, by_token = state.tree, state.ledger.by_token
    end = tokens[1]
    link = next((k for k in range(i + 1, end) if tree.lower[k] == "including" or _is_such_as(tree, k)), end)
    named = (k for k in range(link + 1, end) if k in by_token and k in state.ledger.names)
    listed = (k for k in named if all(tree.deps[a] in LISTED for a in (k, *tree.ancestors(k)) if link < a < end))
    people = (by_token[k] for k in listed if by_token[k].kind == "person")
    return list(dict.fromkeys(entry for entry in people if len(entry.form) > 1 or entry.proofs))


LISTED = frozenset({"pobj", "conj", "appos", "dobj"})
"""What may stand between "including" and a name of its list."""


def _is_such_as(tree: Tree, k: int) -> bool:
    return tree.lower[k - 1 : k + 1] == ["such", "as"] or tree.lower[k - 1 : k + 1] == [",", "like"]


def _described_by(state: State, i: int, tokens: Tokens) -> list[Entry]:
    tree = state.tree
    text = label(tree, i, tokens)
    if not text or _is_nobody(tree, i, tokens):
        return []
    if (_points_back(state, i, tokens) or _is_headline(state, i)) and not stays_unnamed(state, i):
        return []
    whose = whose_people(state, i, tokens)
    entry = state.phrases.get(whose or text.casefold()) or state.phrases.get(text.casefold())
    if entry is not None and whose is not None and _names_better(state, i, text, entry):
        entry.name = text
    if entry is None:
        noun = office_of(tree.lower[i])
        entry = state.phrases[text.casefold()] = Entry(text, kind_of(tree, i), nouns={noun})
        if entry.kind == "unnamed" and (told := describing(state, i)):
            entry.taken[noun] = [told]
        if gender := gendered().get(singular(tree.lower[i]), ""):
            entry.told[gender] += 3
    if whose is not None:
        state.phrases.setdefault(whose, entry)
    entry.mentions.append(tree.span(tokens))
    return [entry]


def _names_better(state: State, i: int, text: str, entry: Entry) -> bool:
    """Whether the words for somebody's people name whose they are where those before did not, or did not speak."""
    nameless = entry.name.partition(" ")[0].lower() in OWNERS
    named = text.partition(" ")[0].lower() not in OWNERS
    return named and (nameless or (i in state.sources and not entry.proofs))
