"""Tables on a printed page: ruled ones as they were found, and rows whose parts stand in columns and are
mostly numbers.

Where no lines are drawn around cells, what tells a table is where its words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.read.draft import Box, Piece, Sheet
from extractor.read.grid import parts_of
from extractor.read.printed import Grid, Line, Page, same_row
from extractor.regexes import Regex

_VALUE = Regex(
    r"[-–−+(£$€₹]*\s*\d[\d,. ]*\s*(?:%|m|bn|k|p)?\)?|\[?(?:c|z|x|\.{1,3}|:|-|–|—|\*|n/?a)\]?", re.IGNORECASE
)
#: Rows of several parts that a table has at least.
_LEAST_ROWS = 3
#: Share of cells beside the first column that are values, and how long cells are on average.
_LEAST_VALUES = 0.5
_MOST_LETTERS = 25
#: No cell is longer than this many letters.
_LONGEST_CELL = 60
#: Rows further apart than this many letter heights are not of one table.
_ROW_GAP = 3.0

Row = list[Line]


def without_tables(page: Page) -> tuple[Page, list[Sheet | Piece]]:
    """The page without its tables, and the tables from top to bottom with their places."""
    free = [line for line in page.lines if not any(grid.holds(line) for grid in page.grids)]
    tables = [t for t in _runs(_rows(free)) if _is_table(t)]
    taken = {id(line) for table in tables for row in table for line in row}
    rest = tuple(line for line in free if id(line) not in taken)
    found = [Grid(_box_of(t), _cells_of(t)) for t in tables]
    parts = [p for grid in sorted([*page.grids, *found], key=_top) for p in _parts(grid, page.number)]
    return replace(page, lines=rest, grids=()), parts


def _top(grid: Grid) -> float:
    return grid.box[1]


def _rows(parts: Sequence[Line]) -> list[Row]:
    rows: list[Row] = []
    for part in sorted(parts, key=lambda p: (p.bottom, p.left)):
        if rows and same_row(rows[-1][0], part):
            rows[-1].append(part)
        else:
            rows.append([part])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows one below the other that have several parts; a label alone may stand between them."""
    run: list[Row] = []
    for row in rows:
        near = bool(run) and row[0].top - run[-1][0].bottom < _ROW_GAP * row[0].size
        several = _has_cells(row)
        if (several and (near or not run)) or (near and len(row) == 1 and _is_label(row[0], run)):
            run.append(row)
        else:
            yield _trimmed(run)
            run = [row] if several else []
    yield _trimmed(run)


def _has_cells(row: Row) -> bool:
    """True if the row has several parts, none of them a line of running text."""
    return len(row) > 1 and all(len(part.text) <= _LONGEST_CELL for part in row)


def _is_label(part: Line, run: Sequence[Row]) -> bool:
    """True if a part alone in its row stands within the first column."""
    second = min((row[1].left for row in run if len(row) > 1), default=0.0)
    return part.right < second


def _trimmed(run: list[Row]) -> list[Row]:
    """The run without labels at its end: those are the text below."""
    while run and len(run[-1]) == 1:
        run = run[:-1]
    return run


def _is_table(run: Sequence[Row]) -> bool:
    if sum(len(row) > 1 for row in run) < _LEAST_ROWS:
        return False
    cells = [part.text for row in run for part in row[1:]]
    values = sum(bool(_VALUE.fullmatch(cell.strip())) for cell in cells)
    return values >= _LEAST_VALUES * len(cells) and sum(map(len, cells)) < _MOST_LETTERS * len(cells)


def _parts(grid: Grid, number: int) -> Iterator[Sheet | Piece]:
    for part in parts_of(grid.rows):
        yield replace(part, page=number, box=grid.box)


def _cells_of(run: Sequence[Row]) -> tuple[tuple[str, ...], ...]:
    columns = _columns(run)
    return tuple(tuple(_cell(row, left, right) for left, right in columns) for row in run)


def _box_of(run: Sequence[Row]) -> Box:
    return (
        min(row[0].left for row in run),
        min(part.top for part in run[0]),
        max(row[-1].right for row in run),
        max(part.bottom for part in run[-1]),
    )


def _columns(run: Sequence[Row]) -> list[tuple[float, float]]:
    """Left and right ends of the columns: parts that overlap from row to row are of one."""
    columns: list[tuple[float, float]] = []
    # A head that runs over several columns would make them one.
    narrow = [part for row in run for part in row if len(row) == max(map(len, run))]
    for part in sorted(narrow, key=lambda p: p.left):
        if columns and part.left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], part.right))
        else:
            columns.append((part.left, part.right))
    return columns


def _cell(row: Row, left: float, right: float) -> str:
    """The words of the row that belong to a column: those that overlap it first of all columns."""
    return " ".join(
        p.text for p in row if p.left <= right and p.right >= left and p.left >= left - (right - left)
    )
