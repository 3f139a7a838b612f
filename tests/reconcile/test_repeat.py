"""Figures that point back by their article: to the one before, where they have no words of their own."""

from __future__ import annotations

import pytest

from extractor.model import Finding
from extractor.reconcile import reconcile
from tests.reconcile.told import told


def same(text: str) -> list[Finding]:
    return [f for f in reconcile([told(text)]).findings if f.relation.kind == "same"]


QUESTIONED = [
    # The digits swapped.
    "They found {1,264:meter} faulty meters.| Nobody could explain the {1,624} when we rang.",
    "There are {46:plot} plots.| Holders say that all {64:plot} of them have been let since the war.",
    # Two numbers before, of which one has the same digits.
    "There will be {96:flat} flats, not the {130:flat} that it wanted.| He said that the {69} are cheap.",
    # Another number, and nothing but the article.
    "The fund gave {$6.2 million}.| The {$6.8 million} will pay for a roof.",
    "Some {17:trawler} trawlers were caught.| The owners of the {27} must pay by Friday.",
    "Output grew by {0.3 per cent}.| The minister seized on the {0.8 per cent} as proof.",
]
ALONE = [
    # Words of its own that tell which it is.
    "Some {1,150:house} houses were built in the north.| The {1,510:house} houses in the south were let.",
    "They found {1,264:meter} faulty meters.| Nobody counted the {1,624} that were replaced.",
    "{38:letter} letters went unanswered.| The {48:letter} letters that got a reply waited for weeks.",
    "The fund gave the museum {$6.2 million}.| The {$6.8 million} for the zoo was a loan.",
    # Printed before, further up.
    "They made {27:visit} visits.\n\nThere were {17:trawler} trawlers.| The report on the {27} was short.",
    # Two to choose from.
    "They had {17:boat} boats and {24:boat} boats.| The owners of the {27} must pay.",
    # In one sentence: a part of what was just told.
    "Of {46:voter} voters the {38} said no.",
    # "Of those" counts a part.
    "They polled {46:member} members.| Of those {38}, or {83 per cent}, said no.",
    # Too small, or too far off.
    "It has {4:door} doors.| The {6} are oak.",
    "The fund gave {$6.2 million}.| The {$41 million} will pay for a wing.",
]


@pytest.mark.parametrize("text", QUESTIONED)
def test_a_bare_number_that_points_back_is_the_one_before(text: str) -> None:
    (finding,) = same(text)
    assert finding.verdict == "mismatch"


@pytest.mark.parametrize("text", ALONE)
def test_a_number_with_words_or_rivals_is_another(text: str) -> None:
    assert [f for f in same(text) if f.verdict == "mismatch"] == []
