"""What several shares leave of their whole, and rests of other wholes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("thirds.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["broken"]["texts"], *CASES["no_answer_broken"]["texts"]])
def test_the_rest_is_what_the_shares_before_it_leave(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", [*CASES["sound"]["texts"], *CASES["no_answer_sound"]["texts"]])
def test_a_rest_may_be_of_another_whole(text: str) -> None:
    assert mismatches(text) == []
