"""Two figures set side by side: which rivals may be meant instead, and what print tells of a close order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from extractor.amount import between
from extractor.model import Amount, Claim, Derived, Mention, Relation, Role
from extractor.reconcile.check.order import _printed_in_order
from tests.reconcile.check.related import found, related

MORE: dict[str, Any] = {"text": "more"}


def derived(text: str, *claims: Claim) -> Derived:
    """The amount of the one figure of a text as one that follows from claims."""
    return Derived("d-1", numbered(text).figure.amount, "sum", claims, "told")


def test_a_figure_that_the_reference_is_made_of_is_no_rival() -> None:
    relation = related("compare", "{20:subject}, {31:rival}", MORE)
    for claims, told in ((relation.rivals, ["mismatch"]), ((), [])):
        role = Role("reference", derived("30", *claims))
        findings = found(replace(relation, roles=(*relation.roles, role)))
        assert [f.verdict for f in findings] == told


def counting(relation: Relation, *nouns: str | None) -> Relation:
    """A comparison whose subject, reference and rival count what the nouns say."""
    measures = [None if n is None else Mention(None, n, n) for n in nouns]
    claims = [
        replace(c, measure=m) for c, m in zip(relation.claims() + relation.rivals, measures, strict=True)
    ]
    roles = (relation.roles[0], Role("subject", claims[0]), Role("reference", claims[1]))
    return replace(relation, roles=roles, rivals=(claims[2],))


class TestRivalsThatCountAnotherThing:
    """Twenty against thirty, and a 31 that would bear "more" out."""

    RELATION = related("compare", "{20:subject}, {30:reference}, {31:rival}", MORE)

    @pytest.mark.parametrize(
        ("subject", "reference", "rival", "held"),
        [
            ("beach", "beach", "school", False),
            ("beach", "beach", "beach", True),
            ("beach", "school", "school", True),
            ("school", "beach", "school", True),
            ("beach", "beach", None, True),
            ("beach", None, "school", True),
            (None, "beach", "school", True),
        ],
    )
    def test_are_none(
        self, subject: str | None, reference: str | None, rival: str | None, held: bool
    ) -> None:
        assert bool(found(counting(self.RELATION, subject, reference, rival))) != held

    def test_a_noun_from_further_away_tells_nothing(self) -> None:
        relation = counting(self.RELATION, "beach", "beach", "school")
        (rival,) = relation.rivals
        apart = replace(rival, measure=Mention(None, "school", "school", "sentence"))
        assert not found(replace(relation, rivals=(apart,)))

    def test_what_is_no_count_has_no_noun_of_its_own(self) -> None:
        relation = counting(self.RELATION, "beach", "beach", "school")
        (rival,) = relation.rivals
        aged = replace(rival, figure=replace(rival.figure, kind="age"))
        assert not found(replace(relation, rivals=(aged,)))


@pytest.mark.parametrize(
    ("a", "b", "gap", "higher", "in_order"),
    [
        ("6.1 per cent", "6.0 per cent", between(0, Fraction(1, 5)), True, True),
        ("6.1 per cent", "6.0 per cent", between(0, Fraction(1, 5)), False, False),
        ("0.1 per cent", "0.0 per cent", between(0, Fraction(1, 5)), True, True),
        ("0.0 per cent", "0.1 per cent", between(0, Fraction(1, 5)), False, True),
        ("0.0 per cent", "-0.1 per cent", between(0, Fraction(1, 5)), True, True),
        ("6.1 per cent", "6.0 per cent", between(Fraction(-1, 5), Fraction(1, 5)), True, False),
        ("6.1 per cent", "6.0 per cent", between(None, Fraction(1, 5)), True, False),
        ("half", "0.2 per cent", between(0, 1), False, False),
        ("0.2 per cent", "half", between(0, 1), True, False),
    ],
)
def test_print_is_in_order_where_no_rounding_turns_it_round(
    a: str, b: str, gap: Amount, higher: bool, in_order: bool
) -> None:
    wanted = between(0, Fraction(1, 2), low_open=True)
    assert _printed_in_order(numbered(a), numbered(b), gap, wanted, higher) is in_order


def numbered(text: str) -> Claim:
    """The figure of a text, which may be below nought; one in words has no number."""
    (claim,) = related("same", f"{{{text.removeprefix('-')}:stated}}").claims()
    value = claim.figure.value
    if value is None or not text.startswith("-"):
        return claim
    return replace(claim, figure=replace(claim.figure, value=-value))


def test_what_follows_from_others_is_in_no_order_of_print() -> None:
    gap, one = between(0, 1), numbered("6.1 per cent")
    assert _printed_in_order(derived("6 per cent"), one, gap, gap, higher=False) is False
    assert _printed_in_order(one, derived("6 per cent"), gap, gap, higher=True) is False


def test_a_gap_below_one_is_on_its_own_side() -> None:
    (finding,) = found(
        related("compare", "{5.8:subject}, {5:reference}", {"text": "a bit more", "degree": "slightly"})
    )
    assert (finding.verdict, finding.severity) == ("mismatch", "warning")
    assert "the difference is 0.8 higher." in finding.explanation


@pytest.mark.parametrize(
    ("gap", "in_order"),
    [
        (between(0, 1), True),
        (between(0, Fraction(1, 2)), True),
        (between(0, 0), False),  # as high as the other, and no higher
        (between(-1, 1), False),
        (between(None, 1), False),
        (between(0, None), True),
    ],
)
def test_a_range_that_begins_at_the_other_figure_is_in_order(gap: Amount, in_order: bool) -> None:
    wanted = between(0, None, low_open=True)
    for a, b in (("half", "0.2 per cent"), ("0.2 per cent", "half")):
        assert _printed_in_order(numbered(a), numbered(b), gap, wanted, higher=True) is in_order
