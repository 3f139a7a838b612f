"""The day of the year of which a table tells: "As at 1 April", "Ratings at 31 December".

>>> stock_month("Childcare places by local authority at 31 March"), stock_month("Offers, March 2025")
(3, None)
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from functools import cache

from extractor.model import Period
from extractor.regexes import Regex

_MONTHS = tuple(m.lower() for m in month_name)


@cache
def stock_month(caption: str) -> int | None:
    """The month of the day that title and notes name without a year; None where they name none, or two."""
    found = {_MONTHS.index(m["month"].lower()) for m in _day().finditer(caption)}
    return found.pop() if len(found) == 1 else None


@cache
def _day() -> Regex:
    months = "|".join(_MONTHS[1:])
    return Regex(
        rf"\b(?:as\s+)?(?:at|on)\s+(?:the\s+end\s+of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?P<month>{months})\b"
        rf"(?!\s+(?:\d{{4}}|to\b))(?!\s*[-–])",
        re.IGNORECASE,
    )


def at_day(period: Period, known: Sequence[Period], month: int | None) -> Period:
    """ "April 2025", or the year to it, is the 2025 of a table of what was so on 1 April of each year."""
    if month is None or period.end is None or period.end.month != month:
        return period
    years = (k for k in known if k.kind == "calendar" and k.start is not None)
    return next((k for k in years if k.start is not None and k.start.year == period.end.year), period)
