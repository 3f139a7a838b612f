"""Numbers told again: a whole by the word that told it first, a sum in a quote, a headline's number."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("told_again.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_number_that_slips_when_it_is_told_again_is_questioned(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["same"]


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_another_number_in_the_same_words_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
