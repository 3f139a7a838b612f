"""What a finding rests on: figures and phrases, their sentences, and where those stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractor.model import (
    Block,
    BlockKind,
    Claim,
    Comparison,
    Derived,
    Document,
    Finding,
    Reading,
    Role,
    Span,
    Stance,
)

#: Zones that are counted as paragraphs.
RUNNING: frozenset[BlockKind] = frozenset({"paragraph", "quote"})
#: What a figure of a finding is once derived amounts are taken back to what they follow from.
Evidence = Claim | Comparison


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as printed, the words in it that matter, and who says it."""

    document: Document
    sentence: Span
    #: Sorted, without overlaps, all inside the sentence.
    marks: tuple[Span, ...]
    speaker: str | None = None

    def holds(self, value: Evidence) -> bool:
        """True if the figure or phrase stands in the sentence."""
        return value.document == self.document.id and self.sentence.contains(span_of(value))


def evidence_of(finding: Finding) -> tuple[Role, ...]:
    """The roles of a finding in order, derived amounts replaced by the claims they follow from."""
    return tuple(dict.fromkeys(_printed(finding.relation.roles)))


def _printed(roles: Iterable[Role]) -> Iterator[Role]:
    for role in roles:
        if isinstance(role.value, Derived):
            yield from (Role(role.name, claim) for claim in role.value.claims)
        else:
            yield role


def values_of(finding: Finding) -> tuple[Evidence, ...]:
    """The figures and phrases of a finding, each once, the questioned one first."""
    values = (r.value for r in evidence_of(finding))
    return tuple(dict.fromkeys(v for v in values if not isinstance(v, Derived)))


def documents_of(finding: Finding) -> tuple[str, ...]:
    """Ids of the documents that a finding draws on, the questioned one first."""
    return tuple(dict.fromkeys(v.document for v in values_of(finding)))


def span_of(value: Evidence) -> Span:
    """The words of a figure, or of a comparison with what it compares to."""
    if isinstance(value, Claim):
        return value.figure.span
    reference = None if value.reference is None else value.reference.span
    if reference is None or not value.span.start < reference.end <= value.sentence.end:
        return value.span
    return Span(value.span.start, max(value.span.end, reference.end))


def stance_of(finding: Finding) -> Stance:
    """How the questioned words are put forward."""
    return values_of(finding)[0].stance


def quotes_of(
    values: Iterable[Evidence], documents: Mapping[str, Document], readings: Iterable[Reading | None] = ()
) -> tuple[Quote, ...]:
    """The sentences of some figures and phrases, each once, in order of first mention.

    The readings say which slots of a figure are marked beside it: the noun for a unit, the event for
    a complement.
    """
    slots = {_SLOT_OF[r] for r in readings if r in _SLOT_OF}
    sentences: dict[tuple[str, Span], list[Evidence]] = {}
    for value in values:
        sentences.setdefault((value.document, value.sentence), []).append(value)
    return tuple(_quote(documents[d], s, found, slots) for (d, s), found in sentences.items())


#: The slot of a claim that a reading turns on.
_SLOT_OF: dict[Reading | None, str] = {
    "unit": "measure",
    "per_head": "measure",
    "definition": "event",
    "complement": "event",
    "base": "base",
    "subset": "base",
    "period": "period",
    "place": "place",
}


def _quote(document: Document, sentence: Span, values: list[Evidence], slots: set[str]) -> Quote:
    figures = merged(span_of(v) for v in values)
    whole = Span(min(sentence.start, figures[0].start), max(sentence.end, figures[-1].end))
    beside = [s for v in values for s in _slot_spans(v, slots) if whole.contains(s)]
    speaker = next((v.speaker.text for v in values if v.speaker is not None), None)
    return Quote(document, whole, merged((*figures, *beside)), speaker)


def _slot_spans(value: Evidence, slots: set[str]) -> Iterator[Span]:
    """What is marked beside the words themselves: what a comparison compares, what a reading turns on."""
    names = sorted(slots) if isinstance(value, Claim) else ["subject"]
    found = (getattr(value, name) for name in names)
    yield from (m.span for m in found if m is not None and m.span is not None)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


class Places:
    """Where things stand in one document, as a reader would look them up: "headline", "page 3, table"."""

    def __init__(self, document: Document) -> None:
        self._blocks = sorted(document.blocks, key=lambda b: b.span)
        self._starts = [b.span.start for b in self._blocks]
        running = (b for b in document.blocks if b.kind in RUNNING)
        self._numbers = {b.span: number for number, b in enumerate(running, start=1)}

    def of(self, offset: int) -> str:
        """The zone that holds the character at the offset, "text" where none does."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._blocks[at].span.end:
            return "text"
        block = self._blocks[at]
        place = self._zone(block)
        return place if block.page is None else f"page {block.page}, {place}"

    def _zone(self, block: Block) -> str:
        if block.kind in RUNNING:
            return f"paragraph {self._numbers[block.span]}"
        if block.kind == "table_cell":
            return f"table, {' / '.join(block.heads)}" if block.heads else "table"
        return block.kind.replace("_", " ")


def where(document: Document, offset: int) -> str:
    """Where one thing stands; for many of a document, keep its `Places`."""
    return Places(document).of(offset)
