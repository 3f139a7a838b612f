"""Times that are the same in other words, and such as only look alike."""

from __future__ import annotations

import pytest

from gold.slots import same_words
from gold.times import months_of, plain_time, same_time


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023-24", "1 April 2023 to 31 March 2024"),
        ("2023-24", "2023-04/2024-03"),
        ("the 2023/24 school year", "2023-24"),
        ("September 2023 to August 2024", "2023-2024"),
        ("1 April 2023 and 31 March 2024", "2023-04-01/2024-03-31"),
    ],
)
def test_the_same_time_in_other_words(one: str, other: str) -> None:
    assert same_time(one, other)
    assert same_time(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2023-24", "2022-04/2023-03"),
        ("2023-24", "October 2023 to March 2024"),  # half of it
        ("April 2023 to March 2024", "May 2023 to April 2024"),
        ("2022-23 to 2024-25", "2022-23"),
        ("last year", "2023-24"),
        ("2023", "2023-24"),
    ],
)
def test_times_that_only_look_alike(one: str, other: str) -> None:
    assert not same_time(one, other)
    assert not same_time(other, one)


def test_a_year_to_a_month_is_told_in_two_ways() -> None:
    year, months = plain_time("year to March 2026"), plain_time("12 months to the end of March")
    assert same_words(year, months)
    assert not same_words(plain_time("year to June"), months)
    assert plain_time("end of March") == "end of March"


def test_a_word_that_is_no_month_is_none() -> None:
    assert months_of("Smith 2023 to Jones 2024") is None
    assert months_of("") is None
