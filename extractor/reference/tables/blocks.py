"""The rows of a table that is cut into blocks: regions with their districts, departments with their services.

A block is told by a column of words beside the one that names the rows. It may print its name in the first
of its rows alone, and the row for the whole block in many ways: "Averdshire | County total", "East | East
region", "Adult social care total" with the other cell left blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.lexicon import table as data
from extractor.model import Period
from extractor.periods import find_periods
from extractor.reference.tables.cells import is_missing
from extractor.reference.tables.heads import year_last
from extractor.reference.tables.layout import EVER
from extractor.reference.tables.reference_table import Row, is_total
from extractor.reference.words import roots
from extractor.regexes import Regex

#: A column whose cells are blank in more than this share of the rows prints each name once.
_SPARSE = 0.5
#: Months that are three apart in so many rows stand for quarters.
_QUARTERS = 4
#: A column names blocks if this share of the labels stand in one block alone.
_MOSTLY = 0.8
_MARK = Regex(r"\s*[\[(][^\])]{1,12}[\])]\s*$")
_WORD = Regex(r"[\w'’.-]+")


def rows_of(cells: Sequence[Sequence[str]], sorts: Sequence[str], named: int) -> tuple[Row, ...]:
    """The rows with their labels, kinds and times, and other names for those that are wholes of blocks."""
    period_at = next((i for i, s in enumerate(sorts) if s == "period" and i != named), None)
    dated = period_at if period_at is not None else named if sorts[named] == "period" else None
    kinds_at = [i for i, s in enumerate(sorts) if s == "words" and i != named]
    periods = [None if dated is None else _period_of(row[dated]) for row in cells]
    labels, kinds = _named(cells, kinds_at, named)
    if dated == named and not any(kinds):
        labels = [EVER if p is not None else label for label, p in zip(labels, periods, strict=True)]
        periods = _quarters(periods)
    rows = [Row(n, labels[n], kinds[n], periods[n]) for n in range(len(cells))]
    return tuple(_headed(list(_with_block_names(_apart(rows))), cells, named))


def _headed(rows: list[Row], cells: Sequence[Sequence[str]], named: int) -> list[Row]:
    """The rows, the sum of a block, "Sub-total Coast", with the name of the line above it, "Coast counties".

    The line itself gives no number, so that its name is then of the sum alone.
    """
    heading = [
        bool(row[named].strip()) and all(is_missing(c) for i, c in enumerate(row) if i != named)
        for row in cells
    ]
    ends = [n for n, is_one in enumerate(heading) if is_one]
    for start, end in pairwise([*ends, len(rows)]):
        name = rows[start].label
        sums = [r for r in rows[start + 1 : end] if _sums_up(r.label, name)]
        if len(sums) == 1:
            at = sums[0].number
            rows[at] = replace(rows[at], aliases=tuple(dict.fromkeys([*rows[at].aliases, name])))
            rows[start] = replace(rows[start], label="")
    return rows


def _sums_up(label: str, name: str) -> bool:
    """True for the row for all of a block: "Sub-total Eastern" of "Eastern counties"."""
    own = _plain(label, _alls())
    return own != label and not is_total(label) and set(roots(own)) <= set(roots(name)) and bool(roots(own))


def _quarters(periods: Sequence[Period | None]) -> list[Period | None]:
    """The times of rows, each third month the quarter that ends with it: "Mar 2017", "Jun 2017"."""
    months = [p.start for p in periods if p is not None and p.kind == "month" and p.start is not None]
    steps = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(months)}
    if len(months) < _QUARTERS or not steps <= {3, -3}:
        return list(periods)
    return [
        next(iter(find_periods(f"{p.text} quarter")), p) if p is not None and p.kind == "month" else p
        for p in periods
    ]


def _named(
    cells: Sequence[Sequence[str]], kinds_at: Sequence[int], named: int
) -> tuple[list[str], list[tuple[str, ...]]]:
    sparse = {i for i in kinds_at if _is_sparse([row[i] for row in cells if row[named].strip()])}
    # "All casualties" of each council, its name printed once above, is no row for all councils.
    once = _is_sparse([row[named] for row in cells])
    beside = {row[i].strip() for row in cells if row[named].strip() for i in kinds_at}
    labels: list[str] = []
    kinds: list[tuple[str, ...]] = []
    last: dict[int, str] = {}
    label = ""
    for row in cells:
        own = {i: row[i].strip() for i in kinds_at}
        whole = "" if row[named].strip() or (once and label) else _whole_of(own, sparse, beside)
        if not whole:
            last |= {i: k for i, k in own.items() if k}
        # A label stands for the rows below it that have none; a block for those below it.
        label = row[named].strip() or (label if not whole else "")
        filled = {i: k or (last.get(i, "") if i in sparse else "") for i, k in own.items()}
        labels.append(whole or label)
        kinds.append(tuple(k for k in filled.values() if k and k != whole))
    return labels, kinds


def names_blocks(column: Sequence[str]) -> bool:
    """True for a column with the total of a name that it holds as well: "Firth" and "Firth total"."""
    cells = {c.strip() for c in column if c.strip()}
    return any((own := _plain(c, _alls())) != c and own in cells for c in cells)


def _is_sparse(column: Sequence[str]) -> bool:
    blank = sum(not cell.strip() for cell in column)
    return bool(column) and bool(column[0].strip()) and blank > _SPARSE * len(column)


def _whole_of(own: dict[int, str], sparse: set[int], beside: set[str]) -> str:
    """The name of a row that stands in the column of blocks, the column of labels being blank."""
    return next((k for i, k in own.items() if k and (i in sparse or is_total(k) or k in beside)), "")


def _apart(rows: Sequence[Row]) -> list[Row]:
    """The rows, "County total" of each county named by the county."""
    kinds: dict[str, set[tuple[str, ...]]] = {}
    for row in rows:
        kinds.setdefault(row.label, set()).add(row.kinds)
    single = sum(len(found) == 1 for found in kinds.values())
    if single < _MOSTLY * len(kinds):
        return list(rows)  # "Males" and "Females" of every county are no blocks
    return [_named_by_block(r) if len(kinds[r.label]) > 1 and is_total(r.label) else r for r in rows]


def _named_by_block(row: Row) -> Row:
    block = row.kinds[0] if row.kinds else ""
    return replace(row, label=block, kinds=row.kinds[1:]) if block and not is_total(block) else row


def _with_block_names(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        blocks = [_plain(k, _sizes()) for k in row.kinds[:1] if _stands_for(row.label, k)]
        own = _plain(row.label, _alls())
        blocks += [own] if own != row.label and not is_total(own) else []
        yield replace(row, aliases=tuple(dict.fromkeys(b for b in blocks if b != row.label)))


def _stands_for(label: str, kind: str) -> bool:
    """True if a row is the whole of its kind: its label says all, or repeats the kind."""
    if is_total(label):
        return not set(kind.lower().split()) & _alls()  # "England | All forces"
    return _plain(label, _sizes()).lower() == _plain(kind, _sizes()).lower() and not is_total(kind)


def _plain(name: str, without: frozenset[str]) -> str:
    """The name of a block without the words at its ends that say that it is one.

    >>> _plain("Adult social care total", _alls()), _plain("East region", _sizes())
    ('Adult social care', 'East')
    """
    bare = _MARK.sub("", name)
    words = list(_WORD.finditer(bare))
    while len(words) > 1 and words[-1][0].lower() in without:
        words = words[:-1]
    while len(words) > 1 and words[0][0].lower() in without:
        words = words[1:]
    return bare[words[0].start() : words[-1].end()] if words else bare


@cache
def _alls() -> frozenset[str]:
    return frozenset(data("reference")["blocks"]["words"])


@cache
def _sizes() -> frozenset[str]:
    return _alls() | frozenset(data("reference")["blocks"]["sizes"])


def _period_of(printed: str) -> Period | None:
    return next(iter(find_periods(year_last(printed))), None) if printed else None
