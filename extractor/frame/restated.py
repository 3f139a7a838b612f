"""A figure that says another again, and so whether it counts those that did not: "96, or 23 per cent"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.frame.earlier import Framed
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
    r"\b(?:of|in|out of|from)\s+(?:(?:the|its|their|his|her|these|those|all|some|about)\s+)*$"
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
