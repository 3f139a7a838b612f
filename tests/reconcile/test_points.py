"""Shares of two times and a change in per cent that is their difference: points, or something else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("points.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_points_told_as_per_cent_are_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "change"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_change_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
