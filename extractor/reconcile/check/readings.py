"""The mix-ups that may account for a relation that fails, each told as "would fit if".

A reading computes what the stated figure would be under the mix-up; it fits if that meets what
is printed. They are tried in order, the simplest first, and the first that fits is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from extractor.amount import (
    PERCENT,
    POINTS,
    add,
    between,
    complement,
    difference,
    exact,
    last_digit,
    meet,
    negate,
    percent_change,
    percent_of,
    ratio,
    rounded,
    scale,
    total,
)
from extractor.model import Amount, Claim, Derived, Reading, Relation, RelationKind
from extractor.reconcile.check.equations import Equation, amount_of, one, values_of
from extractor.reconcile.misprints import is_seldom, misprint

#: The slips of the pen that leave a number with the digits of another.
_OF_DIGITS = ("swapped", "dropped", "changed")
#: How far a number may be from the one that was hedged, as a part of it: the next round number is as far.
CLOSE = Fraction(1, 10)
#: Digits that a bound has at least, to be known again where its scale is wrong.
KNOWN = 2


@dataclass(frozen=True, slots=True)
class Explanation:
    """A mix-up: its name, the relations it can befall, what would fit, and how it computes."""

    reading: Reading
    kinds: frozenset[RelationKind]
    words: str
    alternatives: Callable[[Relation, Equation], Iterator[Amount]]


def reading_of(relation: Relation, equation: Equation) -> Explanation | None:
    """The first mix-up under which the stated figure would fit; None where none does."""
    # "A change of 3 per cent, from 14 to 11": without a direction only its size is told.
    is_size = relation.kind == "change" and relation.direction is None
    for explanation in EXPLANATIONS:
        if relation.kind in explanation.kinds and any(
            meet(equation.stated, alternative) or (is_size and meet(equation.stated, negate(alternative)))
            for alternative in explanation.alternatives(relation, equation)
        ):
            return explanation
    return None


def _points(relation: Relation, _: Equation) -> Iterator[Amount]:
    """The difference of two rates printed as per cent, or the relative change printed as points."""
    old, new = one(relation, "from"), one(relation, "to")
    if old.unit != PERCENT:
        return
    stated = amount_of(values_of(relation, "change")[0])
    computed = replace(difference(new, old), unit="") if stated.unit == PERCENT else percent_change(old, new)
    yield computed


def _direction(relation: Relation, equation: Equation) -> Iterator[Amount]:
    if relation.direction is not None:
        yield negate(equation.computed)


def _change_base(relation: Relation, _: Equation) -> Iterator[Amount]:
    """The change taken of the new level, or the new level taken of the old one."""
    old, new = one(relation, "from"), one(relation, "to")
    if amount_of(values_of(relation, "change")[0]).unit == PERCENT:
        yield negate(percent_change(new, old))
        yield scale(ratio(new, old), 100)
        yield scale(ratio(old, new), 100)


def _share_complement(_: Relation, equation: Equation) -> Iterator[Amount]:
    yield complement(equation.computed)


def _share_base(relation: Relation, _: Equation) -> Iterator[Amount]:
    """The part taken of the rest instead of the whole."""
    part, whole = one(relation, "part"), one(relation, "whole")
    rest = difference(whole, part)
    if rest.low is not None and rest.low > 0:
        yield percent_of(part, rest)


def _share_inverse(relation: Relation, _: Equation) -> Iterator[Amount]:
    yield percent_of(one(relation, "whole"), one(relation, "part"))


def _multiple_inverse(relation: Relation, _: Equation) -> Iterator[Amount]:
    """The level measured from divided by the one measured: "14, double the 28"."""
    yield ratio(one(relation, "from"), one(relation, "to"))


def _part_missing(relation: Relation, equation: Equation) -> Iterator[Amount]:
    """The total without one of its parts."""
    parts = values_of(relation, "part")
    if len(parts) > 2 and values_of(relation, "total"):
        for part in parts:
            yield replace(difference(equation.computed, amount_of(part)), unit=equation.computed.unit)


def _item_missing(relation: Relation, equation: Equation) -> Iterator[Amount]:
    """One item more or fewer, where the parts are a list that was counted."""
    if any(isinstance(p, Derived) and not p.claims for p in values_of(relation, "part")):
        yield add(equation.computed, exact(1))
        yield add(equation.computed, exact(-1))


def _hedge(relation: Relation, equation: Equation) -> Iterator[Amount]:
    """The stated amount, where a hedge leads away from a number close by: "more than 900" for 871."""
    claims = [] if scale_apart(relation) else [c for c in relation.claims() if c.figure.value]
    for claim, other in zip(claims, reversed(claims), strict=True):
        value, step = Fraction(claim.figure.value or 0), abs(Fraction(claim.figure.value or 0)) * CLOSE
        close = between(value - step, value + step, claim.figure.amount.unit)
        if len(claims) == 2 and _leans(claim) and meet(close, other.figure.amount):
            yield equation.stated


def _leans(claim: Claim) -> bool:
    """True for a number that its hedge puts at one end: "almost 900", "more than 900", not "about 900"."""
    value, amount = Fraction(claim.figure.value or 0), claim.figure.amount
    ends = amount.low is None or amount.high is None or amount.low >= value or amount.high <= value
    return claim.figure.hedge is not None and ends


def _one_sided(amount: Amount) -> bool:
    """True for "more than 900" and "fewer than 900", which hold for numbers of any size."""
    return amount.low is None or amount.high is None or (amount.low == 0 and amount.high > 0)


def scale_apart(relation: Relation) -> bool:
    """True for one bound in two papers, a thousand times as high in one: "at least £279m", £279,000.

    The two meet, since what is above the higher is above the lower; no paper rounds a bound so far down.
    """
    claims = relation.claims()
    if relation.kind != "same" or len({c.document for c in claims}) != 2 or len(claims) != 2:
        return False
    a, b = (c.figure.value for c in claims)
    if not a or not b or len(a.normalize().as_tuple().digits) < KNOWN:
        return False
    bound = any(_one_sided(c.figure.amount) for c in claims)
    return bound and max(Fraction(a) / Fraction(b), Fraction(b) / Fraction(a)) in (1000, 1_000_000)


def _scale(relation: Relation, equation: Equation) -> Iterator[Amount]:
    if scale_apart(relation):
        yield equation.stated
    if _one_sided(equation.stated) or _one_sided(equation.computed):
        return
    for power in (1, -1, 2, -2, 3, -3, 6, -6):
        yield scale(equation.computed, Fraction(10) ** power)


def _digit(relation: Relation, equation: Equation) -> Iterator[Amount]:
    """The computed amount, where changing one printed digit of a figure would bring the two together."""
    first = relation.roles[0].value
    if not isinstance(first, Claim) or first.figure.value is None:
        return
    siblings = len({c.document for c in relation.claims()}) > 1
    for value, wanted in _under_test(relation, equation, first.figure.value):
        turned = _turned(value) if siblings else ()
        if any(meet(rounded(v, last_digit(v)), wanted) for v in (*misprints(value), *turned)):
            yield equation.stated
            return
    if relation.kind == "same" and _is_misprint(relation.claims()):
        yield equation.stated


def _under_test(relation: Relation, equation: Equation, first: Decimal) -> Iterator[tuple[Decimal, Amount]]:
    """The printed number under test and what it has to be; of shares of one whole each may be wrong."""
    if relation.kind != "sum" or values_of(relation, "total"):
        fell = equation.stated.high is not None and equation.stated.high <= 0
        yield first, negate(equation.computed) if fell else equation.computed
        return
    parts = relation.claims("part")
    for part in parts:
        rest = total(amount_of(p) for p in parts if p is not part)
        if part.figure.value is not None:
            yield part.figure.value, difference(equation.stated, rest)


def _is_misprint(told: Sequence[Claim]) -> bool:
    """True if a digit is lost, swapped or another between a number and the one that it is rounded from."""
    kind = misprint(told[0], told[1]) if len(told) == 2 else None
    return kind in _OF_DIGITS and is_seldom(kind, *told)


def misprints(value: Decimal) -> Iterator[Decimal]:
    """The numbers of at least three digits that one wrong or two swapped digits make of a printed one."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return
    kept = list(digits)
    while len(kept) > 1 and kept[-1] == 0 and exponent >= 0:
        kept.pop()
        exponent += 1
    if len(kept) < 3:
        return
    for i, digit in enumerate(kept):
        for other in range(10):
            if other != digit and (other or i):
                yield Decimal((sign, (*kept[:i], other, *kept[i + 1 :]), exponent))
    for i in range(len(kept) - 1):
        if kept[i] != kept[i + 1]:
            swapped = [*kept[:i], kept[i + 1], kept[i], *kept[i + 2 :]]
            yield Decimal((sign, tuple(swapped), exponent))


def _turned(value: Decimal) -> tuple[Decimal, ...]:
    """The number that two swapped digits make of one of two digits: between papers that is a slip as well."""
    sign, digits, exponent = value.normalize().as_tuple()
    if len(digits) != 2 or digits[0] == digits[1] or not isinstance(exponent, int):
        return ()
    return (Decimal((sign, digits[::-1], exponent)),)


def _level(relation: Relation, _: Equation) -> Iterator[Amount]:
    """The new level printed as the size of the change."""
    change = values_of(relation, "change")[0]
    if amount_of(change).unit == one(relation, "to").unit:
        yield one(relation, "to")


EXPLANATIONS: Sequence[Explanation] = (
    Explanation("direction", frozenset({"change"}), "if the movement went the other way", _direction),
    Explanation("points", frozenset({"change"}), "if percentage points and per cent were mixed up", _points),
    Explanation("base", frozenset({"change"}), "if the change was taken of the wrong level", _change_base),
    Explanation("level", frozenset({"change"}), "if the new level was printed as the change", _level),
    Explanation("complement", frozenset({"share"}), "if it counted those that are left", _share_complement),
    Explanation(
        "base", frozenset({"share"}), "if the part was divided by the rest instead of the whole", _share_base
    ),
    Explanation("inverse", frozenset({"share"}), "if the whole was divided by the part", _share_inverse),
    Explanation("inverse", frozenset({"multiple"}), "if the two levels changed places", _multiple_inverse),
    Explanation("sum", frozenset({"sum"}), "if one of the parts is not in the total", _part_missing),
    Explanation(
        "list", frozenset({"sum"}), "if one item is missing or one too many is listed", _item_missing
    ),
    Explanation("hedge", frozenset({"same"}), "if the hedge pointed the other way", _hedge),
    Explanation(
        "scale",
        frozenset({"share", "change", "sum", "multiple", "mean", "same"}),
        "if a power of ten was lost",
        _scale,
    ),
    Explanation(
        "digit", frozenset({"share", "change", "sum", "mean", "same"}), "if one digit was misprinted", _digit
    ),
)

__all__ = ["EXPLANATIONS", "POINTS", "Explanation", "exact", "misprints", "reading_of"]
