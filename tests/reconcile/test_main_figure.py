"""The figure of a story, told again with two digits swapped: "sold for €128 million ... At €182 million"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("main_figure.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_the_figure_of_a_headline_is_known_again(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "same"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_another_figure_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
