"""Rows that a story calls by less than their label, and all rows by their number."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

FIRES = """Fires attended by service
Years ending March

Service,Fires attended 2024,Fires attended 2025,Mean response (minutes) 2025,90th centile (minutes) 2025
England,143220,151870,9.4,17.1
Aire Valley Fire and Rescue Service,6120,6480,8.9,15.2
Bellmoor and Cray Fire and Rescue Service,4015,3870,10.1,19.0
Dunwick Fire and Rescue Service,4130,4395,10.8,20.4
Saint Hilda Fire and Rescue Service,9480,10260,7.7,13.1
"""
LOANS = """Loans by branch library

Branch,Visits 2024,Visits 2025,Loans 2024,Loans 2025
Northern branches,312900,309800,201300,196100
Tarn Road,108300,105900,77100,74300
Millbeck,204600,203900,124200,121800
Southern branches,285800,293700,190200,189100
Old Wharf,167400,172600,110800,109400
Ferry Lane,118400,121100,79400,79700
All branches,598700,603500,391500,385200
"""
COURTS = """Cases in the county courts

Court,Cases received 2023,Cases received 2024,% closed in time 2023,% closed in time 2024
All courts,38140,39915,51.4,49.8
Rivermouth (circuit),21300,22415,53.0,50.9
  Ashgill,8210,8645,55.6,52.3
  Corfield,5480,5710,47.1,47.9
  Saint Neot,7610,8060,54.5,51.6
Highbourne (circuit),16840,17500,49.3,48.4
  Fenny Cross,6230,6390,44.8,46.2
  Gorsedown,4450,4720,56.1,53.7
  Whinmoor,6160,6390,48.9,46.8
"""
PLANS = """Applications by planning authority

Planning authority,Received 2023,Received 2024,Decided 2023,Decided 2024
England,44075,42803,39253,38305
Marl and Wye,1021,1074,930,958
Oadmere,1616,1706,1427,1486
Pitsham,1206,1295,1122,1080
"""
RIGHT, WRONG, OPEN = "consistent", "mismatch", None
CASES = [
    # The words that all labels end in are left out.
    (FIRES, "Dunwick attended 4,395 fires in 2025.", "4,395", RIGHT),
    (FIRES, "Bellmoor & Cray attended 3,780 fires in 2025.", "3,780", WRONG),
    (FIRES, "In 2025 St Hilda attended 9,260 fires.", "9,260", WRONG),
    # "2025" of years ending March.
    (FIRES, "In the year to March 2025 the Aire Valley attended 6,480 fires.", "6,480", RIGHT),
    (FIRES, "In the year to March 2025 the Aire Valley attended 6,120 fires.", "6,120", WRONG),
    # "On average" is of the column of means.
    (FIRES, "In Dunwick crews arrived after 20.4 minutes on average in 2025.", "20.4 minutes", OPEN),
    (FIRES, "In Dunwick crews arrived after 10.8 minutes on average in 2025.", "10.8 minutes", RIGHT),
    # Directions need no capital.
    (LOANS, "In the south 293,700 people came in 2025.", "293,700", RIGHT),
    (LOANS, "In 2025 there were 390,800 visits in the north.", "390,800", WRONG),
    (LOANS, "In 2025 there were 390,800 visits in the north of the city.", "390,800", None),
    # All rows by their number.
    (LOANS, "In 2025 the four branches had 630,500 visits between them.", "630,500", WRONG),
    (
        LOANS,
        "Tarn Road is quiet. Across the four branches there were 603,500 visits in 2025.",
        "603,500",
        RIGHT,
    ),
    (
        COURTS,
        "Ashgill is busy. In the six courts together 31,915 cases were received in 2024.",
        "31,915",
        WRONG,
    ),
    (COURTS, "Judges in the Rivermouth circuit received 22,451 cases in 2024.", "22,451", WRONG),
    # A rank among the rows of a block.
    (
        COURTS,
        "In 2024 Corfield received the fewest cases of the three courts in Rivermouth.",
        "the fewest",
        RIGHT,
    ),
    (
        COURTS,
        "In 2024 Corfield received the most cases of the three courts in Rivermouth.",
        "the most",
        WRONG,
    ),
    (
        COURTS,
        "Fenny Cross closed the lowest share in time of any in Highbourne in 2024.",
        "the lowest",
        RIGHT,
    ),
    (COURTS, "St Neot closed the lowest share in time of any in Rivermouth in 2024.", "the lowest", WRONG),
    # A planning authority is a council.
    (PLANS, "Marl and Wye is busy. The council received 1,074 applications in 2024.", "1,074", RIGHT),
    (PLANS, "Marl and Wye is busy. The council received 1,706 applications in 2024.", "1,706", WRONG),
]


@pytest.mark.parametrize(("table", "text", "words", "verdict"), CASES)
def test_the_row_is_the_one_that_is_meant(table: str, text: str, words: str, verdict: str | None) -> None:
    assert verdicts(text, table).get(words.lower()) == verdict
