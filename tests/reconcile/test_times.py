"""Which of two levels the words tell as the earlier one; the numbers are never asked."""

from __future__ import annotations

import pytest

from extractor.reconcile.link.cues.times import in_order
from tests.reconcile.told import told

#: A text with two levels, and the earlier one.
ORDERED = [
    ("It came to {£8} a ride in 2023 and has since shrunk to {£7}.", "£8"),
    ("There are {40:seat} seats now.| A year ago there were {90:seat}.", "90"),
    ("The price settled at {£780} after {£800}.", "£800"),
    ("Before the works they took {14:day}.| They take {23:day}.", "14"),
    ("Sales were {£48} in October, and {£60} in September.", "£60"),
    ("It made {£5} in 2019 and {£6} in 2014.", "£6"),
    ("The fee is {£20}, and will be {£25}.", "£20"),
    ("Now it has {90:cow}, where there were {70:cow}.", "70"),
    ("The rate fell to {4 per cent}.| In the spring it had been {6 per cent}.", "6 per cent"),
    ("The fee is {£30}, half of last year's {£60}.", "£60"),
    ("It sold {90:film} last year.| In 2019 it had sold {40:film}.", "40"),
    ("It treated {90:patient} last winter.| The winter before it treated {40:patient}.", "40"),
    ("It took {90:call} last season and {40:call} in the previous season.", "40"),
    ("Last year it took {40:call}.| It takes {90:call} now.", "40"),
    ("Under the old rota they took {40:call}.| Under the new one they take {90:call}.", "40"),
    ("In the days of the steamer it took {40:car}.| Today it takes {90:car}.", "40"),
    ("This year it sold {90:ticket}.| A decade back it sold {40:ticket}.", "40"),
]


@pytest.mark.parametrize(("text", "earlier"), ORDERED, ids=[t[:30] for t, _ in ORDERED])
def test_the_words_tell_the_earlier_level(text: str, earlier: str) -> None:
    story = told(text)
    x, y = story.claims
    for ordered in (in_order(story, x, y), in_order(story, y, x)):
        assert ordered is not None
        assert ordered[0].figure.text == earlier


#: Two levels that no word places, or that words place twice.
UNORDERED = [
    "It has {40:seat} seats and {90:chair} chairs.",
    "They were {£40} and {£50}.",
    "Last year it took {£5}, and last year it took {£6}.",
    "By the end of the harvest it had taken in {£96}.| In 2024 it received {£120}.",
    "It was {£5} in 2019 and {£6} in 2019.",
    "Last month it took {90:car}.| At Easter it took {40:car}.",
    "Last year it took {90:car}.| In 2025 it took {40:car}.",
    "Last season it took {90:car}.| On the big day it took {40:car}.",
    "The ward with {40:bed}, once last year and now this year, and one with {30:bed}.",
]


@pytest.mark.parametrize("text", UNORDERED, ids=[t[:30] for t in UNORDERED])
def test_where_the_words_do_not_tell_nothing_is_said(text: str) -> None:
    story = told(text)
    x, y = story.claims
    assert in_order(story, x, y) is None
