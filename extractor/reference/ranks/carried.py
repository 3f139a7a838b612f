"""Ranks that name no measure: they are by what the figure before them was of.

"Axcombe waited 49.8 minutes. Jessop was the third-slowest area."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.model import Claim, Comparison, Finding
from extractor.reference.findings import questioned_value
from extractor.reference.match import At, Reader
from extractor.reference.ranks.words import Rank
from extractor.reference.stated import has_many_digits
from extractor.reference.topic import Topic
from extractor.reference.words import root
from extractor.regexes import Regex

#: Words that order by any measure; what is "largest" may be so by its size.
_ANY = Regex(
    r"(?:slowest|fastest|quickest|best|worst|highest|lowest|top|bottom|second|third|fourth|fifth|sixth|seventh|eighth)\Z",
    re.IGNORECASE,
)
_SIZE = Regex(r"(?:largest|biggest|smallest|greatest)\Z", re.IGNORECASE)
#: What may follow: the end, a joint, a group, or one noun, which has to be that of a row.
_BEHIND = Regex(r"\s*(?:\Z|[.,;:—–]|(?:of|in|among|and|but|at|with)\b|(?P<noun>[a-z]+)\b)")
#: A row has to be this sure.
_SURE_ROW = 0.7


def topic_before(reader: Reader, rank: Rank, value: Comparison, found: Sequence[Finding]) -> Topic | None:
    """The measure of the last figure before a rank in its paragraph, in its own row, if that is borne out."""
    if not _ANY.search(value.text) or not names_no_more(reader, rank, value):
        return None
    model = _last(reader, value, found)
    subjects = [s for s in reader.subjects(value) if not set(s.labels) & set(reader.labels.totals)]
    if model is None or not subjects or subjects[0].certainty < _SURE_ROW or len(subjects[0].labels) != 1:
        return None
    cell = model.cells[0].observation
    row = reader.reference.row_of(cell)
    column = reader.reference.column_of(cell)
    label = subjects[0].labels[0]
    if row is None or column is None or column.head.is_change:
        return None
    alike = [r for r in reader.rows.get(label, ()) if r.period == row.period]
    alike = alike if len(alike) == 1 else [r for r in alike if r.kinds == row.kinds]
    return Topic(label, At(alike[0], column), 1.0, firm=True) if len(alike) == 1 else None


def names_no_more(reader: Reader, rank: Rank, value: Comparison) -> bool:
    """True if no noun behind a rank says of what it is: "the slowest area", but not "the largest town"."""
    behind = _BEHIND.match(reader.told.document.text, rank.span.end)
    if behind is None:
        return False
    noun = behind["noun"]
    if noun is None:
        return True
    row = root(noun) in {root(w) for w in reader.reference.row_noun.lower().split()}
    return row and _SIZE.search(value.text) is None


def _last(reader: Reader, value: Comparison, found: Sequence[Finding]) -> Finding | None:
    """The finding on the last figure before a rank, in its sentence or the one before, if it is borne out."""
    around = reader.told.paragraph(value.span.start)
    start = reader.told.sentence_before(value.sentence, around)
    told = [
        c
        for c in reader.told.claims
        if start <= c.figure.span.start and c.figure.span.end <= value.span.start and _is_level(c)
    ]
    last = max(told, key=lambda c: c.figure.span, default=None)
    if last is None:
        return None
    own = [f for f in found if getattr(questioned_value(f.relation.roles), "id", "") == last.id]
    held = [f for f in own if f.verdict == "consistent" and f.relation.kind == "same" and len(f.cells) == 1]
    return held[0] if held else None


def _is_level(claim: Claim) -> bool:
    return claim.statistic != "change" and claim.figure.kind != "rank" and has_many_digits(claim)
