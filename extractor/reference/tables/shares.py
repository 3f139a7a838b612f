"""Columns that are the share of two others: the table's own numbers show it."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.amount import PERCENT
from extractor.reference.tables.reference_table import Column, ReferenceTable

#: A column is the share of two others if it is so, to its own rounding, in this share of rows.
_MOSTLY = 0.9
#: Larger tables are not searched for such columns.
_MOST_ROWS, _MOST_COLUMNS, _LEAST_ROWS = 500, 16, 5


def shares_of(table: ReferenceTable) -> Iterator[tuple[int, tuple[int, int]]]:
    """Columns of shares, each with the columns of its parts and its wholes (all counted from 1)."""
    if table.spots or not _LEAST_ROWS <= len(table.rows) <= _MOST_ROWS or len(table.columns) > _MOST_COLUMNS:
        return
    counts = [c for c in table.columns if c.unit == ""]
    for share in (c for c in table.columns if c.unit == PERCENT):
        pairs = ((p, w) for p in counts for w in counts if p != w and _is_share(table, share, p, w))
        found = next(pairs, None)
        if found is not None:
            yield share.number + 1, (found[0].number + 1, found[1].number + 1)


def _is_share(table: ReferenceTable, share: Column, part: Column, whole: Column) -> bool:
    held = given = 0
    for row in table.rows:
        s, p, w = (table.amount(row, c) for c in (share, part, whole))
        if s is None or p is None or w is None or not w.low or s.low is None or s.high is None:
            continue
        given += 1
        held += s.low <= 100 * (p.low or 0) / w.low <= s.high
        if given == _LEAST_ROWS and not held:
            return False
    return given >= _LEAST_ROWS and held >= _MOSTLY * given
