"""Ranks by name: held against the figures that stand beside the names in other sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

TOLD = tomllib.loads(Path(__file__).with_name("ranked_by_name.toml").read_text(encoding="utf-8"))


def verdicts(text: str) -> set[str]:
    review = review_documents([document_from_text(text, id="a")])
    return {f.verdict for f in review.findings if f.relation.kind == "rank"}


@pytest.mark.parametrize("text", TOLD["wrong"])
def test_a_rank_against_its_figures_is_flagged(text: str) -> None:
    assert "mismatch" in verdicts(text)


@pytest.mark.parametrize("text", TOLD["right"])
def test_a_rank_with_its_figures_is_borne_out(text: str) -> None:
    assert verdicts(text) == {"consistent"}


@pytest.mark.parametrize("text", TOLD["innocent"])
def test_a_rank_of_something_else_is_left_alone(text: str) -> None:
    assert "mismatch" not in verdicts(text)
