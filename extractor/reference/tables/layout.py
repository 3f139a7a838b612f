"""The columns, rows and cells of a table, with what their heads and labels say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from extractor.model import Amount, Observation, Period
from extractor.reference.tables.cells import amounts, cell, declared_step
from extractor.reference.tables.describe import Description
from extractor.reference.tables.heads import Head
from extractor.reference.words import roots

#: The label of rows that only their time tells apart, as all of one thing.
EVER = "all told"


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
class Grid:
    """One table with its heads, rows and cells read, and nothing said of which rows stand for others."""

    name: str
    caption: str
    heads: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    #: Head of the column that names the rows, "district".
    row_noun: str
    notes: tuple[str, ...] = ()
    description: Description = field(default_factory=Description)
    #: The place in the file of each row, counted from 0, where only some of its rows stand here.
    numbers: tuple[int, ...] = ()
    #: The name of each row's table, where the rows of several stand here.
    names: tuple[str, ...] = ()
    #: The line that names the table.
    title: str = ""
    #: True where the other rows of the file are not here: nothing is ranked or added up.
    partial: bool = False
    #: True for a table that bears figures out and questions none.
    bears_only: bool = False
    #: Row and column of a cell → its place in the file, where the file lays it out in another way.
    spots: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

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
        at = self.address(row, column)
        return Observation(
            self.name_of(row),
            at[0] + 1,
            at[1] + 1,
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

    def address(self, row: Row, column: Column) -> tuple[int, int]:
        """The row and column of a cell in its file, counted from 0."""
        return self.spots.get((row.number, column.number), (self.place(row), column.number))

    def row_of(self, o: Observation) -> Row | None:
        """The row that an observation was read from; None for one of another table."""
        found = [r for r in self.rows if r.label == o.entity and self.name_of(r) == o.table]
        if self.spots:
            at = self._cells_of.get((o.row - 1, o.column - 1), (None, None))
            return next((r for r in found if r.number == at[0]), None)
        return next((r for r in found if self.place(r) + 1 == o.row), None)

    def column_of(self, o: Observation) -> Column | None:
        """The column that an observation was read from; None for one of another table."""
        number = self._cells_of.get((o.row - 1, o.column - 1), (0, -1))[1] if self.spots else o.column - 1
        return next((c for c in self.columns if c.number == number), None)

    @cached_property
    def _cells_of(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        return {there: here for here, there in self.spots.items()}
