"""Rows as lines of JSON, and back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from extractor.errors import SettingsError
from extractor.export.kinds import Rows
from extractor.export.rows import ROW, Row


def render_rows_jsonl(rows: Iterable[Row]) -> str:
    """A line for each row."""
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)


def read_rows_jsonl(text: str, kind: Rows) -> list[Row]:
    """The rows that `render_rows_jsonl` wrote.

    Raises:
        SettingsError: a line is no such row.
    """
    try:
        return [msgspec.json.decode(line, type=ROW[kind]) for line in text.split("\n") if line.strip()]
    except msgspec.MsgspecError as error:
        raise SettingsError(f"no lines of {kind.value} as Crossfoot writes them: {error}") from error
