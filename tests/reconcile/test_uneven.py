"""Cautions by the words of the text: figures that it sets side by side and measures by different rods."""

from __future__ import annotations

import pytest

from extractor.reconcile import reconcile
from tests.reconcile.told import told


def cautions(text: str) -> list[tuple[str, str, str | None]]:
    found = [f for f in reconcile([told(text)]).findings if f.verdict == "not_comparable"]
    pairs = [(f, f.relation.claims()) for f in found]
    return [(x.figure.text, y.figure.text, f.reading) for f, (x, y) in pairs]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Wind's share of all energy was {7.5 per cent}, and not the {37 per cent} it had of electricity.",
            ("7.5 per cent", "37 per cent", "definition"),
        ),
        (
            "# Regulator puts levies at {7 per cent} of bills\n\nLevies fall on power, says the regulator.| "
            "Measured against the power part alone they are {15 per cent}.",
            ("15 per cent", "7 per cent", "definition"),
        ),
        (
            "The baths sold {12,400:ticket} tickets, a third more than the {9,300:ticket} of 2022.| "
            "It would be wrong to hold that figure against the {41,800:stay} stays of the valley.",
            ("41,800", "12,400", "definition"),
        ),
        (
            "In the year {9,430:child} children were placed.| On the day {31,150:child} were.| "
            "The {2:count} counts answer different questions.",
            ("31,150", "9,430", "definition"),
        ),
    ],
)
def test_what_the_text_tells_apart_is_a_caution(text: str, pair: tuple[str, str, str]) -> None:
    assert cautions(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        # The same whole, and a denial of the number.
        "Turnout was {57 per cent}, and not the {60 per cent} that was hoped for.",
        # Measured against something, but not against a part alone.
        "# Levies {7 per cent} of bills\n\nMeasured against last year levies on bills are up {15 per cent}.",
        # A count before it is no share.
        "# Regulator puts levies on {412:bill} bills\n\nLevies on bills fall on power, says the regulator.| "
        "Measured against the power part of bills alone, levies are {15 per cent}.",
        # Only a yardstick stands beside the figure.
        "It would be wrong to say that {41,800:stay} stays are more than the {12,400:stay} of last year.",
    ],
)
def test_what_the_text_does_not_tell_apart_is_none(text: str) -> None:
    assert cautions(text) == []
