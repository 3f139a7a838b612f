"""Parts of longer periods, and periods by another name: "first week of July", "the rest of the year".

Their keys say how where no days follow: "first:week/--07", "rest:now+0:year", "week:--05-03",
"q3:now+0:year"; "now-1:--03" is March of last year.
"""

from __future__ import annotations

import re
from datetime import timedelta

from extractor.periods import fragments as f
from extractor.periods import readings as r
from extractor.periods.calendar import Point, Stretch
from extractor.periods.decades import DECADES, ENDS_THERE
from extractor.periods.fragments import DAY, MONTH, SEASON, SHORT_MONTH, UNIT, YEAR
from extractor.periods.patterns import MONTH_OPENS, SHORT_OPENS, Pattern
from extractor.periods.readings import Read
from extractor.regexes import Regex

_STEP = {"last": -1, "this": 0, "the": 0, "next": 1, "my": 0, "our": 0, "his": 0, "her": 0, "their": 0}
_STEPS = "(?:last|this|next)"
_ORDINAL = r"(first|second|third|fourth|fifth|last|final)"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_SHORT_LEAD = Regex(
    r"\b(?:in|since|until|by|of|early|late|mid|from|during|before|after|through|and|to)[ -]$", re.IGNORECASE
)
_DURING_THE = Regex(
    r"\b(?:in|over|at|during|throughout|by|until|since|for|of|through)\s+the\s+$", re.IGNORECASE
)
_SMALL_MONTH = f.either([m.lower() for m in f.WORDS["months"] if m != "May"])


def _month_of_year(m: re.Match[str]) -> Read:
    return r.named(m, "relative", f"now{_STEP[m[2].lower()]:+d}:--{f.month(m[1]):02}")


def _quarter_of_year(m: re.Match[str]) -> Read:
    which, step = (m[1], m[2]) if m[1].lower() in _QUARTERS else (m[2], m[1])
    return r.named(m, "quarter", f"q{_QUARTERS[which.lower()]}:now{_STEP[step.lower()]:+d}:year")


def _unit_within(m: re.Match[str]) -> Read:
    whole = Point(f.year(m[4] or m[5]), f.month(m[3]) if m[3] else None).key() if m[3] or m[5] else ""
    if not whole:
        whole = f"now{_STEP[m[6].lower()]:+d}:{m[7].lower()}"
    return r.named(m, "span", f"{m[1].lower()}:{m[2].lower()}/{whole}")


def _week_of(m: re.Match[str]) -> Read | None:
    """ "The week of 3 May": with a year it is the seven days from there."""
    first = Point(f.year(m[5]), f.month(m[2] or m[3]), f.day(m[1] or m[4]))
    start = first.start() if first.is_real() else None
    if start is None:
        return r.named(m, "span", f"week:{first.key()}") if first.is_real() else None
    end = start + timedelta(days=6)
    ends = Stretch(first, Point(end.year, end.month, end.day))
    return Read(m.end(), "span", ends, ends.key())


def _rest(m: re.Match[str]) -> Read:
    if m[3]:
        return r.named(m, "span", f"rest:{m[3]}")
    return r.named(m, "relative", f"rest:now{_STEP[m[1].lower()]:+d}:{f.unit(m[2])}")


def _after_next(m: re.Match[str]) -> Read:
    word = m[0].lower()
    steps = -2 if word.endswith("yesterday") else 2
    return r.named(m, "relative", f"now{steps:+d}:{f.unit(m[1])}")


def _ahead(m: re.Match[str]) -> Read:
    return r.named(m, "relative", f"on:{f.number(m[1])}:{f.unit(m[2])}")


WITHIN = (
    Pattern(
        "month and year, in short",
        SHORT_OPENS,
        Regex(r"(0?[1-9]|1[0-2])[/-]((?:19|20)\d\d)(?![\d/.-])"),
        lambda m: r.stretch(m, "month", Point(int(m[2]), int(m[1]))),
        ("3/2015", "11/2016"),
        "13/2015",
    ),
    Pattern(
        "month of another year",
        MONTH_OPENS,
        Regex(rf"({MONTH})\s+(?:of\s+)?({_STEPS})\s+year\b", re.IGNORECASE),
        _month_of_year,
        ("March last year", "Oct. of this year"),
        "March last week",
    ),
    Pattern(
        "month in small letters, and year",
        MONTH_OPENS,
        Regex(rf"({_SMALL_MONTH})\s+({YEAR})(?!\d|[,.]\d|\s?%)"),
        lambda m: r.stretch(m, "month", Point(int(m[2]), f.month(m[1]))),
        ("june 2016", "april 2017"),
        "may 2017",
    ),
    Pattern(
        "month of",
        ("month",),
        Regex(rf"month\s+of\s+({MONTH})(?:,?\s+({YEAR})\b)?", re.IGNORECASE),
        lambda m: r.stretch(m, "month", Point(f.year(m[2]), f.month(m[1]))),
        ("month of May", "month of Jan. 2019"),
        "month of mayhem",
    ),
    Pattern(
        "part of a month or year",
        ("first", "second", "third", "fourth", "fifth", "last", "final"),
        Regex(
            rf"{_ORDINAL}\s+(week|weekend|fortnight|day)\s+(?:(?:of|in)\s+)?"
            rf"(?:({MONTH}|{_SMALL_MONTH}\b)(?:,?\s+({YEAR})\b)?|({YEAR})\b|(the|this|last|next)\s+(month|year)\b)",
            re.IGNORECASE,
        ),
        _unit_within,
        ("first week of July", "third week of this month"),
        "first week of term",
    ),
    Pattern(
        "week from a day",
        ("week", "w"),
        Regex(
            r"(?:week\s+(?:of|commencing|beginning|starting)|w/c)\s+(?:on\s+)?(?:the\s+)?"
            rf"(?:({DAY})(?:\s+of)?\s+({MONTH})|({MONTH})[\s.]+({DAY})\b)(?:,?\s+({YEAR})\b)?",
            re.IGNORECASE,
        ),
        _week_of,
        ("week commencing 4 February", "week of November 30th"),
        "week of 4 concerts",
    ),
    Pattern(
        "week of a day without its month",
        ("week",),
        Regex(r"week\s+(?:of|commencing|beginning|starting)\s+the\s+(\d\d?)(?:st|nd|rd|th)\b"),
        lambda m: r.named(m, "span", f"week:{f.day(m[1])}"),
        ("week of the 18th", "week beginning the 3rd"),
        "week of the 18 concerts",
    ),
    Pattern(
        "rest of a period",
        ("rest", "remainder"),
        Regex(
            rf"(?:rest|remainder)\s+of\s+(?:(the|this|my|our|his|her|their|next)\s+({UNIT})\b|({YEAR})\b)",
            re.IGNORECASE,
        ),
        _rest,
        ("rest of the year", "remainder of 2019"),
        "rest of the team",
    ),
    Pattern(
        "later or earlier in this period",
        ("later", "earlier"),
        Regex(rf"(?:later|earlier)\s+(?:this|in\s+the)\s+({UNIT})\b(?![-–]\w)", re.IGNORECASE),
        lambda m: r.named(m, "relative", f"now+0:{f.unit(m[1])}"),
        ("later this month", "earlier in the year"),
        "later in the hall",
    ),
    Pattern(
        "a few units back or on",
        ("last", "past", "next", "coming", "previous", "following"),
        Regex(
            rf"(last|past|next|coming|previous|following)\s+(few|several|couple\s+of)\s+({UNIT})s\b",
            re.IGNORECASE,
        ),
        lambda m: r.named(m, "relative", f"{m[1].lower()}:few:{f.unit(m[3])}"),
        ("past few weeks", "next couple of years"),
        "past few stations",
    ),
    Pattern(
        "quarter of this or another year",
        ("first", "second", "third", "fourth", "final"),
        Regex(
            rf"(first|second|third|fourth|final)(?:\s|-\s?)quarter\s+(?:of\s+)?({_STEPS})\s+year\b",
            re.IGNORECASE,
        ),
        _quarter_of_year,
        ("third quarter this year", "first quarter of last year"),
        "third quarter this week",
    ),
    Pattern(
        "a year's quarter",
        ("last", "this", "next"),
        Regex(rf"({_STEPS})\s+year['’]s\s+(first|second|third|fourth|final)[-\s]quarter\b", re.IGNORECASE),
        _quarter_of_year,
        ("next year's third-quarter", "last year's first quarter"),
        "last year's quarter",
    ),
    *DECADES,
    Pattern(
        "month, in short",
        MONTH_OPENS,
        Regex(rf"({SHORT_MONTH})\b(?:\.|(?!\.))(?![-\w'’]|\s+[A-Z\d])"),
        lambda m: r.stretch(m, "month", Point(None, f.month(m[1]))),
        ("in Jan", "since Sept."),
        "with Jan",
        _SHORT_LEAD,
    ),
    Pattern(
        "the season or weekend",
        (*f.WORDS["seasons"], "weekend"),
        Regex(rf"(?:{SEASON}{ENDS_THERE}|weekend\b(?![-–'’]\w))", re.IGNORECASE),
        lambda m: r.named(m, "relative", m[0].lower()),
        ("over the weekend", "in the summer"),
        "the weekend",
        _DURING_THE,
    ),
    Pattern(
        "term by its number",
        ("term",),
        Regex(r"term\s+(one|two|three|four|[1-4])\b(?!\s+(?:of|in)\b)", re.IGNORECASE),
        lambda m: r.named(m, "span", f"term:{m[1].lower()}"),
        ("term three", "Term 2"),
        "term of two years",
    ),
    Pattern(
        "after next",
        ("week", "month", "year", "day"),
        Regex(r"(week|month|year|day)\s+(?:after\s+(?:next|tomorrow)|before\s+yesterday)\b", re.IGNORECASE),
        _after_next,
        ("week after next", "day before yesterday"),
        "week after the vote",
    ),
    Pattern(
        "units ahead",
        (f.SHORT_DIGITS, *f.WORDS["numbers"]),
        Regex(
            rf"({f.NUMBER})\s+({UNIT})s?\s+(?:from\s+(?:now|today)|hence|in\s+the\s+future)\b", re.IGNORECASE
        ),
        _ahead,
        ("two weeks from now", "4 days hence"),
        "two weeks from Leeds",
    ),
)
