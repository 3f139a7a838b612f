"""Levels of two times and the change between them, held to the cell that one of them prints."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

HOSPITALS = """Hospital,Waiting 2023,Waiting 2024,In time % 2023,In time % 2024,Nurses 2023,Nurses 2024
Marlow Infirmary,3519,2159,61.2,57.4,840,905
Wye General,48200,52210,48.1,50.4,1204,1180
Dunlin Royal,18444,20312,70.2,66.0,611,598
Sarre Cottage,1024,1031,55.5,58.9,95,81
All hospitals,71187,75712,57.5,57.9,2750,2764
"""
LOANS = """Borough,Year,Loans,Borrowers,Visits per 1000
Ashworth,2021,41250,5210,812.4
Ashworth,2022,47301,5388,901.7
Ashworth,2023,44117,5094,866.2
Bexcombe,2021,18032,2744,640.1
Bexcombe,2022,19110,2801,655.0
Bexcombe,2023,22415,3160,702.3
Carrow,2021,73120,9034,1011.5
Carrow,2022,70455,8790,987.2
Carrow,2023,66904,8217,931.8
"""
FOSTER = """Area,Approved homes 2024,Approved homes 2025,Ended early % 2024,Ended early % 2025,P 2024,P 2025
Northland,15080,14348,9.4,10.1,402311,431870
Harle,1416,1382,8.8,11.2,38204,41950
Moss Vale,2025,1953,7.3,6.9,51220,50117
Pell and Tarn,904,988,12.6,12.1,22418,26004
"""
RAIN = """Rain by district (mm)
District,Season total,,Departure from normal (%),Season actual 2023,Rainy days 2024
,Actual 2024,Normal,,,
Shirva,2020.4,1530.0,+32,1190.0,90
Bantur,866.1,795.0,+9,702.6,71
Hosal,512.9,470.0,+9,455.3,55
Kodri,3105.2,2600.0,+19,2410.7,89
"""

RIGHT, WRONG = "consistent", "mismatch"
CASES = [
    (HOSPITALS, "Marlow Infirmary has cut the number from 3,519 to 2,195.", {"3,519": RIGHT, "2,195": WRONG}),
    (HOSPITALS, "Marlow Infirmary has cut the number from 3,519 to 2,159.", {"3,519": RIGHT, "2,159": RIGHT}),
    (HOSPITALS, "At Sarre Cottage it went from 1,031 to 1,024.", {"1,031": WRONG, "1,024": WRONG}),
    (HOSPITALS, "Dunlin Royal has 598 nurses, against 661 the year before.", {"598": RIGHT, "661": WRONG}),
    (
        HOSPITALS,
        "Wye General had 52,210 patients waiting, a rise of 12 per cent.",
        {"52,210": RIGHT, "12 per cent": WRONG},
    ),
    (
        HOSPITALS,
        "In all 75,712 patients were waiting. That is a rise of 6.4 per cent.",
        {"75,712": RIGHT, "6.4 per cent": RIGHT},
    ),
    (HOSPITALS, "Dunlin Royal's list grew by a fifth to 20,312.", {"20,312": RIGHT, "a fifth": WRONG}),
    # The change is that of one measure, and the level a slip for it.
    (FOSTER, "Northland lost homes, by 4.9 per cent, to 14,438.", {"4.9 per cent": RIGHT}),
    (
        HOSPITALS,
        "The number waiting at Wye General grew by 8.3 per cent to 57,210.",
        {"57,210": WRONG, "8.3 per cent": RIGHT},
    ),
    (LOANS, "Bexcombe lent 22,415 books in 2023, up from 19,110.", {"22,415": RIGHT, "19,110": RIGHT}),
    (LOANS, "Bexcombe lent 22,415 books in 2023, up from 19,110 a year earlier.", {"19,110": RIGHT}),
    (LOANS, "Carrow's loans fell from 73,120 in 2021 to 66,409 in 2023.", {"73,120": RIGHT, "66,409": WRONG}),
    (LOANS, "Carrow's loans fell by 15 per cent, to 66,904.", {"66,904": RIGHT, "15 per cent": WRONG}),
    (LOANS, "Carrow's loans fell by 8.5 per cent, to 66,904.", {"66,904": RIGHT, "8.5 per cent": RIGHT}),
    (
        FOSTER,
        "Harle had 1,382 approved homes, 2.4 per cent down on the year before.",
        {"1,382": RIGHT, "2.4 per cent": RIGHT},
    ),
    (
        FOSTER,
        "Harle had 1,382 approved homes, 4.2 per cent down on the year before.",
        {"1,382": RIGHT, "4.2 per cent": WRONG},
    ),
    (FOSTER, "Northland has 14,348 approved homes, 372 fewer than in 2024.", {"372": WRONG}),
    (
        FOSTER,
        "At Pell and Tarn the share slid by 5 points to 12.1 per cent.",
        {"5 points": WRONG, "12.1 per cent": RIGHT},
    ),
]


@pytest.mark.parametrize(("table", "text", "expected"), CASES)
def test_a_level_holds_the_figures_beside_it(table: str, text: str, expected: dict[str, str]) -> None:
    found = verdicts(text, table)
    assert {k: found.get(k) for k in expected} == expected


@pytest.mark.parametrize(
    ("table", "text"),
    [
        # 598 are nurses, and the sentence is of beds.
        (HOSPITALS, "Dunlin Royal cut its beds from 640 to 598."),
        # Set against another row, not another time.
        (HOSPITALS, "Wye General had 52,210 patients waiting, against 20,312 at Dunlin Royal."),
        (HOSPITALS, "Wye General had 52,210 patients waiting, 31,898 more than at Dunlin Royal."),
        # Of a time that the table does not have.
        (HOSPITALS, "Marlow Infirmary has cut the number from 5,120 in 2019 to 2,159."),
        (LOANS, "Ashworth's loans rose from 38,700 in 2018 to 44,117 in 2023."),
        # A fall that the words leave at either time.
        (LOANS, "Ashworth lent 44,117 books in 2023, 7 per cent more than in 2021."),
        (LOANS, "Ashworth lent 44,117 books in 2023, 7 per cent fewer than a year earlier."),
        # What was set against a norm or a plan.
        (RAIN, "Shirva's 2,020.4 mm was 32 per cent above normal."),
        (RAIN, "Shirva had 2,020.4 mm in 2024, 32 per cent above normal."),
        (FOSTER, "Moss Vale spent £50.1m, 4 per cent more than it had planned."),
    ],
)
def test_what_is_not_between_two_times_is_left_alone(table: str, text: str) -> None:
    assert WRONG not in verdicts(text, table).values()


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        (
            HOSPITALS,
            "No list is longer than that of Wye General, where there are 1,810 nurses.",
            {"1,810": WRONG},
        ),
        (LOANS, "Bexcombe lends less than Carrow, which made 66,940 loans in 2023.", {"66,940": WRONG}),
        (LOANS, "Bexcombe lends less than Carrow, which made 66,904 loans in 2023.", {"66,904": RIGHT}),
        (
            FOSTER,
            "Harle is ahead of Moss Vale, where 6.9 per cent ended early in 2025.",
            {"6.9 per cent": RIGHT},
        ),
        (
            FOSTER,
            "Harle is ahead of Moss Vale, where 9.6 per cent ended early in 2025.",
            {"9.6 per cent": WRONG},
        ),
    ],
)
def test_a_clause_that_hangs_on_a_row_is_of_it(table: str, text: str, expected: dict[str, str]) -> None:
    found = verdicts(text, table)
    assert {k: found.get(k) for k in expected} == expected
