"""Multiples whose levels stand in other clauses: wrong ones, and those of something else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("told_times.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_multiple_is_of_the_two_levels_that_its_words_leave(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind in ("multiple", "change", "share")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_multiple_need_not_be_of_the_levels_beside_it(text: str) -> None:
    assert mismatches(text) == []
