"""A rate for so many people beside the cases and the population."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("per_so_many.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_rate_is_held_against_its_cases(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_rate_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
