"""What there was, what went and came, and what there is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("flows.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_the_end_is_worked_out(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_may_have_moved_otherwise_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
