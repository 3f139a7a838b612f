"""Ranks in time against a year that is printed: "the highest since 2009"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("since.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["broken"]["texts"], *CASES["far_broken"]["texts"]])
def test_a_rank_is_held_against_a_later_year(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "rank"


@pytest.mark.parametrize("text", [*CASES["sound"]["texts"], *CASES["far_sound"]["texts"]])
def test_what_is_earlier_or_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
