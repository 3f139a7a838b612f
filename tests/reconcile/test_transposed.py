"""Totals with two digits swapped: "left $46.1 million ... $18.2 million, $14.9 million and $8.5 million"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("transposed.toml").read_text(encoding="utf-8"))

BROKEN = CASES["broken"]["texts"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_list_that_a_swap_would_make_fit_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_list_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
