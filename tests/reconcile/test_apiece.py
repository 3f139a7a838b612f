"""Totals told for each: slips in what a total makes for one, and amounts for each that no total makes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("apiece.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_total_makes_so_much_for_each(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "mean"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_is_told_for_each_need_not_be_a_share(text: str) -> None:
    assert mismatches(text) == []
