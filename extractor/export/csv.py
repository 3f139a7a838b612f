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
from extractor.export.columns import Column, columns_of, flattened, nested
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
        values = flattened(row, columns)
        writer.writerow([_cell(values[column.name], column) for column in columns])
    return sheet.getvalue()


def _cell(value: Any, column: Column) -> str:
    if value is None:
        return ""
    match column.kind:
        case "many":
            return json.dumps(value, ensure_ascii=False)
        case "flag":
            return "true" if value else "false"
        case "text":
            return f"'{value}" if value.startswith("'") else disarmed(value)
    return str(value)


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
        told = ({c.name: _value(cells[c.name], c) for c in columns} for cells in reader)
        return [msgspec.convert(nested(values, columns), ROW[kind], strict=False) for values in told]
    except (msgspec.ValidationError, json.JSONDecodeError) as error:
        raise SettingsError(f"no CSV of {kind.value} as Crossfoot writes it: {error}") from error


def _value(cell: str, column: Column) -> Any:
    if not cell and column.nullable:
        return None
    if column.kind == "many":
        return json.loads(cell)
    return cell.removeprefix("'") if column.kind == "text" else cell
