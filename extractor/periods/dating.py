"""The days that a relative or undated key stands for, seen from a day of publication."""

from __future__ import annotations

from datetime import date, timedelta

from extractor.periods import fragments as f
from extractor.periods.calendar import Point, Stretch, add_months, from_key, month_length
from extractor.regexes import Regex

_KEY_NOW = Regex(r"now([+-]\d+):(\w+)")
_KEY_MONTH = Regex(r"now([+-]\d+):--(\d\d)")
_KEY_COUNT = Regex(r"(ago|past|next):(\d+):(\w+)")
_KEY_NAMED = Regex(r"(last|this|next):(--[\d-]+)")


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
    if m := _KEY_MONTH.fullmatch(key):
        return _whole(Point(today.year + int(m[1]), int(m[2])))
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
