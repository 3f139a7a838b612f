"""Periods told relative to now or to another: "last year", "the same period last year".

Their keys say how: "now-1:year" (last year), "then-1:year" (the year before the one spoken
of), "ago:5:year", "past:5:year", "next:5:year", "last:--03" (last March), "same:now-1:year".
`dates_of` turns those that count from now into days.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractor.periods import fragments as f
from extractor.periods.calendar import Point, Stretch, add_months, from_key, month_length
from extractor.periods.fragments import FULL_MONTH, NUMBER, SEASON, UNIT, WEEKDAY, YEAR
from extractor.periods.patterns import Pattern, Read

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
_KEY_NOW = re.compile(r"now([+-]\d+):(\w+)")
_KEY_COUNT = re.compile(r"(ago|past|next):(\d+):(\w+)")
_KEY_NAMED = re.compile(r"(last|this|next):(--[\d-]+)")
_CLAUSE_ENDS = r"(?!\s+(?!(?:when|and|but|to|was|were|had|in|at|by|from|with|as|or|while|because|after|there|it|they|he|she|we)\b)[a-z])"


def _step(m: re.Match[str]) -> Read:
    origin, steps = STEPS[m[1].lower()]
    return Read(m.end(), "relative", None, f"{origin}{steps:+d}:{f.unit(m[2])}")


def _named_step(m: re.Match[str]) -> Read:
    name = m[2].lower()
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
        re.compile(
            r"(?:same\s+(?:\w+\s+)?(?:period|time|months?|quarter|weeks?|point|stage|day|date|half)|this\s+time)"
            r"(?:\s+(?:of|in|during|for))?"
            rf"\s+(last\s+year|(?:the\s+)?previous\s+year|the\s+year\s+before|an?\s+year\s+(?:ago|earlier|before)|{YEAR})\b",
            re.I,
        ),
        _same,
        ("same period last year", "same month a year earlier"),
        "same period of calm",
    ),
    Pattern(
        "so far this year",
        ("so", "this", "year"),
        re.compile(r"(?:so\s+far\s+this\s+year|this\s+year\s+so\s+far|year[-\s]to[-\s]date)\b", re.I),
        lambda m: Read(m.end(), "relative", None, "to-date:year"),
        ("so far this year", "year to date"),
        "so far this morning",
    ),
    Pattern(
        "units counted back or on",
        ("last", "past", "next", "coming", "previous", "following"),
        re.compile(rf"(last|past|next|coming|previous|following)\s+({NUMBER})\s+({UNIT})s?\b", re.I),
        _count,
        ("past five years", "last 12 months"),
        "past five stations",
    ),
    Pattern(
        "past year",
        ("past",),
        re.compile(rf"(past)\s+()({UNIT})\b", re.I),
        _count,
        ("past year", "past decade"),
        "past tense",
    ),
    Pattern(
        "last year",
        tuple(STEPS),
        re.compile(rf"({'|'.join(STEPS)})\s+({UNIT})\b(?![-–]\w)", re.I),
        _step,
        ("last year", "previous financial year"),
        "last resort",
    ),
    Pattern(
        "last March",
        ("last", "this", "next"),
        re.compile(rf"((?i:last|this|next))\s+({FULL_MONTH}|{WEEKDAY}|(?i:{SEASON}))\b"),
        _named_step,
        ("last March", "this summer"),
        "last march",
    ),
    Pattern(
        "units ago",
        COUNT_OPENS,
        re.compile(
            rf"({NUMBER})\s+({UNIT})s?\s+(ago|earlier|previously|later|before{_CLAUSE_ENDS})(?!\w)", re.I
        ),
        _away,
        ("a year earlier", "five years before"),
        "two years before the mast",
    ),
    Pattern(
        "year before",
        ("year", "month", "quarter", "week", "season", "day"),
        re.compile(
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
        re.compile(
            r"year[-\s](?:ago|earlier|before)(?:\s+(?:quarter|period|month|week|figure|level))\b", re.I
        ),
        lambda m: Read(m.end(), "relative", None, "same:then-1:year"),
        ("year-ago quarter", "year-earlier period"),
        "year-long period",
    ),
    Pattern(
        "today",
        ("today", "yesterday", "tomorrow", "tonight"),
        re.compile(r"(?:today|yesterday|tomorrow|tonight)\b(?!['’]s\s+(?:prices|money|terms))", re.I),
        _day,
        ("today", "yesterday"),
        "today's prices",
    ),
    Pattern(
        "weekday",
        tuple(w.lower() for w in f.WORDS["weekdays"]),
        re.compile(rf"({WEEKDAY}|{WEEKDAY.upper()})\b"),
        lambda m: Read(m.end(), "relative", None, f"weekday:{m[1].lower()}"),
        ("Monday", "FRIDAY"),
        "mondays",
    ),
)


def dates_of(key: str, today: date, *, ahead: bool = False) -> Stretch | None:
    """The days of a key that counts from now or lacks its year; None where they are not known.

    A month or day without the year is the last that has begun, a stretch the last that has
    ended; with `ahead` each is the first that has not ended.
    """
    if points := from_key(key):
        return _placed(points[0], points[1], today, ahead)
    if key.startswith("weekday:"):
        return _weekday(key.removeprefix("weekday:"), today)
    if m := _KEY_NOW.fullmatch(key):
        return _stepped(m[2], int(m[1]), today)
    if m := _KEY_NAMED.fullmatch(key):
        return _named_month(m[1], m[2], today)
    if m := _KEY_COUNT.fullmatch(key):
        return _counted(m[1], int(m[2]), m[3], today)
    if key == "to-date:year":
        return Stretch(Point(today.year, 1, 1), _point(today))
    return None


def _point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def _placed(first: Point, last: Point, today: date, ahead: bool) -> Stretch | None:
    for year in (
        (today.year - 1, today.year, today.year + 1)
        if ahead
        else (today.year, today.year - 1, today.year - 2)
    ):
        wraps = (last.month or 12, last.day or 31) < (first.month or 1, first.day or 1)
        placed = Stretch(Point(year, first.month, first.day), Point(year + wraps, last.month, last.day))
        if not (placed.first.is_real() and placed.last is not None and placed.last.is_real()):
            continue
        start, end = placed.start(), placed.end()
        assert start is not None
        assert end is not None
        begun = (start if first == last else end) <= today
        if (end >= today) if ahead else begun:
            return placed
    return None


def _weekday(name: str, today: date) -> Stretch:
    index = [w.lower() for w in f.WORDS["weekdays"]].index(name)
    day = today - timedelta(days=(today.weekday() - index) % 7)
    return Stretch(_point(day), _point(day))


def _stepped(unit: str, steps: int, today: date) -> Stretch | None:
    if unit == "year":
        return _whole(Point(today.year + steps))
    if unit in {"financial", "academic"}:
        opens = 4 if unit == "financial" else 9
        year = today.year - (today.month < opens) + steps
        return Stretch(Point(year, opens), Point(year + 1, opens - 1))
    if unit == "month":
        day = add_months(today.replace(day=1), steps)
        return _whole(Point(day.year, day.month))
    if unit == "quarter":
        day = add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * steps)
        return Stretch(Point(day.year, day.month), Point(day.year, day.month + 2))
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=steps)
        return Stretch(_point(monday), _point(monday + timedelta(days=6)))
    return _whole(_point(today + timedelta(days=steps))) if unit == "day" else None


def _whole(point: Point) -> Stretch:
    return Stretch(point, point)


def _named_month(word: str, key: str, today: date) -> Stretch | None:
    points = from_key(key)
    if points is None or points[0].month is None:
        return None
    month = points[0].month
    year = today.year
    if word == "last":
        year -= month >= today.month
    elif word == "next":
        year += month <= today.month
    return _whole(Point(year, month))


def _counted(way: str, count: int, unit: str, today: date) -> Stretch | None:
    sign = 1 if way == "next" else -1
    there = _away_from(today, unit, sign * count)
    if there is None:
        return None
    if way == "ago":
        return _around(there, unit)
    first, last = sorted((there, today))
    return Stretch(_point(first), _point(last))


def _away_from(today: date, unit: str, count: int) -> date | None:
    months = {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200}.get(unit)
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    try:
        if months is not None:
            return add_months(today, months * count)
        return today + timedelta(days=days * count) if days is not None else None
    except (ValueError, OverflowError):  # "20 centuries ago": before the calendar begins
        return None


def _around(there: date, unit: str) -> Stretch | None:
    """A time so many units ago is known to the unit: "five years ago" is a year, "six days ago" a day."""
    if unit == "year":
        return _whole(Point(there.year))
    if unit == "month":
        return Stretch(
            Point(there.year, there.month, 1),
            Point(there.year, there.month, month_length(there.year, there.month)),
        )
    return _whole(_point(there)) if unit in {"day", "week"} else None
