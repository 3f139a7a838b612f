"""One document as the linkers see it: its claims and comparisons in the order of print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import Block, Claim, Comparison, Document, Span

#: One letter for each family of kinds that may stand in for each other in a phrase.
FAMILY = {
    "count": "C",
    "percentage": "P",
    "ratio": "P",
    "points": "T",
    "money": "M",
    "measure": "U",
    "duration": "D",
    "age": "A",
    "multiple": "X",
    "rate": "R",
    "rank": "K",
    "index": "I",
}


@dataclass(frozen=True, slots=True)
class Story:
    """A document with what the earlier stages said of it."""

    document: Document
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...] = ()

    def words(self, span: Span) -> str:
        """The text that a span covers."""
        return span.of(self.document.text)

    def in_sentence(self, sentence: Span) -> tuple[Claim, ...]:
        """The claims that stand in a sentence."""
        return tuple(c for c in self.claims if sentence.contains(c.figure.span))

    def blocks(self) -> Iterator[tuple[Block, tuple[Claim, ...]]]:
        """Each zone with its claims; zones without any are left out."""
        for block in self.document.blocks:
            inside = tuple(c for c in self.claims if block.span.contains(c.figure.span))
            if inside:
                yield block, inside

    def block_number(self, offset: int) -> int:
        """Which zone, counted from 0, holds the offset; -1 for none."""
        return next(
            (i for i, b in enumerate(self.document.blocks) if b.span.start <= offset < b.span.end), -1
        )


def family(claim: Claim) -> str:
    """The letter under which a claim's kind stands in phrases."""
    return FAMILY.get(claim.figure.kind, "?")


def alike(a: Claim, b: Claim) -> bool:
    """True if the two are amounts of one family and unit, so that they may be compared at all."""
    if family(a) != family(b):
        return False
    if family(a) in "CPT":
        return True
    return a.figure.amount.unit == b.figure.amount.unit
