"""An amount told again by "the" with another scale word: "the $1.4 million extension"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("scaled_back.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"])
def test_those_who_did_and_those_scaled_back_are_no_more_than_all(text: str) -> None:
    assert "same" in {f.relation.kind for f in mismatches(text)}


@pytest.mark.parametrize("text", CASES["sound"])
def test_another_amount_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
