"""A movement that is called small beside its two levels."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches, reviewed

CASES = tomllib.loads(Path(__file__).with_name("edged.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_large_movement_is_no_small_one(text: str) -> None:
    (finding,) = mismatches(text)
    assert (finding.relation.kind, finding.severity) == ("compare", "warning")


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_small_movement_is_borne_out(text: str) -> None:
    assert [f.verdict for f in reviewed(text) if f.relation.kind == "compare"][:1] == ["consistent"]
    assert mismatches(text) == []


@pytest.mark.parametrize("text", CASES["apart"]["texts"])
def test_a_small_word_for_something_else_sizes_no_movement(text: str) -> None:
    assert mismatches(text) == []
