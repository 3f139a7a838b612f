"""A web page to a document: the article with its headline, and nothing of what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.errors import EmptyError, InputError
from extractor.model import BlockKind, Document
from extractor.read.about import about
from extractor.read.clean import clean, one_line
from extractor.read.draft import Origin, Piece, Sheet, document_from_pieces
from extractor.read.grid import parts_of
from extractor.read.headline import with_headline
from extractor.read.live import mark_posts, stated_posts, unmarked
from extractor.read.markup import MARKS, REPEATED, prepare
from extractor.read.walk import walked
from extractor.read.zones import kind_by_opening
from extractor.regexes import Regex

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_PAGE = Regex(r"<(?:!doctype|/?html|/?body)\b[^<>]{0,500}>", re.IGNORECASE)
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "list_item", "quote": "quote"}


def web_page(html: str, origin: Origin, notes: tuple[str, ...] = ()) -> Document:
    """The article of a page, with what the page says of itself where nothing is known of it.

    Raises:
        EmptyError: there is no article in the page.
        NotSupportedError: it is not English.
    """
    if not html.strip():
        raise EmptyError(origin.source, "nothing to read in it; give a page with text")
    cleaned = clean(html)
    tree = _tree(cleaned.text, origin)
    known = about(tree, origin)
    parts = _with_posts(tree, origin)
    told = _with_headline(parts, known.title)
    return document_from_pieces(told, known, (*notes, *cleaned.notes))


def fragment(html: str, origin: Origin) -> Document:
    """All text of a piece of marked-up text, as mails and feeds carry it, under its title.

    Raises:
        EmptyError: there is no text in it.
        NotSupportedError: it is not English.
    """
    cleaned = clean(html)
    parts = list(walked(_fragment(cleaned.text))) if cleaned.text.strip() else []
    if not parts:
        raise EmptyError(origin.source, "no text in it; give the page that it links to")
    return document_from_pieces(with_headline(parts, origin.title), origin, cleaned.notes)


def _fragment(html: str) -> _Element:
    from lxml.html import fragment_fromstring

    # What begins like a whole page is no fragment to lxml.
    tree: _Element = fragment_fromstring(_PAGE.sub("", html), create_parent="div")
    return tree


def _tree(html: str, origin: Origin) -> HtmlElement:
    from trafilatura import load_html

    tree = load_html(html)
    if tree is None:
        raise InputError(origin.source, "no HTML that can be read; save the page again")
    return tree


def _with_posts(tree: HtmlElement, origin: Origin) -> list[Piece | Sheet]:
    """The parts of the article; the posts of a live page from its JSON-LD where only that has them."""
    stated = stated_posts(tree)
    try:
        parts = list(_parts(_article(tree, origin)))
    except EmptyError:
        if not stated:
            raise
        parts = []
    has_posts = any(isinstance(part, Piece) and part.posted for part in parts)
    return parts if has_posts else [*parts, *stated]


def _article(tree: HtmlElement, origin: Origin) -> _Element:
    from trafilatura import bare_extraction

    prepare(tree)
    mark_posts(tree)
    found = bare_extraction(tree, include_comments=False, include_formatting=True)
    if found is None or found.body is None or not len(found.body):
        raise EmptyError(origin.source, "no article in the page; save the page of one story, or its text")
    body: _Element = found.body
    return body


def _parts(body: _Element) -> Iterator[Piece | Sheet]:
    for element in body:
        if element.tag == "table":
            yield from _table(element)
        elif element.tag in ("list", "quote") and len(element):
            yield from _children(element, _KINDS.get(str(element.tag), "list_item"))
        else:
            yield from _piece(element, _KINDS.get(str(element.tag), "paragraph"))


def _children(element: _Element, kind: BlockKind) -> Iterator[Piece]:
    if element.text and element.text.strip():
        yield Piece(element.text, kind)
    for child in element:
        inner = "list_item" if child.tag == "item" else kind
        yield from _piece(child, inner)
        if child.tail and child.tail.strip():
            yield Piece(child.tail, kind)


def _piece(element: _Element, kind: BlockKind) -> Iterator[Piece]:
    printed = "".join(str(t) for t in element.itertext()).replace(REPEATED, "")
    text, posted, is_heading = unmarked(printed)
    mark = "heading" if is_heading else MARKS.get(text.lstrip()[:1])
    own = one_line(text.lstrip()[1:] if mark and not is_heading else text)
    if own:
        told = mark or (kind_by_opening(own) or kind if kind == "paragraph" else kind)
        yield Piece(own, told, posted=posted)


def _table(table: _Element) -> Iterator[Piece | Sheet]:
    """The table with its heads; a line of its own above it is its caption."""
    for part in parts_of([[_cell(cell) for cell in row.iter("cell")] for row in table.iter("row")]):
        is_title = isinstance(part, Piece) and part.kind == "heading"
        yield replace(part, kind="caption") if is_title and isinstance(part, Piece) else part


def _cell(cell: _Element) -> str:
    return one_line(" ".join(str(t) for t in cell.itertext()))


def _with_headline(parts: list[Piece | Sheet], title: str | None) -> Iterator[Piece | Sheet]:
    """The parts with the headline first, and only once."""
    first = next((p for p in parts[:3] if isinstance(p, Piece) and p.kind == "heading"), None)
    headline = first.text if first is not None and _same(first.text, title) else title
    if headline:
        yield Piece(headline, "headline")
    for i, part in enumerate(parts):
        if i < 3 and isinstance(part, Piece) and part.kind == "heading" and _same(part.text, headline):
            continue
        yield part


def _same(text: str, title: str | None) -> bool:
    """True if a heading says what the title says, which may go on with the outlet's name."""
    own, whole = _words(text), _words(title or "")
    return bool(own) and (own == whole or whole.startswith(own) or (own.startswith(whole) and bool(whole)))


def _words(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
