"""Claims that rest on several cells: gaps between rows, sums of rows, figures for one, shares."""

from __future__ import annotations

import pytest

from tests.reference.told import found

TOWNS = """Town,Residents,Libraries,Loans,Loans to children,Spending (£),Open on Sunday (%)
Ashcombe,40000,10,320000,80000,600000,30.0
Brackley,25000,5,150000,60000,500000,20.0
Corran,60000,12,540000,90000,960000,45.5
Dunmore,15000,3,90000,45000,240000,33.3
Eastley,80000,16,720000,300000,1400000,62.5
County,220000,46,1820000,575000,3700000,42.0
"""


@pytest.mark.parametrize(
    ("sentence", "verdict", "reading"),
    [
        ("In Corran the share open on Sunday is 3.5 points above the county average.", "consistent", None),
        ("In Corran the share open on Sunday is 9.5 points above the county average.", "mismatch", None),
        (
            "In Corran the share open on Sunday is 3.5 points below the county average.",
            "mismatch",
            "direction",
        ),
        ("In Ashcombe the share open on Sunday is 12 points lower than in the county.", "consistent", None),
        ("Corran has two more libraries than Ashcombe.", "consistent", None),
    ],
)
def test_how_far_a_row_is_from_another(sentence: str, verdict: str, reading: str | None) -> None:
    (finding,) = [f for f in found(sentence, TOWNS) if f.relation.kind == "compare"]
    assert (finding.verdict, finding.reading) == (verdict, reading)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In Ashcombe 30.0 per cent are open on Sunday, below the county average.", "consistent"),
        ("In Ashcombe 30.0 per cent are open on Sunday, above the county average.", "mismatch"),
    ],
)
def test_above_or_below_without_a_size(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, TOWNS) if f.relation.kind == "compare"] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Ashcombe and Corran together made 860,000 loans.", "consistent"),
        ("Ashcombe and Corran together made 960,000 loans.", "mismatch"),
        ("Ashcombe, Brackley and Corran have 27 libraries between them.", "consistent"),
        ("Ashcombe, Brackley and Corran have 37 libraries between them.", "mismatch"),
    ],
)
def test_rows_added_up(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, TOWNS)] == [verdict]


def test_rows_joined_without_a_word_for_it_are_not_questioned() -> None:
    text = "Ashcombe and Corran lent 999,000 loans to visitors."
    assert not [f for f in found(text, TOWNS) if f.verdict == "mismatch"]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Spending in Ashcombe came to £15 a head.", "consistent"),
        ("Spending in Ashcombe came to £19 a head.", "mismatch"),
        ("In Corran there were nine loans for every resident.", "consistent"),
        ("In Corran there were six loans for every resident.", "mismatch"),
        ("Dunmore has 20 libraries per 100,000 residents.", "consistent"),
    ],
)
def test_a_figure_for_one_of_something(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, TOWNS)] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Of the 320,000 loans in Ashcombe, 25 per cent were loans to children.", "consistent"),
        ("Of the 320,000 loans in Ashcombe, 35 per cent were loans to children.", "mismatch"),
        ("Corran has 12 libraries, 26 per cent of the total.", "consistent"),
        ("Corran has 12 libraries, 66 per cent of the total.", "undecided"),
    ],
)
def test_a_share_of_two_cells(sentence: str, verdict: str) -> None:
    assert verdict in [f.verdict for f in found(sentence, TOWNS) if f.relation.kind == "share"]


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("Ashcombe and Corran account for 47 per cent of all loans.", ["consistent"]),
        (
            "Ashcombe and Corran made 320,000 and 540,000 loans, 47 per cent of all between them.",
            ["consistent"],
        ),
    ],
)
def test_the_share_of_several_rows(sentence: str, verdicts: list[str]) -> None:
    about = [f for f in found(sentence, TOWNS) if f.relation.cue.text.startswith("47")]
    assert [f.verdict for f in about] == verdicts
