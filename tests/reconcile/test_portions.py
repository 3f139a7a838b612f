"""Shares of one part of one whole in stories on one subject that tell no one event."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

TENANTS = """Young tenants feel the squeeze

{line}

A room in the city costs €914 a month on average, the tenants' union says. It asked 3.7 million members.
"""
LANDLORDS = """What a room costs

The average room is let for €914 a month. There are 3.7 million members in the tenants' union.

{line}

A spokeswoman said that nobody had asked the landlords.
"""
HALF = "Rent now eats up half of a trainee's pay."


def mismatches(ours: str, theirs: str, later: date | None = None) -> list[str]:
    """What is questioned between two stories of which the second came out on a day, if one is told."""
    a = document_from_text(TENANTS.format(line=ours), id="a", published=later and date(2026, 3, 2))
    b = document_from_text(LANDLORDS.format(line=theirs), id="b", published=later)
    found = review_documents([a, b]).findings
    return [f.arithmetic for f in found if f.verdict == "mismatch" and len(f.relation.claims()) == 2]


@pytest.mark.parametrize(
    "line",
    [
        "Rent accounts for 31 per cent of a trainee's pay, the landlords say.",
        "Rent is just over a third of a trainee's pay.",
        "The landlords put rent at 31 per cent of a trainee's pay.",
        "Only 31 per cent of a trainee's pay goes on rent.",
    ],
)
def test_two_shares_of_one_part_are_questioned(line: str) -> None:
    assert len(mismatches(HALF, line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Rent accounts for 31 per cent of a nurse's pay.",
        "Heating accounts for 31 per cent of a trainee's pay.",
        "Rent accounted for 31 per cent of a trainee's pay in 2019.",
        "Rent will account for 31 per cent of a trainee's pay under the plan.",
        "Rent accounts for 31 per cent of a trainee's pay in the villages.",
        "Rent adds 100 per cent to a trainee's other spending.",
        "Rent does not account for 31 per cent of a trainee's pay.",
        "Rent accounts for nearly half of a trainee's pay, or 48 per cent.",
        "Rent and heating account for 71 per cent of a trainee's pay.",
    ],
)
def test_another_part_whole_or_time_is_left_alone(line: str) -> None:
    assert mismatches(HALF, line) == []


def test_a_share_may_be_another_one_months_later() -> None:
    line = "Rent accounts for 31 per cent of a trainee's pay, the landlords say."
    assert len(mismatches(HALF, line, date(2026, 3, 20))) == 1
    assert mismatches(HALF, line, date(2026, 11, 9)) == []
