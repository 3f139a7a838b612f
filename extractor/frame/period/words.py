"""Words for a time that no calendar names: "now", "on Christmas Eve", "in winter", "in the last round"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from extractor.lexicon import table
from extractor.literals import find_within, may_stand
from extractor.model import Period, Span
from extractor.regexes import Regex
from extractor.wording import one_of

#: Words that say that a figure holds as the text is written: "the force had 1,940 officers NOW".
_NOW = Regex(
    r"(?<!\bby )(?<!\buntil )(?<!\bfrom )(?<!\btill )\b"
    r"(?P<time>[Nn]ow|[Cc]urrently|[Aa]t present|[Ss]o far|[Aa]t the moment|[Nn]owadays)\b"
    # The "so far" of "so far this year" has a period of its own.
    r"(?!\s+(?:that|this|in)\b)(?!-)"
)
_SEASON = Regex(r"\b[Ii]n\s+(?P<time>spring|summer|autumn|winter)\b(?!\s+(?:19|20)\d\d)")
#: "For THE LONG RAINS", "into THE FALL TERM", "in the dry season": seasons that only their place knows.
_SEASONAL = Regex(
    r"\b(?:[Ii]n|[Ii]nto|[Oo]ver|[Dd]uring|[Ff]or|[Oo]f|[Tt]hroughout|[Bb]y|[Tt]his)\s+(?P<time>(?:(?:the|this)\s+)?"
    r"(?P<noun>(?:spring|summer|autumn|winter|fall|christmas|easter)\s+(?:term|semester|session)|(?:long|short|monsoon)\s+rains"
    r"|(?:rainy|dry|wet|growing|planting|flu|lambing|fishing|ski|tourist|monsoon|hurricane|bushfire|shearing)\s+season))\b"
    r"(?!\s+(?:(?:19|20)\d\d|last|before|ticket|average)\b|['’-])",
    re.IGNORECASE,
)
#: "In its FIRST YEAR", "packs 2,000 crates in THE SEASON".
_FIRST = Regex(
    r"\b[Ii]n\s+(?:(?:its|their|his|her|the)\s+(?=f))?"
    r"(?P<time>first\s+(?P<noun>year|season|month|week)\b(?!\s+of\b)|the\s+season\b(?=[.,;:]|\s+and\b|\s*$))"
)

#: "A NORMAL WINTER gives us 11", "on AN AVERAGE WEEKDAY"; "an average day in May" is of May.
_NORMAL = Regex(
    r"\b[Aa]n?\s+(?P<time>(?:normal|typical|average|usual|ordinary)\s+"
    rf"(?P<noun>year|winter|spring|summer|autumn|season|month|week|weekday|day|night|{'|'.join(table('periods')['weekdays'])}))\b"
    r"(?!\s+(?:in|of|last|this|for|during|since)\b|['’-])"
)
#: Before an "over" that is a hedge: "waited OVER four hours", "delays of OVER two days".
_MORE_THAN = "".join(rf"(?<!\b{word}\s)" for word in table("periods")["lasting"])
_MANY = "|".join(w for w, n in table("periods")["numbers"].items() if n > 1)
#: "Rose by 72 percent IN ELEVEN WEEKS", "$2.7m OVER THREE YEARS"; "in two weeks' time" is ahead.
_OVER = Regex(
    rf"\b(?:[Ii]n|{_MORE_THAN}[Oo]ver|[Ww]ithin)\s+(?P<time>(?:just\s+|only\s+|the\s+)?(?:(?P<many>{_MANY}|\d{{1,2}})\s+"
    r"(?P<noun>year|month|week|day|decade|hour|night)s|a\s+(?:single\s+(?:year|month|week|day|night)|weekend)))\b"
    r"(?!['’]|\s+(?:time|of|old|ago|earlier|later|before|after|in|and|to)\b)"
)


def told_times(text: str, zone: Span) -> Iterator[Period]:
    """The times that such words tell in a zone of the text; their keys count from nothing."""
    for pattern, key in _may_be_told(text):
        for found in find_within(pattern, text, zone.start, zone.end):
            span = Span(*found.span("time"))
            yield Period(span, span.of(text), key(found), "relative", found="here")


@lru_cache(maxsize=4)
def _may_be_told(text: str) -> tuple[tuple[Regex, Callable[[re.Match[str]], str]], ...]:
    """Those of the patterns that a text holds the words for: most tell of no season and no round."""
    return tuple((pattern, key) for pattern, key in _told() if may_stand(pattern, text))


@cache
def _told() -> tuple[tuple[Regex, Callable[[re.Match[str]], str]], ...]:
    """The patterns, whose group `time` is the time, each with what makes its key."""
    return (
        (_NOW, lambda _: "now"),
        (_SEASON, lambda m: m["time"]),
        (_SEASONAL, lambda m: f"season:{m['noun'].lower()}"),
        (_FIRST, lambda m: f"first:1:{m['noun']}" if m["noun"] else "season:the"),
        (_feasts(), lambda m: f"feast:{m['time'].lower()}" + "/" * (m["lead"].lower() == "since")),
        (_NORMAL, lambda m: f"normal:{m['noun'].lower()}"),
        (_OVER, lambda m: f"over:{(m['many'] or '1').lower()}:{m['noun'] or m['time'].split()[-1]}"),
        (_before(), lambda m: f"before:{m['noun'].lower()}"),
        (_rounds(), lambda m: f"then-1:{m['noun'] or m['season']}"),
        (
            _turns(),
            lambda m: f"{_TURNS[(m['turn'] or 'before').lower()]}:{(m['noun'] or m['other']).lower()}",
        ),
    )


@cache
def _feasts() -> Regex:
    """ "On CHRISTMAS EVE", "since WAITANGI DAY", "by EASTER"."""
    names = "|".join(sorted(map(re.escape, table("periods")["feasts"]), key=len, reverse=True))
    return Regex(
        rf"\b(?P<lead>[Oo]n|[Aa]t|[Bb]y|[Ss]ince|[Oo]ver)\s+(?P<time>(?:{names})\b|[A-Z]\w+\s+Day\b)(?!['’-])"
    )


@cache
def _before() -> Regex:
    """ "BEFORE CHRISTMAS", "before the HARVEST": up to when something was counted."""
    feasts = one_of(sorted(map(re.escape, table("periods")["feasts"]), key=len, reverse=True))
    events = one_of(table("periods")["events"])
    return Regex(rf"\b(?P<time>[Bb]efore\s+(?P<noun>{feasts}|the\s+{events}))\b(?!['’-]|\s+(?:of|[A-Z]))")


#: What turns a round into one that is counted from: its key.
_TURNS = {
    "last": "now-1",
    "this": "now+0",
    "the previous": "then-1",
    "before": "then-1",
}


@cache
def _turns() -> Regex:
    """ "LAST HARVEST", "the previous KHARIF", "THIS RABI SEASON", "THE SESSION BEFORE"."""
    nouns = one_of(sorted(table("periods")["turns"], key=len, reverse=True))
    return Regex(
        rf"\b(?P<time>(?P<turn>[Ll]ast|[Tt]his|[Tt]he\s+previous)\s+(?P<noun>{nouns})"
        rf"|[Tt]he\s+(?P<other>{nouns})\s+before(?!\s+(?:last|the)\b))\b(?!['’-]|\s+of\b)"
    )


@cache
def _rounds() -> Regex:
    """ "In the LAST ROUND", "at the PREVIOUS ELECTION", "the WINTER BEFORE"."""
    nouns = "|".join(table("periods")["rounds"])
    return Regex(
        rf"\b(?:(?:[Ii]n|[Aa]t|[Oo]n)\s+)?the\s+(?P<time>(?<=(?:In|in|At|at|On|on)\sthe\s)(?:last|previous)\s+(?P<noun>{nouns})(?!\s+of\b)"
        rf"|(?P<season>spring|summer|autumn|winter)\s+before(?!\s+(?:last|the)\b))\b"
    )
