"""The kind and unit of a quantity, as read off the print."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from extractor.model import FigureKind

#: The unit of quantities that are told as "5 per 1,000".
PER = "per "


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of quantity and its unit, with the factor that brings the print to that unit."""

    kind: FigureKind
    name: str
    #: What one printed unit is in `name`, as a divisor: 100 for pence, 100 for basis points.
    divisor: int | Fraction = 1
    #: False where the print may mean something else and the text has to decide ("points").
    sure: bool = True


METRE = Unit("measure", "meter")
