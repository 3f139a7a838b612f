"""Heads and labels as releases have them: years first, baselines, degrees, averages, verbs of not."""

from __future__ import annotations

import pytest

from extractor.find import find
from extractor.lexicon import load_policy
from extractor.reference.tables.heads import head, year_last
from tests.reference.told import about

TRAINS = """Quarter,Operator,Trains,On time (%),Cancelled (%)
2022 Q3,Avonrail,8200,61.2,6.1
2022 Q3,Borderline,4100,78.0,2.2
2022 Q3,Crosslink,9900,70.4,4.0
2022 Q3,All operators,22200,68.4,4.3
2023 Q3,Avonrail,8400,66.0,5.2
2023 Q3,Borderline,4000,75.5,2.9
2023 Q3,Crosslink,9700,71.3,3.8
2023 Q3,All operators,22100,70.1,4.1
"""
STATIONS = """Station,Highest temperature (°C),Rain (mm),Rain (% of 1991-2020 average)
Aird,28.4,310.2,104
Belness,31.5,188.7,71
Cragmouth,25.9,402.1,133
Station average,28.6,300.3,103
"""
BRANCHES = """Branch,Members,Books lent,Visits
Abbey,1200,9600,15500
Bishop,800,4000,9100
Canon,2500,11250,30400
All branches,4500,24850,55000
"""


@pytest.mark.parametrize(
    ("printed", "plain"), [("2023 Q3", "Q3 2023"), ("2022-Dec", "Dec 2022"), ("May 2022", "May 2022")]
)
def test_a_year_is_read_before_its_quarter_or_month(printed: str, plain: str) -> None:
    assert year_last(printed) == plain


def test_what_is_compared_with_is_not_when_it_was() -> None:
    assert head("Rain (% of 1991-2020 average)").period is None
    assert head("Rain (mm) 2023").period is not None


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("Highest (°C)", "degree_Celsius"), ("Mean °F", "degree_Fahrenheit"), ("Class C", "")],
)
def test_degrees_are_a_unit(printed: str, unit: str) -> None:
    assert head(printed).unit == unit


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Avonrail cancelled 5.2 per cent of its trains in the third quarter of 2023.", "5.2", "consistent"),
        ("Avonrail cancelled 6.1 per cent of its trains in the third quarter of 2023.", "6.1", "mismatch"),
        (
            "At Borderline 24.5 per cent of trains were not on time in the third quarter of 2023.",
            "24.5",
            "consistent",
        ),
        ("At Crosslink 70.4 per cent were on time in the third quarter of 2022.", "70.4", "consistent"),
    ],
)
def test_a_column_of_what_did_not_happen(text: str, start: str, verdict: str) -> None:
    assert about(text, TRAINS, start) == [verdict]


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("The temperature reached 31.5C at Belness.", "31.5", "consistent"),
        ("The temperature reached 35.1C at Belness.", "35.1", "mismatch"),
        ("The average station had 300.3 mm of rain.", "300.3", "consistent"),
        ("Rain at Aird was 104 per cent of normal.", "104", "consistent"),
    ],
)
def test_weather(text: str, start: str, verdict: str) -> None:
    assert about(text, STATIONS, start) == [verdict]


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Abbey has 1,200 members, who borrowed eight books each.", "eight", "consistent"),
        ("Abbey has 1,200 members and lent nine books each.", "nine", "mismatch"),
        (
            "Abbey accounts for 28 per cent of all visits and Bishop for 17 per cent.",
            "17",
            "consistent",
        ),
        (
            "Abbey accounts for 28 per cent of all visits and Bishop for 27 per cent.",
            "27",
            "undecided",
        ),
    ],
)
def test_what_is_told_once_for_two_figures(text: str, start: str, verdict: str) -> None:
    assert about(text, BRANCHES, start) == [verdict]


STATES = """State,Net generation (GWh),Solar (GWh),Land (sq km)
Alatta,20000,1000,91000
Borovar,50000,6000,120500
Carmina,34000,3400,40200
Delado,9000,450,8800
Eskovar,12000,1100,33000
U.S. total,125000,11950,293500
"""


@pytest.mark.parametrize(
    ("text", "start", "verdict"),
    [
        ("Solar farms in Carmina made 3,400 GWh.", "3,400", "consistent"),
        ("Solar farms in Carmina made 4,300 GWh.", "4,300", "mismatch"),
        (
            "Solar farms in Carmina made 3,400 GWh, or 10 per cent of the state's generation.",
            "10 per cent",
            "consistent",
        ),
        ("Alatta has 91,000 square kilometres of land.", "91,000", "consistent"),
    ],
)
def test_units_of_heads_and_the_row_itself(text: str, start: str, verdict: str) -> None:
    assert about(text, STATES, start) == [verdict]


@pytest.mark.parametrize(
    "name", ["GWh", "km", "kg", "tonnes", "hectares", "mm", "GL", "MW", "hours", "litres"]
)
def test_a_head_names_the_unit_that_a_story_prints(name: str) -> None:
    (figure,) = find(f"It was 5 {name}.", load_policy(), ())
    assert head(f"Amount ({name})").unit == figure.amount.unit


def test_a_kind_may_be_told_by_an_adjective() -> None:
    table = (
        "Sector,Charity,Income\nAnimals,Arle,410\nHealth,Broome,900\nAnimals,Cotter,220\nHealth,Dray,310\n"
    )
    text = "Among animal charities, Arle has the largest income."
    assert about(text, table, "the largest") == ["consistent"]


@pytest.mark.parametrize(
    ("share", "verdict"),
    [("10 per cent", "consistent"), ("31 per cent", "undecided")],
)
def test_a_share_of_what_the_sentence_before_prints(share: str, verdict: str) -> None:
    text = f"Power stations in Carmina had a net generation of 34,000 GWh. Solar supplied {share} of it."
    assert about(text, STATES, share) == [verdict]


def test_a_row_without_a_word_has_no_name() -> None:
    table = STATIONS + "…,1.0,2.0,3\n— —,1.0,2.0,3\n"
    assert about("Aird had 310.2mm of rain.", table, "310.2") == ["consistent"]
