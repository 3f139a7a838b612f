"""Ranks that leave something out, rows named by common nouns, the present tense."""

from __future__ import annotations

import pytest

from tests.reference.told import found

TRADES = """Industry,Staff 2022,Staff 2023,Weekly pay ($)
Retail trade,400,410,690
Mining and quarrying,90,120,2410
Health care,510,560,1320
Real estate,60,58,1105
Food services,330,320,640
"""


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("Health care is the largest industry by staff.", ["consistent"]),
        ("Retail trade is the largest industry by staff.", ["mismatch"]),
        (
            "Mining and quarrying has the highest weekly pay and Food services the lowest.",
            ["consistent", "consistent"],
        ),
        (
            "Mining and quarrying has the highest weekly pay and Health care the lowest.",
            ["consistent", "mismatch"],
        ),
        ("Health care ranks second for weekly pay.", ["consistent"]),
        ("Health care ranks third for weekly pay.", ["mismatch"]),
        ("Weekly pay is highest in Mining and quarrying.", ["consistent"]),
        ("Health care has the most staff of all, and Real estate the fewest.", ["consistent"] * 2),
        ("Health care has the most staff of all, and Food services the fewest.", ["consistent", "mismatch"]),
        ("Weekly pay is lowest of all in Health care.", ["mismatch"]),
        ("Mining and quarrying has the highest, $2,410 a week for 120 staff.", ["consistent"] * 3),
    ],
)
def test_a_rank_that_leaves_something_out(sentence: str, verdicts: list[str]) -> None:
    assert [f.verdict for f in found(sentence, TRADES)] == verdicts


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In 2023 there were 410 staff in retail.", "consistent"),
        ("In 2023 there were 480 staff in retail.", "mismatch"),
        ("In mining, weekly pay is $2,410.", "consistent"),
    ],
)
def test_a_common_noun_names_a_row_without_a_capital(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, TRADES)] == [verdict]


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Health care has 560 staff.", "consistent"),
        ("Health care has 510 staff.", "mismatch"),
        ("Health care had 510 staff.", "consistent"),
    ],
)
def test_the_present_tense_is_of_the_latest_time(sentence: str, verdict: str) -> None:
    assert [f.verdict for f in found(sentence, TRADES)] == [verdict]


def test_what_is_crossed_is_a_least() -> None:
    sentence = "In 2023 staff in Health care passed 500."
    assert [f.verdict for f in found(sentence, TRADES)] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Health care is the largest industry by staff. Food services is the smallest.", ["undecided"]),
        ("Health care is the largest industry by staff. Retail trade is the second largest.", ["consistent"]),
    ],
)
def test_a_rank_goes_on_about_the_one_in_the_sentence_before(text: str, verdicts: list[str]) -> None:
    assert [f.verdict for f in found(text, TRADES)][1:] == verdicts


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Aird is the wettest station.", "consistent"),
        ("Belness is the wettest station.", "mismatch"),
        ("Belness is the sunniest station.", "consistent"),
    ],
)
def test_a_superlative_names_its_measure(sentence: str, verdict: str) -> None:
    stations = "Station,Rain (mm),Sunshine (hours)\nAird,610,380\nBelness,190,710\nCragmouth,402,555\n"
    assert [f.verdict for f in found(sentence, stations)] == [verdict]
