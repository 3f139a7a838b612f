"""The order in which a page is read: columns one after the other, what runs across them in its place.

Programs draw columns down, across or in any order. Where the left edges of many long parts of lines
stand one below the other and hardly a line runs across them, a column begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import mean

from extractor.read.printed import Line, Page, same_row

#: A column has this many lines at least, of this many letters on average: a table's are shorter.
_LEAST_LINES = 3
_LEAST_LETTERS = 16
#: Lines that run across an edge, for each that begins there, up to which it parts columns.
_MOST_ACROSS = 0.4
#: Points by which edges in one column may differ.
_SLACK = 3.0
#: A page of more parts than this is set in columns where nothing runs across an edge.
_FULL = 20


def in_reading_order(page: Page) -> Page:
    """The page with its lines in reading order; parts of a line in one column are joined again."""
    edges = _edges(page.lines)
    if not edges:
        return replace(page, lines=tuple(_joined(page.lines)))
    bands = _bands(page.lines, edges)
    return replace(page, lines=tuple(line for band in bands for line in _down(band, edges)))


def _edges(parts: Sequence[Line]) -> list[float]:
    """Left edges of the columns after the first, from left to right."""
    if not parts:
        return []
    margin = min(part.left for part in parts)
    edges: list[float] = []
    for left, group in _by_left(parts):
        starting = [part for part in group if len(part.text) > 1]
        apart = left > margin + 60 and (not edges or left > edges[-1] + 60)
        if apart and starting and _is_edge(left, starting, parts):
            edges.append(left)
    return edges


def _by_left(parts: Sequence[Line]) -> Iterator[tuple[float, list[Line]]]:
    ordered = sorted(parts, key=lambda part: part.left)
    start = 0
    for i in range(1, len(ordered) + 1):
        if i == len(ordered) or ordered[i].left - ordered[start].left > _SLACK:
            yield ordered[start].left, ordered[start:i]
            start = i


def _is_edge(left: float, starting: Sequence[Line], parts: Sequence[Line]) -> bool:
    """True if a column begins where the parts start."""
    if len(starting) < _LEAST_LINES:  # the last lines of a story: nothing on the page runs across
        full = len(parts) > _FULL and _letters(parts) >= _LEAST_LETTERS
        return full and not any(_crosses(part, left) for part in parts)
    top, bottom = min(part.top for part in starting), max(part.bottom for part in starting)
    beside = [p for p in parts if p.bottom > top and p.top < bottom]
    before = [p for p in beside if p.right <= left + _SLACK]
    if len(before) < _LEAST_LINES or min(_letters(starting), _letters(before)) < _LEAST_LETTERS:
        return False
    return sum(_crosses(p, left) for p in beside) <= _MOST_ACROSS * len(starting)


def _letters(parts: Sequence[Line]) -> float:
    return mean(len(part.text) for part in parts)


def _crosses(part: Line, left: float) -> bool:
    return part.left < left - _SLACK and part.right > left + _SLACK


def _bands(parts: Sequence[Line], edges: Sequence[float]) -> list[list[Line]]:
    """The parts from the top, cut wherever a line runs across an edge."""
    bands: list[list[Line]] = [[]]
    across_before = False
    for part in sorted(parts, key=lambda p: (p.top, p.left)):
        across = any(_crosses(part, edge) for edge in edges)
        if across != across_before and bands[-1]:
            bands.append([])
        bands[-1].append(part)
        across_before = across
    return bands


def _down(band: Sequence[Line], edges: Sequence[float]) -> Iterator[Line]:
    def column(part: Line) -> int:
        return sum(part.left >= edge - _SLACK for edge in edges)

    for _, group in groupby(sorted(band, key=column), key=column):
        yield from _joined(sorted(group, key=lambda p: (round(p.bottom), p.left)))


def _joined(parts: Sequence[Line]) -> Iterator[Line]:
    """The parts, those that follow each other on one printed line as one."""
    current: Line | None = None
    for part in parts:
        if current is not None and same_row(current, part) and part.left >= current.right - 1:
            current = current.with_more(part)
            continue
        if current is not None:
            yield current
        current = part
    if current is not None:
        yield current
