"""What each relation says must be equal: a stated amount, and the same amount computed from the others.

>>> from extractor.amount import exact, rounded
>>> str_amount(percent_of(rounded(25, 5), rounded(70, 5)), 1)
'31 to 40.8'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from extractor.amount import (
    PERCENT,
    POINTS,
    add,
    between,
    difference,
    exact,
    intersection,
    last_digit,
    negate,
    percent_change,
    percent_of,
    product,
    ratio,
    rounded,
    scale,
    total,
)
from extractor.lexicon import Policy
from extractor.model import Amount, Claim, Comparison, Derived, Relation, RelationKind
from extractor.regexes import Regex
from extractor.shown import str_amount

#: A fraction in words stands for a wider range when it is questioned than when it is labelled.
_FRACTION = Regex(
    r"\b(?:half|halves|third|thirds|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b", re.I
)

#: An amount for each that is told as an average was rounded; a price was not.
_AVERAGE = Regex(r"\b(?:averag\w*|mean|typically)\b", re.I)


@dataclass(frozen=True, slots=True)
class Equation:
    """Two amounts that must have a value in common, and the sum that a reader can redo."""

    stated: Amount
    computed: Amount
    arithmetic: str


def values_of(relation: Relation, name: str) -> tuple[Claim | Derived, ...]:
    """The claims and derived amounts in a role."""
    return tuple(r.value for r in relation.roles if r.name == name and isinstance(r.value, Claim | Derived))


def amount_of(value: Claim | Derived) -> Amount:
    """The interval of a claim or of what follows from claims."""
    return value.figure.amount if isinstance(value, Claim) else value.amount


def one(relation: Relation, name: str) -> Amount:
    """The amount in a role that has one value."""
    return amount_of(values_of(relation, name)[0])


def shown(a: Amount, places: int = 2) -> str:
    """An amount as it stands in the arithmetic: "56.9%", "£5.2m" as 5,200,000, "31 to 40.8%"."""
    mark = "%" if a.unit == PERCENT else ""
    return str_amount(a, places) + mark


def printed(value: Claim | Derived) -> str:
    """A value as print gives it, without its hedge: 27,000 and not its rounding interval."""
    if isinstance(value, Claim) and value.figure.value is not None:
        number = Fraction(value.figure.value)
        mark = "%" if value.figure.kind in ("percentage", "ratio") else ""
        return str_amount(exact(number), 2) + mark
    return shown(amount_of(value))


def accusing(value: Claim | Derived, policy: Policy) -> Amount:
    """The interval under which a figure may be questioned: bare fraction words reach further."""
    a = amount_of(value)
    if (
        not isinstance(value, Claim)
        or value.figure.kind not in ("ratio", "percentage")
        or a.low is None
        or a.high is None
    ):
        return a
    words = value.figure.text
    if any(c.isdigit() for c in words) or not _FRACTION.search(words) or value.figure.hedge is not None:
        return a
    reach = Fraction(str(policy.rules["fraction"]["accuse_relative"]))
    centre = (a.low + a.high) / 2
    return replace(a, low=min(a.low, centre * (1 - reach)), high=max(a.high, centre * (1 + reach)))


def share(relation: Relation, policy: Policy) -> Equation:
    """rate = part / whole."""
    rate, part, whole = (values_of(relation, n)[0] for n in ("rate", "part", "whole"))
    computed = percent_of(amount_of(part), amount_of(whole))
    told = f"{printed(part)} / {printed(whole)} = {shown(computed)}"
    return Equation(accusing(rate, policy), computed, told)


def change(relation: Relation, policy: Policy) -> Equation:
    """(new − old) / old in per cent, new − old in points or in the levels' unit, new / old as a multiple."""
    stated, old, new = (values_of(relation, n)[0] for n in ("change", "from", "to"))
    a, b = amount_of(old), amount_of(new)
    size = accusing(stated, policy)
    kind = stated.figure.kind if isinstance(stated, Claim) else "count"
    if kind == "multiple":
        up = relation.direction != "fell" or _is_part(stated)
        computed = ratio(b, a) if up else ratio(a, b)
        return Equation(
            _stretched(size, policy),
            computed,
            f"{printed(new if up else old)} / {printed(old if up else new)} = {shown(computed)}",
        )
    if kind in ("percentage", "ratio"):
        computed = percent_change(a, b)
        told = f"({printed(new)} − {printed(old)}) / {printed(old)} = {shown(computed)}"
    else:
        computed = difference(b, a)
        told = f"{printed(new)} − {printed(old)} = {shown(computed)}"
    if relation.direction == "fell":
        size = negate(size)
    elif relation.direction is None:
        computed, size = _size(computed), _size(size)
    return Equation(size, computed, told)


def _is_part(stated: Claim | Derived) -> bool:
    """True for "halved", which tells the new level as a part of the old one."""
    return isinstance(stated, Claim) and stated.figure.value is not None and stated.figure.value < 1


def _size(a: Amount) -> Amount:
    """The amount without its sign; of one that may lie on either side of nought, from nought up."""
    if a.high is not None and a.high <= 0:
        return negate(a)
    if a.low is not None and a.low >= 0:
        return a
    if a.low is None or a.high is None:
        return between(0, None, a.unit)
    up, down = (a.high, not a.high_open), (-a.low, not a.low_open)
    most, reached = max(up, down)
    return between(0, most, a.unit, high_open=not reached)


def sums(relation: Relation, policy: Policy) -> Equation:
    """total = sum of the parts; shares of one whole make 100."""
    parts = values_of(relation, "part")
    computed = total(amount_of(p) for p in parts)
    wholes = values_of(relation, "total")
    if wholes:
        told = f"{' + '.join(printed(p) for p in parts)} = {shown(computed)}"
        if isinstance(parts[0], Derived):  # a list that was counted
            told = parts[0].arithmetic
        return Equation(accusing(wholes[0], policy), computed, told)
    in_order = sorted(parts, key=lambda p: p.figure.span.start if isinstance(p, Claim) else 0)
    told = f"{' + '.join(printed(p) for p in in_order)} = {shown(computed)}"
    return Equation(exact(100, PERCENT), computed, told)


def complement_of(relation: Relation, policy: Policy) -> Equation:
    """p(A) + p(not A) = 100."""
    stated, other = (values_of(relation, n)[0] for n in ("stated", "other"))
    computed = add(exact(100, PERCENT), negate(accusing(other, policy)))
    return Equation(accusing(stated, policy), computed, f"100 − {printed(other)} = {shown(computed)}")


def multiple(relation: Relation, policy: Policy) -> Equation:
    """a / b = k; "k times more" may be k or k + 1."""
    stated, a, b = (values_of(relation, n)[0] for n in ("multiple", "to", "from"))
    computed = ratio(amount_of(a), amount_of(b))
    size = _stretched(accusing(stated, policy), policy)
    if (
        re.search(r"\btimes\s(?:more|higher|greater|larger|bigger)", relation.cue.text, re.I)
        and size.high is not None
    ):
        size = replace(size, high=size.high + 1)
    return Equation(size, computed, f"{printed(a)} / {printed(b)} = {shown(computed)}")


def _stretched(size: Amount, policy: Policy) -> Amount:
    """A multiple that is told as one number stands for those around it: nobody counts so many times."""
    reach = Fraction(str(policy.rules["multiple"]["relative"]))
    if size.low is None or size.low != size.high:
        return size
    return replace(size, low=size.low * (1 - reach), high=size.low * (1 + reach))


def mean(relation: Relation, _: Policy) -> Equation:
    """total / n = mean; n × mean = total where the text tells so much for each and then what it comes to."""
    stated, whole, number = (values_of(relation, n)[0] for n in ("mean", "total", "n"))
    if relation.roles[0].name == "total":
        told_as_mean = _AVERAGE.search(relation.cue.text) is not None
        each = _as_mean(stated) if told_as_mean else amount_of(stated)
        computed = product(amount_of(number), each, amount_of(whole).unit)
        told = f"{printed(number)} × {printed(stated)} = {shown(computed)}"
        return Equation(_as_mean(whole), computed, told)
    computed = ratio(amount_of(whole), amount_of(number), amount_of(whole).unit)
    return Equation(_as_mean(stated), computed, f"{printed(whole)} / {printed(number)} = {shown(computed)}")


def _as_mean(stated: Claim | Derived) -> Amount:
    """A mean is nearly always rounded: a whole number stands for half a last digit on either side."""
    a = amount_of(stated)
    if not isinstance(stated, Claim) or stated.figure.value is None or a.low is None or a.low != a.high:
        return a
    step = last_digit(stated.figure.value)
    exponent = stated.figure.value.normalize().as_tuple().exponent
    if step == 1 and isinstance(exponent, int) and exponent > 0:  # "£250.00" is printed to the penny
        step = Fraction(10) ** exponent
    return rounded(stated.figure.value, step, a.unit)


def same(relation: Relation, policy: Policy) -> Equation:
    """Two figures for one fact have a value in common."""
    stated, others = values_of(relation, "stated")[0], values_of(relation, "from")
    meeting = amount_of(others[0])
    for other in others[1:]:
        meeting = intersection(meeting, amount_of(other)) or meeting
    told = f"{shown(amount_of(stated))}; {shown(meeting)}"
    if isinstance(others[0], Derived) and (is_converted(others[0]) or not others[0].claims):
        told = others[0].arithmetic
    return Equation(accusing(stated, policy), accusing(others[0], policy), told)


def is_converted(value: Claim | Comparison | Derived) -> bool:
    """True for a figure told in another unit than its own: the kilograms of "1,214lb"."""
    units = {c.figure.amount.unit for c in value.claims} if isinstance(value, Derived) else set()
    return isinstance(value, Derived) and len(units) == 1 and value.amount.unit not in {"", *units}


EQUATIONS: Mapping[RelationKind, Callable[[Relation, Policy], Equation]] = {
    "share": share,
    "change": change,
    "sum": sums,
    "complement": complement_of,
    "multiple": multiple,
    "mean": mean,
    "same": same,
}

__all__ = [
    "EQUATIONS",
    "POINTS",
    "Equation",
    "accusing",
    "amount_of",
    "is_converted",
    "one",
    "printed",
    "product",
    "scale",
    "shown",
    "values_of",
]
