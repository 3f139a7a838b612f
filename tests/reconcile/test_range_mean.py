"""A mean beside the ends of what it is the mean of."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("range_mean.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["broken"]["texts"], *CASES["listed_broken"]["texts"]])
def test_a_mean_lies_between_its_ends(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", [*CASES["sound"]["texts"], *CASES["listed_sound"]["texts"]])
def test_a_mean_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
