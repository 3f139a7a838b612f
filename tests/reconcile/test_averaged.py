"""Averages told for a noun, "165 a session", against the total and the number that were told before."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("averaged.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"])
def test_an_average_that_total_and_number_do_not_make_is_questioned(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["mean"]


@pytest.mark.parametrize("text", CASES["sound"])
def test_an_average_that_holds_or_is_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize("text", CASES["beside_broken"])
def test_other_figures_beside_hide_no_average_that_is_not_made(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["mean"]


@pytest.mark.parametrize("text", CASES["beside_sound"])
def test_other_figures_beside_make_no_average_a_wrong_one(text: str) -> None:
    assert mismatches(text) == []
