"""Periods told relative to now or to another: "last year", "the same period last year".

Their keys say how: "now-1:year" (last year), "then-1:year" (the year before the one spoken
of), "ago:5:year", "past:5:year", "next:5:year", "last:--03" (last March), "same:now-1:year".
`dating.dates_of` turns those that count from now into days.
"""

from __future__ import annotations

import re

from extractor.periods import fragments as f
from extractor.periods.fragments import FULL_MONTH, NUMBER, SEASON, SHORT_MONTH, UNIT, WEEKDAY, YEAR
from extractor.periods.patterns import Pattern
from extractor.periods.readings import Read
from extractor.regexes import Regex

#: Printed word → what its key counts from, and how many units on.
STEPS = {
    "last": ("now", -1),
    "latest": ("now", -1),
    "this": ("now", 0),
    "current": ("now", 0),
    "present": ("now", 0),
    "next": ("now", 1),
    "coming": ("now", 1),
    "previous": ("then", -1),
    "preceding": ("then", -1),
    "following": ("then", 1),
    "same": ("then", 0),
    "that": ("then", 0),
}
#: "The year before" stands for a year unless the clause goes on with what it was before.
_CLAUSE_ENDS = (
    r"(?!\s+(?!(?:when|and|but|to|was|were|had|in|at|by|from|with|as|or|while|because|after"
    r"|there|it|they|he|she|we)\b)[a-z])"
)


#: Months whose names are no other words, which texts in small letters print.
_SMALL_MONTH = f.either([m.lower() for m in f.WORDS["months"] if m not in ("March", "May", "August")])


#: "This FALL, ..."; "this fall in prices" is none.
_FALL = r"fall\b(?=\s*[,.;:)\n”\"]|\s*$|\s+(?:and|when|after|because|it|they|he|she|we|the\s+(?!\w+est\b))\b)"


def _step(m: re.Match[str]) -> Read:
    origin, steps = STEPS[m[1].lower()]
    return Read(m.end(), "relative", None, f"{origin}{steps:+d}:{f.unit(m[2])}")


def _named_step(m: re.Match[str]) -> Read:
    name = m[2].lower().rstrip(".")
    name = "autumn" if name == "fall" else name
    key = f"--{f.MONTH_NUMBER[name]:02}" if name in f.MONTH_NUMBER else name
    return Read(m.end(), "relative", None, f"{m[1].lower()}:{key}")


def _count(m: re.Match[str]) -> Read:
    way = "next" if m[1].lower() in {"next", "coming", "following"} else "past"
    how_many = f.number(m[2]) if m[2] else 1
    return Read(m.end(), "relative", None, f"{way}:{how_many}:{f.unit(m[3])}")


def _away(m: re.Match[str]) -> Read:
    count, what, word = f.number(m[1]), f.unit(m[2]), m[3].lower()
    if word == "ago":
        return Read(m.end(), "relative", None, f"ago:{count}:{what}")
    steps = count if word in {"later", "on"} else -count
    return Read(m.end(), "relative", None, f"then{steps:+d}:{what}")


def _before(m: re.Match[str]) -> Read:
    if m[2].lower().endswith("last"):
        return Read(m.end(), "relative", None, f"now-2:{f.unit(m[1])}")
    return Read(m.end(), "relative", None, f"then-1:{f.unit(m[1])}")


def _same(m: re.Match[str]) -> Read:
    said = m[1].lower()
    if said[:4].isdigit():
        return Read(m.end(), "relative", None, f"same:{said}")
    key = "now-1:year" if "last" in said else "ago:1:year" if "ago" in said else "then-1:year"
    return Read(m.end(), "relative", None, f"same:{key}")


def _day(m: re.Match[str]) -> Read:
    word = m[0].lower()
    steps = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return Read(m.end(), "relative", None, f"now{steps:+d}:day")


COUNT_OPENS = (f.SHORT_DIGITS, *f.WORDS["numbers"])

RELATIVE = (
    Pattern(
        "same period of another year",
        ("same", "this"),
        Regex(
            r"(?:same\s+(?:\w+\s+)?(?:period|time|months?|quarter|weeks?|point|stage|day|date|half|season|term|semester)|this\s+time)"
            r"(?:\s+(?:of|in|during|for))?"
            rf"\s+(last\s+year|(?:the\s+)?previous\s+year|the\s+year\s+before|an?\s+year\s+(?:ago|earlier|before)|{YEAR})\b",
            re.I,
        ),
        _same,
        ("same period last year", "same month a year earlier"),
        "same period of calm",
    ),
    Pattern(
        "same period again",
        ("same",),
        Regex(
            r"same\s+(?:(?:\w+\s+)?(?:months|weeks|days|years|seasons)|period|time|stretch|spell|session|term)\b"
            r"(?!\s+(?:of|in|last|the)\b)",
            re.I,
        ),
        lambda m: Read(m.end(), "relative", None, f"then+0:{m[0].split()[-1].lower().rstrip('s')}"),
        ("same months", "same period"),
        "same period of calm",
    ),
    Pattern(
        "all year",
        ("all",),
        Regex(
            r"all\s+(year|season|month|week|term|summer|winter|autumn|spring)\b(?!\s+(?:groups?|round)\b|-)",
            re.I,
        ),
        lambda m: Read(m.end(), "relative", None, f"then+0:{m[1].lower()}"),
        ("all year", "all season"),
        "all year groups",
    ),
    Pattern(
        "so far this year",
        ("so", "this", "year"),
        Regex(r"(?:so\s+far\s+this\s+year|this\s+year\s+so\s+far|year[-\s]to[-\s]date)\b", re.I),
        lambda m: Read(m.end(), "relative", None, "to-date:year"),
        ("so far this year", "year to date"),
        "so far this morning",
    ),
    Pattern(
        "units counted back or on",
        ("last", "past", "next", "coming", "previous", "following"),
        Regex(rf"(last|past|next|coming|previous|following)\s+({NUMBER})\s+({UNIT})s?\b", re.I),
        _count,
        ("past five years", "last 12 months"),
        "past five stations",
    ),
    Pattern(
        "past year",
        ("past",),
        Regex(rf"(past)\s+()({UNIT})\b", re.I),
        _count,
        ("past year", "past decade"),
        "past tense",
    ),
    Pattern(
        "last year",
        tuple(STEPS),
        Regex(rf"({'|'.join(STEPS)})\s+({UNIT})\b(?![-–]\w)", re.I),
        _step,
        ("last year", "previous financial year"),
        "last resort",
    ),
    Pattern(
        "last March",
        ("last", "this", "next"),
        Regex(
            rf"((?i:last|this|next))\s+((?:{FULL_MONTH}|{WEEKDAY}|{_SMALL_MONTH}|(?i:{SEASON}))\b|{_FALL}"
            rf"|{SHORT_MONTH}\b(?:\.|(?!\.))(?!\s+\d))"
        ),
        _named_step,
        ("last March", "this summer"),
        "last march",
    ),
    Pattern(
        "units ago",
        COUNT_OPENS,
        Regex(rf"({NUMBER})\s+({UNIT})s?\s+(ago|earlier|previously|later|before{_CLAUSE_ENDS})(?!\w)", re.I),
        _away,
        ("a year earlier", "five years before"),
        "two years before the mast",
    ),
    Pattern(
        "year before",
        ("year", "month", "quarter", "week", "season", "day"),
        Regex(
            rf"(year|month|quarter|week|season|day)\s+(before\s+last|earlier|before{_CLAUSE_ENDS})(?!\w)",
            re.I,
        ),
        _before,
        ("year before", "year before last"),
        "year before the vote",
    ),
    Pattern(
        "year-ago",
        ("year",),
        Regex(r"year[-\s](?:ago|earlier|before)(?:\s+(?:quarter|period|month|week|figure|level))\b", re.I),
        lambda m: Read(m.end(), "relative", None, "same:then-1:year"),
        ("year-ago quarter", "year-earlier period"),
        "year-long period",
    ),
    Pattern(
        "full year",
        ("full",),
        Regex(r"full[-\s]year\b(?!\s+(?:of|abroad|ahead|old|later|earlier|before|after)\b)", re.I),
        lambda m: Read(m.end(), "relative", None, "whole:year"),
        ("full-year", "full year"),
        "full year of school",
    ),
    Pattern(
        "half-year of results",
        ("first", "second"),
        Regex(
            r"(first|second)-half\b(?!\s+(?:\w+\s+)?(?:goals?|try|tries|lead|penalty|header|strike|points?|display"
            r"|performance|whistle|substitute|injury|of)\b)",
            re.I,
        ),
        lambda m: Read(m.end(), "relative", None, f"half:{m[1].lower()}"),
        ("first-half", "second-half"),
        "first-half goal",
    ),
    Pattern(
        "today",
        ("today", "yesterday", "tomorrow", "tonight"),
        Regex(r"(?:today|yesterday|tomorrow|tonight)\b(?!['’]s\s+(?:prices|money|terms))", re.I),
        _day,
        ("today", "yesterday"),
        "today's prices",
    ),
    Pattern(
        "weekday",
        tuple(w.lower() for w in f.WORDS["weekdays"]),
        Regex(rf"({WEEKDAY}|{WEEKDAY.upper()})\b(?:\s+(?:night|morning|afternoon|evening)\b)?"),
        lambda m: Read(m.end(), "relative", None, f"weekday:{m[1].lower()}"),
        ("Monday night", "FRIDAY"),
        "mondays",
    ),
)
