"""Figures beside a cell that their words speak for alone: of another time or row, or of no cell at all."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

LIBRARIES = """Lending by library, year to March
Library,Loans 2024,Loans 2025,Visits 2024,Visits 2025,Members 2025
Holt Lane,41260,38940,61730,59210,4870
Priory Street,88120,91450,120340,127980,9630
Quayside,27310,26180,35470,33920,3140
Abbey Park,63570,66820,90260,92710,7280
All libraries,220260,223390,307800,313820,24920
"""
WARDS = """Hospital wards,Beds,Patients admitted,Average stay (days),Satisfied (%)
Ward,2024,2024,2024,2024
Rowan,24,1874,4.6,81.2
Hawthorn,31,2246,5.9,77.4
Juniper,18,1392,3.8,88.7
Larch,27,1958,6.7,72.5
All wards,100,7470,5.3,79.8
"""
START = "Holt Lane lent 38,940 books in the year to March 2025, down from 41,260."
STAY = "The average stay was 5.3 days. On Rowan it was 4.6."
WRONG_TIME = [
    (f"{START} Quayside lent 27,310.", "27,310"),
    (f"{START} At Quayside it was 27,310 loans.", "27,310"),
    (f"{START} Abbey Park, the busier of the two, managed 63,570.", "63,570"),
    (f"{START} Priory Street comes first with 88,120 loans.", "88,120"),
    (f"{START} The figure for Priory Street was 88,120.", "88,120"),
    (f"{START} Abbey Park's loans stood at 63,570.", "63,570"),
    (f"{START} It had 59,210 visits. Quayside had 35,470.", "35,470"),
    (f"{START} Its doors opened to 59,210 visits, Abbey Park's to 90,260.", "90,260"),
    (f"{START} Visits came to 59,210 there and to 35,470 at Quayside.", "35,470"),
    (f"{START} Across all libraries loans came to 220,260.", "220,260"),
]
WRONG_CELL = [
    (WARDS, f"{STAY} On Hawthorn it was 6.8.", "6.8"),
    (WARDS, f"{STAY} Larch was slowest, at 5.9 days.", "5.9 days"),
    (WARDS, "Rowan admitted 1,874 patients. Hawthorn admitted 2,590.", "2,590"),
    (WARDS, "Rowan admitted 1,874 patients. Juniper took 1,720.", "1,720"),
    (WARDS, "Rowan admitted 1,874 patients and Larch 2,310.", "2,310"),
    (WARDS, "On Rowan 81.2 per cent were satisfied. On Juniper 72.5 per cent were.", "72.5 per cent"),
    (WARDS, "On Rowan 81.2 per cent were satisfied. Larch managed 75.1.", "75.1"),
    (LIBRARIES, f"{START} Quayside has 3,810 members.", "3,810"),
    (LIBRARIES, f"{START} Abbey Park has 8,140 members.", "8,140"),
]
RIGHT = [
    (LIBRARIES, f"{START} Quayside's busiest month saw 3,120 loans.", "3,120"),
    (LIBRARIES, f"{START} Quayside's best year was 2016, with 39,400 loans.", "39,400"),
    (LIBRARIES, f"{START} Loans at Quayside peaked at 39,400 in 2016.", "39,400"),
    (LIBRARIES, f"{START} A decade ago Quayside lent 39,400.", "39,400"),
    (LIBRARIES, f"{START} Quayside hopes to lend 30,000 next year.", "30,000"),
    (LIBRARIES, f"{START} Quayside's target was 30,000 loans.", "30,000"),
    (LIBRARIES, f"{START} Quayside lent 24,300 books and 1,880 films.", "24,300"),
    (LIBRARIES, f"{START} Of Quayside's loans 14,200 were renewals.", "14,200"),
    (LIBRARIES, f"{START} Quayside could have lent 31,000, its manager reckons.", "31,000"),
    (LIBRARIES, f"{START} Quayside lent 26,180. A branch of its size would lend 31,000.", "31,000"),
    (LIBRARIES, f"{START} The five other branches lent 31,300.", "31,300"),
    (LIBRARIES, f"{START} Quayside lent 26,180, Marsh Road 31,300.", "31,300"),
    (LIBRARIES, f"{START} Quayside had 2,950 members who borrowed at least once.", "2,950"),
    (LIBRARIES, f"{START} Quayside has 2,410 adult members.", "2,410"),
    (LIBRARIES, f"{START} The first library lent 31,000.", "31,000"),
    (LIBRARIES, f"{START} Between April and December Quayside lent 19,700.", "19,700"),
    (LIBRARIES, f"{START} Visits to Quayside by schools numbered 21,000.", "21,000"),
    (LIBRARIES, f"{START} Before it was flooded Quayside lent 39,400.", "39,400"),
    (
        LIBRARIES,
        f"{START} Quayside lends more than it did, but the 39,400 of its heyday are far off.",
        "39,400",
    ),
    (WARDS, f"{STAY} On Hawthorn in winter it was 6.8.", "6.8"),
    (WARDS, f"{STAY} On Hawthorn it was 6.8 for women.", "6.8"),
    (WARDS, f"{STAY} On Hawthorn the median was 6.1.", "6.1"),
    (WARDS, f"{STAY} On Hawthorn it had been 6.8.", "6.8"),
    (WARDS, f"{STAY} On Hawthorn it was 6.8 in 2019.", "6.8"),
    (WARDS, f"{STAY} The hospital's plan for Hawthorn is 4.9.", "4.9"),
    (WARDS, "Rowan admitted 1,874 patients. Juniper discharged 1,720.", "1,720"),
    (WARDS, "Rowan admitted 1,874 patients, 1,310 of them women.", "1,310"),
    (WARDS, "Rowan admitted 1,874 patients. The trust's other hospital admitted 2,310.", "2,310"),
    (WARDS, "Rowan admitted 1,874 patients. Of Larch's patients 1,240 stayed a week.", "1,240"),
    (WARDS, "On Rowan 81.2 per cent were satisfied, and 75.1 per cent of relatives.", "75.1 per cent"),
    (WARDS, "On Rowan 81.2 per cent were satisfied, with the food 64.3.", "64.3"),
    (WARDS, "On Rowan 81.2 per cent were satisfied. Larch wants to reach 80.1.", "80.1"),
    (WARDS, "On Rowan 81.2 per cent were satisfied. Of men on Larch 75.1 per cent were.", "75.1 per cent"),
    (LIBRARIES, f"{START} The year before Quayside lent 27,310.", "27,310"),
    (LIBRARIES, f"{START} Quayside lent 26,180, having lent 27,310 the year before.", "27,310"),
    (LIBRARIES, f"{START} Quayside, which had lent 27,310, was down as well.", "27,310"),
    (LIBRARIES, f"{START} Quayside went from 27,310 to 26,180.", "27,310"),
    (LIBRARIES, f"{START} In 2024 Abbey Park lent 63,570.", "63,570"),
    (LIBRARIES, f"{START} Last year Quayside lent 27,310 and this year 26,180.", "27,310"),
    (LIBRARIES, f"{START} Quayside lent 26,180 against 27,310.", "27,310"),
    (LIBRARIES, f"{START} Quayside used to lend 27,310.", "27,310"),
    (LIBRARIES, f"{START} Abbey Park lent 12,480 films.", "12,480"),
    (LIBRARIES, f"{START} Abbey Park and Quayside lent 93,000 together.", "93,000"),
    (LIBRARIES, f"{START} Marsh Road lent 30,150.", "30,150"),
    (LIBRARIES, f"{START} Libraries in the south lent 61,400.", "61,400"),
    (LIBRARIES, f"{START} Quayside lent 18,400 of them to children.", "18,400"),
    (LIBRARIES, f"{START} Quayside lent 71 a day.", "71"),
    (LIBRARIES, f"{START} Quayside wants 30,000.", "30,000"),
    (WARDS, f"{STAY} On Hawthorn, for those over 80, it was 9.1.", "9.1"),
    (WARDS, "Rowan admitted 1,874 patients. Juniper turned 1,720 away.", "1,720"),
    (WARDS, "Rowan admitted 1,874 patients. Juniper sent 1,310 home within a week.", "1,310"),
    (WARDS, "Rowan admitted 1,874 patients. Juniper has 26 nurses.", "26"),
    (
        WARDS,
        "On Rowan 81.2 per cent were satisfied. Of the nurses on Juniper 75 per cent were.",
        "75 per cent",
    ),
]


@pytest.mark.parametrize(("text", "words"), WRONG_TIME)
def test_a_number_of_another_time_is_questioned(text: str, words: str) -> None:
    assert verdicts(text, LIBRARIES).get(words) == "mismatch"


@pytest.mark.parametrize(("table", "text", "words"), WRONG_CELL)
def test_a_number_of_no_likely_cell_is_questioned(table: str, text: str, words: str) -> None:
    assert verdicts(text, table).get(words) == "mismatch"


@pytest.mark.parametrize(("table", "text", "words"), RIGHT)
def test_what_may_be_of_something_else_is_not_questioned(table: str, text: str, words: str) -> None:
    assert verdicts(text, table).get(words) != "mismatch"


MOVED = [
    (LIBRARIES, f"{START} Visits to Priory Street rose by 6.0 per cent.", "6.0 per cent"),
    (LIBRARIES, f"{START} At Abbey Park visits fell by 2.7 per cent.", "2.7 per cent"),
    (LIBRARIES, f"{START} Abbey Park's loans fell by 5.1 per cent.", "5.1 per cent"),
    (LIBRARIES, f"{START} Loans at Quayside were up by 4.1 per cent.", "4.1 per cent"),
    (LIBRARIES, f"{START} Visits to Abbey Park went up by 4,250.", "4,250"),
]
UNMOVED = [
    (LIBRARIES, f"{START} Visits to Priory Street rose by 6.3 per cent.", "6.3 per cent"),
    (LIBRARIES, f"{START} Abbey Park's loans rose by 5.1 per cent.", "5.1 per cent"),
    (LIBRARIES, f"{START} Over ten years Quayside's loans rose by 41 per cent.", "41 per cent"),
    (LIBRARIES, f"{START} Quayside's budget rose by 4.1 per cent.", "4.1 per cent"),
    (LIBRARIES, f"{START} Quayside wants its loans to rise by 4.1 per cent.", "4.1 per cent"),
]


@pytest.mark.parametrize(("table", "text", "words"), MOVED)
def test_a_mixed_up_change_is_questioned(table: str, text: str, words: str) -> None:
    assert verdicts(text, table).get(words) == "mismatch"


@pytest.mark.parametrize(("table", "text", "words"), UNMOVED)
def test_a_change_of_something_else_is_not_questioned(table: str, text: str, words: str) -> None:
    assert verdicts(text, table).get(words) != "mismatch"
