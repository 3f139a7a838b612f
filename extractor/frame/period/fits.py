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
from extractor.regexes import Regex

_OPENING = Regex(r"[“\"‘'(]*(?:[A-Z][a-z]+,?\s+)?(?:(?:the|an?|its|their)\s+)?(?:\w+\s+(?:of|in)\s+)?")
#: Keys of periods that are told by another: "a year earlier", "the same month last year", "a week ago".
COMPARING = ("then-", "same:", "ago:")
#: Keys of periods that are of their figure alone: "in eleven weeks", "a normal winter".
ITS_OWN = ("over:", "normal:", "before:")
#: "On A BAD Friday I need 175", "moved 23 games TO Thursday": no day on which anything was counted.
_ANY_DAY = Regex(r"\b(?:[Aa]n?\s+(?:[a-z]+\s+)?|to\s+)$")
#: "Eased to $2.16 FROM $2.24 last week": the level that a time behind it dates.
_LEVEL_BETWEEN = Regex(r"\b(?:from|against|than)\s+(?:the\s+)?[£$€₹]?\d[^,.;]*$")
_NUMBER = (
    r"(?:[£$€₹]?\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half"
    r"|a\s+(?:third|quarter|fifth))"
)
#: Between a figure and the time of the level behind it: "AGAINST FOUR per cent in"; a comma ends the level.
_THEN_LEVEL = Regex(
    rf"\b(?:against|compared\s+(?:with|to)|than|versus)\s+(?:[\w'’]+\s+){{0,3}}?{_NUMBER}\b[^,;.]*$"
)
#: Before the time of a level, of the figure behind that: "up FROM 264 in 2022, a rise of".
_LEVEL_FIRST = Regex(
    rf"\b(?:against|compared\s+(?:with|to)|than|versus|from|below|above)\s+(?:the\s+|just\s+|only\s+)?{_NUMBER}(?:\s+[\w%]+){{0,3}}?\s+(?:of|in|on|for|during)\s+(?:the\s+)?$"
)
_OPENING_FROM = Regex(r"[“\"]?From\b")
#: "January'S €120", "Wednesday'S close".
_WHOSE = Regex(
    r"['’]s\s+(?:[a-z]+\s+)?(?:[£$€₹]?\d|(?:close|level|high|low|average|total|figure|price|rate|record|tally|count)\b)"
)
_HELD_AGAINST = Regex(r"\b(?:on|below|above|over|than|from|against|short\s+of)\s+(?:the\s+)?$")
#: Characters between a figure and the stretch that it took, "45 millimetres IN TWO HOURS".
_CLOSE = 25
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
    if _is_of_level(text, period.span, figure, sentence) or _is_beside(text, period, figure, sentence, steps):
        return False
    if period.key.startswith(ITS_OWN):
        return steps < 2 and (
            not period.key.startswith("over:") or _took(text, period.span, figure, sentence)
        )
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


def _took(text: str, period: Span, figure: Span, sentence: Span) -> bool:
    """True for what came about in a stretch: "rose by 72 percent in ELEVEN WEEKS"."""
    close = (
        0 <= period.start - figure.end < _CLOSE
        and re.search(r"[,;:(]", text[figure.end : period.start]) is None
    )
    share = figure.of(text).endswith(("%", "cent", "pc"))
    return (close and not share) or CHANGES.search(text, sentence.start, sentence.end) is not None


def _is_of_level(text: str, period: Span, figure: Span, sentence: Span) -> bool:
    """True for the time of a level that the figure is held against: "11, against four in MAY 2023"."""
    if period.start >= figure.end:
        between = text[figure.end : period.start]
        whose = _WHOSE.match(text, period.end) is not None and _HELD_AGAINST.search(between) is not None
        return whose or _THEN_LEVEL.search(between) is not None
    before = _LEVEL_FIRST.search(text, max(sentence.start, period.start - 60), period.start)
    return before is not None and _OPENING_FROM.match(text, sentence.start) is None


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
