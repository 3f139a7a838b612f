"""Movements "to 47 from 39" that go the other way, and the changes told beside them."""

from __future__ import annotations

import pytest

from tests.reconcile.conftest import mismatches


@pytest.mark.parametrize(
    "text",
    [
        "The number of rangers fell to 47 from 39, a cut of three.",
        "Complaints fell to 47 from 39, three fewer.",
        "Hospital admissions in Cork dropped to 96 from 84, down 30 on the week.",
        "Deaths on the road rose to 31 from 52, an increase of 60.",
        "The fare to Perth went up to $3.10 from $3.60, a rise of $4.20.",
        "The school roll grew to 412 from 447, up 600 in a decade.",
        "The wait for a hip came down to 18 weeks from 15 weeks, a cut of one week.",
        "Membership of the guild dropped to 5,120 from 4,870, a loss of 900.",
        "Arrests in Queens fell to 212 from 187, a fall of 12.",
        "Claims at Delhi's desks climbed to 640 from 815, an increase of 1,200.",
    ],
)
def test_a_change_is_not_what_moved(text: str) -> None:
    assert "compare" in {f.relation.kind for f in mismatches(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The number of rangers fell to 39 from 47, a cut of eight.",
        "Complaints fell to 39 from 47, eight fewer.",
        "Deaths on the road rose to 52 from 31, an increase of 21, and injuries to 60 from 48.",
        "The fare to Perth went down to $3.10 from $3.60, and a rise of $4.20 for the express was dropped.",
        "Arrests in Queens came to 212; in Kings they fell to 39 from 47, a cut of eight.",
        "Of the 47, the 39 from Leeds went home, three fewer than last year.",
        "Prices slipped 3% to £47 from a range of £39 to £52 a year ago.",
        "The wait came down to 15 weeks from 18, three weeks less than in 2019.",
        "The line moved 47 people to Hull from 39 villages, a rise of three.",
        "Turnout fell; the swing to Labour from 39 wards was 47, up three.",
    ],
)
def test_a_movement_that_holds_is_left_alone(text: str) -> None:
    assert "compare" not in {f.relation.kind for f in mismatches(text)}
