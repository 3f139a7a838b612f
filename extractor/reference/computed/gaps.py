"""How far a row is from another: "2 points above the national rate", "below the average for England"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.amount import PERCENT, POINTS, difference, negate, percent_change, surely_less, widen
from extractor.lexicon import Policy
from extractor.model import Amount, Claim, Comparison, Direction, Finding, Role, Span
from extractor.reference.computed.spots import (
    amount_at,
    cited,
    is_firm,
    likeliest,
    same_column,
    shown_cells,
    spots,
)
from extractor.reference.findings import agrees, finding, questioned
from extractor.reference.match import Candidate, Reader
from extractor.reference.phrases import phrase
from extractor.reference.questioning.guards import is_strange
from extractor.reference.readings import Explained
from extractor.reference.rows.labels import Named
from extractor.reference.stated import Computed, agree, half_digit, shown, shown_cell, stated_of
from extractor.reference.tables.reference_table import Column
from extractor.regexes import Regex

_HIGHER = ("above", "higher", "more", "greater", "ahead", "over", "better")
_CUE = Regex(
    r"\b(?P<way>above|below|higher|lower|more|fewer|less|greater|ahead|behind|short)\b"
    r"(?:\s+[\w-]+){0,3}?\s+(?:than|of)\b|\b(?P<bare>above|below)\b",
    re.IGNORECASE,
)
#: Characters behind the cue in which the other row has to be named.
_NEAR = 24
#: What may stand between a figure and the cue.
_UNIT = Regex(r"\s*(?:percentage\s+)?(?:points?\s+)?(?:\w+\s+)?", re.IGNORECASE)
_THE_AVERAGE = Regex(
    r"\s+(?:that\s+of\s+)?the\s+average\b(?!\s+(?:for|of|in|at|since|over)\b)", re.IGNORECASE
)
_LEVEL = Regex(r"above|below|higher|lower", re.IGNORECASE)
_DENIED = Regex(
    r"\b(?:not|n't|never|neither|if|whether|nowhere|nobody|none|no)\s+(?:\w+\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that set the row of a figure against another row."""

    span: Span
    higher: bool
    other: Named


def gap_of(reader: Reader, claim: Claim) -> Gap | None:
    """The words right behind a figure that set its row against another."""
    if claim.figure.kind not in ("points", "percentage", "money", "count", "measure", "duration"):
        return None
    end = claim.figure.span.end
    inside = reader.told.document.text[claim.figure.span.start : end]
    cue = _CUE.search(inside)
    if cue is not None and any(c.isdigit() for c in inside[cue.end() :]):
        return None  # "far below 341 in Marsh" is no gap of 341
    start = end if cue is None else claim.figure.span.start
    found = next(_gaps(reader, Span(start, claim.sentence.end)), None)
    if found is None or not _UNIT.fullmatch(reader.told.document.text[end : max(end, found.span.start)]):
        return None
    return found


def _gaps(reader: Reader, where: Span) -> Iterator[Gap]:
    text = reader.told.document.text
    for match in _CUE.finditer(text, where.start, where.end):
        way = (match["way"] or match["bare"]).lower()
        behind = [n for n in reader.named if 0 <= n.span.start - match.end() <= _NEAR]
        other = next((n for n in behind if len(n.labels) == 1 and _joins(text, match.end(), n)), None)
        other = other or _average(reader, match.end())
        if other is not None:
            yield Gap(Span(match.start(), other.span.end), way in _HIGHER, other)


def _average(reader: Reader, end: int) -> Named | None:
    """ "Above the average", with no word of whose: that of all rows."""
    found = _THE_AVERAGE.match(reader.told.document.text, end)
    if found is None or len(reader.labels.totals) != 1:
        return None
    return Named(Span(end, found.end()), reader.labels.totals, wide=True)


def _joins(text: str, end: int, named: Named) -> bool:
    """True if nothing parts the cue and the name: "above the rate for England"."""
    return re.fullmatch(r"[\w\s’']*", text[end : named.span.start]) is not None


def gap(reader: Reader, printed: Claim, found: Gap, policy: Policy) -> Iterator[Finding]:
    """A stated gap against that of the cells of both rows."""
    claim = in_points(reader, printed)
    stated = stated_of(claim, policy)
    cells = _cells(reader, claim, found, lambda c: _may_differ(claim, c))
    tried = [c for cell in likeliest(cells) for c in _computed(reader, claim, cell, found)]
    agreeing = [c for c in tried if agree(stated.amount, _toward(c.amount, found.higher))]
    if agreeing:
        yield agrees(stated, agreeing[0])
    elif (
        tried
        and (is_firm(cells) or len({c.column.number for c in cells}) == 1)
        and claim.stance == "asserted"
        and not is_strange(reader, claim, cells[0].column)
    ):
        turned = agree(stated.amount, _toward(tried[0].amount, not found.higher))
        fit = Explained("direction", "a gap the other way") if turned else None
        computed = tried[0] if turned or found.higher else replace(tried[0], amount=negate(tried[0].amount))
        yield questioned(stated, computed, fit)


def in_points(reader: Reader, claim: Claim) -> Claim:
    """ "3.5 points above" counts percentage points where the table has no column of points."""
    plain = claim.figure.kind == "count" and claim.measure is not None and claim.measure.key == "point"
    if not plain or "point" in reader.vocabulary:
        return claim
    amount = widen(replace(claim.figure.amount, unit=POINTS), half_digit(claim))
    return replace(claim, figure=replace(claim.figure, kind="points", amount=amount))


def _may_differ(claim: Claim, column: Column) -> bool:
    unit = claim.figure.amount.unit
    if unit == POINTS:
        return column.unit == PERCENT
    if unit == PERCENT:
        return column.unit != PERCENT
    return column.unit == ("" if claim.figure.kind == "count" else unit)


def _cells(reader: Reader, value: Claim | Comparison, found: Gap, wanted: object) -> tuple[Candidate, ...]:
    """The cells of the row that the gap is told of."""
    label = _own_row(reader, value, found)
    assert callable(wanted)
    return () if label is None else spots(reader, value, [label], wanted)


def _own_row(reader: Reader, value: Claim | Comparison, found: Gap) -> str | None:
    """The row that is set against the other: the surest that is not the other."""
    rows = [s for s in reader.subjects(value) if not set(s.labels) & set(found.other.labels)]
    return rows[0].labels[0] if rows and len(rows[0].labels) == 1 else None


def _computed(reader: Reader, claim: Claim, cell: Candidate, found: Gap) -> Iterator[Computed]:
    for other in same_column(reader, cell, found.other.labels[0], claim):
        a, b = amount_at(reader, cell), amount_at(reader, other)
        relative = claim.figure.amount.unit == PERCENT
        amount = percent_change(b, a) if relative else difference(a, b)
        amount = replace(amount, unit=claim.figure.amount.unit)
        both = cited(reader, [("cell", cell), ("other", other)])
        steps = f"{shown_cell(both[0].observation)} − {shown_cell(both[1].observation)} = {shown(amount)}"
        told = f"{cell.row.label} against {other.row.label}, {cell.column.head.text}"
        yield Computed(amount, f"{shown_cells(both)}; {steps}", told, both, "compare")


def _toward(amount: Amount, higher: bool) -> Amount:
    return amount if higher else negate(amount)


def comparisons(reader: Reader) -> Iterator[Finding]:
    """Every "above the national average" without a size, against the cells of both rows."""
    sized = [g.span for c in reader.told.claims if (g := gap_of(reader, c)) is not None]
    for found in _gaps(reader, Span(0, len(reader.told.document.text))):
        before = reader.told.document.text[max(0, found.span.start - 16) : found.span.start]
        if (
            found.span in sized
            or not _LEVEL.match(found.span.of(reader.told.document.text))
            or _DENIED.search(before)
        ):
            continue
        value = phrase(reader.told, found.span, "higher" if found.higher else "lower")
        yield from _compared(reader, value, found)


def _compared(reader: Reader, value: Comparison, found: Gap) -> Iterator[Finding]:
    cells = _cells(reader, value, found, lambda c: c.unit == PERCENT or c.unit.startswith("per "))
    printed = [c for c in cells if _is_printed(reader, value, c)]
    first = printed[0] if len(printed) == 1 else cells[0] if is_firm(cells) else None
    others = () if first is None else same_column(reader, first, found.other.labels[0], value)
    for other in others:
        assert first is not None
        yield from _ordered(reader, value, first, other, found.higher)
        return


def _is_printed(reader: Reader, value: Comparison, cell: Candidate) -> bool:
    """True if a figure of the sentence prints the cell."""
    figures = reader.told.figures.get(value.sentence, ())
    amount = amount_at(reader, cell)
    return any(c.figure.amount.unit == amount.unit and agree(c.figure.amount, amount) for c in figures)


def _ordered(
    reader: Reader, value: Comparison, a: Candidate, b: Candidate, higher: bool
) -> Iterator[Finding]:
    one, other = amount_at(reader, a), amount_at(reader, b)
    both = cited(reader, [("cell", a), ("other", b)])
    roles, arithmetic = (Role("stated", value),), shown_cells(both)
    way: Direction | None = "rose" if surely_less(other, one) else "fell" if surely_less(one, other) else None
    if way == ("rose" if higher else "fell"):
        yield finding("compare", "consistent", roles, both, arithmetic=arithmetic)
    elif way is not None:
        told = f"{shown_cell(both[0].observation)} against {shown_cell(both[1].observation)}"
        yield finding(
            "compare",
            "mismatch",
            roles,
            both,
            severity="error",
            reading="direction",
            arithmetic=arithmetic,
            explanation=f"“{value.text}” does not agree with the table: {a.column.head.text} is {told}.",
            missing=("another measure, if the sentence means one",),
            suggestion="check the comparison against the table",
        )
