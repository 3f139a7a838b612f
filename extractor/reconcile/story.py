"""One document as the linkers see it: its claims and comparisons in the order of print."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from extractor.amount import meet
from extractor.model import Block, BlockKind, Claim, Comparison, Document, Span
from extractor.nouns import may_be_one

T = TypeVar("T")
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
#: Families that are amounts of something: they can be parts, wholes, sums and levels.
AMOUNTS = "CMUD"
#: Zones that repeat what the body says.
DISPLAY: frozenset[BlockKind] = frozenset({"headline", "standfirst", "caption", "heading"})


@dataclass(frozen=True)
class Story:
    """A document with what the earlier stages said of it."""

    document: Document
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...] = ()

    def words(self, span: Span) -> str:
        """The text that a span covers."""
        return span.of(self.document.text)

    def sentence(self, claim: Claim | Comparison) -> str:
        """The sentence that a claim or comparison stands in."""
        return self.words(claim.sentence)

    def lead(self, claim: Claim) -> str:
        """The words of a claim's sentence that stand before its figure."""
        return self.document.text[claim.sentence.start : claim.figure.span.start]

    def between(self, one: Claim, two: Claim) -> str:
        """The words from a figure to one behind it; none where the second stands first."""
        return self.document.text[one.figure.span.end : two.figure.span.start]

    def paragraph(self, claim: Claim) -> str:
        """The whole zone that a claim's sentence stands in."""
        return self.words(self.zones[max(0, self.block_number(claim.sentence.start))].span)

    @cached_property
    def zones(self) -> tuple[Block, ...]:
        """The document's blocks in order; the whole text where a reader gave none."""
        return self.document.blocks or (Block("paragraph", Span(0, len(self.document.text))),)

    @cached_property
    def start(self) -> int:
        """The offset where its zones begin; a chapter of a long document has only blanks before."""
        return self.zones[0].span.start

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that carry a claim or a comparison, in order."""
        found = {c.sentence for c in self.claims} | {c.sentence for c in self.comparisons}
        return tuple(sorted(found))

    def number_of(self, claim: Claim) -> int:
        """Which sentence with figures, counted from 0, a claim stands in."""
        number = self._numbers_of.get(claim.id)
        return self._numbers[claim.sentence] if number is None else number

    @cached_property
    def _numbers(self) -> dict[Span, int]:
        return {sentence: number for number, sentence in enumerate(self.sentences)}

    @cached_property
    def _numbers_of(self) -> dict[str, int]:
        return {c.id: self._numbers[c.sentence] for c in self.claims}

    def in_sentence(self, sentence: Span) -> tuple[Claim, ...]:
        """The claims that stand in a sentence."""
        found = self._inside.get(sentence)
        if found is None:
            first, last = (bisect_left(self._at, offset) for offset in (sentence.start, sentence.end))
            found = tuple(c for c in self.claims[first:last] if sentence.contains(c.figure.span))
            self._inside[sentence] = found
        return found

    def following(self, claim: Claim) -> Claim | None:
        """The next claim in the order of print; None behind the last."""
        at = bisect_left(self._at, claim.figure.span.start)
        while self.claims[at] is not claim:
            at += 1
        return self.claims[at + 1] if at + 1 < len(self.claims) else None

    def starting(self, first: int, last: int) -> tuple[Claim, ...]:
        """The claims whose figures begin between two offsets, both included."""
        return self.claims[bisect_left(self._at, first) : bisect_right(self._at, last)]

    def once(self, ask: Callable[..., T], *claims: Claim) -> T:
        """What a question about some claims of the story is answered: linkers ask the same over and over."""
        key = (ask, *[c.id for c in claims])
        if key not in self._answers:
            self._answers[key] = ask(self, *claims)
        return self._answers[key]  # type: ignore[no-any-return]

    @cached_property
    def _answers(self) -> dict[tuple[object, ...], Any]:
        return {}

    @cached_property
    def _at(self) -> list[int]:
        return [c.figure.span.start for c in self.claims]

    @cached_property
    def _inside(self) -> dict[Span, tuple[Claim, ...]]:
        """What `in_sentence` has found: linkers ask for the same sentences over and over."""
        return {}

    def blocks(self) -> Iterator[tuple[Block, tuple[Claim, ...]]]:
        """Each zone with its claims; zones without any are left out."""
        inside: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            inside[self.block_number(claim.figure.span.start)].append(claim)
        yield from ((self.zones[n], tuple(claims)) for n, claims in sorted(inside.items()) if n >= 0)

    def posted(self, claim: Claim) -> datetime | None:
        """When the post of a live page in which a claim stands went up; None elsewhere."""
        number = self.block_number(claim.figure.span.start)
        return None if number < 0 else self.zones[number].posted

    def block_number(self, offset: int) -> int:
        """Which zone, counted from 0, holds the offset; -1 for none."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.zones[at].span.end else -1

    @cached_property
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.zones]

    def paragraphs_apart(self, a: Claim | Comparison, b: Claim | Comparison) -> int:
        """How many zones lie between two claims: 0 in one, 1 in neighbours."""
        return abs(self.block_number(a.sentence.start) - self.block_number(b.sentence.start))

    def around(self, claim: Claim, zones: int) -> tuple[Claim, ...]:
        """The claims, itself among them, that stand so many zones from a claim at most."""
        number = self.block_number(claim.sentence.start)
        if number < 0:
            return tuple(c for c in self.claims if self.paragraphs_apart(c, claim) <= zones)
        first = self.zones[max(0, number - zones)].span.start
        last = self.zones[min(len(self.zones) - 1, number + zones)].span.end
        return self.starting(first, last - 1)


def family(claim: Claim) -> str:
    """The letter under which a claim's kind stands in phrases; "?" for what is no quantity."""
    return FAMILY.get(claim.figure.kind, "?")


def alike(a: Claim, b: Claim) -> bool:
    """True if the two are amounts of one family and unit, so that they may be compared at all."""
    if family(a) != family(b):
        return False
    if family(a) in "CPT":
        return True
    return a.figure.amount.unit == b.figure.amount.unit


def one_noun(a: Claim, b: Claim) -> bool:
    """True if both name what they count, and it may be one thing."""
    return a.measure is not None and b.measure is not None and may_be_one(a.measure.key, b.measure.key)


def prints(story: Story, claim: Claim) -> bool:
    """True if a story has a figure that agrees with another story's."""
    return any(alike(c, claim) and meet(c.figure.amount, claim.figure.amount) for c in story.claims)
