"""Figures of others that the text tells apart from the story's own."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.model import Claim
from extractor.pipeline import review_documents
from extractor.read import document_from_text

TOLD = tomllib.loads(Path(__file__).with_name("disclaimed.toml").read_text(encoding="utf-8"))


def set_apart(text: str) -> list[tuple[str, ...]]:
    findings = review_documents([document_from_text(text, id="disclaimed")]).findings
    assert all(f.verdict != "mismatch" for f in findings)
    apart = [f.relation for f in findings if f.verdict == "not_comparable"]
    return [tuple(r.value.figure.text for r in f.roles if isinstance(r.value, Claim)) for f in apart]


@pytest.mark.parametrize("told", TOLD["apart"], ids=lambda t: t["text"][:40])
def test_what_a_figure_of_another_takes_in_sets_it_apart(told: dict[str, Any]) -> None:
    assert tuple(told["pair"]) in set_apart(told["text"])


@pytest.mark.parametrize("text", TOLD["together"])
def test_like_words_of_other_things_set_nothing_apart(text: str) -> None:
    assert not set_apart(text)
