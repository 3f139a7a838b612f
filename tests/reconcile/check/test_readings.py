"""The mix-ups that may account for a gap: what each takes for possible, and what it does not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from extractor.amount import between, exact
from extractor.model import Amount, Claim, Role
from extractor.reconcile.check import readings
from extractor.reconcile.check.readings import misprints
from tests.reconcile.check.related import found, related


def strings(printed: str) -> set[str]:
    return {str(m) for m in misprints(Decimal(printed))}


def test_one_digit_or_two_neighbours_are_misprinted() -> None:
    one = {f"{d}12" for d in range(1, 10)} | {f"3{d}2" for d in range(10)} | {f"31{d}" for d in range(10)}
    assert strings("312") == (one - {"312"}) | {"132", "321"}


def test_zeros_behind_a_round_number_are_not_misprinted() -> None:
    of_three = set(misprints(Decimal(312)))
    assert set(misprints(Decimal(3120))) == {10 * m for m in of_three}
    assert set(misprints(Decimal(312000))) == {1000 * m for m in of_three}


def test_decimals_are_digits_as_others_are() -> None:
    assert strings("3.12") == {f"{m[0]}.{m[1:]}" for m in strings("312")}
    assert "3.10" in strings("3.20")
    assert "-132" in strings("-312")


@pytest.mark.parametrize("printed", ["31", "3.1", "3100", "7", "0", "NaN"])
def test_numbers_of_few_digits_tell_no_misprint(printed: str) -> None:
    assert not strings(printed)


def test_equal_neighbours_change_no_number() -> None:
    assert "332" not in strings("332")
    assert {"323"} <= strings("332")


#: Kind, text, reading or None; the reading is the first that fits, and the figures leave no other.
READINGS = [
    # a hedge that leads away from a number as near as the next round one
    ("same", "{more than 900:stated}, {811:from}", "hedge"),
    ("same", "{more than 900:stated}, {809:from}", None),
    ("same", "{up to 900:stated}, {985:from}", "hedge"),
    ("same", "{almost 900:stated}, {985:from}", "hedge"),
    ("same", "{900:stated}, {more than 985:from}", "hedge"),
    ("same", "{900:stated}, {more than 1,001:from}", None),
    ("same", "{900:stated}, {985:from}", None),
    ("same", "{almost 900:stated}, {1,100:from}", None),
    ("same", "{more than 900:stated}, {871:from}, {868:from}", None),
    ("same", "{4.8:stated}, {4.87:from}", None),
    # powers of ten
    ("multiple", "{three times:multiple}: {30:to} against {100:from}", "scale"),
    ("same", "{5,000:stated}, {50:from}", "scale"),
    ("same", "{50:stated}, {5,000:from}", "scale"),
    ("same", "{50:stated}, {500:from}", "scale"),
    ("same", "{500:stated}, {50:from}", "scale"),
    ("same", "{50:stated}, {50,000:from}", "scale"),
    ("same", "{50,000:stated}, {50:from}", "scale"),
    ("same", "{50,000,000:stated}, {50:from}", "scale"),
    ("same", "{50:stated}, {50,000,000:from}", "scale"),
    # one digit
    ("same", "{1,204:stated}, {1,304:from}", "digit"),
    ("same", "{1,304:stated}, {1,403:from}", None),
    ("same", "{1,304:stated}, {3,104:from}", "digit"),
    ("mean", "{£1,204:mean} each, {£260,800:total} by {200:n}", "digit"),
    ("sum", "{1,204:total}: {1,000:part}, {304:part}", "digit"),
    ("share", "{0.512 per cent:rate}: {412:part} of {100,000:whole}", "digit"),
    # between a round number and the one that it is rounded from
    ("same", "{23,400:stated}, {32,415:from}", "digit"),  # swapped
    ("same", "{21,386:stated}, {212,386:from}", "digit"),  # dropped
    ("same", "{23,450:stated}, {28,453:from}", "digit"),  # changed
    ("same", "{2,340:stated}, {2,843:from}", None),
    ("sum", "{23,400:total}: {32,415:part}", None),
    ("sum", "{66.6 per cent:total}: {33.33 per cent:part} and {33.34 per cent:part}", "digit"),
    # parts and items
    ("sum", "{60 per cent:part}, {40 per cent:part} and {10 per cent:part}", None),
    ("sum", "{31:total}: {22:part}, {9:part} and {14:part}", "sum"),
    ("sum", "{23:total}: {22:part}, {9:part} and {14:part}", "sum"),
    ("sum", "{36:total}: {22:part}, {9:part} and {14:part}", "sum"),
    ("sum", "{22:total}: {22:part} and {14:part}", None),
    ("sum", "{8:total}: {7:listed}", "list"),
    ("sum", "{6:total}: {7:listed}", "list"),
    ("sum", "{8:total}: {4:part} and {3:part}", None),
    # shares, changes, multiples
    ("share", "{300 per cent:rate}: {3:part} of {4:whole}", "base"),
    ("share", "{50 per cent:rate}: {4:part} of {4:whole}", None),
    ("share", "{75 per cent:rate}: {3:part} of {7:whole}", "base"),
    ("share", "{57 per cent:rate}: {3:part} of {7:whole}", "complement"),
    ("share", "{233 per cent:rate}: {3:part} of {7:whole}", "inverse"),
    ("share", "{50 per cent:rate}: {3:part} of {2:whole}", None),  # what is left of 150 per cent is below 0
    ("change", "{3.0:by} from {14:from} to {11.5:to}", None),
    ("change", "{11:by} from {19:from} to {11:to}", "level"),
    ("change", "{£11:by} from {19:from} to {11:to}", None),
    ("multiple", "{doubled:multiple}: {14:to} of {28:from}", "inverse"),
]


@pytest.mark.parametrize(("kind", "text", "reading"), READINGS, ids=[r[1] for r in READINGS])
def test_the_mix_up_that_is_named(kind: str, text: str, reading: str | None) -> None:
    (finding,) = found(related(kind, text))
    assert finding.verdict == "mismatch"
    assert finding.reading == reading


#: Open to one side a figure is no power of ten of another.
@pytest.mark.parametrize("text", ["{more than 500:stated}, {50:from}", "{50:stated}, {more than 500:from}"])
def test_figures_told_by_one_end_lose_no_power_of_ten(text: str) -> None:
    assert not found(related("same", text))


def test_a_movement_the_other_way_has_the_same_size() -> None:
    text = "{30 per cent:by} from {£50.0m:from} to {£35.0m:to}"
    (wrong,) = found(related("change", text, direction="rose"))
    (right,) = found(related("change", text, direction="fell"))
    assert (wrong.reading, right.verdict) == ("direction", "consistent")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("{3 per cent:by} from {14 per cent:from} to {11 per cent:to}", "points"),
        ("{25 per cent:by} from {£50.0m:from} to {£40.0m:to}", "base"),
    ],
)
def test_a_change_that_tells_no_direction_is_a_size(text: str, reading: str) -> None:
    (finding,) = found(related("change", text))
    assert finding.reading == reading


def test_a_change_that_tells_a_direction_is_more_than_a_size() -> None:
    text = "{3 per cent:by} from {14 per cent:from} to {11 per cent:to}"
    (finding,) = found(related("change", text, direction="rose"))
    assert (finding.verdict, finding.reading) == ("mismatch", None)


@pytest.mark.parametrize(
    ("amount", "leans", "one_sided"),
    [
        (between(855, 945), False, False),
        (between(900, 990), True, False),
        (between(810, 900), True, False),
        (between(901, None), True, True),
        (between(None, 899), True, True),
        (between(850, None), True, True),
        (between(None, 950), True, True),
        (between(0, 950), False, True),
        (between(0, Fraction(1, 2)), True, True),
        (between(Fraction(1, 2), 950), False, False),
        (exact(0), True, False),
    ],
)
def test_which_way_a_hedge_leads(amount: Amount, leans: bool, one_sided: bool) -> None:
    (claim,) = related("same", "{about 900:stated}").claims()
    hedged = replace(claim, figure=replace(claim.figure, amount=amount))
    assert readings._leans(hedged) == leans
    assert readings._one_sided(amount) == one_sided
    bare = replace(hedged, figure=replace(hedged.figure, hedge=None))
    assert not readings._leans(bare)


def test_a_fall_with_a_wrong_digit_is_a_fall() -> None:
    (finding,) = found(related("change", "{415:by} from {3,445:from} to {3,000:to}", direction="fell"))
    assert finding.reading == "digit"


@pytest.mark.parametrize(
    ("printed", "other", "papers", "reading"),
    [
        ("13", "31", 2, "digit"),
        ("13", "31", 1, None),
        ("130", "310", 2, "digit"),  # noughts behind two digits are none of them
        ("£1.3m", "£3.1m", 2, "digit"),
        ("13", "32", 2, None),
        ("22", "31", 2, None),
        ("22", "22.3", 2, None),
        ("234", "432", 2, None),
        ("5", "50", 2, "scale"),
    ],
)
def test_two_digits_are_turned_only_between_papers(
    printed: str, other: str, papers: int, reading: str | None
) -> None:
    relation = related("same", f"{{{printed}:stated}}, {{{other}:from}}")
    first, second = relation.roles
    assert isinstance(second.value, Claim)
    if papers == 2:
        second = Role("from", replace(second.value, document="other"))
    (finding,) = found(replace(relation, roles=(first, second)))
    assert finding.reading == reading


def test_of_a_part_without_an_end_there_is_no_rest_to_divide_by() -> None:
    (finding,) = found(related("share", "{45 per cent:rate}: {more than 3:part} of {4:whole}"))
    assert (finding.verdict, finding.reading != "base") == ("mismatch", True)


def test_a_fall_of_up_to_so_much_is_no_rise_with_a_wrong_digit() -> None:
    relation = related("change", "{up to 415:by} from {3,000:from} to {3,445:to}", direction="fell")
    change, *levels = relation.roles
    assert isinstance(change.value, Claim)
    figure = replace(change.value.figure, amount=between(0, 415))
    (finding,) = found(
        replace(relation, roles=(Role("change", replace(change.value, figure=figure)), *levels))
    )
    assert (finding.verdict, finding.reading) == ("mismatch", None)


def test_a_range_beside_two_numbers_is_not_hedged() -> None:
    relation = related("same", "{more than 900:stated}, {811:from}, {870:from}")
    stated, exactly, third = relation.roles
    assert isinstance(third.value, Claim)
    figure = replace(third.value.figure, amount=between(800, 880), value=None)
    ranged = replace(relation, roles=(stated, exactly, Role("from", replace(third.value, figure=figure))))
    assert [f.reading for f in found(relation)] == [None]
    assert [f.reading for f in found(ranged)] == ["hedge"]


def test_a_hedge_may_stand_before_a_number_below_nought() -> None:
    relation = related("same", "{more than 40:stated}, {36:from}")
    below = [
        replace(c, figure=replace(c.figure, value=-c.figure.value, amount=amount))
        for c, amount in zip(relation.claims(), (between(-40, None, low_open=True), exact(-43)), strict=True)
        if c.figure.value is not None
    ]
    roles = (Role("stated", below[0]), Role("from", below[1]))
    (finding,) = found(replace(relation, roles=roles))
    assert (finding.verdict, finding.reading) == ("mismatch", "hedge")
