"""Pictures of a document's pages with a box around each zone that something is questioned in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.model import Document, Review
from extractor.report.passages import STATES, State, marks_of

Box = tuple[float, float, float, float]
#: States that get a box, and their page a picture.
SHOWN: tuple[State, ...] = ("error", "warning", "note", "undecided", "not_comparable")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as a PNG; width and height in points, as boxes are counted."""

    page: int
    width: float
    height: float
    png: bytes

    @property
    def address(self) -> str:
        """The picture as an address that loads nothing."""
        return f"data:image/png;base64,{b64encode(self.png).decode('ascii')}"


@dataclass(frozen=True, slots=True)
class Boxed:
    """A page with its boxes."""

    sheet: Sheet
    boxes: tuple[tuple[Box, State], ...]


def boxes_of(review: Review, document: Document) -> dict[int, dict[Box, State]]:
    """Page → box of a zone → the gravest state in it, for the zones that something is to be looked at in."""
    found: dict[int, dict[Box, State]] = {}
    for mark in marks_of(review, document):
        place = document.locate(mark.span) if mark.state in SHOWN else None
        page, box = place or (0, None)
        if box is not None:
            boxes = found.setdefault(page, {})
            boxes[box] = min(boxes.get(box, mark.state), mark.state, key=STATES.index)
    return found


def boxed(review: Review, document: Document, sheets: Sequence[Sheet]) -> tuple[Boxed, ...]:
    """The sheets with their boxes; those on which there is nothing to look at are left out."""
    found = boxes_of(review, document)
    return tuple(Boxed(s, tuple(found[s.page].items())) for s in sheets if s.page in found)
