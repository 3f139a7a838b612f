"""Exact interval arithmetic over `Amount`.

Every operation returns the tightest interval that holds all results; an open end stays
open, a missing bound stays missing. Nothing here knows words, text or verdicts.

    >>> from extractor.shown import str_amount
    >>> str_amount(percent_of(rounded(25, 5), rounded(70, 5)), 1)
    '31 to 40.8'
    >>> str_amount(complement(exact(56, PERCENT)))
    '44'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from extractor.model import Amount

Number = int | Decimal | Fraction
PERCENT = "%"
POINTS = "points"


def exact(value: Number, unit: str = "") -> Amount:
    """The one value and nothing else."""
    number = Fraction(value)
    return Amount(number, number, unit)


def between(
    low: Number | None,
    high: Number | None,
    unit: str = "",
    *,
    low_open: bool = False,
    high_open: bool = False,
) -> Amount:
    """The values from low to high; None leaves a side unbounded."""
    return Amount(
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        unit,
        low_open,
        high_open,
    )


def last_digit(printed: Decimal) -> Fraction:
    """The step of the last printed digit: 1/10 for 56.9, 1 for 330, 1/100 for 8.00."""
    exponent = printed.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{printed} is no finite number")
    return Fraction(10) ** min(exponent, 0)


def rounded(value: Number, grain: Number, unit: str = "") -> Amount:
    """All values that round to `value` in steps of `grain`; both halves are kept."""
    half = Fraction(grain) / 2
    return Amount(Fraction(value) - half, Fraction(value) + half, unit, grain=Fraction(grain))


def truncated(value: Number, grain: Number, unit: str = "") -> Amount:
    """All values that become `value` when digits below `grain` are cut off; 0 stands for none below it."""
    kept, step = Fraction(value), Fraction(grain)
    if kept < 0:
        return Amount(kept - step, kept, unit, low_open=True, grain=step)
    return Amount(kept, kept + step, unit, high_open=True, grain=step)


def is_exact(a: Amount) -> bool:
    """True if one value alone is allowed."""
    return a.low is not None and a.low == a.high


def contains(a: Amount, value: Number) -> bool:
    """True if the interval holds the value."""
    above = a.low is None or value > a.low or (value == a.low and not a.low_open)
    below = a.high is None or value < a.high or (value == a.high and not a.high_open)
    return above and below


def meet(a: Amount, b: Amount) -> bool:
    """True if some value lies in both."""
    return not surely_less(a, b) and not surely_less(b, a)


def surely_less(a: Amount, b: Amount) -> bool:
    """True if a < b whatever the two are."""
    if a.high is None or b.low is None:
        return False
    # Fractions compared by hand: their own comparison asks first what kind of number each is.
    above, under = a.high.as_integer_ratio()
    below, of = b.low.as_integer_ratio()
    return above * of < below * under or (above * of == below * under and (a.high_open or b.low_open))


def within(a: Amount, b: Amount) -> bool:
    """True if every value of a lies in b."""
    return _low_inside(a, b) and _high_inside(a, b)


def _low_inside(a: Amount, b: Amount) -> bool:
    if b.low is None:
        return True
    if a.low is None:
        return False
    return a.low > b.low or (a.low == b.low and (a.low_open or not b.low_open))


def _high_inside(a: Amount, b: Amount) -> bool:
    if b.high is None:
        return True
    if a.high is None:
        return False
    return a.high < b.high or (a.high == b.high and (a.high_open or not b.high_open))


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval; a value of None is infinite, on the side that `sign` says."""

    value: Fraction | None
    open: bool
    sign: int


def _ends(a: Amount) -> tuple[_End, _End]:
    return _End(a.low, a.low_open, -1), _End(a.high, a.high_open, 1)


def add(a: Amount, b: Amount) -> Amount:
    """a + b, in the unit of a."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Amount(low, high, a.unit, a.low_open or b.low_open, a.high_open or b.high_open)


def negate(a: Amount) -> Amount:
    """-a."""
    low = None if a.high is None else -a.high
    high = None if a.low is None else -a.low
    return Amount(low, high, a.unit, a.high_open, a.low_open)


def difference(a: Amount, b: Amount) -> Amount:
    """a - b; two percentages differ by percentage points."""
    unit = POINTS if a.unit == b.unit == PERCENT else a.unit
    return replace(add(a, negate(b)), unit=unit)


def total(parts: Iterable[Amount]) -> Amount:
    """The sum of all parts; of none, exactly 0."""
    first, *rest = list(parts) or [exact(0)]
    for part in rest:
        first = add(first, part)
    return replace(first, grain=None)


def complement(a: Amount) -> Amount:
    """100 - a, of a percentage."""
    return replace(add(exact(100, a.unit), negate(a)), grain=a.grain)


def scale(a: Amount, factor: Number, unit: str | None = None) -> Amount:
    """a times a plain number."""
    f = Fraction(factor)
    if f == 0:
        return exact(0, a.unit if unit is None else unit)
    low = None if a.low is None else a.low * f
    high = None if a.high is None else a.high * f
    opens = (a.low_open, a.high_open)
    if f < 0:
        low, high, opens = high, low, opens[::-1]
    return Amount(low, high, a.unit if unit is None else unit, *opens)


def product(a: Amount, b: Amount, unit: str = "") -> Amount:
    """a times b, for any signs and missing bounds."""
    corners = [_times(x, y) for x in _ends(a) for y in _ends(b)]
    return _hull(corners, unit)


def _times(x: _End, y: _End) -> _End:
    if x.value == 0 or y.value == 0:
        zero_open = (x.value == 0 and x.open) or (y.value == 0 and y.open)
        reached = (x.value == 0 and not x.open) or (y.value == 0 and not y.open)
        return _End(Fraction(0), zero_open and not reached, 1)
    if x.value is None or y.value is None:
        return _End(None, True, _sign(x) * _sign(y))
    return _End(x.value * y.value, x.open or y.open, 1)


def _sign(x: _End) -> int:
    if x.value is None:
        return x.sign
    return 1 if x.value > 0 else -1


def ratio(a: Amount, b: Amount, unit: str = "") -> Amount:
    """a / b; unbounded on the side where b comes to 0, on both where 0 lies inside b or is all of it."""
    if b.low == b.high == 0:
        return Amount(None, None, unit)
    return product(a, _reciprocal(b), unit)


def _reciprocal(b: Amount) -> Amount:
    negative = b.low is None or b.low < 0
    positive = b.high is None or b.high > 0
    if negative and positive:
        return Amount(None, None)
    low = _inverse(b.high)
    high = _inverse(b.low)
    # 1/x falls as x grows, so the ends change places; an end at infinity becomes an open 0.
    low_open = b.high is None or (low is not None and b.high_open)
    high_open = b.low is None or (high is not None and b.low_open)
    return Amount(low, high, "", low_open, high_open)


def _inverse(value: Fraction | None) -> Fraction | None:
    if value is None:
        return Fraction(0)
    return None if value == 0 else 1 / value


def _hull(corners: list[_End], unit: str) -> Amount:
    unbounded_low = any(c.value is None and c.sign < 0 for c in corners)
    unbounded_high = any(c.value is None and c.sign > 0 for c in corners)
    finite = [(c.value, c.open) for c in corners if c.value is not None]
    low, low_open = _extreme(finite, min) if finite else (None, False)
    high, high_open = _extreme(finite, max) if finite else (None, False)
    return Amount(
        None if unbounded_low else low,
        None if unbounded_high else high,
        unit,
        low_open and not unbounded_low,
        high_open and not unbounded_high,
    )


def _extreme(
    corners: list[tuple[Fraction, bool]], pick: Callable[[Iterable[Fraction]], Fraction]
) -> tuple[Fraction, bool]:
    """The outermost value, open only if no corner reaches it."""
    value = pick(v for v, _ in corners)
    return value, all(is_open for v, is_open in corners if v == value)


def percent_of(part: Amount, whole: Amount) -> Amount:
    """Part as a percentage of whole."""
    return scale(ratio(part, whole), 100, PERCENT)


def percent_change(old: Amount, new: Amount) -> Amount:
    """The change from old to new in per cent of old."""
    return add(scale(ratio(new, old), 100, PERCENT), exact(-100))


def intersection(a: Amount, b: Amount) -> Amount | None:
    """The values that lie in both, or None."""
    if not meet(a, b):
        return None
    low = max((e for e in (a.low, b.low) if e is not None), default=None)
    high = min((e for e in (a.high, b.high) if e is not None), default=None)
    low_open = any(x.low_open and x.low == low for x in (a, b))
    high_open = any(x.high_open and x.high == high for x in (a, b))
    return Amount(low, high, a.unit, low_open, high_open)


def widen(a: Amount, by: Number) -> Amount:
    """The interval with `by` added on both sides."""
    step = Fraction(by)
    return replace(
        a,
        low=None if a.low is None else a.low - step,
        high=None if a.high is None else a.high + step,
    )


def middle(a: Amount) -> Fraction | None:
    """The value halfway, or the one end there is."""
    if a.low is None or a.high is None:
        return a.high if a.low is None else a.low
    return (a.low + a.high) / 2


def wholes_that_print_as(shares: Amount, n: int) -> tuple[int, ...]:
    """All whole k whose share 100·k/n lies in the interval (granularity, Brown and Heathers 2017)."""
    if n <= 0:
        raise ValueError(f"a base must be positive, not {n}")
    low = Fraction(0) if shares.low is None else shares.low
    high = Fraction(100) if shares.high is None else shares.high
    ks = range(max(0, ceil(low * n / 100)), floor(high * n / 100) + 1)
    return tuple(k for k in ks if contains(shares, Fraction(100 * k, n)))
