"""When a claim holds: from the clause, the sentence, the paragraph, the document.

Dates that only bound the telling ("told unions on Wednesday", "before 30 June", "the lowest
since 2010") are no period of a figure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.frame.nearest import Near, cost, nearest
from extractor.frame.sayers import words
from extractor.frame.sentences import Sentence, zones
from extractor.model import Block, Document, Figure, FigureKind, Found, Period, PeriodKind, Span
from extractor.periods import find_periods, resolve

_EACH = re.compile(
    r"(?:\s+\S+){0,5}?\s+((?:a|each|every|per)\s+(year|month)|annually|yearly|monthly)\b(?!\s+(?:ago|earlier|before|later))"
)
_EACH_ONE = re.compile(r"\s+(?:an?|per|each|every)\s+\w+|\s+each\b")
_STOP = re.compile(r"[,.;:()—]")
_NOT_WHEN = re.compile(r"\b(?:before|until|till|after|Act|Regulations|prior\s+to)\s+(?:the\s+)?$")
_THAN = re.compile(r"\b(?:than|from|with|against)\s+(?:the\s+|a\s+)?(?:\w+\s+)?$")
_AHEAD = re.compile(r"\b(?:by|until|from)\s+(?:the\s+)?$")
#: What before a figure makes it the level that something is compared with: "from £404m", "(£1.80bn)".
_COMPARED = re.compile(
    r"\b(?:from|against|compared\s+(?:with|to)|than)\s+(?:the\s+|just\s+|only\s+)?$|had\s+been\s+$"
)
#: An aside that dates something else: "opened in 1987", "launched last year", "chief executive since 2021".
_ASIDE = re.compile(
    r"\b(?:launched|opened|built|founded|born|set\s+up|elected|introduced|floated|published|formed|created|closed"
    r"|installed|appointed|began|started|joined|joining|retired|inherited|bought|executive|chairman|chair|leader"
    r"|mayor|head|director|coach|manager|played|led|run)\s+(?:[\w'’]+\s+){0,5}$"
)
_TOLD_BEFORE = re.compile(
    rf"\b(?:{'|'.join(sorted(words('said')))}|unveiled|launched|heard)\s+(?:\S+\s+){{0,7}}$"
)
_TOLD_AFTER = re.compile(rf"\s+(?:\w+\s+)?(?:{'|'.join(sorted(words('said')))}|unveiled|launched|launches)\b")
_POLLED = re.compile(r"\b(?:interviewed|surveyed|polled|sampled|questioned)\b[^.]*$")
#: Kinds whose figures have no period of their own: a person is 63, a wait is two years.
TIMELESS: frozenset[FigureKind] = frozenset({"age", "duration"})
_CARRIED: frozenset[PeriodKind] = frozenset({"financial", "academic", "span", "quarter", "month", "calendar"})
_OPENING = re.compile(r"[“\"‘'(]*(?:[A-Z][a-z]+,?\s+)?(?:(?:the|an?|its|their)\s+)?(?:\w+\s+(?:of|in)\s+)?")
#: Steps up to which a period that follows a figure, or precedes it, is taken for its own.
_FAR_AFTER = 5
_FAR_BEFORE = 6
_BACK = 24


@dataclass(frozen=True, slots=True)
class Times:
    """The periods that a document names, and the one that it is about."""

    text: str
    periods: tuple[Period, ...]
    own: Period | None
    #: What the document compares its own with: "a year earlier".
    compared: Period | None

    def within(self, start: int, end: int) -> tuple[Period, ...]:
        """The periods that start between two offsets."""
        first = bisect_left(self.periods, start, key=_start)
        return self.periods[first : bisect_left(self.periods, end, key=_start)]


def _start(period: Period) -> int:
    return period.span.start if period.span is not None else 0


@dataclass(frozen=True, slots=True)
class Earlier:
    """A figure before, with its period."""

    figure: Figure
    period: Period | None
    #: True where the figure was the level that another is compared with.
    compared: bool = False


def times_of(document: Document, published: date | None) -> Times:
    """Every period of a document, dated where the day of publication is known, and the document's own."""
    zoned = zones(document)
    found = tuple(p for z in zoned for p in _in_zone(document.text, z.span, published))
    own = _own(document.text, zoned, found)
    return Times(document.text, found, own, _compared(found, own))


def _compared(found: Sequence[Period], own: Period | None) -> Period | None:
    """What the document compares with most often: "a year earlier"; "last year" where its own is another."""
    keys = [p.key for p in found if p.key.startswith(("then-1:", "same:"))]
    if not keys and own is not None:
        keys = [p.key for p in found if p.key in {"now-1:year", "ago:1:year"} and p.key != own.key]
    if not keys:
        return None
    commonest = Counter(keys).most_common(1)[0][0]
    return next(p for p in found if p.key == commonest)


def period_of(times: Times, sentence: Sentence, figure: Figure, earlier: Sequence[Earlier]) -> Period | None:
    """When a figure holds; `earlier` are the figures before it in its paragraph, the nearest first."""
    span = figure.span
    each = _frequency(times.text, sentence, span)
    if each is not None:
        return each
    inside = times.within(sentence.span.start, sentence.span.end)
    fitting = [
        Near(p.span, p) for p in inside if p.span is not None and _fits(times.text, p, span, sentence.span)
    ]
    best = nearest(times.text, span, fitting)
    if figure.kind in TIMELESS:
        return _as(best, "sentence") if best is not None and _touches(times.text, span, best) else None
    lead = times.text[max(sentence.span.start, span.start - _BACK) : span.start]
    if _COMPARED.search(lead) and (best is None or not _touches(times.text, span, best)):
        return _as(times.compared, "document") if times.compared is not None else None
    if best is not None:
        return _as(best, "sentence")
    return _carried(times, sentence, figure, earlier)


def _carried(times: Times, sentence: Sentence, figure: Figure, earlier: Sequence[Earlier]) -> Period | None:
    """The period of a figure before, in its sentence or paragraph, or else the document's."""
    for before in earlier:
        period = before.period
        if period is None or before.compared or not _goes_on(times.text, period, figure):
            continue
        if sentence.span.contains(before.figure.span):
            return period
        if period.key.startswith("weekday") or period.key.endswith(":day"):
            continue
        if period.kind in _CARRIED or period.key.startswith(("now", "per:")):
            return _as(period, "paragraph")
    return times.own


def _goes_on(text: str, period: Period, figure: Figure) -> bool:
    """False for periods of their figure alone: what it is compared with, a rate of something else."""
    if period.key.startswith(("then", "same", "ago")) or period.key.endswith("/"):
        return False
    if period.key.startswith("per:"):
        return figure.kind == "money" and _EACH_ONE.match(text, figure.span.end) is None
    return True


def is_compared(text: str, sentence: Span, figure: Span) -> bool:
    """True if the figure is the level that another is compared with, which has a period of its own."""
    return _COMPARED.search(text, max(sentence.start, figure.start - _BACK), figure.start) is not None


def _touches(text: str, figure: Span, period: Period) -> bool:
    return (
        period.span is not None and period.span.start >= figure.end and cost(text, figure, period.span)[0] < 2
    )


def _as(period: Period, found: Found) -> Period:
    return replace(period, found=found)


def _in_zone(text: str, zone: Span, published: date | None) -> list[Period]:
    found = []
    for period in find_periods(text[zone.start : zone.end]):
        assert period.span is not None
        span = Span(zone.start + period.span.start, zone.start + period.span.end)
        ahead = _AHEAD.search(text, max(zone.start, span.start - _BACK), span.start) is not None
        found.append(replace(resolve(period, published, ahead=ahead), span=span))
    return found


def _frequency(text: str, sentence: Sentence, span: Span) -> Period | None:
    found = _EACH.match(text, span.end, sentence.span.end)
    if found is None or _STOP.search(text, span.end, found.start(1)):
        return None
    unit = found[2] or {"annually": "year", "yearly": "year", "monthly": "month"}[found[1]]
    return Period(Span(*found.span(1)), found[1], f"per:{unit}", "relative", found="here")


def _fits(text: str, period: Period, figure: Span, sentence: Span) -> bool:
    """False for a date that tells when something else was: an aside, the telling, a bound."""
    assert period.span is not None
    start = max(sentence.start, period.span.start - _BACK)
    if period.key.startswith("then+0") or _NOT_WHEN.search(text, start, period.span.start):
        return False
    steps = cost(text, figure, period.span)[0]
    if _ASIDE.search(text, max(sentence.start, period.span.start - 60), period.span.start) and steps > 1:
        return False
    if period.key.startswith("weekday:") or period.key.endswith(":day"):
        return steps < 2 and not _tells(text, period.span, sentence)
    if period.span.start >= figure.end:
        return steps < _FAR_AFTER and not _THAN.search(text, max(start, figure.end), period.span.start)
    return steps < _FAR_BEFORE or _opens(text, sentence, period.span)


def _opens(text: str, sentence: Span, period: Span) -> bool:
    return _OPENING.fullmatch(text, sentence.start, period.start) is not None


def _tells(text: str, period: Span, sentence: Span) -> bool:
    """True for the day on which something was said: "told unions on Wednesday"."""
    before = _TOLD_BEFORE.search(text, max(sentence.start, period.start - 60), period.start)
    return before is not None or _TOLD_AFTER.match(text, period.end, sentence.end) is not None


def _own(text: str, zoned: Sequence[Block], found: Sequence[Period]) -> Period | None:
    """The period that the headline names, or else the first paragraphs, where they name no other like it."""
    for first, last in ((0, 1), (1, 4)):
        spans = [z.span for z in zoned[first:last]]
        inside = [p for p in found if any(p.span and s.contains(p.span) for s in spans)]
        told = [p for p in inside if _measures(text, p) or (first == 0 and p.kind == "month")]
        if told:
            keys = {p.key for p in told}
            return _as(told[0], "headline" if first == 0 else "document") if len(keys) == 1 else None
    return None


def _measures(text: str, period: Period) -> bool:
    """True for a period over which things are counted, not a day on which something happened."""
    assert period.span is not None
    lead = text[max(0, period.span.start - 120) : period.span.start]
    if period.kind in {"day", "relative", "calendar"} or period.key.endswith("/"):
        return False
    if _NOT_WHEN.search(lead) or _THAN.search(lead) or _ASIDE.search(lead):
        return False
    return period.kind in {"quarter", "financial", "academic"} or _long(period) or bool(_POLLED.search(lead))


def _long(period: Period) -> bool:
    """Half a year or more, or told as a year or months that end."""
    if period.start is not None and period.end is not None:
        return (period.end - period.start).days > 180
    return " to " in period.text and (
        "year" in period.text or "month" in period.text or "week" in period.text
    )
