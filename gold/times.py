"""When two printed times are the same in other words: "2023-24" and "1 April 2023 to 31 March 2024"."""

from __future__ import annotations

import re
from calendar import month_name

_KEY = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?/(\d{4})-(\d\d)(?:-\d\d)?")
_SHORT = re.compile(r"\D*(\d{4})\s?[-–/]\s?(\d{2}(?:\d{2})?)\D*")
_LONG = re.compile(
    r"\D*(?:\d{1,2}\s)?([A-Z][a-z]+)\s(\d{4})\s(?:to|and|–|-)\s(?:\d{1,2}\s)?([A-Z][a-z]+)\s(\d{4})"
)
#: Year and month in which a time starts and ends; the months are 0 where none is told.
Months = tuple[int, int, int, int]


def same_time(one: str, other: str) -> bool:
    """True for two times, printed or as a key, with the same first and last month.

    "2023-24" does not say in which month its year turns: it meets any twelve months from 2023 to 2024.
    """
    a, b = months_of(one), months_of(other)
    if a is None or b is None:
        return False
    years = (a[0], a[2]) == (b[0], b[2])
    return a == b or (years and 0 in (a[1], b[1]) and _is_year(a) and _is_year(b))


def plain_time(told: str) -> str:
    """A time without the words that add nothing: "12 months to the end of March" is the "year to March"."""
    told = re.sub(r"\b(?:12|twelve) months\b", "year", told)
    return re.sub(r"\b(to|ended|ending|that ended in|up to) the end of\b", r"\1", told)


def months_of(told: str) -> Months | None:
    """The first and the last month of a printed time or of a key; None where it does not tell two years."""
    if key := _KEY.fullmatch(told):
        return int(key[1]), int(key[2]), int(key[3]), int(key[4])
    if short := _SHORT.fullmatch(told):
        return int(short[1]), 0, int(short[1][: 4 - len(short[2])] + short[2]), 0
    long, names = _LONG.fullmatch(told), list(month_name)
    if long is None or long[1] not in names or long[3] not in names:
        return None
    return int(long[2]), names.index(long[1]), int(long[4]), names.index(long[3])


def _is_year(months: Months) -> bool:
    """True for twelve months, or where no months are told."""
    start, first, end, last = months
    return not first or (end - start) * 12 + last - first == 11
