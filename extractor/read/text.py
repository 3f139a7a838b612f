"""Plain text and Markdown to a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractor.model import Document
from extractor.read.clean import clean
from extractor.read.draft import Origin, finished
from extractor.read.zones import zoned


def document_from_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the name of the field that it fills
    source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    byline: str | None = None,
    published: date | None = None,
    modified: date | None = None,
) -> Document:
    """The document of a text; its first line is the headline if a blank line follows and no stop ends it.

    A clean text is taken unchanged, so that offsets into it hold; `Document.notes` says what was mended.

    Raises:
        EmptyError: there is no text.
        NotSupportedError: it is not English.
    """
    origin = Origin(source or id or "text", id, title, url, outlet, byline, published, modified)
    return replace(plain_text(text, origin), source=source)


def plain_text(text: str, origin: Origin, notes: tuple[str, ...] = ()) -> Document:
    """The document of a plain text; what was mended is told in its notes.

    Raises:
        EmptyError: there is no text.
        NotSupportedError: it is not English.
    """
    cleaned = clean(text)
    joined, blocks = zoned(cleaned.text)
    return finished(joined, blocks, origin, (*notes, *cleaned.notes))
