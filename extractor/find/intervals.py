"""The interval that a print allows: the table of `gold/README.md`, with thresholds from the word policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from extractor.amount import PERCENT, exact, ratio
from extractor.find.numerals import Numeral
from extractor.model import Amount, FigureKind

#: Kinds whose whole numbers in print are exact: 12 years, rank 3.
_EXACT = {"duration", "age", "rank", "reference", "date", "score", "index"}
#: Kinds that are worked out, so that 37 stands for 36.5 to 37.5.
_MEASURED = {"percentage", "points", "rate", "multiple"}
#: From here on a whole number that was worked out is read as printed in full: 1,134 a day.
_LONG = 1000
#: And from here on one that ends in 000 as rounded: 840,000 a year.
_VERY_LONG = 100_000
#: From here on a sum of money in full digits is rounded where it ends in 000: £4,250,000.
_LARGE_SUM = 1_000_000


@dataclass(frozen=True, slots=True)
class Bare:
    """A number without its hedge: its value in its unit, and the interval of the print."""

    value: Fraction
    amount: Amount
    #: The rule of a hedge scales this, None where the number is only bounded ("dozens").
    point: Fraction | None


@cache
def exactly(factor: float) -> Fraction:
    """A number of the policy as it is written there: 0.9 is nine tenths."""
    return Fraction(str(factor))


def bare(
    number: Numeral, kind: FigureKind, unit: str, divisor: int | Fraction, rules: Mapping[str, Any]
) -> Bare:
    """The interval of a number by itself, in units that are the print over `divisor`."""
    value = number.value if divisor == 1 else number.value / divisor
    if kind == "ratio":
        return _share(value, exactly(rules["fraction"]["relative"]))
    if number.form == "vague":
        return Bare(value, Amount(value, None, unit), None)
    if kind == "multiple" and number.form in ("words", "fraction"):
        relative = rules["multiple" if number.form == "words" else "fraction"]["relative"]
        return Bare(value, _relative(value, exactly(relative), unit), value)
    step = _step(number, kind, divisor)
    if step is None:
        return Bare(value, Amount(value, value, unit), value)
    half = step / 2
    return Bare(value, Amount(value - half, value + half, unit, grain=step), value)


def _share(value: Fraction, relative: Fraction) -> Bare:
    percent = value * 100
    if value in (0, 1):
        return Bare(percent, Amount(percent, percent, PERCENT), percent)
    return Bare(percent, _relative(percent, relative, PERCENT), percent)


def _relative(value: Fraction, share: Fraction, unit: str) -> Amount:
    low, high = sorted((value * (1 - share), value * (1 + share)))
    return Amount(low, high, unit)


def _step(number: Numeral, kind: FigureKind, divisor: int | Fraction) -> Fraction | None:
    """The rounding step that the print shows, None where it is exact."""
    if kind == "percentage" and number.value in (0, 100) and not number.rounded:
        return None  # "all" and "none" in figures
    if kind == "percentage" or (kind == "points" and divisor == 1):
        return number.step if divisor == 1 else number.step / divisor
    if kind == "money" and divisor > 1 and number.step == 1:
        return None
    if number.form == "fraction" or number.malformed or (number.value == 0 and not number.rounded):
        return None
    if number.rounded:
        return number.step / divisor
    if kind in ("count", "measure") or (kind == "money" and divisor == 1 and _is_large_sum(number.value)):
        return round_places(number.value)
    if kind in _EXACT or kind not in _MEASURED or number.form == "words" or divisor > 1:
        return None
    if abs(number.value) >= _VERY_LONG and number.value % 1000 == 0:
        return round_places(number.value)
    return None if abs(number.value) >= _LONG else number.step


def _is_large_sum(value: Fraction) -> bool:
    return abs(value) >= _LARGE_SUM and value % 1000 == 0


def round_places(value: Fraction) -> Fraction | None:
    """The step of a count that ends in 00, from 1,000; two significant digits are always kept."""
    digits = str(abs(value.numerator))
    if value.denominator != 1 or len(digits) < 4 or not digits.endswith("00"):
        return None
    zeros = len(digits) - len(digits.rstrip("0"))
    return Fraction(10 ** min(zeros, len(digits) - 2))


def one_in(n: Fraction, half_step: Fraction) -> Bare:
    """ "One in n": 100 / (n ± ½)."""
    value = 100 / n
    return Bare(value, Amount(100 / (n + half_step), 100 / (n - half_step), PERCENT), value)


def parts_in(part: Fraction, whole: Fraction) -> Bare:
    """ "Seven in ten": give or take half a part, at most five points."""
    value, half = 100 * part / whole, min(50 / whole, Fraction(5))
    low, high = max(value - half, Fraction(0)), min(value + half, Fraction(100))
    return Bare(value, Amount(low, high, PERCENT), value)


def hedged(number: Bare, rule: Mapping[str, Any] | None) -> Amount:
    """The interval of a number with the rule of its hedge."""
    if rule is None or number.point is None:
        return number.amount
    if "relative" in rule:
        return _around(number.amount, number.point, exactly(rule["relative"]))
    low, low_open = _end(rule, "low", number)
    high, high_open = _end(rule, "high", number)
    if number.point < 0 and "print" not in (rule["low"], rule["high"]):
        low, high, low_open, high_open = high, low, high_open, low_open
        if rule["low"] == "zero" or rule["high"] == "none":
            # "More than -5" and "up to -5" keep to the side that the words name.
            return _below_zero(number.point, rule, number.amount.unit)
    return Amount(low, high, number.amount.unit, low_open, high_open)


def halving(number: Bare, rule: Mapping[str, Any] | None) -> Amount:
    """The interval of "halved" with the rule of its hedge: what has more than halved is less than half."""
    if rule is None:
        return number.amount
    one, unit = exact(1), number.amount.unit
    whole = ratio(one, number.amount)
    return ratio(one, hedged(Bare(1 / number.value, whole, 1 / number.value), rule), unit)


def _below_zero(point: Fraction, rule: Mapping[str, Any], unit: str) -> Amount:
    if rule["high"] == "none":
        return Amount(point, None, unit, bool(rule.get("low_open")), False)
    return Amount(None, point, unit, False, bool(rule.get("high_open")))


def _end(rule: Mapping[str, Any], side: str, number: Bare) -> tuple[Fraction | None, bool]:
    assert number.point is not None
    factor = rule[side]
    if factor == "none":
        return None, False
    if factor == "zero":
        return Fraction(0), False
    if factor == "print":
        return (number.amount.low if side == "low" else number.amount.high), False
    if factor == 1:
        return number.point, bool(rule.get(f"{side}_open"))
    return _no_tighter(number, side, number.point * exactly(factor)), bool(rule.get(f"{side}_open"))


def _no_tighter(number: Bare, side: str, end: Fraction) -> Fraction:
    """The end that a factor gives, or that of the print where it is further out: "just over 1%" for 1.3."""
    printed = number.amount.low if side == "low" else number.amount.high
    if printed is None or number.point is None or number.point <= 0:
        return end
    return min(end, printed) if side == "low" else max(end, printed)


def _around(amount: Amount, point: Fraction, relative: Fraction) -> Amount:
    wide = _relative(point, relative, amount.unit)
    if amount.low is None or amount.high is None or wide.low is None or wide.high is None:
        return amount
    return Amount(min(amount.low, wide.low), max(amount.high, wide.high), amount.unit)


def span_of(first: Amount, last: Amount) -> Amount:
    """The interval from the low end of one to the high end of the other."""
    low, high, low_open, high_open = first.low, last.high, first.low_open, last.high_open
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Amount(low, high, last.unit, low_open, high_open)


def to_nearest(amount: Amount, grain: Fraction) -> Amount:
    """An amount that a statement about rounding governs: its ends half a step further out, not below 0."""
    if amount.low is None or amount.high is None:
        return amount
    middle = (amount.low + amount.high) / 2
    low = max(Fraction(0), middle - grain / 2) if middle >= 0 else middle - grain / 2
    return replace(amount, low=low, high=middle + grain / 2, grain=grain)
