"""Slips that alone keep two figures from being one: swapped digits, a nought, a hedge that leans over."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extractor.model import Claim
from extractor.reconcile.misprints import Kind, hedged_ends, misprint, significant

#: Slips that alone make one number of another; a digit left out or changed makes too many.
SLIPS: frozenset[Kind] = frozenset(("swapped", "scaled", "leaned"))
#: Digits of the rounder of two numbers that a nought keeps apart: "40" and "400" are two numbers.
DIGITS = 2


def slip(x: Claim, y: Claim) -> Kind | None:
    """The slip that keeps two figures from being one, if it is hardly one of chance; see `misprints`."""
    if not _may_slip(x, y):
        return None
    kind = misprint(x, y, SLIPS)
    if kind == "scaled" and min(digits(x), digits(y)) < DIGITS:
        return None
    if kind == "swapped" and any(c.figure.kind == "ratio" for c in (x, y)):
        return None  # "one in eight" has no digits to change places
    # "Nearly 42" rounds a number of more digits, and is no 24 in another order; a bare 22,000 rounds no 24,200.
    if kind == "swapped" and (digits(x) == digits(y)) == any(any(hedged_ends(c)) for c in (x, y)):
        return None
    return kind


def _may_slip(x: Claim, y: Claim) -> bool:
    """A quick no, by the first two digits: they are near each other, or turned, or the first ones are one."""
    a, b = (_first_two(c.figure.value) for c in (x, y))
    near = abs(a - b) <= 12 or abs(a - b) >= 78
    return near or a // 10 == b // 10 or min(abs(_other_way(a) - b), abs(_other_way(b) - a)) <= 12


@lru_cache(maxsize=4096)
def _first_two(value: Decimal | None) -> int:
    first, second = (*significant(value), 0, 0)[:2]
    return 10 * first + second


def _other_way(two: int) -> int:
    return two % 10 * 10 + two // 10


def digits(claim: Claim) -> int:
    """How many digits of a printed value tell something."""
    return len(significant(claim.figure.value))
