"""Tables with subtotals and a row for all: ranks among a block, and of all."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

CALLS = """Calls by district
District,Calls 2024,Calls 2025,On time % 2024,On time % 2025
City total,11180,11690,66.1,67.2
Arden,4210,4315,59.8,61.2
Brome,4480,4610,70.4,71.5
Corve,2490,2765,68.0,69.9
Country total,5390,5610,51.2,52.8
Dunne,2110,2244,49.7,50.3
Esk,1720,1801,50.6,52.2
Fyne,1560,1565,53.8,56.7
WESTLAND,16570,17300,61.3,62.5
"""


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (CALLS, "Among the city districts, Arden now has the lowest rate, at 61.2 per cent."),
        (CALLS, "Brome was the busiest, with 4,610 calls in 2025."),
        (
            CALLS,
            "Fyne is not among them. There calls are answered on time in 56.7 per cent of cases, "
            "the lowest in Westland and 2.9 points more than in 2024.",
        ),
    ],
)
def test_what_is_right_among_a_block_is_not_questioned(table: str, text: str) -> None:
    assert "mismatch" not in verdicts(text, table).values()


def test_a_rank_among_a_block_is_held_against_the_block() -> None:
    told = verdicts("Among the city districts, Corve now has the lowest rate, at 69.9 per cent.", CALLS)
    assert "mismatch" in told.values()


def test_a_share_of_those_with_something_is_only_borne_out() -> None:
    table = """Homes by district (thousands)
District,Homes 2025,No piped water 2025
Mandeni,1240,48
Nkandla,610,212
Ulundi,702,131
Umlazi,711,79
"""
    told = verdicts(
        "Nkandla has 35% without piped water. "
        "It holds 19% of the province's homes but only one in 10 of those without water.",
        table,
    )
    assert told.get("only one in 10") != "mismatch"
