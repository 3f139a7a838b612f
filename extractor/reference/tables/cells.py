"""Cells as published: numbers with marks and signs, rounded ones, and those that are not given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from extractor.amount import PERCENT, between, exact, rounded
from extractor.lexicon import table
from extractor.model import Amount
from extractor.regexes import Regex

_MARK = Regex(r"(?:\s*[\[(][a-z0-9 ]{1,8}[\])]|(?<=\d)\s*(?:[*†‡^]+|[a-z]{1,2}))+$", re.IGNORECASE)
_NUMBER = Regex(
    r"(?P<less><|≤|fewer than |under )?\s*+(?:\+|(?P<minus>[-−–(]))?\s*+(?P<sign>[£$€₹])?\s*+"
    r"(?P<digits>\d{1,3}(?:[, \u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*+(?P<unit>%|m|bn|k)?\)?"
    r"(?P<points>\s*+(?:pts?|ppts?|pps?|p\.p\.)\.?)?",
    re.IGNORECASE,
)
_FACTOR = {"m": 1_000_000, "bn": 1_000_000_000, "k": 1000}
#: "rounded to the nearest five", "rounded to the nearest 10".
_ROUNDED = Regex(r"\bround(?:ed|ing)\b[^.]{0,40}\bnearest\s+(\w[\w,]*)", re.IGNORECASE)
_STEPS = {"five": 5, "ten": 10, "hundred": 100, "thousand": 1000, "million": 1_000_000}
#: So many cells that all end in 0 were rounded.
_LEAST_ROUNDED = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A number as printed, before it is known how the column is rounded."""

    value: Decimal
    #: Printed with a per cent sign.
    percent: bool = False
    #: "<5": any number below.
    below: bool = False
    factor: int = 1
    #: The currency that stands before it, "£".
    sign: str = ""
    #: Printed as a difference of shares: "0.5 pts".
    points: bool = False

    @property
    def places(self) -> int:
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


def cell(printed: str) -> Cell | None:
    """The number in a cell; None where it holds words, or nothing that is given."""
    text = printed.strip()
    if is_missing(text):
        return None
    found = _NUMBER.fullmatch(text) or _NUMBER.fullmatch(_MARK.sub("", text).strip())
    if found is None:
        return None
    value = Decimal(re.sub(r"[, \u00a0]", "", found["digits"]))
    unit = (found["unit"] or "").lower()
    factor = _FACTOR.get(unit, 1)
    return Cell(
        -value if found["minus"] else value,
        unit == "%",
        bool(found["less"]),
        factor,
        found["sign"] or "",
        bool(found["points"]),
    )


def is_missing(printed: str) -> bool:
    """True for a cell that is empty, suppressed or not available."""
    return printed.strip().lower() in _missing()


def _missing() -> frozenset[str]:
    return frozenset(table("reference")["missing"])


def amounts(
    cells: Sequence[Cell | None], unit: str, factor: int, declared: int | None
) -> list[Amount | None]:
    """What the cells of one column allow: decimals are rounded to their last place, counts as declared."""
    given = [c for c in cells if c is not None]
    places = max((c.places for c in given), default=0)
    step = _step(given, places, unit, _in_cells(given, factor, declared))
    return [None if c is None else _amount(c, unit, factor, step) for c in cells]


def _amount(c: Cell, unit: str, factor: int, step: Fraction | None) -> Amount:
    scale = factor * c.factor
    value = Fraction(c.value) * scale
    if c.below:
        return between(0, value, unit, high_open=True)
    if scale != 1:
        own = Fraction(1, 10**c.places) * scale
        return rounded(value, max(own, (step or 0) * scale), unit)
    return exact(value, unit) if step is None else rounded(value, step, unit)


def _in_cells(given: Sequence[Cell], factor: int, declared: int | None) -> int | None:
    """A declared rounding in what the cells count; None if they show that they are not rounded so.

    "To the nearest thousand", of cells that print thousands, is to the nearest 1.
    """
    if declared is None:
        return None
    step = declared // factor if declared >= factor else declared
    off = sum(c.value % step != 0 for c in given if not c.below) if step > 1 else 0
    return step if 2 * off <= len(given) else None


def _step(given: Sequence[Cell], places: int, unit: str, declared: int | None) -> Fraction | None:
    """The rounding of a column: its decimals, what the notes declare, or noughts at the end of all cells."""
    if places or unit == PERCENT or any(c.percent for c in given) or unit.startswith("per "):
        return Fraction(1, 10**places)
    if declared is not None:
        return Fraction(declared)
    whole = [int(c.value) for c in given if not c.below]
    if len(whole) < _LEAST_ROUNDED:
        return None
    return next((Fraction(s) for s in (1000, 100, 50, 10, 5) if all(v % s == 0 for v in whole)), None)


def declared_step(notes: Iterable[str]) -> int | None:
    """The step to which the notes say that counts are rounded."""
    for note in notes:
        found = _ROUNDED.search(note)
        if found is None or re.search(r"whole number|per ?cent", note, re.IGNORECASE):
            continue
        word = found[1].lower().replace(",", "")
        if word in _STEPS or word.isdigit():
            return _STEPS.get(word) or int(word)
    return None
