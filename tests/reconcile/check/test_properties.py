"""What holds for every relation, whatever numbers it is of and however fairly print rounds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extractor.amount import between, contains, is_exact, meet, negate, widen, within
from extractor.model import (
    Amount,
    Claim,
    Document,
    Finding,
    Relation,
    RelationKind,
    Review,
)
from tests.fuzzing_stories import hold
from tests.reconcile.check.drawn import HALVES, KINDS, Drawn, Kind, Number, times, told
from tests.reconcile.check.related import found

every_relation = pytest.mark.parametrize("kind", KINDS, ids=[k.name.replace(" ", "_") for k in KINDS])
few = settings(max_examples=8)
STRENGTHS = ("stated", "contextual", "numeric")
_RESULT = re.compile(r"= (-?[\d,.]+)(?: to (-?[\d,.]+))?(%| points)?$")


def verdicts(relation: Relation) -> list[str]:
    """What the relation comes to."""
    return [finding.verdict for finding in found(relation)]


def true(data: st.DataObject, kind: Kind) -> tuple[Drawn, Relation]:
    """Numbers that are true together, and the relation as they are printed."""
    drawn = kind.draw(data.draw)
    return drawn, told(kind, drawn, data.draw(st.sampled_from(HALVES)), data.draw(st.sampled_from(STRENGTHS)))


def wrong(data: st.DataObject, kind: Kind) -> Relation:
    """The relation with numbers that no rounding makes true of each other."""
    return told(kind, slipped(data, kind), strength=data.draw(st.sampled_from(STRENGTHS)))


def slipped(data: st.DataObject, kind: Kind) -> Drawn:
    """Numbers the first of which is clearly wrong, whatever rounds to the others."""
    drawn = kind.draw(data.draw)
    if kind.wrong is not None:
        return kind.wrong(data.draw, drawn)
    low, high = _reach(kind, told(kind, drawn))
    first, *others = drawn.numbers
    factor = data.draw(st.fractions(1, 4, max_denominator=20))
    off = high * factor + 3 * first.step if data.draw(st.booleans()) else low / factor - 3 * first.step
    assume(off > 0)
    moved = replace(drawn, numbers=(replace(first, true=off), *others))
    claim = told(kind, moved).claims()[0]
    reach = replace(claim.figure.amount, low=low, high=high)
    assume(not meet(widen(claim.figure.amount, _leeway(kind, claim, drawn.numbers)), reach))
    return moved


def _leeway(kind: Kind, claim: Claim, numbers: Sequence[Number]) -> Fraction:
    """How far beyond its interval a figure still may be meant: a last digit cut off, "twice" and a tenth.

    A mean is always rounded, "£250 each" to its last digit that is no nought.
    """
    value = claim.figure.value
    assert value is not None
    if claim.figure.kind == "multiple" and is_exact(claim.figure.amount):
        return abs(Fraction(value)) / 10
    if kind.kind == "mean" and numbers[0].places <= 0:
        digits = str(int(value))
        return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
    return max(n.step for n in numbers) if kind.name == "complement" else numbers[0].step


def _reach(kind: Kind, relation: Relation) -> tuple[Fraction, Fraction]:
    """The least and the most that the first number can be, the others being anything that rounds as printed.

    What follows only grows or only falls with each of the others, so that the corners tell all.
    """
    assert kind.follows is not None
    ends = [_ends(c.figure.amount) for c in relation.claims()[1:]]
    corners = [kind.follows(*corner) for corner in product(*ends)]
    return (Fraction(0) if _may_turn(kind, relation) else min(corners)), max(corners)


def _may_turn(kind: Kind, relation: Relation) -> bool:
    """True for a change from a level that may have been no other: its size goes down to nought."""
    return kind.kind == "change" and meet(*(c.figure.amount for c in relation.claims()[1:]))


def _ends(amount: Amount) -> tuple[Fraction, Fraction]:
    assert amount.low is not None
    assert amount.high is not None
    return amount.low, amount.high


def test_every_kind_of_relation_is_drawn() -> None:
    assert {k.kind for k in KINDS} == set(get_args(RelationKind))


@every_relation
@few
@given(data=st.data())
def test_what_is_true_and_fairly_rounded_is_never_a_mismatch(kind: Kind, data: st.DataObject) -> None:
    _, relation = true(data, kind)
    came_to = verdicts(relation)
    assert set(came_to) <= {"consistent", "undecided"}
    if kind.follows is not None:
        assert came_to == ["consistent"]


@every_relation
@few
@given(data=st.data())
def test_what_is_clearly_wrong_is_never_consistent(kind: Kind, data: st.DataObject) -> None:
    relation = wrong(data, kind)
    came_to = verdicts(relation)
    assert set(came_to) <= {"mismatch"}
    if relation.strength == "numeric" and kind.follows is not None:
        assert came_to == []  # numbers alone accuse nobody


@every_relation
@few
@given(data=st.data())
def test_bounds_hold_what_is_true(kind: Kind, data: st.DataObject) -> None:
    drawn, relation = true(data, kind)
    numbers = [n.true for n in drawn.numbers]
    exact = kind.computes(*numbers) if kind.computes is not None else None
    if exact is None and kind.follows is not None:
        exact = kind.follows(*numbers[1:])
    for finding in found(relation):
        if exact is not None:
            _holds(finding, exact, signed=drawn.direction is not None)
            _says_less(finding)


def _holds(finding: Finding, exact: Fraction, *, signed: bool) -> None:
    """Assert that both sides hold the number, which has no sign where the words give no direction."""
    for side in (finding.stated, finding.computed):
        assert side is not None
        assert contains(side, exact) or (not signed and contains(side, -exact))


def _says_less(finding: Finding) -> None:
    """Assert that the arithmetic, as it is printed, promises no more than was computed, sign apart."""
    shown = _RESULT.search(finding.arithmetic)
    if finding.computed is None or shown is None:
        return
    first, last = (Fraction((shown[n] or shown[1]).replace(",", "")) for n in (1, 2))
    rounding = Fraction(1, 200) if first == last else Fraction(0)
    told = between(first - rounding, last + rounding)
    assert within(finding.computed, told) or within(finding.computed, negate(told))


@every_relation
@few
@given(data=st.data())
def test_order_changes_nothing(kind: Kind, data: st.DataObject) -> None:
    relation = true(data, kind)[1] if data.draw(st.booleans()) else wrong(data, kind)
    fixed = [r for r in relation.roles if r.name not in kind.alike]
    shuffled = data.draw(st.permutations([r for r in relation.roles if r.name in kind.alike]))
    assert verdicts(replace(relation, roles=(*fixed, *shuffled))) == verdicts(relation)
    if kind.turns:
        first, second = relation.roles
        turned = (replace(first, value=second.value), replace(second, value=first.value))
        both = {*verdicts(relation), *verdicts(replace(relation, roles=turned))}
        assert len(both) < 2


@every_relation
@few
@given(data=st.data(), power=st.integers(1, 6))
def test_all_so_many_times_as_large_changes_nothing(kind: Kind, data: st.DataObject, power: int) -> None:
    relation = true(data, kind)[1] if data.draw(st.booleans()) else wrong(data, kind)
    # A wild one is passed over unless its digits tell a misprint, and noughts are none of them.
    assert len({*verdicts(times(relation, kind.scaled, power)), *verdicts(relation)}) < 2


@every_relation
@few
@given(data=st.data())
def test_a_finding_stands_in_its_text_and_is_the_same_again(kind: Kind, data: st.DataObject) -> None:
    relation = true(data, kind)[1] if data.draw(st.booleans()) else wrong(data, kind)
    findings = found(relation)
    hold(Review((Document("story", relation.cue.text),), findings=tuple(findings)))
    assert findings == found(relation)
    assert all(n == 1 for n in Counter(f.id for f in findings).values())
    told_of = [f.arithmetic for f in findings if f.verdict != "undecided"]
    assert all(told_of)


@pytest.mark.parametrize("old", [12_400, 11_850])
def test_levels_that_may_be_one_give_a_change_of_either_sign(old: int) -> None:
    kind = next(k for k in KINDS if k.name == "change of level")
    levels = {12_400: -3, 11_850: -2}  # printed as 12,000 and as 11,900
    sides = zip(("from", "to"), sorted(levels, key=lambda n: n != old), strict=True)
    numbers = (Number(role, Fraction(n), levels[n]) for role, n in sides)
    relation = told(kind, Drawn((Number("change", Fraction(550)), *numbers)))
    assert verdicts(relation) == ["consistent"]
