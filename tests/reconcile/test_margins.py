"""Figures that are told as what lies between two others: majorities, so many more, surpluses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("margins.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["broken"]["texts"], *CASES["more_broken"]["texts"]])
def test_what_lies_between_two_figures_is_worked_out(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "change"


@pytest.mark.parametrize("text", [*CASES["sound"]["texts"], *CASES["more_sound"]["texts"]])
def test_margins_of_something_else_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
