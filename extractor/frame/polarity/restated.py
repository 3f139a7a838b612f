"""A figure that goes on with another one, and so whether it counts those that did not.

It says it again ("96, or 23 per cent"), parts it by place ("31 OF THEM in the north"), or tells the same
of another one ("and ASHBY 12"). Parts by cause ("for 89 an engine was to blame") count what happened.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.frame.earlier import Framed
from extractor.frame.grammar import VERBS
from extractor.frame.sentences import Spot
from extractor.regexes import Regex

_SHARES = frozenset({"percentage", "ratio"})
_COUNTS = frozenset({"count", "money", "measure"})
#: What stands before a figure that says another again: a comma, a bracket, a dash, "or".
_OPENS = Regex(r"(?:[,–—]|\(|\bor)\s*(?:or\s+|that is\s+|just\s+|about\s+|nearly\s+|some\s+|roughly\s+)*$")
#: And behind it: a mark, or the whole of which it is a share.
_CLOSES = Regex(r"\s*(?:[,.;:)–—]|$)|\s+of\s+(?:them|those|these|all|the\s+total|it)\b")
#: Before the whole of a part: "96 OF THE 412 bookings".
_WHOLE = Regex(
    r"\b(?:of|in|out of|from)\s+(?:(?:the|its|their|his|her|these|those|all|some|about|[\w-]+[’']s?)\s+)*$"
)
#: From a figure to its part: "turned away 46 families, 31 ...", "12 in the east and THREE ...".
_TO_PART = Regex(r"\A[^.;]{0,80}(?:[,:;–—(]|\band|[,:;–—] including)\s+(?:(?:just|only|about|some)\s+)*")
#: A part told by where it is, with nothing else said of it.
_PART = Regex(
    r"\s+(?:of\s+(?:them|these|those|whom|which)\s+)?(?:in|at|on|from|across|around|near)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s*){1,5}(?=[,.;:)–—]|\band\b|\bbut\b|\bwhile\b|$)"
)
#: Another one of which the same is told: ", and across the county ...", ", STOKE ...".
_OTHER = Regex(
    r"\A[^.;,]{0,60},?\s+(?:(?:and|but|while)\s+)?(?:(?:in|at|on|across|for|around)\s+)?(?:the\s+)?"
    r"(?:[A-Z][\w’'-]{0,30}\s+){1,4}(?:as a whole\s+)?(?:(?:just|only|about)\s+)*"
)
#: "17 SUCH plots".
_SUCH = Regex(r"\s+such\b")
#: A clause that only says where or when: "In Marl it was", "A year ago the number was", "In all that makes".
_GOES_ON = Regex(
    r"\W*(?:But\s+|And\s+)?"
    r"(?:(?:In|At|On|For|Across)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}"
    r"|(?:A|The)\s+(?:year|month|week)\s+(?:ago|earlier|before)|Last\s+(?:year|month|week)),?\s+"
    r"(?:it|the\s+(?:figure|number|total))\s+(?:was|is|had\s+been|stood\s+at)\s+(?:(?:just|only|about|some)\s+)?"
    r"|\W*(?:Altogether|Together|In\s+all|In\s+total),?\s+(?:that|this|they|it)\s+"
    r"(?:makes?|comes?\s+to|adds?\s+up\s+to)\s+"
)
#: "THAT IS 67 per cent": the share that the count before makes.
_AS_SHARE = Regex(
    r"\W*(?:That|This|It)(?:['’]s|\s+(?:is|was|amounts\s+to|comes\s+to|equals|works\s+out\s+at|represents))\s+"
    r"(?:(?:just|only|about|some|nearly|almost|roughly|over|or)\s+)*"
)
_ALONE = Regex(r"\s?(?:[,.;)–—]|$|and\b)")


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
        if framed.negated or not _is_whole(framed.spot):
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


def denied_again(spot: Spot, earlier: Sequence[Framed]) -> bool:
    """True for a count that goes on with one of those that did not: "In Marl it was NINE", "17 SUCH plots".

    The count before stands in the sentence before, or in the same.
    """
    counts = (f for f in reversed(earlier[-4:]) if f.spot.figure.kind == "count" and not _is_whole(f.spot))
    host = next(counts, None)
    if host is None or not host.negated or host.spot.sentence.block is not spot.sentence.block:
        return False
    sentence, offset, printed = spot.sentence.span, spot.sentence.offset, spot.sentence.printed
    before = printed[sentence.start - offset : spot.figure.span.start - offset]
    after = printed[spot.figure.span.end - offset : sentence.end - offset]
    alone = _ALONE.match(after) is not None
    if spot.figure.kind in _SHARES:
        return alone and _AS_SHARE.fullmatch(before) is not None
    such = _SUCH.match(after) is not None
    return spot.figure.kind == "count" and (such or (_GOES_ON.fullmatch(before) is not None and alone))


def _is_whole(spot: Spot) -> bool:
    """True for the 60 of "44 OF THE 60 buses"."""
    return _WHOLE.search(spot.sentence.printed[: spot.figure.span.start - spot.sentence.offset]) is not None


def _has_verb(spot: Spot, start: int, end: int) -> bool:
    """True if a verb stands between two offsets of the document."""
    inside = (t for t in spot.sentence.tokens if start <= spot.sentence.offset + t.idx < end)
    return any(t.pos_ in VERBS for t in inside)
