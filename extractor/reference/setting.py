"""A figure in its surroundings: the words that are its own, those near it, and the rows named there.

A sentence is cut between its figures, at the last comma or joining word: "English was passed by
[76 per cent] across the country | and maths by [75 per cent]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.lexicon import table as data
from extractor.model import BlockKind, Claim, Comparison, Document, Span
from extractor.reference.words import root, roots
from extractor.regexes import Regex

#: Where the gap between two figures parts: at a clause, else at a word that sets them side by side.
_CUTS = (
    Regex(r"[,;:()—]|\s–\s|\s(?:and|but|while|whereas|with)\b", re.IGNORECASE),
    Regex(r"\s(?:against|than|of whom|of which|out of|to|from|compared)\b", re.IGNORECASE),
)
#: "At Marsh it grew by": what grew stands in the sentence before.
_PRONOUN = Regex(r"\b(?:it|they)\s+(?:\w+ly\s+|had\s+|have\s+|has\s+)?\w+\s+(?:\w+\s+)?$", re.IGNORECASE)
#: "2,846 hectares, of which 44 per cent was conifers": of the whole it says nothing.
_PART = Regex(r",\s+(?:and\s+)?(?:of\s+(?:which|whom|them|these|those)|including|among\s+them)\b")
#: "People killed" are no population.
_OF_PEOPLE = Regex(r"\bpeople\s+(?:who|waiting|\w+ed)\b", re.IGNORECASE)
#: ", although that is still lower than in 2020"; "Although lower than in 2020, ".
_CONCEDES = Regex(r"(?:,|\s[–—-])\s*(?:(?:al)?though|but|yet|while|whereas|albeit|even if|if still)\b")
_CONCEDED = Regex(r"\W*(?:Although|Though|While|Whereas|Despite|Even if)\b[^,;]*,\s")
#: What somebody else's figure is above or below: "had 2,020 mm, 32 per cent above NORMAL".
_NORM = Regex(
    r"\b(?:above|below|over|under|than|short\s+of)\s+(?:the\s+|its\s+|their\s+|a\s+)?(?:[\w’'-]+\s+){0,2}?"
    r"(?:normal|average|mean|median|norm|usual|target|budget|forecast)\b(?!\s+(?:of|at|is|was)\b)",
    re.IGNORECASE,
)
_SENTENCE = Regex(r"[.!?][”\"’]?\s+(?=[A-Z“\"‘£$€])")
_NO_QUANTITY = ("date", "reference")
_DISPLAY: frozenset[BlockKind] = frozenset({"headline", "standfirst"})


@dataclass(frozen=True)
class Told:
    """A story with what the earlier stages said of it."""

    document: Document
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...] = ()

    @cached_property
    def figures(self) -> Mapping[Span, tuple[Claim, ...]]:
        """Sentence → its figures in order."""
        found: dict[Span, list[Claim]] = {}
        for claim in self.claims:
            if claim.figure.kind not in _NO_QUANTITY:
                found.setdefault(claim.sentence, []).append(claim)
        return {s: tuple(sorted(c, key=lambda one: one.figure.span)) for s, c in found.items()}

    def paragraph(self, at: int) -> Span:
        """The zone around a place; the lines around it where the reader gave none."""
        block = self.document.block_at(at)
        if block is not None:
            return block.span
        text = self.document.text
        start, end = text.rfind("\n\n", 0, at), text.find("\n\n", at)
        return Span(max(start, 0), end if end >= 0 else len(text))

    def sentence_before(self, sentence: Span, around: Span) -> int:
        """Where the sentence before one begins, in its paragraph."""
        text = self.document.text[around.start : sentence.start].rstrip()
        cuts = [m.end() for m in _SENTENCE.finditer(text)]
        return around.start + (cuts[-1] if cuts else 0)

    def paragraph_before(self, around: Span) -> Span | None:
        """The paragraph before one, if that is no headline."""
        end = len(self.document.text[: around.start].rstrip())
        block = self.document.block_at(end - 1) if end > 0 else None
        return block.span if block is not None and block.kind == "paragraph" else None

    def sentences_before(self, at: int, around: Span) -> Iterator[Span]:
        """The sentences of a paragraph before a place, the nearest first."""
        end = at
        cuts = [m.end() for m in _SENTENCE.finditer(self.document.text, around.start, at)]
        for start in [c for c in reversed(cuts) if c < at] + [around.start]:
            if start < end:
                yield Span(start, end)
            end = start

    def sentence_start(self, at: int, around: Span) -> int:
        """Where the sentence around a place begins, in its paragraph."""
        cuts = [m.end() for m in _SENTENCE.finditer(self.document.text, around.start, at)]
        return cuts[-1] if cuts else around.start

    @cached_property
    def openings(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Headline and standfirst; the first paragraph."""
        shown = tuple(b.span for b in self.document.blocks if b.kind in _DISPLAY)
        first = next((b.span for b in self.document.blocks if b.kind == "paragraph"), None)
        return shown, () if first is None else (first,)

    @cached_property
    def lead(self) -> str:
        """Headline, standfirst and first paragraph."""
        shown, first = self.openings
        return "\n".join(s.of(self.document.text) for s in (*shown, *first))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure or phrase stands: its own stretch of the sentence before and after it."""

    sentence: Span
    before: Span
    after: Span

    def holds(self, span: Span) -> bool:
        """True if a span lies in the stretch."""
        return self.before.start <= span.start and span.end <= self.after.end


def place_of(told: Told, sentence: Span, span: Span, names: frozenset[str] = frozenset()) -> Place:
    """The stretch of a sentence that belongs to a figure or phrase in it.

    Durations and ages whose number is one of `names` part nothing: "within 18 weeks" names a measure.
    """
    figures = (c for c in told.figures.get(sentence, ()) if not is_name(c, names))
    others = [c.figure.span for c in figures if not c.figure.span.overlaps(span)]
    left = max((s.end for s in others if s.end <= span.start), default=None)
    right = min((s.start for s in others if s.start >= span.end), default=None)
    text = told.document.text
    start = sentence.start if left is None else clause_cut(text, left, span.start)
    end = sentence.end if right is None else clause_cut(text, span.end, right)
    return Place(sentence, Span(min(start, span.start), span.start), Span(span.end, max(end, span.end)))


def is_name(claim: Claim, names: frozenset[str]) -> bool:
    """True for a duration or age that is part of a measure's name: "over 52 weeks"."""
    value = claim.figure.value
    if claim.figure.kind not in ("duration", "age") or value is None:
        return False
    hours = claim.figure.amount.unit == "hour" and str(value * 60) in names
    return str(value) in names or hours


def clause_cut(text: str, start: int, end: int) -> int:
    """Where the gap between two figures parts: at its last comma or joining word, else at its end."""
    for cut in _CUTS:
        if cuts := [m.start() for m in cut.finditer(text, start, end)]:
            return cuts[-1]
    return end


def weights(
    told: Told, claim: Claim | Comparison, place: Place, text: str, *, carried: Span | None = None
) -> dict[str, float]:
    """Root → how near to a figure its word stands, 1 for the figure's own measure, base and event.

    `text` is that of the story without the names of rows: "health and social work" names no working days.
    Where a pronoun stands for what the sentence before names, or nothing is named again (`carried` is
    where it was), the words of that sentence count for more.
    """
    tie = data("reference")["tie"]
    span = claim.figure.span if isinstance(claim, Claim) else claim.span
    text = _without_norms(text, place.sentence, span)
    around = told.paragraph(span.start)
    last = Span(min(told.sentence_before(place.sentence, around), place.sentence.start), place.sentence.start)
    goes_on = carried is not None or bool(_PRONOUN.search(text[place.before.start : place.before.end]))
    found: dict[str, float] = {}
    for words, weight in (
        (told.lead, tie["lead"]),
        (text[min(around.start, place.sentence.start) : place.sentence.start], tie["before"]),
        ((carried or last).of(text), tie["anaphor"] if goes_on else tie["before"]),
        (_up_to_part(text, place, span), tie["sentence"]),
        (text[place.before.start : place.after.end], tie["segment"]),
        *_own(claim, place, text),
    ):
        for one in roots(words):
            found[one] = max(found.get(one, 0.0), weight)
    if _OF_PEOPLE.search(place.sentence.of(text)):
        found = {w: min(n, tie["before"]) if w == root("people") else n for w, n in found.items()}
    return found


def _without_norms(text: str, sentence: Span, span: Span) -> str:
    """A text without what another figure of a sentence is held against: "32 per cent ABOVE NORMAL"."""
    norms = (Span(m.start(), m.end()) for m in _NORM.finditer(text, span.end, sentence.end))
    return without(text, 0, len(text), [n for n in norms if n.start > span.end + 1])


def _up_to_part(text: str, place: Place, span: Span) -> str:
    """The sentence without the part told of a figure behind it: "2,846 hectares, of which 44 per cent"."""
    part = _PART.search(text, span.end, place.sentence.end)
    return text[place.sentence.start : place.sentence.end if part is None else part.start()]


def _own(claim: Claim | Comparison, place: Place, text: str) -> Iterator[tuple[str, float]]:
    """The words of a figure's slots, less near where they stand in another stretch."""
    tie = data("reference")["tie"]
    if isinstance(claim, Comparison):
        yield from ((m.text, tie["own"]) for m in (claim.subject,) if m is not None)
        return
    if claim.statistic in ("mean", "median"):  # "on average" names a column of means
        yield claim.statistic, tie["own"]
    for mention in (claim.measure, claim.base, claim.event):
        if mention is None or mention.span is None or not mention.span.of(text).strip():
            continue
        weight = tie["own"] if place.holds(mention.span) else tie["sentence"]
        weight = weight if place.sentence.contains(mention.span) else tie["before"]
        yield mention.text, weight
        if mention is claim.event:  # "took" is "take"
            yield mention.key.split(":")[0], weight


def without_concessions(sentence: str, at: int) -> str:
    """A sentence without what it concedes before or behind a place in it.

    >>> without_concessions("It went up to 72, although that is fewer than in 2020.", 3)
    'It went up to 72'
    """
    behind = _CONCEDES.search(sentence, at)
    before = _CONCEDED.match(sentence)
    start = before.end() if before is not None and before.end() <= at else 0
    return sentence[start : behind.start() if behind is not None else None]


def without(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """The text between two places, with blanks for some spans."""
    kept = list(text[start:end])
    for span in spans:
        for at in range(max(span.start, start), min(span.end, end)):
            kept[at - start] = " "
    return "".join(kept)
