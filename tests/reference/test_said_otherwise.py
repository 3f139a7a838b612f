"""Shares told by their opposite, numbers of another column or kind, and times only compared with."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

LICENCES = """Licence applications by council
Council,Applications received 2023,Applications received 2024,Applications decided 2023,\
Applications decided 2024,% granted 2023,% granted 2024,% decided on time 2023,% decided on time 2024
All councils,9030,9505,8677,8940,79,77,72,69
Arkwith,2140,2275,2060,2122,81,78,76,73
Brone,3115,3304,2980,3048,76,74,66,61
Caldmere,1490,1405,1452,1391,84,86,81,84
Dunley,2285,2521,2185,2379,78,75,70,68
"""
SHELTERS = """Shelter use by city, year ending June
City,Households sheltered 2024,Households sheltered 2025,Children sheltered 2024,Children sheltered 2025,\
% of beds filled 2024,% of beds filled 2025
All cities,18210,19375,15120,16444,91.2,93.6
Northgate,4120,4381,3505,3790,94.1,96.3
Peverell,6244,6702,5018,5533,88.7,91.9
Quillon,2977,2844,2310,2197,90.5,87.8
Rosemere,4869,5448,4287,4924,92.0,95.4
"""
TRADES = """Apprentices by trade
Trade,Sex,Starts 2023,Starts 2024,Completions 2023,Completions 2024
All trades,Women,13240,14015,8205,8630
All trades,Men,31870,30994,19120,18744
Joinery,Women,1105,1218,702,744
Joinery,Men,8240,8013,5015,4903
Care,Women,9120,9644,5710,6022
Care,Men,3015,3188,1790,1862
Electrics,Women,1377,1480,893,931
Electrics,Men,12090,11912,7330,7141
"""
CLUBS = """Club standings
Club,Played,Home wins,Goals,Points
Bexworth,38,17,119,92
Garstone,38,15,75,85
Norley,38,1,23,18
"""
RIGHT, WRONG = "consistent", "mismatch"
CASES = [
    # Those refused are the rest of those granted.
    # The 74 is the cell of those granted: which of the two is meant nobody can tell.
    (LICENCES, "In Brone 74 per cent of applications were refused in 2024.", "74 per cent", "undecided"),
    (LICENCES, "In Brone 26 per cent of applications were refused in 2024.", "26 per cent", RIGHT),
    (LICENCES, "At Caldmere 14 per cent of applications were turned down in 2024.", "14 per cent", RIGHT),
    (SHELTERS, "In 2025 Quillon left 12.2 per cent of its beds empty.", "12.2 per cent", RIGHT),
    (SHELTERS, "In Peverell 12 per cent of beds were empty in the year to June 2025.", "12 per cent", WRONG),
    # The number of another column than the one of the noun.
    (SHELTERS, "Rosemere sheltered 4,924 households in the year to June 2025.", "4,924", WRONG),
    (SHELTERS, "Rosemere sheltered 4,924 children in the year to June 2025.", "4,924", RIGHT),
    (SHELTERS, "Rosemere sheltered families with 4,924 children in the year to June 2025.", "4,924", RIGHT),
    (TRADES, "In electrics women made 11,912 starts in 2024. In joinery men made 8,013.", "11,912", WRONG),
    (TRADES, "In electrics men made 11,912 starts in 2024. In joinery women made 1,218.", "11,912", RIGHT),
    (
        TRADES,
        "In electrics there were 7,141 completions by men in 2024, in joinery 4,903.",
        "7,141",
        RIGHT,
    ),
    # A time that is only compared with is not the story's.
    (
        LICENCES,
        "Dunley received 2,521 bids, after 2,285 in 2023. Arkwith received 2,275.",
        "2,275",
        RIGHT,
    ),
    (
        LICENCES,
        "Dunley received 2,521 bids, after 2,285 in 2023. Brone received 3,115.",
        "3,115",
        WRONG,
    ),
    (
        LICENCES,
        "Brone decided 3,048 in 2024, 2.3 per cent more than in 2023, while Dunley decided 2,379.",
        "2,379",
        RIGHT,
    ),
    (
        LICENCES,
        "Caldmere decided 84 per cent on time in 2024, against 69 per cent in all four.",
        "69 per cent",
        RIGHT,
    ),
    # "2025" of years ending June; a rate without its sign in a table whose only decimals are rates.
    (SHELTERS, "In the year to June 2025 Rosemere took in 4,869 households.", "4,869", WRONG),
    (SHELTERS, "In the year to June 2024 Rosemere took in 4,869 households.", "4,869", RIGHT),
    (SHELTERS, "At Northgate the rate of beds filled has gone up to 96.3 in 2025.", "96.3", RIGHT),
    (SHELTERS, "In Quillon the rate of beds filled fell in 2025; it is 78.8.", "78.8", WRONG),
    # A lead over others is no level.
    (CLUBS, "Bexworth home by seven points.", "seven", "undecided"),
]


@pytest.mark.parametrize(("table", "text", "words", "verdict"), CASES)
def test_what_is_told_in_other_words(table: str, text: str, words: str, verdict: str) -> None:
    assert verdicts(text, table).get(words.lower(), "undecided") == verdict
