"""Ranks and figures told for so many people, of a table that has the counts and the people apart."""

from __future__ import annotations

import pytest

from extractor.reference.ranks.rates import rate_told
from tests.reference.told import about

CASES = """Country,Population (millions),Tests to 31 May,Confirmed cases,Deaths
Arvenia,10.2,612000,21400,1830
Belmark,5.8,581000,11600,570
Corsovia,46.9,2814000,236000,27100
Drasland,83.1,4320000,183000,8540
Ferrona,66.9,1540000,151000,28800
Galdia,60.4,3910000,233000,33400
Ilandia,0.36,60800,1806,10
"""


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Deaths per million are highest in Marsh", "head"),
        ("the most tests per head", "head"),
        ("the fewest beds for every pupil", "pupil"),
        ("the most cases for its size", "head"),
        ("proportionately the most", "head"),
        ("the most deaths relative to its population", "head"),
        ("the highest death rate", ""),
        ("the most for three years", None),
        ("the most deaths", None),
    ],
)
def test_the_words_say_for_one_of_what(text: str, noun: str | None) -> None:
    assert rate_told(text) == noun


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Deaths per million are highest in Corsovia.", "are highest", ["consistent"]),
        ("Deaths per million are highest in Galdia.", "are highest", ["mismatch"]),
        ("Galdia has had the most deaths.", "the most", ["consistent"]),
        ("Corsovia has had the most deaths.", "the most", ["mismatch"]),
        ("Ilandia has carried out the most tests per head of population.", "the most", ["consistent"]),
        ("Drasland has carried out the most tests per head of population.", "the most", ["mismatch"]),
        ("Belmark has done the most tests for its size.", "the most", ["mismatch"]),
        ("Corsovia has had the most deaths relative to its population.", "the most", ["consistent"]),
        ("Corsovia has the highest death rate.", "the highest", []),
    ],
)
def test_a_rank_by_rate_is_of_the_quotients(text: str, start: str, verdict: list[str]) -> None:
    assert about(text, CASES, start) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ferrona has had the most deaths of all but Galdia.", ["consistent"]),
        ("Ferrona has had the most deaths after Galdia.", ["consistent"]),
        ("Corsovia has had the most deaths after Galdia and Ferrona.", ["consistent"]),
        ("Corsovia has had the most deaths of all except Galdia.", ["mismatch"]),
        ("Corsovia has had the most deaths outside Galdia and Ferrona.", ["consistent"]),
        ("Drasland has had the most deaths outside Galdia and Ferrona.", ["mismatch"]),
    ],
)
def test_rows_may_be_left_out_of_the_order(text: str, verdict: list[str]) -> None:
    assert about(text, CASES, "the most") == verdict


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Arvenia recorded 179 deaths per million.", "179", ["consistent"]),
        ("Arvenia recorded 279 deaths per million.", "279", ["undecided"]),
        ("Drasland had 2,202 confirmed cases per million, and fewer deaths.", "2,202", ["consistent"]),
        ("Ilandia has done 169 tests per 1,000, more than anyone.", "169", ["consistent"]),
    ],
)
def test_so_many_per_million_are_people(text: str, start: str, verdict: list[str]) -> None:
    assert about(text, CASES, start) == verdict
