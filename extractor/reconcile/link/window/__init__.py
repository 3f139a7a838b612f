"""Figures that the text places beside what they are made of, and leaves no other choice.

The phrases read what the words between figures say; here the words say only what a figure is (a
change, a share, an average) and the sentences around it hold exactly what it takes: two levels, a
part and a whole. Such a relation may accuse, so it is made only for figures that no phrase and no
numbers explain, and only where nothing else in the window could be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from extractor.model import Relation
from extractor.reconcile.link.window.change import changes
from extractor.reconcile.link.window.daily import daily
from extractor.reconcile.link.window.foretold import foretold
from extractor.reconcile.link.window.holder import held
from extractor.reconcile.link.window.laid_off import laid_off
from extractor.reconcile.link.window.listed import listed
from extractor.reconcile.link.window.mean import means
from extractor.reconcile.link.window.near import is_close, is_near, is_scaled
from extractor.reconcile.link.window.order import orders
from extractor.reconcile.link.window.repeat import repeats
from extractor.reconcile.link.window.restated import restated
from extractor.reconcile.link.window.share import shares
from extractor.reconcile.link.window.shared import shared_out
from extractor.reconcile.link.window.told_of import told_of
from extractor.reconcile.link.window.total import totals
from extractor.reconcile.link.window.twice import twice
from extractor.reconcile.link.window.worked import worked
from extractor.reconcile.link.worded import completed
from extractor.reconcile.story import Story

__all__ = ["is_of_base", "placed", "unfitting"]


def _once(*relations: Iterator[Relation]) -> Iterator[Relation]:
    """The relations of several kinds of reading, the first of each figure."""
    seen: set[str] = set()
    for relation in chain(*relations):
        if relation.roles[0].value.id not in seen:
            seen.add(relation.roles[0].value.id)
            yield relation


def is_of_base(relation: Relation) -> bool:
    """True for a rate that is only held against the count before it, which may be its part as well as its whole."""
    return relation.kind == "share" and relation.strength == "contextual" and len(relation.roles) == 2


def _is_near(relation: Relation) -> bool:
    return is_near(relation) or is_scaled(relation)


def _is_close(relation: Relation) -> bool:
    return is_close(relation) or is_scaled(relation)


def unfitting(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """Shares told with a part that a fit of other figures hides: "53 stood empty, 28 per cent. Seven ... 25 jobs"."""
    fits = {r.roles[0].value.id: r for r in found if r.kind == "share" and r.strength == "numeric"}
    tested = {r.roles[0].value.id for r in found if r.strength != "numeric"}
    rates = [c for c in story.claims if c.id in fits and c.id not in tested]
    for relation in filter(_is_near, worked(story, rates)):
        if fits[relation.roles[0].value.id].claims("part") != relation.claims("part"):
            yield relation


def placed(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """The relations of those figures that no relation found so far is about."""
    found = [r for r in found if not is_of_base(r)]
    explained = {c.id for r in found for c in r.claims() if r.kind != "same"}
    tested = {r.roles[0].value.id for r in found}
    open_ones = [c for c in story.claims if c.id not in explained and c.id not in tested]
    made = (
        *_once(filter(_is_near, changes(story, open_ones)), filter(_is_near, twice(story, open_ones))),
        *_once(
            filter(_is_close, shares(story, open_ones)),
            filter(_is_near, worked(story, open_ones)),
            filter(_is_near, restated(story, open_ones)),
        ),
        *completed(story, totals(story, open_ones)),
        *_once(means(story, open_ones), shared_out(story, open_ones), daily(story, open_ones)),
    )
    yield from _once(filter(_is_near, made))
    tested |= {r.roles[0].value.id for r in made}
    yield from told_of(story, [c for c in open_ones if c.id not in tested])
    yield from held(story, [c for c in open_ones if c.id not in tested])
    yield from laid_off(story, [c for c in open_ones if c.id not in tested])
    yield from foretold(story, open_ones)
    yield from repeats(story, open_ones)
    yield from orders(story, found)
    yield from listed(story, open_ones)
