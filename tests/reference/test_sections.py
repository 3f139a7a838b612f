"""Tables in sections that repeat their rows, one measure below the other, and dollars of two names."""

from __future__ import annotations

import pytest

from tests.reference.told import about, found, verdicts

BEDS = """Table 7: Hospital beds and staff by district, 2023 to 2025

District,2023,2024,2025,Change on year
Beds,,,,
Altham,412,430,441,11
Birdwell,288,280,262,-18
Corve,1050,1044,1071,27
All districts,1750,1754,1774,20
Nurses,,,,
Altham,866,880,902,22
Birdwell,514,530,561,31
Corve,2290,2310,2256,-54
All districts,3670,3720,3719,-1
Bed occupancy (%),,,,Percentage points
Altham,88.1,90.4,92.6,2.2
Birdwell,79.5,81.0,84.2,3.2
Corve,93.7,91.9,90.3,-1.6
All districts,89.8,89.9,90.1,0.2
"""
FERRIES = """TASMANIAN FERRY HOLDINGS — results by line
Year ended 30 June 2025. A$ million unless stated.

,Note,FY25,FY24,Change,Change %
Revenue,,,,,
Passenger lines,2,812.3,774.1,38.2,4.9
Freight,2,455.6,490.2,(34.6),-7.1
Cruises,3,126.4,98.7,27.7,28.1
Total revenue,,1394.3,1363.0,31.3,2.3
EBIT,,,,,
Passenger lines,,91.7,84.3,7.4,8.8
Freight,,38.2,51.9,(13.7),-26.4
Cruises,,(6.3),(11.8),5.5,46.6
Group EBIT,,123.6,124.4,(0.8),-0.6
EBIT margin (%),,,,,
Passenger lines,,11.3,10.9,0.4 pts,–
Freight,,8.4,10.6,(2.2) pts,–
Cruises,,(5.0),(12.0),7.0 pts,–
Group,,8.9,9.1,(0.2) pts,–
Balance sheet,,,,,
Net debt,,688.0,561.5,126.5,22.5
Capital expenditure,,204.4,171.3,33.1,19.3
"""


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("Birdwell had 561 nurses in 2025.", "561", "consistent"),
        ("Birdwell had 516 nurses in 2025.", "516", "mismatch"),
        ("Birdwell had 262 beds in 2025.", "262", "consistent"),
        ("Bed occupancy in Corve was 90.3 per cent in 2025.", "90.3", "consistent"),
        ("Bed occupancy in Corve was 93.0 per cent in 2025.", "93.0", "mismatch"),
        ("Across all districts there were 3,719 nurses in 2025.", "3,719", "consistent"),
        ("Bed occupancy in Birdwell rose by 3.2 percentage points in 2025.", "3.2", "consistent"),
        # Nobody's number of the table: a ward, those who were on leave.
        ("Birdwell had 40 nurses on maternity leave in 2025.", "40", None),
    ],
)
def test_each_section_is_a_measure_of_its_rows(sentence: str, figure: str, verdict: str | None) -> None:
    given = about(f"Hospital beds and staff\n\n{sentence}\n", BEDS, figure)
    assert given == ([] if verdict is None else [verdict]) or (verdict is None and "mismatch" not in given)


def test_a_cell_is_cited_where_it_stands_in_the_file() -> None:
    finding = next(iter(found("Birdwell had 516 nurses in 2025.\n", BEDS)))
    assert "Birdwell, Nurses: 2025 = 561 (table.csv, row 8, column 4)" in finding.arithmetic


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Freight brought in $455.6 million in revenue in 2025.", {"$455.6 million": "consistent"}),
        ("Freight revenue fell by $34.6 million to $455.6 million.", {"$34.6 million": "consistent"}),
        ("Total revenue rose 2.3 per cent to $1.39 billion.", {"2.3 per cent": "consistent"}),
        # The words of its own clause, not the level of the next one, say what fell.
        (
            "Freight revenue fell by $13.7 million, and its EBIT dropped to $38.2 million.",
            {"$38.2 million": "consistent"},
        ),
        ("Net debt stood at $688 million at the end of the year.", {"$688 million": "consistent"}),
    ],
)
def test_sections_of_a_company_and_its_dollars(sentence: str, told: dict[str, str]) -> None:
    given = verdicts(f"Ferry group results for the year to June 2025\n\n{sentence}\n", FERRIES)
    assert {k: given.get(k) for k in told} == told
    assert given.get("$13.7 million") != "consistent"


def test_dollars_that_are_both_named_are_two_currencies() -> None:
    text = "Freight revenue came to US$312.0 million in 2025.\n"
    assert verdicts(text, FERRIES) == {}


def test_sections_that_only_group_their_rows_are_left_as_they_stand() -> None:
    table = "Depot,Buses 2024,Buses 2025\nNorth,,\nAsh,40,44\nBeck,31,30\nSouth,,\nCole,52,57\nDunn,18,19\n"
    finding = next(iter(found("Cole had 75 buses in 2025.\n", table)))
    assert "Cole, Buses 2025 = 57 (table.csv, row 5, column 3)" in finding.arithmetic


JOBS = """Labour force by county

Measure and county,Q2 2024,Q3 2024,Q4 2024,Q1 2025,Q2 2025,Change on quarter,Change on year
Employed ('000),,,,,,Thousand,Thousand
Eastmark,512,518,509,521,507,-14,-5
Lowfell,1208,1211,1219,1230,1236,6,28
Marrow,340,338,351,349,352,3,12
All counties,2060,2067,2079,2100,2095,-5,35
Unemployed ('000),,,,,,Thousand,Thousand
Eastmark,41,40,43,38,44,6,3
Lowfell,96,97,93,90,88,-2,-8
Marrow,22,23,21,20,26,6,4
All counties,159,160,157,148,158,10,-1
"""


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("Employment in Lowfell rose by 6,000 in the quarter.", "6,000", "consistent"),
        ("Employment in Lowfell rose by 28,000 over the year.", "28,000", "consistent"),
        ("In Lowfell 1,236,000 people were employed, 28,000 more than a year ago.", "28,000", "consistent"),
    ],
)
def test_the_first_section_in_the_head_and_steps_of_time(sentence: str, figure: str, verdict: str) -> None:
    assert about(f"{sentence}\n", JOBS, figure) == [verdict]


def test_a_change_in_a_year_is_not_borne_out_as_that_of_a_quarter() -> None:
    text = "Employment in Lowfell rose by 28,000 in the quarter.\n"
    assert "consistent" not in about(text, JOBS, "28,000")


CLUBS = """Members of sports clubs by age, 2024

Age,Members,New members
Men,,
Under 18,1210,310
18 to 34,2844,502
35 and over,3120,288
All ages,7174,1100
Women,,
Under 18,1002,344
18 to 34,2105,611
35 and over,1890,240
All ages,4997,1195
"""


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("Among women aged 18 to 34 there were 2,105 members.", "2,105", "consistent"),
        ("Among women aged 18 to 34 there were 2,015 members.", "2,015", "mismatch"),
        # Men and women together.
        ("Under-18s made up 2,212 members in all.", "2,212", None),
    ],
)
def test_sections_may_be_told_together(sentence: str, figure: str, verdict: str | None) -> None:
    given = [v for v in about(f"Clubs gain members\n\n{sentence}\n", CLUBS, figure) if v != "undecided"]
    assert given == ([] if verdict is None else [verdict])
