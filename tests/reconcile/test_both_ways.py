"""Shares of those who did that are told of those who did not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("both_ways.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_share_told_of_the_others_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind in ("share", "complement")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_share_of_its_own_people_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
