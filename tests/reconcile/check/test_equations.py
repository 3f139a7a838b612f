"""How far the sides of an equation reach: fractions in words, rounded means, multiples told as more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from extractor.amount import between, exact
from extractor.lexicon import load_policy
from extractor.model import Amount, Claim, Derived, Role
from extractor.reconcile.check.equations import _size, accusing, multiple, printed, shown
from tests.reconcile.check.related import card, found, related

THIRD = Fraction(100, 3)


def claim(text: str) -> Claim:
    """The only figure of a text."""
    (only,) = related("share", f"{{{text}:rate}}").claims()
    return only


@pytest.mark.parametrize("text", ["a third", "A third", "a THIRD"])
def test_a_bare_fraction_stretches_by_a_tenth_of_itself(text: str) -> None:
    told = accusing(
        replace(claim("a third"), figure=replace(claim("a third").figure, text=text)), load_policy()
    )
    assert (told.low, told.high) == (THIRD * Fraction(9, 10), THIRD * Fraction(11, 10))


def test_so_does_a_fraction_that_is_told_as_a_percentage() -> None:
    figure = replace(claim("a third").figure, kind="percentage")
    told = accusing(replace(claim("a third"), figure=figure), load_policy())
    assert (told.low, told.high) == (THIRD * Fraction(9, 10), THIRD * Fraction(11, 10))


@pytest.mark.parametrize(
    "slots",
    [
        {"hedge": "nearly"},
        {"kind": "count"},
        {"text": "1 in 3"},
        {"text": "a third of 1 per cent"},
        {"text": "many"},
    ],
)
def test_what_is_no_bare_fraction_does_not(slots: dict[str, str]) -> None:
    figure = replace(claim("a third").figure, **slots)  # type: ignore[arg-type]
    assert accusing(replace(claim("a third"), figure=figure), load_policy()) == figure.amount


@pytest.mark.parametrize("amount", [between(None, 30, "%"), between(30, None, "%")])
def test_nor_does_what_is_open_to_one_side(amount: Amount) -> None:
    figure = replace(claim("a third").figure, amount=amount)
    assert accusing(replace(claim("a third"), figure=figure), load_policy()) == amount


def test_nor_does_what_other_figures_give() -> None:
    derived = Derived("d-1", between(30, 40, "%"), "what is left", (), "100 − 65")
    assert accusing(derived, load_policy()) == derived.amount


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("27,000", "27,000"),
        ("56.9 per cent", "56.9%"),
        ("£5.2m", "5,200,000"),
        ("4.876", "4.88"),
        ("56.949 per cent", "56.95%"),
    ],
)
def test_a_figure_is_shown_as_it_is_printed(text: str, shown: str) -> None:
    assert printed(claim(text)) == shown


def test_a_ratio_told_in_numbers_is_shown_in_per_cent() -> None:
    figure = replace(claim("a fifth").figure, text="1 in 5", value=Decimal(20))
    assert printed(replace(claim("a fifth"), figure=figure)) == "20%"


def test_an_amount_has_the_decimals_asked_for() -> None:
    assert shown(exact(Fraction(1, 8), "%")) == "0.12%"
    assert shown(exact(Fraction(1, 8), "%"), 3) == "0.125%"


@pytest.mark.parametrize(
    ("amount", "size"),
    [
        (between(-5, -1), between(1, 5)),
        (between(-5, 0), between(0, 5)),
        (between(-5, 2), between(0, 5)),
        (between(-2, 5), between(0, 5)),
        (between(-5, 5, low_open=True), between(0, 5)),
        (between(-5, 5, low_open=True, high_open=True), between(0, 5, high_open=True)),
        (between(-6, 5, low_open=True), between(0, 6, high_open=True)),
        (between(Fraction(1, 4), Fraction(1, 2)), between(Fraction(1, 4), Fraction(1, 2))),
        (between(-5, None), between(0, None)),
        (between(None, 5), between(0, None)),
        (between(None, -5), between(5, None)),
    ],
)
def test_a_size_has_no_sign(amount: Amount, size: Amount) -> None:
    assert _size(amount) == size


def test_a_change_told_as_a_fraction_is_one_of_the_old_level() -> None:
    (finding,) = found(related("change", "{a third:by} from {30:from} to {40:to}", direction="rose"))
    assert (finding.verdict, finding.arithmetic) == ("consistent", "(40 − 30) / 30 = 33.33%")


MEANS = [
    (
        "{£38,400:total} is an average of {£253:mean} for each of {152:n}",
        "consistent",
        "152 × 253 = 38,380 to 38,532",
    ),
    (
        "{£38,400:total} is an AVERAGE of {£253:mean} for each of {152:n}",
        "consistent",
        "152 × 253 = 38,380 to 38,532",
    ),
    ("{£38,400:total} is {£253:mean} for each of {152:n}", "mismatch", "152 × 253 = 38,456"),
    ("{£38,000:total} is {£250:mean} for each of {152:n}", "consistent", "152 × 250 = 38,000"),
    ("{£250.00:mean} for each of {152:n} is {£38,456:total}", "mismatch", "38,456 / 152 = 253"),
    ("{£250:mean} for each of {152:n} is {£38,456:total}", "consistent", "38,456 / 152 = 253"),
    ("{£380,000:total} is {£250:mean} for each of {152:n}", "mismatch", "152 × 250 = 38,000"),
]


@pytest.mark.parametrize(("text", "verdict", "arithmetic"), MEANS, ids=[m[0] for m in MEANS])
def test_so_much_for_each_is_rounded_only_as_an_average(text: str, verdict: str, arithmetic: str) -> None:
    (finding,) = found(related("mean", text))
    assert (finding.verdict, finding.arithmetic) == (verdict, arithmetic)
    assert card(finding)["computed"].endswith(" GBP")


@pytest.mark.parametrize(
    ("cue", "low", "high"),
    [
        ("three times", Fraction(27, 10), Fraction(33, 10)),
        ("three times more", Fraction(27, 10), Fraction(43, 10)),
        ("three TIMES MORE", Fraction(27, 10), Fraction(43, 10)),
        ("three times bigger", Fraction(27, 10), Fraction(43, 10)),
        ("three times as many", Fraction(27, 10), Fraction(33, 10)),
    ],
)
def test_times_more_may_be_one_time_more(cue: str, low: Fraction, high: Fraction) -> None:
    relation = related("multiple", "{three times:multiple} is {40:to} to {10:from}")
    told = multiple(replace(relation, cue=replace(relation.cue, text=cue)), load_policy())
    assert (told.stated.low, told.stated.high) == (low, high)
    assert told.computed.low == exact(4).low


@pytest.mark.parametrize("amount", [between(3, None), between(2, 4), between(None, 3)])
def test_a_multiple_with_ends_of_its_own_is_left_as_it_is(amount: Amount) -> None:
    relation = related("multiple", "{three times:multiple} is {40:to} to {10:from}")
    role = relation.roles[0]
    assert isinstance(role.value, Claim)
    figure = replace(role.value.figure, amount=amount)
    roles = (replace(role, value=replace(role.value, figure=figure)), *relation.roles[1:])
    told = multiple(replace(relation, roles=roles), load_policy()).stated
    assert (told.low, told.high) == (amount.low, amount.high)
    more = replace(relation, roles=roles, cue=replace(relation.cue, text="three times more"))
    higher = multiple(more, load_policy()).stated.high
    assert higher == (None if amount.high is None else amount.high + 1)


def test_years_that_are_no_claims_are_told_as_they_follow() -> None:
    relation = related("same", "{12:stated} years, {9:from}")
    stated, _ = relation.roles
    lasted = Derived("d-1", between(9, 10), "years", (), "2016 − 2007 = 9")
    (finding,) = found(replace(relation, roles=(stated, Role("from", lasted))))
    assert (finding.verdict, finding.arithmetic) == ("mismatch", "2016 − 2007 = 9")
    of_claims = replace(lasted, claims=relation.claims())
    (finding,) = found(replace(relation, roles=(stated, Role("from", of_claims))))
    assert finding.arithmetic == "12; 9 to 10"
