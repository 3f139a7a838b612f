"""Movements that go on about the level told before, and those that a headline announces."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("gone_on.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_words_that_two_levels_belie_are_questioned(text: str) -> None:
    assert [f.relation.kind in ("compare", "multiple", "change", "share") for f in mismatches(text)] == [True]


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_words_that_two_levels_bear_out_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
