"""The groups of rows that a number may count: all plain rows, the sums among them, the parts of one.

"Nine of the 12 regions", "of the 25 districts, nine", "all six regions ... five of them"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from extractor.model import Claim
from extractor.reference.match import Reader
from extractor.reference.row_counts import counts_rows
from extractor.reference.tables.reference_table import Row, is_average, is_total
from extractor.regexes import Regex

_OF = Regex(r"\s+of\s+(?:the\s+|its\s+|all\s+|our\s+)?(?:\w+['’]s\s+)?")
_OF_THEM = Regex(r"\s+of\s+(?:them|these|those)\b")
#: "Of the 25 districts, nine"; "all six regions".
_OF_THE = Regex(r"(?:^|[,;]\s+)(?:but\s+)?of\s+(?:the|its|all)\s+$", re.IGNORECASE)
_ALL = Regex(r"\ball\s+(?:of\s+)?(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number under test, and the rows that it counts some of, or all."""

    claim: Claim
    rows: tuple[Row, ...]
    #: True if words say how many rows there are, and one group has so many.
    sure: bool


def counted(reader: Reader, claims: Sequence[Claim]) -> Iterator[Counted]:
    """Every number of rows of which a condition may be told, in the order of print."""
    last: Counted | None = None
    for claim in sorted(claims, key=lambda c: c.figure.span):
        if claim.figure.kind != "count" or claim.stance != "asserted":
            continue
        found = _counted(reader, claim, claims, last)
        if found is not None:
            last = found
            yield found


def _counted(reader: Reader, claim: Claim, claims: Sequence[Claim], last: Counted | None) -> Counted | None:
    text, span = reader.told.document.text, claim.figure.span
    if _OF_THEM.match(text, span.end):
        near = last is not None and reader.told.paragraph(span.start).contains(last.claim.figure.span)
        return Counted(claim, last.rows, last.sure) if near and last is not None else None
    whole = _whole_behind(reader, claim, claims) or _whole_before(reader, claim, claims)
    if whole is not None and counts_rows(reader, whole):
        return _sized(reader, claim, whole)
    if counts_rows(reader, claim) and _ALL.search(text[claim.sentence.start : span.start]):
        return _sized(reader, claim, claim)
    return None


def _sized(reader: Reader, claim: Claim, whole: Claim) -> Counted | None:
    """The rows that are as many as a number of them says; none where no group or several have so many."""
    nearest = [g for g in _scoped(reader, claim) if whole.figure.value == len(g)]
    found = nearest or [g for g in groups_of(reader) if whole.figure.value == len(g)]
    return Counted(claim, found[0], True) if len(found) == 1 else None


def _whole_behind(reader: Reader, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The 12 of "nine of the 12 regions"."""
    found = _OF.match(reader.told.document.text, claim.figure.span.end)
    return None if found is None else next((c for c in claims if c.figure.span.start == found.end()), None)


def _whole_before(reader: Reader, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The 25 of "of the 25 districts, nine"."""
    text, start = reader.told.document.text, claim.sentence.start
    own = [c for c in claims if c.sentence == claim.sentence and c.figure.kind == "count"]
    ordered = sorted(own, key=lambda c: c.figure.span)
    if len(ordered) < 2 or ordered[1] is not claim:
        return None
    between = text[ordered[0].figure.span.end : claim.figure.span.start]
    opens = _OF_THE.search(text[start : ordered[0].figure.span.start])
    return ordered[0] if opens and re.search(r",\s+(?:only\s+|just\s+)?$", between) else None


def groups_of(reader: Reader) -> tuple[tuple[Row, ...], ...]:
    """All plain rows; the rows that are sums of others and no totals."""
    found = (leaves(reader), _sums(reader))
    return tuple(g for g in found if len(g) > 1)


def _scoped(reader: Reader, claim: Claim) -> Iterator[tuple[Row, ...]]:
    """The parts of the sums that a sentence names: the boroughs of a region."""
    named = [n for n in reader.named if claim.sentence.contains(n.span) and len(n.labels) == 1]
    for label in dict.fromkeys(n.labels[0] for n in named):
        for row in _latest(reader.rows.get(label, ())):
            numbers = reader.reference.parts.get(row.number, ())
            if numbers:
                yield tuple(r for r in reader.reference.rows if r.number in numbers)


def _sums(reader: Reader) -> tuple[Row, ...]:
    parts = reader.reference.parts
    return tuple(_latest([r for r in reader.reference.rows if r.number in parts]))


def leaves(reader: Reader) -> tuple[Row, ...]:
    """The rows that are no totals, averages or sums of others; of several kinds those for all kinds."""
    table = reader.reference
    plain = _latest(
        [
            r
            for r in table.rows
            if r.label not in reader.labels.totals and not is_average(r.label) and r.number not in table.parts
        ]
    )
    whole = [r for r in plain if any(is_total(k) for k in r.kinds)]
    chosen = whole if whole and len({r.label for r in whole}) == len({r.label for r in plain}) else plain
    return tuple(chosen) if len({r.label for r in chosen}) == len(chosen) else ()


def _latest(rows: Sequence[Row]) -> list[Row]:
    """Rows of the latest time, where each has a time of its own; all of them else."""
    dated = [r.period for r in rows if r.period is not None]
    if not dated or len(dated) < len(rows):
        return list(rows)
    last = max(dated, key=lambda p: p.end or p.start or date.min)
    return [r for r in rows if r.period is not None and r.period.key == last.key]
