"""Gaps told beside their two sides, and gaps between others."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("gaps.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_gap_lies_between_its_sides(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "change"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_another_gap_may_be_as_wide(text: str) -> None:
    assert mismatches(text) == []
