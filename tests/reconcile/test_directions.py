"""Movements without a size: verbs that their two levels contradict, and levels that are none of theirs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("directions.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_verb_that_its_levels_contradict_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "compare"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_levels_of_something_else_contradict_nothing(text: str) -> None:
    assert mismatches(text) == []
