"""Which rows of a table stand for all the others: by their label, or because the others add up to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import PERCENT, POINTS
from extractor.lexicon import table as data
from extractor.reference.tables.layout import Column, Grid, Row

#: So many labels for all rows are rows of their own: nations of a kingdom.
_SEVERAL = 3
#: A row is the sum of others where this share of its counts are, within this share of each.
_MOSTLY, _OFF = Fraction(2, 3), Fraction(1, 100)
#: Within this share two subtotals come to their total.
_ROUNDED = Fraction(1, 1000)
#: Sums that happen to fit are ruled out by so many columns, where the others hold subtotals as well.
_LEAST = 2
_PLAIN = frozenset({"total", "grand total", "all", "overall total"})
_LARGE = 100


def wholes_of(table: Grid) -> tuple[Row, ...]:
    """The rows that stand for all the others of their time."""
    blocks = {k for r in table.rows for k in r.kinds if not is_total(r.label)}
    labelled = tuple(r for r in table.rows if is_total(r.label) and not set(r.aliases) & blocks)
    plain = tuple(r for r in labelled if r.label.strip(" *:").lower() in _PLAIN)
    if plain and all(_says_all(r.label) for r in labelled):  # "Total" beside "Total dividend"
        labelled = plain
    labels = {r.label for r in labelled}
    if len(labels) == 2 and (
        grand := tuple(_grand(table, labelled))
    ):  # "City total", "Country total", "VICTORIA"
        return grand
    if len(labels) >= _SEVERAL:  # Scotland and Wales beside the United Kingdom
        summed = () if table.partial else tuple(_summed(table))
        added = {r.label for r in summed} | _sums_of(table, labelled)
        return tuple(r for r in labelled if r.label in added) or (summed if len(summed) == 1 else ())
    if len(labels) > 1:  # "All agencies" beside "England"
        lesser = {label for label in labels if _says_all(label) and _is_lesser(table, label, labelled)}
        labelled = tuple(r for r in labelled if r.label not in lesser)
    return labelled if labelled or table.partial else tuple(_summed(table))


def is_total(label: str) -> bool:
    """True for the label of a row that stands for all others: "Total", "All districts", "England"."""
    words = label.lower().strip(" *:[]()0123456789")
    return words in data("reference")["totals"] or _says_all(label) or words.endswith(" total")


def _says_all(label: str) -> bool:
    words = label.lower().strip(" *:[]()0123456789").removeprefix("grand ").split(" ")
    return words[0].rstrip(",:;") in ("all", "total")


def is_average(label: str) -> bool:
    """True for a row that holds an average of the others."""
    return any(w in label.lower().split() for w in data("reference")["averages"])


def _is_lesser(table: Grid, label: str, among: Sequence[Row]) -> bool:
    """True if all counts of a row are less than those of another row for all of its time."""
    own = [r for r in among if r.label == label]
    return any(
        all(_is_less(table, a, b, c) for c in table.columns if adds(c))
        for a in own
        for b in among
        if b.label != label and b.period == a.period
    )


def _grand(table: Grid, subtotals: Sequence[Row]) -> Iterator[Row]:
    """The first or last row, if two that are labelled as totals come to it in all columns of counts."""
    columns = [c for c in table.columns if adds(c)]
    for row in {table.rows[0].number: table.rows[0], table.rows[-1].number: table.rows[-1]}.values():
        held = [_come_to(table, row, subtotals, c) for c in columns if centre(table, row, c)]
        if row not in subtotals and len(held) >= _LEAST and sum(held) >= _MOSTLY * len(held):
            yield row


def _come_to(table: Grid, total: Row, parts: Sequence[Row], column: Column) -> bool:
    """True if the cells of some rows make that of another one, but for rounding."""
    whole, given = centre(table, total, column), [centre(table, p, column) for p in parts]
    told = [g for g in given if g is not None]
    return whole is not None and len(told) == len(parts) and abs(sum(told) - whole) <= whole * _ROUNDED


def _is_less(table: Grid, a: Row, b: Row, column: Column) -> bool:
    one, other = centre(table, a, column), centre(table, b, column)
    return one is None or other is None or one < other


def _sums_of(table: Grid, labelled: Sequence[Row]) -> set[str]:
    """The labels whose rows are the sums of the other rows that are labelled so: of the regions."""
    return {
        group[at].label
        for group in _by_time(labelled)
        for at in (0, len(group) - 1)
        if len(group) > _SEVERAL and _is_sum(table, group[at], group, times=1)
    }


def _summed(table: Grid) -> Iterator[Row]:
    """The rows, first or last of their time, whose counts are the sums of all the others.

    Where some of the others are the sums of others again, all together come to twice as much.
    """
    for group in _by_time(table.rows):
        if len(group) <= _SEVERAL:
            continue
        for row in group[:1] + group[-1:]:
            once = any(_adds_up(table, row, group, c) for c in table.columns if _is_large(table, row, c))
            if once or _is_sum(table, row, group, times=1) or _is_sum(table, row, group, times=2):
                yield row
                break


def _is_large(table: Grid, row: Row, column: Column) -> bool:
    """True for a number that is hardly the sum of others by chance, as the 5 of 1, 1 and 3 is."""
    size = centre(table, row, column)
    return size is not None and size >= _LARGE


def _is_sum(table: Grid, total: Row, group: Sequence[Row], *, times: int) -> bool:
    """True if the other rows of a group come to so many times the counts of one."""
    columns = [c for c in table.columns if adds(c) and centre(table, total, c)]
    held = sum(_adds_up(table, total, group, c, times) for c in columns)
    return held >= _LEAST and held >= _MOSTLY * len(columns)


def _by_time(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each time, deaths and injuries apart where each place has a row for both."""
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for row in rows:
        kinds.setdefault(row.label, set()).add(row.kinds)
    groups: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for row in rows:
        sort = row.kinds if len(kinds[row.label]) > 1 else ()
        groups.setdefault((row.period.key if row.period else "", sort), []).append(row)
    return list(groups.values())


def _adds_up(table: Grid, total: Row, group: Sequence[Row], column: Column, times: int = 1) -> bool:
    if column.unit == PERCENT or column.unit.startswith("per "):
        return False
    whole = table.amount(total, column)
    parts = [table.amount(r, column) for r in group if r is not total]
    given = [p.low for p in parts if p is not None and p.low is not None]
    if whole is None or whole.low is None or whole.low <= 0 or len(given) < _SEVERAL:
        return False
    return abs(sum(given) - times * whole.low) <= whole.low * _OFF


def adds(column: Column) -> bool:
    """True for a column of counts or amounts, whose cells may be added."""
    return not (column.unit in (PERCENT, POINTS) or column.unit.startswith("per ") or column.has_parts)


def centre(table: Grid, row: Row, column: Column) -> Fraction | None:
    """The middle of what a cell allows; None where it gives no number."""
    amount = table.amount(row, column)
    if amount is None or amount.low is None or amount.high is None:
        return None
    return (amount.low + amount.high) / 2
