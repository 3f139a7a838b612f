"""PDF to a document: fast text by pdfium, put back into paragraphs; some pages are looked at twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from extractor.errors import EmptyError, InputError
from extractor.model import Document
from extractor.read.doubt import disagreement, is_doubtful, note_on
from extractor.read.draft import Origin, document_from_pieces
from extractor.read.layout import parts_of_pages
from extractor.read.letters import RAISED, characters, place, without_marks
from extractor.read.printed import Line, Page, same_row
from extractor.read.ruled import grids, has_rulings
from extractor.read.second import Look, looks
from extractor.regexes import Regex

#: More pages than this are no report that one person reads.
MOST_PAGES = 3_000
#: A printed line; pdfium goes on behind a broken word without a line end.
_LINE = Regex("[^\r\n\x02\ufffe]+[\x02\ufffe]?")
#: A gap wider than this many letter heights may part two columns or cells.
_WIDE_GAP = 0.7
#: Characters whose feet differ by more of their height stand on two lines.
_OTHER_LINE = 0.6
_NOTE_MARK = Regex(r"[\[(]?(?:\d{1,2}|[a-z]|[*†‡§]+)[\])]?")
#: What pdfium gives for a hyphen at a line end that it takes for a break in a word.
_BREAK = Regex("[\x02\ufffe]")


def pdf(data: bytes, origin: Origin, password: str | None = None) -> Document:
    """The running text of a PDF, with page and box for each paragraph.

    Raises:
        EmptyError: the pages are pictures.
        InputError: it is damaged, or locked with a password.
        NotSupportedError: it is not English.
    """
    pages, notes = _pages(data, origin, password)
    silent = [page.number for page in pages if not page.lines]
    if len(silent) == len(pages):
        count = (
            "its one page, probably a scan" if len(pages) == 1 else f"its {len(pages)} pages, probably scans"
        )
        raise EmptyError(origin.source, f"no text in {count}; run it through OCR first")
    if silent:
        notes.insert(0, f"no text on page {', '.join(map(str, silent))}")
    return document_from_pieces(parts_of_pages(pages), origin, notes)


def _pages(data: bytes, origin: Origin, password: str | None) -> tuple[list[Page], list[str]]:
    """The pages, and what two readers do not agree on where both were asked."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise InputError(origin.source, _why_not(error, password)) from error
    try:
        if len(document) > MOST_PAGES:
            raise InputError(origin.source, f"{len(document)} pages, more than {MOST_PAGES:,}; split it")
        pages, asked = [], []
        for index in range(len(document)):
            page, doubtful = _page(document, index)
            pages.append(page)
            if doubtful:
                asked.append(page.number)
        return pages, _looked_at_twice(document, pages, looks(data, asked, password))
    finally:
        document.close()


def _looked_at_twice(document: Any, pages: list[Page], seen: Iterable[Look]) -> list[str]:
    """Give the pages the ruled tables that the second reader sees; a note if it reads other numbers."""
    differing: dict[int, str] = {}
    for look in seen:
        page = pages[look.page - 1]
        if look.tables:
            pages[look.page - 1] = _with_grids(document, page, look)
        if figures := disagreement("\n".join(line.text for line in page.lines), look.text):
            differing[look.page] = figures
    note = note_on(differing)
    return [] if note is None else [note]


def _with_grids(document: Any, page: Page, look: Look) -> Page:
    opened = document[page.number - 1]
    try:
        text = opened.get_textpage()
        found = tuple(grids(text, page.height, look.tables))
        text.close()
        return replace(page, grids=found)
    finally:
        opened.close()


def _why_not(error: Exception, password: str | None) -> str:
    if "password" not in str(error).lower():
        return "a damaged PDF; save it again"
    if password is None:
        return "locked with a password; give it with --password"
    return "the password does not open it; check --password"


def _page(document: Any, index: int) -> tuple[Page, bool]:
    """The page, and whether a second reader should look at it."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, 0, ()), False
    try:
        text = page.get_textpage()
        whole = characters(text)
        lines = tuple(_mended(_lines(text, whole, page.get_height())))
        text.close()
        doubtful = bool(lines) and (has_rulings(page) or is_doubtful(whole))
        return Page(index + 1, page.get_width(), page.get_height(), lines), doubtful
    finally:
        page.close()


def _lines(text: Any, whole: str, height: float) -> Iterator[Line]:
    """The printed lines in the order of the file, each column's part of a line by itself."""
    import pypdfium2.raw as pdfium

    for found in _LINE.finditer(whole):
        for start, end in _parts(text, found):
            box = _box(text, start, end, height)
            if box is not None:
                size = round(pdfium.FPDFText_GetFontSize(text, start), 1)
                own = "".join(without_marks(text, whole, start, end))
                yield Line(_BREAK.sub("-", own), box, size)


def _mended(parts: Iterable[Line]) -> Iterator[Line]:
    """The parts without footnote marks between them, joined again where only a mark parted them."""
    before: Line | None = None
    for part in parts:
        if before is not None and _NOTE_MARK.fullmatch(part.text) and _is_raised(part, before):
            continue
        if (
            before is not None
            and same_row(before, part)
            and 0 <= part.left - before.right < _WIDE_GAP * part.size
        ):
            before = before.with_more(part)
            continue
        if before is not None:
            yield before
        before = part
    if before is not None:
        yield before


def _is_raised(part: Line, before: Line) -> bool:
    near = abs(part.left - before.right) < 0.3 * before.size
    return near and part.size < RAISED * before.size and part.bottom < before.bottom


def _parts(text: Any, line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Ranges of the line between gaps that no space between words is as wide as."""
    start = None
    before = line.start()
    for word in re.finditer(r"\S+", line.group()):
        first, end = line.start() + word.start(), line.start() + word.end()
        if start is None:
            start = first
        elif _are_apart(text, before - 1, first):
            yield start, before
            start = first
        before = end
    if start is not None:
        yield start, before


def _are_apart(text: Any, left: int, right: int) -> bool:
    """True if one character does not follow the other in a run of words on one line."""
    a = place(text, left)
    b = place(text, right)
    height = max(a[3] - a[1], 1.0)
    gap = (b[0] - a[2]) / height
    return bool(gap > _WIDE_GAP or gap < -_WIDE_GAP or abs(b[1] - a[1]) > _OTHER_LINE * height)


def _box(text: Any, start: int, end: int, height: float) -> tuple[float, float, float, float] | None:
    first, last = place(text, start), place(text, end - 1)
    left, right = min(first[0], last[0]), max(first[2], last[2])
    bottom, top = min(first[1], last[1]), max(first[3], last[3])
    if right <= left or top <= bottom:
        return None
    return round(left, 1), round(height - top, 1), round(right, 1), round(height - bottom, 1)
