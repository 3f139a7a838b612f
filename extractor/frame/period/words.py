"""Words for a time that no calendar names: "now", "on Christmas Eve", "in winter", "in the last round"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import table
from extractor.literals import holds
from extractor.model import Period, Span

#: Words that say that a figure holds as the text is written: "the force had 1,940 officers NOW".
_NOW = re.compile(
    r"(?<!\bby )(?<!\buntil )(?<!\bfrom )(?<!\btill )\b"
    r"(?:[Nn]ow|[Cc]urrently|[Aa]t present|[Ss]o far|[Aa]t the moment|[Nn]owadays)\b(?!\s+that\b)(?!-)"
)
#: The "so far" of "so far this year", which has a period of its own.
_GOES_ON = re.compile(r"\s+(?:this|in)\b")
_SEASON = re.compile(r"\b[Ii]n\s+(spring|summer|autumn|winter)\b(?!\s+(?:19|20)\d\d)")
#: "For THE LONG RAINS", "into THE FALL TERM", "in the dry season": seasons that only their place knows.
_SEASONAL = re.compile(
    r"\b(?:[Ii]n|[Ii]nto|[Oo]ver|[Dd]uring|[Ff]or|[Oo]f|[Tt]hroughout|[Bb]y|[Tt]his)\s+((?:(?:the|this)\s+)?"
    r"((?:spring|summer|autumn|winter|fall|christmas|easter)\s+(?:term|semester|session)|(?:long|short|monsoon)\s+rains"
    r"|(?:rainy|dry|wet|growing|planting|flu|lambing|fishing|ski|tourist|monsoon|hurricane|bushfire|shearing)\s+season))\b"
    r"(?!\s+(?:(?:19|20)\d\d|last|before|ticket|average)\b|['’-])",
    re.IGNORECASE,
)
#: "In its FIRST YEAR", "packs 2,000 crates in THE SEASON".
_FIRST = re.compile(
    r"\b[Ii]n\s+(?:(?:its|their|his|her|the)\s+(?=f))?"
    r"(first\s+(year|season|month|week)\b(?!\s+of\b)|the\s+season\b(?=[.,;:]|\s+and\b|\s*$))"
)

#: "A NORMAL WINTER gives us 11", "on AN AVERAGE WEEKDAY"; "an average day in May" is of May.
_NORMAL = re.compile(
    r"\b[Aa]n?\s+((?:normal|typical|average|usual|ordinary)\s+"
    rf"(year|winter|spring|summer|autumn|season|month|week|weekday|day|night|{'|'.join(table('periods')['weekdays'])}))\b"
    r"(?!\s+(?:in|of|last|this|for|during|since)\b|['’-])"
)
#: "Rose by 72 percent IN ELEVEN WEEKS", "$2.7m OVER THREE YEARS"; "in two weeks' time" is ahead.
_MANY = "|".join(w for w, n in table("periods")["numbers"].items() if n > 1)
_OVER = re.compile(
    rf"\b(?:[Ii]n|[Oo]ver|[Ww]ithin)\s+((?:just\s+|only\s+|the\s+)?({_MANY}|\d{{1,2}})\s+(year|month|week|day|decade)s)\b"
    r"(?!['’]|\s+(?:time|of|old|ago|earlier|later|before|after|in|and|to)\b)"
)


def told_times(text: str, zone: Span) -> Iterator[Period]:
    """The times that such words tell in a zone of the text; their keys count from nothing."""
    low = zone.of(text).lower()
    for found in _found(_NOW, text, zone, low):
        if not _GOES_ON.match(text, found.end()):
            yield _period(found, 0, "now")
    for found in _found(_SEASON, text, zone, low):
        yield _period(found, 1, found[1])
    for found in _found(_SEASONAL, text, zone, low):
        yield _period(found, 1, f"season:{found[2].lower()}")
    for found in _found(_FIRST, text, zone, low):
        yield _period(found, 1, f"first:1:{found[2]}" if found[2] else "season:the")
    for found in _found(_feasts(), text, zone, low):
        yield _period(found, 2, f"feast:{found[2].lower()}" + "/" * (found[1].lower() == "since"))
    for found in _found(_NORMAL, text, zone, low):
        yield _period(found, 1, f"normal:{found[2].lower()}")
    for found in _found(_OVER, text, zone, low):
        yield _period(found, 1, f"over:{found[2].lower()}:{found[3]}")
    for found in _found(_rounds(), text, zone, low):
        group = 1 if found[1] else 3
        yield _period(found, group, f"then-1:{found[group + 1]}")


def _found(pattern: re.Pattern[str], text: str, zone: Span, low: str) -> Iterator[re.Match[str]]:
    return pattern.finditer(text, zone.start, zone.end) if holds(low, pattern) else iter(())


def _period(found: re.Match[str], group: int, key: str) -> Period:
    return Period(Span(*found.span(group)), found[group], key, "relative", found="here")


@cache
def _feasts() -> re.Pattern[str]:
    """ "On CHRISTMAS EVE", "since WAITANGI DAY", "by EASTER"."""
    names = "|".join(sorted(map(re.escape, table("periods")["feasts"]), key=len, reverse=True))
    return re.compile(rf"\b([Oo]n|[Aa]t|[Bb]y|[Ss]ince|[Oo]ver)\s+((?:{names})\b|[A-Z]\w+\s+Day\b)(?!['’-])")


@cache
def _rounds() -> re.Pattern[str]:
    """ "In the LAST ROUND", "at the PREVIOUS ELECTION", "the WINTER BEFORE"."""
    nouns = "|".join(table("periods")["rounds"])
    return re.compile(
        rf"\b(?:[Ii]n|[Aa]t|[Oo]n)\s+the\s+((?:last|previous)\s+({nouns}))\b(?!\s+of\b)"
        rf"|\bthe\s+((spring|summer|autumn|winter)\s+before)\b(?!\s+(?:last|the)\b)"
    )
