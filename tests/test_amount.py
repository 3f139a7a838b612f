"""Interval arithmetic: every result holds all results, no more than those, and ends keep their kind."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product as pairs
from math import floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractor import amount
from extractor.amount import (
    PERCENT,
    POINTS,
    add,
    between,
    complement,
    contains,
    difference,
    exact,
    intersection,
    is_exact,
    last_digit,
    meet,
    middle,
    negate,
    percent_change,
    percent_of,
    product,
    ratio,
    rounded,
    scale,
    surely_less,
    total,
    truncated,
    wholes_that_print_as,
    widen,
    within,
)
from extractor.model import Amount
from tests.intervals import amounts

NEAR = Fraction(1, 10**9)
FAR = Fraction(10**9)

factors = st.fractions(-3, 3, max_denominator=4)


def outermost(a: Amount) -> list[Fraction]:
    """Members as near to both ends as makes no difference, and as near to 0 where 0 lies inside."""
    anchor = middle(a) or Fraction(0)
    low = anchor - FAR if a.low is None else a.low + NEAR * a.low_open
    high = anchor + FAR if a.high is None else a.high - NEAR * a.high_open
    return [x for x in (low, anchor, high, -NEAR, Fraction(0), NEAR) if contains(a, x)]


@st.composite
def amounts_with_member(draw: st.DrawFn) -> tuple[Amount, Fraction]:
    a = draw(amounts())
    low = (a.high or 0) - 30 if a.low is None else a.low
    high = low + 60 if a.high is None else a.high
    inside = low + (high - low) * draw(st.fractions(0, 1, max_denominator=8))
    member = draw(st.sampled_from([inside, *outermost(a)]))
    assume(contains(a, member))
    return a, member


BINARY: dict[str, tuple[Callable[..., Amount], Callable[..., Fraction]]] = {
    "add": (add, lambda x, y: x + y),
    "difference": (difference, lambda x, y: x - y),
    "product": (product, lambda x, y: x * y),
    "ratio": (ratio, lambda x, y: x / y),
    "percent_of": (percent_of, lambda x, y: 100 * x / y),
    "percent_change": (percent_change, lambda x, y: 100 * y / x - 100),
}
DIVISOR = {"ratio": 1, "percent_of": 1, "percent_change": 0}


def defined(name: str, members: tuple[Fraction, Fraction]) -> bool:
    return name not in DIVISOR or members[DIVISOR[name]] != 0


@pytest.mark.parametrize("name", BINARY)
@given(left=amounts_with_member(), right=amounts_with_member())
def test_result_holds_the_results_of_all_members(
    name: str, left: tuple[Amount, Fraction], right: tuple[Amount, Fraction]
) -> None:
    on_amounts, on_numbers = BINARY[name]
    members = (left[1], right[1])
    assume(defined(name, members))
    assert contains(on_amounts(left[0], right[0]), on_numbers(*members))


@pytest.mark.parametrize("name", BINARY)
@given(a=amounts(), b=amounts())
def test_result_is_no_wider_than_its_members_make_it(name: str, a: Amount, b: Amount) -> None:
    on_amounts, on_numbers = BINARY[name]
    reached = [on_numbers(*m) for m in pairs(outermost(a), outermost(b)) if defined(name, m)]
    assume(reached)
    result = on_amounts(a, b)
    assert min(reached) < -1000 if result.low is None else min(reached) - result.low < Fraction(1, 1000)
    assert max(reached) > 1000 if result.high is None else result.high - max(reached) < Fraction(1, 1000)


@pytest.mark.parametrize("name", BINARY)
@given(a=amounts(), b=amounts())
def test_closed_end_is_reached_by_members(name: str, a: Amount, b: Amount) -> None:
    on_amounts, on_numbers = BINARY[name]
    members = pairs(outermost(a), outermost(b))
    reached = {on_numbers(*m) for m in members if defined(name, m)}
    assume(reached)
    result = on_amounts(a, b)
    assert result.low is None or result.low_open or result.low in reached
    assert result.high is None or result.high_open or result.high in reached


@given(amounts_with_member(), factors)
def test_scaling_holds_the_scaled_members(pair: tuple[Amount, Fraction], factor: Fraction) -> None:
    a, member = pair
    assert contains(scale(a, factor), member * factor)


@given(amounts_with_member())
def test_negating_and_complementing_hold_and_come_back(pair: tuple[Amount, Fraction]) -> None:
    a, member = pair
    assert contains(negate(a), -member)
    assert negate(negate(a)) == a
    assert contains(complement(a), 100 - member)
    assert complement(complement(a)) == a


@given(st.lists(amounts_with_member(), max_size=5))
def test_total_holds_the_sum(parts: list[tuple[Amount, Fraction]]) -> None:
    assert contains(total(a for a, _ in parts), sum((m for _, m in parts), Fraction(0)))


@given(amounts_with_member(), amounts())
def test_order_relation_and_meeting_agree_with_members(pair: tuple[Amount, Fraction], b: Amount) -> None:
    a, member = pair
    common = intersection(a, b)
    assert (common is not None) == meet(a, b) == meet(b, a)
    assert (common is not None and contains(common, member)) == contains(b, member)
    assert not (within(a, b) and not contains(b, member))
    if surely_less(a, b):
        assert all(member < other for other in outermost(b))


@given(amounts(), amounts())
def test_order_is_undecided_only_where_members_differ(a: Amount, b: Amount) -> None:
    less = {x < y for x, y in pairs(outermost(a), outermost(b))}
    assert less == {True} if surely_less(a, b) else False in less


@given(amounts_with_member(), amounts())
def test_within_is_refused_only_where_a_member_sticks_out(pair: tuple[Amount, Fraction], b: Amount) -> None:
    a, _ = pair
    assert within(a, b) == all(contains(b, x) for x in outermost(a))


@given(amounts_with_member(), st.fractions(0, 5, max_denominator=4))
def test_widening_adds_to_both_sides(pair: tuple[Amount, Fraction], by: Fraction) -> None:
    a, member = pair
    wide = widen(a, by)
    assert within(a, wide)
    assert contains(wide, member + by)
    assert contains(wide, member - by)


class TestZeroAndMissingEnds:
    @pytest.mark.parametrize(
        ("part", "whole", "low", "high"),
        [
            (exact(5), between(-1, 1), None, None),
            (exact(5), exact(0), None, None),
            (exact(0), exact(0), None, None),
            (exact(5), between(0, 10), Fraction(1, 2), None),
            (exact(5), between(-10, 0), None, Fraction(-1, 2)),
            (exact(5), between(10, None), Fraction(0), Fraction(1, 2)),
            (exact(-5), between(10, None), Fraction(-1, 2), Fraction(0)),
            (between(2, None), between(4, None), Fraction(0), None),
        ],
    )
    def test_ratio(self, part: Amount, whole: Amount, low: Fraction | None, high: Fraction | None) -> None:
        found = ratio(part, whole)
        assert (found.low, found.high) == (low, high)

    def test_dividing_by_no_end_comes_near_zero_but_never_there(self) -> None:
        share = ratio(exact(5), between(10, None))
        assert share.low_open
        assert not contains(share, 0)
        assert contains(share, Fraction(1, 10**12))

    def test_nothing_times_anything_is_nothing(self) -> None:
        assert product(exact(0), between(None, None)) == exact(0)
        assert scale(between(1, 2, low_open=True, high_open=True), 0) == exact(0)

    def test_open_ends_stay_open(self) -> None:
        more = between(300, None, low_open=True)
        assert not contains(add(more, exact(1)), 301)
        assert negate(more).high_open
        assert complement(between(50, None, PERCENT, low_open=True)).high_open

    def test_units(self) -> None:
        assert difference(exact(57, PERCENT), exact(44, PERCENT)).unit == POINTS
        assert difference(exact(57, "GBP"), exact(44, "GBP")).unit == "GBP"
        assert complement(exact(56, PERCENT)).unit == PERCENT
        assert percent_change(exact(50), exact(56)) == exact(12, PERCENT)


grains = st.sampled_from([Fraction(1, 100), Fraction(1, 10), Fraction(1), Fraction(5), Fraction(1000)])
values = st.fractions(-5000, 5000, max_denominator=1000)


def nearest(value: Fraction, grain: Fraction) -> set[Fraction]:
    """What a value rounds to: one multiple, or two where it lies halfway."""
    steps = value / grain
    return {grain * k for k in (floor(steps), floor(steps) + 1) if abs(steps - k) <= Fraction(1, 2)}


def cut(value: Fraction, grain: Fraction) -> Fraction:
    return grain * int(value / grain)


@given(values, grains, st.integers(-3, 3))
def test_rounded_holds_exactly_what_rounds_there(value: Fraction, grain: Fraction, off: int) -> None:
    printed = cut(value, grain) + off * grain
    assert contains(rounded(printed, grain), value) == (printed in nearest(value, grain))


@given(values, grains, st.integers(-3, 3))
def test_truncated_holds_exactly_what_is_cut_there(value: Fraction, grain: Fraction, off: int) -> None:
    printed = cut(value, grain) + off * grain
    assume(printed != 0 or value >= 0)  # "0" printed for -0.4 is not a thing
    assert contains(truncated(printed, grain), value) == (printed == cut(value, grain))


@pytest.mark.parametrize(
    ("printed", "step"), [("56.9", "0.1"), ("330", "1"), ("8.00", "0.01"), ("1E+3", "1"), ("0.5", "0.1")]
)
def test_last_digit_is_the_step_of_the_print(printed: str, step: str) -> None:
    assert last_digit(Decimal(printed)) == Fraction(step)


@pytest.mark.parametrize("printed", ["NaN", "Infinity"])
def test_last_digit_refuses_what_is_no_number(printed: str) -> None:
    with pytest.raises(ValueError, match=f"^{printed} is no finite number$"):
        last_digit(Decimal(printed))


class TestWholesThatPrintAs:
    def test_a_printed_share_that_only_truncation_explains(self) -> None:
        printed = Decimal("56.9")
        assert wholes_that_print_as(rounded(printed, last_digit(printed)), 330) == ()
        assert wholes_that_print_as(truncated(printed, last_digit(printed)), 330) == (188,)

    @given(st.integers(1, 400), st.integers(0, 1000), st.booleans())
    def test_agrees_with_trying_all(self, n: int, tenths: int, cut_off: bool) -> None:
        shares = (truncated if cut_off else rounded)(Fraction(tenths, 10), Fraction(1, 10), PERCENT)
        tried = tuple(k for k in range(n + 1) if contains(shares, Fraction(100 * k, n)))
        assert tuple(k for k in wholes_that_print_as(shares, n) if k <= n) == tried

    @pytest.mark.parametrize("n", [0, -4])
    def test_needs_a_base(self, n: int) -> None:
        with pytest.raises(ValueError, match=f"not {n}"):
            wholes_that_print_as(exact(50), n)


def test_is_exact_tells_one_value_from_many() -> None:
    assert is_exact(exact(330))
    assert not is_exact(between(330, None))
    assert not is_exact(between(None, None))
    assert not is_exact(rounded(330, 10))


def test_examples_in_the_docstrings_hold() -> None:
    tried = doctest.testmod(amount)
    assert tried.attempted > 0
    assert tried.failed == 0


@pytest.mark.parametrize(("value", "low", "high", "opens"), [(7, 7, 8, "high"), (-7, -8, -7, "low")])
def test_truncated_keeps_unit_and_grain_and_opens_the_far_end(
    value: int, low: int, high: int, opens: str
) -> None:
    made = truncated(value, 1, PERCENT)
    assert made == Amount(
        Fraction(low),
        Fraction(high),
        PERCENT,
        low_open=opens == "low",
        high_open=opens == "high",
        grain=Fraction(1),
    )
    assert truncated(value, 1).unit == ""


def test_what_is_left_of_a_rounded_share_is_rounded_alike() -> None:
    assert complement(rounded(Fraction(124, 10), Fraction(1, 10), PERCENT)).grain == Fraction(1, 10)


def test_shares_open_to_one_side_have_the_wholes_up_to_its_end() -> None:
    assert wholes_that_print_as(between(None, 1, PERCENT), 200) == (0, 1, 2)
    assert wholes_that_print_as(between(99, None, PERCENT), 200) == (198, 199, 200)
    assert wholes_that_print_as(exact(150, PERCENT), 200) == (300,)


def test_the_middle_is_halfway_or_the_one_end() -> None:
    assert middle(between(2, 5)) == Fraction(7, 2)
    assert middle(between(2, None)) == 2
    assert middle(between(None, 5)) == 5
    assert middle(between(None, None)) is None


def test_nothing_of_an_amount_keeps_its_unit() -> None:
    assert scale(exact(3, "GBP"), 0) == exact(0, "GBP")
    assert scale(exact(3, "GBP"), 0, PERCENT) == exact(0, PERCENT)
    assert scale(exact(3, "GBP"), 2) == exact(6, "GBP")
    assert scale(exact(3, "GBP"), 2, PERCENT) == exact(6, PERCENT)


def test_a_product_and_a_ratio_have_the_unit_they_are_given() -> None:
    assert product(exact(3), exact(2)) == exact(6)
    assert product(exact(3, "GBP"), exact(2), "GBP") == exact(6, "GBP")
    assert ratio(exact(6), exact(2)) == exact(3)
    assert ratio(exact(6), exact(2), "GBP") == exact(3, "GBP")
    assert ratio(exact(6), exact(0), "GBP") == between(None, None, "GBP")


def test_what_two_intervals_share_has_the_nearer_ends_and_their_kind() -> None:
    opened = between(1, 4, "GBP", low_open=True, high_open=True)
    assert intersection(opened, between(2, 3)) == between(2, 3, "GBP")
    assert intersection(between(2, 3), opened) == between(2, 3)
    assert intersection(opened, between(1, 4)) == opened
    assert intersection(between(1, 4, "GBP"), opened) == opened
    assert intersection(opened, between(0, 9)) == opened
    assert intersection(between(2, None), between(None, 3)) == between(2, 3)


@pytest.mark.parametrize("end", ["low_open", "high_open"])
def test_an_end_that_is_reached_lies_in_no_open_one(end: str) -> None:
    opened = between(1, 3, low_open=end == "low_open", high_open=end == "high_open")
    assert not within(between(1, 3), opened)
    assert within(opened, between(1, 3))
    assert within(opened, opened)
    assert within(between(2, 2), opened)


def test_a_side_without_an_end_lies_in_none_that_has_one() -> None:
    assert within(between(1, None), between(1, 9)) is False
    assert within(between(None, 9), between(1, 9)) is False
    assert within(between(1, 9), between(None, None))


def test_rounding_and_units_of_what_is_made() -> None:
    assert rounded(25, 5) == Amount(Fraction(45, 2), Fraction(55, 2), "", grain=Fraction(5))
    assert rounded(25, 5, "GBP") == Amount(Fraction(45, 2), Fraction(55, 2), "GBP", grain=Fraction(5))
    assert exact(5).unit == between(5, 6).unit == ""
    assert total([rounded(25, 5), rounded(10, 5)]) == between(30, 40)
    assert total([rounded(25, 5)]).grain is None
    assert total([]) == exact(0)


def test_widening_keeps_the_kind_of_the_ends() -> None:
    assert widen(between(1, 3, "GBP", low_open=True), 1) == between(0, 4, "GBP", low_open=True)
    assert widen(between(None, 3), 1) == between(None, 4)


def test_percentages_carry_the_sign_that_print_has() -> None:
    assert PERCENT == "%"
    assert percent_of(exact(1), exact(4)) == exact(25, "%")
    assert difference(exact(57, "%"), exact(44, "%")) == exact(13, "points")


#: a, b, surely a < b.
ORDERS = [
    (between(1, 2), between(3, 4), True),
    (between(1, 2), between(2, 4), False),
    (between(1, 2, high_open=True), between(2, 4), True),
    (between(1, 2), between(2, 4, low_open=True), True),
    (between(2, 4), between(1, 2), False),
    (between(None, 2), between(3, None), True),
    (between(1, None), between(3, 4), False),
    (between(1, 2), between(None, 4), False),
    (between(0, Fraction(1, 2)), between(Fraction(1, 3), 1), False),
    (between(0, Fraction(1, 3)), between(Fraction(1, 2), 1), True),
    (between(0, Fraction(1, 2), high_open=True), between(Fraction(1, 2), 1), True),
]


@pytest.mark.parametrize(("a", "b", "less"), ORDERS)
def test_order_of_intervals(a: Amount, b: Amount, less: bool) -> None:
    assert surely_less(a, b) is less


#: a, b, a times b; ends at 0 and without end are where the kinds of ends matter.
PRODUCTS = [
    (between(0, 2, low_open=True), between(3, 4), between(0, 8, low_open=True)),
    (between(0, 2), between(3, 4, high_open=True), between(0, 8, high_open=True)),
    (between(0, 2, low_open=True), between(0, 4), between(0, 8)),
    (between(0, 2, low_open=True, high_open=True), between(0, 4), between(0, 8, high_open=True)),
    (between(0, None, low_open=True), between(3, 4), between(0, None, low_open=True)),
    (between(None, -1), between(3, 4), between(None, -3)),
    (between(1, None), between(-4, -3), between(None, -3)),
    (between(1, None), between(None, -3), between(None, -3)),
    (between(-1, 2), between(3, None), between(None, None)),
    (exact(0), between(3, None), exact(0)),
    (
        between(0, 1, low_open=True),
        between(None, 0, high_open=True),
        between(None, 0, high_open=True),
    ),
    (between(None, None), between(None, 0, high_open=True), between(None, None)),
]


@pytest.mark.parametrize(("a", "b", "result"), PRODUCTS)
def test_product_to_its_ends(a: Amount, b: Amount, result: Amount) -> None:
    assert product(a, b) == result
    assert product(b, a) == result


#: a, b, a over b.
RATIOS = [
    (exact(6), between(2, 3), between(2, 3)),
    (exact(6), between(2, 3, low_open=True), between(2, 3, high_open=True)),
    (exact(6), between(2, 3, high_open=True), between(2, 3, low_open=True)),
    (exact(6), between(2, None), between(0, 3, low_open=True)),
    (exact(6), between(0, 3), between(2, None)),
    (exact(6), between(0, 3, low_open=True), between(2, None)),
    (exact(6), between(-3, 0, high_open=True), between(None, -2)),
    (exact(6), between(None, -2), between(-3, 0, high_open=True)),
]


@pytest.mark.parametrize(("a", "b", "result"), RATIOS)
def test_ratio_to_its_ends(a: Amount, b: Amount, result: Amount) -> None:
    assert ratio(a, b) == result


def test_turning_an_amount_round_turns_its_ends() -> None:
    assert scale(between(1, 3, low_open=True), -2) == between(-6, -2, high_open=True)
    assert scale(between(1, 3, high_open=True), 2) == between(2, 6, high_open=True)


def test_a_part_of_an_amount_keeps_its_ends_in_order() -> None:
    assert scale(between(1, 3, low_open=True), Fraction(1, 2)) == between(
        Fraction(1, 2), Fraction(3, 2), low_open=True
    )


def test_only_shares_inside_the_interval_have_wholes() -> None:
    assert wholes_that_print_as(between(0, 50, low_open=True, high_open=True), 4) == (1,)
    assert wholes_that_print_as(between(0, 50), 4) == (0, 1, 2)
