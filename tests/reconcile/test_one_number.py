"""One number told of two things, and headlines against what the body comes to late."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches, reviewed

CASES = tomllib.loads(Path(__file__).with_name("one_number.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_one_number_of_two_things_is_found_and_not_borne_out(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.reading in ("unit", "direction", "complement")
    told = {c.id for c in finding.relation.claims()}
    again = [f for f in reviewed(text) if {c.id for c in f.relation.claims()} == told]
    assert again == [finding]


@pytest.mark.parametrize("text", [*CASES["sound"]["texts"], *CASES["late"]["late_sound"]])
def test_numbers_that_may_stand_together_are_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize("text", CASES["late"]["texts"])
def test_a_count_far_below_its_headline_is_set_against_it(text: str) -> None:
    (finding,) = mismatches(text)
    assert [c.block for c in finding.relation.claims()] == ["headline", "paragraph"]
