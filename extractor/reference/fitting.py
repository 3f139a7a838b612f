"""What a column is called, and whether its cells may be what a claim states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.amount import PERCENT, POINTS
from extractor.model import Claim, Comparison, Span
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import roots
from extractor.regexes import Regex

_RATE = Regex(r"(?:\b|_)(?:rate|turnout)(?:\b|_)", re.IGNORECASE)


def words_of(column: Column) -> tuple[str, ...]:
    """Roots of the words that name a column, aliases too."""
    others = (w for a in column.aliases for w in roots(a))
    return tuple(dict.fromkeys([*column.head.words, *column.head.aside, *others]))


def span_of(value: Claim | Comparison) -> Span:
    """The printed words."""
    return value.figure.span if isinstance(value, Claim) else value.span


def fits(claim: Claim, column: Column) -> bool:
    """True if a column's cells may be what a claim states: counts with counts, shares with shares."""
    unit, kind = claim.figure.amount.unit, claim.figure.kind
    if column.head.is_rank or kind in ("date", "reference", "score", "multiple", "rank") or unit == POINTS:
        return False
    if column.head.is_change != (claim.statistic == "change"):
        return False
    if unit == PERCENT:
        return column.unit == PERCENT or (column.unit == "" and bool(_RATE.search(column.head.text)))
    if column.unit == PERCENT or column.unit.startswith("per "):
        # "The city stands at 20.6" counts nobody.
        return column.unit.startswith("per ") and (kind == "rate" or (kind == "count" and _has_parts(claim)))
    if kind == "count":
        if _has_parts(claim) and not column.has_parts:
            return False  # "from 8.1 to 9.9" counts no employees
        return column.unit == "" or (column.head.is_worded and _counts_unit(claim, column))
    return column.unit == unit or _is_weight(claim, column) or _is_titled(claim, column)


def of_statistic(value: Claim | Comparison, columns: Sequence[Column]) -> frozenset[int]:
    """The columns of means of which a figure told "on average" is, of medians of a median; else none."""
    told = value.statistic if isinstance(value, Claim) else None
    if told not in ("mean", "median"):
        return frozenset()
    named = [c for c in columns if told in c.head.words]
    return frozenset(c.number for c in named) if len({c.head.words for c in named}) == 1 else frozenset()


def _is_weight(claim: Claim, column: Column) -> bool:
    """True for pounds that are no money, where a table weighs: "22.6 billion pounds of milk"."""
    return column.unit == "pound" and claim.figure.text.lower().endswith(("pounds", "pound", "lb", "lbs"))


def _is_titled(claim: Claim, column: Column) -> bool:
    """True where the title of a table names the unit for all its columns: "micrograms per cubic metre"."""
    unit = claim.figure.amount.unit
    return (
        column.unit == ""
        and bool(column.title_units)
        and claim.figure.kind == "measure"
        and any(unit == u or unit.startswith(f"{u} ") or u.startswith(f"{unit} ") for u in column.title_units)
    )


def _has_parts(claim: Claim) -> bool:
    value = claim.figure.value
    return value is not None and value % 1 != 0


def _counts_unit(claim: Claim, column: Column) -> bool:
    """True for a count of the unit itself: 7,300 skier days of a column "Skier days"."""
    return claim.measure is None or any(w in roots(column.head.text) for w in roots(claim.measure.key))
