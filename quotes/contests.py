"""Reads a party from the contest that somebody is in, and from those who are called fellows: "won the GOP primary"."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.ledger import Ledger
from quotes.lexicon import verb_forms, words
from quotes.offices import Claim
from quotes.parties import party_of
from quotes.rules import rule
from quotes.tree import Tree

BEFORE = 3
"""How many words before "primary" its party is looked for."""

WITHIN = frozenset("prep pobj dobj pcomp advcl conj xcomp attr".split())
"""What may stand between the verb of a clause and the contest it is about."""


@rule("affiliations")
def contest(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the party in whose contest somebody runs.

    Example: Ann Lee won the Republican primary. Bob Ray spoke of his bid for the Democratic nomination.
    """
    governor = int(tree.heads[head])
    if tree.deps[head] in ("nsubj", "nsubjpass"):
        runs = verb_forms("running").get(tree.lower[governor]) is not None and not tree.children(governor, "neg")
    else:
        runs = tree.deps[head] == "poss" and tree.lower[governor] in words("bids")
    if not runs or tree.quote[head] >= 0 or (head not in ledger.names and not _named_beside(tree, ledger, head)):
        return
    for k in range(head + 1, tree.right[governor]):
        if tree.lower[k] in words("contests") and _leads_to(tree, governor, k):
            party = _party_of(tree, k, head)
            if party is not None:
                yield Claim(None, tree.words[party], False, tree.span((head, k + 1)))
                return


def _party_of(tree: Tree, contest: int, head: int) -> int | None:
    """The party right before a contest: the "Republican" presidential primary, and no Republican in the race."""
    for p in range(contest - 1, max(contest - 1 - BEFORE, head), -1):
        if tree.lower[p] in words("parties"):
            return p if tree.words[p][0].isupper() else None
        if tree.tags[p] not in TELLING:
            break
    return None


TELLING = frozenset({"JJ", "NN", "NNP", "HYPH"})


def _named_beside(tree: Tree, ledger: Ledger, pronoun: int) -> bool:
    """Whether the sentence of a pronoun names the person, too: "her" may be anybody's else."""
    first, end = tree.sentences[tree.sentence[pronoun]]
    entry = ledger.by_token.get(pronoun)
    return entry is not None and any(k in ledger.names and ledger.by_token.get(k) is entry for k in range(first, end))


def _leads_to(tree: Tree, governor: int, contest: int) -> bool:
    """Whether a contest is what a verb or a noun is about, and not what another clause in it is."""
    for k in (contest, *tree.ancestors(contest)):
        if k == governor:
            return True
        if tree.deps[k] not in WITHIN:
            return False
    return False


@rule("affiliations")
def fellow(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the party, and the chamber, of those who are somebody's fellows.

    Example: Ann Lee was booed by her fellow Republicans. Bob Ray urged fellow House Democrats to leave.
    """
    governor = int(tree.heads[head])
    if tree.deps[head] == "poss":
        held = [governor]
    elif tree.deps[head] == "nsubj" and tree.quote[governor] < 0:
        held = tree.children(governor, "dobj")
    else:
        return
    for people in held:
        first = min(tree.left[people], people)
        party = party_of(tree.lower[people])
        if party and "fellow" in tree.lower[first:people]:
            for k in range(first, people):
                if tree.lower[k] in words("chambers"):
                    yield Claim(None, tree.words[k], False, tree.span((first, people + 1)))
            yield Claim(None, party, False, tree.span((first, people + 1)))


@rule("affiliations")
def side(tree: Tree, ledger: Ledger, head: int) -> Iterator[Claim]:
    """Reads the party on whose side of a contest a sentence speaks of somebody.

    Example: On the Republican side, Ann Lee won.
    """
    verb = int(tree.heads[head])
    if tree.deps[head] != "nsubj" or tree.heads[verb] != verb or tree.quote[head] >= 0:
        return
    for prep in (p for p in tree.children(verb, "prep") if p < head and tree.lower[p] == "on"):
        noun = tree.child(prep, "pobj")
        party = None if noun is None or tree.lower[noun] != "side" else noun - 1
        if party is not None and tree.lower[party] in words("parties") and tree.words[party][0].isupper():
            yield Claim(None, tree.words[party], False, tree.span((prep, head + 1)))
