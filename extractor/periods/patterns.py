"""The periods that figures and letters spell out, each pattern one entry.

An entry has a name, the rule, a builder that turns a match into what was read (None to refuse
it after all), two printed forms that it accepts and one that it must refuse. The first entry
that reads something at a place wins, so the longer ones stand first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.model import PeriodKind
from extractor.periods import fragments as f
from extractor.periods.calendar import Point, Stretch, joined
from extractor.periods.fragments import DASH, DAY, FULL_MONTH, MONTH, SEASON, YEAR


@dataclass(frozen=True, slots=True)
class Read:
    """What a pattern read: the end of the words, what they mean, and their key."""

    end: int
    kind: PeriodKind
    stretch: Stretch | None
    key: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to print a period."""

    name: str
    #: The first word in lower case, or `SHORT_DIGITS`, `LONG_DIGITS`: the rule is tried there alone.
    opens: tuple[str, ...]
    rule: re.Pattern[str]
    build: Callable[[re.Match[str]], Read | None]
    accepts: tuple[str, str]
    refuses: str


def _stretch(m: re.Match[str], kind: PeriodKind, first: Point, last: Point | None = None) -> Read | None:
    ends = Stretch(first, last or first)
    if not (first.is_real() and ends.last is not None and ends.last.is_real()):
        return None
    start, end = ends.start(), ends.end()
    if start is not None and end is not None and start > end:
        return None
    return Read(m.end(), kind, ends, ends.key())


def _named(m: re.Match[str], kind: PeriodKind, key: str) -> Read:
    return Read(m.end(), kind, None, key)


def _iso(m: re.Match[str]) -> Read | None:
    y, mon, d = int(m[1]), int(m[2]), int(m[3])
    return _stretch(m, "day", Point(y, mon, d)) if f.real_date(y, mon, d) else None


def _slashed(m: re.Match[str]) -> Read | None:
    """Day first or month first, where only one of the two can be; else dated by nothing."""
    a, b, y = int(m[1]), int(m[2]), int(m[3])
    day_first, month_first = f.real_date(y, b, a), f.real_date(y, a, b)
    if day_first and (not month_first or a == b):
        return _stretch(m, "day", Point(y, b, a))
    if month_first and not day_first:
        return _stretch(m, "day", Point(y, a, b))
    return _named(m, "day", f"{a}/{b}/{y}") if day_first else None


def _labelled(m: re.Match[str]) -> Read | None:
    """ "2018-19": a financial year where it is not called another; "1939-45": a stretch of years."""
    first, tail, called = int(m[1]), m[2], (m[3] or "").lower()
    last = int(tail) if len(tail) == 4 else int(m[1][:2] + tail)
    if len(tail) == 2 and last < first:
        last += 100
    if last < first or last > 2099:
        return _named(m, "span", m[0])
    if last - first > 1 or first == last:
        return _stretch(m, "span", Point(first), Point(last))
    return _label(m, first, called)


def _label(m: re.Match[str], first: int, called: str) -> Read | None:
    if "season" in called:
        return _named(m, "span", f"season:{first}/{first + 1}")
    if "academic" in called or "school" in called:
        return _stretch(m, "academic", Point(first, 9), Point(first + 1, 8))
    if "fiscal" in called:
        return _named(m, "financial", f"fy{first + 1}")
    return _stretch(m, "financial", Point(first, 4), Point(first + 1, 3))


def _called_label(m: re.Match[str]) -> Read | None:
    first, last = int(m[2]), int(m[2][:2] + m[3][-2:])
    return _label(m, first, m[1].lower()) if last == first + 1 else None


def _fiscal(m: re.Match[str]) -> Read | None:
    digits = m[2] or m[1]
    ends = int(digits if len(digits) == 4 else m[1][:2] + digits if len(m[1]) == 4 else "20" + digits)
    return _named(m, "financial", f"fy{ends}")


def _days(m: re.Match[str]) -> Read | None:
    mon, y = f.month(m[3]), f.year(m[4])
    first, last = Point(y, mon, f.day(m[1])), Point(y, mon, f.day(m[2]))
    return _stretch(m, "span", first, last) if (first.day or 0) < (last.day or 0) else None


def _month_days(m: re.Match[str]) -> Read | None:
    mon, y = f.month(m[1]), f.year(m[4])
    first, last = Point(y, mon, f.day(m[2])), Point(y, mon, f.day(m[3]))
    return _stretch(m, "span", first, last) if (first.day or 0) < (last.day or 0) else None


def _quarter(m: re.Match[str]) -> Read | None:
    which = {"1": 1, "2": 2, "3": 3, "4": 4, "f": 1, "s": 2, "t": 3}[m[1][0].lower()]
    if m[1].lower() in {"fourth", "final"}:
        which = 4
    called, y = m[2], f.year(m[3])
    if called or y is None:
        return _named(m, "quarter", f"q{which}" if y is None else f"q{which}:fy{y}")
    return _stretch(m, "quarter", Point(y, 3 * which - 2), Point(y, 3 * which))


def _half(m: re.Match[str]) -> Read | None:
    which = 1 if m[1].lower() in {"1", "first"} else 2
    y = f.year(m[2])
    if y is None:
        return _named(m, "span", f"h{which}")
    return _stretch(m, "span", Point(y, 6 * which - 5), Point(y, 6 * which))


def _part(m: re.Match[str]) -> Read | None:
    """The first months of a dated year are dated, weeks are not."""
    count, what, y = f.number(m[2]), m[3].lower(), f.year(m[4])
    if y is None or what != "month" or not 1 <= count <= 12:
        return _named(m, "span", f"{m[1].lower()}:{count}:{what}")
    months = (1, count) if m[1].lower() == "first" else (13 - count, 12)
    return _stretch(m, "span", Point(y, months[0]), Point(y, months[1]))


YEAR_OPENS = (f.LONG_DIGITS,)
SHORT_OPENS = (f.SHORT_DIGITS,)
MONTH_OPENS = tuple(f.MONTH_NUMBER)
_PART_OF = rf"(?:({YEAR})|(?:the|this|last)\s+(?:new\s+|current\s+|financial\s+|fiscal\s+)*year)\b"
_NO_NUMBER = r"(?![\w]|[.,]\d|\s?(?:%|per\s?cent\b|pc\b))"

#: Patterns that start with a digit.
DIGITS = (
    Pattern(
        "iso",
        YEAR_OPENS,
        re.compile(rf"({YEAR})-(\d\d)-(\d\d)(?!\d)"),
        _iso,
        ("2019-03-12", "1999-12-31"),
        "2019-13-12",
    ),
    Pattern(
        "slashed",
        SHORT_OPENS,
        re.compile(r"(\d\d?)[/.](\d\d?)[/.]((?:19|20)\d\d)(?!\d)"),
        _slashed,
        ("12/03/2019", "31.12.2020"),
        "32/13/2019",
    ),
    Pattern(
        "labelled year",
        YEAR_OPENS,
        re.compile(
            rf"({YEAR})[-–/](\d\d(?:\d\d)?)(?![\d]|[-–/.]\d)"
            r"(\s+(?:(?:financial|fiscal|tax|academic|school)\s+year|season)\b)?"
        ),
        _labelled,
        ("2018-19", "2018/2019 academic year"),
        "2018-2",
    ),
    Pattern(
        "decade",
        YEAR_OPENS,
        re.compile(r"((?:1[5-9]|20)\d0)['’]?s\b"),
        lambda m: _stretch(m, "span", Point(int(m[1])), Point(int(m[1]) + 9)),
        ("1990s", "2010s"),
        "1995s",
    ),
    Pattern(
        "days of a month",
        SHORT_OPENS,
        re.compile(
            rf"({DAY})(?:\s+(?:to|and|or)\s+|\s?{DASH}\s?)({DAY})(?:\s+of)?\s+({MONTH})(?:,?\s+({YEAR})\b)?"
        ),
        _days,
        ("3 to 9 October", "3-9 October 2019"),
        "9 to 3 October",
    ),
    Pattern(
        "day and month",
        SHORT_OPENS,
        re.compile(rf"({DAY})(?:\s+of)?\s+({MONTH})(?:,?\s+({YEAR})(?!\d|,\d))?"),
        lambda m: _stretch(m, "day", Point(f.year(m[3]), f.month(m[2]), f.day(m[1]))),
        ("12 March 2019", "31st of March"),
        "32 March",
    ),
    Pattern(
        "quarter of a year, digits first",
        SHORT_OPENS,
        re.compile(rf"([1-4])Q\b()(?:\s?({YEAR})\b)?"),
        _quarter,
        ("3Q 2020", "1Q"),
        "5Q",
    ),
)

#: Patterns that start with a letter.
LETTERS = (
    Pattern(
        "days after their month",
        MONTH_OPENS,
        re.compile(
            rf"({MONTH})\s+({DAY})(?:\s+(?:to|and)\s+|\s?{DASH}\s?)({DAY}){_NO_NUMBER}(?:,?\s+({YEAR})\b)?"
        ),
        _month_days,
        ("March 3-9, 2019", "Oct. 3 to 9"),
        "March 9-3",
    ),
    Pattern(
        "day after its month",
        MONTH_OPENS,
        re.compile(rf"({MONTH})\s+({DAY}){_NO_NUMBER}(?:,?\s+({YEAR})(?!\d|,\d))?"),
        lambda m: _stretch(m, "day", Point(f.year(m[3]), f.month(m[1]), f.day(m[2]))),
        ("March 12, 2019", "Dec. 8"),
        "March 12 per cent",
    ),
    Pattern(
        "month and year",
        MONTH_OPENS,
        re.compile(rf"({MONTH}),?(?:\s+of)?\s+({YEAR})(?!\d|[,.]\d|\s?%)"),
        lambda m: _stretch(m, "month", Point(int(m[2]), f.month(m[1]))),
        ("March 2019", "Sept. 2018"),
        "March 2019.5",
    ),
    Pattern(
        "month",
        MONTH_OPENS,
        re.compile(rf"({FULL_MONTH})\b"),
        lambda m: _stretch(m, "month", Point(None, f.month(m[1]))),
        ("October", "MARCH"),
        "march",
    ),
    Pattern(
        "other year and its label",
        ("financial", "fiscal", "tax", "academic", "school"),
        re.compile(
            rf"((?:financial|fiscal|tax|academic|school)\s+year)s?,?\s+({YEAR})[-–/]((?:\d\d)?\d\d)\b", re.I
        ),
        _called_label,
        ("financial year 2018-19", "academic year 2018/2019"),
        "financial year 2018-25",
    ),
    Pattern(
        "fiscal year",
        ("fy", "fiscal", "financial"),
        re.compile(
            rf"(?:FY\s?['’]?|(?i:fiscal|financial)(?:\s+(?i:year))?\s+)({YEAR}|(?<=[Y\s'’])\d\d(?=\b))(?:[-–/](\d\d(?:\d\d)?))?\b"
        ),
        _fiscal,
        ("FY2019", "fiscal 2020"),
        "fiscal 3",
    ),
    Pattern(
        "quarter",
        ("first", "second", "third", "fourth", "final"),
        re.compile(
            rf"(?i:(first|second|third|fourth|final)[-\s]quarter)\b(?!\s+of\s+(?:an?|his|her|its|their|the\s+(?:game|match|population))\b)"
            rf"(?:,?\s+(?:of\s+)?(?:the\s+)?((?i:fiscal|financial)\s+(?:(?i:year)\s+)?)?({YEAR})\b)?"
        ),
        _quarter,
        ("third quarter of 2020", "third-quarter"),
        "third quarters",
    ),
    Pattern(
        "quarter, in short",
        ("q",),
        re.compile(rf"Q([1-4])\b(?:\s?(?:of\s+|,\s?)?(FY\s?)?({YEAR})\b)?"),
        _quarter,
        ("Q3 2020", "Q1"),
        "Q5 2020",
    ),
    Pattern(
        "half-year, in short",
        ("h",),
        re.compile(rf"H([12])\s+(?:of\s+)?({YEAR})\b"),
        _half,
        ("H1 2020", "H2 of 2019"),
        "H5 2020",
    ),
    Pattern(
        "half of a year",
        ("first", "second"),
        re.compile(rf"(first|second)[-\s]half\s+of\s+{_PART_OF}", re.I),
        _half,
        ("first half of 2020", "second half of the year"),
        "first half of the match",
    ),
    Pattern(
        "part of a year",
        ("first", "last", "final"),
        re.compile(rf"(first|last|final)\s+({f.NUMBER})\s+(day|week|month)s\s+of\s+{_PART_OF}", re.I),
        _part,
        ("first six months of 2020", "first nine weeks of the new year"),
        "first six months of treatment",
    ),
    Pattern(
        "season",
        (*f.WORDS["seasons"], "fall"),
        re.compile(rf"({SEASON}|fall|autumn)\s+(?:of\s+)?({YEAR})(?:[-–/]\d\d)?\b", re.I),
        lambda m: _named(m, "span", f"{m[2]}-{'autumn' if m[1].lower() == 'fall' else m[1].lower()}"),
        ("summer 2019", "fall of 2020"),
        "summer of love",
    ),
)


def between(first: Read, last: Read) -> Read | None:
    """The stretch from one period to another: "June 2019 to March 2020"; None where it runs backwards."""
    a, b = first.stretch, last.stretch
    if a is None or b is None or b.last is None:
        return None
    if a.first.month is None and (a.first.year is None or b.last.month is not None):
        return None
    ends = joined(a.first, b.last)
    start, end = ends.start(), ends.end()
    if start is not None and end is not None and start >= end:
        return None
    return Read(last.end, "span", ends, ends.key())
