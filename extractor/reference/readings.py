"""The mix-ups that may account for a figure that its cell does not bear out.

Each looks at other cells of the table, or at the same cell in another way; the first that fits is
named as "would fit". A fit with any cell of a large table means nothing, so only cells that share
the row, the column or the words with the one meant are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from extractor.amount import PERCENT, complement, meet, scale
from extractor.model import Observation, Reading
from extractor.reference.fitting import fits
from extractor.reference.match import At, Candidate, Reader
from extractor.reference.stated import Stated, agree, cell_amount, place_of

#: Numbers of two digits are one slip apart too often.
_SLIP_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Explained:
    """A mix-up that would fit, and the cells that it rests on."""

    reading: Reading
    words: str
    cells: tuple[Observation, ...] = ()


Rule = Callable[[Reader, Stated, Candidate], Iterator[Explained]]


def reading_of(reader: Reader, stated: Stated, candidate: Candidate) -> Explained | None:
    """The first mix-up that fits; None where none does."""
    return next((e for rule in RULES for e in rule(reader, stated, candidate)), None)


def _complement(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    amount = reader.reference.amount(candidate.row, candidate.column)
    if candidate.column.unit != PERCENT or amount is None:
        return
    told = replace(amount, unit=PERCENT)
    other = told if stated.negated else complement(told)
    if meet(stated.amount, other):
        yield Explained("complement", "the share of those left over")


def _period(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    """The same row and measure at another time."""
    for at in _others(reader, candidate):
        if at.row.kinds == candidate.row.kinds and reader.same_measure(at.column, candidate.column):
            yield from _fit(reader, stated, at, "period")


def _column(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    """Another measure of the same row at the same time."""
    table = reader.reference
    for at in _others(reader, candidate):
        one_time = table.period(at.row, at.column) == table.period(candidate.row, candidate.column)
        if one_time and fits(stated.claim, at.column):
            yield from _fit(reader, stated, at, "definition")


def _others(reader: Reader, candidate: Candidate) -> Iterator[At]:
    """The other cells of the rows with the same label."""
    for row in reader.rows[candidate.row.label]:
        for column in reader.reference.columns:
            if (row, column) != (candidate.row, candidate.column):
                yield At(row, column)


def _row(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    """Another row: that for all, those that the story names, the neighbours in the table."""
    named = {label for n in reader.named for label in n.labels} | set(reader.labels.totals)
    near = {candidate.row.number - 1, candidate.row.number + 1}
    for row in reader.reference.rows:
        if row == candidate.row or row.kinds != candidate.row.kinds or row.period != candidate.row.period:
            continue
        if row.label in named or row.number in near:
            yield from _fit(reader, stated, At(row, candidate.column), "place")


def _fit(reader: Reader, stated: Stated, at: At, reading: Reading) -> Iterator[Explained]:
    amount = cell_amount(reader, at, stated.negated)
    observation = reader.reference.observation(at.row, at.column)
    if amount is not None and observation is not None and agree(stated.amount, amount):
        yield Explained(reading, f"{place_of(observation)} ({observation.text})", (observation,))


def _unit(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    """The number of another kind in the same row: a count told as a share."""
    for column in reader.reference.columns:
        amount = reader.reference.amount(candidate.row, column)
        if column.unit == candidate.column.unit or amount is None:
            continue
        if meet(replace(stated.amount, unit=""), replace(amount, unit="")):
            observation = reader.reference.observation(candidate.row, column)
            cells = () if observation is None else (observation,)
            yield Explained("unit", f"the number in the column {column.head.text}", cells)


def _scale(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    amount = reader.reference.amount(candidate.row, candidate.column)
    if not any(c.isdigit() for c in stated.claim.figure.text):
        return  # "three in four" is no slip for 7.5 per cent
    for power in (1, -1, 2, -2, 3, -3) if amount is not None else ():
        assert amount is not None
        if meet(stated.amount, scale(amount, Fraction(10) ** power)):
            yield Explained("scale", "a number that is a power of ten larger or smaller")


def _digit(reader: Reader, stated: Stated, candidate: Candidate) -> Iterator[Explained]:
    """One digit another, missing or too many, or two that changed places."""
    value, amount = stated.claim.figure.value, reader.reference.amount(candidate.row, candidate.column)
    if value is None or amount is None or amount.low is None or amount.high is None:
        return
    told = complement(amount) if stated.negated else amount
    centre = Fraction(told.low or 0) / 2 + Fraction(told.high or 0) / 2
    if one_slip(digits(Fraction(value), value), digits(centre, value)):
        yield Explained("digit", "a number with one other digit")


def digits(number: Fraction, like: Decimal) -> str:
    """The digits of a number, rounded to as many decimals as another print has."""
    exponent = like.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return str(round(abs(number) * 10**places))


def one_slip(a: str, b: str) -> bool:
    """True if one digit differs or is missing, or two neighbours changed places; of three digits at least.

    >>> one_slip("26", "226"), one_slip("1205", "1250"), one_slip("84", "81")
    (True, True, False)
    """
    if a == b or max(len(a), len(b)) < _SLIP_DIGITS:
        return False
    if len(a) != len(b):
        short, long = sorted((a, b), key=len)
        return short in {long[:i] + long[i + 1 :] for i in range(len(long))}
    differing = [i for i in range(len(a)) if a[i] != b[i]]
    return len(differing) == 1 or _swapped(a, b, differing)


def is_swapped(a: str, b: str) -> bool:
    """True if two neighbours changed places: "1276" and "1726"."""
    same = len(a) == len(b)
    return same and _swapped(a, b, [i for i in range(len(a)) if a[i] != b[i]])


def _swapped(a: str, b: str, differing: Sequence[int]) -> bool:
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return a[first] == b[second] and a[second] == b[first]


RULES: Sequence[Rule] = (_complement, _period, _column, _row, _unit, _scale, _digit)
