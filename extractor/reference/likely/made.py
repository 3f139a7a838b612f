"""What two cells make that a figure may state: a change, a share, a difference, each with its likelihood.

Sums and quotients agree by chance too often: they are looked at only before a figure is questioned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from extractor.amount import PERCENT, POINTS, add, difference, negate, percent_change, percent_of, ratio
from extractor.lexicon import table as data
from extractor.model import Amount, Direction, RelationKind
from extractor.reference.computed.spots import amount_at, cited, shown_cells
from extractor.reference.fitting import words_of
from extractor.reference.likely.board import Key, Measure, ends
from extractor.reference.likely.bound import Bound
from extractor.reference.match import At
from extractor.reference.questioning.guards import is_near_bound
from extractor.reference.stated import Computed, Stated, agree, shown, shown_cell, signed
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import root, roots

K = TypeVar("K")
#: Rows and measures that are tried, the likeliest first, and how likely they are at least.
_MOST, _LEAST = 5, 0.01
#: A change of several years is told less often than one of a year.
FAR = 0.4
#: A row that is set against another is told with it, or is that for all.
_OTHER, _TOTAL = 0.4, 0.5


@dataclass(frozen=True)
class Made:
    """Two cells that may be put together, and how."""

    kind: RelationKind
    likelihood: float
    first: At
    second: At
    amount: Amount
    #: What is done with the two: "A − B", "A / B", "(A − B) / B".
    steps: str

    def computed(self, bound: Bound) -> Computed:
        """As a reader can redo it."""
        reader = bound.board.reader
        names = {"share": ("part", "whole"), "change": ("to", "from")}.get(self.kind, ("cell", "other"))
        both = cited(reader, [(names[0], self.first), (names[1], self.second)])
        a, b = (shown_cell(c.observation) for c in both)
        steps = self.steps.replace("A", "\0").replace("B", b).replace("\0", a)
        told = {
            "share": f"{self.first.row.label}, {self.first.column.head.text} as a share of "
            f"{self.second.row.label}, {self.second.column.head.text}",
            "change": f"the change in {self.first.row.label}, {both[0].observation.measure}",
        }.get(
            self.kind,
            f"{self.first.row.label} against {self.second.row.label}, {self.first.column.head.text}",
        )
        return Computed(
            self.amount, f"{shown_cells(both)}; {steps} = {shown(self.amount)}", told, both, self.kind
        )


def made_of(bound: Bound, stated: Stated) -> Made | None:
    """The likeliest of what two cells make that agrees with a figure; None where others do as well."""
    rules = data("reference")["likely"]
    for form, tried, least in (
        ("change", _changes, rules["change"]),
        ("made", _shares, rules["share"]),
        ("made", _gaps, rules["gap"]),
    ):
        if bound.forms[form] < rules["form"]:
            continue
        agreeing = [m for m in tried(bound, stated) if _agrees(stated, m)]
        best = max(agreeing, key=lambda m: m.likelihood, default=None)
        if best is not None and best.likelihood >= least and len(agreeing) <= rules["most"]:
            return best
    return None


def is_made(bound: Bound, stated: Stated) -> bool:
    """True if anything that two cells make may be what a figure states."""
    least = data("reference")["likely"]["explains"]
    return any(
        m.likelihood >= least and _agrees(stated, m)
        for tried in (_changes, _shares, _gaps, _sums, _quotients)
        for m in tried(bound, stated)
    )


def _agrees(stated: Stated, made: Made) -> bool:
    (low, high), (least, most) = ends(stated.amount), ends(made.amount)
    near = least <= high and low <= most and is_near_bound(stated.amount, made.amount)
    return near and agree(stated.amount, made.amount)


def _top(found: Mapping[K, float]) -> list[tuple[K, float]]:
    return sorted(_likely(found), key=lambda kv: -kv[1])[:_MOST]


def _likely(found: Mapping[K, float]) -> list[tuple[K, float]]:
    return [(k, likelihood) for k, likelihood in found.items() if likelihood >= _LEAST]


def spots(bound: Bound, form: str = "made") -> Iterator[tuple[str, Measure, Column, float]]:
    """Row, measure, column and likelihood of what a figure may be made of, the likeliest only."""
    for name, row in _top(bound.rows):
        for measure, of_measure in _top(bound.measures_of(form)):
            column = bound.board.column[measure[1]]
            if not column.head.is_change:
                yield name, measure, column, row * of_measure


def _changes(bound: Bound, stated: Stated) -> Iterator[Made]:
    """The changes of a measure between two times."""
    unit = stated.amount.unit
    for name, measure, column, likelihood in spots(bound, "change"):
        if not may_differ(bound, unit, column):
            continue
        times = bound.times(measure)
        dated = [t for t in bound.board.times[measure] if t is not None]
        for old, new in pairs(bound, measure, dated):
            from_, to = (bound.board.cells.get((name, measure, t)) for t in (old, new))
            if from_ is None or to is None:
                continue
            far = 1.0 if dated.index(new) - dated.index(old) == 1 else FAR
            amount = between(bound, stated, to, from_)
            steps = "(A − B) / B" if unit == PERCENT else "A − B"
            yield Made("change", likelihood * far * max(times[old], times[new]), to, from_, amount, steps)


def pairs(bound: Bound, measure: Measure, dated: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of times that words may mean: from the one before, the first, or one that is told."""
    times = bound.times(measure)
    told = bound.described_times(measure)
    for at, new in enumerate(dated):
        if at == 0 or (times[new] < _LEAST and new != dated[-1]):
            continue
        for before, old in enumerate(dated[:at]):
            if before in (0, at - 1) or any(f.startswith("said in ") for f in told[old]):
                yield old, new


def between(bound: Bound, stated: Stated, to: At, from_: At) -> Amount:
    """The change from one cell to another, in the unit in which it is stated."""
    reader, unit = bound.board.reader, stated.amount.unit
    a, b = amount_at(reader, to), amount_at(reader, from_)
    amount = percent_change(b, a) if unit == PERCENT else difference(a, b)
    return replace(signed(amount, bound.claim.direction or way(bound)), unit=unit)


def way(bound: Bound) -> Direction | None:
    """Which way a figure says that something went, by the verbs and nouns of its stretch: "gained 300"."""
    rules, said = data("reference")["likely"], set(roots(bound.around.words(bound.around.clause)))
    rose, fell = ({root(w) for w in rules[way]} & said for way in ("rose", "fell"))
    return None if bool(rose) == bool(fell) else "rose" if rose else "fell"


def may_differ(bound: Bound, unit: str, column: Column) -> bool:
    """True if a difference of a column's numbers may be stated in a unit, or a change of them in per cent."""
    if unit == POINTS:
        return column.unit == PERCENT
    if unit == PERCENT:
        return column.unit != PERCENT
    return column.unit == ("" if bound.claim.figure.kind == "count" else unit)


def _shares(bound: Bound, stated: Stated) -> Iterator[Made]:
    """One measure of a row by another, or a row by that for all."""
    if stated.amount.unit != PERCENT:
        return
    for part, whole, likelihood in _partners(bound, lambda a, b: a != PERCENT and b != PERCENT):
        a, b = (amount_at(bound.board.reader, at) for at in (part, whole))
        if a.high is not None and b.low is not None and a.high <= b.low and _is_about(stated, a, b):
            amount = replace(percent_of(a, b), unit=PERCENT)
            yield Made("share", likelihood, part, whole, amount, "A / B")


def _is_about(stated: Stated, part: Amount, whole: Amount) -> bool:
    """True unless rough numbers tell a figure from a quotient."""
    (low, high), (least, upper), (lower, most) = ends(stated.amount), ends(part), ends(whole)
    many = 100 if stated.amount.unit == PERCENT else 1
    return lower > 0 and low * lower <= many * upper and many * least <= high * most


def _gaps(bound: Bound, stated: Stated) -> Iterator[Made]:
    """The difference of two rows, in the unit of their column or in per cent."""
    unit = stated.amount.unit
    for name, measure, column, likelihood in spots(bound):
        if not may_differ(bound, unit, column) or unit == PERCENT:
            continue
        for at, other, of_other in _others(bound, name, measure):
            a, b = (amount_at(bound.board.reader, one) for one in (at, other))
            amount = replace(difference(a, b), unit=unit)
            amount = negate(amount) if amount.high is not None and amount.high <= 0 else amount
            yield Made("compare", likelihood * of_other, at, other, amount, "|A − B|")


def _sums(bound: Bound, stated: Stated) -> Iterator[Made]:
    """Two rows together, and what one column of a row has more than another."""
    unit = stated.amount.unit
    for name, measure, column, likelihood in spots(bound):
        for at, other, of_other in _others(bound, name, measure) if column.unit != PERCENT else ():
            a, b = (amount_at(bound.board.reader, one) for one in (at, other))
            yield Made("sum", likelihood * of_other, at, other, replace(add(a, b), unit=unit), "A + B")
    for at, other, likelihood in _partners(bound, lambda a, b: a == b):
        a, b = (amount_at(bound.board.reader, one) for one in (at, other))
        for amount in (difference(a, b), difference(b, a)):
            yield Made("compare", likelihood / 2, at, other, replace(amount, unit=unit), "A − B")


def _quotients(bound: Bound, stated: Stated) -> Iterator[Made]:
    """One column of a row for each of another, in any unit; per cent of those with per cent as well."""
    unit = stated.amount.unit
    for at, other, likelihood in _partners(bound, lambda _a, _b: True):
        a, b = (amount_at(bound.board.reader, one) for one in (at, other))
        for top, under in ((a, b), (b, a)):
            if under.low is not None and under.low > 0 and _is_about(stated, top, under):
                amount = percent_of(top, under) if unit == PERCENT else ratio(top, under)
                yield Made("mean", likelihood / 2, at, other, replace(amount, unit=unit), "A / B")


def _partners(bound: Bound, fit: Callable[[str, str], bool]) -> Iterator[tuple[At, At, float]]:
    for name, measure, column, likelihood in spots(bound):
        for time, of_time in _likely(bound.times(measure)):
            at = bound.board.cells.get((name, measure, time))
            for other in bound.board.measures if at is not None else ():
                whole = bound.board.cells.get((name, other, time))
                if whole is None or other == measure or at is None:
                    continue
                near = 0.3 + 0.7 * bound.measures_of("made")[other]
                if fit(column.unit, whole.column.unit) and words_of(whole.column) != words_of(column):
                    yield at, whole, likelihood * of_time * near
        for at, total, of_total in _others(bound, name, measure):
            if fit(column.unit, column.unit) and total.row.label in bound.board.reader.labels.totals:
                yield at, total, likelihood * of_total


def _others(bound: Bound, name: str, measure: Measure) -> Iterator[tuple[At, At, float]]:
    """The cells of a row with those of others beside them that the story speaks of."""
    totals = bound.board.reader.labels.totals
    for time, of_time in _likely(bound.times(measure)):
        at = bound.board.cells.get((name, measure, time))
        for other, of_other in bound.rows.items() if at is not None else ():
            beside: At | None = bound.board.cells.get(_key(other, measure, time))
            if beside is not None and at is not None and other != name:
                yield at, beside, of_time * (_TOTAL if other in totals else _OTHER * of_other)


def _key(name: str, measure: Measure, time: str | None) -> Key:
    return name, measure, time
