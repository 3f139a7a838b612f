"""How one or two figures make another, on floats, from the ends of their intervals to its own."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from extractor.reconcile.link.fits.facts import Ends


def quotient(others: Sequence[Ends]) -> Ends:
    """The first over the second; infinite where it has no bound or a sign."""
    (a, b), (c, d) = others
    return (a / d, b / c) if c > 0 and a >= 0 else (inf, inf)


def product(others: Sequence[Ends]) -> Ends:
    """The two multiplied."""
    (a, b), (c, d) = others
    return a * c, b * d


def percent(others: Sequence[Ends]) -> Ends:
    """The first in per cent of the second."""
    low, high = quotient(others)
    return 100 * low, 100 * high


def percent_change(others: Sequence[Ends]) -> Ends:
    """The size of the change from the first to the second."""
    low, high = percent([others[1], others[0]])
    return (low - 100, high - 100) if low >= 100 else (100 - high, 100 - low) if high <= 100 else (0.0, inf)


def gap(others: Sequence[Ends]) -> Ends:
    """How far apart the two are."""
    (a, b), (c, d) = others
    return (a - d, b - c) if a + b >= c + d else (c - b, d - a)


def minus(others: Sequence[Ends]) -> Ends:
    """The first less the second."""
    (a, b), (c, d) = others
    return a - d, b - c


def added(others: Sequence[Ends]) -> Ends:
    """All of them together."""
    return sum(a for a, _ in others), sum(b for _, b in others)


def rest(others: Sequence[Ends]) -> Ends:
    """What a share leaves of 100."""
    ((a, b),) = others
    return 100 - b, 100 - a


def of_whole(others: Sequence[Ends]) -> Ends:
    """So many per cent of the second."""
    (a, b), (c, d) = others
    return a * c / 100, b * d / 100
