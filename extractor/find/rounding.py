"""Statements about the rounding of a whole document, "rounded to the nearest five", and what they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from extractor.find.intervals import to_nearest
from extractor.find.number_words import words_at
from extractor.find.numerals import digits_at
from extractor.model import Figure

_STATEMENT = re.compile(
    r"\b(?:round(?:ed|s|ing)?|given|shown|reported|published|expressed)\b[^.\n]{0,40}?\bto the nearest (?:whole )?([A-Za-z]+|[\d,]+)",
    re.IGNORECASE,
)
_WORDS = {"ten": 10, "hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12}


def declared_grain(text: str) -> Fraction | None:
    """The step to which a text says that its numbers are rounded; None if it does not say."""
    if "nearest" not in text:
        return None
    found = _STATEMENT.search(text)
    if found is None:
        return None
    word = found[1].lower()
    if word in _WORDS:
        return Fraction(_WORDS[word])
    number = digits_at(text, found.start(1)) if word[0].isdigit() else words_at(text, found.start(1))
    return number.value if number is not None and number.value >= 1 else None


def widened(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, with the counts and money that the statement governs as wide as it says."""
    grain = declared_grain(text)
    for figure in figures:
        yield figure if grain is None or grain == 1 else _widened(figure, grain)


def _widened(figure: Figure, grain: Fraction) -> Figure:
    if figure.kind not in ("count", "money") or figure.value is None or Fraction(figure.value) % grain:
        return figure
    if figure.amount.low == figure.amount.high or (figure.amount.grain or 0) > grain:
        return replace(figure, amount=to_nearest(figure.amount, grain))
    return figure
