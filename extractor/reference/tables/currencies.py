"""Dollars of a table in the name by which a story calls them: "$6.4 million", of a column in A$.

A bare "$" is of the country that is spoken of, on either side; two that are both named are two currencies.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.reference.setting import Told
from extractor.reference.tables.reference_table import Column, ReferenceTable
from extractor.regexes import Regex

_BARE = "USD"
_DOLLARS = frozenset({_BARE, "AUD", "CAD", "NZD", "SGD", "HKD", "JMD", "TTD", "FJD"})
#: What makes a dollar American.
_AMERICAN = Regex(r"\bUS\s?\$|\bUSD\b|\b(?:US|American|greenback)\s+dollars?\b")


def in_dollars_told(reference: ReferenceTable, told: Told) -> ReferenceTable:
    """The table, its dollars called as the story's are, where a "$" on either side leaves them open."""
    own = {c.unit for c in reference.columns} & _DOLLARS
    theirs = {c.figure.amount.unit for c in told.claims if c.figure.kind == "money"} & _DOLLARS
    if len(own) != 1 or len(theirs) != 1 or own == theirs or _BARE not in own | theirs:
        return reference
    lines = (*reference.heads, reference.caption, *reference.notes)
    named = lines if _BARE in own else (told.document.text,)
    if any(_AMERICAN.search(line) for line in named):
        return reference
    unit = next(iter(theirs))
    return replace(reference, columns=tuple(_in(c, unit) if c.unit in own else c for c in reference.columns))


def _in(column: Column, unit: str) -> Column:
    return replace(column, unit=unit)
