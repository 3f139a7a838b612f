"""The group that a rank is among, and the time of columns, rows and words that name none."""

from __future__ import annotations

import pytest

from tests.reference.told import found

FORCES = """Region,Force,Stops 2022,Stops 2023,Vans
North,Ashcombe,410,455,31
North,Brackley,620,580,44
North,Corran,300,390,12
South,Dunmore,900,940,50
South,Eastley,720,705,61
South,Farlow,810,860,40
"""
LONG = """year,area,deaths,population
2021,Ashcombe,14,120000
2022,Ashcombe,19,121000
2023,Ashcombe,16,122000
2021,Brackley,31,230000
2022,Brackley,26,231000
2023,Brackley,29,232000
"""
RATES = """Council,Recycling rate (%),Recycling rate previous year (%)
Ashcombe,41.2,43.9
Brackley,55.0,52.1
Corran,38.4,39.0
Dunmore,47.7,47.0
Eastley,60.3,61.5
"""


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Brackley had the most stops of any force in the North in 2023.", "consistent"),
        ("Corran had the most stops of any force in the North in 2023.", "mismatch"),
        ("Brackley had the most stops of any force in 2023.", "mismatch"),
        ("Dunmore had the most stops of any force in 2023.", "consistent"),
        ("Eastley had the fewest stops in the region in 2023.", "consistent"),
    ],
)
def test_a_rank_is_among_the_group_that_its_sentence_names(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, FORCES)] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "number", "verdict"),
    [
        ("In 2023 there were 16 deaths in Ashcombe against 19 the year before.", "19", "consistent"),
        ("In 2023 there were 16 deaths in Ashcombe against 14 the year before.", "14", "mismatch"),
        ("Deaths in Brackley fell between 2021 and 2023, from 31 to 29.", "31", "consistent"),
        ("Deaths in Brackley fell between 2021 and 2023, from 31 to 29.", "29", "consistent"),
        ("There were 29 deaths in Brackley last year.", "29", "consistent"),
        ("There were 33 deaths in Brackley last year.", "33", "mismatch"),
    ],
)
def test_the_year_before_is_counted_from_the_year_of_the_sentence(
    sentence: str, number: str, verdict: str
) -> None:
    about = [f for f in found(sentence, LONG) if f.relation.cue.text.startswith(number)]
    assert [f.verdict for f in about] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Brackley has 44 vans.", "consistent"),
        ("Brackley has 54 vans.", "mismatch"),
    ],
)
def test_a_column_without_a_year_beside_others_with_years_is_of_now(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, FORCES)] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In 2023-24 the recycling rate in Brackley was 55.0 per cent.", "consistent"),
        ("In 2023-24 the recycling rate in Brackley was 52.1 per cent.", "mismatch"),
        ("Eastley had the highest recycling rate of any council in 2023-24.", "consistent"),
        ("In 2023-24 the recycling rate in Brackley rose by 2.9 percentage points.", "consistent"),
    ],
)
def test_a_column_of_the_previous_year_is_another_time(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, RATES)] == [verdict]


def test_a_rate_set_against_another_place_is_not_an_older_one() -> None:
    table = RATES + "England,48.5,49.0\n"
    text = "In 2023-24 the recycling rate in Brackley was 55.0 per cent against 48.5 per cent in England."
    assert [f.verdict for f in found(text, table)] == ["consistent", "consistent"]


def test_a_figure_that_opens_its_clause_is_of_the_row_behind_it() -> None:
    text = "In Corran the rate is lower. At 60.3 per cent, Eastley has the highest recycling rate."
    assert "mismatch" not in [f.verdict for f in found(text, RATES)]
