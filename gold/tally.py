"""Counted scores: hits out of n, added up over documents, each with its uncertainty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt
from typing import Any

Json = dict[str, Any]

#: Standard normal quantile of a two-sided 95% interval.
Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Proportion:
    """So many hits out of n."""

    hits: int
    n: int

    def __add__(self, other: Proportion) -> Proportion:
        return Proportion(self.hits + other.hits, self.n + other.n)

    @property
    def share(self) -> Fraction | None:
        """Hits over n, exactly; None where there was nothing to hit."""
        return Fraction(self.hits, self.n) if self.n else None


def wilson(p: Proportion) -> tuple[float, float]:
    """The 95% score interval of a share (Wilson 1927), in 0 to 1; the whole range where n is 0."""
    if p.n == 0:
        return 0.0, 1.0
    share, n = p.hits / p.n, p.n
    middle = (share + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
    half = Z95 / (1 + Z95**2 / n) * sqrt(share * (1 - share) / n + Z95**2 / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def f1(true: int, wrong: int, missed: int) -> Proportion:
    """The harmonic mean of precision and recall, as 2·true out of 2·true + wrong + missed."""
    return Proportion(2 * true, 2 * true + wrong + missed)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that went wrong, for a reader: what kind of slip, where, and the words."""

    kind: str
    document: str
    text: str


@dataclass(slots=True)
class Tally:
    """Named scores and the slips behind them."""

    scores: dict[str, Proportion] = field(default_factory=dict)
    details: list[Detail] = field(default_factory=list)

    def count(self, name: str, hits: int, n: int) -> None:
        """Add hits out of n to a score."""
        self.scores[name] = self.get(name) + Proportion(hits, n)

    def tell(self, kind: str, document: str, text: str) -> None:
        """Keep a slip for whoever wants to read it."""
        self.details.append(Detail(kind, document, text))

    def get(self, name: str) -> Proportion:
        """A score, 0 of 0 where nothing was counted."""
        return self.scores.get(name, Proportion(0, 0))

    def merge(self, other: Tally) -> None:
        """Add all that another tally counted."""
        for name, p in other.scores.items():
            self.count(name, p.hits, p.n)
        self.details.extend(other.details)


def merged(tallies: Iterable[Tally]) -> Tally:
    """All of them as one."""
    whole = Tally()
    for tally in tallies:
        whole.merge(tally)
    return whole


def shares(scores: Mapping[str, Proportion]) -> dict[str, Fraction]:
    """The exact share of each score that had something to hit."""
    return {name: p.share for name, p in scores.items() if p.share is not None}
