"""All text of a marked-up tree, block by block: for pieces that hold nothing but their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.model import BlockKind
from extractor.read.clean import one_line
from extractor.read.draft import Piece, Sheet
from extractor.read.grid import parts_of
from extractor.read.zones import kind_by_opening

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list_item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
_BLOCKS = {
    *_KINDS,
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "ul",
    "ol",
    "table",
    "tr",
    "td",
    "th",
    "pre",
}
_BLOCKS |= {"body", "html", "br", "hr", "dl", "dt", "dd", "figure", "center", "address"}
_SILENT = {
    "script",
    "style",
    "head",
    "title",
    "noscript",
    "template",
    "svg",
    "iframe",
    "form",
    "button",
    "select",
}


def walked(tree: _Element) -> Iterator[Piece | Sheet]:
    """The blocks of text in order; a table of one column or of layout is read as its text."""
    words: list[str] = []
    kind: BlockKind = "paragraph"
    for step, element in _steps(tree):
        if step == "text":
            words.append(str(element))
            continue
        yield from _piece(words, kind)
        words = []
        if step == "table":
            yield from parts_of(_rows(element))
        else:
            kind = _kind_at(element) if step == "start" else _kind_at(element.getparent())
    yield from _piece(words, kind)


def _piece(words: list[str], kind: BlockKind) -> Iterator[Piece]:
    text = one_line("".join(words))
    if text:
        yield Piece(text, kind_by_opening(text) or kind if kind == "paragraph" else kind)


def _steps(tree: _Element) -> Iterator[tuple[str, _Element]]:
    """Starts and ends of blocks, tables as wholes, and the text between; no recursion, however deep."""
    stack: list[tuple[str, _Element]] = [("enter", tree)]
    while stack:
        step, element = stack.pop()
        if step != "enter":
            yield step, element
            continue
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        if element.tag == "table" and _is_data(element):
            yield "table", element
            continue
        block = element.tag in _BLOCKS
        inner = [s for child in element for s in _child(child)]
        steps = [("text", element.text)] if element.text else []
        whole = [("start", element), *steps, *inner, ("end", element)] if block else [*steps, *inner]
        stack.extend(reversed(whole))


def _child(child: _Element) -> list[tuple[str, _Element]]:
    return [("enter", child), ("text", child.tail)] if child.tail else [("enter", child)]


def _kind_at(element: _Element | None) -> BlockKind:
    while element is not None:
        if element.tag in _KINDS:
            return _KINDS[element.tag]
        element = element.getparent()
    return "paragraph"


def _is_data(table: _Element) -> bool:
    """True if most cells are short and rows have several: data, not the layout of a mail."""
    cells = ["".join(str(t) for t in cell.itertext()) for cell in table.iter("td", "th")]
    rows = sum(1 for _ in table.iter("tr"))
    nested = next(table.iterdescendants("table"), None) is not None
    return not nested and len(cells) >= 2 * rows > 2 and sum(len(c) < 100 for c in cells) > 0.9 * len(cells)


def _rows(table: _Element) -> list[list[str]]:
    rows = (
        [one_line("".join(str(t) for t in cell.itertext())) for cell in row.iter("td", "th")]
        for row in table.iter("tr")
    )
    return list(rows)
