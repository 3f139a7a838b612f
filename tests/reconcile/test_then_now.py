"""Movements far from their two levels: "came to 18,240 ... 22,800 a year ago ... down a fifth"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("then_now.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_movement_is_held_against_its_levels(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind in ("change", "multiple")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_movement_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
