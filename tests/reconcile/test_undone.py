"""What is not yet done of a whole: "13,200 had gone, and the 5,300 unsold ones were given to schools"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("undone.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_what_is_not_done_and_what_is_make_the_whole(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_what_is_left_of_more_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
