"""A figure in its surroundings: the words that are its own, those near it, and the rows named there.

A sentence is cut between its figures, at the last comma or joining word: "English was passed by
[76 per cent] across the country | and maths by [75 per cent]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.lexicon import table as data
from extractor.model import BlockKind, Claim, Comparison, Document, Span
from extractor.periods import find_periods
from extractor.reference.labels import Named, names_wider
from extractor.reference.words import root, roots

#: Where the gap between two figures parts: at a clause, else at a word that sets them side by side.
_CUTS = (
    re.compile(r"[,;:()—]|\s–\s|\s(?:and|but|while|whereas|with)\b", re.IGNORECASE),
    re.compile(r"\s(?:against|than|of whom|of which|out of|to|from|compared)\b", re.IGNORECASE),
)
_RIGHT_BEFORE = re.compile(
    r"\b(?:in|at|for|across|of|by|from|with|among|on|was|is|were|belongs to)\s+(?:the\s+)?$", re.IGNORECASE
)
#: "The state's biggest" says among whom, not who.
_RANKED = re.compile(r"['’]s\s+(?:[\w-]+\s+)?(?:\w{3,}est|most|least|top|only)\b")
_OPENS = re.compile(r"(?:^|[,;—–]\s+)(?:and\s+)?(?:at|with)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_IN_ALL = re.compile(r"\b(?:in|of|across)\s+(?:the\s+)?$", re.IGNORECASE)
_ASIDE = re.compile(r",\s+[^,.;:]{0,40}\b(?:in|of|across)\s+$")
#: What a row loses that is named as the scope of another, or before another.
_SCOPE, _EARLIER = 0.2, 0.15
_ELSEWHERE = re.compile(r"\b(?i:in|at|across|near|throughout|outside|around)\s+([A-Z][a-z]+)")
#: "At Marsh it grew by": what grew stands in the sentence before.
_PRONOUN = re.compile(r"\b(?:it|they)\s+(?:\w+ly\s+|had\s+|have\s+|has\s+)?\w+\s+(?:\w+\s+)?$", re.IGNORECASE)
#: A person or body that acts: "Ann Maria Cole led the bench with".
_NAME = re.compile(
    r"(?:(?<=[.!?”\"\n]\s)|(?<=\swhile\s)|(?<=\swith\s)|(?<=\sand\s)|\A)"
    r"((?:[A-Z][\w'’.-]*[a-z][\w'’.-]*\s){1,3}[A-Z][\w'’-]*[a-z][\w'’-]*)\s+(?:[a-z]+ed|was|had|has|led|went|got|shot)\b"
)
#: "People killed" are no population.
_OF_PEOPLE = re.compile(r"\bpeople\s+(?:who|waiting|\w+ed)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"‘£$€])")
_NO_QUANTITY = ("date", "reference")
_DISPLAY: frozenset[BlockKind] = frozenset({"headline", "standfirst"})
#: A row named in another part of the sentence is no surer than the one that the text goes on about.
_FIRM = 0.5
#: A word with a capital; where a sentence or quotation opens before one.
_PROPER = re.compile(r"\b[A-Z][a-z]+(?:[-–][A-Z][a-z]+)*\b")
_OPENED = re.compile(r"(?:^|[.!?:“\"\n])\s*$")
#: How sure a row is that is not named where another name is.
_STRANGE = 0.5
#: How sure each row is where the sentence before names several: not enough to question anything.
_SEVERAL = 0.58
#: A name this many characters after a figure may still be its own: "58 per cent of pupils in Saltby".
_NEAR = 45


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

    def sentence_start(self, at: int, around: Span) -> int:
        """Where the sentence around a place begins, in its paragraph."""
        cuts = [m.end() for m in _SENTENCE.finditer(self.document.text, around.start, at)]
        return cuts[-1] if cuts else around.start

    @cached_property
    def lead(self) -> str:
        """Headline, standfirst and first paragraph."""
        shown = [b for b in self.document.blocks if b.kind in _DISPLAY]
        first = next((b for b in self.document.blocks if b.kind == "paragraph"), None)
        spans = [b.span for b in (*shown, *([first] if first else []))]
        return "\n".join(s.of(self.document.text) for s in spans)


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
    return claim.figure.kind in ("duration", "age") and value is not None and str(value) in names


def clause_cut(text: str, start: int, end: int) -> int:
    """Where the gap between two figures parts: at its last comma or joining word, else at its end."""
    for cut in _CUTS:
        if cuts := [m.start() for m in cut.finditer(text, start, end)]:
            return cuts[-1]
    return end


def weights(
    told: Told, claim: Claim | Comparison, place: Place, *, carried: bool = False
) -> dict[str, float]:
    """Root → how near to a figure its word stands, 1 for the figure's own measure, base and event.

    Where a pronoun stands for what the sentence before names, or nothing is named again (`carried`), the
    words of that sentence count for more.
    """
    tie, text = data("reference")["tie"], told.document.text
    span = claim.figure.span if isinstance(claim, Claim) else claim.span
    around = told.paragraph(span.start)
    last = told.sentence_before(place.sentence, around)
    goes_on = carried or bool(_PRONOUN.search(text[place.before.start : place.before.end]))
    found: dict[str, float] = {}
    for words, weight in (
        (told.lead, tie["lead"]),
        (text[min(around.start, place.sentence.start) : place.sentence.start], tie["before"]),
        (text[last : place.sentence.start], tie["anaphor"] if goes_on else tie["before"]),
        (place.sentence.of(text), tie["sentence"]),
        (text[place.before.start : place.after.end], tie["segment"]),
        *_own(claim, place),
    ):
        for one in roots(words):
            found[one] = max(found.get(one, 0.0), weight)
    if _OF_PEOPLE.search(place.sentence.of(text)):
        found = {w: min(n, tie["before"]) if w == root("people") else n for w, n in found.items()}
    return found


def _own(claim: Claim | Comparison, place: Place) -> Iterator[tuple[str, float]]:
    """The words of a figure's slots, less near where they stand in another stretch."""
    tie = data("reference")["tie"]
    if isinstance(claim, Comparison):
        yield from ((m.text, tie["own"]) for m in (claim.subject,) if m is not None)
        return
    for mention in (claim.measure, claim.base, claim.event):
        if mention is None or mention.span is None:
            continue
        weight = tie["own"] if place.holds(mention.span) else tie["sentence"]
        weight = weight if place.sentence.contains(mention.span) else tie["before"]
        yield mention.text, weight
        if mention is claim.event:  # "took" is "take"
            yield mention.key.split(":")[0], weight


@dataclass(frozen=True, slots=True)
class Subject:
    """Labels that a figure may speak of, and how sure that is from 0 to 1."""

    labels: tuple[str, ...]
    certainty: float
    named: Named | None = None


def subjects(
    told: Told,
    place: Place,
    span: Span,
    named: Sequence[Named],
    totals: Sequence[str],
    vocabulary: frozenset[str],
) -> tuple[Subject, ...]:
    """The rows that a figure may speak of, the surest first; none where it names another place."""
    text = told.document.text
    here = [n for n in named if place.sentence.start <= n.span.start and n.span.end <= place.sentence.end]
    last = max((n.span for n in here if n.span.end <= span.start), default=None)
    several = any(not n.wide for n in here)
    found = [
        Subject(n.labels, _nearness(text, place, span, n, n.span == last, among=several), n)
        for n in here
        if not n.span.overlaps(span) and not (n.wide and _RANKED.match(text, n.span.end))
    ]
    found = [s for s in found if s.certainty > 0]
    elsewhere = _is_elsewhere(told, place, here, vocabulary) or _other_name(told, place, span, named)
    if names_wider(text[place.before.start : place.after.end], totals):
        return ()  # "nationally", beside the row of a state
    if max((s.certainty for s in found), default=0.0) < _FIRM and not elsewhere:
        inherited = list(_inherited(told, place, named, totals))
        if _names_another(told, place, named, vocabulary):  # a row that is only supposed is not sure then
            inherited = [s if s.named else replace(s, certainty=_STRANGE) for s in inherited]
        found += inherited
    return _ranked(found)


def _is_elsewhere(told: Told, place: Place, here: Sequence[Named], vocabulary: frozenset[str]) -> bool:
    """True if a sentence names a place that is no row: "in West Corran", but not "in English", "in May"."""
    text = told.document.text
    for match in _ELSEWHERE.finditer(text, place.sentence.start, place.sentence.end):
        own = Span(match.start(1), match.end(1))
        known = root(match[1]) in vocabulary or any(n.span.overlaps(own) for n in here)
        if not known and not find_periods(f"in {match[1]}"):
            return True
    return False


def _names_another(told: Told, place: Place, named: Sequence[Named], vocabulary: frozenset[str]) -> bool:
    """True if a clause, or the sentence that its pronoun stands for, names what is no row: "Surpur lost"."""
    text = told.document.text
    start = place.sentence.start
    if _goes_on(place.sentence.of(text)):
        start = told.sentence_before(place.sentence, told.paragraph(start))
    for match in _PROPER.finditer(text, start, place.after.end):
        own = Span(match.start(), match.end())
        in_clause = own.start >= place.before.start or own.start in (start, place.sentence.start)
        if not in_clause or any(own.overlaps(n.span) for n in named) or find_periods(f"in {match[0]}"):
            continue
        opens = own.start == start or bool(_OPENED.search(text[: own.start]))
        if not opens or _is_proper(match[0], vocabulary):
            return root(match[0]) not in vocabulary
    return False


def _is_proper(word: str, vocabulary: frozenset[str]) -> bool:
    """True for the first word of a sentence that is hardly a common noun: no plural, no word of the lists."""
    lower = word.lower()
    listed = {*data("reference")["empty"], *data("reference")["carry"], *data("reference")["openers"]}
    return not (lower in listed or lower.endswith(("s", "ing", "ly", "en")) or root(word) in vocabulary)


def _other_name(told: Told, place: Place, span: Span, named: Sequence[Named]) -> bool:
    """True if the sentence, or the clause of a figure, opens with a name of several words that is no row."""
    text = told.document.text
    for match in _NAME.finditer(text, place.sentence.start, span.start):
        own = Span(match.start(1), match.end(1))
        if not any(own.overlaps(n.span) for n in named) and not find_periods(match[1]):
            return True
    return False


def _nearness(
    text: str, place: Place, span: Span, named: Named, is_last: bool, *, among: bool = True
) -> float:
    """How sure it is that a figure speaks of a row named in its sentence, `among` others or alone."""
    less = 0.0 if named.full else 0.02
    if _OPENS.search(text[place.sentence.start : span.start]) and re.fullmatch(
        r"(?:\s+[\w'’-]+){0,4},\s+(?:the\s+)?", text[span.end : named.span.start]
    ):
        return 1.0 - less  # "At 8.6 per cent, Marsh has the lowest rate"
    if place.after.start <= named.span.start and named.span.end <= place.after.end:
        return _after(text[span.end : named.span.start], named) - less
    if named.span.end <= span.start:
        gap = span.start - named.span.end
        own = place.before.start <= named.span.start
        # "At Elmsworth, the second longest list in England": the whole is where, not who.
        # "Whitby Sands, at the other end of the county, had 48".
        aside = named.wide and among and _ASIDE.search(text[: named.span.start]) is not None
        wide = named.wide or (_IN_ALL.search(text[: named.span.start]) and not is_last)
        scope = _SCOPE if wide and among else 0.0
        earlier = 0.0 if own or is_last else _EARLIER
        off = scope if not own or aside else 0.0
        return (0.95 if own else 0.75) - min(gap, 400) / 4000 - less - earlier - off
    return 0.3 - less


def _after(between: str, named: Named) -> float:
    """A row named behind a figure: "58 per cent in Saltby", but not "58 votes, the fewest in the state"."""
    if len(between) <= _NEAR and _RIGHT_BEFORE.search(between) and not re.search(r"[,;:(]", between):
        return 1.0
    return 0.4 if named.wide and re.search(r"[,;:(]", between) else 0.9 if named.wide else 0.55


def _inherited(told: Told, place: Place, named: Sequence[Named], totals: Sequence[str]) -> Iterator[Subject]:
    """The row that the sentences before named last, else the one that the story is about, else all rows."""
    around = told.paragraph(place.sentence.start)
    before = [n for n in named if around.start <= n.span.start and n.span.end <= place.sentence.start]
    if before:
        goes_on = _goes_on(place.sentence.of(told.document.text))
        beside = [n for n in before if n.span.start >= told.sentence_start(before[-1].span.start, around)]
        if len({n.labels for n in beside if not n.wide}) > 1:
            # "Marsh has twice what Dene has. Its rate is 4": of the first, if not of the last.
            first = next(n for n in beside if not n.wide)
            yield Subject(first.labels, _SEVERAL if goes_on else _SEVERAL / 2, first)
            yield Subject(before[-1].labels, _SEVERAL, before[-1])
            return
        one = goes_on or len({n.labels for n in before}) == 1
        yield Subject(before[-1].labels, 0.7 if one else 0.6, before[-1])
        return
    lead = [n for n in named if n.span.of(told.document.text) in told.lead and not n.wide]
    about = {n.labels for n in lead}
    if len(about) == 1:
        yield Subject(lead[0].labels, 0.6, lead[0])
    if totals:
        yield Subject(tuple(totals), 0.6 if not about else 0.5)


def _goes_on(sentence: str) -> bool:
    words = re.findall(r"[a-z]+", sentence.lower())[:8]
    return any(w in data("reference")["anaphors"] for w in words)


def _ranked(found: Sequence[Subject]) -> tuple[Subject, ...]:
    best: dict[tuple[str, ...], Subject] = {}
    for subject in sorted(found, key=lambda s: -s.certainty):
        best.setdefault(subject.labels, subject)
    return tuple(best.values())
