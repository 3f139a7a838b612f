"""Which of several mentions in a sentence belongs to a figure: the one in its own clause, else the nearest.

Costs are steps, not tolerances: a clause boundary or another figure between the two counts one
each; what follows the figure in its own clause ("330 in March") is preferred to what precedes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from extractor.model import Span

T = TypeVar("T")
_BOUNDARY = re.compile(
    r"[,;:()—–](?!\d)|\s+(?:and|but|while|whereas|against|compared|than|having|up|down|from|with|which|who|or)\s+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^[“\"‘(\s]*(?:[A-Z][a-z]+\s+)?$|^[“\"‘\s]*(?:In|At|On|For|Over|During|Across|By|Since|Between|From)\s+(?:the\s+|the\s+\w+\s+)?$"
)
_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """Something that may fill a slot, and where it stands."""

    span: Span
    value: T


def nearest(text: str, figure: Span, candidates: Sequence[Near[T]]) -> T | None:
    """The candidate with the fewest steps to the figure; None where there is none."""
    best = min(candidates, key=lambda c: cost(text, figure, c.span), default=None)
    return best.value if best is not None else None


def cost(text: str, figure: Span, other: Span) -> tuple[int, int]:
    """Boundaries and figures between the two, then characters."""
    after = other.start >= figure.end
    between = text[figure.end : other.start] if after else text[other.end : figure.start]
    steps = len(_BOUNDARY.findall(between)) + len(_DIGITS.findall(between))
    return 2 * steps + (0 if after else 1), len(between)
