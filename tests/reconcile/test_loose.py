"""Figures that stand together in right stories and are not of each other, beside twins that are."""

from __future__ import annotations

import pytest

from tests.reconcile.conftest import mismatches

#: What is right, and a twin of it that is wrong by the same words.
PAIRS = {
    "a size told twice is no level": (
        "A charity took in £1.84 billion last year, £260 million or 12 per cent less than in 2022.",
        "A charity took in £1.84 billion last year, 32 per cent less than the £2.1 billion of 2022.",
    ),
    "a second comparison has a level of its own": (
        "Fishers landed 118 tonnes last year, 35 tonnes less than the year before and well "
        "under the average of 160.",
        "Fishers landed 118 tonnes last year, 35 tonnes less than the 160 of the year before.",
    ),
    "what is up on an old total starts there": (
        "Clampers in the city stopped 51,260 vehicles last year.\n\n"
        "The number is 5 per cent up on 2022's total of 48,820.",
        "Clampers in the city stopped 51,260 vehicles last year.\n\n"
        "The number is 8 per cent up on 2022's total of 48,820.",
    ),
    "a rate belongs to whom its clause is about": (
        "Of the 96 pupils, 52 had attended a school of the trust, which teaches 31 per cent of the pupils.",
        "Of the 96 pupils, 52 had attended a school of the trust, which is 31 per cent of the pupils.",
    ),
    "of which goes back to the figure before it": (
        "Sixty-three families lose their nurse.\n\n"
        "The home needs £5.8m a year, of which the board pays a quarter, and its 12 shops want customers.",
        "Sixty-three families lose their nurse, of whom 12 live in town, a third.",
    ),
    "what somebody gave is no total": (
        "Five independents and four members of small parties make up the number.\n\n"
        "“Every poll was wrong. They gave us 95, they gave us 105,” said Raghav Tandon.",
        "We have 52 independents and 45 members of small parties. That gives us 105, said Raghav Tandon.",
    ),
    "things of a smaller kind are not fewer": (
        "Independents won 12 and three smaller parties shared the other seven.",
        "In 2019 the council had 42 parks. It now has 37 parks, three fewer.",
    ),
}


@pytest.mark.parametrize("text", [right for right, _ in PAIRS.values()], ids=list(PAIRS))
def test_what_is_right_is_left_alone(text: str) -> None:
    assert mismatches(text) == []


@pytest.mark.parametrize("text", [wrong for _, wrong in PAIRS.values()], ids=list(PAIRS))
def test_its_wrong_twin_is_still_questioned(text: str) -> None:
    assert len(mismatches(text)) == 1


def test_whole_numbers_do_not_make_a_broken_one() -> None:
    text = (
        "The time to recovery was 4.1 years in the open. In the cages it was 9.3, an estimate. "
        "“Nine is a number with a long tail. Four isn't,” said the author."
    )
    assert mismatches(text) == []
