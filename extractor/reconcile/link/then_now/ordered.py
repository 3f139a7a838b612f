"""Which of two levels came first, by words for the beginning and the end, or by the calendar."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import one_of

WORDS = table("then_now")["direction"]


_BEGAN = Regex(
    rf"\b{one_of(WORDS['began'])}\s(?:[\w’'-]+\s){{0,4}}?(?:at|on|with)\s(?:about\s|just\s)?[^\w]?$",
    re.IGNORECASE,
)
_ENDED = Regex(
    rf"\b{one_of(WORDS['ended'])}\s(?:[\w’'-]+\s){{0,4}}?(?:at|on|with|making)\s(?:about\s|just\s)?[^\w]?$",
    re.IGNORECASE,
)
#: "212,000 in the first week, 231,000 in the second".
FIRST = Regex(r"^[^,;.]{0,20}\b(?:in|on|at|over|for)\s(?:the|its|their)\sfirst\b", re.IGNORECASE)
_SECOND = Regex(
    r"^[^,;.]{0,20}\b(?:in|on|at|over|for)\s(?:the|its|their)\s(?:second|third|last|latest|final)\b",
    re.IGNORECASE,
)
_YEAR, _MONTH = Regex(r"^\d{4}$"), Regex(r"^--\d\d$")
#: Months that two months without a year may be apart, so that the later one is not of the year before.
HALF = 6


def opened(story: Story, x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """Two levels of which one is told at the beginning and the other at the end: "opened at 71 and closed at 83"."""
    led = (before(story, x, 40), story.between(x, y))
    first, last = ([way.search(words) is not None for words in led] for way in (_BEGAN, _ENDED))
    told = (after(story, x, 30), after(story, y, 30))
    if FIRST.match(told[0]) and _SECOND.match(told[1]):
        return x, y
    if first == [True, False] and last == [False, True]:
        return x, y
    return (y, x) if first == [False, True] and last == [True, False] else None


def by_period(x: Claim, y: Claim) -> tuple[Claim, Claim] | None:
    """Two levels by the years or the months that they are told for, where those are less than half a year apart."""
    keys = [
        c.period.key if c.period is not None and c.period.found in ("here", "sentence") else ""
        for c in (x, y)
    ]
    found = [_YEAR.match(k) or _MONTH.match(k) for k in keys]
    if None in found or len({bool(_YEAR.match(k)) for k in keys}) > 1:
        return None
    one, two = (int(k.lstrip("-")) for k in keys)
    if one == two or (not _YEAR.match(keys[0]) and abs(one - two) >= HALF):
        return None
    return (x, y) if one < two else (y, x)
