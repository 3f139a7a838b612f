"""Where two intervals lie on one line: the shape of the small drawing on a card, in any size."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from extractor.model import Amount, Finding
from extractor.shown import str_amount

#: Share of the line that stays free at each end.
MARGIN = Fraction(1, 8)
#: The least share of the line that a bar covers: a single value is drawn as a dot.
DOT = Fraction(1, 50)

Side = Literal["stated", "computed"]


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval as a part of the line, both ends between 0 and 1."""

    side: Side
    #: The interval for people: "24.85 to 25.95 points".
    words: str
    start: Fraction
    end: Fraction

    @property
    def is_dot(self) -> bool:
        """True where the bar would be too short to see."""
        return self.end - self.start < DOT


@dataclass(frozen=True, slots=True)
class NumberLine:
    """What the words allow above what the figures give, on one scale."""

    stated: Bar
    computed: Bar

    @property
    def label(self) -> str:
        """The drawing in words."""
        return f"the words allow {self.stated.words}; the figures give {self.computed.words}"


def number_line(finding: Finding) -> NumberLine | None:
    """The intervals of a finding on one line; None where they are not two amounts of one unit."""
    stated, computed = finding.stated, finding.computed
    if stated is None or computed is None or stated.unit != computed.unit:
        return None
    bounds = [b for a in (stated, computed) for b in (a.low, a.high) if b is not None]
    if not _bounded(stated) or not _bounded(computed) or min(bounds) == max(bounds):
        return None
    return NumberLine(_bar("stated", stated, bounds), _bar("computed", computed, bounds))


def _bounded(amount: Amount) -> bool:
    return amount.low is not None or amount.high is not None


def _bar(side: Side, amount: Amount, bounds: list[Fraction]) -> Bar:
    least, reach = min(bounds), max(bounds) - min(bounds)

    def at(bound: Fraction) -> Fraction:
        return MARGIN + (bound - least) / reach * (1 - 2 * MARGIN)

    start = Fraction(0) if amount.low is None else at(amount.low)
    end = Fraction(1) if amount.high is None else at(amount.high)
    return Bar(side, amount_words(amount), start, end)


def amount_words(amount: Amount) -> str:
    """An interval with its unit, as people write it: "56.85 to 56.95%", "0 to 3 points"."""
    words = str_amount(amount)
    return f"{words}%" if amount.unit == "%" else f"{words} {amount.unit}".rstrip()
