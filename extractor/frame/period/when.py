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

from extractor.frame.datelines import after_dateline
from extractor.frame.nearest import Near, cost, nearest
from extractor.frame.period.derived import is_derived, stands_on
from extractor.frame.period.fits import COMPARING, ITS_OWN, fits, opens_with
from extractor.frame.period.lead import is_length
from extractor.frame.period.pace import frequency
from extractor.frame.period.scope import (
    AHEAD,
    BACK,
    bounds,
    is_ahead,
    own_period,
    told_on,
)
from extractor.frame.period.words import told_times
from extractor.frame.sentences import Sentence, zones
from extractor.frame.speaker.sayers import words
from extractor.model import Document, Figure, FigureKind, Found, Period, PeriodKind, Span
from extractor.periods import find_periods, resolve
from extractor.regexes import Regex

_EACH_ONE = Regex(r"\s+(?:an?|per|each|every)\s+\w+|\s+each\b")
_FROM = Regex(r"\bfrom\s+(?:the\s+|just\s+|only\s+)?$")
#: What comes before the time at which something was found or said.
_FOUND = Regex(rf"\b(?:found|showed|calculated|{'|'.join(sorted(words('strict')))})\s+(?:in\s+|on\s+)?$")
_SINCE = Regex(r"\bsince\s+(?:the\s+)?$")
#: What before a figure makes it the level that something is compared with: "from £404m", "(£1.80bn)".
_COMPARED = Regex(
    r"\b(?:from|against|compared\s+(?:with|to)|than)\s+(?:the\s+|just\s+|only\s+)?$|had\s+been\s+$"
)
_LEVEL_BEFORE = Regex(r"\bfrom\s+(?:the\s+|just\s+|only\s+)?$|had\s+been\s+$")
#: Kinds whose figures have no period of their own: a person is 63, a wait is two years.
TIMELESS: frozenset[FigureKind] = frozenset({"age", "duration"})
_CARRIED: frozenset[PeriodKind] = frozenset({"financial", "academic", "span", "quarter", "month", "calendar"})


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
    #: True for what a poll found that people think: "a survey last month found that 58 per cent OPPOSE it".
    polled: bool = False


#: Keys of periods that are the one told before: "the same months", "over the year".
AGAIN = "then+0"


def times_of(document: Document, published: date | None) -> Times:
    """Every period of a document, dated where the day of publication is known, and the document's own."""
    zoned = zones(document)
    found = tuple(p for z in zoned for p in _in_zone(document.text, z.span, published))
    own = own_period(document.text, zoned, found)
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


def period_of(
    times: Times, sentence: Sentence, figure: Figure, earlier: Sequence[Earlier], *, today: bool
) -> Period | None:
    """When a figure holds; `earlier` are the figures before it in its paragraph, the nearest first.

    `today` is true for a figure whose verb speaks of now or of what is to come.
    """
    span = figure.span
    each = frequency(times.text, sentence.span, span)
    if each is not None:
        return each
    inside = times.within(after_dateline(times.text, sentence.span.start), sentence.span.end)
    fitting = [
        Near(p.span, p) for p in inside if p.span is not None and fits(times.text, p, span, sentence.span)
    ]
    best = _set_apart(times.text, sentence.span, fitting, nearest(times.text, span, fitting))
    if figure.kind in TIMELESS or is_length(times.text, figure):
        # "On Saturday I queued for 25 minutes"
        own = best is not None and (
            _begins(times.text, sentence.span, best, span) or _touches(times.text, span, best)
        )
        return _as(best, "sentence") if best is not None and own else None
    lead = times.text[max(sentence.span.start, span.start - BACK) : span.start]
    if lead.endswith("(") and best is None and _in_brackets(times.text, span, earlier):
        return _as(times.compared, "document") if times.compared is not None else None
    if _FROM.search(lead) and (best is None or not _touches(times.text, span, best)):
        began = _began(times, inside, span)
        if began is not None:
            return began
    # "On the first of March there had been 13,500" says when.
    opened = best is not None and best.span is not None and opens_with(times.text, sentence.span, best.span)
    told = best is not None and (_touches(times.text, span, best) or (opened and "been" in lead))
    if _COMPARED.search(lead) and not told:
        return _as(times.compared, "document") if times.compared is not None else None
    if best is not None and not best.key.startswith(AGAIN):
        return _as(best, "sentence")
    carried = _worked_out(times, sentence, figure, earlier)
    carried = carried or _carried(times, sentence, figure, earlier, today=today)
    if best is None:
        return carried
    # "Idaho found 27 OVER THE SAME MONTHS": the words are its own, the time is that of before.
    return replace(carried or best, span=best.span, text=best.text, found="sentence")


def _set_apart(
    text: str, sentence: Span, fitting: Sequence[Near[Period]], best: Period | None
) -> Period | None:
    """The time before a comma, not when it was said: "THIS DECADE, a study found last month, 40"."""
    if best is None or best.span is None or not _FOUND.search(text, sentence.start, best.span.start):
        return best
    first = next((n for n in fitting if n.span.end < best.span.start), None)
    return first.value if first is not None and text.startswith(",", first.span.end) else best


def _begins(text: str, sentence: Span, period: Period, figure: Span) -> bool:
    """True for a time that opens the sentence of a figure behind it, which is compared with nothing."""
    assert period.span is not None
    lead = text[max(sentence.start, figure.start - BACK) : figure.start]
    behind = period.span.end <= figure.start and period.key != "now" and not _COMPARED.search(lead)
    return behind and opens_with(text, sentence, period.span)


def _in_brackets(text: str, figure: Span, earlier: Sequence[Earlier]) -> bool:
    """True for the figure of the year before in "Sales advanced to £1.90bn (£1.80bn)"."""
    last = next(iter(earlier), None)
    beside = last is not None and text[last.figure.span.end : figure.start].strip() == "("
    return (
        beside
        and text[figure.end : figure.end + 1] == ")"
        and last is not None
        and last.figure.kind == "money"
    )


def _began(times: Times, inside: Sequence[Period], figure: Span) -> Period | None:
    """The year in which a movement began: "crept up FROM 24.1 to 24.8 SINCE 2022"."""
    for period in inside:
        if period.span is None or period.span.start < figure.end:
            continue
        start = max(figure.end, period.span.start - BACK)
        words = period.text.lower().startswith("since") or _SINCE.search(times.text, start, period.span.start)
        if words and not re.search(r"[.;]", times.text[figure.end : period.span.start].replace(".", "", 1)):
            return _as(replace(period, key=period.key.removesuffix("/")), "sentence")
    return None


def _carried(
    times: Times, sentence: Sentence, figure: Figure, earlier: Sequence[Earlier], *, today: bool
) -> Period | None:
    """The period of a figure before, in its sentence or paragraph, or else the document's."""
    # "Who sold up in June after 26 years" says nothing of the next figure.
    for before in (e for e in earlier if e.figure.kind not in TIMELESS):
        period = before.period
        here = sentence.span.contains(before.figure.span)
        # "160 have joined since January, and 74 have left"
        since = here and period is not None and period.key.endswith("/")
        if period is None:
            continue
        if period.found in ("document", "headline"):
            return times.own
        if before.compared or not (since or _goes_on(times.text, period, figure)):
            continue
        if here:
            return period
        if is_ahead(times.text, period):
            continue  # "will get water by March" says nothing of the next sentence
        if _is_past(period, times.own) and not before.polled and today:
            continue  # "In 2014 the share was 19%. There ARE 4,600 turbines."
        if period.key.startswith("weekday") or period.key.endswith(":day"):
            continue
        if period.kind in _CARRIED or period.key.startswith(("now", "per:")):
            return _as(period, "paragraph")
    return (None if today else _topic(times, sentence)) or times.own


def _worked_out(
    times: Times, sentence: Sentence, figure: Figure, earlier: Sequence[Earlier]
) -> Period | None:
    """The period of the figure that this one is worked out of, or is a part of: "OF THESE, 860 had none"."""
    if not is_derived(times.text, sentence.span, figure.span):
        return None
    told = (e for e in earlier if e.figure.kind not in TIMELESS and not e.compared)
    before = next(told, None)
    if before is None or before.period is None or before.period.key.startswith(("per:", *ITS_OWN)):
        return None
    if stands_on(times.text, before.figure.span):
        return None
    if before.period.found in ("document", "headline"):
        return times.own
    here = sentence.span.contains(before.figure.span)
    return before.period if here else _as(before.period, "paragraph")


def _topic(times: Times, sentence: Sentence) -> Period | None:
    """The one time that the paragraph has told: "We looked in LAST SATURDAY. Forty chairs were booked"."""
    before = Span(sentence.block.span.start, max(sentence.block.span.start, sentence.span.start))
    told = [p for p in times.within(before.start, before.end) if _sets_time(times.text, p, before)]
    if not told or len({p.key for p in told}) > 1:
        return None
    return _as(told[-1], "paragraph")


def _sets_time(text: str, period: Period, before: Span) -> bool:
    """True for a time in which the story moves on, not one that bounds, compares or dates what was said."""
    assert period.span is not None
    lead = text[max(before.start, period.span.start - 60) : period.span.start]
    if period.key.startswith(("per:", "now", *ITS_OWN, *COMPARING)) and not period.key.startswith(
        ("now-", "now+")
    ):
        return False
    return (
        not (bounds(lead) or AHEAD.search(lead))
        and not period.key.endswith("/")
        and not told_on(text, period.span, before)
    )


def _is_past(period: Period, own: Period | None) -> bool:
    """True for a period other than the text's own that is over: "in 2014", "last year"."""
    other = own is None or own.key != period.key
    return other and not period.key.startswith(("now+", "per:")) and period.key != "now"


def _goes_on(text: str, period: Period, figure: Figure) -> bool:
    """False for periods of their figure alone: what it is compared with, a rate of something else."""
    if period.key.startswith(("then", "same", "ago", "now")) and not period.key.startswith("now+"):
        return period.key.startswith("now-")
    if period.key.endswith("/") or period.key.startswith(ITS_OWN):
        return False
    if period.key.startswith("per:"):
        return figure.kind == "money" and _EACH_ONE.match(text, figure.span.end) is None
    return True


def is_compared(text: str, sentence: Span, figure: Span) -> bool:
    """True if the figure is the level that another is compared with, which has a period of its own."""
    return _COMPARED.search(text, max(sentence.start, figure.start - BACK), figure.start) is not None


def was_level(text: str, sentence: Span, figure: Span) -> bool:
    """True for the level of another time, "FROM 24", "it HAD BEEN 30", not of another group ("against 8")."""
    return _LEVEL_BEFORE.search(text, max(sentence.start, figure.start - BACK), figure.start) is not None


def _touches(text: str, figure: Span, period: Period) -> bool:
    return (
        period.span is not None and period.span.start >= figure.end and cost(text, figure, period.span)[0] < 2
    )


def _as(period: Period, found: Found) -> Period:
    return replace(period, found=found)


def _in_zone(text: str, zone: Span, published: date | None) -> list[Period]:
    found = list(told_times(text, zone))
    for period in find_periods(text[zone.start : zone.end]):
        assert period.span is not None
        span = Span(zone.start + period.span.start, zone.start + period.span.end)
        ahead = AHEAD.search(text, max(zone.start, span.start - BACK), span.start) is not None
        found.append(replace(resolve(period, published, ahead=ahead), span=span))
    return sorted(found, key=_start)
