"""Orders by name and majorities: borne out by the figures of what is named, or not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import reconcile
from tests.reconcile.conftest import questioned
from tests.reconcile.told import told

HEADLINES = tomllib.loads(Path(__file__).with_name("named_orders.toml").read_text(encoding="utf-8"))


def verdicts(text: str) -> list[str]:
    return [f.verdict for f in reconcile([told(text)]).findings if f.relation.kind == "compare"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Deaths outnumbered births last year.| There were {2,870:death} deaths and {2,310:birth} births.",
            "consistent",
        ),
        (
            "Deaths outnumbered births last year.| There were {2,310:death} deaths and {2,870:birth} births.",
            "mismatch",
        ),
        ("Fewer girls than boys signed up: {64:girl} girls and {51:boy} boys.", "mismatch"),
        (
            "Women were likelier than men to vote.| Of women {48 per cent:base=women} did, "
            "of men {61 per cent:base=men}.",
            "mismatch",
        ),
        ("A slight majority of members, {57 per cent:member}, backed it.", "consistent"),
        ("A slight majority of members, {47 per cent:member}, backed it.", "mismatch"),
        ("Most members ({47 per cent:member}) backed it.", "mismatch"),
        ("A minority of the members, {57 per cent:member}, backed it.", "mismatch"),
    ],
)
def test_names_and_majorities_are_borne_out_or_not(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        # A number is ordered, and shares are told.
        "More women than men voted.| Of women {48 per cent:base=women} did, of men {61 per cent:base=men}.",
        # Figures of other things, or two of one.
        "Deaths outnumbered births last year.| There were {2,310:wedding} weddings and {2,870:birth} births.",
        "Deaths outnumbered births.| There were {2,310:death} deaths, {2,100:death} the year before, "
        "and {2,870:birth} births.",
        # Another paragraph.
        "Deaths outnumbered births last year.\n\nThere were {2,310:death} deaths and {2,870:birth} births.",
        # "The most" is a rank, and what follows a majority need not be its share.
        "The north had the most votes, {43 per cent:vote}, and won.",
        "Most members were there, {47 per cent:member} of them by train.",
    ],
)
def test_what_the_order_does_not_name_is_left_alone(text: str) -> None:
    assert verdicts(text) == []


@pytest.mark.parametrize("text", HEADLINES["broken"]["texts"])
def test_a_headline_that_orders_the_counts_of_its_story_wrongly_is_found(text: str) -> None:
    assert questioned(text) == ["compare"]


@pytest.mark.parametrize("text", HEADLINES["sound"]["texts"])
def test_a_headline_over_other_counts_is_left_alone(text: str) -> None:
    assert questioned(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Most of the 1,240 members, 517, voted for it.",
        "Nearly all of the 84 drivers, 31, have signed.",
        "A majority of the 22 councillors (10) were absent.",
        "The bulk of the 6,100 tickets – 2,300 – went to locals.",
        "A minority of the 40 firms, 27, paid the levy.",
        "A clear majority of its 310 branches, 140, will stay.",
        "Almost all of our 96 schools, 38, have a nurse.",
        "Virtually all of the 2,050 ewes, 880, had lambed by then.",
        "The vote was close. Most of these 61 delegates, 22, wanted a strike.",
    ],
)
def test_a_part_that_is_no_majority_of_its_whole_is_questioned(text: str) -> None:
    findings = review_documents([document_from_text(text, id="story")]).findings
    assert [f.relation.kind for f in findings if f.verdict == "mismatch"] == ["compare"]


@pytest.mark.parametrize(
    "text",
    [
        "Most of the 1,240 members, 717, voted for it.",
        "Most of the 84 drivers, 31 of whom are women, have signed.",
        "Most of the 84 drivers, 31 vans and a lorry are new.",
        "Most of the 84 drivers, aged 31, are new.",
        "At most 40 of the 1,240 members, 517 of them women, may vote.",
        "For most of the 22 days, 10 in all, it rained.",
        "Most of the 310 branches in the north, 140, will stay.",
        "A minority of the 40 firms, 17, paid the levy.",
    ],
)
def test_what_may_be_a_majority_is_left_alone(text: str) -> None:
    findings = review_documents([document_from_text(text, id="story")]).findings
    assert [f for f in findings if f.verdict == "mismatch"] == []
