"""Two intervals on one line."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from extractor.amount import between, exact
from extractor.model import Amount
from extractor.report.number_line import MARGIN, amount_words, number_line
from tests.report.marlowe import COMPLEMENT


@pytest.mark.parametrize(
    ("stated", "computed"),
    [
        (None, exact(1)),
        (exact(1), None),
        (exact(1, "%"), exact(2, "points")),
        (between(None, None), exact(1)),
        (exact(1), exact(1)),
    ],
)
def test_there_is_no_line_for_what_has_no_scale(stated: Amount | None, computed: Amount | None) -> None:
    assert number_line(replace(COMPLEMENT, stated=stated, computed=computed)) is None


def test_the_bars_lie_where_their_bounds_do() -> None:
    line = number_line(replace(COMPLEMENT, stated=between(0, 10), computed=between(15, 20)))
    assert line is not None
    assert (line.stated.start, line.stated.end) == (MARGIN, Fraction(1, 2))
    assert (line.computed.start, line.computed.end) == (Fraction(11, 16), 1 - MARGIN)
    assert not line.stated.is_dot


def test_an_unbounded_side_runs_to_the_edge() -> None:
    line = number_line(replace(COMPLEMENT, stated=between(410, None), computed=exact(401)))
    assert line is not None
    assert line.stated.end == 1
    assert line.computed.is_dot


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (between(Fraction("56.85"), Fraction("56.95"), "%"), "56.85 to 56.95%"),
        (between(0, 3, "points"), "0 to 3 points"),
        (exact(330, "episodes"), "330 episodes"),
        (exact(7), "7"),
        (between(410, None, "calls", low_open=True), "more than 410 calls"),
    ],
)
def test_amount_words(amount: Amount, told: str) -> None:
    assert amount_words(amount) == told
