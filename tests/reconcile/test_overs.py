"""Parts by place that come to more than their whole, and lists that may."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("overs.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_places_cannot_hold_more_than_their_whole(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_other_lists_may_come_to_more(text: str) -> None:
    assert mismatches(text) == []
