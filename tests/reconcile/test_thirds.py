"""What several shares leave of their whole, and rests of other wholes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reconcile.conftest import mismatches

CASES = tomllib.loads(Path(__file__).with_name("thirds.toml").read_text(encoding="utf-8"))


def texts(kind: str) -> list[str]:
    """The texts of all lists whose name ends so."""
    return [t for name, listed in CASES.items() if name.endswith(kind) for t in listed["texts"]]


@pytest.mark.parametrize("text", texts("broken"))
def test_the_rest_is_what_the_shares_before_it_leave(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "sum"


@pytest.mark.parametrize("text", texts("sound"))
def test_a_rest_may_be_of_another_whole(text: str) -> None:
    assert mismatches(text) == []
