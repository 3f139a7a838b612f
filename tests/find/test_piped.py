"""Numbers in a table of plain text take unit and money from the head of their column."""

from __future__ import annotations

from extractor.find import find
from extractor.find.piped import piped_cells

TABLE = """Milk by round

Round | Farms | Litres | Paid (KSh) | Share (%)
Kisima | 41 | 18,600 | 837,000 | 62
Olmoti | 27 | 11,400 | 513,000 | 38
"""
MENU = "Home | News | Sport 24\nAbout | Contact | Jobs 3\n"


def test_a_cell_is_told_by_its_column_and_its_row() -> None:
    cells = piped_cells(TABLE)
    assert [cell.span.of(TABLE) for cell in cells[:4]] == ["41", "18,600", "837,000", "62"]
    assert cells[1].heads == ("Litres", "Kisima")


def test_a_number_takes_the_unit_of_its_column() -> None:
    kinds = {figure.text: (figure.kind, figure.amount.unit) for figure in find(TABLE)}
    assert kinds["41"] == ("count", "")
    assert kinds["18,600"] == ("measure", "liter")
    assert kinds["837,000"] == ("money", "KES")
    assert kinds["62"] == ("percentage", "%")


def test_a_menu_is_no_table() -> None:
    assert piped_cells(MENU) == []
    assert [figure.kind for figure in find(MENU)] == ["count", "count"]
