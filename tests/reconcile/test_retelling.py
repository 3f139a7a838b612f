"""Facts told twice: slips that keep two figures from being one, and figures of two things."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.reconcile.link.retold.slip import slip
from tests.reconcile.conftest import mismatches
from tests.reconcile.told import told

CASES = tomllib.loads(Path(__file__).with_name("retellings.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_a_slip_between_a_fact_and_its_retelling_is_found(text: str) -> None:
    found = mismatches(text)
    assert [f.relation.kind for f in found] == ["same"]


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_figures_of_two_things_are_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("57", "75", "swapped"),
        ("more than 42", "24", None),
        ("42,000", "4,200", "scaled"),
        ("more than 2,400", "2,346", "leaned"),
        ("more than 2,300", "2,346", None),
        ("57", "58", None),
        ("40", "400", None),
        ("2,346", "2,346", None),
    ],
)
def test_a_slip_has_a_name(one: str, other: str, kind: str | None) -> None:
    x, y = told(f"They saw {{{one}}}.| They saw {{{other}}}.").claims
    assert slip(x, y) == slip(y, x) == kind
