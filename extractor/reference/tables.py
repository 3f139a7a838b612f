"""A table, understood: its columns, its rows, and which rows stand for others: totals, averages, regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from extractor.model import Amount, Observation, Period
from extractor.reference.cells import amounts, cell, declared_step, is_suppressed
from extractor.reference.describe import Description
from extractor.reference.heads import Head
from extractor.reference.wholes import adds, centre, is_average, is_total, wholes_of
from extractor.reference.words import roots

__all__ = ["Column", "ReferenceTable", "Row", "is_average", "is_total", "members", "parts_of_rows"]

#: A row is a sum where this share of its counts are, and two at least: a number of staff need not add up.
_MOSTLY, _LEAST = Fraction(2, 3), 2
#: Sums of rounded cells are off by a little.
_OFF = Fraction(1, 200)
#: Larger tables are not searched.
_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers."""

    number: int
    head: Head
    unit: str
    #: Other names for it that a description gives.
    aliases: tuple[str, ...] = ()
    #: True if cells stand for parts of a whole unit: 3.5.
    has_parts: bool = False
    #: Units that the title names, for a column whose head names none.
    title_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with what its words say."""

    number: int
    label: str
    #: Cells of the other columns of words: the region, the kind of offence.
    kinds: tuple[str, ...] = ()
    period: Period | None = None
    #: Other names of the block that it is the whole of: "East" for "East region".
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReferenceTable:
    """One table, understood as far as its layout tells."""

    name: str
    caption: str
    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    #: Head of the column that names the rows, "district".
    row_noun: str
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    description: Description = field(default_factory=Description)
    #: The place in the file of each row, counted from 0, where only some of its rows stand here.
    numbers: tuple[int, ...] = ()
    #: The name of each row's table, where the rows of several stand here.
    names: tuple[str, ...] = ()
    #: The line that names the table.
    title: str = ""
    #: True where the other rows of the file are not here: nothing is ranked or added up.
    partial: bool = False

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Roots of the title and of the notes above the rows."""
        return frozenset(roots(self.caption))

    @cached_property
    def amounts(self) -> dict[int, list[Amount | None]]:
        """Column number → what its cells allow, row after row."""
        declared = declared_step(self.notes)
        return {c.number: self._column(c, declared) for c in self.columns}

    def _column(self, column: Column, declared: int | None) -> list[Amount | None]:
        read = [cell(row[column.number]) for row in self.cells]
        return amounts(read, column.unit, column.head.factor, declared)

    def amount(self, row: Row, column: Column) -> Amount | None:
        """What a cell allows; None where it gives no number."""
        return self.amounts[column.number][row.number]

    def suppressed(self, row: Row, column: Column) -> bool:
        """True where the cell's number is kept back."""
        return is_suppressed(self.cells[row.number][column.number])

    def printed(self, row: Row, column: Column) -> str:
        """The cell as it stands."""
        return self.cells[row.number][column.number].strip()

    def period(self, row: Row, column: Column) -> Period | None:
        """When a cell holds: by its row or its column."""
        return row.period or column.head.period

    def observation(self, row: Row, column: Column) -> Observation | None:
        """A cell as an observation; None where it gives no number."""
        amount = self.amount(row, column)
        if amount is None:
            return None
        told = self.period(row, column)
        measure = ", ".join([column.head.text, *row.kinds])
        period = None if told is None else told.text
        printed = self.printed(row, column)
        return Observation(
            self.name_of(row),
            self.place(row) + 1,
            column.number + 1,
            printed,
            row.label,
            measure,
            amount,
            period,
        )

    def name_of(self, row: Row) -> str:
        """The name of the table that a row stands in."""
        return self.names[row.number] if self.names else self.name

    def place(self, row: Row) -> int:
        """The place of a row in its file, counted from 0."""
        return self.numbers[row.number] if self.numbers else row.number

    def row_of(self, o: Observation) -> Row | None:
        """The row that an observation was read from; None for one of another table."""
        found = (r for r in self.rows if r.label == o.entity and self.place(r) + 1 == o.row)
        return next((r for r in found if self.name_of(r) == o.table), None)

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
    found: dict[int, tuple[int, ...]] = {}
    for at, row in enumerate(table.rows):
        if row.number in totals:
            continue
        for others in (table.rows[at + 1 :], tuple(reversed(table.rows[:at]))):
            run = _run(table, row, [r for r in others if r.period == row.period], columns)
            if run:
                found.setdefault(row.number, tuple(r.number for r in run))
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
