"""What is left of a whole, and numbers that only begin like it."""

from __future__ import annotations

import re

import pytest

from tests.reconcile.conftest import mismatches


@pytest.mark.parametrize(
    "text",
    [
        "Of the 975 patients, 585 got better. The other 490 did not.",
        "The centre received 73,800 calls. Operators picked up 67,650. The other 9,150 rang out.",
        "It spoke to 480 traders at 23 sites. Of these, 360 put a price up, while the other 140 had not.",
        "The survey reached 96 firms. Of them, 24 replied; the remaining 62 did not.",
    ],
)
def test_a_rest_that_is_not_what_is_left_is_questioned(text: str) -> None:
    assert [f.relation.kind for f in mismatches(text)] == ["sum"]


@pytest.mark.parametrize(
    "text",
    [
        "It spoke to 480 traders at 23 sites. Of these, 360 put a price up, while the other 12 stalls shut.",
        "The dig found 310 coins in 14 pits. Of these, 42 were gold, and the other 61 of value were silver.",
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


#: What there is so far, and what that leaves.
SO_FAR = [
    "The force is budgeted for 340 officers and has 289 on the payroll. That leaves {51} posts unfilled.",
    "The school has room for 340 pupils but only 289 are enrolled, leaving {51} places empty.",
    "It has money for 340 and has 289 in work. That leaves {51} posts unfilled; a class of 18 may help.",
    "The plant ordered 340 panels but has received just 289. That leaves {51} to come.",
    "The trust has funds for 1,240 nurses and has 1,115 in post, which leaves {125} jobs to be filled.",
    "The fund was promised $48m but has so far been paid $31m, leaving a shortfall of {$17m}.",
    "There are 86 berths in the marina but only 61 were let last winter. That left {25} standing empty.",
    "The ward has 32 beds, though just 24 are staffed. That leaves {8} that no one can use.",
]
OTHERS = [
    "The club sold 340 tickets on Monday and 289 on Tuesday. That leaves 61 for Wednesday.",
    "The council has 340 vans but only 289 drivers, leaving 22 off sick out of the question.",
    "The farm had 340 ewes but 289 lambs were born. That leaves 120 ewes without one.",
    "It employs 340 people and has 289 machines. That leaves 17 jobs at risk, the union says.",
    "Voters chose from 340 names but only 289 were local. That leaves 9 candidates in the run-off.",
    "They have 50 goats and had 20 kids in May, leaving 44 for the market.",
]


@pytest.mark.parametrize("text", SO_FAR, ids=[t[:30] for t in SO_FAR])
def test_what_is_left_of_a_target_is_questioned_if_it_is_not_that(text: str) -> None:
    start, end = text.index("{"), text.index("}")
    right = text[start + 1 : end]
    digits = re.search(r"\d+", right)
    assert digits is not None
    wrong = right.replace(
        digits[0], str(int(digits[0]) + (1 if int(digits[0]) < 10 else 10 if int(digits[0]) < 500 else 90))
    )
    assert mismatches(text[:start] + right + text[end + 1 :]) == []
    assert len(mismatches(text[:start] + wrong + text[end + 1 :])) == 1


@pytest.mark.parametrize("text", OTHERS, ids=[t[:30] for t in OTHERS])
def test_what_is_left_of_something_else_is_left_alone(text: str) -> None:
    assert mismatches(text) == []
