"""Two figures that words of opposite meaning make all of one whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("opposites.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_opposites_make_no_more_than_the_whole(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_opposites_of_other_wholes_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
