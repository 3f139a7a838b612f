"""The cells that several-cell claims rest on: of rows that the story names, at the time that it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractor.lexicon import table as data
from extractor.model import Amount, Cited, Claim, Comparison
from extractor.reference.findings import cite
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.stated import in_table
from extractor.reference.tables.reference_table import Column

#: A row has to be this sure to question anything by it.
SURE_ROW = 0.6
#: Rows within this of the surest may be meant as well.
_AS_SURE = 0.12


def spots(
    reader: Reader, value: Claim | Comparison, labels: Sequence[str], wanted: Callable[[Column], bool]
) -> tuple[Candidate, ...]:
    """The dated cells of some rows in the columns wanted, the firmest tie first."""
    columns = [c for c in reader.reference.columns if wanted(c) and not c.head.is_rank]
    found = reader.cells(value, columns, labels) if columns else ()
    dated = [c for c in found if c.dated and reader.reference.amount(c.row, c.column) is not None]
    return tuple(sorted(dated, key=lambda c: (-c.tie.firmness, c.column.number)))


def sure_label(reader: Reader, value: Claim | Comparison) -> str | None:
    """The one row that a figure or phrase speaks of, if the words leave no choice."""
    found = reader.subjects(value)
    if not found or found[0].certainty < SURE_ROW or len(found[0].labels) != 1:
        return None
    near = [s for s in found[1:] if s.certainty >= found[0].certainty - _AS_SURE]
    return None if near else found[0].labels[0]


def likeliest(found: Sequence[Candidate]) -> list[Candidate]:
    """The cells whose tie is about as firm as the firmest."""
    margin = data("reference")["tie"]["margin"]
    return [c for c in found if c.tie.firmness >= found[0].tie.firmness - margin] if found else []


def is_firm(found: Sequence[Candidate]) -> bool:
    """True if words tie to the first cell alone, firmly enough to question a figure by it."""
    tie = data("reference")["tie"]
    return bool(found) and found[0].tie.firmness >= tie["accuse"] and len(likeliest(found)) == 1


def amount_at(reader: Reader, at: At) -> Amount:
    """What a cell that gives a number allows."""
    amount = reader.reference.amount(at.row, at.column)
    assert amount is not None
    return amount


def cited(reader: Reader, cells: Sequence[tuple[str, At]]) -> tuple[Cited, ...]:
    """Cells in their roles."""
    return tuple(cite(reader, at, name) for name, at in cells)


def shown_cells(found: Sequence[Cited]) -> str:
    """The cells with their addresses, for the line of arithmetic."""
    return "; ".join(in_table(c.observation) for c in found)


def same_column(reader: Reader, at: At, label: str, value: Claim | Comparison) -> Iterator[Candidate]:
    """The cell of another row in the column of a cell, at the time meant."""
    found = spots(reader, value, [label], lambda c: c == at.column)
    several = len({c.row.kinds for c in found}) > 1
    yield from (c for c in found if not several or c.row.kinds == at.row.kinds)
