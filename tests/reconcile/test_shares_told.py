"""Shares that are told before their counts, as a majority of them, or as two that fill one whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("shares_told.toml").read_text(encoding="utf-8"))
WAYS = sorted(CASES)


@pytest.mark.parametrize("text", [t for way in WAYS for t in CASES[way]["broken"]])
def test_a_share_that_its_counts_do_not_bear_out_is_questioned(text: str) -> None:
    assert len(mismatches(text)) == 1


@pytest.mark.parametrize("text", [t for way in WAYS for t in CASES[way]["sound"]])
def test_a_share_that_holds_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
