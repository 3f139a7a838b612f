"""When a claim holds: from the clause, the sentence, the paragraph, the document.

Dates that only bound the telling ("told unions on Wednesday", "before 30 June", "the lowest
since 2010") are no period of a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractor.frame.nearest import Near, cost, nearest
from extractor.frame.sentences import Sentence, zones
from extractor.model import Block, Document, Found, Period, Span
from extractor.periods import find_periods, resolve

_EACH = re.compile(
    r"(?:\s+\S+){0,5}?\s+((?:a|each|every|per)\s+(year|month)|annually|yearly|monthly)\b(?!\s+(?:ago|earlier|before|later))"
)
_STOP = re.compile(r"[,.;:()—]")
_BOUND = re.compile(
    r"\b(?:before|until|till|after|than|since|first\s+time\s+since|Act|act\s+of|section|on|from|in\s+(?:the|its|his|her|our)\s+\w+)\s+(?:the\s+)?$"
)
_NOT_WHEN = re.compile(r"\b(?:before|until|till|after|Act|Regulations|prior\s+to)\s+(?:the\s+)?$")
_THAN = re.compile(r"\b(?:than|on|from|with|against)\s+(?:the\s+|a\s+)?$")
_AHEAD = re.compile(r"\b(?:by|until|from)\s+(?:the\s+)?$")
_BACK = 24


@dataclass(frozen=True, slots=True)
class Times:
    """The periods that a document names, and the one that it is about."""

    text: str
    periods: tuple[Period, ...]
    own: Period | None
    zones: tuple[Block, ...]


def times_of(document: Document, published: date | None) -> Times:
    """Every period of a document, dated where the day of publication is known, and the document's own."""
    zoned = zones(document)
    found = tuple(p for z in zoned for p in _in_zone(document.text, z.span, published))
    return Times(document.text, found, _own(document.text, zoned, found), zoned)


def period_of(
    times: Times, sentence: Sentence, span: Span, earlier: Period | None, *, said: bool
) -> Period | None:
    """When the words at a span hold; `earlier` is the period of the figure before in its paragraph."""
    each = _frequency(times.text, sentence, span)
    if each is not None:
        return each
    inside = [p for p in times.periods if p.span is not None and sentence.span.contains(p.span)]
    fitting = [Near(p.span, p) for p in inside if p.span is not None and _fits(times.text, p, span, said)]
    best = nearest(times.text, span, fitting)
    if best is not None:
        return _as(best, "sentence")
    if earlier is not None and earlier.kind in {"financial", "academic", "span", "calendar", "quarter"}:
        return _as(earlier, "paragraph")
    return _as(times.own, "document") if times.own is not None else None


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


def _fits(text: str, period: Period, figure: Span, said: bool) -> bool:
    assert period.span is not None
    start = max(0, period.span.start - _BACK)
    if _NOT_WHEN.search(text, start, period.span.start):
        return False
    if period.key.startswith(("weekday:", "now+0:day")) or (
        period.kind == "relative" and period.key.endswith(":day")
    ):
        return not said and cost(text, figure, period.span)[0] < 2
    if period.span.start > figure.end and _THAN.search(text, start, period.span.start):
        return False
    if period.text.startswith("since") and period.span.end <= figure.start:
        return cost(text, figure, period.span)[0] < 3
    return True


def _own(text: str, zoned: Sequence[Block], found: Sequence[Period]) -> Period | None:
    """The period that the headline names, or else the first paragraphs, where they name no other like it."""
    for first, last in ((0, 1), (1, 4)):
        spans = [z.span for z in zoned[first:last]]
        told = [p for p in found if any(p.span and s.contains(p.span) for s in spans) and _measures(text, p)]
        if told:
            keys = {p.key for p in told}
            return _as(told[0], "headline" if first == 0 else "document") if len(keys) == 1 else None
    return None


def _measures(text: str, period: Period) -> bool:
    assert period.span is not None
    lead = text[max(0, period.span.start - _BACK) : period.span.start]
    if period.kind in {"day", "relative", "calendar"} or period.key[-1:] == "/":
        return False
    return not _NOT_WHEN.search(lead) and not _THAN.search(lead)
