"""Tables with lines around their cells: the lines tell the cells, however many lines of words are in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from extractor.read.clean import one_line
from extractor.read.draft import Box
from extractor.read.letters import characters, place, without_marks
from extractor.read.printed import Grid
from extractor.read.second import Cells
from extractor.regexes import Regex

#: Drawn lines that a grid of two columns and two rows has at least, upright ones or cells drawn as boxes.
_LEAST_LINES = 3
_LEAST_BOXES = 4
#: Points: a line is no thicker, and no cell is smaller or larger.
_THICKEST = 2.0
_NARROWEST, _LOWEST, _HIGHEST = 12.0, 6.0, 200.0
#: Parts of one drawing that may be a whole grid.
_GRID_PARTS = 12
#: Drawings looked at on one page: maps have a hundred thousand.
_MOST_DRAWN = 2_000
#: A frame around columns of running text is no table; nor is the grid behind a chart.
_LONGEST_CELL, _LONGEST_ON_AVERAGE = 400, 80
_LEAST_FILLED = 0.5
#: What pdfium gives for the hyphen of a word that goes on in the next line.
_BROKEN = Regex("[\x02\ufffe]\\s*(?=[a-z])")
_OTHER_BREAK = Regex("[\x02\ufffe]")


def has_rulings(page: Any) -> bool:
    """True if enough is drawn on a page of pdfium's for a table with lines around its cells."""
    import pypdfium2.raw as pdfium

    upright = boxes = 0
    for drawn in islice(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3), _MOST_DRAWN):
        if pdfium.FPDFPath_CountSegments(drawn) >= _GRID_PARTS:
            return True
        left, bottom, right, top = drawn.get_bounds()
        width, height = right - left, top - bottom
        upright += width <= _THICKEST and height >= _LOWEST
        boxes += width >= _NARROWEST and _LOWEST <= height <= _HIGHEST
    return upright >= _LEAST_LINES or boxes >= _LEAST_BOXES


def grids(text: Any, height: float, tables: tuple[Cells, ...]) -> Iterator[Grid]:
    """The tables of a page, the words in their cells as pdfium reads them; no table in a table."""
    done: list[Box] = []
    for cells in sorted(tables, key=_area, reverse=True):
        box = _box(cells)
        if box is None or any(_holds(other, box) for other in done):
            continue
        rows = _filled(text, height, cells)
        if _is_table(rows):
            done.append(box)
            yield Grid(box, rows)


def _box(cells: Cells) -> Box | None:
    drawn = [cell for row in cells for cell in row if cell is not None]
    if not drawn:
        return None
    lefts, tops, rights, bottoms = zip(*drawn, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _area(cells: Cells) -> float:
    box = _box(cells)
    return 0.0 if box is None else (box[2] - box[0]) * (box[3] - box[1])


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _filled(text: Any, height: float, cells: Cells) -> tuple[tuple[str, ...], ...]:
    """The words in each cell; every letter is of the cell that its middle stands in."""
    whole = characters(text)
    found: dict[tuple[int, int], list[str]] = {}
    for at, start, end in _runs(text, whole, height, cells):
        found.setdefault(at, []).append(_words(text, whole, start, end))
    return tuple(
        tuple(" ".join(found.get((r, c), [])) for c in range(len(row))) for r, row in enumerate(cells)
    )


def _runs(text: Any, whole: str, height: float, cells: Cells) -> Iterator[tuple[tuple[int, int], int, int]]:
    """Row and column of a cell with the range of letters that follow each other in it, as they were drawn."""
    boxes = {(r, c): cell for r, row in enumerate(cells) for c, cell in enumerate(row) if cell is not None}
    current: tuple[int, int] | None = None
    start = end = 0
    for letter in re.finditer(r"\S", whole):
        left, bottom, right, top = place(text, letter.start())
        x, y = (left + right) / 2, height - (bottom + top) / 2
        # The next letter stands most often in the same cell.
        if current is None or not _is_in(x, y, boxes[current]):
            if current is not None:
                yield current, start, end
            current = next((at for at, cell in boxes.items() if _is_in(x, y, cell)), None)
            start = letter.start()
        end = letter.end()
    if current is not None:
        yield current, start, end


def _is_in(x: float, y: float, cell: Box) -> bool:
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _words(text: Any, whole: str, start: int, end: int) -> str:
    words = "".join(without_marks(text, whole, start, end))
    return one_line(_OTHER_BREAK.sub("-", _BROKEN.sub("", words)))


def _is_table(rows: tuple[tuple[str, ...], ...]) -> bool:
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if cell]
    if len(rows) < 2 or max(map(len, rows)) < 2 or len(filled) < _LEAST_FILLED * len(cells):
        return False
    longest = max(map(len, filled))
    return longest <= _LONGEST_CELL and sum(map(len, filled)) <= _LONGEST_ON_AVERAGE * len(filled)
