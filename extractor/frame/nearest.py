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
from extractor.regexes import Regex

T = TypeVar("T")
_BOUNDARY = Regex(
    r"[,;:()—–](?!\d)|\s+(?:and|but|while|whereas|against|compared|than|having|up|down|from|with|which|who|or)\s+",
    re.IGNORECASE,
)
#: "..., in the Netherlands, 64" and "In Uganda, 64".
_FRONT = Regex(r"(?:^|[.;:,!?\n]\s*)[“\"‘(]*(?:[Ii]n|[Aa]t|[Aa]cross|[Oo]n|[Ff]or|[Oo]ver)\s+(?:the\s+)?$")
_DIGITS = Regex(r"\d[\d.,]*")


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
    if not after and _fronted(text, other) and not between.strip(", "):
        return 0, len(between)
    steps = len(_BOUNDARY.findall(between)) + len(_DIGITS.findall(between)) + between.count("; ")
    return 2 * steps + (0 if after else 1), len(between)


def _fronted(text: str, other: Span) -> bool:
    """True for what opens its clause: "in Uganda, 64 per cent" has the 64 right behind it."""
    return _FRONT.search(text, max(0, other.start - 24), other.start) is not None
