"""Tells those apart who bear one name in two generations: "Bob Lee" and his son "Bob Lee Jr."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotes.ledger import Form
from quotes.spans import Name
from quotes.tree import Tree

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def by_generation(tree: Tree, names: Sequence[Name], forms: Sequence[Form]) -> Iterator[tuple[int, Form, int]]:
    """Yield the names with a suffix by which another is meant than without, how each is compared, and its full name.

    A suffix may only be left out from some mention on. It tells another where both stand in one sentence, where
    another suffix does, or where the name was first given without it and the suffix is all that is added.
    """
    borne = [(k, suffix) for k, name in enumerate(names) if (suffix := _suffix(tree, name))]
    if not borne:
        return
    plain, suffixes = _plain(tree, names, forms), defaultdict[tuple[str, str], set[str]](set)
    for k, suffix in borne:
        suffixes[_ends(forms[k])].add(suffix)
    several = {ends for ends, told in suffixes.items() if len(told) > 1}
    others = [
        (k, suffix)
        for k, suffix in borne
        if len(forms[k]) > 1 and (_ends(forms[k]) in several or _is_another(tree, names[k], forms[k], plain))
    ]
    meant = {(suffix, form): full for full, suffix in others for form in _forms(_ends(forms[full]))}
    for k, suffix in borne:
        full = meant.get((suffix, _ends(forms[k]) if len(forms[k]) > 1 else forms[k]))
        if full is not None:
            first, last = _ends(forms[full])
            yield k, (f"{suffix} {first}", last), full


def has_suffix(form: Form) -> bool:
    """Whether a form is that of one whom a suffix tells from a namesake."""
    return " " in form[0]


def _plain(tree: Tree, names: Sequence[Name], forms: Sequence[Form]) -> dict[tuple[str, str], dict[int, Form]]:
    """For the ends of each full name without a suffix the sentences that have it, in order, with its form there."""
    found: dict[tuple[str, str], dict[int, Form]] = {}
    for name, form in zip(names, forms, strict=True):
        if len(form) > 1 and not _suffix(tree, name):
            found.setdefault(_ends(form), {}).setdefault(tree.sentence[name.head], form)
    return found


def _is_another(tree: Tree, name: Name, form: Form, plain: dict[tuple[str, str], dict[int, Form]]) -> bool:
    """Whether a full name with a suffix is not just the longer form of one without."""
    places = plain.get(_ends(form), {})
    sentence = tree.sentence[name.head]
    first = next(iter(places), sentence)
    return sentence in places or (first < sentence and len(form) <= len(places[first]))


def _forms(ends: tuple[str, str]) -> tuple[Form, ...]:
    """A name without what is in its middle, and its halves: "Bob Lee Jr.", "Bob Jr.", "Lee Jr."."""
    return ends, ends[:1], ends[1:]


def _ends(form: Form) -> tuple[str, str]:
    return form[0], form[-1]


def _suffix(tree: Tree, name: Name) -> str:
    """The suffix for a generation that ends a name, without its full stop, or an empty string."""
    last = tree.lower[name.tokens[1] - 1].rstrip(".")
    return last if last in SUFFIXES and name.tokens[1] - name.tokens[0] > 1 else ""
