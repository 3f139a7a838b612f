"""Sums among the rows: regions with their districts."""

from __future__ import annotations

import pytest

from extractor.model import Document, Table
from extractor.reference import tables_of
from tests.reference.told import found

HEADS = ("Court", "Open cases", "Closed cases", "Judges")
ROWS = (
    ("North circuit", "300", "210", "14"),
    ("Ashdene", "100", "70", "5"),
    ("Barrow", "200", "140", "4"),
    ("South circuit", "700", "560", "9"),
    ("Cantley", "340", "260", "6"),
    ("Derwent", "150", "120", "2"),
    ("Eccles", "210", "180", "7"),
)


def test_rows_that_are_sums_of_those_below_them() -> None:
    (table,) = tables_of(Document("table", "", tables=(Table("", HEADS, ROWS),), source="courts.csv"))
    assert table.parts == {0: (1, 2), 3: (4, 5, 6)}


def test_a_row_that_adds_up_in_one_column_only_is_no_sum() -> None:
    rows = (("Ashdene", "300", "99", "5"), *ROWS[1:])
    (table,) = tables_of(Document("table", "", tables=(Table("", HEADS, rows),), source="courts.csv"))
    assert table.parts == {3: (4, 5, 6)}


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Cantley has the most open cases.", "consistent"),
        ("Eccles has the most open cases.", "mismatch"),
        ("South circuit has the most open cases.", "consistent"),
    ],
)
def test_a_region_is_not_ranked_among_its_districts(sentence: str, verdict: str) -> None:
    table = "\n".join(",".join(r) for r in (HEADS, *ROWS))
    assert [f.verdict for f in found(sentence, table) if f.relation.kind == "rank"] == [verdict]
