"""Wholes told far from their parts: "has the £240,000 it needs ... Firms put up the rest, £57,000"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("afar.toml").read_text(encoding="utf-8"))

BROKEN = CASES["broken"]["texts"]
#: A part is told in words, "matched that pound for pound", some paragraphs from its whole.
WORDED = {11}


@pytest.mark.parametrize("text", [t for n, t in enumerate(BROKEN) if n not in WORDED])
def test_parts_that_words_tie_to_a_whole_are_added_up(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_may_be_no_part_is_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize("text", [t for n, t in enumerate(BROKEN) if n in WORDED])
def test_a_far_list_with_a_part_in_words_is_not_questioned(text: str) -> None:
    assert mismatches(text) == []
