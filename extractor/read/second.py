"""The second reader of PDF pages, pdfplumber: slow, but it sees the lines that are drawn around words.

It is asked about pages with ruled tables or doubtful letters alone, and each page is closed after it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from extractor.read.draft import Box

#: Pages that it is asked about in one document, and the seconds that it may take for them: it reads about
#: ten in a second.
MOST_PAGES = 100
MOST_SECONDS = 20.0
#: Letters further apart than this share of their size are of two words: its fixed default of three points
#: runs narrow columns together.
_WORD_GAP = 0.3
_SETTINGS = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}

#: Rows of cells with their places; None where a cell is merged into another.
Cells = tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What the second reader sees on a page."""

    page: int
    text: str
    tables: tuple[Cells, ...]


def looks(data: bytes, pages: Sequence[int], password: str | None) -> Iterator[Look]:
    """A look at each of the pages, counted from 1, as far as the second reader can read them in time."""
    if not pages:
        return
    try:
        yield from _looks(data, pages[:MOST_PAGES], password)
    except Exception:  # a file that the first reader could read; its parser raises what it likes, at any step
        return


def _looks(data: bytes, pages: Sequence[int], password: str | None) -> Iterator[Look]:
    import pdfplumber

    until = monotonic() + MOST_SECONDS
    with pdfplumber.open(io.BytesIO(data), pages=list(pages), password=password or "") as opened:
        for page in opened.pages:
            try:
                look = _look(page)
            finally:
                page.close()
            yield look
            if monotonic() > until:
                return


def _look(page: Any) -> Look:
    tables = page.find_tables(_SETTINGS)
    around = page.filter(lambda drawn: not any(_is_in(drawn, table.bbox) for table in tables))
    text = [around.extract_text(x_tolerance_ratio=_WORD_GAP)]
    # Words in narrow cells would run together in the lines of the page.
    text += [cell or "" for t in tables for row in t.extract(x_tolerance_ratio=_WORD_GAP) for cell in row]
    return Look(
        page.page_number, "\n".join(text), tuple(tuple(tuple(r.cells) for r in t.rows) for t in tables)
    )


def _is_in(drawn: dict[str, Any], box: Box) -> bool:
    """True if the middle of something drawn stands in a table: letters of a line above may touch it."""
    x, y = (drawn["x0"] + drawn["x1"]) / 2, (drawn["top"] + drawn["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])
