"""Sums that only numbers make: two that stand apart need more than to fit by chance."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text


def sums(text: str) -> set[tuple[str, ...]]:
    review = review_documents([document_from_text(text, id="sums")])
    held = [
        f.relation for f in review.findings if f.relation.kind == "sum" and f.relation.strength == "numeric"
    ]
    return {tuple(sorted(c.figure.text for c in r.claims())) for r in held}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The county lost 677 people in 2023. Now it was 467.\n\nThat spared 210 families, she said.",
            3,
        ),
        ("The firm signed up 29,000 agents and parted with 8,000 others. It is a net gain of 21,000.", 3),
        (
            "Of the 340 people, 126 have been offered other posts. The 214 who are left face redundancy.",
            3,
        ),
    ],
)
def test_figures_that_make_a_sum_are_found(text: str, parts: int) -> None:
    assert any(len(s) == parts for s in sums(text))


@pytest.mark.parametrize(
    "text",
    [
        # Unlike things, one of them few.
        "Twelve boroughs saw a rise. Offences fell in Newham, to 584 from 730.\n\nCroydon had 742 offences.",
        # Some of the parts are counted in another one already.
        "The ferry had 17 injuries, eight of them slips. A year ago there were 25.",
        # The list goes on.
        "The firm took on 75 people, it said on the day: 40 in Leeds, 35 in Hull and ten in York.",
        # Nothing and itself.
        "He missed none of his first ballots. He has now missed 127 votes. The paper had said 127 before.",
        # What a rounding swallows.
        "Turnover was £8.7 million. It had been £8.7 million a year before. A ticket costs £35.",
        # Round numbers of things that nobody adds up.
        "The group owns about 480 sites. Some 40 were sold in May. It has 520 managers.",
    ],
)
def test_figures_that_only_fit_are_not(text: str) -> None:
    assert not sums(text)
