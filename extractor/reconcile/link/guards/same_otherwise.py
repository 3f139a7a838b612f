"""Two figures each of which others of its passage bear out: no slip has made one of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from extractor.amount import meet
from extractor.model import Claim, Relation
from extractor.reconcile.link.fits.equations import added, gap
from extractor.reconcile.link.guards.made import adds_up, are_alike, ends_of, meets, tells_much
from extractor.reconcile.story import Story

#: Figures of a list that may be told as a sum right behind it.
MOST = 6


def same_otherwise(story: Story, relation: Relation) -> bool:
    """True if two figures that differ are each what others make: "$15m more than this year's $304m", and "$10m" of a sum."""
    told = [r.value for r in relation.roles]
    if len(told) != 2 or not all(isinstance(c, Claim) for c in told):
        return False
    one, two = relation.claims()
    if meet(one.figure.amount, two.figure.amount):
        return False
    return _is_borne_out(story, one) and _is_borne_out(story, two)


def _is_borne_out(story: Story, claim: Claim) -> bool:
    """True if a long number is the sum or difference of two of its sentence, or one of a list that is summed up."""
    if not tells_much(claim) or claim.figure.hedge is not None:
        return False
    beside = [c for c in story.in_sentence(claim.sentence) if c is not claim and _may_be_added(c, claim)]
    if any(_makes(claim, pair) for pair in combinations(beside, 2)):
        return True
    if not 2 <= len(beside) < MOST:
        return False
    near = [c for c in story.around(claim, 0) if c.sentence != claim.sentence and _may_be_added(c, claim)]
    return any(adds_up(total, (claim, *beside)) for total in near)


def _may_be_added(claim: Claim, like: Claim) -> bool:
    return are_alike(claim, like) and bool(claim.figure.value) and claim.figure.hedge is None


def _makes(claim: Claim, pair: Sequence[Claim]) -> bool:
    one, two = pair
    return len(list(ends_of(pair))) == 2 and (
        meets(claim, (one, two), added) or meets(claim, (one, two), gap)
    )
