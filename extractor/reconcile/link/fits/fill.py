"""Finding the figure that a phrase leaves out: "25 interviews, a rate of 36 per cent" of what?

A missing role is taken by a claim that is tied to the others by its noun, which may accuse,
or by the one claim nearby that fits, which may only confirm. A fit is worth something only if
chance would hardly make one: numbers spread evenly over the powers of ten (Benford), so an
implied interval of relative width w is hit by chance about w / ln 10 times for each candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import log

from extractor.amount import meet, middle
from extractor.model import Amount, Claim
from extractor.nouns import may_be_one
from extractor.reconcile.story import Story, family

#: Above this many fits expected by chance, a fit confirms nothing.
BY_CHANCE = 0.15
#: How many zones before and after the anchor may hold the figure.
BEFORE, AFTER = 4, 2


def nearby(story: Story, anchor: Claim, families: str, *, unit: str | None = None) -> tuple[Claim, ...]:
    """The claims of some families around the anchor, the nearest first; with a unit, in that unit alone."""
    here = story.block_number(anchor.sentence.start)
    found = []
    for claim in story.claims:
        apart = story.block_number(claim.sentence.start) - here
        if claim is anchor or not -BEFORE <= apart <= AFTER or family(claim) not in families:
            continue
        if unit is None or claim.figure.amount.unit == unit:
            found.append(claim)
    return tuple(sorted(found, key=lambda c: abs(c.figure.span.start - anchor.figure.span.start)))


def by_chance(implied: Amount, candidates: Iterable[Claim]) -> float:
    """How many of the candidates would be expected to meet the implied interval by chance."""
    centre = middle(implied)
    if centre is None or centre == 0 or implied.low is None or implied.high is None:
        return float("inf")
    width = float(implied.high - implied.low)
    each = (min(1.0, (width + _width(c)) / (abs(float(centre)) * log(10))) for c in candidates)
    return sum(each)


def _width(claim: Claim) -> float:
    a = claim.figure.amount
    if a.low is None or a.high is None:
        return float("inf")
    least = 1.0 if family(claim) == "C" else 0.0
    return max(least, float(a.high - a.low))


def fitting(implied: Amount, candidates: Sequence[Claim]) -> Claim | None:
    """The nearest candidate that meets the implied interval, unless chance could, or another value does too."""
    expected = 0.0
    found: Claim | None = None
    tried: set[Amount] = set()
    for claim in candidates:
        amount = claim.figure.amount
        if amount in tried:
            continue
        tried.add(amount)
        if found is None:
            expected += by_chance(implied, (claim,))
        if expected > BY_CHANCE:
            return None
        if meet(amount, implied):
            if found is not None:
                return None
            found = claim
    return found


def tied(candidates: Sequence[Claim], keys: Iterable[str], admit: Callable[[Claim], bool]) -> Claim | None:
    """The one candidate value whose noun is that of one of the keys; None if there are rivals or none."""
    wanted = {k for k in keys if k}
    found = [
        c
        for c in candidates
        if c.measure is not None and any(may_be_one(c.measure.key, k) for k in wanted) and admit(c)
    ]
    values = {c.figure.amount for c in found}
    return found[0] if len(values) == 1 else None
