"""Comparing words between two figures of a sentence, read from print."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("orders.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_figures_on_the_wrong_side_of_each_other_are_found(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["compare"]


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_figures_as_told_or_of_other_things_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
