"""Names of blocks that say among whom a rank is, not of whom a figure is: "the highest in the East"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.reference.rows.labels import Named
from extractor.reference.tables.reference_table import ReferenceTable
from extractor.regexes import Regex

_RANKED = Regex(
    r"\b(?:\w{2,}est|most|least|worst|best|only|first|second|third|fourth|fifth|top|bottom|any(?:body|one|where)?"
    r"|(?:no|every)\s*(?:one|body|where)?|one\s+of\s+the)\b[^,;:.!?\n]{0,60}\b(?:in|of|across|within)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OPENS = Regex(r"[.!?”]\s+|\n\s*")
_GOES_ON = Regex(r"(?:It|Its|They|Their|There|That|This)\b")
#: Characters before a name in which the rank may stand.
_NEAR = 100


def without_scopes(text: str, named: Iterable[Named], reference: ReferenceTable) -> Iterator[Named]:
    """The places that name rows, but for blocks with a rank before them where a row is named first."""
    blocks = {reference.rows[n].label for n in reference.parts}
    totals = {r.label for r in reference.totals}
    found = sorted(named, key=lambda n: n.span)
    for at, one in enumerate(found):
        before = text[max(0, one.span.start - _NEAR) : one.span.start]
        earlier = any(
            o.span.start >= one.span.start - _NEAR and not _parted(text, o, one) for o in found[:at]
        )
        if set(one.labels) <= blocks and earlier and _RANKED.search(before):
            continue
        # "Its rate is the highest in England": of the row that the text goes on about.
        if set(one.labels) <= totals and _RANKED.search(before) and _goes_on(text, one.span.start):
            continue
        yield one


def _goes_on(text: str, at: int) -> bool:
    """True if the sentence around a place begins with a word for what was named before."""
    opens = list(_OPENS.finditer(text, max(0, at - 2 * _NEAR), at))
    return bool(opens) and _GOES_ON.match(text, opens[-1].end()) is not None


def _parted(text: str, first: Named, then: Named) -> bool:
    return re.search(r"[.!?]\s|\n", text[first.span.end : then.span.start]) is not None
