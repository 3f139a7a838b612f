"""The regression that weights are learnt by: it leans the right way, and an example may count for two."""

from __future__ import annotations

import pytest

from gold.logistic import regression

ROWS: list[set[str]] = [{"all", "b"}, {"all"}, {"b"}, {"all", "c"}] * 30
LABELS = [1, 0, 1, 0] * 30


def test_a_feature_of_the_labelled_ones_speaks_for_them() -> None:
    weights = regression(ROWS, LABELS, ridge=1.0)
    assert weights["b"] > 1 > -1 > weights["c"]


def test_a_ridge_keeps_weights_small() -> None:
    loose, tight = (regression(ROWS, LABELS, ridge=r)["b"] for r in (0.1, 10.0))
    assert 0 < tight < loose


def test_an_example_that_counts_twice_is_two() -> None:
    twice = regression(ROWS, LABELS, ridge=1.0, worth=[2.0] * len(ROWS))
    assert twice == pytest.approx(regression(ROWS * 2, LABELS * 2, ridge=1.0), abs=1e-3)


def test_features_that_are_seldom_seen_get_no_weight() -> None:
    assert "rare" not in regression([*ROWS, {"all", "rare"}], [*LABELS, 1], ridge=1.0, seen=2)
