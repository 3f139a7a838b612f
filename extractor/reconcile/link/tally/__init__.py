"""Sums that the words of a list tie: remainders, totals told as such, wholes with their parts behind them.

A list may be questioned where its words say that it is complete; where they do not, its parts can
only be too many. A figure that already stands in a sum is left alone, and so is one that any
figures around it make: then the list was read wrongly, not printed wrongly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from extractor.model import Relation
from extractor.reconcile.link.tally.afar import rests_afar
from extractor.reconcile.link.tally.announced import announced
from extractor.reconcile.link.tally.closed import closed
from extractor.reconcile.link.tally.counted import counted_off
from extractor.reconcile.link.tally.flow import flows
from extractor.reconcile.link.tally.halves import halves
from extractor.reconcile.link.tally.items import items
from extractor.reconcile.link.tally.left_apart import left_apart
from extractor.reconcile.link.tally.lines import lines
from extractor.reconcile.link.tally.rest import rests
from extractor.reconcile.link.tally.split import splits
from extractor.reconcile.link.tally.thirds import thirds
from extractor.reconcile.link.tally.told import totals
from extractor.reconcile.link.tally.transposed import transposed
from extractor.reconcile.story import Story

__all__ = ["tallies"]

_SUMS = ("sum", "complement")


def tallies(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The sums of those figures that stand in no sum found so far."""
    summed = frozenset(c.id for r in found if r.kind in _SUMS for c in r.claims())
    by_words = frozenset(c.id for r in found if r.kind in _SUMS and not _is_fit_apart(r) for c in r.claims())
    made = {frozenset(c.id for c in r.claims()) for r in found if r.kind in _SUMS}
    ways = (rests, totals, splits, counted_off, halves, thirds, lines)
    listed = [*items(story, by_words)]
    ended = [*closed(story, by_words | _figures(listed))]
    left = frozenset(r.claims()[-1].id for r in ended)
    others = chain(
        (relation for way in ways for relation in way(story, summed)),
        listed,
        (_as_near(story, r) for r in rests_afar(story, by_words)),
        left_apart(story, by_words),
        announced(story, by_words | _figures(listed) | _figures(ended)),
        transposed(story, by_words),
        flows(story),
    )
    for relation in chain(ended, (r for r in others if not left & _figures((r,)))):
        figures = frozenset(c.id for c in relation.claims())
        if figures not in made:
            made.add(figures)
            yield relation


def _figures(relations: Sequence[Relation]) -> frozenset[str]:
    return frozenset(c.id for r in relations for c in r.claims())


def _as_near(story: Story, relation: Relation) -> Relation:
    """Figures of several paragraphs bear a sum out and question none: on unseen stories too few were slips."""
    claims = relation.claims()
    near = all(story.paragraphs_apart(claims[0], c) == 0 for c in claims[1:])
    return relation if near else replace(relation, strength="numeric")


def _is_fit_apart(relation: Relation) -> bool:
    """True for a fit of figures of several sentences: "Of the 200 firms 117 rose, 74 fell and nine" needs no words."""
    return relation.strength == "numeric" and len({c.sentence for c in relation.claims()}) > 1
