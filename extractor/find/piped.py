"""Tables in plain text, whose cells stand between strokes: "Route | Members | Litres"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.model import Block, Span
from extractor.regexes import Regex

_STROKE = " | "
_CELL = Regex(r"[^|]+")
_DIGIT = Regex(r"\d")
#: A head and two rows make a table; fewer lines with strokes are a menu or a byline.
_LINES = 3


def piped_cells(text: str) -> list[Block]:
    """The cells below the head of each table of a text, with the heads of their column and their row."""
    if _STROKE not in text:
        return []
    return [cell for table in _tables(text) for cell in _cells(text, table)]


def _tables(text: str) -> Iterator[list[Span]]:
    """The lines of each table: neighbours with the same number of strokes, the first without a digit."""
    for strokes, lines in groupby(_lines(text), key=lambda line: text.count("|", line.start, line.end)):
        table = list(lines)
        if strokes and len(table) >= _LINES and not _DIGIT.search(text, table[0].start, table[0].end):
            yield table


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _cells(text: str, table: Sequence[Span]) -> Iterator[Block]:
    heads = [head.of(text) for head in _row(text, table[0])]
    for number, line in enumerate(table[1:], 1):
        row = _row(text, line)
        for column, (head, cell) in enumerate(zip(heads, row, strict=False)):
            if column:
                told = (head, row[0].of(text))
                yield Block("table_cell", cell, row=number, column=column, heads=told)


def _row(text: str, line: Span) -> list[Span]:
    """The cells of a line without the spaces around them."""
    cells = []
    for cell in _CELL.finditer(text, line.start, line.end):
        start = cell.start() + len(cell[0]) - len(cell[0].lstrip())
        cells.append(Span(start, max(start, cell.end() - len(cell[0]) + len(cell[0].rstrip()))))
    return cells
