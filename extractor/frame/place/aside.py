"""Names that place no figure: where somebody comes from, and where another place lies.

"said Craig Lomax, of STOURBECK"; "in Cairnmore, on the SCOTTISH side, the harbourmaster counted 310".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.frame.gazetteer import listed
from extractor.frame.nearest import Near
from extractor.frame.place.counted import starts
from extractor.lexicon import table
from extractor.model import Mention, Span
from extractor.regexes import Regex

#: "Dot Hargreave, 74, of X", "said Mei-Lin Carrow, a first-year from X": a name, or its age, stands before.
_HOME = Regex(
    r"(?:\b[A-Z][\w'’-]+|,\s+\d{1,3}),\s+(?:an?\s+(?:[\w'’-]+\s+){1,4}?(?:of|from|in)|of|from)\s+(?:the\s+|near\s+)?$"
)
#: Who counted, not where.
_SOURCE = Regex(
    r"\b(?:survey|study|poll|research|report|analysis|paper|team)\b[^.;\n]{0,40}\b(?:by|from|at)\s+(?:the\s+)?$"
)
_SEAT = Regex(r" (?:College|University|Institute|Polytechnic|School)$")
#: "NEIGHBOURING Fenwick kept all 24": it is told of beside what the text is about.
_BESIDE = Regex(r"\b(?:[Nn]eighbou?ring|[Nn]earby)\s+$")
#: What follows where somebody comes from: the end of the aside, or what its person does.
_HOME_ENDS = Regex(r"(?:\s+[a-z]+){0,2}\s*(?:[,.;:)\n”\"]|$|who\b)")
_FRONTED = Regex(r"(?:^|[.!?:;\n]\s*)[“\"‘(]*(?:In|At|On|Near|Outside)\s+(?:the\s+)?$")
_LIES = Regex(
    r",\s+(?:an?|the|which|who|whose|where|with|home\s+to|on|in|near|at|off|just|outside|north|south|east|west|up|down|across|beyond)\b[^,.;:\d\n]{0,60}$"
)
_LIES_ENDS = Regex(r"[^,.;:\d\n]{0,40},\s")
#: A part of a town by its side: "the South Side", "West End".
_SIDE = Regex(r"(?:Upper |Lower )?(?:North|South|East|West)(?:ern)? (?:Side|End|Bank|Shore)")
#: A number told of a place beside it: "Leinster 118", "141 went to Munster".
_NUMBERED = Regex(
    r"(?:\s+[a-z]+){0,2}\s+[£$€]?\d|(?:\s+[a-z]+){0,2}\s+(?:two|three|four|five|six|seven|nine)\b"
)
_NUMBER_TO = Regex(r"\d(?:\s+[a-z]+){0,2}\s+(?:to|in|at|from|on)\s+(?:the\s+)?$")
_TOTAL = Regex(
    r"(?:[,:;—–]|\b(?:for|making|or|giving))\s+(?:an?|the)\s+(?:combined\s+|grand\s+)?total\s+of\s+$"
)
#: Characters between two members of a list of places, and how many make one.
_NEXT_MEMBER = 40
_LIST = 2


def is_home(text: str, place: Span) -> bool:
    """True for where a person comes from, which is not where anything was counted."""
    if _HOME_ENDS.match(text, place.end) is None:
        return False
    return _HOME.search(text, max(0, place.start - 60), place.start) is not None


def is_seat(text: str, place: Span) -> bool:
    """True for where a firm sits, "LEEDS-based", and for a college that counted: "a survey by X College"."""
    if text.startswith("-based", place.end):
        return True
    source = _SOURCE.search(text, max(0, place.start - 60), place.start) is not None
    return source and _SEAT.search(place.of(text)) is not None


def is_neighbour(text: str, place: Span) -> bool:
    """True for "neighbouring Fenwick", which no text is about."""
    return _BESIDE.search(text, max(0, place.start - 16), place.start) is not None


def tells_where(text: str, place: Mention, others: Sequence[Mention]) -> bool:
    """True for a place that says where another lies: "Pickering Township, OHIO, ...", or in an aside."""
    if place.span is None:
        return False
    before = [o.span for o in others if o.span is not None and o.span.end <= place.span.start]
    last = before[-1] if before else None
    if last is not None and text[last.end : place.span.start] == ", " and place.text in _wide():
        return last.of(text) not in _wide() and text[place.span.end : place.span.end + 1] in {",", ".", ")"}
    return _in_aside(text, place.span, before)


def _in_aside(text: str, place: Span, before: Sequence[Span]) -> bool:
    if _LIES_ENDS.match(text, place.end) is None:
        return False
    return any(
        _LIES.fullmatch(text, o.end, place.start) is not None
        and (_FRONTED.search(text, max(0, o.start - 24), o.start) is not None or starts(text, o.start))
        for o in before
    )


@cache
def _wide() -> frozenset[str]:
    """Printed names of what holds towns: countries, states, provinces, counties."""
    sections = ("countries", "nations", "states_us", "provinces", "counties")
    return frozenset(form for s in sections for row in table("places")[s] for form in row.split("|"))


def others_at(text: str, sentence: Span, figure: Span) -> Span | None:
    """The common noun that takes the turn of a place: "Kabuti 8,130 and THE 11 SMALLER ONES 14,820"."""
    found = _others().search(text, max(sentence.start, figure.start - 60), figure.start)
    return Span(*found.span(1)) if found is not None else None


@cache
def _others() -> Regex:
    nouns = "|".join(sorted(listed("sites", "located") | {"ones", "others", "rest", "remainder"}))
    return Regex(
        rf"\d[\d.,]*(?:\s+[a-z]+){{0,3}}(?:,|,?\s+and)\s+(the\s+(?:[\w-]+\s+){{0,3}}(?:{nouns}))\s+(?:just\s+|only\s+)?$"
    )


def is_side(name: str) -> bool:
    """True for "South Side": a part of a town, not what a text is about."""
    return _SIDE.fullmatch(name) is not None


def in_lists(text: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Starts of the places that stand in a list, each with its number: parts of a whole."""
    told = [m.span for m in mentions if m.span is not None and _has_number(text, m.span)]
    found: set[int] = set()
    run = told[:1]
    for one, other in pairwise(told):
        near = other.start - one.end < _NEXT_MEMBER and not re.search(r"[.!?\n]", text[one.end : other.start])
        run = [*run, other] if near else [other]
        if len({s.of(text) for s in run}) >= _LIST:
            found.update(s.start for s in run)
    return frozenset(found)


def _has_number(text: str, place: Span) -> bool:
    after = _NUMBERED.match(text, place.end) is not None
    return after or _NUMBER_TO.search(text, max(0, place.start - 40), place.start) is not None


def sums_up(text: str, figure: Span, near: Sequence[Near[Mention]]) -> bool:
    """True for the total of several places: "Mutaro served 9,450 and Kabuti 8,130, A TOTAL OF 17,580"."""
    opens = figure.start + (len("a total of ") if figure.of(text).lower().startswith("a total of ") else 0)
    total = _TOTAL.search(text, max(0, figure.start - 40), opens)
    return total is not None and len({n.value.key for n in near if n.span.end <= figure.start}) > 1
