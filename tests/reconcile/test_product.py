"""So much for each of so many: totals that it does not make, and totals in which other things are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text

CASES = tomllib.loads(Path(__file__).with_name("product.toml").read_text(encoding="utf-8"))


def found(text: str, verdict: str) -> list[Finding]:
    document = document_from_text(text, id="story")
    return [f for f in review_documents([document]).findings if f.verdict == verdict]


@pytest.mark.parametrize("text", CASES["broken"]["texts"])
def test_so_much_for_each_makes_the_total(text: str) -> None:
    (finding,) = found(text, "mismatch")
    assert finding.relation.kind == "mean"
    assert [r.name for r in finding.relation.roles] == ["total", "n", "mean"]


@pytest.mark.parametrize("text", CASES["sound"]["texts"])
def test_other_things_may_be_in_a_total(text: str) -> None:
    assert found(text, "mismatch") == []


def test_the_arithmetic_multiplies() -> None:
    (finding,) = found("Each of the 340 families will get £1,500. That comes to £640,000.", "mismatch")
    assert finding.arithmetic == "340 × 1,500 = 510,000"
    assert "“£640,000” does not agree with 510,000" in finding.explanation


def test_a_price_is_exact_and_an_average_rounded() -> None:
    at = "The firm sold 24 houses at {} £350,000 each, a total of £8,380,000."
    assert found(at.format(""), "mismatch")
    assert not found(at.format("an average of"), "mismatch")


def test_a_total_is_rounded_as_printed() -> None:
    for total, verdict in (("£0.5m", "consistent"), ("£510,000", "consistent"), ("£540,000", "mismatch")):
        assert found(f"Each of the 340 families will get £1,500, a total of {total}.", verdict)
