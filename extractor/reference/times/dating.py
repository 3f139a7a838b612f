"""Columns told by the time of others: "Rate previous year" beside "Rate", "Donors" beside "Donors 2022".

The year that they are counted from is the one that the story or the title names.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from extractor.model import Period
from extractor.periods import find_periods
from extractor.reference.setting import Told
from extractor.reference.tables.reference_table import Column, ReferenceTable
from extractor.regexes import Regex

_BACK = Regex(r"(?:then|now)-(\d+):year")
#: Where neither names a year, any two will do: "this year" and "last year" still tell them apart.
_SOME_YEAR = Period(None, "the latest year", "2", "calendar", date(2, 1, 1), date(2, 12, 31))
#: "Years ending March".
_ENDING = Regex(
    rf"\byears?\s+(?:ending|ended|to)\s+(?:\d{{1,2}}\s+)?(?P<month>{'|'.join(tuple(month_name)[1:])})\b",
    re.IGNORECASE,
)
_YEARS = ("calendar", "financial", "academic")


def dated(reference: ReferenceTable, told: Told) -> ReferenceTable:
    """The table with years for columns of a previous year, and for those without one beside an older twin."""
    return _with_latest(_with_earlier(_with_ends(reference, told), told), told)


def _with_ends(reference: ReferenceTable, told: Told) -> ReferenceTable:
    """ "2025" under "Years ending March" is the year to March 2025, where the story tells such years."""
    ending = next((m for t in (reference.caption, *reference.heads) if (m := _ENDING.search(t))), None)
    if ending is None:
        return reference
    month = ending["month"]
    keys = {p.key for p in find_periods(told.document.text)}

    def ended(period: Period | None) -> Period | None:
        if period is None or period.kind != "calendar" or period.start is None:
            return period
        year = _year_to(month, period.start.year)
        return period if year is None else replace(year, text=period.text, span=period.span)

    columns = tuple(_with(c, p) if (p := ended(c.head.period)) is not None else c for c in reference.columns)
    rows = tuple(replace(r, period=ended(r.period)) for r in reference.rows)
    made = {p.key for p in [*(c.head.period for c in columns), *(r.period for r in rows)] if p is not None}
    return replace(reference, columns=columns, rows=rows) if made & keys else reference


@cache
def _year_to(month: str, year: int) -> Period | None:
    return next(iter(find_periods(f"the year to {month} {year}")), None)


def _with_latest(reference: ReferenceTable, told: Told) -> ReferenceTable:
    """A column without a year is of a later one than the column with its words that has a year."""
    twins: dict[object, list[Period]] = {}
    for c in reference.columns:
        if c.head.period is not None and c.head.period.kind in _YEARS and c.head.period.end is not None:
            twins.setdefault((c.unit, c.head.words), []).append(c.head.period)
    columns = tuple(
        _with(c, _later(twins[c.unit, c.head.words], reference, told))
        if c.head.period is None and c.head.words and (c.unit, c.head.words) in twins
        else c
        for c in reference.columns
    )
    return reference if columns == reference.columns else replace(reference, columns=columns)


def _later(older: Sequence[Period], reference: ReferenceTable, told: Told) -> Period:
    """The latest year that title or story names, if that is later than the twins; else the next one."""
    last = max(older, key=lambda p: p.end or date.min)
    assert last.end is not None
    named = (p for p in _years_of(reference, told) if p.end is not None and p.end > last.end)
    return next(named, None) or replace(_before(last, -1), text="the latest year")


def _with_earlier(reference: ReferenceTable, told: Told) -> ReferenceTable:
    earlier = {c.number: back for c in reference.columns if (back := _years_back(c))}
    if not earlier or any(_has_days(c.head.period) for c in reference.columns):
        return reference
    latest = next(_years_of(reference, told), _SOME_YEAR)
    names = {(c.unit, c.head.words) for c in reference.columns if c.number in earlier}
    columns = tuple(
        _with(c, _before(latest, earlier[c.number]))
        if c.number in earlier
        else _with(c, latest)
        if (c.unit, c.head.words) in names
        else c
        for c in reference.columns
    )
    return replace(reference, columns=columns)


def _years_back(column: Column) -> int:
    period = column.head.period
    found = _BACK.fullmatch(period.key) if period is not None else None
    return int(found[1]) if found else 0


def _has_days(period: Period | None) -> bool:
    return period is not None and period.start is not None


def _years_of(reference: ReferenceTable, told: Told) -> Iterator[Period]:
    """The latest year of the title, then that of the story."""
    for text in (reference.caption, told.document.text):
        years = [p for p in find_periods(text) if p.kind in _YEARS and p.end is not None]
        yield from sorted(years, key=lambda p: p.end or date.min)[-1:]


def _before(latest: Period, years: int) -> Period:
    assert latest.start is not None
    assert latest.end is not None
    start, end = (d.replace(day=min(d.day, 28), year=d.year - years) for d in (latest.start, latest.end))
    end = end if latest.end.day <= 28 else end.replace(day=latest.end.day)
    text = "the year before" if years == 1 else f"{years} years before"
    return replace(latest, text=text, key=f"{start}/{end}", start=start, end=end)


def _with(column: Column, period: Period) -> Column:
    return replace(column, head=replace(column.head, period=period))
