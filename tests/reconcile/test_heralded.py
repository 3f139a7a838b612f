"""Movements without a size in a headline or a lead, whose levels come further on: "Bus complaints down"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("heralded.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_headline_points_away_from_the_levels(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "compare"


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_the_other_way_it_holds(text: str) -> None:
    for here, there in CASES["turned"]["words"]:
        if here in text:
            assert mismatches(text.replace(here, there, 1)) == []
            return
    pytest.fail("no word to turn")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_headline_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
