"""Siblings: one fact told by two papers in other words, and what only sounds like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.test_siblings_told import between

CASES = tomllib.loads(Path(__file__).with_name("sibling_retellings.toml").read_text(encoding="utf-8"))
BROKEN = [pair for rule in CASES.values() for pair in rule["broken"]]
INNOCENT = [pair for rule in CASES.values() for pair in rule["innocent"]]


@pytest.mark.parametrize(("ours", "theirs", "reading"), BROKEN)
def test_one_fact_told_two_ways_is_questioned(ours: str, theirs: str, reading: str) -> None:
    told = [f.reading or "" for f in between(ours, theirs) if f.verdict == "mismatch"]
    assert told == [reading]


@pytest.mark.parametrize(("ours", "theirs"), INNOCENT)
def test_two_facts_or_one_in_other_words_are_no_slip(ours: str, theirs: str) -> None:
    assert "mismatch" not in {f.verdict for f in between(ours, theirs)}
