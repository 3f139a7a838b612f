"""Multiples of another row, or of the row itself at another time."""

from __future__ import annotations

import pytest

from tests.reference.told import found

LIBRARIES = """Town,Libraries,Loans 2019,Loans 2024,Spending (£)
Ashcombe,10,160000,320000,600000
Brackley,5,140000,150000,500000
Corran,12,410000,540000,960000
Dunmore,3,45000,90000,240000
Eastley,16,700000,720000,1400000
County,46,1455000,1820000,3700000
"""


@pytest.mark.parametrize(
    ("sentence", "number", "verdict"),
    [
        ("Ashcombe has twice as many libraries as Brackley.", "twice", "consistent"),
        ("Corran has twice as many libraries as Ashcombe.", "twice", "mismatch"),
        ("Dunmore has three libraries, a quarter as many as Corran.", "a quarter", "consistent"),
        ("Dunmore has three libraries, a quarter as many as Brackley.", "a quarter", "mismatch"),
        (
            "Spending in Eastley is £1.4m, more than double that of Ashcombe.",
            "more than double",
            "consistent",
        ),
        ("Spending in Eastley is £1.4m, more than double that of Corran.", "more than double", "undecided"),
        ("Ashcombe made 320,000 loans in 2024, twice as many as in 2019.", "twice", "consistent"),
        ("Corran made 540,000 loans in 2024, twice as many as in 2019.", "twice", "mismatch"),
        ("Loans in Dunmore have doubled.", "doubled", "consistent"),
    ],
)
def test_a_multiple_of_another_cell(sentence: str, number: str, verdict: str) -> None:
    about = [f for f in found(sentence, LIBRARIES) if f.relation.cue.text.startswith(number)]
    assert [f.verdict for f in about] == [verdict]
    assert about[0].relation.kind == "multiple"


@pytest.mark.parametrize(
    "sentence",
    [
        "Corran spends twice as much on roads as Ashcombe.",
        "Readers in Corran are twice as likely to be late.",
        "A library card in Corran costs double what it did.",
    ],
)
def test_a_multiple_of_what_the_table_does_not_hold(sentence: str) -> None:
    assert [f.verdict for f in found(sentence, LIBRARIES) if f.verdict == "mismatch"] == []
