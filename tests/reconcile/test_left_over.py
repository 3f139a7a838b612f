"""What is left of a whole, and numbers that only begin like it."""

from __future__ import annotations

import pytest

from tests.reconcile.conftest import mismatches


@pytest.mark.parametrize(
    "text",
    [
        "Of the 975 patients, 585 got better. The other 490 did not.",
        "The centre received 73,800 calls. Operators picked up 67,650. The other 9,150 rang out.",
    ],
)
def test_a_rest_that_is_not_what_is_left_is_questioned(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["sum"]


@pytest.mark.parametrize(
    "text",
    [
        "Of 18 boats that set out, nine finished on Saturday. The other two classes start next week.",
        "Out of 64 firms that bid, 12 were foreign. Nine won a contract, and the other three have appealed.",
        "The region lost 1,200 jobs. Textiles shed 500, and the other 300 in manufacturing went at one firm.",
        "The charity runs 44 shops. Six closed in spring, and the other four in the valley go in autumn.",
        "Of the 96 MPs of the party, 51 signed, and the remaining ten names on the letter are of peers.",
        "Of its 75 trains, 60 are electric. The other 20 on the coast line are hired from Norvia.",
        "The dig found 310 coins. Forty-two were gold, and the other 61 of value were silver.",
    ],
)
def test_a_part_of_something_narrower_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
