"""A story as it reads, cut where something is to be marked.

Each passage is a zone of the text (a paragraph, a heading, a row of a table) with the pieces that it
is made of and the cards that question something in it. Nothing here knows HTML.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from extractor.model import NO_QUANTITY, Block, Comparison, Document, Review, Severity, Span
from extractor.report.cards import SEVERITIES, Card
from extractor.report.evidence import Evidence, span_of, values_of

#: How a figure or a phrase stands after checking, from what to look at first to what nothing here touched.
State = Literal["error", "warning", "note", "undecided", "not_comparable", "consistent", "alone"]
STATES: tuple[State, ...] = (
    "error",
    "warning",
    "note",
    "undecided",
    "not_comparable",
    "consistent",
    "alone",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A figure, or a phrase that a finding judges, with how it stands."""

    value: Evidence
    state: State
    #: Ids of the figures and phrases that some finding sets beside it.
    partners: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The words."""
        return span_of(self.value)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks."""

    text: str
    mark: Marked | None = None
    #: True for the first piece of its mark: the one that links go to.
    first: bool = False
    #: Severity of the card that questions the sentence around it.
    questioned: Severity | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One zone of the text with the cards that stand beside it."""

    block: Block
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...] = ()
    #: True where text before it was left out.
    after_gap: bool = field(default=False)


def marks_of(review: Review, document: Document) -> tuple[Marked, ...]:
    """Every quantity of a document, and every phrase that a finding judges, in the order of print."""
    claims = (c for c in review.claims if c.document == document.id and c.figure.kind not in NO_QUANTITY)
    judged = (v for f in review.findings for v in values_of(f) if v.document == document.id)
    phrases = (v for v in judged if isinstance(v, Comparison))
    values: dict[str, Evidence] = {c.id: c for c in claims}
    values |= {p.id: p for p in phrases}
    states, partners = _states(review), _partners(review)
    made = (Marked(v, states.get(v.id, "alone"), partners.get(v.id, ())) for v in values.values())
    return tuple(sorted(made, key=lambda m: (m.span.start, -m.span.end)))


def _states(review: Review) -> Mapping[str, State]:
    """The gravest state that some finding gives each figure and phrase."""
    found: dict[str, State] = {}
    for finding in review.findings:
        state: State = finding.severity if finding.verdict == "mismatch" else finding.verdict
        for value in values_of(finding):
            found[value.id] = min(found.get(value.id, "alone"), state, key=STATES.index)
    return found


def _partners(review: Review) -> Mapping[str, tuple[str, ...]]:
    beside: dict[str, dict[str, None]] = {}
    for finding in review.findings:
        ids = [v.id for v in values_of(finding)]
        for one in ids:
            beside.setdefault(one, {}).update(dict.fromkeys(i for i in ids if i != one))
    return {one: tuple(others) for one, others in beside.items()}


def passages(document: Document, marks: Sequence[Marked], cards: Iterable[Card]) -> tuple[Passage, ...]:
    """The whole text of a document, zone by zone."""
    own = list(cards)
    return tuple(_passage(document, block, block.span, marks, own) for block in zones(document))


def excerpt(document: Document, marks: Sequence[Marked], cards: Iterable[Card]) -> tuple[Passage, ...]:
    """Only the sentences that the cards rest on, each a passage of its own."""
    own = list(cards)
    kept = sorted({s for c in own for s in _sentences(c, document)})
    made = [
        _passage(
            document, block, Span(max(s.start, block.span.start), min(s.end, block.span.end)), marks, own
        )
        for block in zones(document)
        for s in kept
        if s.overlaps(block.span)
    ]
    return tuple(Passage(p.block, p.pieces, p.cards, after_gap=True) for p in made)


def _sentences(card: Card, document: Document) -> Iterator[Span]:
    yield card.questioned.sentence
    for finding in (*card.findings, *card.caveats):
        yield from (v.sentence for v in values_of(finding) if v.document == document.id)


def zones(document: Document) -> tuple[Block, ...]:
    """The document's blocks; the whole text as one paragraph where its reader gave none."""
    return document.blocks or (Block("paragraph", Span(0, len(document.text))),)


def _passage(
    document: Document, block: Block, shown: Span, marks: Sequence[Marked], cards: Sequence[Card]
) -> Passage:
    beside = tuple(c for c in cards if shown.start <= c.questioned.marks[0].start < shown.end)
    around = [c for c in cards if c.questioned.sentence.overlaps(shown)]
    return Passage(block, tuple(_pieces(document.text, shown, marks, around)), beside)


def _pieces(text: str, shown: Span, marks: Sequence[Marked], cards: Sequence[Card]) -> Iterator[Piece]:
    # No mark runs over the edge of a zone or a sentence: those that start inside are all there are.
    first = bisect_left(marks, shown.start, key=lambda m: m.span.start)
    inside = marks[first : bisect_left(marks, shown.end, key=lambda m: m.span.start)]
    edges = {shown.start, shown.end}
    for span in (*(m.span for m in inside), *(c.questioned.sentence for c in cards)):
        edges |= {at for at in (span.start, span.end) if shown.start < at < shown.end}
    begun: set[str] = set()
    for start, end in pairwise(sorted(edges)):
        over = (m for m in inside if m.span.start <= start and end <= m.span.end)
        # A phrase may hold a figure, "higher than the national average of 44 per cent": the figure wins.
        mark = min(over, key=lambda m: len(m.span), default=None)
        opens = mark is not None and mark.value.id not in begun
        begun |= {mark.value.id} if mark else set()
        yield Piece(text[start:end], mark, opens, _questioned(start, cards))


def _questioned(at: int, cards: Sequence[Card]) -> Severity | None:
    around = (c for c in cards if c.questioned.sentence.start <= at < c.questioned.sentence.end)
    found = [c.severity for c in around if c.verdict == "mismatch"]
    return min(found, key=SEVERITIES.index) if found else None
