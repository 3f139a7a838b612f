"""Which rows a number counts: all plain ones, the sums among them, or the parts of one sum."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

REGIONS = """Region / council,Homes let 2022,Homes let 2023,Homes sold 2022,Homes sold 2023
NORTHERN,1200,1324,410,377
Ardle,500,560,120,101
Brae,400,380,190,196
Cairn,300,384,100,80
EASTERN,990,957,355,389
Dunmore,450,410,155,160
Esk,290,299,120,137
Fenby,250,248,80,92
SOUTHERN,1510,1602,600,512
Gale,700,715,240,201
Hythe,510,570,260,215
Inver,300,317,100,96
Total,3700,3883,1365,1278
"""
LOANS = """Borough,Year,Loans,Borrowers
Ashworth,2022,47301,5388
Ashworth,2023,44117,5094
Bexcombe,2022,19110,2801
Bexcombe,2023,22415,3160
Carrow,2022,70455,8790
Carrow,2023,66904,8217
Dorrin,2022,15022,1901
Dorrin,2023,14890,1950
"""
SCHOOLS = """Authority,Pupils on roll,Absence rate % 2022-23,Absence rate % 2023-24
Ambley,21034,7.1,6.8
Brockhurst,18222,8.0,8.4
Colne Vale,30911,6.6,6.1
Derrow,9120,c,c
Elsing,15480,7.9,7.2
Farrow,27660,7.5,7.0
"""
RIGHT, WRONG = "consistent", "mismatch"
CASES = [
    (REGIONS, "More homes were let than in 2022 in two of the three regions.", {"two": RIGHT}),
    (REGIONS, "In all three regions fewer homes were sold than in 2022.", {"three": WRONG}),
    (REGIONS, "The number of homes sold fell in two of the three regions.", {"two": RIGHT}),
    (REGIONS, "Of the nine councils, four let more homes than the year before.", {"four": WRONG}),
    (REGIONS, "Of the nine councils, six let more homes than the year before.", {"six": RIGHT}),
    (LOANS, "Loans went down in three of the four boroughs.", {"three": RIGHT}),
    (LOANS, "Loans went down in two of the four boroughs.", {"two": WRONG}),
    (LOANS, "All four boroughs had fewer borrowers than in 2022.", {"four": WRONG}),
    (SCHOOLS, "Absence rose in one of the six authorities.", {"one": None}),
    (SCHOOLS, "Absence fell in four of the six authorities.", {"four": RIGHT}),
    (SCHOOLS, "Absence fell in two of the six authorities.", {"two": WRONG}),
    (
        SCHOOLS,
        "In Colne Vale the absence rate was 6.1 per cent. The rate fell in three of the six authorities.",
        {"6.1 per cent": RIGHT, "three": WRONG},
    ),
]


@pytest.mark.parametrize(("table", "text", "expected"), CASES)
def test_rows_of_a_group_are_counted(table: str, text: str, expected: dict[str, str | None]) -> None:
    found = verdicts(text, table)
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize(
    ("table", "text"),
    [
        # Another number of rows than the table has.
        (REGIONS, "In four of the seven regions fewer homes were sold than in 2022."),
        # Not told between the times of the table.
        (REGIONS, "In all three regions more homes were sold than in the south of France."),
        (REGIONS, "Of the nine councils, eight want more homes than they can pay for."),
        (SCHOOLS, "Absence is higher than it should be in all six authorities."),
        (LOANS, "In all four boroughs fewer loans are made than in 1990."),
    ],
)
def test_what_no_time_of_the_table_is_set_against(table: str, text: str) -> None:
    assert WRONG not in verdicts(text, table).values()
