"""Which period a document is about, and which of those that it names say when something was counted.

Dates that only bound the telling ("before 30 June", "the shop opened in 1987", "than in May") are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.frame.speaker.sayers import words
from extractor.model import Block, Found, Period, Span
from extractor.regexes import Regex

#: Characters before a period in which the words stand that say what it dates.
BACK = 24
NOT_WHEN = Regex(r"\b(?:before|until|till|after|Act|Regulations|prior\s+to)\s+(?:the\s+)?$")
THAN = Regex(
    # "Twice as many AS IN 2023", "half WHAT IT HAD IN 2020", "UP 370 ON 2024"
    r"\bas\s+in\s+$|\bwhat\s+\w+\s+(?:had|was|were|did|got|made|took)\s+(?:\w+\s+)?in\s+$"
    r"|\b(?:up|down)\s+(?:by\s+)?[£$€]?[\d.,]+\w*(?:\s*%|\s+per\s+cent|\s+percent)?\s+(?:on|from)\s+$"
    r"|\b(?:(?:than|with|against)\s+(?:at\s+|in\s+|on\s+|for\s+|during\s+)?|from\s+(?!(?:the\s+)?[A-Z]\w+\s+(?:on|at)\s+$)|(?:up|down|higher|lower|more|fewer)\s+on\s+)"
    r"(?:the\s+|a\s+)?(?:(?!between\b|since\b|during\b|in\b)\w+\s+){0,2}?$"
    r"|\b(?:than|with|against|from)\s+(?:at|in)\s+the\s+same\s+\w+\s+(?:of|in)\s+(?:the\s+)?$"
    # "2.5 times THE 460 OF October 2023"
    r"|\bthe\s+[£$€]?\d[\d,.]*(?:\s*(?:m|bn|million|billion|%|per\s+cent|percent))?\s+of\s+(?:the\s+)?$"
    r"|\bthan\s+\w+\s+(?:had|have|was|were|did)\s+(?:\w+\s+)?(?:in|at|on)\s+$"
)
AHEAD = Regex(r"\b(?:by|until|from)\s+(?:the\s+)?$")
#: An aside that dates something else: "opened in 1987", "launched last year", "chief executive since 2021".
ASIDE = Regex(
    r"\b(?:launched|opened|built|founded|born|set\s+up|elected|introduced|floated|published|formed|created|closed"
    r"|installed|appointed|began|started|joined|joining|retired|inherited|bought|executive|chairman|chair|leader"
    r"|mayor|head|director|coach|manager|played|led|run)\s+(?:[\w'’]+\s+){0,5}$"
)
_TOLD_BEFORE = Regex(
    rf"\b(?:{'|'.join(sorted(words('said')))}|unveiled|launched|heard|decided|approved|agreed|cleared|debated?)\s+(?:\S+\s+){{0,7}}$"
    r"|\b(?:found|showed?|revealed|reported)\s+(?:on\s+)?$|\b(?:report|study|paper|letter)\s+(?:by\s+(?:the\s+)?(?:[A-Z]\w+\s+){1,4})?(?:in\s+|on\s+)?$"
)
_TOLD_AFTER = Regex(rf"\s+(?:\w+\s+)?(?:{'|'.join(sorted(words('said')))}|unveiled|launched|launches)\b")
#: "On TUESDAY, Deputy Ann Lee ASKED whether": a day on which somebody spoke.
_SPOKE_ON = Regex(
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:[A-Z][\w.'’-]+\s+){{1,4}}(?:{'|'.join(sorted(words('said')))})\b"
)
_POLLED = Regex(r"\b(?:interviewed|surveyed|polled|sampled|questioned)\b[^.]*$")


#: The counted noun right before the verb of what looks like an aside: "4,060 babies" before "born".
_OF_COUNTED = Regex(
    r"\b(?:\d[\d,.]*|[A-Z]?[a-z]+(?:teen|ty)(?:-[a-z]+)?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[Ee]leven|[Tt]welve)\s+(?:[a-z-]+\s+){1,3}$"
)
#: "More than a month INTO the fall term" is in it.
_INTO = Regex(r"\binto\s+(?:the\s+)?$")
#: "Nine of SUNDAY'S 12 sailings": the day of what is counted, whoever said so when.
_DAYS_OWN = Regex(r"['’]s\s+(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)")
#: "A report by the Childhood Foundation IN MAY", "the council said IN MAY".
_TOLD_CLOSE = Regex(
    rf"(?:\b(?:{'|'.join(sorted(words('said')))})|\b(?:report|study|paper|survey|review)\s+(?:by|from)\s+(?:the\s+)?(?:[A-Z]\w+\s*){{1,4}})"
    r"\s+(?:in|last|this)\s+$"
)
#: "THE STRONGEST there since 1997", which tells of no figure when it was.
_BEST_SINCE = Regex(
    r"\b(?:the|its|their|a)\s+(?:\w+\s+)?(?:\w{2,}est|best|worst|most|least|first|record)\b[^.;\d]{0,30}$"
)


#: "Its JANUARY average", "the MAY record": a level that is known, not a time at which something was counted.
_LEVEL = Regex(r"(?:['’]s)?\s+(?:average|mean|norm|record|target|limit)\b")


def names_level(text: str, end: int) -> bool:
    """True for a time that ends where a noun of a known level follows: "its January average"."""
    return _LEVEL.match(text, end) is not None


def is_aside(lead: str) -> bool:
    """True before the time of an aside, "opened in 1987"; not in "400 BABIES BORN here last year"."""
    found = ASIDE.search(lead)
    return found is not None and _OF_COUNTED.search(lead, 0, found.start()) is None


def bounds(lead: str) -> bool:
    """True if the words before a time make it a bound, something that is compared with, or an aside's."""
    if _INTO.search(lead) is not None:
        return False
    return any(p.search(lead) is not None for p in (NOT_WHEN, THAN)) or is_aside(lead)


def told_on(text: str, period: Span, sentence: Span) -> bool:
    """True for the day on which something was said: "told unions on Wednesday"."""
    by = AHEAD.search(text, max(sentence.start, period.start - BACK), period.start) is not None
    if by or _DAYS_OWN.match(text, period.end):
        return False
    before = _TOLD_BEFORE.search(text, max(sentence.start, period.start - 60), period.start)
    day = max(period.start, text.rfind(" ", period.start, period.end) + 1)  # of "last Wednesday"
    spoke = _SPOKE_ON.match(text, day, sentence.end)
    return bool(before or spoke or _TOLD_AFTER.match(text, period.end, sentence.end))


def told_in(text: str, period: Span, sentence: Span) -> bool:
    """True for the month in which something was said: "a report by the foundation in May"."""
    return _TOLD_CLOSE.search(text, max(sentence.start, period.start - 80), period.start) is not None


def is_best_since(text: str, period: Span, sentence: Span) -> bool:
    """True for a time since which something is the best: "the strongest there SINCE 1997"."""
    return _BEST_SINCE.search(text, max(sentence.start, period.start - 60), period.start) is not None


def own_period(text: str, zoned: Sequence[Block], found: Sequence[Period]) -> Period | None:
    """The period that the headline names, or else the first paragraphs, where they name no other like it."""
    for first, last in ((0, 1), (1, 4)):
        spans = [z.span for z in zoned[first:last]]
        inside = [p for p in found if any(p.span and s.contains(p.span) for s in spans)]
        told = [p for p in inside if _measures(text, p) or (first == 0 and _in_month(text, p))]
        if told:
            keys = {p.key for p in told}
            found_in: Found = "headline" if first == 0 else "document"
            if len(keys) > 1:
                return None
            full = _in_full(text, zoned, found) if first == 0 and told[0].kind == "quarter" else None
            return replace(full or told[0], found=found_in)
    return None


def _in_full(text: str, zoned: Sequence[Block], found: Sequence[Period]) -> Period | None:
    """The quarter that the lead names where the headline has it in short: "Q2", "July-September quarter"."""
    lead = [z.span for z in zoned[1:4]]
    inside = [p for p in found if any(p.span and s.contains(p.span) for s in lead) and _is_quarter(text, p)]
    return inside[0] if inside and len({p.key for p in inside}) == 1 else None


def _is_quarter(text: str, period: Period) -> bool:
    """True for "the third quarter" and for the "July-September" of a quarter."""
    assert period.span is not None
    called = period.kind == "span" and text.startswith(" quarter", period.span.end)
    return called or (period.kind == "quarter" and _measures(text, period))


def _in_month(text: str, period: Period) -> bool:
    return period.kind == "month" and not is_ahead(text, period)


def is_ahead(text: str, period: Period) -> bool:
    return period.span is not None and bool(
        AHEAD.search(text, max(0, period.span.start - BACK), period.span.start)
    )


def _measures(text: str, period: Period) -> bool:
    """True for a period over which things are counted, not a day on which something happened."""
    assert period.span is not None
    lead = text[max(0, period.span.start - 120) : period.span.start]
    if period.kind in {"day", "relative", "calendar"} or period.key.endswith("/"):
        return False
    if bounds(lead):
        return False
    return period.kind in {"quarter", "financial", "academic"} or _long(period) or bool(_POLLED.search(lead))


def _long(period: Period) -> bool:
    """Half a year or more, or told as a year or months that end."""
    if period.start is not None and period.end is not None:
        return (period.end - period.start).days > 180
    if "season " in period.text:
        return True  # "the season to May", "the season that closed on 15 April"
    return " to " in period.text and (
        "year" in period.text or "month" in period.text or "week" in period.text
    )
