"""A figure that goes on with another one, and so whether it counts those that did not.

It says it again ("96, or 23 per cent"), parts it by place ("31 OF THEM in the north"), or tells the same
of another one ("and ASHBY 12"). Parts by cause ("for 89 an engine was to blame") count what happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.frame.earlier import Framed
from extractor.frame.grammar import VERBS
from extractor.frame.sentences import Spot

_SHARES = frozenset({"percentage", "ratio"})
_COUNTS = frozenset({"count", "money", "measure"})
#: What stands before a figure that says another again: a comma, a bracket, a dash, "or".
_OPENS = re.compile(
    r"(?:[,–—]|\(|\bor)\s*(?:or\s+|that is\s+|just\s+|about\s+|nearly\s+|some\s+|roughly\s+)*$"
)
#: And behind it: a mark, or the whole of which it is a share.
_CLOSES = re.compile(r"\s*(?:[,.;:)–—]|$)|\s+of\s+(?:them|those|these|all|the\s+total|it)\b")
#: Before the whole of a part: "96 OF THE 412 bookings".
_WHOLE = re.compile(
    r"\b(?:of|in|out of|from)\s+(?:(?:the|its|their|his|her|these|those|all|some|about|[\w-]+[’']s?)\s+)*$"
)
#: From a figure to its part: "turned away 46 families, 31 ...", "12 in the east and THREE ...".
_TO_PART = re.compile(r"\A[^.;]{0,80}(?:[,:;–—(]|\band|[,:;–—] including)\s+(?:(?:just|only|about|some)\s+)*")
#: A part told by where it is, with nothing else said of it.
_PART = re.compile(
    r"\s+(?:of\s+(?:them|these|those|whom|which)\s+)?(?:in|at|on|from|across|around|near)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s*){1,5}(?=[,.;:)–—]|\band\b|\bbut\b|\bwhile\b|$)"
)
#: Another one of which the same is told: ", and across the county ...", ", STOKE ...".
_OTHER = re.compile(
    r"\A[^.;,]{0,60},?\s+(?:(?:and|but|while)\s+)?(?:(?:in|at|on|across|for|around)\s+)?(?:the\s+)?"
    r"(?:[A-Z][\w’'-]{0,30}\s+){1,4}(?:as a whole\s+)?(?:(?:just|only|about)\s+)*"
)


def denied_before(spot: Spot, earlier: Sequence[Framed]) -> bool:
    """True if a figure says again how many did not: "640 of the jobs, 16 PER CENT, had not been filled".

    "12 did not pay, 40 per cent did" tells of others: nothing closes the 40 per cent off.
    """
    host = _host(spot, earlier)
    if host is None or not host.negated or not _other_kind(spot, host.spot):
        return False
    text, offset = spot.sentence.printed, spot.sentence.offset
    left = text[host.spot.figure.span.end - offset : spot.figure.span.start - offset]
    right = text[spot.figure.span.end - offset :]
    if _OPENS.search(left) is None or ";" in left:
        return False
    return _CLOSES.match(right) is not None


def _host(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """The figure before in the same sentence that is no whole of another."""
    for framed in reversed(earlier[-4:]):
        if framed.spot.sentence.span != spot.sentence.span:
            return None
        before = spot.sentence.printed[: framed.spot.figure.span.start - spot.sentence.offset]
        if framed.negated or _WHOLE.search(before) is None:
            return framed
    return None


def _other_kind(spot: Spot, host: Spot) -> bool:
    kinds = (host.figure.kind, spot.figure.kind)
    return any(a in _COUNTS and b in _SHARES for a, b in (kinds, kinds[::-1]))


def denied_part(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """Those that did not, of whom a figure tells a part by place: "46 turned away, 31 of them IN QUEENS"."""
    host = next(iter(reversed(earlier)), None)
    if host is None or not host.negated or host.spot.sentence.span != spot.sentence.span:
        return None
    if host.spot.figure.kind != spot.figure.kind:
        return None
    text, offset = spot.sentence.printed, spot.sentence.offset
    first, last = host.spot.figure.span.end, spot.figure.span.end
    left = text[first - offset : spot.figure.span.start - offset]
    right = _PART.match(text, last - offset)
    if right is not None and _TO_PART.fullmatch(left) is not None:
        return None if _has_verb(spot, last, offset + right.end()) else host
    closed = _CLOSES.match(text, last - offset) is not None
    alike = closed and _OTHER.fullmatch(left) is not None
    return host if alike and not _has_verb(spot, first, spot.figure.span.start) else None


def _has_verb(spot: Spot, start: int, end: int) -> bool:
    """True if a verb stands between two offsets of the document."""
    inside = (t for t in spot.sentence.tokens if start <= spot.sentence.offset + t.idx < end)
    return any(t.pos_ in VERBS for t in inside)
