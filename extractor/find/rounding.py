"""Statements about the rounding of a whole document, "rounded to the nearest five", and what they govern."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.amount import PERCENT, last_digit, rounded
from extractor.find.intervals import to_nearest
from extractor.find.number_words import words_at
from extractor.find.numerals import SCALES, SUFFIXES, digits_at
from extractor.find.piped import piped_cells
from extractor.find.units import head_unit
from extractor.lexicon import table
from extractor.model import Block, Figure, FigureKind
from extractor.regexes import Regex

_STATEMENT = Regex(
    r"\b(?:round(?:ed|s|ing)?|given|shown|reported|published|"
    r"expressed)\b[^.\n]{0,40}?\bto the nearest (?:whole )?([A-Za-z]+|[\d,]+)",
    re.IGNORECASE,
)
#: Words that keep the statement to a part of the figures: "figures at county level are rounded".
_SCOPED = Regex(
    r"\bat [a-z]+ level\b|\b(?:in|of) (?:the )?(?:table|chart|annex)\b|\bpercentages\b[^.]*$", re.IGNORECASE
)
_PERCENT_HEAD = Regex(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_SCALE_HEAD = Regex(
    r"(?P<sign>[£$€₹]) ?(?P<short>m|bn|k)\b|(?:\(| in )(?P<sign2>[£$€₹])?(?P<long>thousand|million|"
    r"billion|lakh|crore)s?\b"
)
_WORDS = {"ten": 10, "hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}


def declared_grain(text: str) -> Fraction | None:
    """The step to which a text says that its numbers are rounded; None if it does not say."""
    if "nearest" not in text:
        return None
    found = _STATEMENT.search(text)
    if found is None or _SCOPED.search(text, max(0, found.start() - 60), found.start()):
        return None
    word = found[1].lower()
    if word in _WORDS:
        return Fraction(_WORDS[word])
    number = digits_at(text, found.start(1)) if word[0].isdigit() else words_at(text, found.start(1))
    return number.value if number is not None and number.value >= 1 else None


def widened(text: str, figures: Sequence[Figure], blocks: Sequence[Block] = ()) -> list[Figure]:
    """The figures, with the counts and money that a statement governs as wide as it says.

    Cells of a table whose heads say "thousands" or "£m" are scaled by it.
    """
    grain = declared_grain(text)
    out = list(figures) if grain is None or grain == 1 else [_widened(figure, grain) for figure in figures]
    cells = [block for block in blocks if block.kind == "table_cell" and block.heads] or piped_cells(text)
    return _in_cells(out, cells) if cells else out


def _in_cells(figures: Sequence[Figure], cells: Sequence[Block]) -> list[Figure]:
    by_start = sorted(cells, key=lambda block: block.span)
    starts = [block.span.start for block in by_start]
    return [_in_cell(figure, by_start[bisect_right(starts, figure.span.start) - 1]) for figure in figures]


def _in_cell(figure: Figure, cell: Block) -> Figure:
    """A bare number in a cell, in the unit and scale of its heads."""
    if figure.kind != "count" or figure.value is None or not cell.span.contains(figure.span):
        return figure
    head = " ".join(cell.heads)
    if _PERCENT_HEAD.search(head) and figure.value <= 100:
        return replace(
            figure, kind="percentage", amount=rounded(figure.value, last_digit(figure.value), PERCENT)
        )
    found = _SCALE_HEAD.search(head)
    if found is None:
        return _in_unit(figure, cell.heads)
    scale = (
        SUFFIXES.get(found["short"] or "") or SCALES[(found["long"] or "million").lower().removesuffix("s")]
    )
    code = table("money")["signs"].get(found["sign"] or found["sign2"] or "", "")
    value = figure.value * scale
    step = last_digit(figure.value) * scale
    kind: FigureKind = "money" if code else "count"
    return replace(figure, kind=kind, value=value, amount=rounded(value, step, code))


_IN_BRACKETS = Regex(r"\(([^()]{1,20})\)")


def _in_unit(figure: Figure, heads: Sequence[str]) -> Figure:
    """A bare number below "Litres", "Length (km)" or "Payout (KSh)", in that unit."""
    for head in heads:
        inside = _IN_BRACKETS.search(head)
        unit = head_unit(inside[1] if inside is not None else head, bracketed=inside is not None)
        if unit is not None:
            return replace(figure, kind=unit.kind, amount=replace(figure.amount, unit=unit.name))
    return figure


def _widened(figure: Figure, grain: Fraction) -> Figure:
    if figure.kind not in ("count", "money") or figure.value is None or Fraction(figure.value) % grain:
        return figure
    if not any(c.isdigit() for c in figure.text):
        return figure
    if figure.amount.low == figure.amount.high or (figure.hedge is not None and figure.amount.grain == 1):
        return replace(figure, amount=to_nearest(figure.amount, grain))
    return figure
