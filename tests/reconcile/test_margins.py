"""Figures that are told as what lies between two others: majorities, so many more, surpluses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("margins.toml").read_text(encoding="utf-8"))


def texts(kind: str) -> list[str]:
    """The texts of all lists whose name ends so."""
    return [t for name, listed in CASES.items() if name.endswith(kind) for t in listed["texts"]]


@pytest.mark.parametrize("text", texts("broken"))
def test_what_lies_between_two_figures_is_worked_out(text: str) -> None:
    (finding,) = mismatches(text)
    # What a target lacks is told as what was raised and what is still to come.
    assert finding.relation.kind in ("change", "sum")


@pytest.mark.parametrize("text", texts("sound"))
def test_margins_of_something_else_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
