"""Numbers of rows: of all of them, or of those that a condition holds for."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

PARCELS = """Area,Parcels 2022,Parcels 2023,Unemployed 2023 (%)
All areas,14000,14600,6.4
Arfon,3880,4554,4.1
Braes,2800,3040,7.2
Caldmore,1747,1706,9.9
Dene,1358,1722,5.5
Kyle,2762,3508,3.8
Merse,447,405,8.7
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of parcels fell in two of the six areas.", {"two": "consistent", "six": "consistent"}),
        (
            "In two of the six areas, parcels went down.",
            {"two": "consistent", "six": "consistent"},
        ),
        ("The number of parcels fell in three of the six areas.", {"three": "mismatch", "six": "consistent"}),
        ("In three of the six areas more than 7 per cent were unemployed in 2023.", {"three": "consistent"}),
        ("In four of the six areas more than 7 per cent were unemployed in 2023.", {"four": "mismatch"}),
        # All of them are where, not of whom.
        ("Parcels fell in 2023, say the food banks of the six areas.", {"fell": "mismatch"}),
        # Not all rows, or another condition than the table's.
        ("The number of parcels fell in three of the nine areas.", {}),
        ("Parcels were late in three of the six areas.", {"six": "consistent"}),
        ("Three of the six areas want the number of parcels to fall.", {"six": "consistent"}),
    ],
)
def test_rows_that_a_condition_holds_for(text: str, expected: dict[str, str]) -> None:
    found = verdicts(text, PARCELS)
    assert {k: v for k, v in found.items() if k in expected or v == "mismatch"} == expected
