"""Siblings: one fact in two tellings that have hardly a word in common, and what is right in both."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.test_sibling_accounts import verdicts

CASES = tomllib.loads(Path(__file__).with_name("sibling_facts.toml").read_text(encoding="utf-8"))
BROKEN = [told for family in CASES.values() for told in family["broken"]]
INNOCENT = [told for family in CASES.values() for told in family["innocent"]]


@pytest.mark.parametrize(("frame", "ours", "theirs"), BROKEN)
def test_one_fact_told_with_two_figures_is_questioned(frame: str, ours: str, theirs: str) -> None:
    assert "mismatch" in verdicts(frame, ours, theirs)


@pytest.mark.parametrize(("frame", "ours", "theirs"), INNOCENT)
def test_another_fact_or_the_same_figure_is_no_slip(frame: str, ours: str, theirs: str) -> None:
    assert "mismatch" not in verdicts(frame, ours, theirs)
