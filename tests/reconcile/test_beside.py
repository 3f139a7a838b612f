"""Comparisons, multiples and averages whose figures are not neighbours, in many voices."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("beside.toml").read_text(encoding="utf-8"))
BROKEN = [(kind, text) for kind, cases in CASES.items() for text in cases["broken"]]
SOUND = [text for cases in CASES.values() for text in cases["sound"]]


@pytest.mark.parametrize(("kind", "text"), BROKEN)
def test_what_the_words_set_side_by_side_is_compared(kind: str, text: str) -> None:
    assert kind in {f.relation.kind for f in mismatches(text)}


@pytest.mark.parametrize("text", SOUND)
def test_what_holds_or_is_left_open_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
