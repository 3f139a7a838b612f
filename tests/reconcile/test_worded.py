"""Lists with parts that have no figure of their own: "41 features, twice as many shorts and five more"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("worded.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_part_told_in_words_is_added_up(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_words_may_make_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
