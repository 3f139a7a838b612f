"""Numbers of things whose names follow: "the two towns, Marl and Hythe", "six pools. They are ..."."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("named_lists.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_names_are_counted(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.reading == "list"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_open_lists_are_left_alone(text: str) -> None:
    assert mismatches(text) == []
