"""Ranks without a measure of their own, by that of the figure before them."""

from __future__ import annotations

import pytest

from tests.reference.told import verdicts

COURTS = """Cases in the county courts
Court,Cases received 2024,% closed in 26 weeks 2024,Weeks to close (mean) 2024
All courts,39915,49.8,32.6
Ashgill,8645,52.3,30.9
Corfield,5710,47.9,32.4
Fenny Cross,6390,46.2,35.1
Gorsedown,4720,53.7,29.0
Whinmoor,6390,46.8,35.4
"""
SHELTERS = """Shelters by city
City,Households sheltered 2025,Children sheltered 2025,% of beds filled 2025
All cities,19375,16444,93.6
Northgate,4381,3790,96.3
Peverell,6702,5533,91.9
Quillon,2844,2197,87.8
Rosemere,5448,4924,95.4
Saltby,3020,2405,92.7
"""
#: Where no word of its own says by what, a rank is not questioned.
RIGHT, OPEN = "consistent", None
CASES = [
    (
        COURTS,
        "Fenny Cross closed 46.2 per cent in 26 weeks in 2024. Whinmoor was the second lowest.",
        "the second lowest",
        RIGHT,
    ),
    (
        COURTS,
        "Fenny Cross closed 46.2 per cent in 26 weeks in 2024. Whinmoor was the lowest.",
        "the lowest",
        OPEN,
    ),
    (
        COURTS,
        "Ashgill closed 52.3 per cent in 26 weeks in 2024. Gorsedown was the slowest court.",
        "the slowest",
        OPEN,
    ),
    (
        COURTS,
        "Ashgill closed 52.3 per cent in 26 weeks in 2024. Corfield was the fastest.",
        "the fastest",
        OPEN,
    ),
    (
        SHELTERS,
        "In 2025 Northgate filled 96.3 per cent of its beds. Quillon was the lowest.",
        "the lowest",
        RIGHT,
    ),
    (
        SHELTERS,
        "In 2025 Northgate filled 96.3 per cent of its beds. Saltby was the lowest.",
        "the lowest",
        OPEN,
    ),
    (SHELTERS, "In 2025 Peverell sheltered 6,702 households. Quillon was the highest.", "the highest", OPEN),
    # From either end it may be third, and what is large may be so by its size.
    (SHELTERS, "In 2025 Peverell sheltered 6,702 households. Saltby came third.", "came third", OPEN),
    (
        SHELTERS,
        "In 2025 Northgate filled 96.3 per cent of its beds. Quillon is the largest city.",
        "the largest",
        None,
    ),
    (
        SHELTERS,
        "In 2025 Northgate filled 96.3 per cent of its beds. Quillon has the highest rents.",
        "the highest",
        None,
    ),
]


@pytest.mark.parametrize(("table", "text", "words", "verdict"), CASES)
def test_a_rank_is_by_what_was_told_before(table: str, text: str, words: str, verdict: str | None) -> None:
    assert verdicts(text, table).get(words.lower()) == verdict
