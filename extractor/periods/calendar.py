"""Days, months and years that may lack their year, and the keys under which equal periods meet.

Keys of dated periods are the shortest that name the days: "2019", "2019-03", "2019-03-12",
"2018/2020", "2018-04/2019-03", "2019-03-03/2019-03-09", "2010/" (open). A part without its year
starts with two hyphens, as in ISO 8601: "--03", "--03-31", "--06/--09".
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractor.regexes import Regex

_KEY_POINT = Regex(r"--(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, a month or a day as printed; what the print leaves out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def is_real(self) -> bool:
        """False for a day that no month has, such as 31 June."""
        if self.day is None or self.month is None:
            return True
        longest = month_length(self.year if self.year is not None else 2000, self.month)
        return 1 <= self.day <= longest

    def start(self) -> date | None:
        """The first day that it covers; None without a year."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    def end(self) -> date | None:
        """The last day that it covers; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or month_length(self.year, month))

    def last_day(self) -> Point:
        """Its last day as a point of its own: "the end of March" is 31 March."""
        if self.day is not None or (self.month is None and self.year is None):
            return self
        month = self.month or 12
        return Point(self.year, month, month_length(self.year if self.year is not None else 2001, month))

    def first_day(self) -> Point:
        """Its first day as a point of its own."""
        return self if self.day is not None else Point(self.year, self.month or 1, 1)

    def key(self) -> str:
        """The point as the key spells it."""
        parts = [f"{self.year:04}" if self.year is not None else "-"]
        parts += [f"{p:02}" for p in (self.month, self.day) if p is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one point to another, both inclusive; an end of None is open."""

    first: Point
    last: Point | None

    def start(self) -> date | None:
        """The first day, where its year is known."""
        return self.first.start()

    def end(self) -> date | None:
        """The last day, where there is one and its year is known."""
        return self.last.end() if self.last is not None else None

    def key(self) -> str:
        """The canonical key: one and the same for equal stretches."""
        start, end = self.start(), self.end()
        if self.last is None:
            return f"{self.first.key()}/"
        if start is not None and end is not None:
            return dated_key(start, end)
        if self.first == self.last:
            return self.first.key()
        return f"{self.first.key()}/{self.last.key()}"


def month_length(year: int, month: int) -> int:
    """Days in a month."""
    return calendar.monthrange(year, month)[1]


def dated_key(start: date, end: date) -> str:
    """The shortest key that names the days from start to end, both inclusive."""
    if start == end:
        return start.isoformat()
    first, last = start.isoformat(), end.isoformat()
    if start.day == 1 and end.day == month_length(end.year, end.month):
        first, last = first[:7], last[:7]
        if start.month == 1 and end.month == 12:
            first, last = first[:4], last[:4]
    return first if first == last else f"{first}/{last}"


def joined(first: Point, last: Point) -> Stretch:
    """From one point to another; a first one without a year takes it from the last."""
    if first.year is None and last.year is not None and first.month is not None:
        later = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - 1 if later else last.year)
    if last.year is None and first.year is not None and last.month is not None:
        earlier = last.month < (first.month or 1)
        last = replace(last, year=first.year + 1 if earlier else first.year)
    return Stretch(first, last)


def year_up_to(last: Point, months: int = 12) -> Stretch:
    """The twelve months, or as many as given, that end with a point."""
    month = last.month or 12
    if last.day is not None and last.day != month_length(last.year or 2001, month):
        return _up_to_day(last, months)
    back = month - months
    year = None if last.year is None else last.year + (back // 12)
    return Stretch(Point(year, back % 12 + 1), Point(last.year, month))


def _up_to_day(last: Point, months: int) -> Stretch:
    end = last.end()
    if end is None:
        return Stretch(Point(), last)
    start = add_months(end, -months) + timedelta(days=1)
    return Stretch(Point(start.year, start.month, start.day), last)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of its month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def from_key(key: str) -> tuple[Point, Point] | None:
    """The two points of an undated key such as "--03" or "--06/--09"; None for any other."""
    parts = [_KEY_POINT.fullmatch(p) for p in key.split("/")]
    if not parts or len(parts) > 2 or not all(parts):
        return None
    points = [Point(None, int(m[1]), int(m[2]) if m[2] else None) for m in parts if m]
    return points[0], points[-1]
