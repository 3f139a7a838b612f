"""CSV, Excel and OpenDocument sheets to documents of tables, every cell as it is shown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from extractor.errors import InputError
from extractor.model import Document
from extractor.read.draft import Origin, Piece, Sheet, document_from_pieces
from extractor.read.grid import parts_of
from extractor.read.headline import with_headline
from extractor.read.numbers import shown
from extractor.read.packed import office
from extractor.regexes import Regex

#: More rows than this are a data set, not a table that a story rests on.
MOST_ROWS = 50_000
MOST_COLUMNS = 500
_DELIMITERS = ",;\t|"
#: A cell in quotes: what stands within parts no cells.
_QUOTED = Regex(r'(?:^|(?<=[,;\t|]))"(?:[^"]|"")*(?:"|\Z)', re.MULTILINE)


def csv_rows(text: str, source: str) -> list[list[str]]:
    """The rows of a CSV file, whatever parts its cells.

    Raises:
        InputError: quotes do not close, or there are too many rows.
    """
    sample = _QUOTED.sub("", text[:20_000])
    delimiter = max(_DELIMITERS, key=lambda d: _evenness(sample, d))
    csv.field_size_limit(10_000_000)
    try:
        rows = list(islice(csv.reader(io.StringIO(text), delimiter=delimiter), MOST_ROWS + 1))
    except csv.Error as error:
        raise InputError(source, f"no CSV that can be read ({error}); save it again") from error
    return _few_enough(rows, source)


def csv_table(rows: list[list[str]], origin: Origin, notes: tuple[str, ...] = ()) -> Document:
    """The table of a CSV file as a document."""
    return document_from_pieces(with_headline(parts_of(rows), origin.title), origin, notes)


def excel(data: bytes, origin: Origin) -> Document:
    """The sheets of an Excel file as a document of tables; hidden sheets are left out.

    Raises:
        InputError: it cannot be read.
    """
    import openpyxl

    office(data, origin.source)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception as error:  # openpyxl raises what it likes on a damaged file
        raise InputError(origin.source, "a damaged Excel file; open it and save it again") from error
    parts = [
        part
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for part in _excel_parts(sheet, origin)
    ]
    return document_from_pieces(with_headline(parts, origin.title), origin)


def sheets(tables: Sequence[tuple[str, list[list[str]]]], origin: Origin) -> Document:
    """Sheets, each a name and rows of cells as shown, as a document of tables.

    Raises:
        InputError: it cannot be read.
    """
    parts = [p for name, rows in tables for p in _named(name, _few_enough(rows, origin.source))]
    return document_from_pieces(with_headline(parts, origin.title), origin)


def _excel_parts(sheet: Any, origin: Origin) -> Iterator[Piece | Sheet]:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        told = (
            f"sheet {sheet.title!r} has {sheet.max_row:,} rows and {sheet.max_column:,} columns; cut it down"
        )
        raise InputError(origin.source, told)
    rows = [[shown(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
    yield from _named(sheet.title, _with_merged_heads(rows, sheet))


def _with_merged_heads(rows: list[list[str]], sheet: Any) -> list[list[str]]:
    """The rows, with what stands in cells merged over several columns in each of these.

    A title is merged from the first column on, and stays in one cell.
    """
    for merged in sheet.merged_cells.ranges:
        if merged.min_col > 1 and merged.max_col > merged.min_col:
            told = rows[merged.min_row - 1]
            told[merged.min_col - 1 : merged.max_col] = [told[merged.min_col - 1]] * merged.size["columns"]
    return rows


def _named(name: str, rows: list[list[str]]) -> Iterator[Piece | Sheet]:
    """The parts of a sheet under its name, where that says more than "Sheet1"."""
    parts = list(parts_of(rows))
    named = not name.lower().rstrip("0123456789 ").endswith(("sheet", "table"))
    if parts and named:
        yield Piece(name, "heading")
    for part in parts:
        if named and isinstance(part, Sheet) and part.caption is None:
            part = replace(part, caption=name)
        yield part


def _few_enough(rows: list[list[str]], source: str) -> list[list[str]]:
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise InputError(source, f"more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns; cut it down")
    return rows


def _evenness(sample: str, delimiter: str) -> float:
    """How many cells the delimiter makes in most lines."""
    counts = [line.count(delimiter) for line in sample.splitlines()[:50] if line.strip()]
    return sum(counts) / (1 + len(set(counts))) if counts else 0.0
