"""Siblings: what one paper tells of another time or place, in rounder words, or by what it leaves."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import Story
from tests.reconcile.test_siblings import AROUND, found_between

CASES = tomllib.loads(Path(__file__).with_name("siblings.toml").read_text(encoding="utf-8"))


def between(ours: str, theirs: str) -> list[Finding]:
    """What is found of the one line in which two stories differ."""
    texts = [AROUND.format(line=line, calls=137) for line in (ours, theirs)]
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    a, b = (
        Story(
            document,
            tuple(replace(c, negated=c.surely_negated) for c in review.claims if c.document == document.id),
        )
        for document in review.documents
    )
    lines = [text.index(line) for text, line in zip(texts, (ours, theirs), strict=True)]
    found = found_between(a, b)
    return [f for f in found if all(c.figure.span.start >= min(lines) for c in f.relation.claims())]


@pytest.mark.parametrize(("ours", "theirs", "reading"), CASES["apart"]["pairs"])
def test_another_time_place_or_definition_is_not_comparable(ours: str, theirs: str, reading: str) -> None:
    assert [(f.verdict, f.reading) for f in between(ours, theirs)] == [("not_comparable", reading)]


def test_the_figure_for_the_country_is_not_comparable_with_that_of_the_place() -> None:
    ours = "Some 56 per cent of skippers are content with the harbour. Nationally the figure is 67 per cent."
    found = between(ours, "Of skippers 56 per cent are content with the harbour.")
    assert ("not_comparable", "place") in [(f.verdict, f.reading) for f in found]


@pytest.mark.parametrize(("ours", "theirs"), CASES["alike"]["pairs"])
def test_what_nothing_sets_apart_is_no_caveat(ours: str, theirs: str) -> None:
    assert {f.verdict for f in between(ours, theirs)} <= {"consistent"}


@pytest.mark.parametrize(("ours", "theirs"), CASES["borne"]["pairs"])
def test_a_figure_told_roundly_is_borne_out(ours: str, theirs: str) -> None:
    assert [(f.verdict, f.relation.kind) for f in between(ours, theirs)] == [("consistent", "same")]


@pytest.mark.parametrize(("ours", "theirs"), CASES["follows"]["pairs"])
def test_what_follows_from_two_figures_is_borne_out(ours: str, theirs: str) -> None:
    found = between(ours, theirs)
    assert "mismatch" not in {f.verdict for f in found}
    assert any(
        f.verdict == "consistent" and len({c.document for c in f.relation.claims()}) == 2 for f in found
    )


@pytest.mark.parametrize(("ours", "theirs"), CASES["strange"]["pairs"] + CASES["chance"]["pairs"])
def test_numbers_that_meet_by_chance_bear_nothing_out(ours: str, theirs: str) -> None:
    assert between(ours, theirs) == []


@pytest.mark.parametrize(("ours", "theirs", "reading"), CASES["broken"]["pairs"])
def test_words_that_make_it_another_thing_are_questioned(ours: str, theirs: str, reading: str) -> None:
    assert [str(f.reading) for f in between(ours, theirs) if f.verdict == "mismatch"] == [reading]


@pytest.mark.parametrize(("ours", "theirs"), CASES["innocent"]["pairs"])
def test_other_words_for_the_same_are_left_alone(ours: str, theirs: str) -> None:
    assert "mismatch" not in {f.verdict for f in between(ours, theirs)}


@pytest.mark.parametrize(("ours", "theirs"), CASES["quoted"]["pairs"])
def test_a_quotation_has_one_number(ours: str, theirs: str) -> None:
    assert [(f.verdict, f.relation.kind) for f in between(ours, theirs)] == [("mismatch", "same")]


@pytest.mark.parametrize(("ours", "theirs"), CASES["moved"]["pairs"])
def test_a_movement_is_no_level_and_no_points(ours: str, theirs: str) -> None:
    (finding,) = between(ours, theirs)
    assert (finding.verdict, finding.relation.kind) == ("mismatch", "change")
    assert finding.reading in ("level", "points")


@pytest.mark.parametrize(("ours", "theirs"), CASES["unmoved"]["pairs"])
def test_other_movements_and_quotations_are_left_alone(ours: str, theirs: str) -> None:
    assert {f.verdict for f in between(ours, theirs)} <= {"consistent"}
