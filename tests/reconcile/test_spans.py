"""A length beside its years, and an age beside a birth."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("spans.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_length_or_an_age_is_held_against_its_years(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_length_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
