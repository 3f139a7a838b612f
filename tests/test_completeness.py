"""What a claim lacks: source, period, measure, base, each only where a figure of its kind needs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractor.completeness import Part, not_printed
from extractor.model import Claim, Mention, Period, Span
from tests.reconcile.told import told

SAID = Mention(Span(0, 3), "the council", "council")


def claim(text: str) -> Claim:
    (made,) = told(text).claims
    return made


def dated(made: Claim, span: Span | None) -> Claim:
    return replace(
        made, period=Period(span, "2023", "2023", "calendar", date(2023, 1, 1), date(2023, 12, 31))
    )


def test_a_bare_share_lacks_everything() -> None:
    assert not_printed(claim("It was {40%}.")) == ("source", "period", "measure", "base")


@pytest.mark.parametrize(
    ("made", "lacks"),
    [
        (claim("{212:fire} fires."), ("source", "period")),
        (claim("{40%:fire:base=fire} of fires."), ("source", "period")),
        (claim("{40%:fire} of them."), ("source", "period", "base")),
        # A change is of an earlier level, and a sum of money of nothing.
        (claim("up {12%:fire:change}."), ("source", "period")),
        (claim("It cost {£300}."), ("source", "period", "measure")),
        (replace(claim("{212:fire} fires."), speaker=SAID), ("period",)),
        (replace(claim("{212:fire} fires."), source=SAID), ("period",)),
        (dated(claim("{212:fire} fires in 2023."), Span(14, 18)), ("source",)),
        # Only the day of publication says when.
        (dated(claim("{212:fire} fires."), None), ("source", "period")),
    ],
)
def test_what_is_not_printed(made: Claim, lacks: tuple[Part, ...]) -> None:
    assert not_printed(made) == lacks


def test_a_complete_claim_lacks_nothing() -> None:
    assert not_printed(replace(dated(claim("{212:fire} fires."), Span(0, 3)), source=SAID)) == ()


@pytest.mark.parametrize("kind", ["date", "reference", "rank", "score", "age"])
def test_what_claims_no_quantity_needs_nothing(kind: str) -> None:
    made = claim("It was {40}.")
    assert not_printed(replace(made, figure=replace(made.figure, kind=kind))) == ()  # type: ignore[arg-type]
