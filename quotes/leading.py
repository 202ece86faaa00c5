"""Reads what somebody leads, or is hired by, where the body is not the verb's object: "the fund led by Ann Lee"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.bodies import body_at, is_membership
from quotes.deeds import may_be
from quotes.employers import office_titles
from quotes.ledger import Ledger
from quotes.lexicon import verb_forms, words
from quotes.nouns import is_body, is_title
from quotes.offices import Claim
from quotes.rules import rule
from quotes.tree import Tree

RELATIVE = frozenset({"which", "that"})


@rule("affiliations")
def led_by(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body that is said to be led, owned or founded by somebody.

    Example: The Rain Fund, led by Ann Lee, agreed. The Wool Fund, which Bob Ray founded, met.
    """
    prep = int(tree.heads[head])
    by = tree.deps[head] == "pobj" and tree.lower[prep] == "by"
    verb = int(tree.heads[prep]) if by else prep
    lemma = verb_forms("leading").get(tree.lower[verb])
    if lemma is None or tree.quote[verb] != tree.quote[head] or tree.children(verb, "neg"):
        return
    noun = _led(tree, verb) if by else _led_in_clause(tree, verb, head)
    if noun is not None and (body := _named(ledger, noun)) is not None:
        title = office_titles().get(lemma, "")
        title = title if title.isalpha() else ""
        yield Claim(title or None, body, False, tree.span((min(noun, head), max(noun, head) + 1)), title)


def _led(tree: Tree, verb: int) -> int | None:
    """What is led by somebody: the subject of the passive, or the noun that a participle follows."""
    subject = tree.child(verb, "nsubjpass")
    if tree.deps[verb] == "acl" or (subject is not None and tree.lower[subject] in RELATIVE):
        return int(tree.heads[verb])
    return subject


def _led_in_clause(tree: Tree, verb: int, head: int) -> int | None:
    """What somebody leads by a clause of its own: the fund "which Ann Lee founded"."""
    held = tree.child(verb, "dobj")
    open_ = held is not None and tree.lower[held] in RELATIVE
    return int(tree.heads[verb]) if tree.deps[head] == "nsubj" and tree.deps[verb] == "relcl" and open_ else None


def _named(ledger: Ledger, noun: int) -> str | None:
    entry = ledger.by_token.get(noun)
    return entry.name if entry is not None and entry.kind == "organization" and is_membership(entry) else None


@rule("affiliations")
def hired(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the body that has hired or fired somebody.

    Example: Ann Lee was hired by the Rain Board. The Wool Bank fired Bob Ray.
    """
    follows = tree.child(head, "acl")  # "Ann Lee, hired by the Rain Board in May, agreed"
    verb = follows if follows is not None and tree.tags[follows] == "VBN" else int(tree.heads[head])
    if tree.lower[verb] not in words("hiring") or tree.quote[verb] >= 0:
        return
    if tree.children(verb, "neg") or may_be(tree, verb):
        return
    if verb == follows or tree.deps[head] == "nsubjpass":
        preps = (p for p in tree.children(verb, "agent", "prep") if tree.lower[p] in ("by", "from"))
        masters = [k for p in preps for k in tree.children(p, "pobj")]
    else:
        masters = tree.children(verb, "nsubj") if tree.deps[head] == "dobj" else []
    for body in filter(None, (_named(ledger, k) for k in masters)):
        yield Claim(None, body, tree.lower[verb] == "fired", tree.span((min(head, verb), max(head, verb) + 1)))


@rule("affiliations")
def own_body(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the name of the body that is said to be somebody's.

    Example: Ann Lee's group, the Rain Fund, agreed. Bob Ray sold his company, Wool Mills.
    """
    noun = int(tree.heads[head])
    word = tree.lower[noun]
    if tree.deps[head] != "poss" or tree.tags[noun] != "NN" or not is_body(word):
        return
    if is_title(word) or word in words("retinues"):  # "Lee's campaign, the Tribune reported"
        return
    if tree.words[noun + 1 : noun + 2] == [","]:
        named = body_at(ledger, noun + 2 + (tree.lower[noun + 2 : noun + 3] == ["the"]))
        if named is not None:
            yield Claim(None, named, False, tree.span((head, noun + 1)))
