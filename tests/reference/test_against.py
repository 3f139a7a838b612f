"""Claims of a story looked up in a table, from the words to the verdict."""

from __future__ import annotations

import pytest

from tests.reference.told import found

TABLE = """District,Pupils,English (%),Maths (%)
Ashcombe,1210,71,68
Brackley,820,64,59
Corran,2004,80,77
Dunmore,1466,75,c
Norland,5500,74,72
"""


@pytest.mark.parametrize(
    ("sentence", "verdict", "reading"),
    [
        ("In Corran 80 per cent of pupils passed English.", "consistent", None),
        ("In Corran 86 per cent of pupils passed English.", "mismatch", None),
        ("In Corran 77 per cent of pupils passed English.", "mismatch", "definition"),
        ("In Corran 20 per cent of pupils passed English.", "mismatch", "complement"),
        ("In Corran 20 per cent of pupils did not pass English.", "consistent", None),
        ("Across the country 72 per cent of pupils passed maths.", "consistent", None),
        ("In Brackley 72 per cent of pupils passed maths.", "mismatch", "place"),
        ("Brackley has 820 pupils.", "consistent", None),
        ("Brackley has 280 pupils.", "mismatch", "digit"),
    ],
)
def test_a_sentence_against_its_cell(sentence: str, verdict: str, reading: str | None) -> None:
    (finding,) = found(sentence, TABLE, "exams.csv")
    assert (finding.verdict, finding.reading) == (verdict, reading)


@pytest.mark.parametrize(
    "sentence",
    [
        "In Corran 41 per cent of parents wrote to the minister.",
        "Corran has 34 libraries.",
        "In West Corran 12 per cent of pupils passed maths.",
        "In Dunmore 61 per cent of pupils passed maths.",
        "In Corran 12 per cent of girls passed maths.",
    ],
)
def test_what_the_table_does_not_speak_of_is_never_questioned(sentence: str) -> None:
    assert not [f for f in found(sentence, TABLE, "exams.csv") if f.verdict == "mismatch"]


def test_a_cell_stands_in_the_finding_with_its_address() -> None:
    (finding,) = found("In Corran 86 per cent of pupils passed English.", TABLE, "exams.csv")
    (cited,) = finding.cells
    assert (cited.observation.table, cited.observation.row, cited.observation.column) == ("exams.csv", 3, 3)
    assert "exams.csv, row 3, column 3" in finding.arithmetic


def test_a_row_without_a_number_is_no_finding() -> None:
    table = "Player,Points,Rebounds\nAl Horne,n/a,n/a\nBo Crane,12,4\nCy Dunn,9,6\n"
    assert not found("Horne had about 12 points and 3 rebounds.", table)
