"""A measurement beside the same in the other system of units."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.lexicon import table
from tests.reconcile.conftest import mismatches, reviewed

CASES = tomllib.loads(Path(__file__).with_name("converted.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_what_cannot_be_a_conversion_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.relation.kind == "same"


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_a_conversion_is_borne_out(text: str) -> None:
    found = reviewed(text)
    assert [f.verdict for f in found if f.relation.kind == "same"][:1] == ["consistent"]
    assert "mismatch" not in [f.verdict for f in found]


@pytest.mark.parametrize("text", CASES["apart"]["texts"])
def test_what_is_no_conversion_is_left_alone(text: str) -> None:
    assert [f for f in reviewed(text) if f.relation.kind == "same"] == []
    assert mismatches(text) == []


def test_a_card_tells_the_conversion() -> None:
    (finding,) = mismatches("The pumpkin weighed 1,214lb (515kg), and the grower needed a tractor.")
    assert finding.arithmetic == "1,214lb = 550.66 kg"


def test_every_unit_is_one_that_is_read() -> None:
    """Names that no figure has would convert nothing."""
    units = table("units")
    read = {name for part in ("names", "symbols") for name in units[part].values()}
    kinds = [k for k in table("conversions").values() if not isinstance(k, str)]
    assert {unit for kind in kinds for system in kind.values() for unit in system} <= read
