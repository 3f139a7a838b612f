"""Numbers and intervals for people: rounded outward, never narrower than they are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.amount import (
    between,
    exact,
    percent_of,
    rounded,
)
from extractor.model import Amount
from extractor.shown import outward, str_amount, str_number
from tests.intervals import amounts


@given(amounts(), st.integers(0, 6))
def test_outward_never_loses_a_value(a: Amount, places: int) -> None:
    low, high = outward(a, places)
    assert (low is None) == (a.low is None)
    assert (high is None) == (a.high is None)
    step = Fraction(1, 10**places)
    assert low is None or a.low is None or 0 <= a.low - low < step
    assert high is None or a.high is None or 0 <= high - a.high < step


@pytest.mark.parametrize(
    ("shown", "places", "text"),
    [
        (percent_of(rounded(25, 5), rounded(70, 5)), 1, "31 to 40.8"),
        (between(Fraction(1, 3), Fraction(2, 3)), 2, "0.33 to 0.67"),
        (between(Fraction(-2, 3), Fraction(-1, 3)), 2, "-0.67 to -0.33"),
        (exact(6400), 2, "6,400"),
        (exact(Fraction("12.90")), 2, "12.9"),
        (exact(Fraction(25, 70)), 2, "0.36"),
        (between(300, None, low_open=True), 2, "more than 300"),
        (between(330, None), 2, "at least 330"),
        (between(None, 8, high_open=True), 2, "less than 8"),
        (between(None, Fraction(1, 3)), 2, "at most 0.34"),
        (between(None, None), 2, "any"),
    ],
)
def test_print_for_people(shown: Amount, places: int, text: str) -> None:
    assert str_amount(shown, places) == text


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_a_number_for_people_reads_back(steps: int, places: int) -> None:
    value = Fraction(steps, 10**places)
    assert Fraction(str_number(value, places).replace(",", "")) == value


def test_numbers_have_two_decimals_unless_told_otherwise() -> None:
    assert str_number(Fraction(1, 8)) == "0.12"
    assert str_number(Fraction(0)) == "0"
    assert str_amount(exact(Fraction(1, 8))) == "0.12"


def test_bounds_are_rounded_away_from_each_other_in_tenths() -> None:
    assert outward(between(Fraction(1, 3), Fraction(2, 3)), 1) == (Fraction(3, 10), Fraction(7, 10))


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (exact(Fraction(1, 8)), "0.125"),
        (between(Fraction(1, 8), Fraction(3, 8)), "0.125 to 0.375"),
        (between(Fraction(1, 8), None), "at least 0.125"),
        (between(None, Fraction(3, 8)), "at most 0.375"),
    ],
)
def test_every_printed_bound_has_the_decimals_asked_for(shown: Amount, text: str) -> None:
    assert str_amount(shown, 3) == text


def test_decimals_are_filled_with_zeros() -> None:
    assert str_number(Fraction(1, 20)) == "0.05"
    assert str_number(Fraction(-1, 20)) == "-0.05"
