"""Times that a story looks back to, cells of another time, and bare numbers after a percentage."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

LOANS = """Visits and loans by branch library

Branch,Year,Visits,Loans,of which e-books,% e-books
All branches,2023,611400,402100,88460,22.0
All branches,2024,598700,391500,101790,26.0
All branches,2025,603500,385200,111710,29.0
Tarn Road,2023,112500,80200,17640,22.0
Tarn Road,2024,108300,77100,19280,25.0
Tarn Road,2025,105900,74300,21550,29.0
Old Wharf,2023,171200,112300,25380,22.6
Old Wharf,2024,167400,110800,29920,27.0
Old Wharf,2025,172600,109400,33260,30.4
Ferry Lane,2023,118900,81100,19250,23.7
Ferry Lane,2024,118400,79400,21540,27.1
Ferry Lane,2025,121100,79700,23540,29.5
"""
COURTS = """Cases closed by court

Court,Cases closed 2023,Cases closed 2024,% closed in 26 weeks 2023,% closed in 26 weeks 2024,Average weeks \
2024
Ashgill,8010,7930,55.6,52.3,30.9
Corfield,5260,5340,47.1,47.9,32.4
Gorsedown,4280,4390,56.1,53.7,29.0
Fenny Cross,5910,6120,44.8,46.2,35.1
"""
RIGHT, WRONG = "consistent", "mismatch"
CASES = [
    # What had been is of then; the next sentence is of now again.
    (
        LOANS,
        "Old Wharf had 172,600 visits in 2025. In 2023 it had had 171,200. Ferry Lane lent 79,700 items.",
        "79,700",
        RIGHT,
    ),
    (
        LOANS,
        "Tarn Road's share of e-books had been 22 per cent in 2023. Old Wharf had 172,600 visits.",
        "172,600",
        RIGHT,
    ),
    (LOANS, "In 2023 Tarn Road had 112,500 visits. Old Wharf had 171,200.", "171,200", RIGHT),
    # A figure that prints the cell of another time than all around it.
    (LOANS, "Old Wharf had 172,600 visits in 2025. It lent 110,800 items.", "110,800", WRONG),
    (LOANS, "Ferry Lane had 121,100 visits in 2025. Tarn Road lent 77,100 items.", "77,100", WRONG),
    (
        LOANS,
        "Ferry Lane had 121,100 visits in 2025. A year earlier Tarn Road lent 77,100 items.",
        "77,100",
        RIGHT,
    ),
    (
        LOANS,
        "Ferry Lane had 121,100 visits in 2025. Tarn Road lent 77,100 items the year before.",
        "77,100",
        RIGHT,
    ),
    (COURTS, "Fenny Cross closed 6,120 cases in 2024, Gorsedown 4,280.", "4,280", WRONG),
    # A change up to now beside the level of the year before.
    (
        LOANS,
        "Old Wharf lent 109,400 items in 2025. The share of e-books rose by 3.4 points to 27.0 per cent.",
        "27.0 per cent",
        WRONG,
    ),
    (
        LOANS,
        "Old Wharf lent 109,400 items in 2025. The share of e-books rose by 3.4 points to 30.4 per cent.",
        "3.4 points",
        RIGHT,
    ),
    # A bare number with decimals has the unit of the level that the paragraph before ended with.
    (COURTS, "Ashgill took 30.9 weeks on average in 2024.\n\nCorfield did worse, at 32.4.", "32.4", RIGHT),
    (COURTS, "Ashgill took 30.9 weeks on average in 2024.\n\nCorfield did worse, at 34.2.", "34.2", WRONG),
    # A bare number goes on as the percentage before it.
    (COURTS, "At Ashgill 52.3 per cent were closed in 26 weeks in 2024; Corfield, 49.7.", "49.7", WRONG),
    (COURTS, "At Ashgill 52.3 per cent were closed in 26 weeks in 2024; Corfield, 47.9.", "47.9", RIGHT),
    (
        COURTS,
        "At Ashgill 52.3 per cent were closed in 26 weeks.\n\nThe worst rate was at Fenny Cross, 46.2.",
        "46.2",
        RIGHT,
    ),
    (
        COURTS,
        "At Ashgill 52.3 per cent were closed in 26 weeks.\n\nThe worst rate was at Fenny Cross, 42.6.",
        "42.6",
        WRONG,
    ),
    (COURTS, "Fenny Cross was slow in 2024: its rate was 46.2.", "46.2", RIGHT),
]


@pytest.mark.parametrize(("table", "text", "words", "verdict"), CASES)
def test_the_time_is_the_one_that_is_meant(table: str, text: str, words: str, verdict: str | None) -> None:
    assert verdicts(text, table).get(words.lower()) == verdict
