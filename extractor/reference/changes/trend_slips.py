"""Levels beside a change that the cells bear out, while the level is that of another time or a slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon import Policy
from extractor.reference.changes.trend_words import Trend
from extractor.reference.match import At, Candidate, Reader, Tie
from extractor.reference.readings import reading_of
from extractor.reference.stated import agree, has_many_digits, of_cell, stated_of
from extractor.reference.topic import Topic, one_measure, times_of


@dataclass(frozen=True, slots=True)
class Fit:
    """A trend laid on the cells of one measure of a row at two times."""

    topic: Topic
    old: At
    new: At
    #: The figures that the cells bear out, by their ids.
    held: frozenset[str]


def later(reader: Reader, sized: Sequence[Fit], anchored: Sequence[Fit]) -> list[Fit]:
    """The change up to the latest time, where the level prints an older cell of the measure.

    "Rose by 2.2 points to 24.0", of a share that was 24.0 the year before and has risen by 2.2 since.
    """
    times = [p for f in anchored for p in times_of(reader, f.topic)[-1:]]
    ends = [reader.reference.period(f.new.row, f.new.column) for f in anchored]
    if any(p is None or p.key == t.key for p, t in zip(ends, times, strict=True)):
        return []
    same = [f for f in sized if all(one_measure(reader, f.topic.at, a.topic.at) for a in anchored)]
    last = [p.key for p in times]
    return [f for f in same if (p := reader.reference.period(f.new.row, f.new.column)) and p.key in last]


def has_size_alone(trend: Trend, fit: Fit) -> bool:
    """True where the cells bear out the change and no level."""
    return trend.new is not None and trend.change is not None and fit.held == {trend.change.id}


def off(reader: Reader, trend: Trend, sized: Sequence[Fit], policy: Policy) -> list[Fit]:
    """The change that cells make, where the level is the old one or a slip for the new."""
    shifted = [f for f in sized if _is_shifted(reader, trend, f, policy)]
    return shifted or _slipped(reader, trend, sized, policy)


def _is_shifted(reader: Reader, trend: Trend, fit: Fit, policy: Policy) -> bool:
    """True where the level prints the old one: "254, 29% fewer than in 2022"."""
    assert trend.new is not None
    old = of_cell(reader, fit.old, stated_of(trend.new, policy).negated)
    return has_many_digits(trend.new) and old is not None and agree(trend.new.figure.amount, old.amount)


def _slipped(reader: Reader, trend: Trend, sized: Sequence[Fit], policy: Policy) -> list[Fit]:
    """The one measure whose change is told, where the level is a slip of a digit for its cell."""
    change = trend.change
    if len(sized) != 1 or change is None or None in (change.figure.amount.low, change.figure.amount.high):
        return []
    assert trend.new is not None
    at = Candidate(sized[0].new.row, sized[0].new.column, Tie(1.0), 1.0, True)
    reading = reading_of(reader, stated_of(trend.new, policy), at)
    return list(sized) if reading is not None and reading.reading == "digit" else []


def is_latest(reader: Reader, fit: Fit) -> bool:
    """True for a change up to the latest time of its measure."""
    period = reader.reference.period(fit.new.row, fit.new.column)
    return period is not None and period.key == times_of(reader, fit.topic)[-1].key
