"""Siblings: two accounts that are both right, whatever they have in common and wherever they differ."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.test_sibling_accounts import verdicts

CASES = tomllib.loads(Path(__file__).with_name("sibling_rights.toml").read_text(encoding="utf-8"))
RIGHT = [told for family in CASES.values() for told in family["right"]]


@pytest.mark.parametrize(("frame", "ours", "theirs"), RIGHT)
def test_two_right_accounts_are_not_questioned(frame: str, ours: str, theirs: str) -> None:
    assert "mismatch" not in verdicts(frame, ours, theirs)
