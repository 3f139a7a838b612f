"""Mutated stories go through the whole check: no crash, no hang, nothing found outside its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.model import Document, Review, Span
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from tests import fuzzing_stories as fuzzing
from tests.report.marlowe import COMPLEMENT, MAIN, OTHER


@pytest.mark.parametrize("number", range(12))
def test_a_mutated_story_is_checked(number: int) -> None:
    assert fuzzing.try_out(number) < fuzzing.LIMIT


#: A hedge before a number below nought, a clause before all other words, a count of none, a stop amid words.
@pytest.mark.parametrize(
    "text",
    [
        "Ten percent of all, or −4, are in classes.",
        "Of the 58 students in her year at University College Galway five were of two who took a first.",
        "There were 1,932 warrants for 1,104 people at the court in Marl.\n\nAbout 0 people were held.",
        "“Nobody pays 12 pounds,” told them.one of the 40 drivers. “We will not,” said them.all of it.",
    ],
)
def test_what_once_broke_the_check_does_no_more(text: str) -> None:
    fuzzing.hold(review_documents([document_from_text(text, id="story")]))


def test_a_story_is_mutated_the_same_way_each_time() -> None:
    made = [fuzzing.mutated(number) for number in range(60)]
    assert made == [fuzzing.mutated(number) for number in range(60)]
    assert not {*made} & {*fuzzing.STORIES.values()}
    assert len({*made}) >= len(made) - 2  # two may come to be cut to the same few words


def test_a_story_more_changes_no_case_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [fuzzing.drawn(f"story {number}") for number in range(60)]
    monkeypatch.setitem(fuzzing.STORIES, "one-more", "One more.")
    now = [fuzzing.drawn(f"story {number}") for number in range(60)]
    assert all(new in (old, "One more.") for old, new in zip(before, now, strict=True))


def test_what_is_found_in_its_text_holds() -> None:
    fuzzing.hold(Review((MAIN, OTHER), findings=(COMPLEMENT,)))


@pytest.mark.parametrize("length", [0, 100])
def test_a_finding_outside_its_text_is_noticed(length: int) -> None:
    cut = replace(MAIN, text=MAIN.text[:length], blocks=())
    with pytest.raises(AssertionError):
        fuzzing.hold(Review((cut, OTHER), findings=(COMPLEMENT,)))


def test_a_figure_that_stands_elsewhere_is_noticed() -> None:
    moved = replace(MAIN, text=f" {MAIN.text}")
    with pytest.raises(AssertionError):
        fuzzing.hold(Review((moved, OTHER), findings=(COMPLEMENT,)))


def test_a_zone_outside_its_text_is_noticed() -> None:
    (block, *_) = MAIN.blocks
    with pytest.raises(AssertionError, match="outside a text"):
        fuzzing.hold(Review((Document("d", "short", (replace(block, span=Span(0, 6)),)),)))


def test_a_hedge_reaches_over_no_empty_line() -> None:
    review = review_documents(
        [document_from_text("The costs come to some \n\n$65 million. The other $11 million is left.")]
    )
    assert [c.figure.text for c in review.claims] == ["$65 million", "$11 million"]


def test_a_movement_among_hundreds_of_levels_is_let_be() -> None:
    listed = " ".join(f"Ward {n} had {n * 7 + 301} homes." for n in range(400))
    review = review_documents([document_from_text(f"{listed} The number of homes rose by 12 per cent.")])
    assert not [f for f in review.findings if f.verdict == "mismatch"]
