"""Numbers given to other things, deeds told in other words, and slips of the pen."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.reconcile.link.cues.deeds import one_deed
from extractor.reconcile.misprints import Kind, is_seldom, misprint
from tests.reconcile.conftest import mismatches
from tests.reconcile.told import told

CASES = tomllib.loads(Path(__file__).with_name("numbers_of_others.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES["carried"]["texts"])
def test_a_number_of_another_thing_is_questioned_with_both_counts(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.reading == "unit"
    assert [r.name for r in finding.relation.roles] == ["stated", "other", "counted"]


@pytest.mark.parametrize("text", CASES["misnamed"]["texts"])
def test_a_headline_with_the_noun_of_another_number_is_questioned(text: str) -> None:
    (finding,) = mismatches(text)
    assert finding.reading == "unit"


@pytest.mark.parametrize(
    "text", [*CASES["sound"]["texts"], *CASES["apart"]["texts"], *CASES["named"]["texts"]]
)
def test_the_same_words_about_other_facts_are_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("23,740", "nearly 42,000", "swapped"),
        ("£212,000", "£21,386", "dropped"),
        ("£58m", "£5.8 million", "scaled"),
        ("more than 18,000", "16,482", "changed"),
        ("more than 220", "212", "leaned"),
        ("£212,000", "£212,386", None),
        ("nearly 24,000", "23,740", None),
        ("4,000", "9,700", None),
    ],
)
def test_a_slip_of_the_pen_has_a_name(one: str, other: str, kind: Kind | None) -> None:
    x, y = told(f"They saw {{{one}}}.| They saw {{{other}}}.").claims
    assert misprint(x, y) == misprint(y, x) == kind


def test_long_numbers_are_seldom_slips_of_each_other() -> None:
    short, long = told("It was {47}.| It was {74}."), told("It was {4,712}.| It was {4,172}.")
    assert [is_seldom("swapped", *s.claims) for s in (short, long)] == [False, True]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("He took {£212,000}", "She embezzled {£21,386}", True),
        ("It sold {£212,000}", "She embezzled {£21,386}", False),
        ("It was {£300} in all", "It is {£300} in part", False),
    ],
)
def test_a_deed_is_known_by_any_of_its_words(one: str, other: str, alike: bool) -> None:
    story = told(f"{one}.| {other}.")
    assert one_deed(story, *story.claims) is alike
