"""Rows as CSV, and back without a loss.

Null and "" are empty cells, true and false are words, a list or a map is a cell of JSON. No cell starts a
formula: words that a spreadsheet would run, and those that start with an apostrophe, get one before them, so
that a reader takes exactly one away.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import StringIO
from typing import Any

import msgspec

from extractor.errors import SettingsError
from extractor.export.columns import Column, columns_of
from extractor.export.kinds import Rows
from extractor.export.rows import ROW, Row
from extractor.report.claim_table import disarmed


def render_rows_csv(rows: Iterable[Row], kind: Rows) -> str:
    """A header and a line for each row; lines end as RFC 4180 says, which has a lone return quoted, too."""
    columns = columns_of(kind)
    sheet = StringIO()
    writer = csv.writer(sheet)
    writer.writerow([column.name for column in columns])
    for row in rows:
        told = msgspec.to_builtins(row)
        writer.writerow([_cell(_at(told, column.path), column) for column in columns])
    return sheet.getvalue()


def _at(told: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        told = told.get(name) if told else None
    return told


def _cell(value: Any, column: Column) -> str:
    if value is None:
        return ""
    if column.kind == "json":
        return json.dumps(value, ensure_ascii=False)
    if column.kind == "flag":
        return "true" if value else "false"
    return _safe(str(value)) if column.kind == "text" else str(value)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith("'") else disarmed(text)


def read_rows_csv(text: str, kind: Rows) -> list[Row]:
    """The rows that `render_rows_csv` wrote.

    Raises:
        SettingsError: a column is missing, or a cell cannot be what its column holds.
    """
    columns = columns_of(kind)
    reader = csv.DictReader(StringIO(text, newline=""))
    lacking = [c.name for c in columns if c.name not in (reader.fieldnames or ())]
    if lacking:
        raise SettingsError(f"no CSV of {kind.value} as Crossfoot writes it: no column {lacking[0]}")
    try:
        return [msgspec.convert(_row(cells, columns), ROW[kind], strict=False) for cells in reader]
    except (msgspec.ValidationError, json.JSONDecodeError) as error:
        raise SettingsError(f"no CSV of {kind.value} as Crossfoot writes it: {error}") from error


def _row(cells: dict[str, str], columns: tuple[Column, ...]) -> dict[str, Any]:
    """The cells as a nested object; an object of which every cell is empty is null."""
    filled = {c.path[:-1] for c in columns if cells[c.name]}
    told: dict[str, Any] = {}
    for column in columns:
        *above, name = column.path
        value = _value(cells[column.name], column)
        if column.path[:-1] not in filled:
            told[above[0]] = None
        elif value is not None or not column.optional:
            place = told.setdefault(above[0], {}) if above else told
            place[name] = value
    return told


def _value(cell: str, column: Column) -> Any:
    if not cell and column.nullable:
        return None
    if column.kind == "json":
        return json.loads(cell)
    return cell.removeprefix("'") if column.kind == "text" else cell
