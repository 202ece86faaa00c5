"""Settles what a reading leaves open: whose words they are where the grammar names nobody, and where they end.

Each rule proposes what the parse says. The parser slips most in long sentences and beside
quotation marks, so for either question the other candidates that words and marks allow are
weighed by countable facts, and the reading goes on with the best. Readings that are hardly ever
right are left as they are: to weigh them costs time and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotes.rates import counted, key_of
from quotes.settle.ends import weighed_end
from quotes.settle.mentions import Ranked, weighed_mention
from quotes.spans import Link
from quotes.tree import Tree

HOPELESS = -1.5
"""Log-odds: a word that attributes more rarely than this in its pattern is not looked at closer."""


def settle(tree: Tree, links: Iterable[Link]) -> Iterator[Link]:
    """Yield the readings in their order, each with the source and the end that weigh most."""
    rates, ranked = counted(), Ranked()
    for link in links:
        key = key_of(link)
        if key is None or rates.log_odds(key) < HOPELESS:
            yield link
        else:
            yield weighed_end(tree, weighed_mention(tree, link, ranked))
