"""Word documents: paragraphs by their styles, tables with their heads, changes as accepted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from extractor.errors import InputError
from extractor.model import BlockKind, Document
from extractor.read.clean import one_line
from extractor.read.draft import Origin, Piece, Sheet, document_from_pieces
from extractor.read.grid import parts_of
from extractor.read.headline import with_headline
from extractor.read.packed import office
from extractor.read.zones import kind_by_opening
from extractor.regexes import Regex

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "headline"),
    ("subtitle", "standfirst"),
    ("heading", "heading"),
    ("list", "list_item"),
    ("caption", "caption"),
    ("quote", "quote"),
    ("intense quote", "quote"),
)
_NOTE_MARK = Regex(r"\s*[\[(]?(?:\d{1,2}|[a-z]|[*†‡§]+)[\])]?\s*")


def word(data: bytes, origin: Origin) -> Document:
    """The document of a Word file; deleted words, footnote marks, heads and feet of pages are left out.

    Raises:
        InputError: it cannot be read.
    """
    import docx

    office(data, origin.source)
    try:
        opened = docx.Document(io.BytesIO(data))
        parts = list(_parts(opened))
    except Exception as error:  # python-docx raises what it likes on a damaged file
        raise InputError(origin.source, "a damaged Word file; open it and save it again") from error
    # The author in a file's properties is whoever set up the computer: no byline.
    return document_from_pieces(with_headline(parts, origin.title), origin)


def _parts(opened: Any) -> Iterator[Piece | Sheet]:
    from docx.table import Table

    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            yield from parts_of(_rows(block))
        else:
            text = _text(block._p)
            yield from (Piece(line, _kind(block, line)) for line in text.split("\n") if line.strip())


def _kind(paragraph: Any, text: str) -> BlockKind:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    named = next((kind for name, kind in _STYLES if style.startswith(name)), None)
    if named is not None:
        return named
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return kind_by_opening(text) or ("list_item" if numbered else "paragraph")


def _text(element: Any) -> str:
    """The words of a paragraph: inserted ones too, deleted ones and raised note marks not."""
    runs = element.iter(f"{_W}r")
    return "".join(_run(r) for r in runs if next(r.iterancestors(f"{_W}txbxContent"), None) is None)


def _run(run: Any) -> str:
    text = "".join(_piece(part) for part in run)
    raised = run.find(f"{_W}rPr/{_W}vertAlign")
    if raised is not None and raised.get(f"{_W}val") == "superscript" and _NOTE_MARK.fullmatch(text):
        return ""
    return text


def _piece(part: Any) -> str:
    if part.tag == f"{_W}t":
        return part.text or ""
    if part.tag in (f"{_W}noBreakHyphen", f"{_W}softHyphen"):
        return "-" if part.tag.endswith("noBreakHyphen") else ""
    return {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}.get(part.tag, "")


def _rows(table: Any) -> list[list[str]]:
    """The printed cells; what is merged is printed once, at its top left corner."""
    seen: set[Any] = set()  # the cells themselves: the id of one that is let go is given to another
    rows: list[list[str]] = []
    for row in table.rows:
        rows.append([])
        for cell in row.cells:
            own = cell._tc not in seen
            seen.add(cell._tc)
            rows[-1].append(_cell(cell) if own else "")
    return rows


def _cell(cell: Any) -> str:
    return one_line(" ".join(_text(paragraph._p) for paragraph in cell.paragraphs))
