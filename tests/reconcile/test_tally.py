"""Sums in the voices of many desks: slips that a pencil finds, and lists that only look like sums."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("sums.toml").read_text(encoding="utf-8"))
#: What a slip may be told as: a multiple is a change or a share, by its words.
TOLD_AS = {"multiple": ("multiple", "change", "share"), "complement": ("complement", "sum")}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in CASES["broken"].items() for t in texts])
def test_what_its_words_tie_is_questioned(kind: str, text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind in TOLD_AS.get(kind, (kind,))


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_need_not_add_up_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
