"""A score, and by how much one side won or led."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("scores.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_size_is_held_against_its_score(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_size_of_another_game_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
