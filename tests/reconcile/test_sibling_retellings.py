"""Siblings: one fact told by two papers in other words, and what only sounds like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.lexicon import load_policy
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import Story
from extractor.reconcile.siblings.pair import across
from tests.reconcile.test_siblings_told import between

CASES = tomllib.loads(Path(__file__).with_name("sibling_retellings.toml").read_text(encoding="utf-8"))
BROKEN = [pair for rule in CASES.values() for pair in rule["broken"]]
INNOCENT = [pair for rule in CASES.values() for pair in rule["innocent"]]
#: Two accounts of one case that share two names and hardly a number.
NAMED = (
    "Quarry firm fined over death\n\nThe coxswain, Brendan Tuohy, was told of the fault at Tarnrigg Quarry."
    "\n\n{line}\n\nThe firm has 46 workers.",
    "A family waits\n\nHis mother stood by the gate of Tarnrigg Quarry. With her was Brendan Tuohy."
    "\n\n{line}\n\nShe is 71.",
)
STRANGERS = (
    "Firm fined over death\n\nA foreman was told of the fault.\n\n{line}\n\nThe firm has 46 workers.",
    "A family waits\n\nHis mother stood by the gate.\n\n{line}\n\nShe is 71.",
)
OFF = ("The guard had been off for 11 days.", "The guard had been taken off 11 weeks earlier.")


@pytest.mark.parametrize(("ours", "theirs", "reading"), BROKEN)
def test_one_fact_told_two_ways_is_questioned(ours: str, theirs: str, reading: str) -> None:
    told = [f.reading or "" for f in between(ours, theirs) if f.verdict == "mismatch"]
    assert told == [reading]


@pytest.mark.parametrize(("ours", "theirs"), INNOCENT)
def test_two_facts_or_one_in_other_words_are_no_slip(ours: str, theirs: str) -> None:
    assert "mismatch" not in {f.verdict for f in between(ours, theirs)}


def given(frames: tuple[str, str], lines: tuple[str, str]) -> list[str]:
    """The readings of what is told of two stories that were given together."""
    texts = [frame.format(line=line) for frame, line in zip(frames, lines, strict=True)]
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    stories = [
        Story(document, tuple(c for c in review.claims if c.document == document.id))
        for document in review.documents
    ]
    return [f.reading or "" for f in across(stories, load_policy(None)) if f.verdict == "mismatch"]


def test_stories_with_two_names_in_common_are_asked_for_plain_slips() -> None:
    assert given(NAMED, OFF) == ["unit"]
    assert given(NAMED, (OFF[0], "The guard had been taken off 11 days earlier.")) == []


def test_and_for_what_is_turned_round() -> None:
    told = (
        "Seventy-two per cent of quarries had a rescue plan.",
        "An audit found that 72 per cent of quarries have no rescue plan.",
    )
    assert given(NAMED, told) == ["complement"]
    fell = (
        "Accidents at quarries dropped from 11,640 to 9,280.",
        "Accidents at quarries rose by a fifth, to 9,280.",
    )
    assert set(given(NAMED, fell)) == {"direction"}


def test_but_not_for_how_far_it_is_from_those_who_did_or_did_not() -> None:
    away = (
        "The firm is offering 97 of the men a place at its pit in Hale, 140 kilometres away.",
        "In all 171 men were not offered a job at the bigger pit, about 140 km along the coast.",
    )
    assert given(NAMED, away) == []


def test_but_not_for_two_numbers_that_only_differ() -> None:
    assert given(NAMED, ("Eighty-eight people were killed.", "Raids killed 143 people.")) == []


def test_stories_without_names_in_common_are_not() -> None:
    assert given(STRANGERS, OFF) == []


def test_but_they_are_where_they_agree_on_a_long_number() -> None:
    audited = (
        "An audit went to 1,480 quarries. Seventy-two per cent of quarries had a rescue plan.",
        "An audit of 1,480 quarries found that 72 per cent of quarries have no rescue plan.",
    )
    assert given(STRANGERS, audited) == ["complement"]
