"""Right stories in which another figure near by accounts for what a rule would tie."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("otherwise.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["left_alone"])
def test_what_others_account_for_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
