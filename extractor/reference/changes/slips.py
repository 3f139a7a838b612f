"""The mix-up under which a stated change would fit the cells that it is held to."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from extractor.amount import PERCENT, POINTS, difference, negate, percent_change, scale
from extractor.model import Amount, Reading
from extractor.reference.changes.cells import Between, pair_of
from extractor.reference.match import Reader
from extractor.reference.readings import Explained
from extractor.reference.stated import Stated, agree, shown_cell, signed
from extractor.reference.topic import Topic

#: Fewer per cent than this may be the change in number by chance.
_LEAST_COUNT = 10


def _as_printed(amount: Amount, topic: Topic) -> Amount:
    """A change in the numbers that the cells print: 90 for 90,000 of a table of thousands."""
    return scale(amount, Fraction(1, topic.at.column.head.factor))


def reading_of_change(reader: Reader, stated: Stated, topic: Topic, between: Between) -> Explained | None:
    """The mix-up under which a change would fit."""
    pair = pair_of(reader, topic, between)
    assert pair is not None
    (_, a), (new, b) = pair
    direction = stated.claim.direction
    plain, relative = replace(difference(b, a), unit=""), percent_change(a, b)
    of_rate = topic.at.column.unit == PERCENT
    mixed = "per cent and percentage points changing places"
    in_percent = stated.amount.unit == PERCENT
    of_number = in_percent and not of_rate and (stated.claim.figure.value or 0) >= _LEAST_COUNT
    ways: list[tuple[Reading, str, Amount, bool]] = [
        ("direction", "a change the other way", relative if in_percent else plain, True),
        ("points", mixed, plain, of_rate and in_percent),
        ("points", mixed, relative, stated.amount.unit == POINTS),
        ("unit", "the change in number", _as_printed(plain, topic), of_number),
        ("level", "the new level", b, True),
        ("level", "the old level", a, True),
    ]
    for reading, words, amount, applies in ways:
        turned = signed(amount, direction)
        told = negate(turned) if reading == "direction" else turned
        if applies and agree(replace(stated.amount, unit=""), replace(told, unit="")):
            return Explained(reading, words)
    backwards = signed(negate(percent_change(b, a)), direction)
    if stated.amount.unit == PERCENT and agree(stated.amount, backwards):
        return Explained("base", f"the change taken of {shown_cell(new.observation)}", (new.observation,))
    return None
