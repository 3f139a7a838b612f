"""What the passes hand on: a number with its unit, two that make one figure, and what is no quantity."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from extractor.find.numerals import Numeral
from extractor.find.unit import Unit
from extractor.model import FigureKind
from extractor.regexes import Regex

COUNT = Unit("count", "")
AGE = Unit("age", "year")
RATIO = Unit("ratio", "%")
TIMES = Unit("multiple", "times")
RANK = Unit("rank", "")


@dataclass(frozen=True, slots=True)
class Draft:
    """A number in print and what it is so far."""

    start: int
    end: int
    number: Numeral
    unit: Unit = COUNT
    #: True for a word that is a number only in company: "one" in "one in five".
    maybe: bool = False
    #: Name of the pattern, for provenance.
    pattern: str = "count"
    outside: FigureKind | None = None
    #: Where the unit ends that stands behind "-plus" or "-odd": "20-plus years"; 0 where none does.
    reach: int = 0

    @property
    def kind(self) -> FigureKind:
        """What the figure will be."""
        return self.outside or self.unit.kind

    @property
    def bare(self) -> bool:
        """True for a number without any unit."""
        return self.outside is None and self.unit.kind == "count"


#: The word right before an offset, with the space that parts it from it.
LAST_WORD = Regex(r"([A-Za-z]+)[ \u00a0]$")


def from_outside(found: Outside) -> Draft:
    """A draft of something that is no quantity."""
    empty = Numeral(found.start, found.end, Fraction(0))
    return Draft(found.start, found.end, empty, pattern=found.name, outside=found.kind)


@dataclass(frozen=True, slots=True)
class Outside:
    """Something with digits that is no quantity."""

    start: int
    end: int
    kind: FigureKind
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two drafts that make one figure: a range or a share."""

    first: Draft
    last: Draft
    how: Literal["range", "share", "margin"]

    @property
    def start(self) -> int:
        """Where the pair begins."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where the pair ends."""
        return self.last.number.end if self.how == "share" else self.last.end


Item = Draft | Pair
