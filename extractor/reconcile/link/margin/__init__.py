"""Figures that are told as what lies between two others: majorities, leads, so many more, surpluses.

The words at the figure say what it is; the two that it lies between are told beside it, and no others of
their unit are. A figure that any two others near by make is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from extractor.model import Relation
from extractor.reconcile.link.margin.balance import balances
from extractor.reconcile.link.margin.excess import excesses
from extractor.reconcile.link.margin.lead import leads
from extractor.reconcile.link.margin.mark import marks
from extractor.reconcile.link.margin.polled import polled
from extractor.reconcile.link.margin.record import records
from extractor.reconcile.link.margin.rival import rivals
from extractor.reconcile.link.margin.score import score_margins
from extractor.reconcile.story import Story

__all__ = ["margins"]


def margins(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The differences that no words tie so far, each once; what is a part of any sum lies between no two sides."""
    told = {r.roles[0].value.id for r in found if r.strength != "numeric"}
    sums = (r for r in found if r.kind in ("sum", "change") and not _is_chance(story, r))
    parts = {c.id for r in sums for c in r.claims()}
    for relation in chain(balances(story), (r for r in _of_sides(story) if r.roles[0].value.id not in parts)):
        if relation.roles[0].value.id not in told:
            told.add(relation.roles[0].value.id)
            yield relation


def _is_chance(story: Story, relation: Relation) -> bool:
    """True for a fit of numbers alone, of figures some paragraphs apart."""
    first, *others = relation.claims()
    return relation.strength == "numeric" and any(story.paragraphs_apart(first, c) > 1 for c in others)


def _of_sides(story: Story) -> Iterator[Relation]:
    yield from excesses(story)
    yield from leads(story)
    yield from polled(story)
    yield from records(story)
    yield from marks(story)
    yield from rivals(story)
    yield from score_margins(story)
