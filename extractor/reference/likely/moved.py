"""Figures told as changes that are a mix-up of the change their words speak for.

"Harbourne's hours rose by 3.7 per cent", where they fell by that; a change of a share by 3.4 points told as
per cent; a change taken of the new number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from extractor.amount import PERCENT, difference, negate, percent_change
from extractor.lexicon import table as data
from extractor.model import Amount, Finding, Reading
from extractor.reference.computed.spots import amount_at
from extractor.reference.findings import questioned
from extractor.reference.likely.board import digits_of, ends
from extractor.reference.likely.bound import Bound
from extractor.reference.likely.made import FAR, Made, between, may_differ, pairs, spots, way
from extractor.reference.likely.parted import is_fact, may_be_of_more
from extractor.reference.readings import Explained, digits, one_slip
from extractor.reference.stated import Stated, agree, signed

_LEAST_DIGITS = 2


def moved(bound: Bound, stated: Stated) -> Finding | None:
    """A change against the likeliest of its row, where a mix-up parts the two."""
    rules = data("reference")["likely"]["moved"]
    if bound.forms["change"] < rules["form"] or digits_of(bound.claim) < _LEAST_DIGITS:
        return None
    if not is_fact(bound) or stated.negated:
        return None
    found = sorted(_changes(bound, stated), key=lambda m: -m.likelihood)
    if not found or any(agree(stated.amount, m.amount) for m in found) or not _is_told(bound, found[0]):
        return None
    least = rules["likely"] * sum(m.likelihood for m in found)
    fits = ((m, fit) for m in found if m.likelihood >= least for fit in _mixed(bound, stated, m))
    return next((questioned(stated, made.computed(bound), fit) for made, fit in fits), None)


def _is_told(bound: Bound, made: Made) -> bool:
    """True if words name the row, and none behind a short number is of nothing in the table."""
    rules = data("reference")["likely"]["moved"]
    if bound.rows[bound.board.name(made.first.row)] < rules["row"] or bound.forms["none"] >= rules["none"]:
        return False
    return digits_of(bound.claim) > _LEAST_DIGITS or not may_be_of_more(bound)


def _changes(bound: Bound, stated: Stated) -> Iterator[Made]:
    """The changes of the likeliest row, those of shares as well where a figure is told in per cent."""
    unit, row = stated.amount.unit, max(bound.rows, key=lambda n: bound.rows[n])
    for name, measure, column, likelihood in spots(bound, "change"):
        of_rate = unit == PERCENT and column.unit == PERCENT
        if name != row or not (of_rate or may_differ(bound, unit, column)):
            continue
        times = bound.times(measure)
        dated = [t for t in bound.board.times[measure] if t is not None]
        for old, new in pairs(bound, measure, dated):
            from_, to = (bound.board.cells.get((name, measure, t)) for t in (old, new))
            if from_ is not None and to is not None:
                near = 1.0 if dated.index(new) - dated.index(old) == 1 else FAR
                amount = between(bound, stated, to, from_)
                steps = "(A − B) / B" if unit == PERCENT else "A − B"
                yield Made(
                    "change", likelihood * near * max(times[old], times[new]), to, from_, amount, steps
                )


def _mixed(bound: Bound, stated: Stated, made: Made) -> Iterator[Explained]:
    """The mix-ups of a change that fit."""
    told, side = replace(stated.amount, unit=""), bound.claim.direction or way(bound)
    a, b = (amount_at(bound.board.reader, at) for at in (made.first, made.second))
    plain = replace(difference(a, b), unit="")
    in_percent = stated.amount.unit == PERCENT
    of_rate = made.first.column.unit == PERCENT
    ways: list[tuple[Reading, str, Amount, bool]] = [
        ("direction", "a change the other way", negate(made.amount), side is not None),
        ("points", "points and per cent changing places", signed(plain, side), of_rate and in_percent),
        (
            "base",
            "the change taken of the new number",
            signed(negate(percent_change(a, b)), side),
            in_percent,
        ),
    ]
    for reading, words, amount, applies in ways:
        if applies and agree(told, replace(amount, unit="")):
            yield Explained(reading, words)
    value, centre = stated.claim.figure.value, sum(ends(made.amount)) / 2
    if value is not None and one_slip(digits(Fraction(value), value), digits(Fraction(centre), value)):
        yield Explained("digit", "a number with one other digit")
