"""What the total of a year makes for each day: "took in 14,600 dogs in 2024, or 40 a day"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("daily.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_an_average_that_no_year_makes_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "mean"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_a_year_may_make_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
