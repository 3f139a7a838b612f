"""Two columns of one row set against each other."""

from __future__ import annotations

import pytest

from tests.reference.told import found

PAY = """Industry,Staff,Men 2014 ($ a week),Women 2014 ($ a week),Men 2024 ($ a week),Women 2024 ($ a week)
Mining,21700,1846,1544,2782,2355
Retail trade,67900,1704,1275,2433,2012
Administrative services,10300,1478,980,2112,1584
Health care,34800,919,845,1254,1130
All industries,169800,1402,1156,1994,1711
"""


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("A woman still takes home $283 a week less than a man.", "$283", [("consistent", None)]),
        ("In mining, women are paid $427 a week less than men.", "$427", [("consistent", None)]),
        ("In mining, women are paid $247 a week less than men.", "$247", [("mismatch", None)]),
        (
            "In administrative services men are paid 33 per cent more than women.",
            "33",
            [("consistent", None)],
        ),
        (
            "In administrative services men get 25 per cent more than women.",
            "25",
            [("mismatch", "base")],
        ),
        ("In mining men work 9 per cent more hours than women.", "9", []),
        ("In mining men drink 9 per cent more than women.", "9", []),
    ],
)
def test_a_difference_between_two_columns(
    sentence: str,
    number: str,
    expected: list[tuple[str, str | None]],
) -> None:
    about = [f for f in found(sentence, PAY) if f.relation.cue.text.startswith(number)]
    assert [(f.verdict, f.reading) for f in about if f.verdict != "undecided"] == expected
