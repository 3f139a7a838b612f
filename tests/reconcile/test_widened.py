"""Ways to tell a rest, a change and an average: slips, and right passages beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import questioned

TOLD = tomllib.loads(Path(__file__).with_name("widened.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("right", [t for texts in TOLD["right"].values() for t in texts])
def test_what_is_right_is_left_alone(right: str) -> None:
    assert questioned(right) == []


@pytest.mark.parametrize("wrong", [t for texts in TOLD["wrong"].values() for t in texts])
def test_a_slip_is_questioned(wrong: str) -> None:
    assert questioned(wrong) != []
