"""Times that a story only points back to, ranks among less than a table has, growth told as an addition."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

DELAYS = """Minutes lost on the trams by cause
Cause,2020,2022,2023,2024
Crew shortage,73,74,72,70
Breakdowns,96,131,126,100
Roadworks,58,88,79,64
All causes,301,372,340,311
"""
LOW = "Breakdowns took 100 minutes in 2024, down from 126."
BACK = [
    "Only once has the number been lower, and that was in 2020.",
    "Only once was the number lower, which was in 2020.",
    "It has been lower only once: that was back in 2020.",
    "The last time it was lower was in 2020.",
    "The last time that it was so low was 2020.",
    "It was last that low in 2020.",
    "The lowest level was in 2020.",
    "The only better year was 2020.",
    "The record low came in 2020.",
    "The record low, set in 2020, still stands.",
    "The quietest year of all was 2020.",
    "Such a level was last seen in 2020.",
    "No year has been better since 2020.",
    "It has not been so low since 2020.",
    "The all-time low dates from 2020.",
    "It has been lower only in 2020.",
    "That happened as long ago as 2020.",
    "The trough was reached in 2020.",
    "The one exception was 2020.",
    "The low point came in 2020.",
]
JAILS = """Prisoners in education at 30 June 2024,,
Prison,Prisoners,In class
Naralla,1900,520
Barralong,1210,410
Mount Tully,697,231
Wirrimah,1405,377
Yandoo,540,180
Koorawatha,820,295
All prisons,6572,2013
"""
OF_LESS = [
    "Mount Tully, the city's biggest jail by prisoners, had 231 in class.",
    "Mount Tully, the city's largest prison, held 697 prisoners.",
    "The city's biggest prison by prisoners, Mount Tully, had 231 in class.",
    "Mount Tully is the town's biggest prison by prisoners.",
    "Mount Tully has the valley's most prisoners.",
    "Mount Tully has the district's highest number of prisoners.",
    "Mount Tully is the island's biggest prison by prisoners.",
    "Mount Tully has the suburb's most prisoners.",
]
OF_ALL = [
    "Mount Tully has the most prisoners.",
    "Mount Tully has the state's most prisoners.",
    "Mount Tully has the country's most prisoners.",
]
SHIPS = """Ships on the register by home port
Port,Ships 2023,Ships 2024,"Share of all ships, %"
Aalgrund,150,158,7.9
Borrvik,420,402,20.1
Senja,610,640,32.0
Tarnes,760,800,40.0
All ports,1940,2000,100.0
"""
GROWN = [
    ("Aalgrund added more than 5 per cent in the year.", "more than 5 per cent", None),
    ("Aalgrund added almost 6 per cent in the year.", "almost 6 per cent", None),
    ("Aalgrund gained 6 per cent of ships in the year.", "6 per cent", None),
    ("Aalgrund put on almost 6 per cent over the year.", "almost 6 per cent", None),
    ("Aalgrund added nearly 6% last year.", "nearly 6%", None),
    ("Borrvik shed almost 5 per cent in the year.", "almost 5 per cent", None),
    ("Borrvik lost almost 5 per cent in a year.", "almost 5 per cent", None),
    ("Borrvik shed 4 per cent of its ships in the year.", "4 per cent", None),
    ("Aalgrund added 5.3 per cent to its ships in the year.", "5.3 per cent", None),
]


@pytest.mark.parametrize("back", BACK)
def test_a_time_that_is_pointed_back_to(back: str) -> None:
    told = verdicts(f"{LOW} {back} Crew shortages are easing too. They cost 70 minutes.", DELAYS)
    assert told.get("70") != "mismatch"


@pytest.mark.parametrize("text", OF_LESS)
def test_a_rank_among_less_than_the_table_has(text: str) -> None:
    assert "mismatch" not in verdicts(text, JAILS).values()


@pytest.mark.parametrize("text", OF_ALL)
def test_a_rank_among_all(text: str) -> None:
    assert "mismatch" in verdicts(text, JAILS).values()


@pytest.mark.parametrize(("text", "words", "verdict"), GROWN)
def test_growth_is_no_level(text: str, words: str, verdict: str | None) -> None:
    assert verdicts(text, SHIPS).get(words) != "mismatch"
