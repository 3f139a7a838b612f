"""Movements of two levels that the words set side by side."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("told_back.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_movement_is_held_against_what_was_set_side_by_side(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind in ("change", "multiple")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_movement_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
