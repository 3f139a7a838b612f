"""Levels of a time further back than the one that a change starts from, and twins where it does."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

INNOCENT = (
    "Shares in Corvane fell 12p to 340p. They had been 311p at the start of the year.",
    "Shares in Corvane fell 12p to 340p. They were 335p a year ago.",
    "Rents rose $50 to $1,350 in the east. In the west, where they were $1,420, they stood still.",
    "The reservoir rose by 2 metres to 31 metres on Friday. It was 35 metres at the end of winter.",
    "Oil rose 80 cents to $71.20 a barrel. It was $75.40 a month ago.",
    "The yield was up three basis points at 4.21 percent, having been 4.35 percent on Monday.",
    "Sales rose 12% to £4.5m. They were £5.1m before the pandemic.",
    "The number of pupils rose by 40 to 1,310. It was 1,450 when the school opened its sixth form.",
    "The rate fell 0.2 points to 4.1 percent in June. It was 3.9 percent a year earlier.",
    "Attendance rose by 310 to 6,420. It was 7,900 in 2019.",
    "The price went up by 10p to £1.50. It was 90p in 2020.",
    "Its stock fell 3 percent to $48, compared with $61 a year ago.",
    "Inflation rose 0.3 points to 4.2 percent, still down from 9.1 percent in 2022.",
    "The toll rose by six to 41, up from nine on Monday.",
    "The index slipped 15 points to 2,310, though it has come back from 2,295 in the morning.",
    "The town grew by 1,100 people to 24,300 in ten years. It was made a city in 1911, when it had 25,400.",
    "Wheat was up $4 at $231. It had been $235 on Tuesday before the harvest report.",
    "The fare goes up 20p to £2.60 on Monday; passes, which were £2.80 a day, are to go.",
)
WRONG = (
    "Rents rose $50 to $1,350 in the east of the city. In the year before they were $1,420.",
    "Sales rose 12% to £4.5m. The year before they were £5.1m.",
    "The number of pupils rose by 40 to 1,310. The year before it was 1,450.",
    "Inflation rose 0.3 points to 4.2 percent from 4.5 percent.",
    "Attendance rose by 310 to 6,420 in 2020. It was 7,900 in 2019.",
)


def _flags(text: str) -> list[str]:
    review = review_documents([document_from_text(text, id="a")])
    return [f.arithmetic for f in review.findings if f.verdict == "mismatch"]


@pytest.mark.parametrize("text", INNOCENT)
def test_level_of_another_time_is_left_alone(text: str) -> None:
    assert _flags(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_level_that_the_change_starts_from_is_held_against_it(text: str) -> None:
    assert _flags(text)


def test_level_of_another_time_bears_out() -> None:
    review = review_documents(
        [document_from_text("Sales rose by 310 to 6,420. They were 6,110 in 2019.", id="a")]
    )
    assert [f.verdict for f in review.findings if f.relation.kind == "change"] == ["consistent"]
