"""Linking: which claims speak of one thing, and the words that say so.

Nothing here looks whether numbers agree to question a figure; a fit may only find the figure
that a phrase leaves out, and such a relation can confirm and never accuse.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Relation
from extractor.reconcile.link.change import changes
from extractor.reconcile.link.compare import comparisons
from extractor.reconcile.link.confirm import confirmed
from extractor.reconcile.link.multiple import means, multiples
from extractor.reconcile.link.phrases import mark
from extractor.reconcile.link.same import repeats, unit_swaps
from extractor.reconcile.link.share import shares
from extractor.reconcile.link.total import sums
from extractor.reconcile.story import Story

__all__ = ["link"]


def link(story: Story) -> Iterator[Relation]:
    """All relations within one story."""
    found = list(_by_words(story))
    yield from found
    yield from confirmed(story, found)


def _by_words(story: Story) -> Iterator[Relation]:
    marked = mark(story)
    yield from shares(story, marked)
    yield from changes(story, marked)
    yield from sums(story)
    yield from multiples(story, marked)
    yield from means(story, marked)
    yield from comparisons(story, marked)
    yield from repeats(story, marked)
    yield from unit_swaps(story)
