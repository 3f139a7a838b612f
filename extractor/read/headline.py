"""Which piece of a marked-up document is its headline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractor.read.draft import Piece, Sheet
from extractor.read.zones import may_be_headline

#: A headline stands this near to the top; a kicker or a byline may stand above it.
_NEAR_TOP = 3


def with_headline(parts: Iterable[Piece | Sheet], title: str | None = None) -> list[Piece | Sheet]:
    """The parts with one of them, or the title on top of them, as the headline.

    A headline that is marked wins, then a heading near the top, then the title, then a first
    paragraph that no full stop ends.
    """
    found = list(parts)
    if any(isinstance(p, Piece) and p.kind == "headline" for p in found):
        return found
    top = next(
        (i for i, p in enumerate(found[:_NEAR_TOP]) if isinstance(p, Piece) and p.kind == "heading"), None
    )
    if top is None and title:
        return [Piece(title, "headline"), *found]
    if top is None and len(found) > 1 and _opens(found[0]):
        top = 0
    return found if top is None else [*found[:top], _crowned(found[top]), *found[top + 1 :]]


def _opens(part: Piece | Sheet) -> bool:
    return isinstance(part, Piece) and part.kind == "paragraph" and may_be_headline(part.text)


def _crowned(part: Piece | Sheet) -> Piece | Sheet:
    return replace(part, kind="headline") if isinstance(part, Piece) else part
