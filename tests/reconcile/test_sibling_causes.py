"""Siblings: slips between papers by their cause, each beside what only sounds like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.test_siblings_told import between

CASES = tomllib.loads(Path(__file__).with_name("sibling_causes.toml").read_text(encoding="utf-8"))
BROKEN = [pair for cause in CASES.values() for pair in cause["broken"]]
INNOCENT = [pair for cause in CASES.values() for pair in cause["innocent"]]


@pytest.mark.parametrize(("ours", "theirs", "reading"), BROKEN)
def test_a_slip_is_questioned_with_its_reading(ours: str, theirs: str, reading: str) -> None:
    assert [str(f.reading) for f in between(ours, theirs) if f.verdict == "mismatch"] == [reading]


@pytest.mark.parametrize(("ours", "theirs"), INNOCENT)
def test_the_same_in_other_words_or_another_thing_is_no_slip(ours: str, theirs: str) -> None:
    assert "mismatch" not in {f.verdict for f in between(ours, theirs)}
