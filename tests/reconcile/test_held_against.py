"""A verb that moves a thing to a level, beside the earlier level."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("held_against.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_verb_is_held_against_the_levels(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_levels_of_other_things_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
