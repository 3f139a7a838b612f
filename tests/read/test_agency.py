"""Agency credits: told where papers print them, and nowhere else."""

from __future__ import annotations

import pytest

from extractor.read import document_from_text
from extractor.read.agency import agency_of

STORY = [
    "Mill closes",
    "The mill at Ashdon will close in May, its owner said.",
    "It has 120 workers.",
    "The union met.",
]


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Reuters", "Reuters"),
        ("By Ann Lee, Associated Press", "The Associated Press"),
        ("Ann Lee and PA", "PA Media"),
        ("Ann Lee, Local Democracy Reporter", "Local Democracy Reporting Service"),
        ("Ann Lee / AFP", "Agence France-Presse"),
        ("Ann Lee", None),
        ("Pa Smith", None),
        ("Reuters and AP", None),
        (None, None),
    ],
)
def test_a_byline(byline: str | None, agency: str | None) -> None:
    assert agency_of(STORY, byline) == agency


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("LONDON (Reuters) - The mill will close.", "Reuters"),
        ("AUSTIN, Texas (AP) — The mill will close.", "The Associated Press"),
        ("Lagos, Nigeria (AFP) – The mill will close.", "Agence France-Presse"),
        ("(PTI) - The mill will close.", "Press Trust of India"),
        ("The mill (AP) will close.", None),
        ("The agency Reuters said that the mill will close.", None),
        ("The Palestinian Authority (PA) said that it will close.", None),
    ],
)
def test_a_dateline(opening: str, agency: str | None) -> None:
    assert agency_of([STORY[0], opening, *STORY[2:]], None) == agency


@pytest.mark.parametrize(
    ("ending", "agency"),
    [
        ("© 2024 The Associated Press. All rights reserved.", "The Associated Press"),
        ("Copyright 2024 The Associated Press", "The Associated Press"),
        ("Source: Reuters", "Reuters"),
        ("(PTI)", "Press Trust of India"),
        ("– AAP", "Australian Associated Press"),
        ("Source: the council", None),
        ("The owner told Reuters", None),
        ("Copyright 2019 The Dunmere Post.", None),
    ],
)
def test_a_last_line(ending: str, agency: str | None) -> None:
    assert agency_of([*STORY, ending], None) == agency


def test_a_credit_in_the_midst_is_none() -> None:
    assert agency_of([*STORY, "(PTI)", *STORY], None) is None


def test_the_document_carries_it() -> None:
    text = "Mill closes\n\nLONDON (Reuters) - The mill at Ashdon will close in May.\n\nIt has 120 workers."
    assert document_from_text(text).agency == "Reuters"
