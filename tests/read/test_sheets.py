"""Sheets as offices publish them: titles, merged heads, formats, suppressed cells, notes."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from lxml.etree import fromstring

from extractor.model import Document
from extractor.read import read
from extractor.read.draft import Piece, Sheet
from extractor.read.grid import parts_of
from extractor.read.numbers import shown
from extractor.read.opendocument import _cells


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
        (
            [
                ["", "", "", "Missed (%)", "", "", "Pupils (%)", "", "Number of", ""],
                ["Town", "Type", "On roll", "All", "Ill", "Other", "Often", "Severe", "Fines", "Exclusions"],
                ["Dene", "Special", "30", "1.5", "2.5", "3.5", "4.5", "5.5", "6", "7"],
            ],
            (
                "Town",
                "Type",
                "On roll",
                "Missed (%): All",
                "Missed (%): Ill",
                "Missed (%): Other",
                "Pupils (%): Often",
                "Pupils (%): Severe",
                "Number of: Fines",
                "Number of: Exclusions",
            ),
        ),
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


def test_a_merged_head_stands_over_no_more_than_its_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Table 1", None, None, None],
        ["Town", "Homes", None, "Shops"],
        [None, "2022", "2023", "2023"],
        ["Dene", 5, 6, 7],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B2:C2")
    book.save(tmp_path / "book.xlsx")
    (document,) = read(tmp_path / "book.xlsx")
    assert isinstance(document, Document)
    (table,) = document.tables
    assert (table.caption, table.heads) == ("Table 1", ("Town", "Homes: 2022", "Homes: 2023", "Shops: 2023"))


ODS_ROW = """<table:table-row xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
  <table:table-cell{first}><text:p>Town</text:p></table:table-cell>{covered}
  <table:table-cell table:number-columns-spanned="2"><text:p>Homes</text:p></table:table-cell>
  <table:covered-table-cell/><table:table-cell><text:p>Shops</text:p></table:table-cell></table:table-row>"""


def test_a_merged_cell_of_opendocument_stands_in_each_but_a_title_does_not() -> None:
    plain = fromstring(ODS_ROW.format(first="", covered=""))
    assert _cells(plain) == ["Town", "Homes", "Homes", "Shops"]
    title = fromstring(
        ODS_ROW.format(first=' table:number-columns-spanned="2"', covered="<table:covered-table-cell/>")
    )
    assert _cells(title) == ["Town", "", "Homes", "Homes", "Shops"]


@pytest.mark.parametrize("count", ["x", "", "-5", "1e9", "9" * 5_000])
def test_a_cell_that_stands_for_no_number_of_cells_is_one(count: str) -> None:
    row = ODS_ROW.format(first=f' table:number-columns-repeated="{count}"', covered="")
    assert _cells(fromstring(row)) == ["Town", "Homes", "Homes", "Shops"]


def test_what_stands_in_quotes_parts_no_cells(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text('Town,Note,Homes\nA,"1 | 2 ""|"" | 4",20\n"B | C | D\n| E",,30\n', encoding="utf-8")
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.tables[0].rows == (("A", '1 | 2 "|" | 4', "20"), ("B | C | D\n| E", "", "30"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_parted_by_what_parts_it(delimiter: str, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    rows = [["Town", "2022", "2023"], ["Dunmere", "30", "40"], ["Sheer", '"1,020"', "50"]]
    file.write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.tables[0].rows == (("Dunmere", "30", "40"), ("Sheer", "1,020", "50"))
