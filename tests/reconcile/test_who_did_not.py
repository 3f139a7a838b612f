"""The share of those who did not, taken up again: "The 39 per cent who had not were asked why"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("who_did_not.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"])
def test_those_who_did_and_those_who_did_not_are_no_more_than_all(text: str) -> None:
    assert "complement" in {f.relation.kind for f in mismatches(text)}


@pytest.mark.parametrize("text", CASES["sound"])
def test_the_share_of_others_is_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize("text", CASES["counted"])
def test_those_that_did_not_are_the_rest(text: str) -> None:
    assert "sum" in {f.relation.kind for f in mismatches(text)}


@pytest.mark.parametrize("text", CASES["counted_sound"])
def test_what_is_the_rest_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
