"""Headlines against leads: questioned where the lead tells it otherwise, left alone where it need not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.model import Finding
from extractor.reconcile import reconcile
from extractor.reconcile.link.retold.lead import slipped
from tests.reconcile.told import told


def same(text: str, verdict: str) -> list[Finding]:
    found = reconcile([told(text)]).findings
    return [f for f in found if f.verdict == verdict and f.relation.kind == "same"]


QUESTIONED = [
    # Words in common and one figure of the noun.
    (
        "Fire kills {7:person} at hostel",
        "{9:person} people died when a fire swept a hostel in Portnagh on Sunday.",
    ),
    (
        "Rail fares to go up by {6 per cent:fare:change}",
        "Rail fares will rise by {4 per cent:fare:change} in January.",
    ),
    # The digits in another order.
    (
        "Storm leaves {42,000:home} homes dark",
        "About {24,000:home} homes lost power when the line came down.",
    ),
    # No word in common, and nothing else in the body that the sum could mean.
    (
        "Schools district to borrow {$340 million}",
        "Voters have approved a {$430 million} bond by a margin of {212}.",
    ),
    # "Of the time" is a base that stands for any other.
    (
        "{50 per cent:base=train} of trains late",
        "Trains were late {38 per cent:base=time} of the time last winter.",
    ),
    # The others are told apart, in a sentence of their own.
    (
        "Fire kills {7:person} at hostel",
        "{9:person} people died in a fire at a hostel.| Another {4:person} are ill.",
    ),
    # Several figures of the noun, of which one has the same digits.
    (
        "Record {3,410:runner} finish marathon",
        "Of {3,600:runner} runners {460:runner} gave up the marathon.| The other {3,140:runner} did finish.",
    ),
]
ALONE = [
    # Rounded in the headline.
    (
        "Harbour bridge to cost {$2 billion}",
        "The harbour bridge will cost {$1.96 billion}, the minister said.",
    ),
    # The body has it further down.
    (
        "Fire kills {7:person} at hostel",
        "{9:person} people were in a hostel when a fire broke out.| Of them {7:person} died.",
    ),
    # Another noun.
    (
        "Fire kills {7:person} at hostel",
        "A fire at a hostel damaged {9:room} rooms.",
    ),
    # Other wholes.
    (
        "{26 per cent:base=nurse} of nurses want to go",
        "Some {52 per cent:base=doctor} of doctors want to go.",
    ),
    # Two figures to choose from.
    (
        "Bank to shut {61:branch} branches",
        "The bank will shut {45:branch} branches now and {12:branch} branches later.",
    ),
    # A part of what the headline tells, or more than that.
    (
        "Bank to shut {61:branch} branches",
        "The bank named {45:branch} of them on Friday, all branches in the north.",
    ),
    (
        "Bank to shut {61:branch} branches",
        "The bank named another {45:branch} branches on Friday.",
    ),
    (
        "{50 per cent:base=train} of trains late",
        "{38 per cent:base=train} of trains were late by five minutes "
        "and another {11 per cent:base=train} by more.",
    ),
    # A change and a level.
    (
        "Fares up {6 per cent:fare:change}",
        "Fares paid for {64 per cent:fare} of what the railway cost.",
    ),
    # A plan, denied.
    (
        "Bank to shut {61:branch} branches",
        "The bank wants to shut {75:branch:stance=denied} branches in the end.",
    ),
    # Far off, and no slip of the hand.
    (
        "Aid of {$3 million} for flooded farms",
        "The farms lost {$48 million} in the flood.",
    ),
]


@pytest.mark.parametrize(("headline", "body"), QUESTIONED)
def test_a_lead_that_tells_it_otherwise_questions_the_headline(headline: str, body: str) -> None:
    (finding,) = same(f"# {headline}\n\n{body}", "mismatch")
    assert [c.block for c in finding.relation.claims()] == ["headline", "paragraph"]


@pytest.mark.parametrize(("headline", "body"), ALONE)
def test_a_lead_that_need_not_mean_the_same_questions_nothing(headline: str, body: str) -> None:
    assert same(f"# {headline}\n\n{body}", "mismatch") == []


def test_a_lead_bears_out_a_rounded_headline_of_its_size() -> None:
    text = "# Festival sells {2.6 million:ticket} tickets\n\nThe festival sold {2,613,000:seat} seats."
    assert same(text, "mismatch") == []
    assert len(same("# Prize of {$28 million}\n\nHer prize, {$28.4 million}, was paid.", "consistent")) == 1
    assert same("# Prize of {$28 million}\n\nHer prize was {more than $3 million}.", "consistent") == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("42", "24", True),
        ("1264", "1624", True),
        ("4.6", "4600", True),
        ("432", "4320", False),
        ("46", "47", False),
        ("7", "70", False),
    ],
)
def test_a_slip_is_swapped_digits_or_a_lost_thousand(one: str, other: str, alike: bool) -> None:
    assert slipped(Decimal(one), Decimal(other)) is alike


def test_a_bare_number_of_people_is_mistaken_for_what_befalls_people_alone() -> None:
    def swapped(noun: str) -> list[str]:
        story = told(
            "# {1,214:person} waiting for help in the flood\n\n"
            f"Some {{1,214:{noun}}} were waiting for help in the flood.",
        )
        claims = tuple(replace(c, measure=replace(c.measure, span=None)) for c in story.claims if c.measure)
        return [f.reading or "" for f in reconcile([replace(story, claims=claims)]).findings]

    assert swapped("pathway") == ["unit"]
    assert swapped("home") == []
