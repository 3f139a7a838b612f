"""A share and what is told as the rest: slips, and rests of something else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("rests.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_share_and_the_rest_make_one_whole(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind in ("complement", "sum")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_the_rest_of_another_whole_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
