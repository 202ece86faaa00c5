"""Tells for whom somebody speaks or works where the office does not say: the campaign, or the body, last spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.ledger import Entry
from quotes.lexicon import words
from quotes.offices import Claim
from quotes.speakers.owned import OWNERS
from quotes.speakers.state import State
from quotes.tree import Tree

CLOSE = frozenset({"advisor", "adviser", "aide", "confidant"})
"""Those whom a person has beside any campaign: an old adviser to Lee need not be of it."""

EXECUTIVES = frozenset({"chancellor", "governor", "mayor", "minister", "president"})
"""Those whose advisers are their office's."""

BODIES = ("campaign", "team", "administration")
"""The bodies of a person for which those who are called his speak and work."""


def bodies_served(state: State, found: Sequence[Claim]) -> list[Claim]:
    """A person's spokesman speaks for the person's campaign, a mere "campaign manager" for the one last named."""
    served = (claim for claim in found if claim.owner is not None and not _is_only_close(claim))
    named: list[tuple[Claim, Entry | None]] = [(claim, _body_of(state, claim)) for claim in served]
    named += [(claim, _last_named(state, claim)) for claim in found if claim.serves and claim.owner is None]
    campaigns = [
        replace(claim, body=body.name)
        for claim, body in named
        if body is not None and body.name.split()[0].lower() not in OWNERS
    ]
    return [*_owned(state, found), *(campaigns or _spoken_for(state, found))]


def _is_only_close(claim: Claim) -> bool:
    """Whether somebody may only be close to a person; a senior adviser of who is in no such office is on the staff."""
    rules = claim.owner is not None and not EXECUTIVES.isdisjoint(claim.owner.nouns)
    return claim.noun in CLOSE and (rules or "senior" not in (claim.title or "").lower().split())


def _owned(state: State, found: Sequence[Claim]) -> list[Claim]:
    """The office that is held at the body for which "its" stands: "The Rain Fund closed, said Ann Lee, its head"."""
    bare = [claim for claim in found if claim.body is None and claim.title and claim.owner is None]
    owners = ((claim, _its(state, claim)) for claim in bare)
    return [replace(claim, body=owner.name) for claim, owner in owners if owner is not None]


def _its(state: State, claim: Claim) -> Entry | None:
    """The one body named before the "its" of an office, in its sentence or the one before."""
    tree = state.tree
    start = tree.token_at(claim.evidence[0])
    k = next((k for k in (start, start - 1) if k >= 0 and tree.lower[k] == "its"), None)
    if k is None or tree.quote[k] >= 0:
        return None
    for number in range(tree.sentence[k], max(tree.sentence[k] - 2, -1), -1):
        first, end = tree.sentences[number]
        near = (i for i in range(first, min(end, k)) if tree.quote[i] < 0 and i in state.at)
        bodies = {state.at[i] for i in near if state.at[i].kind == "organization"}
        if bodies:
            one = bodies.pop()
            return one if not bodies and one.form and one.name.casefold() not in words("places") else None
    return None


def _body_of(state: State, claim: Claim) -> Entry | None:
    """The campaign of whom somebody speaks for, else the team or the administration."""
    bodies = (state.phrases.get((claim.owner, body, "")) for body in BODIES)
    return next((body for body in bodies if body is not None), None)


def _last_named(state: State, claim: Claim) -> Entry | None:
    """The campaign last spoken of before a title that does not say whose it is: "campaign manager" Ann Lee."""
    tree = state.tree
    known = [(key, e) for key, e in state.phrases.items() if isinstance(key, tuple) and key[1] == claim.serves]
    before = ((max((m for m in e.mentions if m < claim.evidence), default=(-1, -1)), e.name, e) for _, e in known)
    mention, _, found = max(before, key=lambda one: one[:2], default=((-1, -1), "", None))
    if mention[0] < 0:
        return None
    here, there = (tree.paragraph[tree.token_at(start)] for start in (claim.evidence[0], mention[0]))
    return found if len({key[0] for key, _ in known}) < 2 or here - there <= 1 else None


def _spoken_for(state: State, found: Sequence[Claim]) -> list[Claim]:
    """A mere "spokesman Bob Ray" speaks for the body last spoken of, in this paragraph or the one before."""
    if any(claim.body is not None for claim in found):
        return []
    mere = [c for c in found if c.noun.startswith("spokes") and c.owner is None and not c.serves]
    return [replace(c, body=body.name) for c in mere[:1] if (body := _body_before(state, c)) is not None]


def _body_before(state: State, claim: Claim) -> Entry | None:
    tree = state.tree
    start = tree.token_at(claim.evidence[0])
    for i in range(start - 1, max(start - REACH, -1), -1):
        if tree.paragraph[i] < tree.paragraph[start] - 1:
            break
        entry = state.at.get(i) if tree.quote[i] < 0 and _leads(tree, i) else None
        if entry is not None and entry.kind == "person" and tree.deps[i] != "poss":
            return None  # "Ray is bound, too, according to spokesman Bob Fox"
        if entry is not None and entry.kind == "organization" and _may_be_served(state, entry, i):
            return entry
    return None


def _leads(tree: Tree, i: int) -> bool:
    """Whether a mention is the subject of its clause, or tells whose that is: "the ministry", "ministry officials"."""
    people = int(tree.heads[i])
    return tree.deps[i] in LEADING or (
        tree.deps[i] == "compound" and tree.deps[people] in LEADING and tree.tags[people] == "NNS"
    )


def _may_be_served(state: State, entry: Entry, i: int) -> bool:
    """Whether a body may be whose spokesman speaks: no place, and no paper that has only reported."""
    named, called = bool(entry.form or entry.nouns & words("retinues")), entry.name.casefold()
    return named and called not in words("places") and not (called in words("outlets") and i in state.sources)


LEADING = frozenset({"nsubj", "nsubjpass", "poss"})
REACH = 150
"""How many tokens before a spokesman the body is looked for."""
