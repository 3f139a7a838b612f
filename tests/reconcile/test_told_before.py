"""A level in one sentence, and in a later one how it stands to another: "That is above the average of 92"."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("told_before.toml").read_text(encoding="utf-8"))

WRONG = [(text, wrong) for text, wrong, _ in CASES["sides"]] + [(text, "") for text in CASES["more"]]
RIGHT = [(text, right) for text, _, right in CASES["sides"]] + [(text, "") for text in CASES["sound"]]
OTHER = [(text, word) for text, *words in CASES["others"] for word in words]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_a_side_that_the_levels_contradict_is_questioned(text: str, wrong: str) -> None:
    assert mismatches(text.format(wrong))


@pytest.mark.parametrize(("text", "right"), RIGHT)
def test_the_other_side_is_left_alone(text: str, right: str) -> None:
    assert mismatches(text.format(right)) == []


@pytest.mark.parametrize(("text", "word"), OTHER)
def test_a_side_of_something_else_is_left_alone(text: str, word: str) -> None:
    assert mismatches(text.format(word)) == []
