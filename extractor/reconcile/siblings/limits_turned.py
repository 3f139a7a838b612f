"""A share up to a limit in one story and beyond it in the other: "less than 18 weeks", "longer than that"."""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.clauses import deed_of
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_N = r"\s(?P<n>[\d.,]*\d|[a-z]+)\b"
_BELOW = Regex(
    r"\b(?:less\sthan|fewer\sthan|shorter\sthan|no\slonger\sthan|(?:no|not)\smore\sthan|up\sto|within|under|below)"
    + _N
)
_BEYOND = Regex(r"(?<!no )(?<!not )\b(?:longer\sthan|more\sthan|over|above|beyond|older\sthan)" + _N)
#: What stands for a limit that was just named.
_THAT = frozenset({"that", "this", "it"})


def limits_turned(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The words by which one share is of those below a limit here and of those beyond it there."""
    if family(x) != "P" or family(y) != "P":
        return None
    for here, there, turned in ((deed_of(a, x), deed_of(b, y), False), (deed_of(b, y), deed_of(a, x), True)):
        below, beyond = _BELOW.search(here), _BEYOND.search(there)
        if below is None or beyond is None or _BEYOND.search(here) or _BELOW.search(there):
            continue
        if beyond["n"] in _THAT or (below["n"] == beyond["n"] and below["n"][0].isdigit()):
            return (beyond[0], below[0]) if turned else (below[0], beyond[0])
    return None


__all__ = ["limits_turned"]
