"""Figures that leave out what was said before: a unit, a measure, or the row that the story is about."""

from __future__ import annotations

import pytest

from extractor.reference.tables.heads import head
from tests.reference.told import verdicts

STRIKES = """Industry,Jobs (000s) 2023,Days lost (000s) 2022,Days lost (000s) 2023,"Days lost per 1,000 2023"
Road transport,2218,348.0,551.4,249
Health and social work,3902,801.1,496.9,127
Public administration,2747,343.3,740.6,270
Schools and colleges,2597,508.4,428.8,165
Waste and water,1264,31.7,15.5,12
All industries,12728,2032.5,2233.2,175
"""
PUPILS = """Local authority,Pupils,Overall absence (%),Penalty notices issued
England,511192,7.4,8852
Fordwich,35502,8.7,662
Granby,40106,6.5,1110
Helmsford,36226,7.3,1064
Jarrow Side,36542,8.4,431
Lowmoor,58266,6.7,607
"""
VISITS = """Country,Arrivals 2023,Arrivals 2024,Spend per day 2024 ($)
All countries,2658990,3061350,268
Germany,136850,181610,291
Fiji,33510,43960,178
South Korea,188400,246740,333
Turkey,57240,68170,327
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A figure told per 1,000 is that of the rate, whatever its own unit.
        ("Road transport lost 249 days per 1,000 jobs in 2023.", {"249 days": "consistent"}),
        ("Road transport lost 249 days for every 1,000 jobs in 2023.", {"249 days": "consistent"}),
        ("Road transport lost 294 days per 1,000 jobs in 2023.", {"294 days": "mismatch"}),
        # A bare number is of the unit of the one before it.
        (
            "In 2023 public administration lost 740,600 days. In road transport it was 551,400.",
            {"740,600 days": "consistent", "551,400": "consistent"},
        ),
        (
            "In 2023 public administration lost 740,600 days. In road transport it was 515,400.",
            {"740,600 days": "consistent", "515,400": "mismatch"},
        ),
        # "Health and social work" is a row and names no working days.
        ("Public administration was quiet. Health and social work had 45.", {}),
        (
            "Public administration lost 740,600 days in 2023, more than double the number of 2022.",
            {"740,600 days": "consistent", "more than double": "consistent"},
        ),
    ],
)
def test_a_number_without_its_unit(text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, STRIKES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fines in Jarrow Side\n\nThe city issued 431 penalty notices, compared with 1,110 in Granby.",
            {"431": "consistent", "1,110": "consistent"},
        ),
        (
            "Fines in Jarrow Side\n\nThe city issued 413 penalty notices, compared with 1,110 in Granby.",
            {"413": "mismatch", "1,110": "consistent"},
        ),
        # Neither Granby's nor Helmsford's.
        (
            "Fines in Jarrow Side\n\nThe city issued 431 penalty notices, compared with 1,110 in Granby "
            "and 1,064 in Helmsford, and 68 penalty notices of its own were for small children.",
            {"431": "consistent", "1,110": "consistent", "1,064": "consistent"},
        ),
        # Of two rows in the paragraph before it either may be "the city".
        (
            "Fines are rare in Jarrow Side\n\nHelmsford fined many. The city issued 413 penalty notices.",
            {},
        ),
    ],
)
def test_the_row_that_a_story_is_about(text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, PUPILS) == expected


def test_both_ends_of_a_move_are_of_what_moved() -> None:
    text = "Tourism pays. The visitor levy went from $35 to $100 in October 2024, as arrivals went on."
    assert verdicts(text, VISITS) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turks spend $327 a day, South Koreans $333.", {"$327": "consistent", "$333": "consistent"}),
        ("Fijians spend $187 a day.", {"$187": "mismatch"}),
        # A people in the headline is no row that the story is about.
        ("Koreans come back\n\nOf all visitors each spends $268 a day.", {"$268": "consistent"}),
        ("Arrivals from Germany fell to 181,610 in 2024.", {"fell": "mismatch", "181,610": "consistent"}),
        ("Arrivals from Germany rose to 181,610 in 2024.", {"rose": "consistent", "181,610": "consistent"}),
    ],
)
def test_peoples_and_levels_that_are_reached(text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, VISITS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What was up is what the level beside it is a number of.
        ("Schools and colleges were down 16 per cent, to 428,800 days.", {"16 per cent": "consistent"}),
        ("Schools and colleges were down 61 per cent, to 428,800 days.", {"61 per cent": "mismatch"}),
        ("Health and social work came down by 38 points to 496,900 days.", {"38": "mismatch"}),
        ("Health and social work came down by 38 per cent to 496,900 days.", {"38 per cent": "consistent"}),
    ],
)
def test_a_change_beside_its_level(text: str, expected: dict[str, str]) -> None:
    found = verdicts(text, STRIKES)
    assert {k: v for k, v in found.items() if "," not in k} == expected


def test_a_name_in_brackets_is_a_name_of_its_own() -> None:
    assert head("10% or more of sessions (persistent)").aside == ("persist",)
    assert head("Staff (FTE)").aside == ()
    assert head("Weight (kg)").aside == head("Pay ($ a week)").aside == head("Women (% of staff)").aside == ()


def test_a_number_whose_sentence_names_another_measure_takes_no_unit() -> None:
    table = "State,Cows,Milk produced (tonnes)\nArden,780100,17292\nBow,514200,12679\nTeton,491300,12541\n"
    text = "Arden produced 17,292 tonnes of milk. Teton cut its cows by a little, to 491,300."
    assert verdicts(text, table)["491,300"] == "consistent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nothing tells another time than that of the figure before, so the year before bears nothing out.
        (
            "Public administration lost 740,600 days in 2023. Schools and colleges lost 508,400.",
            {"740,600 days": "consistent", "508,400": "mismatch"},
        ),
        (
            "Public administration lost 740,600 days in 2023. Schools and colleges had lost 508,400 before.",
            {"740,600 days": "consistent", "508,400": "consistent"},
        ),
        (
            "Public administration lost 740,600 days in 2023. The year before, "
            "schools and colleges lost 508,400.",
            {"740,600 days": "consistent", "508,400": "consistent"},
        ),
        # "By 304,200" is a change, as the one before it.
        (
            "In 2023 days lost in road transport rose by 203,400 days, "
            "in health and social work they fell by 304,200.",
            {"203,400 days": "consistent", "304,200": "consistent"},
        ),
    ],
)
def test_a_number_without_its_time(text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, STRIKES) == expected


def test_a_number_tied_to_another_column_by_a_word_of_its_own() -> None:
    table = "Town,Number of pupils,Permanent exclusions\nAshby,89012,173\nDene,64420,121\nCorley,41270,96\n"
    text = "Ashby expelled more pupils than any other town, at 173."
    assert verdicts(text, table).get("173") != "mismatch"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arrivals from Germany were 44,760 more than in 2023.", {"44,760": "consistent"}),
        ("Arrivals from Germany were 54,000 more than in 2023.", {"54,000": "mismatch"}),
        ("Arrivals from Germany were 44,760 short of 2023.", {"44,760": "mismatch"}),
        (
            "Turkey sent 68,170 people in 2024, 19 per cent more than the 57,240 of 2023.",
            {"19 per cent": "consistent"},
        ),
        ("Turks spend $327 a day, $59 above the average.", {"$59": "consistent"}),
        ("Turks spend $327 a day, $95 above the average.", {"$95": "mismatch"}),
        ("South Koreans spend most, $333 a day.", {"spend most": "consistent"}),
        ("Turks spend most, $327 a day.", {"spend most": "mismatch"}),
        # True of a small number, and no way to tell it: neither borne out nor questioned.
        ("Turks spend less than $9,000 a day.", {}),
    ],
)
def test_gaps_to_a_year_and_to_the_average(text: str, expected: dict[str, str]) -> None:
    found = verdicts(text, VISITS)
    levels = ("68,170", "57,240", "$327", "$333")
    assert {k: v for k, v in found.items() if k not in levels} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        # Granby is set against the row that the story is about: the next sentence is hardly of it.
        "Notices came to 431, against 1,110 in Granby. Some 36,000 children are pupils.",
        "The council gave 431 penalty notices. Its limit is 500, and the ministry advises no more than 300.",
        "Overall absence was 8.4 per cent. The target is 6 per cent.",
    ],
)
def test_what_stands_beside_a_local_figure_is_left_alone(sentence: str) -> None:
    text = f"Fines in Jarrow Side\n\nThe city gives few fines.\n\n{sentence}"
    assert "mismatch" not in verdicts(text, PUPILS).values()
