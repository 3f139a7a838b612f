"""Columns of changes: which of them may print a change that a story tells.

"Change on quarter" stands beside "Change on year", and "Revenue: change" beside "Profit: change".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table as data
from extractor.model import Claim, Finding
from extractor.reference.changes.cells import about, is_over_years
from extractor.reference.changes.steps import step_told
from extractor.reference.fitting import words_of
from extractor.reference.match import Reader
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import roots
from extractor.regexes import Regex

#: How long a time a column of changes spans, by its head.
_HEADS = {
    "month": Regex(r"\bmonth(?:ly)?\b|\bmth\b|\bm[/-]?o[/-]?m\b", re.IGNORECASE),
    "quarter": Regex(r"\bquarter(?:ly)?\b|\bqtr\b|\bq[/-]?o[/-]?q\b", re.IGNORECASE),
    "year": Regex(r"\byear(?:ly)?\b|\bannual\b|\byr\b|\b12[- ]months?\b|\by[/-]?o[/-]?y\b", re.IGNORECASE),
}
_CHANGE = Regex(r"\b(?:change|difference|increase|decrease|growth)\b", re.IGNORECASE)


def printed_changes(
    reader: Reader, claim: Claim, cells: Sequence[Finding], changed: Sequence[Finding]
) -> list[Finding]:
    """Of the cells that agree those that may be meant: of the span and of the measure that words tell.

    `changed` is what levels of the table make of the change.
    """
    found = [f for f in cells if f.verdict == "consistent" and not is_over_years(reader, claim)]
    found = [f for f in found if not _is_of_other_span(reader, claim, f)]
    if not changed or any(f.verdict != "mismatch" for f in changed):
        return found
    return [f for f in found if not _is_of_other_measure(reader, claim, f, changed[0])]


def _column(reader: Reader, finding: Finding) -> Column | None:
    return reader.reference.column_of(finding.cells[0].observation) if finding.cells else None


def _is_of_other_span(reader: Reader, claim: Claim, finding: Finding) -> bool:
    """True for a column of changes on a year, of a change "in the quarter", where another is on quarters."""
    column = _column(reader, finding)
    if column is None or not column.head.is_change:
        return False
    own = _spans(column)
    others = {s for c in reader.reference.columns if c.head.is_change for s in _spans(c)}
    told = step_told(about(reader, claim))
    return len(own) == 1 and told is not None and told not in own and told in others


def _spans(column: Column) -> set[str]:
    return {name for name, words in _HEADS.items() if words.search(column.head.text)}


def _is_of_other_measure(reader: Reader, claim: Claim, finding: Finding, changed: Finding) -> bool:
    """True for a cell of another measure than the one whose levels were taken and that the clause names."""
    column, level = _column(reader, finding), _column(reader, changed)
    if column is None or level is None or not column.head.is_change:
        return False
    plain = {w for w in words_of(column) if w not in _change_words(column)}
    own, near = set(words_of(level)), reader.near(claim)
    if not all(reader.support(near, w) >= data("reference")["tie"]["segment"] for w in own):
        return False
    return bool(own) and bool(plain) and not plain <= own and not own <= plain


def _change_words(column: Column) -> set[str]:
    """Roots of the part of a head that says that it is of changes: "Change on year"."""
    parts = column.head.text.split(": ")
    named = [p for p in parts if any(h.search(p) for h in _HEADS.values()) or _CHANGE.search(p)]
    told = {w for p in named for w in roots(p)} if len(parts) > 1 else set()
    return told | {w for m in _CHANGE.finditer(column.head.text) for w in roots(m[0])}
