"""What ranks stand on: the sentences of a marked text, and a superlative with the figures that it ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span, Strength
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.order.superlatives import Superlative
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WORDS = table("ranks")
_MARK = Regex(r"‹[A-Z?](\d+)›")
#: The capital that opens a sentence; any other belongs to a name, as of the town of Fell.
_OPENING = Regex(r"(?:^|[|¶.]\s?)[A-Z]")


@dataclass(frozen=True)
class Line:
    """A sentence of the marked text; its offsets are of the marked text."""

    marked: Marked
    start: int
    end: int
    #: Which zone it stands in, counted from 0.
    zone: int

    @cached_property
    def marks(self) -> tuple[tuple[int, int, Claim], ...]:
        """Start, end and claim of each figure in it."""
        found = _MARK.finditer(self.marked.text, self.start, self.end)
        return tuple((m.start(), m.end(), self.marked.claims[int(m[1])]) for m in found)

    def where(self, claim: Claim) -> tuple[int, int]:
        """Start and end of the mark of one of its claims."""
        return next((s, e) for s, e, c in self.marks if c is claim)


@dataclass(frozen=True, slots=True)
class Place:
    """A superlative, the figure that it is said of, and those that the words rank with it."""

    said: Superlative
    subject: Claim
    #: Role and claim: "behind" and "ahead" by the words, "rival" where only the number of them is told.
    others: tuple[tuple[str, Claim], ...]
    #: The stretch of the marked text that the rank rests on.
    start: int
    end: int
    strength: Strength = "stated"


def lines_of(marked: Marked) -> Iterator[Line]:
    """The sentences of a marked text, each with the number of its zone."""
    start, zone = 0, 0
    for end in re.finditer(r"[|¶]|[.!?][”\"’']?\s(?=[A-Z“\"‘‹])|$", marked.text):
        if end.start() > start:
            yield Line(marked, start, end.start(), zone)
        zone += end[0] == "¶"
        start = end.end()


def of_one_kind(place: Place) -> bool:
    """True if the figures may be ranked: of one unit and time, none hedged, signed, a change or in a headline."""
    others = [c for _, c in place.others]
    figures = [place.subject, *others]
    if any(c.figure.hedge is not None or is_change(c) or c.block in DISPLAY for c in figures):
        return False
    if any(c.figure.value is None or c.figure.value < 0 for c in figures):
        return False
    if len({c.id for c in figures}) < len(figures) or not all(is_alike(c, place.subject) for c in others):
        return False
    periods = {c.period.key for c in figures if c.period is not None and c.period.found == "here"}
    return len(periods) < 2


def is_alike(claim: Claim, subject: Claim) -> bool:
    """One unit; a number in brackets behind a name, "Lind (11)", is read as an age and may be a count."""
    return alike(claim, subject) or {family(claim), family(subject)} <= {"C", "A"}


def unlike(words: str) -> bool:
    """True if words among the figures say that one of them is of another kind or time."""
    return _rivalry().search(_OPENING.sub(lambda m: m[0].lower(), words)) is not None


def relation_of_place(story: Story, marked: Marked, place: Place) -> Relation:
    """A place in an order as a relation, with the comparison that its words make."""
    said = place.said
    start, end = marked.offsets[said.start], marked.offsets[said.end]
    words = Span(start, max(start, end))
    claim = place.subject
    comparison = compared(
        story,
        words,
        claim,
        said.direction,
        str(start),
        str(end),
        "rank",
        degree=None if said.place == 1 else str(said.place),
    )
    cue = Span(marked.offsets[place.start], marked.offsets[place.end])
    roles = (Role("stated", comparison), Role("subject", claim), *(Role(n, c) for n, c in place.others))
    return Relation("rank", roles, Cue(story.document.id, cue, story.words(cue)), place.strength)


@cache
def _rivalry() -> Regex:
    return Regex(rf"\b(?:{'|'.join(_WORDS['apart']['rival'])})")
