"""Every example beside every pattern: what it reads, with value and interval, and what it leaves alone."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from extractor.find import find
from extractor.lexicon import table
from extractor.model import Figure
from extractor.shown import outward

PATTERNS = table("figures")
READS = [(name, *example) for name, pattern in PATTERNS.items() for example in pattern["reads"]]
REFUSES = [(name, sentence) for name, pattern in PATTERNS.items() for sentence in pattern["refuses"]]
#: Names of what is found so that it is not taken for a quantity.
OUTSIDE = {"date", "reference", "score"}


def quantities(text: str) -> list[Figure]:
    return [figure for figure in find(text) if figure.kind not in OUTSIDE]


def bounds(figure: Figure) -> tuple[str, str]:
    """Low and high as a reader would write them, to six places; "open" where there is none."""
    low, high = outward(figure.amount, 6)
    return _printed(low, figure.amount.low), _printed(high, figure.amount.high)


def _printed(outer: Fraction | None, exact: Fraction | None) -> str:
    if outer is None or exact is None:
        return "open"
    number = round(Decimal(exact.numerator) / exact.denominator, 6)
    return f"{number.normalize():f}"


@pytest.mark.parametrize(("name", "sentence", "words", "value", "low", "high"), READS)
def test_it_reads(name: str, sentence: str, words: str, value: str, low: str, high: str) -> None:
    figure = next((f for f in quantities(sentence) if f.text == words), None)
    assert figure is not None, f"{words!r} is not among {[f.text for f in quantities(sentence)]}"
    assert figure.pattern == name
    assert figure.value == (None if value == "range" else Decimal(value))
    assert bounds(figure) == (low, high)


@pytest.mark.parametrize(("name", "sentence"), REFUSES)
def test_it_leaves_alone(name: str, sentence: str) -> None:
    assert [f.text for f in quantities(sentence) if f.pattern == name] == []


@pytest.mark.parametrize("name", PATTERNS)
def test_each_pattern_is_told_and_tried(name: str) -> None:
    pattern = PATTERNS[name]
    assert pattern["meaning"].endswith(".")
    assert pattern["reads"]
    assert pattern["refuses"]
