"""Which slip of the pen makes one printed number of another, rounded or exact, and how seldom chance does.

swapped   two neighbouring digits have changed places: 23,700 and "nearly 42,000", which was 24,000
dropped   a digit is left out: £212,386 and £21,386
scaled    a nought is lost or won, or a scale word is another: "£58m" and £5.8 million
changed   one digit is another: 212 and 272
near      none of these: two numbers of one size
leaned    a round number whose hedge points away from the exact one: "fewer than 220" and 272's 212
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from extractor.amount import contains, meet
from extractor.model import Claim

Kind = Literal["swapped", "dropped", "scaled", "changed", "leaned", "near"]
#: Powers of ten by which a number is mistaken.
_POWERS = (-9, -6, -3, -2, -1, 1, 2, 3, 6, 9)
#: How far an exact number may be from the round one that stands for it, as a part of it.
_ROUNDED = Decimal("0.1")
#: How far it may be at most where a hedge points away as well: a step more.
_NEAR = Decimal("0.15")
#: The step from which on a number has its scale in a word.
_SCALE_WORD = 1000
#: How far apart two numbers are at most that only a hedge keeps apart.
_CLOSE = Decimal("0.065")
#: Digits of the rounder number with which each slip is hardly one of chance; the others never are.
_SELDOM: dict[Kind, int] = {"swapped": 3, "dropped": 3, "scaled": 3, "changed": 4}
#: The rarer slip is named where two account for a number.
_ORDER: tuple[Kind, ...] = ("scaled", "swapped", "dropped", "changed")
ALL = frozenset(_ORDER)
_OF_A_DIGIT = frozenset[Kind](("swapped", "changed"))
#: Digits of a number, so that to lose one leaves enough of it.
_LEAST = 3


def misprint(x: Claim, y: Claim, kinds: frozenset[Kind] = ALL) -> Kind | None:
    """The slip of some kinds that would make two figures one; None where they agree, or where none does."""
    u, v = x.figure.value, y.figure.value
    if not u or not v or min(u, v) <= 0 or meet(x.figure.amount, y.figure.amount):
        return None
    if rounds(u, v) and x.figure.hedge is None and y.figure.hedge is None:
        return None
    round_, exact = (x, y) if len(significant(u)) <= len(significant(v)) else (y, x)
    if _leans(round_, exact):
        return "leaned"
    u, v = _value(round_), _value(exact)
    grain, near = _grain(u), _NEAR
    found = {k for k, n in _wrong(v, kinds) if abs(u - n) <= grain and _stands_for(round_, n)}
    found |= {k for k, n in _wrong(u, kinds) if abs(v - n) <= near * n and _becomes(round_, k, n, exact)}
    return next((kind for kind in _ORDER if kind in found), None)


def may_slip_into(claim: Claim, low: float, high: float) -> bool:
    """True if a slip makes a printed number one between two ends."""
    value = claim.figure.value
    return bool(value) and any(low <= n <= high for _, n in _wrong(_value(claim), ALL))


def of_a_digit(told: Decimal, made: Decimal) -> bool:
    """True for two long numbers that differ in a digit: chance hardly makes them so alike."""
    return len(significant(made)) >= _LEAST and differ_in_a_digit(told, made)


def differ_in_a_digit(told: Decimal, made: Decimal) -> bool:
    """True if one wrong digit, or two that changed places, make the one exact number of the other."""
    return len(significant(made)) > 1 and any(n == told for _, n in _wrong(made, _OF_A_DIGIT))


def rounds(u: Decimal, v: Decimal) -> bool:
    """True if two printed values are less than a unit of the last digit of the rounder one apart."""
    return abs(u - v) < max(_grain(u), _grain(v))


def is_seldom(kind: Kind, x: Claim, y: Claim) -> bool:
    """True if two figures that are no slip of each other hardly look like one."""
    return min(len(significant(c.figure.value)) for c in (x, y)) >= _SELDOM.get(kind, 9)


@lru_cache(maxsize=8192)
def significant(value: Decimal | None) -> tuple[int, ...]:
    """The digits of a printed value without its noughts at the end."""
    return () if value is None else value.normalize().as_tuple().digits


def _value(claim: Claim) -> Decimal:
    return claim.figure.value or Decimal(1)


@lru_cache(maxsize=8192)
def _grain(value: Decimal) -> Decimal:
    """The place of the last digit that is no nought: 1,000 for 18,000."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _step(claim: Claim) -> Decimal:
    """The step in which a number is rounded: 1,000 for £212,000, but a million for "110 million"."""
    step, grain = _grain(_value(claim)), claim.figure.amount.grain
    return min(step, Decimal(int(grain))) if grain and grain >= _SCALE_WORD else step


def _leans(round_: Claim, exact: Claim) -> bool:
    """True if the hedge alone keeps a round number from standing for the exact one."""
    u, v = _value(round_), _value(exact)
    if round_.figure.hedge is None or len(significant(u)) >= len(significant(v)):
        return False
    return abs(u - v) <= min(_grain(u), _CLOSE * u)


def _stands_for(round_: Claim, value: Decimal) -> bool:
    """True if a printed number is a value, or that value rounded as its hedge says."""
    u, amount = _value(round_), round_.figure.amount
    if u == value:
        return True
    shorter = len(significant(u)) < len(significant(value))
    return shorter and abs(u - value) <= _grain(u) and contains(amount, Fraction(value))


def _becomes(round_: Claim, kind: Kind, other: Decimal, exact: Claim) -> bool:
    """True if a printed number, misprinted, stands for an exact one."""
    moved = other / _value(round_) if kind == "scaled" else 1
    v, step = _value(exact), min(_step(round_) * moved, _ROUNDED * other)
    ahead, short = hedged_ends(round_)
    low, high = (other if ahead else other - step / 2), (other if short else other + step / 2)
    return low - step * short <= v <= high + step * ahead


def hedged_ends(claim: Claim) -> tuple[bool, bool]:
    """Whether a hedge leaves only what is above a number, "more than 900", and only what is below it."""
    if claim.figure.hedge is None:
        return False, False
    value, amount = Fraction(_value(claim)), claim.figure.amount
    ahead = amount.high is None or (amount.low is not None and amount.low >= value)
    return ahead, amount.low is None or (amount.high is not None and amount.high <= value)


@lru_cache(maxsize=8192)
def _wrong(value: Decimal, kinds: frozenset[Kind]) -> tuple[tuple[Kind, Decimal], ...]:
    return tuple(wrong for wrong in _misprints(value) if wrong[0] in kinds)


def _misprints(value: Decimal) -> Iterator[tuple[Kind, Decimal]]:
    """What a slip makes of a printed number."""
    _, digits, exponent = value.normalize().as_tuple()
    if not isinstance(exponent, int):
        return
    for i, digit in enumerate(digits):
        head, tail = digits[:i], digits[i + 1 :]
        if tail and tail[0] != digit:
            yield "swapped", Decimal((0, (*head, tail[0], digit, *tail[1:]), exponent))
        if len(digits) >= _LEAST:
            yield "dropped", Decimal((0, (*head, *tail), exponent))
        yield from (
            ("changed", Decimal((0, (*head, n, *tail), exponent)))
            for n in range(10)
            if n != digit and (n or i)
        )
    yield from (("scaled", value.scaleb(power)) for power in _POWERS)


__all__ = [
    "Kind",
    "hedged_ends",
    "is_seldom",
    "may_slip_into",
    "misprint",
    "of_a_digit",
    "rounds",
    "significant",
]
