"""How long a time the words of a change tell: a month, a quarter or a year.

>>> step_told("jobs fell by 374,000 in the quarter"), step_told("3,400 fewer than a year ago")
('quarter', 'year')
>>> step_told("down by 40 in the third quarter of last year") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.model import Period
from extractor.reference.times.when import days_of
from extractor.regexes import Regex

_BY = r"(?:in|over|on|during|across|within|for|from|than|since|versus|compared\s+(?:with|to))\s+"
_THE = r"(?:(?:the|a|an|one|that|this|last|past|previous|preceding|same|latest)\s+)*"
_BACK = r"(?:ago|earlier|before|previously)"
_TOLD = {
    "month": Regex(
        rf"\b{_BY}{_THE}month\b(?!\s+(?:of|to)\b)|\ba\s+month\s+{_BACK}\b|\bmonth[- ]on[- ]month\b",
        re.IGNORECASE,
    ),
    "quarter": Regex(
        rf"\b{_BY}{_THE}(?:quarter|three\s+months|three-month\s+period)\b(?!\s+(?:of|to)\b|\s+last\s+year)"
        rf"|\b(?:a\s+quarter|three\s+months)\s+{_BACK}\b|\bquarter[- ](?:on|to)[- ]quarter\b|\bquarterly\b",
        re.IGNORECASE,
    ),
    "year": Regex(
        rf"\b{_BY}{_THE}(?:year|12\s+months|twelve\s+months)\b(?!\s+(?:of|to)\b)"
        rf"|\b(?:a|one)\s+year\s+{_BACK}\b|\b(?:12|twelve)\s+months\s+{_BACK}\b"
        r"|\byear[- ](?:on|over|to)[- ]year\b"
        r"|\b(?:same|corresponding)\s+(?:quarter|month|period|time)\s+(?:of\s+)?last\s+year\b|\bannual(?:ly)?\b",
        re.IGNORECASE,
    ),
}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
#: Parts of a year have fewer days.
_YEAR = 300


def step_told(text: str) -> str | None:
    """The one step of time that words tell; None if they tell none, or several."""
    told = [name for name, words in _TOLD.items() if words.search(text)]
    return told[0] if len(told) == 1 else None


def stepped(known: Sequence[Period], text: str) -> tuple[Period, Period] | None:
    """The last quarter or month of a table, and the one that words set it against: "than a year ago"."""
    last, step = known[-1], step_told(text)
    if step is None or last.end is None or not 0 < days_of(last) <= _YEAR:
        return None
    wanted = last.end.year * 12 + last.end.month - _MONTHS[step]
    alike = (k for k in known if k.end is not None and abs(days_of(k) - days_of(last)) < 5)
    old = next((k for k in alike if k.end is not None and k.end.year * 12 + k.end.month == wanted), None)
    return None if old is None else (old, last)
