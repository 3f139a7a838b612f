"""Sheets that hold one table of several years, each the same heads and rows, as one table with dated rows.

Offices print a sheet a year: "2024-25", "2023-24". What rose or fell is told across the sheets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.model import Period
from extractor.periods import find_periods
from extractor.reference.tables.reference_table import ReferenceTable, Row

#: Sheets of one table share this part of their labels.
_ALIKE = 0.6


def joined(tables: Sequence[ReferenceTable]) -> tuple[ReferenceTable, ...]:
    """The tables, those that differ in their year alone put together."""
    groups: list[list[tuple[ReferenceTable, Period | None]]] = []
    for table in tables:
        when = _year(table)
        group = next((g for g in groups if when is not None and _goes_with(table, when, g)), None)
        if group is None:
            groups.append([(table, when)])
        else:
            group.append((table, when))
    return tuple(_one(g) if len(g) > 1 else g[0][0] for g in groups)


def _year(table: ReferenceTable) -> Period | None:
    """The one year that a sheet is of, by its title; None where rows or columns have times of their own."""
    own = bool(table.spots) or any(r.period for r in table.rows) or any(c.head.period for c in table.columns)
    found = {p.key: p for p in find_periods(table.title) if p.start is not None and p.end is not None}
    return next(iter(found.values())) if len(found) == 1 and not own else None


def _goes_with(
    table: ReferenceTable, when: Period, group: Sequence[tuple[ReferenceTable, Period | None]]
) -> bool:
    first = group[0][0]
    if any(w is None or w.key == when.key or w.kind != when.kind for _, w in group):
        return False
    a, b = {r.label for r in first.rows}, {r.label for r in table.rows}
    # A column that one sheet leaves blank is missing there.
    one, other = _heads(first), _heads(table)
    same = first.heads == table.heads and all(one[n] == other[n] for n in one.keys() & other.keys())
    return same and len(a & b) >= _ALIKE * max(len(a), len(b))


def _heads(table: ReferenceTable) -> dict[int, tuple[object, str]]:
    return {c.number: (c.head, c.unit) for c in table.columns}


def _one(group: Sequence[tuple[ReferenceTable, Period | None]]) -> ReferenceTable:
    """The tables as one, each row with the year of its sheet and its place there; the first sheet first."""
    first = group[0][0]
    found = {c.number: c for t, _ in reversed(group) for c in t.columns}
    parts = {c.number for t, _ in group for c in t.columns if c.has_parts}
    columns = tuple(replace(found[n], has_parts=n in parts) for n in sorted(found))
    placed = [(t, row, when) for t, when in group for row in t.rows]
    return replace(
        first,
        columns=columns,
        cells=tuple(cells for t, _ in group for cells in t.cells),
        rows=tuple(_rows(placed)),
        notes=tuple(dict.fromkeys(n for t, _ in group for n in t.notes)),
        numbers=tuple(t.place(row) for t, row, _ in placed),
        names=tuple(t.name for t, _, _ in placed),
    )


def _rows(placed: Sequence[tuple[ReferenceTable, Row, Period | None]]) -> Iterator[Row]:
    for number, (_, row, when) in enumerate(placed):
        yield replace(row, number=number, period=when)
