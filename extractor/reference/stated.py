"""What a claim states, what a cell allows for it, and how the two read side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.amount import (
    PERCENT,
    POINTS,
    complement,
    exact,
    intersection,
    is_exact,
    negate,
    rounded,
)
from extractor.lexicon import Policy
from extractor.lexicon import table as data
from extractor.model import Amount, Cited, Claim, Direction, Observation, RelationKind
from extractor.reference.match import At, Reader
from extractor.reference.tables.layout import EVER
from extractor.reference.tables.reference_table import Column
from extractor.regexes import Regex
from extractor.shown import str_amount

_PASSED = Regex(
    r"\b(?:cross(?:es|ed)?|pass(?:es|ed)?|tops?|topped|exceed(?:s|ed)?|surpass(?:es|ed)?|breach(?:es|ed)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


#: "Talked over 26,814 cases" is no more than so many.
_TALKED = Regex(
    r"\b(?:talk(?:s|ed)?|t(?:akes?|ook)|hand(?:s|ed)?|turn(?:s|ed)?|look(?:s|ed)?|w(?:ins?|on)|g(?:oes|o)|went)\s+$"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim's interval, for confirming and for questioning."""

    claim: Claim
    amount: Amount
    negated: bool


def stated_of(claim: Claim, policy: Policy) -> Stated:
    """What a claim states; bare fraction words reach further when they are questioned."""
    amount = claim.figure.amount
    bare = claim.figure.kind in ("ratio", "percentage") and not any(c.isdigit() for c in claim.figure.text)
    worded = bare and not _counted(claim.figure.text)
    if worded and claim.figure.hedge is None and amount.low is not None and amount.high is not None:
        reach = Fraction(str(policy.rules["fraction"]["accuse_relative"]))
        centre = (amount.low + amount.high) / 2
        amount = replace(
            amount, low=min(amount.low, centre * (1 - reach)), high=max(amount.high, centre * (1 + reach))
        )
    return Stated(claim, amount, claim.negated and amount.unit == PERCENT)


def told_in(text: str, stated: Stated) -> Stated:
    """What a claim states in its text: "passengers cross 18 crore" is 18 crore or more."""
    span, value = stated.claim.figure.span, stated.claim.figure.value
    if stated.claim.figure.hedge == "over" and value is not None and _TALKED.search(text[: span.start]):
        return replace(stated, amount=exact(Fraction(value), stated.amount.unit))
    if _PASSED.search(text[max(0, span.start - 24) : span.start]) is None:
        return stated
    return replace(stated, amount=replace(stated.amount, high=None, high_open=False))


def unsigned(amount: Amount, stated: Amount) -> Amount:
    """What a cell below nought allows of a figure without a sign: "£2.3m under" for -2,302 thousand."""
    below = amount.high is not None and amount.high < 0
    return negate(amount) if below and stated.low is not None and stated.low > 0 else amount


def to_whole(stated: Stated, column: Column) -> Stated:
    """What a whole number allows of a column that prints parts: 3,511 of 3,511.3, £183 of £182.71."""
    amount = stated.amount
    shares = amount.unit in (PERCENT, POINTS)
    if shares or not column.has_parts or not is_exact(amount) or amount.low is None or amount.low % 1:
        return stated
    return replace(stated, amount=rounded(amount.low, 1, amount.unit))


def _counted(text: str) -> bool:
    """True for "forty-nine per cent", a number and no fraction word."""
    return "cent" in text or "%" in text


def cell_amount(reader: Reader, at: At, negated: bool) -> Amount | None:
    """What a cell allows for a claim: the rest to 100 where the claim counts those that did not."""
    amount = reader.reference.amount(at.row, at.column)
    if amount is None:
        return None
    if at.column.unit != PERCENT:
        return amount
    told = replace(amount, unit=PERCENT)
    return complement(told) if negated else told


@dataclass(frozen=True, slots=True)
class Computed:
    """What cells of a table make: one cell as it stands, or a share, change or sum of several."""

    amount: Amount
    arithmetic: str
    #: What it is, for a reader: "Kelverne, maths 2023".
    told: str
    cells: tuple[Cited, ...]
    kind: RelationKind = "same"


def of_cell(reader: Reader, at: At, negated: bool) -> Computed | None:
    """One cell as it stands; the rest to 100 for those that did not."""
    amount, observation = cell_amount(reader, at, negated), reader.reference.observation(at.row, at.column)
    if amount is None or observation is None:
        return None
    arithmetic = in_table(observation)
    if negated and amount.unit == PERCENT:
        arithmetic += f"; 100 − {shown_cell(observation)} = {shown(amount)}"
    return Computed(amount, arithmetic, place_of(observation), (Cited("cell", observation),))


def agree(stated: Amount, cell: Amount) -> bool:
    """True if the two have values in common, and more than the edge at which both are rounded away.

    A cell of 85 and a print of 84 touch at 84.5, but no number prints as both.
    """
    shared = intersection(stated, cell)
    if shared is None:
        return False
    return not is_exact(shared) or is_exact(stated) or is_exact(cell)


def place_of(o: Observation) -> str:
    """Where a cell stands, for a reader: "Kelverne, maths 2023"."""
    period = f", {o.period}" if o.period and o.period not in o.measure else ""
    return f"{o.measure}{period}" if o.entity == EVER else f"{o.entity}, {o.measure}{period}"


def in_table(o: Observation) -> str:
    """A cell with its address: "Kelverne, maths = 75% (exams.csv, row 23, column 4)"."""
    return f"{place_of(o)} = {shown_cell(o)} ({o.table}, row {o.row}, column {o.column})"


def shown_cell(o: Observation) -> str:
    """A cell as printed, with its per cent sign."""
    return f"{o.text}%" if o.amount.unit == PERCENT and "%" not in o.text else o.text


def shown(a: Amount) -> str:
    """A computed amount for a reader."""
    return str_amount(a) + ("%" if a.unit == PERCENT else "")


def signed(amount: Amount, direction: Direction | None) -> Amount:
    """The size of a change as the words have it: a fall of 300 is 300."""
    if direction == "fell":
        return negate(amount)
    if direction is None and amount.high is not None and amount.high <= 0:
        return negate(amount)
    return amount


def is_inside(stated: Stated, cell: Amount) -> bool:
    """True if a cell is what a figure states, or the very number that it is told by: "below 341 in Marsh"."""
    value = stated.claim.figure.value
    bound = stated.claim.figure.hedge is not None and value is not None
    return agree(stated.amount, cell) or (
        bound and value is not None and agree(exact(Fraction(value), stated.amount.unit), cell)
    )


def half_digit(claim: Claim) -> Fraction:
    """Half of the last digit that a figure prints, to which it is rounded."""
    value = claim.figure.value
    exponent = 0 if value is None else value.as_tuple().exponent
    return Fraction(10) ** min(exponent, 0) / 2 if isinstance(exponent, int) else Fraction(0)


def has_many_digits(claim: Claim) -> bool:
    """True for a number that would hardly agree by chance."""
    value = claim.figure.value
    digits = 0 if value is None else len(value.normalize().as_tuple().digits)
    return bool(digits >= data("reference")["tie"]["digits"])
