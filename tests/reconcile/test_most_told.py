"""A majority told in words beside the share of the next statement."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("most_told.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["broken"]["texts"], *CASES["polled_broken"]["texts"]])
def test_a_majority_is_held_against_its_share(text: str) -> None:
    assert mismatches(text)


@pytest.mark.parametrize("text", [*CASES["sound"]["texts"], *CASES["polled_sound"]["texts"]])
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
