"""A table, understood: its columns, its rows, and which rows stand for others: totals, averages, regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from extractor.reference.tables.layout import Column, Grid, Row
from extractor.reference.tables.wholes import adds, centre, is_average, is_total, wholes_of

__all__ = ["Column", "ReferenceTable", "Row", "is_average", "is_total", "members", "parts_of_rows"]

#: A row is a sum where this share of its counts are, and two at least: a number of staff need not add up.
_MOSTLY, _LEAST = Fraction(2, 3), 2
#: Sums of rounded cells are off by a little.
_OFF = Fraction(1, 200)
#: Larger tables are not searched.
_MOST_ROWS = 500


@dataclass(frozen=True)
class ReferenceTable(Grid):
    """A table, understood as far as its layout tells."""

    @cached_property
    def totals(self) -> tuple[Row, ...]:
        """The rows that stand for all the others: by their label, or because the others add up to them."""
        return wholes_of(self)

    @cached_property
    def parts(self) -> Mapping[int, tuple[int, ...]]:
        """Number of a row that is the sum of some others, a region among districts → theirs."""
        return parts_of_rows(self)


def parts_of_rows(table: ReferenceTable) -> Mapping[int, tuple[int, ...]]:
    """Number of a row that is a sum → the numbers of the rows that it is the sum of."""
    if len(table.rows) > _MOST_ROWS or table.partial:
        return {}
    columns = [c for c in table.columns if adds(c)]
    totals = {r.number for r in table.totals}
    found: dict[int, tuple[int, ...]] = _parts_by_kind(table, totals)
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for row in table.rows:
        kinds.setdefault(row.label, set()).add(row.kinds)
    for at, row in enumerate(table.rows):
        if row.number in totals:
            continue
        sorts = len(kinds[row.label]) > 1  # deaths and injuries of each council are summed apart
        for others in (table.rows[at + 1 :], tuple(reversed(table.rows[:at]))):
            alike = [r for r in others if r.period == row.period and (not sorts or r.kinds == row.kinds)]
            run = _run(table, row, alike, columns)
            if run:
                found.setdefault(row.number, tuple(r.number for r in run))
    return found


def _parts_by_kind(table: ReferenceTable, totals: Set[int]) -> dict[int, tuple[int, ...]]:
    """ "Northern total", with the rows of its time that another column of words calls "Northern"."""
    kinds: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        for kind in row.kinds:
            kinds.setdefault((kind.lower(), row.period.key if row.period else ""), []).append(row)
    found: dict[int, tuple[int, ...]] = {}
    for row in table.rows:
        time = row.period.key if row.period else ""
        for name in (row.label, *row.aliases) if row.number not in totals else ():
            own = [r for r in kinds.get((name.lower(), time), ()) if r.label != row.label]
            if len(own) >= _LEAST:
                found.setdefault(row.number, tuple(r.number for r in own))
    return found


def _run(
    table: ReferenceTable, row: Row, others: Sequence[Row], columns: Sequence[Column]
) -> tuple[Row, ...]:
    """The shortest run of two rows or more, from the first on, whose counts add up to those of a row."""
    wanted = {c.number: w for c in columns if (w := centre(table, row, c))}
    if len(wanted) < _LEAST:
        return ()
    sums = dict.fromkeys(wanted, Fraction(0))
    for length, added in enumerate(others, 1):
        for c in columns:
            if c.number in wanted:
                sums[c.number] += centre(table, added, c) or 0
        if length > 1 and _agree(wanted, sums):
            return tuple(others[:length])
        if all(sums[n] > 2 * wanted[n] for n in wanted):
            break
    return ()


def _agree(wanted: Mapping[int, Fraction], sums: Mapping[int, Fraction]) -> bool:
    held = sum(abs(sums[n] - w) <= _OFF * w for n, w in wanted.items())
    return held >= _LEAST and held >= _MOSTLY * len(wanted)


def members(parts: Mapping[int, tuple[int, ...]], row: int) -> Iterator[int]:
    """The rows that are parts of the same sum as a row."""
    for numbers in parts.values():
        if row in numbers:
            yield from (n for n in numbers if n != row)
