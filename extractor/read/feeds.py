"""RSS and Atom files: a document for each entry that carries text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.errors import InputError
from extractor.model import Document, Problem
from extractor.read.clean import one_line
from extractor.read.dates import day
from extractor.read.draft import Origin
from extractor.read.page import fragment
from extractor.read.watch import begins

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Local names of what holds the text, the fullest first.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("published", "pubDate", "date", "updated")


def feed(data: bytes, origin: Origin) -> Iterator[Document | Problem]:
    """A document or a problem for each entry, in order.

    Raises:
        InputError: it is no XML.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(origin.source, "no RSS or Atom that can be read; save the feed again") from error
    if root is None:
        raise InputError(origin.source, "no RSS or Atom that can be read; save the feed again")
    outlet = next((one_line(e.text or "") for e in root.iter() if _name(e) == "title"), None)
    entries = (e for e in root.iter() if _name(e) in ("item", "entry"))
    for number, entry in enumerate(entries, 1):
        if begins(origin.source, number):
            yield _told(entry, number, outlet, origin)


def _told(entry: _Element, number: int, outlet: str | None, origin: Origin) -> Document | Problem:
    fields = {_name(e): e for e in entry}
    text = next((t for name in _TEXTS if (t := _inner(fields.get(name)))), "")
    known = Origin(
        origin.source,
        f"{origin.name}-{number}",
        title=_line(fields.get("title")),
        url=_link(fields.get("link")),
        outlet=outlet,
        byline=_line(fields.get("creator")) or _line(fields.get("author")),
        published=next((d for name in _DATES if (d := day(_line(fields.get(name)) or ""))), None),
    )
    try:
        return fragment(text, known)
    except InputError as error:
        return Problem(origin.source, f"entry {number}: {error.message}")


def _name(element: _Element) -> str:
    """The name without its namespace; comments and instructions have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _inner(element: _Element | None) -> str:
    """Marked-up text: escaped inside the element, or standing there as elements."""
    if element is None:
        return ""
    from lxml import etree

    if len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    return element.text or ""


def _line(element: _Element | None) -> str | None:
    return None if element is None else one_line("".join(str(t) for t in element.itertext())) or None


def _link(element: _Element | None) -> str | None:
    return None if element is None else element.get("href") or _line(element)
