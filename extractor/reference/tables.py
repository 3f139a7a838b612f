"""A table, understood: its columns, its rows, and which rows stand for others: totals, averages, regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Amount, Observation, Period
from extractor.reference.cells import amounts, cell, declared_step, is_suppressed
from extractor.reference.describe import Description
from extractor.reference.heads import Head
from extractor.reference.words import roots

#: A row is a sum where this share of its counts are, and two at least: a number of staff need not add up.
_MOSTLY, _LEAST = Fraction(2, 3), 2
#: Sums of rounded cells are off by a little.
_OFF = Fraction(1, 200)
#: Larger tables are not searched.
_MOST_ROWS = 500
#: So many labels for all rows are rows of their own: nations of a kingdom.
_SEVERAL = 3


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
            self.name, self.place(row) + 1, column.number + 1, printed, row.label, measure, amount, period
        )

    def place(self, row: Row) -> int:
        """The place of a row in its file, counted from 0."""
        return self.numbers[row.number] if self.numbers else row.number

    @cached_property
    def totals(self) -> tuple[Row, ...]:
        """The rows that stand for all the others: by their label, or because the others add up to them."""
        labelled = tuple(r for r in self.rows if is_total(r.label))
        if len({r.label for r in labelled}) >= _SEVERAL:  # Scotland and Wales beside the United Kingdom
            added = {r.label for r in self._summed()}
            return tuple(r for r in labelled if r.label in added)
        return labelled if labelled or self.partial else tuple(self._summed())

    @cached_property
    def parts(self) -> Mapping[int, tuple[int, ...]]:
        """Number of a row that is the sum of some others, a region among districts → theirs."""
        return parts_of_rows(self)

    def _summed(self) -> Iterator[Row]:
        """The rows, first or last of their time, whose counts are the sums of all the others."""
        for group in self._by_time():
            for row in group[:1] + group[-1:]:
                if len(group) > 3 and any(self._adds_up(row, group, c) for c in self.columns):
                    yield row
                    break

    def _by_time(self) -> list[list[Row]]:
        groups: dict[str, list[Row]] = {}
        for row in self.rows:
            groups.setdefault(row.period.key if row.period else "", []).append(row)
        return list(groups.values())

    def _adds_up(self, total: Row, group: Sequence[Row], column: Column) -> bool:
        if column.unit == PERCENT or column.unit.startswith("per "):
            return False
        whole = self.amount(total, column)
        parts = [self.amount(r, column) for r in group if r is not total]
        given = [p.low for p in parts if p is not None and p.low is not None]
        if whole is None or whole.low is None or whole.low <= 0 or len(given) < 3:
            return False
        return abs(sum(given) - whole.low) <= whole.low / 100


def is_total(label: str) -> bool:
    """True for the label of a row that stands for all others: "Total", "All districts", "England"."""
    words = label.lower().strip(" *:[]()0123456789")
    return (
        words in data("reference")["totals"]
        or words.split(" ")[0] in ("all", "total")
        or words.endswith(" total")
    )


def is_average(label: str) -> bool:
    """True for a row that holds an average of the others."""
    return any(w in label.lower().split() for w in data("reference")["averages"])


def parts_of_rows(table: ReferenceTable) -> Mapping[int, tuple[int, ...]]:
    """Number of a row that is a sum → the numbers of the rows that it is the sum of."""
    if len(table.rows) > _MOST_ROWS or table.partial:
        return {}
    columns = [c for c in table.columns if _adds(c)]
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


def _adds(column: Column) -> bool:
    return not (column.unit == PERCENT or column.unit.startswith("per ") or column.has_parts)


def _run(
    table: ReferenceTable, row: Row, others: Sequence[Row], columns: Sequence[Column]
) -> tuple[Row, ...]:
    """The shortest run of two rows or more, from the first on, whose counts add up to those of a row."""
    wanted = {c.number: w for c in columns if (w := _centre(table, row, c))}
    if len(wanted) < _LEAST:
        return ()
    sums = dict.fromkeys(wanted, Fraction(0))
    for length, added in enumerate(others, 1):
        for c in columns:
            if c.number in wanted:
                sums[c.number] += _centre(table, added, c) or 0
        if length > 1 and _agree(wanted, sums):
            return tuple(others[:length])
        if all(sums[n] > 2 * wanted[n] for n in wanted):
            break
    return ()


def _agree(wanted: Mapping[int, Fraction], sums: Mapping[int, Fraction]) -> bool:
    held = sum(abs(sums[n] - w) <= _OFF * w for n, w in wanted.items())
    return held >= _LEAST and held >= _MOSTLY * len(wanted)


def _centre(table: ReferenceTable, row: Row, column: Column) -> Fraction | None:
    amount = table.amount(row, column)
    if amount is None or amount.low is None or amount.high is None:
        return None
    return (amount.low + amount.high) / 2


def members(parts: Mapping[int, tuple[int, ...]], row: int) -> Iterator[int]:
    """The rows that are parts of the same sum as a row."""
    for numbers in parts.values():
        if row in numbers:
            yield from (n for n in numbers if n != row)
