"""Shares that are twice out of figures in other sentences: found where the words count from one whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("twice.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["broken"]["texts"], *CASES["beside"]["texts"]])
def test_a_change_that_its_levels_do_not_make_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "change"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_change_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
