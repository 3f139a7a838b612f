"""The rate of a whole beside those of the groups that make it up."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("overall.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_whole_lies_between_its_groups(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.claims("group")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_other_wholes_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
