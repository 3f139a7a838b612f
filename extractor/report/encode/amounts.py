"""Amounts and periods in the shape of the output, written out in exact decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from extractor.model import Amount, Period
from extractor.report.records import AmountRecord, PeriodRecord
from extractor.shown import outward

#: Decimals that a bound keeps; verdicts use the exact ones.
PLACES = 6


def amount_record(amount: Amount | None) -> AmountRecord | None:
    """Low, high and unit; None for no amount."""
    if amount is None:
        return None
    low, high = bounds(amount)
    return AmountRecord(low, high, amount.unit)


def period_record(period: Period | None) -> PeriodRecord | None:
    """The words, first and last day and kind of a period."""
    if period is None:
        return None
    return PeriodRecord(text=period.text, from_=period.start, to=period.end, kind=period.kind)


def bounds(amount: Amount) -> tuple[str | None, str | None]:
    """Low and high rounded outward to six decimals; None where the amount is open."""
    low, high = outward(amount, PLACES)
    return _decimals(low), _decimals(high)


def _decimals(value: Fraction | None) -> str | None:
    """A bound with at most six decimals, written out without an exponent."""
    if value is None:
        return None
    steps = int(value * 10**PLACES)
    whole, rest = divmod(abs(steps), 10**PLACES)
    decimals = str(rest).zfill(PLACES).rstrip("0")
    return ("-" if steps < 0 else "") + str(whole) + (f".{decimals}" if decimals else "")


def plain(value: Decimal) -> str:
    """A decimal written out without an exponent."""
    return format(value, "f")
