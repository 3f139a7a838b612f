"""Lists that words close, with their parts some paragraphs from their whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("closed.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_what_is_left_of_a_whole_far_above_is_added_up(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_lists_of_something_else_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
