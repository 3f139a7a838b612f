"""Slips of the pen: what one printed number must have been, for it to be another one.

turned   two neighbouring digits have changed places, "57 hectares" and "75 hectares"
scaled   a nought or a thousand is lost, "about 42,000" and "4,180"
leaned   a round number whose hedge points away from the exact one, "well over 2,400" and "2,346"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from extractor.amount import meet, scale
from extractor.model import Amount, Claim
from extractor.reconcile.misprints import significant
from extractor.reconcile.story import Story

_SCALE = re.compile(
    r"(?:\b|\d)(?:thousand|million|billion|trillion|lakh|crore|k|m|mn|bn|tn)\b", re.IGNORECASE
)
Slip = Literal["turned", "scaled", "leaned"]
#: Powers of ten by which a number is mistaken.
_POWERS = (1, 2, 3, 6)
#: More than floats lose of a product.
SLACK = 1.000001
#: How far an exact number may be from the round one that stands for it: a tenth of it.
_ROUNDED = Decimal("0.1")


def slip(x: Claim, y: Claim) -> Slip | None:
    """The slip that would make two figures one; None where none does, or where they agree."""
    if not x.figure.value or not y.figure.value or min(x.figure.value, y.figure.value) <= 0:
        return None
    if meet(x.figure.amount, y.figure.amount):
        return None
    pairs = ((x, y), (y, x))
    if any(_leaned(*p) for p in pairs):
        return "leaned"
    if any(_turned(*p) for p in pairs):
        return "turned"
    return "scaled" if any(_scaled(*p) for p in pairs) else None


def leaves_scale_out(story: Story, claim: Claim) -> bool:
    """True for the second number of "gets 525 million litres and needs 850", which is in millions too."""
    others = [c for c in story.in_sentence(claim.sentence) if c.figure.span < claim.figure.span]
    return not _SCALE.search(claim.figure.text) and any(_SCALE.search(c.figure.text) for c in others)


def _leaned(x: Claim, y: Claim) -> bool:
    """True if the first is the second in round numbers, but for its "more than" or "nearly"."""
    u, v = x.figure.value or Decimal(1), y.figure.value or Decimal(1)
    if x.figure.hedge is None or not _leans(x) or len(significant(u)) >= len(significant(v)):
        return False
    grain = Decimal(1).scaleb(int(u.normalize().as_tuple().exponent))
    return abs(u - v) <= grain and abs(u - v) <= _ROUNDED * u


def _leans(claim: Claim) -> bool:
    """True for a number that its hedge puts at one end, "almost 900", "more than 900", not "about 900"."""
    value, amount = Fraction(claim.figure.value or 0), claim.figure.amount
    return amount.low is None or amount.high is None or amount.low >= value or amount.high <= value


def _turned(x: Claim, y: Claim) -> bool:
    u, v = x.figure.value or Decimal(1), y.figure.value or Decimal(1)
    ours, theirs = len(significant(u)), len(significant(v))
    rounded = (x.figure.hedge and ours < theirs) or (y.figure.hedge and theirs < ours)
    if (
        not _is_bounded(x.figure.amount)
        or not _is_bounded(y.figure.amount)
        or not (ours == theirs or rounded)
    ):
        return False
    return any(
        meet(scale(x.figure.amount, Fraction(w) / Fraction(u)), y.figure.amount)
        for w in _turns(u)
        if _may_meet(x.figure.amount, float(w / u), y.figure.amount)
    )


def _turns(value: Decimal) -> Iterator[Decimal]:
    """The numbers with two neighbouring digits of a printed one in the other order."""
    digits, exponent = significant(value), value.normalize().as_tuple().exponent
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1] and isinstance(exponent, int):
            swapped = (*digits[:i], digits[i + 1], digits[i], *digits[i + 2 :])
            yield Decimal((0, swapped, exponent))


def _scaled(x: Claim, y: Claim) -> bool:
    if max(len(significant(c.figure.value)) for c in (x, y)) < 2:
        return False
    if not (_is_bounded(x.figure.amount) and _is_bounded(y.figure.amount)):
        u, v = x.figure.value or Decimal(1), y.figure.value or Decimal(1)
        return any(abs(u.scaleb(power) - v) <= _ROUNDED * v for power in _POWERS)
    return min(len(significant(c.figure.value)) for c in (x, y)) >= 2 and any(
        meet(scale(x.figure.amount, Fraction(10) ** power), y.figure.amount)
        for power in _POWERS
        if _may_meet(x.figure.amount, 10.0**power, y.figure.amount)
    )


def _may_meet(a: Amount, factor: float, b: Amount) -> bool:
    """False for amounts that are far from each other even when one is scaled: a quick look on floats."""
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return True
    return float(a.low) * factor <= float(b.high) * SLACK and float(b.low) <= float(a.high) * factor * SLACK


def _is_bounded(amount: Amount) -> bool:
    """False for "more than 900" and "fewer than 900", which hold for numbers of any size."""
    return amount.low is not None and amount.high is not None and amount.low > 0
