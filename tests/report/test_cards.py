"""How findings are gathered on cards, and what is counted."""

from __future__ import annotations

from dataclasses import replace

from extractor.model import Finding
from extractor.report.cards import cards, tally, undecided
from tests.report.marlowe import (
    BETWEEN,
    BOTH,
    COMPLEMENT,
    COUNTY,
    EVENTS,
    HALF,
    LOWER,
    OVER_HALF,
    PERIODS,
    REVIEW,
    SAME,
    UNIT,
)


def test_one_card_for_each_questioned_sentence() -> None:
    again = replace(COMPLEMENT, id="f-again", severity="warning")
    (card,) = cards(replace(REVIEW, findings=(again, COMPLEMENT)))
    assert [f.id for f in card.findings] == ["f-complement", "f-again"]
    assert card.severity == "error"
    assert card.verdict == "mismatch"


def test_cards_go_by_document_then_severity_then_print() -> None:
    assert [c.findings[0].id for c in cards(BOTH)] == ["f-between", "f-complement", "f-unit"]


def test_unlike_figures_become_caveats_of_the_card_that_uses_them() -> None:
    found = {c.findings[0].id: c.caveats for c in cards(REVIEW)}
    assert found == {"f-complement": (PERIODS, EVENTS), "f-unit": ()}


def test_a_consistent_sentence_has_no_caveats() -> None:
    review = replace(REVIEW, findings=(SAME, OVER_HALF, PERIODS))
    assert all(not c.caveats for c in cards(review, "consistent"))


def test_the_words_that_a_reading_turns_on_are_marked() -> None:
    (card,) = cards(replace(REVIEW, findings=(UNIT,)))
    text = card.questioned.document.text
    assert [m.of(text) for m in card.questioned.marks] == ["More than 400", "council tenants"]


def test_dates_are_no_figures_and_unlike_ones_are_not_checked() -> None:
    numbers = tally(replace(REVIEW, findings=(OVER_HALF, PERIODS, COUNTY)))
    assert numbers.figures == 9
    assert numbers.checked == 2
    assert numbers.undecided == (COUNTY,)


def test_figures_that_derived_amounts_follow_from_count_as_checked() -> None:
    assert tally(replace(REVIEW, findings=(COMPLEMENT,))).checked == 2


def test_what_the_text_does_not_assert_is_no_open_question() -> None:
    quoted = replace(LOWER, stance="hypothetical")
    role = replace(COUNTY.relation.roles[0], value=quoted)
    asked: Finding = replace(COUNTY, relation=replace(COUNTY.relation, roles=(role,)))
    assert undecided(replace(REVIEW, findings=(asked,))) == ()


def test_a_finding_between_stories_stands_with_the_questioned_one() -> None:
    (card,) = cards(replace(BOTH, findings=(BETWEEN,)))
    assert card.questioned.document.id == "marlowe"
    assert HALF not in card.findings
