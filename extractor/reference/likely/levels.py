"""The cells with which a figure agrees, and the one that it most likely states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.lexicon import table as data
from extractor.reference.column_nouns import is_of_other_number
from extractor.reference.fitting import of_statistic
from extractor.reference.likely.board import Board, Key, digits_of, ends
from extractor.reference.likely.bound import Bound
from extractor.reference.match import At
from extractor.reference.questioning.guards import is_near_bound
from extractor.reference.stated import Stated, agree, cell_amount, to_whole, unsigned


@dataclass(frozen=True)
class Level:
    """How likely the cells are that a figure may state, if it states one."""

    #: Of all that agree with it together.
    agreeing: float
    #: The likeliest of them.
    at: At | None
    #: The likeliest cell of all, where it gives a number, and how likely it is.
    first: Key | None
    most: float


def level_of(bound: Bound, stated: Stated) -> Level:
    """The cells beside a figure."""
    ordered = sorted(bound.cells(), key=lambda kv: -kv[1])
    cells = [(bound.board.cells[key], n) for key, n in ordered if _may_agree(bound.board, stated, key)]
    agreeing = [(at, likelihood) for at, likelihood in cells if is_told(bound, stated, at)]
    first, most = ordered[0] if ordered else (None, 0.0)
    return Level(_sum(agreeing), agreeing[0][0] if agreeing else None, first, most)


def _may_agree(board: Board, stated: Stated, key: Key) -> bool:
    """True unless rough numbers tell a figure from a cell, the rounding to a whole counted in."""
    reach = board.ends.get(key)
    if reach is None or stated.negated or reach[0] < 0:
        return reach is not None
    low, high = ends(stated.amount)
    return reach[0] - 1 <= high and low <= reach[1] + 1


def _sum(found: Sequence[tuple[At, float]]) -> float:
    return sum(likelihood for _, likelihood in found)


def borne_by(bound: Bound, level: Level) -> At | None:
    """The cell that bears a figure out; None where another is much likelier.

    A slip is hardly borne out by the cell that it was mistaken for, since the words speak for the other one.
    """
    rules = data("reference")["likely"]
    digits = min(digits_of(bound.claim), len(rules["level"]))
    if level.at is not None and "noun not" in bound.described_measures[bound.measure_of(level.at)]:
        return None  # "2,622 households", of a column of persons beside one of households
    firm = digits > 0 and level.agreeing * bound.forms["level"] >= rules["level"][digits - 1]
    return level.at if firm and level.agreeing >= rules["rival"] * level.most else None


def is_told(bound: Bound, stated: Stated, at: At) -> bool:
    """True if a figure agrees with a cell."""
    told = to_whole(stated, at.column)
    amount = cell_amount(bound.board.reader, at, told.negated)
    if amount is None:
        return False
    amount = replace(unsigned(amount, told.amount), unit=told.amount.unit)
    (low, high), (least, most) = ends(told.amount), ends(amount)
    near = least <= high and low <= most and is_near_bound(told.amount, amount)
    return near and agree(told.amount, amount) and not _is_of_another(bound, at)


def _is_of_another(bound: Bound, at: At) -> bool:
    """True for a cell of another bound than the words tell, or of no mean where they tell one."""
    means = of_statistic(bound.claim, bound.board.columns)
    other = bool(means) and at.column.number not in means
    return other or is_of_other_number(bound.board.reader, bound.claim, at)
