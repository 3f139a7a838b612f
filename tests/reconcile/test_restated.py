"""Parts said again as shares, and two sides of one whole: questioned where they do not fit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import questioned

CASES = tomllib.loads(Path(__file__).with_name("restated.toml").read_text(encoding="utf-8"))
WAYS = sorted(CASES)


@pytest.mark.parametrize("text", [t for way in WAYS for t in CASES[way]["broken"]])
def test_figures_that_do_not_fit_are_questioned_once(text: str) -> None:
    assert len(questioned(text)) == 1


@pytest.mark.parametrize("text", [t for way in WAYS for t in CASES[way]["sound"]])
def test_figures_that_fit_or_are_of_something_else_are_left_alone(text: str) -> None:
    assert questioned(text) == []
