"""So many years between the two times of a change: "over FIVE YEARS", "compared with A DECADE ago"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.model import Period
from extractor.regexes import Regex

_NUMBERS = {
    w: n
    for n, w in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 2
    )
}
_MANY = rf"(?P<many>{'|'.join(_NUMBERS)}|\d{{1,2}})"
#: "Over five years", "five years ago", "in the decade", "since five years before", "ten-year fall".
_YEARS = Regex(
    rf"\b(?:over|in|during|within|across|through)\s+(?:(?:the|those|these|that|last|past|same|previous|just|only)\s+)*"
    rf"(?:{_MANY}\s+years?|decade)\b(?!\s*(?:ago|earlier|before|previously|of|old|to|later))"
    rf"|\b(?:{_MANY.replace('many', 'back')}\s+years|(?:a|one)\s+(?P<ten>decade))\s+"
    rf"(?:ago|earlier|before(?:hand)?|previously)\b"
    rf"|\b{_MANY.replace('many', 'long')}[- ]year\s+(?:rise|fall|drop|growth|increase|decline|change)\b",
    re.IGNORECASE,
)


#: "The biggest rise in five years", "for the first time in a decade": no time that it took.
_RECORD = Regex(
    r"\b(?:\w+est|most|least|first|second|third|fourth|only|record)\b[^.;:,]{0,40}\Z", re.IGNORECASE
)


def years_told(text: str) -> int | None:
    """How many years words say that a change took; None if they say none, or several.

    >>> years_told("dropped by 90 per cent over five years"), years_told("up on a decade ago")
    (5, 10)
    >>> years_told("the biggest rise in five years") is None
    True
    """
    found: set[int] = set()
    for match in _YEARS.finditer(text):
        if match[0].lower().startswith("in ") and _RECORD.search(text[: match.start()]):
            continue
        told = match["many"] or match["back"] or match["long"]
        found.add(10 if told is None else int(_NUMBERS.get(told.lower(), 0) or told))
    return found.pop() if len(found) == 1 else None


def apart(known: Sequence[Period], years: int) -> tuple[Period, Period] | None:
    """The time of a table so many years before its last one, and that one."""
    last = known[-1]
    if last.end is None:
        return None
    wanted = (last.end.year - years, last.end.month)
    old = next((k for k in known if k.end is not None and (k.end.year, k.end.month) == wanted), None)
    return None if old is None else (old, last)
