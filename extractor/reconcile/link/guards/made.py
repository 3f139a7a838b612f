"""Arithmetic by which guards see whether other figures of a passage make one that a relation questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractor.model import Claim, Relation
from extractor.reconcile.link.fits.equations import added, percent, percent_change
from extractor.reconcile.link.fits.facts import Ends, ends, unit_of
from extractor.reconcile.story import DISPLAY, Story, family

#: Zones around the figures of a relation in which others are looked for.
NEAR = 1
#: "A quarter" may be said of 23 per cent; another pair has to come as close as this, as many come near.
CLOSE = 0.02
#: Digits of a figure, told apart from the others, that hardly makes another by chance.
LONG = 3
#: A story that has said "metric tons" says "tons" from there on.
_TONS = frozenset({"ton", "metric_ton"})
Pair = tuple[Claim, Claim]


def makes_share(rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the printed numbers of a part and a whole make a rate, whatever its words allow beyond that."""
    value = float(rate.figure.value or 0)
    close = (value * (1 - CLOSE), value * (1 + CLOSE))
    return meets(rate, (part, whole), percent) and meets(rate, (part, whole), percent, close)


def makes_change(change: Claim, old: Claim, new: Claim) -> bool:
    """True if a change in per cent is what the printed numbers of two levels make."""
    return meets(change, (old, new), percent_change)


def others_near(story: Story, relation: Relation, like: Claim) -> list[Claim]:
    """The figures of a unit around those of a relation that it does not hold, nor prints again."""
    told = {c.id for c in relation.claims()}
    own = {c.figure.amount for c in (*relation.claims(), *(c for c in story.claims if c.id in told))}
    near = {c.id: c for r in relation.claims() for c in story.around(r, NEAR)}
    return [
        c
        for c in near.values()
        if c.figure.amount not in own and c.block not in DISPLAY and are_alike(c, like) and c.figure.value
    ]


def are_alike(one: Claim, other: Claim) -> bool:
    """True for figures of one unit, or where one leaves out what it is or which: "67,500", "tons" that are metric."""
    if unit_of(one) == unit_of(other) or {family(one), family(other)} == {"C", "U"}:
        return True
    if {family(one), family(other)} == {
        "C",
        "D",
    }:  # "patrolled on 24,640 days, and the west had 1,232 of them"
        return tells_much(one if family(one) == "D" else other)
    return {one.figure.amount.unit, other.figure.amount.unit} <= _TONS


def meets(
    stated: Claim, pair: Pair, compute: Callable[[Sequence[Ends]], Ends], within: Ends | None = None
) -> bool:
    """True if the printed numbers of two figures make a third, not only the ends of their rounding."""
    told, both = within or ends(stated), list(ends_of(pair))
    if told is None or len(both) != 2:
        return False
    low, high = compute(both)
    if any(c.figure.hedge is not None for c in pair):  # "just under 4.9 million" has no middle
        return low <= told[1] and told[0] <= high
    return told[0] <= (low + high) / 2 <= told[1]


def adds_up(total: Claim, parts: Sequence[Claim]) -> bool:
    """True if the printed numbers of some figures make that of their total."""
    told, made = ends(total), list(ends_of(parts))
    if told is None or len(made) < len(parts):
        return False
    low, high = added(made)
    return told[0] <= (low + high) / 2 <= told[1]


def ends_of(claims: Sequence[Claim]) -> Iterator[Ends]:
    """The ends of those figures that have both."""
    yield from (found for c in claims if (found := ends(c)) is not None)


def is_rise(old: Claim, new: Claim) -> bool:
    """True if the second of two levels is the higher one."""
    return (new.figure.value or 0) > (old.figure.value or 0)


def tells_much(claim: Claim) -> bool:
    """True for a number of so many digits that it hardly fits by chance."""
    return digits(claim) >= LONG


def digits(claim: Claim) -> int:
    """How many digits a figure prints, noughts at its ends aside."""
    return len("".join(c for c in claim.figure.text if c.isdigit()).strip("0"))


def width(of: Ends) -> float:
    """How far the ends of an amount are apart, as a part of it."""
    low, high = of
    return (high - low) / abs(high) if high else 1.0
