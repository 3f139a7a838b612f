"""What stands on the pages of a PDF: lines, or parts of them, with their places."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.read.draft import Box

#: Parts nearer to each other than this share of the size are of one word.
_SPACE = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or the part of it before or after a wide gap."""

    text: str
    #: Left, top, right, bottom from the top left corner.
    box: Box
    #: Font size in points.
    size: float

    @property
    def left(self) -> float:
        return self.box[0]

    @property
    def top(self) -> float:
        return self.box[1]

    @property
    def right(self) -> float:
        return self.box[2]

    @property
    def bottom(self) -> float:
        return self.box[3]

    def with_more(self, part: Line) -> Line:
        """This line with a part that stands to the right of it."""
        top, bottom = min(self.top, part.top), max(self.bottom, part.bottom)
        space = " " if part.left - self.right > _SPACE * self.size else ""
        return replace(self, text=f"{self.text}{space}{part.text}", box=(self.left, top, part.right, bottom))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with lines around its cells: its place, and the words in the cells of each row."""

    box: Box
    rows: tuple[tuple[str, ...], ...]

    def holds(self, line: Line) -> bool:
        """True if the middle of a printed line stands in the table."""
        x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
        return self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, numbered from 1, in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    #: Its ruled tables; their words stand in the lines as well.
    grids: tuple[Grid, ...] = ()


def same_row(a: Line, b: Line) -> bool:
    """True if two parts stand on one printed line."""
    return abs(a.bottom - b.bottom) < 0.4 * max(a.size, b.size, 1.0)
