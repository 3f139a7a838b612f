"""Periods: dates, months, years of all kinds, stretches, quarters, and those told relative to now.

`find_periods` reads them in a text by rule alone, in linear time; `resolve` dates those that
count from the day of publication; `same_period` says whether two are one.

Rules where English is ambiguous:

- "May" is the month next to a day or year, or after "in", "since", "last" and the like; never a verb.
- Four digits are a year from 1900 to 2099, unless a noun that is counted follows ("2019 people") or
  a word of quantity precedes ("nearly 2000"); from 1500 to 1899 only after "in", "since" and the like.
- "quarter" is a part of a year after an ordinal or "last", "this"; "a quarter" is a fraction, and
  "second" alone is never a period.
- "2018-19" is a financial year of the British kind, April to March, unless it is called another.
- "12/03/2019" is dated only where one of its two readings is no date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractor.model import Period
from extractor.periods.dating import dates_of
from extractor.periods.scan import find_periods

__all__ = ["find_periods", "resolve", "same_period"]


def resolve(period: Period, published: date | None, *, ahead: bool = False) -> Period:
    """The period with its days, where they follow from the day of publication; else unchanged.

    A month or day without a year is the last one that has begun by then, or with `ahead`
    ("by March") the first that has not ended.
    """
    if published is None or period.start is not None or period.end is not None:
        return period
    since = period.key.endswith("/")
    stretch = dates_of(period.key.rstrip("/"), published, ahead=ahead)
    if stretch is None:
        return period
    if since:
        return replace(period, key=f"{stretch.first.key()}/", start=stretch.start())
    return replace(period, key=stretch.key(), start=stretch.start(), end=stretch.end())


def same_period(a: Period, b: Period) -> bool | None:
    """True if the two are one period, False if they are two, None if that is not known."""
    if a.key == b.key:
        return None if a.key.startswith("then") else True
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return None
    if (a.start, a.end) == (b.start, b.end):
        return True
    apart = a.end < b.start or b.end < a.start
    return None if not apart and _one_label(a) == _one_label(b) != "" else False


def _one_label(period: Period) -> str:
    """The label of a year over two calendar years, "2018-19", whatever kind of year it is."""
    if period.kind not in {"financial", "academic"} or period.start is None or period.end is None:
        return ""
    return f"{period.start.year}-{period.end.year}"
