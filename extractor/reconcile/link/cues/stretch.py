"""Over which stretch of time some words tell a movement or a level: "in the first quarter", "the year before"."""

from __future__ import annotations

import re

from extractor.regexes import Regex

_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_UNIT = Regex(
    r"\b(year|month|week|day|quarter|season|decade)s?\b|\b(annual|yearly|monthly|weekly)\b", re.IGNORECASE
)
#: "€1,150 a week", which tells no time.
_RATE = Regex(
    r"\b(?:a|an|per|each|every)\s(?:year|month|week|day|quarter|season)\b(?!\s(?:ago|earlier|before|on|later)\b)"
)
#: "Down by 9 per cent this year" beside levels that are told for one month each.
_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
_THIS_YEAR = Regex(
    r"\b(?:this|so\sfar\sthis|last)\s(?:calendar\s|financial\s)?year\b(?!\s(?:than|compared))", re.IGNORECASE
)
_IN_MONTH = Regex(rf"(?<!\bto\s)(?<!\bsince\s)\b[Ii]n\s(?:{_MONTHS})\b(?!\s(?:the|when|after)\b)")
_MORE = Regex(
    rf"\b(?:{_MONTHS}|May)\s(?:to|and|until)\s|\byear\sto\b|\b(?:months|weeks)\s(?:to|of)\b|\bsince\b|\bby\s(?:the\send\sof\s)?(?:{_MONTHS})\b"
)
_TWELVE = Regex(r"\b(?:12|twelve)\smonths\b")
_ADJECTIVES = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week"}


def stretches_of(words: str) -> frozenset[str]:
    """The units of time that some words name, but for those of rates; a year for its number, and for twelve months."""
    told = _TWELVE.sub("year", _RATE.sub("", words.lower()))
    found = {_ADJECTIVES.get(w, w) for pair in _UNIT.findall(told) for w in pair if w}
    return frozenset(found | ({"year"} if _YEAR.search(words) else set()))


def are_over_one(ours: str, theirs: str) -> bool:
    """False for "fell 8% in the first quarter" beside "the year as a whole": both name their time, and no common one."""
    if _THIS_YEAR.search(ours) and _IN_MONTH.search(theirs) and not _MORE.search(ours + theirs):
        return False
    here, there = stretches_of(ours), stretches_of(theirs)
    return not here or not there or bool(here & there)


__all__ = ["are_over_one", "stretches_of"]
