"""What a claim computes from several cells: changes, ranks, directions."""

from __future__ import annotations

import pytest

from extractor.reference.changes.moves import moves_in
from extractor.reference.ranks.among_rows import ranks_in
from tests.reference.told import found

CRIME = """Area,Burglary 2022,Burglary 2023,Robbery 2022,Robbery 2023,Detection % 2022,Detection % 2023
Ashcombe,2000,1800,310,355,8.1,9.4
Brackley,1210,1331,122,98,7.0,6.2
Corran,905,870,410,433,11.3,12.0
Dunmore,1400,1400,96,101,5.2,5.9
All areas,5515,5401,938,987,8.0,8.6
"""


@pytest.mark.parametrize(
    ("sentence", "verdict", "reading"),
    [
        ("In Ashcombe burglary fell by 10 per cent between 2022 and 2023.", "consistent", None),
        ("In Ashcombe burglary fell by 20 per cent between 2022 and 2023.", "mismatch", None),
        ("In Brackley burglary fell by 10 per cent between 2022 and 2023.", "mismatch", "direction"),
        ("In Brackley burglary rose by 9 per cent between 2022 and 2023.", "mismatch", "base"),
        ("In Ashcombe the detection rate rose by 1.3 percentage points in 2023.", "consistent", None),
        ("In Ashcombe the detection rate rose by 1.3 per cent in 2023.", "mismatch", "points"),
    ],
)
def test_a_change_between_two_columns(sentence: str, verdict: str, reading: str | None) -> None:
    (finding,) = [f for f in found(sentence, CRIME) if f.relation.kind == "change"]
    assert (finding.verdict, finding.reading) == (verdict, reading)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Corran had the highest detection rate of any area in 2023.", "consistent"),
        ("Corran had the lowest detection rate of any area in 2023.", "mismatch"),
        ("Ashcombe had the second highest detection rate in 2023.", "consistent"),
        ("Brackley recorded the fewest robberies in 2023.", "consistent"),
        ("Dunmore recorded the fewest robberies in 2023.", "mismatch"),
    ],
)
def test_a_rank_among_the_rows(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, CRIME)] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In Corran robbery went up last year.", "consistent"),
        ("In Corran robbery went down last year.", "mismatch"),
        ("Burglary has fallen across the country.", "consistent"),
        ("Burglary has risen across the country.", "mismatch"),
    ],
)
def test_a_direction_without_a_size(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, CRIME)] == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints about burglary sirens from angry neighbours went up in Corran.",
        "Corran had the highest detection rate since 2010.",
        "Corran had one of the lowest detection rates in the country.",
        "Shoplifting went down in Corran.",
        "The most common crime in Corran was burglary.",
    ],
)
def test_what_is_no_rank_or_direction_of_the_table_is_left_alone(sentence: str) -> None:
    assert not [f for f in found(sentence, CRIME) if f.verdict == "mismatch"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Marsh has the third highest rate, and Dene the fewest staff.", [3, 1]),
        ("It was the highest since 2010 and one of the largest in the county.", []),
        ("Dene came bottom with more than any other town.", [1, 1]),
    ],
)
def test_words_of_rank(text: str, places: list[int]) -> None:
    assert [r.place for r in ranks_in(text)] == places


def test_words_of_movement() -> None:
    text = "Robbery went down, while burglary has risen; she set up a stall and fell ill."
    assert [m.direction for m in moves_in(text)] == ["fell", "rose"]
