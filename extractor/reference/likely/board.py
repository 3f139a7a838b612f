"""The cells of a table by row, measure and time, and which of them a story prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from extractor.amount import PERCENT, POINTS
from extractor.model import Amount, Claim, Period
from extractor.reference.match import At, Reader
from extractor.reference.stated import agree
from extractor.reference.tables.reference_table import Column, Row

#: What sorts the rows of a label, and the number of the first column of a measure.
Measure = tuple[tuple[str, ...], int]
#: A row's name, a measure and the key of a time.
Key = tuple[str, Measure, str | None]

#: Larger tables are not laid out.
_MOST_CELLS = 12_000
#: Rows that are times have no names of their own if so many are.
_MOSTLY = 0.8
#: A number that more cells print says of none that it is told.
_MOST_PRINTED = 3
_NO_LEVELS = ("date", "reference", "multiple", "rank", "score")


@dataclass(frozen=True)
class Board:
    """A table laid out beside a story."""

    reader: Reader

    @cached_property
    def is_small(self) -> bool:
        """True for a table that can be gone through for each figure."""
        reference = self.reader.reference
        return 0 < len(reference.rows) * len(self.columns) <= _MOST_CELLS

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of levels and changes: ranks are told in other ways."""
        return tuple(c for c in self.reader.reference.columns if not c.head.is_rank)

    @cached_property
    def column(self) -> Mapping[int, Column]:
        """The columns by their number."""
        return {c.number: c for c in self.columns}

    @cached_property
    def first(self) -> Mapping[int, int]:
        """Number of a column → that of the first column of its measure."""
        found: dict[int, int] = {}
        firsts: list[Column] = []
        for column in self.columns:
            own = next((f for f in firsts if self.reader.same_measure(f, column)), None)
            if own is None:
                firsts.append(column)
            found[column.number] = (own or column).number
        return found

    def name(self, row: Row) -> str:
        """What a row is called; nothing where its label is a time."""
        return "" if self._is_of_times or (row.period is not None and _is_time(row)) else row.label

    @cached_property
    def _is_of_times(self) -> bool:
        rows = self.reader.reference.rows
        return sum(_is_time(r) for r in rows) >= _MOSTLY * len(rows)

    @cached_property
    def cells(self) -> Mapping[Key, At]:
        """The cells that give a number."""
        found: dict[Key, At] = {}
        reference = self.reader.reference
        for row in reference.rows:
            name, sorting = self.name(row), self.reader.sorting(row)
            for column in self.columns:
                if reference.amount(row, column) is not None:
                    period = reference.period(row, column)
                    key = (name, (sorting, self.first[column.number]), period.key if period else None)
                    found.setdefault(key, At(row, column))
        return found

    def amount(self, key: Key) -> Amount | None:
        """What a cell allows."""
        at = self.cells.get(key)
        return None if at is None else self.reader.reference.amount(at.row, at.column)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the rows."""
        return frozenset(name for name, _, _ in self.cells)

    @cached_property
    def measures(self) -> Mapping[Measure, tuple[str, ...]]:
        """The measures, each with the roots of its words."""
        found: dict[Measure, tuple[str, ...]] = {}
        for _, measure, _ in self.cells:
            sorting, number = measure
            head = self.column[number].head
            found.setdefault(measure, tuple(dict.fromkeys([*head.words, *head.aside, *sorting])))
        return found

    @cached_property
    def sample(self) -> Mapping[Measure, At]:
        """A cell of each measure."""
        found: dict[Measure, At] = {}
        for (_, measure, _), at in self.cells.items():
            found.setdefault(measure, at)
        return found

    @cached_property
    def times(self) -> Mapping[Measure, tuple[str | None, ...]]:
        """The times of each measure, oldest first."""
        found: dict[Measure, dict[str | None, None]] = {}
        for _, measure, time in self.cells:
            found.setdefault(measure, {})[time] = None
        return {m: tuple(sorted(keys, key=self._place)) for m, keys in found.items()}

    def _place(self, key: str | None) -> tuple[date, str]:
        period = None if key is None else self.periods[key]
        return ((period.end or period.start or date.min) if period else date.min, key or "")

    @cached_property
    def latest(self) -> str | None:
        """The last time that the table has."""
        return max(self.periods, key=self._place, default=None)

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        """The times of the table by their key."""
        reference = self.reader.reference
        every = (reference.period(at.row, at.column) for at in self.cells.values())
        return {p.key: p for p in every if p is not None}

    @cached_property
    def reach(self) -> Mapping[int, tuple[float, float]]:
        """First column of a measure → its smallest and its largest number."""
        found: dict[int, list[float]] = {}
        for (_, (_, number), _), at in self.cells.items():
            amount = self.reader.reference.amount(at.row, at.column)
            if amount is not None and amount.low is not None:
                found.setdefault(number, []).append(abs(float(amount.low)))
        return {number: (min(values), max(values)) for number, values in found.items()}

    @cached_property
    def figures(self) -> tuple[Claim, ...]:
        """The quantities of the story in order."""
        told = (c for c in self.reader.told.claims if c.figure.kind not in ("date", "reference"))
        return tuple(sorted(told, key=lambda c: c.figure.span))

    @cached_property
    def printed(self) -> Mapping[str, tuple[Key, ...]]:
        """Id of a figure → the few cells that print as it does; none for a number of one digit."""
        return {c.id: self._printed(c) for c in self.figures}

    def _printed(self, claim: Claim) -> tuple[Key, ...]:
        figure = claim.figure
        if figure.amount.unit == POINTS or figure.kind in _NO_LEVELS or digits_of(claim) < 2:
            return ()
        found: list[Key] = []
        for key, at in self._alike(figure.amount):
            amount = self.reader.reference.amount(at.row, at.column)
            if amount is not None and agree(figure.amount, replace(amount, unit=figure.amount.unit)):
                found.append(key)
                if len(found) > _MOST_PRINTED:
                    return ()
        return tuple(found)

    def _alike(self, amount: Amount) -> Sequence[tuple[Key, At]]:
        """The cells that may print as an amount, as far as rough numbers tell."""
        share = amount.unit == PERCENT
        low, high = ends(amount)
        return [
            (key, self.cells[key])
            for key, (least, most) in self.ends.items()
            if least <= high and low <= most and share == (self.cells[key].column.unit == PERCENT)
        ]

    @cached_property
    def ends(self) -> Mapping[Key, tuple[float, float]]:
        """The ends of what each cell allows."""
        amounts = ((k, self.reader.reference.amount(at.row, at.column)) for k, at in self.cells.items())
        return {k: ends(a) for k, a in amounts if a is not None}


def ends(amount: Amount) -> tuple[float, float]:
    """The ends of an amount, a little apart."""
    low = float("-inf") if amount.low is None else float(amount.low)
    high = float("inf") if amount.high is None else float(amount.high)
    return low - abs(low) * 1e-9 if amount.low else low, high + abs(high) * 1e-9 if amount.high else high


def digits_of(claim: Claim) -> int:
    """How many digits a figure's number has, without noughts at its end."""
    value = claim.figure.value
    return 0 if value is None else len(value.normalize().as_tuple().digits)


def _is_time(row: Row) -> bool:
    return row.period is not None and row.label.strip() == row.period.text.strip()
