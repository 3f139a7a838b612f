"""OpenDocument texts and sheets, as LibreOffice saves them: every cell as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.model import BlockKind, Document
from extractor.read.clean import one_line
from extractor.read.draft import Origin, Piece, Sheet, document_from_pieces
from extractor.read.grid import parts_of
from extractor.read.headline import with_headline
from extractor.read.packed import office, unpacked
from extractor.read.sheets import MOST_COLUMNS, MOST_ROWS, sheets
from extractor.read.zones import kind_by_opening
from extractor.regexes import Regex

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DIGITS = Regex(r"[0-9]{1,9}")
#: Not of the running text: notes with their marks, comments, deleted words.
_LEFT_OUT = (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes")
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "headline"),
    ("subtitle", "standfirst"),
    ("caption", "caption"),
    ("illustration", "caption"),
    ("quot", "quote"),
)


def opendocument(data: bytes, origin: Origin) -> Document:
    """The document of an OpenDocument file, a text (.odt) or sheets (.ods).

    Raises:
        InputError: it cannot be read.
    """
    body = _body(data, origin)
    if body.tag == f"{_OFFICE}spreadsheet":
        tables = [(t.get(f"{_TABLE}name", ""), _rows(t)) for t in body.iter(f"{_TABLE}table")]
        return sheets(tables, origin)
    return document_from_pieces(with_headline(_parts(body), origin.title), origin)


def _body(data: bytes, origin: Origin) -> _Element:
    from lxml import etree

    content = unpacked(office(data, origin.source), "content.xml", origin.source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        bodies = etree.fromstring(content, parser).find(f"{_OFFICE}body")
    except etree.XMLSyntaxError as error:
        raise InputError(origin.source, "a damaged OpenDocument file; open it and save it again") from error
    if bodies is None or not len(bodies):
        raise InputError(origin.source, "an OpenDocument file without a body; open it and save it again")
    return bodies[0]


def _parts(parent: _Element, kind: BlockKind = "paragraph") -> Iterator[Piece | Sheet]:
    for element in parent:
        if element.tag in (f"{_TEXT}h", f"{_TEXT}p"):
            text = _words(element)
            yield from (Piece(line, _kind(element, line, kind)) for line in text.split("\n") if line.strip())
        elif element.tag == f"{_TABLE}table":
            yield from parts_of(_rows(element))
        elif element.tag == f"{_TEXT}list":
            yield from _parts(element, "list_item")
        elif element.tag not in _LEFT_OUT:
            yield from _parts(element, kind)


def _kind(element: _Element, text: str, kind: BlockKind) -> BlockKind:
    style = element.get(f"{_TEXT}style-name", "").lower()
    named = next((k for name, k in _STYLES if style.startswith(name)), None)
    if named is not None or element.tag == f"{_TEXT}h":
        return named or "heading"
    return (kind_by_opening(text) or kind) if kind == "paragraph" else kind


def _words(element: _Element) -> str:
    """The words of a paragraph with its line breaks, without what is not of the running text."""
    if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
        return element.tail or ""
    own = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}.get(
        element.tag, element.text or ""
    )
    inner = "".join(_words(child) for child in element)
    tail = "" if element.tag in (f"{_TEXT}p", f"{_TEXT}h") else element.tail or ""
    return own + inner + tail


def _rows(table: _Element) -> list[list[str]]:
    """The shown cells, those that stand for several written out, empty ends left off."""
    rows: list[list[str]] = []
    for row in table.iter(f"{_TABLE}table-row"):
        cells = _cells(row)
        # An empty row that stands for the million below the table is one blank row.
        times = min(_count(row, "number-rows-repeated"), MOST_ROWS) if any(cells) else 1
        rows.extend([cells] * min(times, MOST_ROWS - len(rows)))
    return rows


def _count(element: _Element, name: str) -> int:
    """How many rows or cells an element stands for; one where a damaged file does not say."""
    told = element.get(f"{_TABLE}{name}", "1")
    return int(told) if _DIGITS.fullmatch(told) else 1


def _cells(row: _Element) -> list[str]:
    """The cells of a row; what is merged over several of them, but not a title, stands in each."""
    cells: list[str] = []
    merged = ("", 0)
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        text = one_line(" ".join(_words(p) for p in cell.iterchildren(f"{_TEXT}p")))
        if cell.tag == f"{_TABLE}table-cell":
            over = _count(cell, "number-columns-spanned")
            merged = (text, len(cells) + over if cells else 0)
        elif not text and len(cells) < merged[1]:
            text = merged[0]
        times = _count(cell, "number-columns-repeated")
        cells.extend([text] * min(times, MOST_COLUMNS - len(cells)))
    while cells and not cells[-1]:
        cells.pop()
    return cells
