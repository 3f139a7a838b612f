"""Shares that are worked out of figures in other sentences: found where the words count from one whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("worked.toml").read_text(encoding="utf-8"))

BROKEN = CASES["broken"]["texts"]
#: Figures too far apart to question one: of unseen ones too few were slips.
FAR = {13, 14, 16, 21, 25, 27}


@pytest.mark.parametrize("text", [t for n, t in enumerate(BROKEN) if n not in FAR])
def test_a_share_that_its_part_and_whole_do_not_make_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "share"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize("text", [t for n, t in enumerate(BROKEN) if n in FAR])
def test_what_stands_too_far_apart_is_not_questioned(text: str) -> None:
    assert mismatches(text) == []
