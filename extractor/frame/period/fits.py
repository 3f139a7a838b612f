"""Whether a time may be that of a figure in its sentence, or tells when something else was."""

from __future__ import annotations

import re

from extractor.frame.nearest import cost
from extractor.frame.period.pace import CHANGES
from extractor.frame.period.scope import (
    BACK,
    NOT_WHEN,
    THAN,
    is_aside,
    is_best_since,
    names_level,
    told_in,
    told_on,
)
from extractor.model import Period, Span

_OPENING = re.compile(r"[“\"‘'(]*(?:[A-Z][a-z]+,?\s+)?(?:(?:the|an?|its|their)\s+)?(?:\w+\s+(?:of|in)\s+)?")
#: Keys of periods that are told by another: "a year earlier", "the same month last year", "a week ago".
COMPARING = ("then-", "same:", "ago:")
#: Keys of periods that are of their figure alone: "in eleven weeks", "a normal winter".
ITS_OWN = ("over:", "normal:")
#: "On A BAD Friday I need 175", "moved 23 games TO Thursday": no day on which anything was counted.
_ANY_DAY = re.compile(r"\b(?:[Aa]n?\s+(?:[a-z]+\s+)?|to\s+)$")
#: "Eased to $2.16 FROM $2.24 last week": the level that a time behind it dates.
_LEVEL_BETWEEN = re.compile(r"\b(?:from|against|than)\s+(?:the\s+)?[£$€₹]?\d[^,.;]*$")
#: Steps up to which a period that follows a figure, or precedes it, is taken for its own.
_FAR_AFTER = 5
_FAR_BEFORE = 6


def fits(text: str, period: Period, figure: Span, sentence: Span) -> bool:
    """False for a date that tells when something else was: an aside, the telling, a bound."""
    assert period.span is not None
    start = max(sentence.start, period.span.start - BACK)
    if NOT_WHEN.search(text, start, period.span.start):
        return False
    steps = cost(text, figure, period.span)[0]
    if _is_beside(text, period, figure, sentence, steps):
        return False
    if period.key.startswith("over:"):
        return steps < 2 and CHANGES.search(text, sentence.start, sentence.end) is not None
    if period.key.startswith("normal:"):
        return steps < 2
    if period.key.startswith(COMPARING) and not _compares(text, period.span, figure, sentence, steps):
        return False
    if _dates_another(text, period, sentence, steps):
        return False
    if period.key.startswith("weekday:") or period.key.endswith(":day"):
        return _is_day_of(text, period.span, figure, sentence, steps)
    if period.span.start >= figure.end:
        if period.key.startswith("now-") and _LEVEL_BETWEEN.search(text, figure.end, period.span.start):
            return False
        return steps < _FAR_AFTER and not THAN.search(text, max(start, figure.end), period.span.start)
    return steps < _FAR_BEFORE or opens_with(text, sentence, period.span)


def _is_day_of(text: str, day: Span, figure: Span, sentence: Span, steps: int) -> bool:
    """True for the day on which something was counted: "in the match on Friday night, 2,310 people"."""
    start = max(sentence.start, day.start - BACK)
    opens = text[day.end : figure.start].strip() in {",", ", when", ", where"}
    # "By Tuesday the airport said all but six had left" is no day of the saying.
    opens |= text.startswith("By ", start) and opens_with(text, sentence, day)
    if _ANY_DAY.search(text, start, day.start):
        return False
    return (opens or steps < 2) and not told_on(text, day, sentence)


def _dates_another(text: str, period: Period, sentence: Span, steps: int) -> bool:
    """True for the time of an aside, of a report, or since which something is the best."""
    assert period.span is not None
    if steps > 1 and is_aside(text[max(sentence.start, period.span.start - 60) : period.span.start]):
        return True
    if period.key.endswith("/"):
        return is_best_since(text, period.span, sentence)
    return period.kind == "month" and told_in(text, period.span, sentence)


def _is_beside(text: str, period: Period, figure: Span, sentence: Span, steps: int) -> bool:
    """True for the "now" of another clause, and the month of a known level: "its JANUARY average"."""
    assert period.span is not None
    if period.key == "now":
        return steps > 1 and not opens_with(text, sentence, period.span)
    return names_level(text, period.span.end) and (period.span.start >= figure.end or steps > 1)


def _compares(text: str, period: Span, figure: Span, sentence: Span, steps: int) -> bool:
    """True for the level that a "year earlier" dates, not for the figures around it.

    "$8 below the $386 of A WEEK AGO" dates the $386, "up from 3 THE YEAR BEFORE, and took 72" the 3.
    """
    if period.start >= figure.end:
        return re.search(r"[\d;]", text[figure.end : period.start]) is None
    then = re.match(r",?\s+when\b", text[period.end : figure.start]) is not None
    return then or steps < 3 or opens_with(text, sentence, period)


def opens_with(text: str, sentence: Span, period: Span) -> bool:
    return _OPENING.fullmatch(text, sentence.start, period.start) is not None
