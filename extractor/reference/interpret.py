"""Tables as published to columns, rows and observations.

    Document → ReferenceTable: which column names the rows, which hold periods, kinds or numbers

A description (see `describe.py`) settles what guessing cannot. What is not understood is listed
in `ReferenceTable.unread`, never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Amount, Document, Observation, Period, Table
from extractor.periods import find_periods
from extractor.reference.cells import Cell, amounts, cell, declared_step, is_missing, is_suppressed
from extractor.reference.describe import Description
from extractor.reference.heads import Head, head, year_last
from extractor.reference.levels import parts_of_rows
from extractor.reference.words import roots

#: A column holds numbers if this share of its given cells are numbers.
_MOSTLY = 0.8
#: A column of text with fewer different cells than this share of rows sorts the rows into kinds.
_FEW = 0.34
#: A unit in brackets that a title lends to all columns: "(thousands)".
_FIRST_ROWS = 200
#: So many labels for all rows are rows of their own: nations of a kingdom.
_SEVERAL = 3
_RATE = re.compile(r"(?:\b|_)(?:rate|turnout|share|completion)(?:\b|_)", re.IGNORECASE)


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


def tables_of(document: Document, description: Description | None = None) -> tuple[ReferenceTable, ...]:
    """The tables of a document, each with the notes of the whole document."""
    told = description or Description()
    notes = tuple(
        b.span.of(document.text) for b in document.blocks if b.kind in ("footnote", "heading", "headline")
    )
    found = (_table(t, document, notes, told) for t in document.tables)
    return tuple(t for t in found if t is not None)


def _table(t: Table, document: Document, notes: tuple[str, ...], told: Description) -> ReferenceTable | None:
    width = len(t.heads) if t.heads else max((len(r) for r in t.rows), default=0)
    heads = t.heads or ("",) * width
    cells = tuple(tuple(row[:width]) + ("",) * (width - len(row)) for row in t.rows)
    sorts = [_sort_of([row[i] for row in cells], heads[i]) for i in range(width)]
    named = _label_column(cells, heads, sorts, told)
    if named is None or "number" not in sorts:
        return None
    columns = tuple(
        _column_of(i, heads[i], cells, told) for i in range(width) if sorts[i] == "number" and i != named
    )
    source = document.source or document.id
    name = PurePath(source).name + (f", {t.caption}" if t.caption and len(document.tables) > 1 else "")
    skipped = tuple(
        f"column {heads[i] or i + 1}: not understood" for i in range(width) if sorts[i] == "mixed"
    )
    caption = " ".join([t.caption or "", *(n for n in notes if n != t.caption)][:4])
    return ReferenceTable(
        name=name,
        caption=caption,
        heads=heads,
        cells=cells,
        columns=columns,
        rows=tuple(_rows(cells, sorts, named)),
        row_noun=heads[named],
        notes=notes,
        unread=skipped,
        description=told,
    )


def _sort_of(column: Sequence[str], title: str) -> str:
    """What a column holds: numbers, periods, codes, words, or something of each."""
    given = [c.strip() for c in column if not is_missing(c)][:_FIRST_ROWS]
    if not given:
        return "empty"
    if sum(_is_period(c) for c in given) >= _MOSTLY * len(given):
        return "period"
    numbers = sum(cell(c) is not None for c in given)
    if "code" in title.lower() or (all(_is_code(c) for c in given) and len(set(given)) == len(given) > 2):
        return "code"
    if numbers >= _MOSTLY * len(given):
        return "number"
    return "words" if numbers <= (1 - _MOSTLY) * len(given) else "mixed"


def _is_period(printed: str) -> bool:
    found = find_periods(year_last(printed))
    if len(found) != 1 or found[0].span is None:
        return False
    return len(printed) - len(found[0].span) <= 14 and found[0].kind != "relative"


def _is_code(printed: str) -> bool:
    """ "E06000001", "RJ1": letters and digits in one word."""
    return " " not in printed and any(c.isdigit() for c in printed) and any(c.isupper() for c in printed)


def _label_column(
    cells: Sequence[Sequence[str]], heads: Sequence[str], sorts: Sequence[str], told: Description
) -> int | None:
    """The column that names the rows: the one described, else that of words with the most different cells."""
    if told.label is not None and told.label in heads:
        return heads.index(told.label)
    worded = [i for i, s in enumerate(sorts) if s == "words"]
    if not worded:
        return next((i for i, s in enumerate(sorts) if s in ("period", "code", "mixed")), None)
    return max(worded, key=lambda i: (len({row[i] for row in cells}), -i))


def _column_of(number: int, title: str, cells: Sequence[Sequence[str]], told: Description) -> Column:
    taken = head(title)
    described = told.columns.get(title)
    unit = taken.unit
    read: list[Cell] = [c for row in cells[:_FIRST_ROWS] if (c := cell(row[number])) is not None]
    unit = unit or _unit_of(read, taken)
    parts = taken.factor == 1 and any(c.places and c.factor == 1 for c in read)
    if described is None:
        return Column(number, taken, unit, has_parts=parts)
    return Column(number, described.head(taken), described.unit or unit, described.aliases, parts)


def _unit_of(read: Sequence[Cell], taken: Head) -> str:
    """The unit that the cells print, or that a rate has whose numbers never pass 100."""
    half = len(read) / 2
    if read and sum(c.percent for c in read) > half:
        return PERCENT
    if read and sum(bool(c.sign) for c in read) > half:
        currencies: dict[str, str] = data("reference")["units"]["currencies"]
        return currencies[next(c.sign for c in read if c.sign)]
    in_hundred = bool(read) and all(0 <= c.value <= 100 for c in read) and any(c.places for c in read)
    return PERCENT if in_hundred and _RATE.search(taken.text) else ""


def _rows(cells: Sequence[Sequence[str]], sorts: Sequence[str], named: int) -> Iterator[Row]:
    period_at = next((i for i, s in enumerate(sorts) if s == "period" and i != named), None)
    kind_at = [i for i, s in enumerate(sorts) if s == "words" and i != named]
    label = ""
    for number, row in enumerate(cells):
        # A label stands for the rows below it that have none.
        label = row[named].strip() or label
        kinds = tuple(k for i in kind_at if (k := row[i].strip()))
        dated = period_at if period_at is not None else named if sorts[named] == "period" else None
        when = None if dated is None else _period_of(row[dated])
        yield Row(number, label, kinds, when)


def _period_of(printed: str) -> Period | None:
    return next(iter(find_periods(year_last(printed))), None) if printed else None
