"""Figures that are said to be more or less than the one before: orders that fail, and other comparisons."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("set_after.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_figure_on_the_wrong_side_of_the_one_before_is_found(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["compare"]


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_is_compared_with_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
