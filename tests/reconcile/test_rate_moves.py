"""The movement of a named rate, told further on than its levels."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches, reviewed

CASES = tomllib.loads(Path(__file__).with_name("rate_moves.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_points_are_no_per_cent(text: str) -> None:
    (finding,) = mismatches(text)
    assert (finding.relation.kind, finding.reading) == ("change", "points")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_movement_that_the_levels_make_is_borne_out(text: str) -> None:
    assert "consistent" in [f.verdict for f in reviewed(text) if f.relation.kind == "change"]
    assert mismatches(text) == []


@pytest.mark.parametrize("text", CASES["apart"]["texts"])
def test_a_movement_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
