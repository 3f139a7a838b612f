"""Where a row stands among the others of its table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.amount import surely_less
from extractor.model import Amount, ComparisonDirection
from extractor.reference.match import At, Reader
from extractor.reference.ranks.rates import Ordering
from extractor.reference.ranks.scopes import is_among
from extractor.reference.tables.reference_table import Row, is_average


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row stands in a column: so many are surely above it, so many surely below."""

    rows: int
    above: int
    below: int
    #: The kind that the rows are of, "Northmarch"; "" for all.
    kind: str = ""

    def __str__(self) -> str:
        among = f" in {self.kind}" if self.kind else ""
        return (
            f"{self.above + 1} from the top and {self.below + 1} from the bottom of {self.rows} rows{among}"
        )

    def may_be(self, place: int, end: ComparisonDirection | None) -> bool:
        """True if the place, counted from an end or from either, may be the row's; ties share places."""
        tied = self.rows - 1 - self.above - self.below
        ahead = {"higher": (self.above,), "lower": (self.below,)}.get(end or "", (self.above, self.below))
        return any(n + 1 <= place <= n + 1 + tied for n in ahead)


def standing(reader: Reader, at: At, by: Ordering, kind: str) -> Standing:
    """Where a row stands among all, or among those of its kind."""
    amount = by.amount(at.row)
    assert amount is not None
    others = [a for _, a in rivals_of(reader, at, by, kind)]
    above, below = (sum(_is_less(amount, a) for a in others), sum(_is_less(a, amount) for a in others))
    return Standing(len(others) + 1, above, below, kind)


def _is_less(a: Amount, b: Amount) -> bool:
    """True if one cell is below another: 17.3 is below 17.4, though both may stand for 17.35."""
    return surely_less(a, b) or (a != b and a.high is not None and a.high == b.low)


def rivals_of(reader: Reader, at: At, by: Ordering, kind: str) -> Iterator[tuple[Row, Amount]]:
    """The other rows of one time and kind, but totals and averages, each with what it is ordered by."""
    table = reader.reference
    by_kind = len({r.kinds for r in reader.rows[at.row.label]}) > 1
    for row in table.rows:
        if row.label in {at.row.label, *by.left_out, *reader.labels.totals} or is_average(row.label):
            continue
        if row.period != at.row.period or (by_kind and row.kinds != at.row.kinds):
            continue
        if kind and not is_among(reader, row, kind):
            continue
        if (row.number in table.parts) != (at.row.number in table.parts):
            continue  # a region is not among its districts
        amount = by.amount(row)
        if amount is not None:
            yield row, amount
