"""Shares that learnt weights tie to their part and whole, and those that something else accounts for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("shares_tied.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"])
def test_a_share_that_its_counts_do_not_bear_out_is_questioned(text: str) -> None:
    assert len(mismatches(text)) == 1


@pytest.mark.parametrize("text", CASES["sound"])
def test_a_share_that_holds_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
