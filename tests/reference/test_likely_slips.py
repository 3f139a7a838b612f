"""Figures whose row, measure and time are told loosely, and which are a slip of digits from the likeliest."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

DELAYS = """City trams,Minutes lost,Minutes lost,Punctual (%),Punctual (%)
Line,2023,2024,2023,2024
Harbour line,14820,13870,81.4,83.2
University line,9640,10370,86.7,85.9
Hill line,21350,22940,74.8,72.6
Airport line,6720,7180,90.3,89.1
All lines,52530,54360,83.3,82.7
"""
MEALS = """School meals by district, 2024
District,Schools,With a kitchen,Meals a day,Cost per meal (Rs)
Srikolam,412,297,38420,6.47
Madhavnagar,655,398,61750,7.12
Ratangarh,280,231,24960,6.88
Chandipet,731,512,70340,7.64
All districts,2078,1438,195470,7.05
"""
START = "The Harbour line lost 13,870 minutes in 2024, down from 14,820."
RATE = "On the Harbour line 83.2 per cent of trams were punctual in 2024."
COST = "A meal costs Rs 7.05 on average in 2024. In Madhavnagar it is Rs 7.12."
WRONG = [
    (DELAYS, f"{START} The Hill line lost 29,240.", "29,240"),
    (DELAYS, f"{START} On the Hill line it was 29,240.", "29,240"),
    (DELAYS, f"{START} It was worse on the Hill line: 29,240.", "29,240"),
    (DELAYS, f"{START} The Hill line fared worst, with 29,240.", "29,240"),
    (DELAYS, f"{RATE} On the University line it was 89.5.", "89.5"),
    (DELAYS, f"{RATE} The University line managed 89.5 per cent.", "89.5 per cent"),
    (DELAYS, f"{RATE} On the Airport line, 81.9 per cent were.", "81.9 per cent"),
    (DELAYS, f"{RATE} The Airport line reached 98.1.", "98.1"),
    (DELAYS, f"{RATE} Best of all was the Airport line, at 81.9 per cent.", "81.9 per cent"),
    (MEALS, "Chandipet serves 70,340 meals a day. Ratangarh does 29,460.", "29,460"),
    (MEALS, "Chandipet serves 70,340 meals a day, Srikolam 34,820.", "34,820"),
    (MEALS, "Chandipet has 731 schools. Madhavnagar comes next, with 565.", "565"),
    (MEALS, "Chandipet has 731 schools, of which 521 have a kitchen.", "521"),
]
NOT_TOLD = [
    (DELAYS, f"{START} The Hill line carries 29,240 riders.", "29,240"),
    (DELAYS, f"{START} The Hill line cost 2,490 crowns to repaint.", "2,490"),
    (DELAYS, f"{START} At the Hill line depot 249 people work.", "249"),
    (
        DELAYS,
        f"{RATE} On the University line 89.5 per cent told a survey they were content.",
        "89.5 per cent",
    ),
    (DELAYS, f"{RATE} The Airport line and a bus from Marsh End reached 60.", "60"),
    (MEALS, f"{COST} Srikolam had hoped for Rs 7.46.", "rs 7.46"),
    (MEALS, f"{COST} In neighbouring Bantala it was Rs 7.46.", "rs 7.46"),
    (MEALS, "Chandipet has 731 schools. Madhavnagar employs 565 cooks.", "565"),
    (MEALS, "Chandipet serves 70,340 meals a day. Ratangarh has 29,460 pupils.", "29,460"),
    (MEALS, "Chandipet serves 70,340 meals a day, Srikolam 38,420.", "38,420"),
]


@pytest.mark.parametrize(("table", "text", "words"), WRONG)
def test_a_slip_from_what_is_told_loosely(table: str, text: str, words: str) -> None:
    assert verdicts(text, table).get(words) == "mismatch"


@pytest.mark.parametrize(("table", "text", "words"), NOT_TOLD)
def test_what_no_cell_tells(table: str, text: str, words: str) -> None:
    assert verdicts(text, table).get(words) != "mismatch"
