"""Figures that go on as the one before them, with a row or a time of their own."""

from __future__ import annotations

import pytest

from tests.reference.told import found

SURGERIES = """Board,Patients,Doctors,Visits 2022,Visits 2023,Visits at home 2023,Satisfied (%)
Ardle,48000,30,91000,96000,4800,71.4
Brae,21000,14,40100,38700,3100,80.2
Corrie,66000,33,120400,131900,5300,64.9
Dun,9000,9,17200,17900,1800,88.0
Country,144000,86,268700,284500,15000,72.3
"""


@pytest.mark.parametrize(
    ("text", "number", "verdicts"),
    [
        (
            "In Ardle 71.4 per cent of patients are satisfied, and in Brae 80.2 per cent.",
            "80.2",
            ["consistent"],
        ),
        (
            "In Ardle 71.4 per cent of patients are satisfied, and in Brae 86.2 per cent.",
            "86.2",
            ["mismatch"],
        ),
        ("Ardle counted 96,000 visits in 2023, against 91,000 in 2022.", "91,000", ["consistent"]),
        ("Ardle counted 96,000 visits in 2023, against 97,000 in 2022.", "97,000", ["mismatch"]),
        (
            "In Ardle there are 1,600 patients for each doctor. In Corrie it is 2,000.",
            "2,000",
            ["consistent"],
        ),
        ("In Ardle there are 1,600 patients for each doctor. In Corrie it is 2,600.", "2,600", ["mismatch"]),
        (
            "In Dun 10 per cent of visits in 2023 were at home. In Ardle the figure was 5 per cent.",
            "5 per",
            ["consistent"],
        ),
        (
            "In Dun 10 per cent of visits in 2023 were at home. In Ardle the figure was 9 per cent.",
            "9 per",
            ["undecided"],
        ),
    ],
)
def test_the_same_cells_in_another_row_or_at_another_time(
    text: str, number: str, verdicts: list[str]
) -> None:
    about = [f for f in found(text, SURGERIES) if f.relation.cue.text.startswith(number)]
    assert [f.verdict for f in about] == verdicts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # Words of its own: it may be of something else.
        ("In Ardle 71.4 per cent of patients are satisfied, and in Brae 86.2 per cent own a car.", "86.2"),
        ("Ardle counted 96,000 visits in 2023, against 97,000 burgers sold in 2022.", "97,000"),
        # Another unit.
        ("In Ardle 71.4 per cent of patients are satisfied, and in Brae £86.", "£86"),
        # The figure before is not in the table.
        ("In Ardle 55.1 per cent of patients are vegan, and in Brae 86.2 per cent.", "86.2"),
    ],
)
def test_a_figure_that_may_be_of_something_else(text: str, number: str) -> None:
    about = [f for f in found(text, SURGERIES) if f.relation.cue.text.startswith(number)]
    assert [f.verdict for f in about if f.verdict != "undecided"] == []
