"""Sheets as offices publish them: titles, merged heads, formats, suppressed cells, notes."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from extractor.model import Document
from extractor.read import read
from extractor.read.draft import Piece, Sheet
from extractor.read.grid import parts_of
from extractor.read.numbers import shown


@pytest.mark.parametrize(
    ("value", "code", "wanted"),
    [
        (0.441, "0.0%", "44.1%"),
        (0.5, "0%", "50%"),
        (1234, "#,##0", "1,234"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-1234, "#,##0;(#,##0)", "-1,234"),
        (1300, '"£"#,##0.0,"k"', "£1.3k"),
        (5, "[$£-809]#,##0.00", "£5.00"),
        (3200000000, '[$€-2]0.0,,,"bn"', "€3.2bn"),
        (0.1 + 0.2, "General", "0.3"),
        (330, "General", "330"),
        (27000.0, "General", "27000"),
        (2.5, "0.##", "2.5"),
        (2, "0.##", "2"),
        (12, "0;-0;;@", "12"),
        (None, "0", ""),
        (True, "General", "TRUE"),
        ("c", "0.0%", "c"),
        (datetime(2024, 5, 31), "dd/mm/yyyy", "2024-05-31"),
        (1e20, "General", f"{10**20}"),
        (float("inf"), "0", ""),
    ],
)
def test_a_value_is_read_as_its_cell_shows_it(value: object, code: str, wanted: str) -> None:
    assert shown(value, code) == wanted


GRID = [
    ["Table 1: Children reported missing"],
    ["Figures are rounded to the nearest five"],
    [],
    ["Council", "2018-19", "", "2019-20", ""],
    ["", "Number", "Per cent", "Number", "Per cent"],
    ["Dunmere", "1,235", "44.1%", "1,300", "50%"],
    ["Sheer", "c", "..", "20", "10%"],
    [],
    ["c: suppressed to protect confidentiality"],
]
HEADS = ("Council", "2018-19: Number", "2018-19: Per cent", "2019-20: Number", "2019-20: Per cent")


def test_titles_heads_rows_and_notes_are_told_apart() -> None:
    title, note, sheet, footnote = parts_of(GRID)
    assert isinstance(sheet, Sheet)
    assert (sheet.caption, sheet.heads) == (GRID[0][0], HEADS)
    assert sheet.rows == (tuple(GRID[5]), tuple(GRID[6]))
    kinds = [part.kind for part in (title, note, footnote) if isinstance(part, Piece)]
    assert kinds == ["heading", "heading", "footnote"]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([["Town", "2022", "2023"], ["Dunmere", "30", "40"]], ("Town", "2022", "2023")),
        ([["Dunmere", "30"], ["Sheer", "50"]], ()),
        ([["Town", "Mayor"], ["Dunmere", "Lee"], ["Sheer", "Ray"]], ("Town", "Mayor")),
        ([["", "£m"], ["Roads", "3.2"]], ("", "£m")),
        ([["Year", "Homes"], ["2022", "30"], ["2023", "40"]], ("Year", "Homes")),
    ],
)
def test_the_heads_are_the_rows_without_values(rows: list[list[str]], heads: tuple[str, ...]) -> None:
    (sheet,) = parts_of(rows)
    assert isinstance(sheet, Sheet)
    assert sheet.heads == heads


def test_blank_rows_part_tables() -> None:
    found = list(parts_of([["a", "b"], ["x", "1"], [], ["c", "d"], ["y", "2"]]))
    assert [part.heads for part in found if isinstance(part, Sheet)] == [("a", "b"), ("c", "d")]


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Missing children"
    for row in (
        [GRID[0][0]],
        [],
        ["Council", "2018-19", None],
        [None, "Number", "Share"],
        ["Dunmere", 1234, 0.441],
    ):
        sheet.append(row)
    sheet.merge_cells("B3:C3")
    sheet["B5"].number_format, sheet["C5"].number_format = "#,##0", "0.0%"
    hidden = book.create_sheet("Working")
    hidden.append(["not", "for", "print"])
    hidden.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_an_excel_file_is_a_document_of_tables(tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(workbook())
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.text.splitlines()[-2:] == [
        "Council | 2018-19: Number | 2018-19: Share",
        "Dunmere | 1,234 | 44.1%",
    ]
    assert "not | for | print" not in document.text
    (table,) = document.tables
    assert (table.caption, table.rows) == (GRID[0][0], (("Dunmere", "1,234", "44.1%"),))
    assert table.span is not None
    cell = next(b for b in document.blocks if b.span.of(document.text) == "44.1%")
    assert cell.heads == ("Dunmere", "2018-19: Share")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_parted_by_what_parts_it(delimiter: str, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    rows = [["Town", "2022", "2023"], ["Dunmere", "30", "40"], ["Sheer", '"1,020"', "50"]]
    file.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.tables[0].rows == (("Dunmere", "30", "40"), ("Sheer", "1,020", "50"))
