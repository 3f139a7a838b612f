"""Numbers and intervals as people are shown them: "31 to 40.8", "at least 330"."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from extractor.model import Amount


def str_number(value: Fraction, places: int = 2) -> str:
    """A number for people: grouped thousands, at most so many decimals, no trailing zeros."""
    quantum = Fraction(10) ** -places
    steps = round(value / quantum)
    whole, rest = divmod(abs(steps), 10**places)
    decimals = str(rest).zfill(places).rstrip("0") if places else ""
    sign = "-" if steps < 0 else ""
    return f"{sign}{whole:,}" + (f".{decimals}" if decimals else "")


def outward(a: Amount, places: int) -> tuple[Fraction | None, Fraction | None]:
    """The bounds rounded away from each other to so many decimals."""
    factor = Fraction(10) ** places
    low = None if a.low is None else Fraction(floor(a.low * factor)) / factor
    high = None if a.high is None else Fraction(ceil(a.high * factor)) / factor
    return low, high


def str_amount(a: Amount, places: int = 2) -> str:
    """An interval for people, bounds rounded outward: "31 to 40.8", "at least 330", "any"."""
    low, high = outward(a, places)
    if low is None and high is None:
        return "any"
    if low is None or high is None:
        return _one_sided(a, low, high, places)
    if a.low == a.high and a.low is not None:
        return str_number(a.low, places)
    return f"{str_number(low, places)} to {str_number(high, places)}"


def _one_sided(a: Amount, low: Fraction | None, high: Fraction | None, places: int) -> str:
    if low is not None:
        return f"{'more than' if a.low_open else 'at least'} {str_number(low, places)}"
    assert high is not None
    return f"{'less than' if a.high_open else 'at most'} {str_number(high, places)}"
