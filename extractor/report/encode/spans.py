"""Where something stands in its document, and its words, in the shape of the output."""

from __future__ import annotations

from extractor.model import Document, Mention, Span
from extractor.report.records import Box


def words_of(mention: Mention | None) -> str | None:
    """The words of a slot; None where it is empty."""
    return None if mention is None else mention.text


def offsets(span: Span | None) -> tuple[int | None, int | None]:
    """Start and end in code points; two Nones where nothing is printed."""
    return (None, None) if span is None else (span.start, span.end)


def place_of(document: Document, span: Span) -> tuple[int | None, tuple[Box, ...]]:
    """Page (from 1) and boxes of a span of a paged document; None and none elsewhere."""
    found = document.locate(span)
    if found is None:
        return None, ()
    page, box = found
    return page, () if box is None else (box,)
