"""What a match of a period pattern means: the builders that the patterns name.

Each takes a match and gives what was read, or None to refuse it after all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.model import PeriodKind
from extractor.periods import fragments as f
from extractor.periods.calendar import Point, Stretch, joined


@dataclass(frozen=True, slots=True)
class Read:
    """What a pattern read: the end of the words, what they mean, and their key."""

    end: int
    kind: PeriodKind
    stretch: Stretch | None
    key: str


def stretch(m: re.Match[str], kind: PeriodKind, first: Point, last: Point | None = None) -> Read | None:
    ends = Stretch(first, last or first)
    if not (first.is_real() and ends.last is not None and ends.last.is_real()):
        return None
    start, end = ends.start(), ends.end()
    if start is not None and end is not None and start > end:
        return None
    return Read(m.end(), kind, ends, ends.key())


def named(m: re.Match[str], kind: PeriodKind, key: str) -> Read:
    return Read(m.end(), kind, None, key)


def iso(m: re.Match[str]) -> Read | None:
    y, mon, d = int(m[1]), int(m[2]), int(m[3])
    return stretch(m, "day", Point(y, mon, d)) if f.real_date(y, mon, d) else None


def slashed(m: re.Match[str]) -> Read | None:
    """Day first or month first, where only one of the two can be; else dated by nothing."""
    a, b, y = int(m[1]), int(m[2]), int(m[3])
    day_first, month_first = f.real_date(y, b, a), f.real_date(y, a, b)
    if day_first and (not month_first or a == b):
        return stretch(m, "day", Point(y, b, a))
    if month_first and not day_first:
        return stretch(m, "day", Point(y, a, b))
    return named(m, "day", f"{a}/{b}/{y}") if day_first else None


def labelled(m: re.Match[str]) -> Read | None:
    """ "2018-19": a financial year where it is not called another; "1939-45": a stretch of years."""
    first, tail, called = int(m[1]), m[2], (m[3] or "").lower()
    last = int(tail) if len(tail) == 4 else int(m[1][:2] + tail)
    if len(tail) == 2 and last < first:
        last += 100
    if last < first or last > 2099:
        return named(m, "span", m[0])
    if last - first > 1 or first == last:
        return stretch(m, "span", Point(first), Point(last))
    return _label(m, first, called)


def _label(m: re.Match[str], first: int, called: str) -> Read | None:
    if "season" in called:
        return named(m, "span", f"season:{first}/{first + 1}")
    if "academic" in called or "school" in called:
        return stretch(m, "academic", Point(first, 9), Point(first + 1, 8))
    if "fiscal" in called:
        return named(m, "financial", f"fy{first + 1}")
    return stretch(m, "financial", Point(first, 4), Point(first + 1, 3))


def called_label(m: re.Match[str]) -> Read | None:
    first, last = int(m[2]), int(m[2][:2] + m[3][-2:])
    return _label(m, first, m[1].lower()) if last == first + 1 else None


def fiscal(m: re.Match[str]) -> Read | None:
    digits = m[2] or m[1]
    ends = int(digits if len(digits) == 4 else m[1][:2] + digits if len(m[1]) == 4 else "20" + digits)
    return named(m, "financial", f"fy{ends}")


def days(m: re.Match[str]) -> Read | None:
    mon, y = f.month(m[3]), f.year(m[4])
    first, last = Point(y, mon, f.day(m[1])), Point(y, mon, f.day(m[2]))
    return stretch(m, "span", first, last) if (first.day or 0) < (last.day or 0) else None


def month_days(m: re.Match[str]) -> Read | None:
    mon, y = f.month(m[1]), f.year(m[4])
    first, last = Point(y, mon, f.day(m[2])), Point(y, mon, f.day(m[3]))
    return stretch(m, "span", first, last) if (first.day or 0) < (last.day or 0) else None


def quarter(m: re.Match[str]) -> Read | None:
    which = {"1": 1, "2": 2, "3": 3, "4": 4, "f": 1, "s": 2, "t": 3}[m[1][0].lower()]
    if m[1].lower() in {"fourth", "final"}:
        which = 4
    called, y = m[2], f.year(m[3])
    if called or y is None:
        return named(m, "quarter", f"q{which}" if y is None else f"q{which}:fy{y}")
    return stretch(m, "quarter", Point(y, 3 * which - 2), Point(y, 3 * which))


def quarter_to(m: re.Match[str]) -> Read | None:
    """The three months that end with the one that a quarter is called by."""
    last, y = f.month(m[1]), f.year(m[2] or m[3])
    if last < 3:  # the quarter to January began in the year before
        return stretch(m, "quarter", Point(None if y is None else y - 1, last + 10), Point(y, last))
    return stretch(m, "quarter", Point(y, last - 2), Point(y, last))


def half(m: re.Match[str]) -> Read | None:
    which = 1 if m[1].lower() in {"1", "first"} else 2
    y = f.year(m[2])
    if y is None:
        return named(m, "span", f"h{which}")
    return stretch(m, "span", Point(y, 6 * which - 5), Point(y, 6 * which))


def part(m: re.Match[str]) -> Read | None:
    """The first months of a dated year are dated, weeks are not."""
    count, what, y = f.number(m[2]), m[3].lower(), f.year(m[4])
    if y is None or what != "month" or not 1 <= count <= 12:
        return named(m, "span", f"{m[1].lower()}:{count}:{what}")
    months = (1, count) if m[1].lower() == "first" else (13 - count, 12)
    return stretch(m, "span", Point(y, months[0]), Point(y, months[1]))


def between(first: Read, last: Read) -> Read | None:
    """The stretch from one period to another: "June 2019 to March 2020"; None where it runs backwards."""
    a, b = first.stretch, last.stretch
    if a is None or b is None or b.last is None:
        return None
    if a.first.month is None and (a.first.year is None or (b.last.month is not None and b.last.year is None)):
        return None
    ends = joined(a.first, b.last)
    start, end = ends.start(), ends.end()
    if start is not None and end is not None and start >= end:
        return None
    return Read(last.end, "span", ends, ends.key())
