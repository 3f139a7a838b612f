"""Where a relation that does not hold is no mismatch, and how near to a limit it may come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from extractor.amount import between, exact
from extractor.lexicon import load_policy
from extractor.model import Amount, Derived, Finding, Mention, Role, Span
from extractor.reconcile.caveat import Caveat
from extractor.reconcile.check import _is_loose, _told, _wild, check, not_comparable
from extractor.reconcile.check.equations import Equation
from extractor.reconcile.check.rank import _below
from tests.reconcile.check.related import found, related

SHARE = "{45 per cent:rate} are {25:part} of {70:whole}"
HIGHER: dict[str, Any] = {"text": "more"}
LOWER: dict[str, Any] = {"text": "fewer", "direction": "lower"}
MOST = {"text": "most"}
SECOND = {"text": "second", "degree": "2"}

#: Why, kind, text, slots: a finding on the left, none on the right.
LIMITS: list[tuple[str, str, tuple[str, dict[str, Any]], tuple[str, dict[str, Any]]]] = [
    ("words tie the figures", "share", (SHARE, {}), (SHARE, {"strength": "numeric"})),
    ("denied", "share", (SHARE, {}), (SHARE.replace("part", "part:stance=denied"), {})),
    (
        "one speaker",
        "share",
        (SHARE.replace("rate", "rate:speaker=Ann"), {}),
        (SHARE.replace("rate", "rate:speaker=Ann").replace("part", "part:speaker=Bo"), {}),
    ),
    (
        "a plan with both ends",
        "share",
        (SHARE.replace("part", "part:stance=hypothetical").replace("rate", "rate:stance=hypothetical"), {}),
        (SHARE.replace("part", "part:stance=hypothetical"), {}),
    ),
    (
        "three times too much",
        "share",
        ("{60 per cent:rate} are {20:part} of {99:whole}", {"strength": "contextual"}),
        ("{62 per cent:rate} are {20:part} of {99:whole}", {"strength": "contextual"}),
    ),
    (
        "a third of it",
        "share",
        ("{20 per cent:rate} are {59:part} of {99:whole}", {"strength": "contextual"}),
        ("{19 per cent:rate} are {59:part} of {99:whole}", {"strength": "contextual"}),
    ),
    (
        "eight times too much where words tell the share",
        "share",
        ("{24 per cent:rate} are {3:part} of {99:whole}", {}),
        ("{25 per cent:rate} are {3:part} of {99:whole}", {}),
    ),
    (
        "a mix-up accounts for more where words tell the share",
        "share",
        ("{400 per cent:rate} are {60:part} of {75:whole}", {}),
        ("{400 per cent:rate} are {60:part} of {75:whole}", {"strength": "contextual"}),
    ),
    (
        "a mix-up other than of the base does so anywhere",
        "share",
        ("{8.0 per cent:rate} are {60:part} of {75:whole}", {"strength": "contextual"}),
        ("{9.0 per cent:rate} are {60:part} of {75:whole}", {"strength": "contextual"}),
    ),
    (
        "eight times too much in one sentence",
        "change",
        ("{32.0 per cent:by} from {100:from} to {104:to}", {"direction": "rose"}),
        ("{33.0 per cent:by} from {100:from} to {104:to}", {"direction": "rose"}),
    ),
    (
        "eight times too much in two",
        "change",
        ("{32.0 per cent:by} from {100:from} to {104:to}", {"direction": "rose"}),
        ("{32.0 per cent:by}.| From {100:from} to {104:to}", {"direction": "rose"}),
    ),
    (
        "eight times too much by context",
        "change",
        ("{32.0 per cent:by} from {100:from} to {104:to}", {"direction": "rose"}),
        ("{32.0 per cent:by} from {100:from} to {104:to}", {"direction": "rose", "strength": "contextual"}),
    ),
    (
        "a share in two sentences",
        "share",
        ("{24 per cent:rate}.| {3:part} of {99:whole}", {}),
        ("{24 per cent:rate}.| {3:part} of {99:whole}", {"strength": "contextual"}),
    ),
    (
        "less than one in a hundred",
        "share",
        ("{0.7 per cent:rate} are {2:part} of {100:whole}", {"strength": "contextual"}),
        ("{0.5 per cent:rate} are {2:part} of {100:whole}", {"strength": "contextual"}),
    ),
    (
        "a change that is none",
        "change",
        ("{12 per cent:by} from {50:from} to {51:to}", {"direction": "rose"}),
        ("{12 per cent:by} from {50:from} to {50:to}", {"direction": "rose"}),
    ),
    (
        "a rise from nothing",
        "change",
        ("{5:by} from {0:from} to {7:to}", {"direction": "rose"}),
        ("{£5m:by} from {£0.0m:from} to {£7.0m:to}", {"direction": "rose"}),
    ),
    (
        "a level before told by one end",
        "change",
        ("{30 per cent:by} from {100:from} to {115:to}", {"direction": "rose"}),
        ("{30 per cent:by} from {more than 100:from} to {115:to}", {"direction": "rose"}),
    ),
    (
        "a base in numbers",
        "share",
        ("{62.5 per cent:rate} of {24:whole}", {}),
        ("{62.5 per cent:rate} of {half:whole}", {}),
    ),
    (
        "a level told by one end",
        "change",
        ("{30 per cent:by} from {100:from} to {115:to}", {"direction": "rose"}),
        ("{30 per cent:by} from {100:from} to {more than 115:to}", {"direction": "fell"}),
    ),
    (
        "a near total",
        "sum",
        ("{60:total} are {22:part}, {9:part} and {14:part}", {"strength": "contextual"}),
        ("{61:total} are {22:part}, {9:part} and {14:part}", {"strength": "contextual"}),
    ),
    (
        "a total that words tell",
        "sum",
        ("{135:total} are {22:part}, {9:part} and {14:part}", {}),
        ("{136:total} are {22:part}, {9:part} and {14:part}", {}),
    ),
    (
        "a part above its whole",
        "bound",
        ("{450:part} of {402:whole}", {}),
        ("{450:part:stance=denied} of {402:whole}", {}),
    ),
    (
        "a year that reaches it",
        "mean",
        ("{£9.4m:stated}: {£1.7m:year}, {£3.1m:year} and {£4.6m:year}", {}),
        ("{£9.4m:stated}: {£1.7m:year}, {£3.1m:year} and {£9.4m:year}", {}),
    ),
    (
        "a year that is all of it",
        "mean",
        ("{£9.4m:stated}: {£9.1m:year} and {£0.3m:year}", {}),
        ("{£9.4m:stated}: {£9.4m:year} and {£0.0m:year}", {}),
    ),
    (
        "years that make it",
        "mean",
        ("{£9.4m:stated}: {£1.7m:year}, {£3.1m:year} and {£4.6m:year}", {}),
        ("{£9.4m:stated}: {£1.7m:year}, {£3.1m:year} and {£2.6m:year}", {}),
    ),
    (
        "years of one speaker",
        "mean",
        ("{£9.4m:stated:speaker=Ann}: {£1.7m:year}, {£3.1m:year} and {£4.6m:year}", {}),
        ("{£9.4m:stated:speaker=Ann}: {£1.7m:year:speaker=Bo}, {£3.1m:year} and {£4.6m:year}", {}),
    ),
    (
        "a rate that all groups are below",
        "mean",
        ("{46 per cent:stated}; {31 per cent:group}, {44 per cent:group}", {}),
        ("{44 per cent:stated}; {31 per cent:group}, {44 per cent:group}", {}),
    ),
    (
        "a rate that all groups are above",
        "mean",
        ("{29 per cent:stated}; {31 per cent:group}, {44 per cent:group}", {}),
        ("{38 per cent:stated}; {31 per cent:group}, {44 per cent:group}", {}),
    ),
    (
        "groups of one speaker",
        "mean",
        ("{46 per cent:stated:speaker=Ann}; {31 per cent:group}, {44 per cent:group}", {}),
        ("{46 per cent:stated:speaker=Ann}; {31 per cent:group:speaker=Bo}, {44 per cent:group}", {}),
    ),
    (
        "so many asked",
        "share",
        ("{55.2 per cent:rate} of {100:whole}", {}),
        ("{55.2 per cent:rate} of {101:whole}", {}),
    ),
    (
        "asked in so many words",
        "share",
        ("{61.4 per cent:rate} of {24:whole}", {}),
        ("{61.4 per cent:rate} of {24:whole}", {"strength": "contextual"}),
    ),
    (
        "asked and asserted",
        "share",
        ("{61.4 per cent:rate} of {24:whole}", {}),
        ("{61.4 per cent:rate:stance=denied} of {24:whole}", {}),
    ),
    (
        "a share printed finely enough",
        "share",
        ("{61 per cent:rate} of {100:whole}", {}),
        ("{61 per cent:rate} of {101:whole}", {}),
    ),
    (
        "a base that is a number",
        "share",
        ("{62.5 per cent:rate} of {24:whole}", {}),
        ("{62.5 per cent:rate} of {0:whole}", {}),
    ),
    (
        "a whole base",
        "share",
        ("{62.5 per cent:rate} of {24:whole}", {}),
        ("{62.5 per cent:rate} of {24.5:whole}", {}),
    ),
    (
        "a base of people",
        "share",
        ("{62.50 per cent:rate} of {2,000:whole}", {}),
        ("{62.52 per cent:rate} of {2,001:whole}", {}),
    ),
    (
        "a share in numbers",
        "share",
        ("{62.5 per cent:rate} of {24:whole}", {}),
        ("{half:rate} of {24:whole}", {}),
    ),
    (
        "a comparison that words tie",
        "compare",
        ("{20:subject}, {30:reference}", {"comparison": HIGHER}),
        ("{20:subject}, {30:reference}", {"comparison": HIGHER, "strength": "numeric"}),
    ),
    (
        "a comparison that is asserted",
        "compare",
        ("{20:subject}, {30:reference}", {"comparison": {**HIGHER, "stance": "hypothetical"}}),
        ("{20:subject}, {30:reference}", {"comparison": {**HIGHER, "stance": "denied"}}),
    ),
    (
        "figures that are asserted",
        "compare",
        ("{20:subject}, {30:reference}", {"comparison": HIGHER}),
        ("{20:subject:stance=denied}, {30:reference}", {"comparison": HIGHER}),
    ),
    (
        "a rival that is no lower",
        "compare",
        ("{20:subject}, {30:reference}, {29:rival}", {"comparison": HIGHER}),
        ("{20:subject}, {30:reference}, {31:rival}", {"comparison": HIGHER}),
    ),
    (
        "a rival that is no higher",
        "compare",
        ("{40:subject}, {30:reference}, {31:rival}", {"comparison": LOWER}),
        ("{40:subject}, {30:reference}, {29:rival}", {"comparison": LOWER}),
    ),
    (
        "a change is no rival",
        "compare",
        ("{20:subject}, {30:reference}, {31:rival:change}", {"comparison": HIGHER}),
        ("{20:subject}, {30:reference}, {31:rival}", {"comparison": HIGHER}),
    ),
    (
        "another unit is no rival",
        "compare",
        ("{20:subject}, {30:reference}, {£31:rival}", {"comparison": HIGHER}),
        ("{20:subject}, {30:reference}, {31:rival}", {"comparison": HIGHER}),
    ),
    (
        "equal",
        "compare",
        ("{30:subject}, {30:reference}", {"comparison": {"text": "the same", "direction": "equal"}}),
        ("{20:subject}, {30:reference}", {"comparison": {"text": "the same", "direction": "equal"}}),
    ),
    (
        "no tie",
        "rank",
        ("{50:subject}; {49:behind}", {"comparison": MOST}),
        ("{50:subject}; {50:behind}", {"comparison": MOST}),
    ),
    (
        "no tie ahead",
        "rank",
        ("{50:subject}; {51:ahead}", {"comparison": SECOND}),
        ("{50:subject}; {50:ahead}", {"comparison": SECOND}),
    ),
    (
        "no tie of rivals",
        "rank",
        ("{50:subject}; {49:rival}", {"comparison": MOST}),
        ("{50:subject}; {50:rival}", {"comparison": MOST}),
    ),
    (
        "a rank of one speaker",
        "rank",
        ("{50:subject:speaker=Ann}; {60:behind}", {"comparison": MOST}),
        ("{50:subject:speaker=Ann}; {60:behind:speaker=Bo}", {"comparison": MOST}),
    ),
    (
        "a rank that is asserted",
        "rank",
        ("{50:subject}; {60:behind}", {"comparison": MOST}),
        ("{50:subject:stance=denied}; {60:behind}", {"comparison": MOST}),
    ),
    (
        "a streak that is asserted",
        "rank",
        ("{3:level}, {7:level}, {4:level}", {"comparison": HIGHER}),
        ("{3:level}, {7:level:stance=denied}, {4:level}", {"comparison": HIGHER}),
    ),
    (
        "the newest first",
        "rank",
        ("{3:level}, {7:level}, {4:level}", {"comparison": HIGHER}),
        ("{9:level}, {7:level}, {4:level}", {"comparison": HIGHER}),
    ),
    (
        "a streak without a stand",
        "rank",
        ("{3:level}, {7:level}, {9:level}", {"comparison": HIGHER}),
        ("{3:level}, {7:level}, {7:level}", {"comparison": HIGHER}),
    ),
]


@pytest.mark.parametrize(("why", "kind", "told", "silent"), LIMITS, ids=[limit[0] for limit in LIMITS])
def test_one_is_told_and_the_other_is_not(
    why: str, kind: str, told: tuple[str, dict[str, Any]], silent: tuple[str, dict[str, Any]]
) -> None:
    assert found(related(kind, told[0], **told[1]))
    assert not found(related(kind, silent[0], **silent[1]))


#: Text, comparison, verdict and arithmetic: the figures that are ranked, those that the words leave room for.
RANKS = [
    ("{50:subject}; {40:rival}, {30:rival}", MOST, "consistent", "50 among 40, 30"),
    ("{50:subject}; {60:rival}, {30:rival}", MOST, "mismatch", "60 > 50"),
    ("{50:subject}; {60:rival}, {30:rival}", SECOND, "consistent", "50 among 60, 30"),
    ("{50:subject}; {60:rival}, {70:rival}", SECOND, "mismatch", "60 > 50; 70 > 50"),
    ("{50:subject}; {40:rival}, {30:rival}", SECOND, "mismatch", "50 > 40; 50 > 30"),
    ("{50:subject}; {40:rival}, {30:rival}, {60:behind}", SECOND, "mismatch", "60 > 50; 50 > 40; 50 > 30"),
    ("{50:subject}; {60:rival}, {70:rival}, {40:ahead}", SECOND, "mismatch", "60 > 50; 70 > 50; 50 > 40"),
    ("{50:subject}; {60:ahead}, {30:behind}, {20:rival}", MOST, "consistent", "50 among 60, 30, 20"),
]


@pytest.mark.parametrize(("text", "comparison", "verdict", "arithmetic"), RANKS)
def test_a_place_among_rivals(text: str, comparison: dict[str, Any], verdict: str, arithmetic: str) -> None:
    (finding,) = found(related("rank", text, comparison))
    assert (finding.verdict, finding.arithmetic) == (verdict, arithmetic)


def test_only_a_first_place_has_another_end() -> None:
    (second,) = found(related("rank", "{50:subject}; {60:behind}, {70:behind}", SECOND))
    assert second.reading == "rank"


def test_a_comparison_without_its_figures_is_none() -> None:
    assert not found(related("rank", "{60:behind}"))
    assert not found(related("compare", "{50:reference}", HIGHER))
    assert not found(related("compare", "{50:subject}, {40:reference}"))
    assert not found(related("rank", "{50:subject}, {60:behind}"))


def test_what_is_compared_is_called_by_its_words() -> None:
    average = Mention(Span(0, 3), "the average", "average")
    (finding,) = found(related("compare", "{50:subject}", {**HIGHER, "reference": average}))
    assert finding.missing == ("the average is not given",)


def test_a_rival_in_another_sentence_is_none() -> None:
    relation = related("compare", "{20:subject}, {30:reference}", HIGHER)
    elsewhere = replace(relation.claims()[1], sentence=Span(90, 99))
    high = replace(elsewhere, figure=replace(elsewhere.figure, amount=exact(31)))
    assert found(replace(relation, rivals=(high,)))
    here = replace(high, sentence=relation.claims()[1].sentence)
    assert not found(replace(relation, rivals=(here,)))


@pytest.mark.parametrize(
    ("a", "b", "below"),
    [
        (between(1, 2), between(3, 4), True),
        (between(1, 2), between(2, 4), False),
        (between(1, None), between(3, 4), False),
        (between(1, 2), between(None, 4), False),
    ],
)
def test_a_figure_open_to_one_side_is_surely_behind_none(a: Amount, b: Amount, below: bool) -> None:
    assert _below(a, b) is below


@pytest.mark.parametrize(
    ("rival", "verdict"),
    [("{35:rival}", "consistent"), ("{£35:rival}", "mismatch"), ("{36:rival}", "mismatch")],
)
def test_a_rival_is_of_one_kind_and_makes_it_hold(rival: str, verdict: str) -> None:
    (finding,) = found(related("share", f"{{50 per cent:rate}} are {{25:part}} of {{70:whole}}, {rival}"))
    assert finding.verdict == verdict
    assert finding.relation.rivals == () or verdict == "mismatch"
    assert finding.relation.strength == ("numeric" if verdict == "consistent" else "stated")


@pytest.mark.parametrize(("rival", "verdict"), [("{£35:rival}", "consistent"), ("{$35:rival}", "mismatch")])
def test_a_rival_is_of_one_unit(rival: str, verdict: str) -> None:
    (finding,) = found(related("share", f"{{50 per cent:rate}} are {{£25:part}} of {{£70:whole}}, {rival}"))
    assert finding.verdict == verdict


@pytest.mark.parametrize("rate", ["half", "50 per cent"])
def test_a_share_in_words_may_stand_for_one_in_numbers(rate: str) -> None:
    (finding,) = found(
        related("share", f"{{20 per cent:rate}} are {{35:part}} of {{70:whole}}, {{{rate}:rival}}")
    )
    assert finding.verdict == "consistent"


def test_figures_of_another_role_are_no_rivals_of_a_list() -> None:
    (finding,) = found(related("sum", "{7:listed} are {6:total}, {7:rival}"))
    assert finding.verdict == "consistent"


def test_the_shares_of_a_whole_are_added_in_the_order_of_print() -> None:
    relation = related("sum", "{46 per cent:part}, {35 per cent:part}, {29 per cent:part}")
    (finding,) = found(replace(relation, roles=relation.roles[::-1]))
    assert finding.arithmetic.startswith("46% + 35% + 29% = ")


def test_a_finding_is_given_once() -> None:
    relation = related("share", SHARE)
    assert len(list(check([relation, relation], load_policy()))) == 1
    other = related("share", "Well, " + SHARE)
    assert len(list(check([relation, other], load_policy()))) == 2


@pytest.mark.parametrize("figure", ["about 66.6 per cent", "66.6 per cent"])
def test_only_a_share_without_a_hedge_may_be_cut_off(figure: str) -> None:
    (finding,) = found(related("share", f"{{{figure}:rate}} are {{134:part}} of {{201:whole}}"))
    assert finding.reading == ("truncation" if figure == "66.6 per cent" else "digit")


@pytest.mark.parametrize(
    "text",
    [
        "{66.3 per cent:stated} did; {33 per cent:other} did not",
        "{33 per cent:stated} did not; {66.3 per cent:other} did",
    ],
)
def test_either_of_two_shares_that_make_100_may_be_cut_off(text: str) -> None:
    (finding,) = found(related("complement", text))
    assert (finding.verdict, finding.reading) == ("consistent", "truncation")


@pytest.mark.parametrize("shares", ["38.9 46.1 35.0", "46.1 35.0 38.9", "35.0 38.9 46.1"])
def test_any_of_the_shares_of_a_whole_may_be_misprinted(shares: str) -> None:
    parts = ", ".join(f"{{{share} per cent:part}}" for share in shares.split())
    (finding,) = found(related("sum", parts))  # 18.9 and not 38.9
    assert (finding.verdict, finding.reading) == ("mismatch", "digit")


def test_shares_of_a_whole_that_no_digit_mends_have_no_misprint() -> None:
    (finding,) = found(related("sum", "{38.9 per cent:part}, {46.4 per cent:part}, {38.0 per cent:part}"))
    assert (finding.verdict, finding.reading) == ("mismatch", None)


def test_a_range_has_no_digit_to_cut_off() -> None:
    relation = related("share", SHARE)
    rate = relation.claims()[0]
    ranged = replace(rate, figure=replace(rate.figure, amount=between(44, 46, "%"), value=None))
    (finding,) = found(replace(relation, roles=(Role("rate", ranged), *relation.roles[1:])))
    assert (finding.verdict, finding.stated) == ("mismatch", between(44, 46, "%"))


def test_shares_of_one_whole_are_not_cut_off() -> None:
    (finding,) = found(related("sum", "{33.3 per cent:part} and {66.6 per cent:part}"))
    assert finding.verdict == "consistent"
    assert [f.verdict for f in found(related("sum", "{33.3 per cent:part}, {66.5 per cent:part}"))] == [
        "mismatch"
    ]


def test_several_figures_for_one_fact_are_met_where_they_meet() -> None:
    text = "{£0.4m:stated}, {£0.3m:from}, {£0.31m:from}, {£0.9m:from}"
    (finding,) = found(related("same", text))
    assert finding.arithmetic == "350,000 to 450,000; 305,000 to 315,000"


def derived(text: str, **slots: Any) -> Derived:
    """The amount of the one figure of a text as one that follows from others."""
    amount = related("same", f"{{{text}:stated}}").claims()[0].figure.amount
    return replace(Derived("d-1", amount, "share", (), "100 − 60 = 40"), **slots)


class TestAmountsThatFollow:
    """A reference that is printed nowhere: 40 per cent, as 60 per cent did not."""

    def compared(self, subject: str, degree: str | None = None, **slots: Any) -> Finding:
        relation = related("compare", f"{{{subject}:subject}}", {**HIGHER, "degree": degree})
        (finding,) = found(
            replace(relation, roles=(*relation.roles, Role("reference", derived("40 per cent", **slots))))
        )
        return finding

    def test_how_they_follow_is_told_first(self) -> None:
        finding = self.compared("45 per cent")
        assert finding.verdict == "consistent"
        assert finding.arithmetic == "100 − 60 = 40; 45% − 39.5 to 40.5% = 4 to 6 points"

    def test_what_is_printed_nowhere_is_in_no_order_of_print(self) -> None:
        assert self.compared("40 per cent").verdict == "undecided"

    def test_only_what_is_near_the_opposite_would_fit_it(self) -> None:
        assert self.compared("62 per cent", "slightly").reading == "complement"
        assert self.compared("80 per cent", "slightly").reading is None

    def test_what_only_meets_the_opposite_fits_it_where_it_follows(self) -> None:
        assert self.compared("61 per cent", "slightly").reading == "complement"
        text = "{61 per cent:subject}, {40 per cent:reference}"
        (finding,) = found(related("compare", text, {**HIGHER, "degree": "slightly"}))
        assert finding.reading is None

    def test_are_called_by_their_size_where_they_do_not_agree(self) -> None:
        parts = related("sum", "{22:part} and {9:part}")
        (finding,) = found(replace(parts, roles=(Role("total", derived("40")), *parts.roles)))
        assert (finding.verdict, finding.severity, finding.reading) == ("mismatch", "error", None)
        assert finding.explanation.startswith("40 does not agree with 31, ")

    def test_are_not_rounded_as_a_mean_is(self) -> None:
        rest = related("mean", "{1,060:total} by {200:n}")
        (finding,) = found(replace(rest, roles=(Role("mean", derived("5")), *rest.roles)))
        assert (finding.verdict, finding.stated) == ("mismatch", exact(5))

    @pytest.mark.parametrize("name", ["rate", "whole"])
    def test_leave_open_what_whole_number_prints_as_a_share(self, name: str) -> None:
        relation = related("share", "{61.4 per cent:rate} of {24:whole}")
        roles = (Role(r.name, derived("24")) if r.name == name else r for r in relation.roles)
        assert found(relation)
        assert not found(replace(relation, roles=tuple(roles)))

    def test_a_sum_of_others_is_no_list_that_was_counted(self) -> None:
        relation = related("sum", "{8:total}, with {7:listed}")
        total, listed = relation.roles
        of_claims = replace(derived("7"), claims=relation.claims(), label="items listed")
        (counted,), (summed,), (other,) = (
            found(replace(relation, roles=(total, Role("part", value))))
            for value in (listed.value, of_claims, derived("7"))
        )
        assert (counted.reading, summed.reading, other.reading) == ("list", None, "list")
        assert "the list, which names 7" in summed.explanation
        assert summed.missing != counted.missing
        assert "which the other figures give" in other.explanation


def test_the_roles_of_figures_are_part_of_the_id() -> None:
    relation = related("share", SHARE)
    rate, part, whole = relation.roles
    turned = replace(relation, roles=(rate, Role("whole", part.value), Role("part", whole.value)))
    assert {f.id for f in found(relation)}.isdisjoint(f.id for f in found(turned))


def test_a_fall_told_as_a_range_of_multiples_is_the_old_level_over_the_new() -> None:
    relation = related("change", "{doubled:by} from {40:from} to {20:to}", direction="fell")
    words = relation.claims()[0]
    figure = replace(words.figure, text="two to three times", amount=between(2, 3, "times"), value=None)
    roles = (Role("change", replace(words, figure=figure)), *relation.roles[1:])
    (finding,) = found(replace(relation, roles=roles))
    assert (finding.verdict, finding.arithmetic) == ("consistent", "40 / 20 = 2")


def test_halved_is_the_new_level_over_the_old() -> None:
    relation = related("change", "{doubled:by} from {40:from} to {20:to}", direction="fell")
    words = relation.claims()[0]
    figure = replace(words.figure, text="halved", amount=exact(Fraction(1, 2), "times"), value=Decimal("0.5"))
    roles = (Role("change", replace(words, figure=figure)), *relation.roles[1:])
    (finding,) = found(replace(relation, roles=roles))
    assert finding.arithmetic == "20 / 40 = 0.5"
    once = replace(figure, text="once", amount=exact(1, "times"), value=Decimal(1))
    (finding,) = found(replace(relation, roles=(Role("change", replace(words, figure=once)), *roles[1:])))
    assert finding.arithmetic == "40 / 20 = 2"


class TestUnitSwap:
    TEXT = "{300:stated} were missing, {330:other} times; {40:counted} were found"

    def swapped(self, text: str = TEXT) -> Finding:
        (finding,) = found(related("same", text))
        return finding

    def named(self, text: str, *nouns: str) -> Finding:
        relation = related("same", text)
        roles = [
            Role(role.name, replace(claim, measure=Mention(None, noun, noun)))
            for role, claim, noun in zip(relation.roles, relation.claims(), nouns, strict=True)
        ]
        (finding,) = found(replace(relation, roles=tuple(roles)))
        return finding

    def test_says_what_each_number_counts(self) -> None:
        finding = self.named(self.TEXT, "children in care", "occasions", "children at home")
        assert (finding.verdict, finding.severity, finding.reading) == ("mismatch", "error", "unit")
        assert finding.arithmetic == "300 children ≠ 330 occasions; 40 children"
        assert finding.explanation == (
            "The number is given for “children” here and for “occasions” elsewhere; "
            "one may stand behind several of the other. It would fit if “occasions” were meant."
        )
        assert finding.missing == ()
        assert finding.suggestion == "count what the text counts: occasions"

    def test_names_the_count_that_is_missing(self) -> None:
        finding = self.named("{300:stated} were missing, {330:other} times", "children", "occasions")
        assert finding.missing == ("the number of “children”, which is not printed",)

    def test_a_figure_without_a_noun_is_called_by_its_number(self) -> None:
        assert self.swapped("{300:stated}, {330:other}").arithmetic == "300 300 ≠ 330 330"


def test_a_reason_not_to_compare_has_an_id_of_its_own() -> None:
    relation = related("compare", "{50:subject}, {40:reference}", HIGHER)
    first, second = (not_comparable(Caveat(relation, reading, "told")) for reading in ("unit", "period"))
    assert (first.verdict, first.explanation, first.reading) == ("not_comparable", "told", "unit")
    assert first.id.startswith("f-")
    assert first.id != second.id


def test_a_mean_told_by_one_end_is_not_rounded() -> None:
    (finding,) = found(related("mean", "{more than 5:mean} each, {1,060:total} by {200:n}"))
    assert finding.stated == between(5, None, low_open=True)


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        (between(0, 10, high_open=True), Fraction(10)),
        (between(0, 10), Fraction(5)),
        (between(1, 10, high_open=True), Fraction(11, 2)),
        (between(-10, 0, high_open=True), Fraction(-5)),
    ],
)
def test_fewer_than_names_its_bound(amount: Amount, value: Fraction) -> None:
    assert _told(amount) == value


@pytest.mark.parametrize(
    ("amount", "loose"),
    [
        (between(None, 5), True),
        (between(5, None), True),
        (between(-1, 1), True),
        (between(0, 5), True),
        (between(0, Fraction(1, 2)), True),
        (between(Fraction(1, 2), 5), False),
        (between(-5, 0), False),
    ],
)
def test_no_change_is_measured_from_a_level_told_by_one_end(amount: Amount, loose: bool) -> None:
    (claim,) = related("same", "{900:stated}").claims()
    assert _is_loose(replace(claim, figure=replace(claim.figure, amount=amount))) == loose


@pytest.mark.parametrize(
    ("stated", "computed", "wild"),
    [
        (10, 1, False),
        (11, 1, True),
        (1, 11, True),
        (Fraction(1, 2), 5, False),
        (-10, 99, False),
        (0, 5, True),
        (5, 0, True),
    ],
)
def test_beyond_the_limit_two_sides_are_wild(
    stated: Fraction | int, computed: Fraction | int, wild: bool
) -> None:
    assert _wild(Equation(exact(stated), exact(computed), "told"), 10) == wild


@pytest.mark.parametrize(
    ("stated", "computed"), [(between(None, None), exact(5)), (exact(5), between(None, None))]
)
def test_what_has_no_end_is_wild_to_anything(stated: Amount, computed: Amount) -> None:
    assert _wild(Equation(stated, computed, "told"), 10)


@pytest.mark.parametrize("role", ["part", "whole"])
def test_a_bound_without_both_sides_is_one_of_a_hundred(role: str) -> None:
    (finding,) = found(related("bound", f"{{104 per cent:stated}}, {{402:{role}}}"))
    assert (finding.verdict, finding.arithmetic) == ("mismatch", "104% > 100%")
    assert finding.explanation.startswith("No more than 100 per cent ")
