"""Rates of what is left of a whole: questioned beside their part and whole, and not beside others."""

from __future__ import annotations

import pytest

from tests.reconcile.conftest import questioned

#: A sound text with the rate in braces, and one that is wrong.
LEFT = [
    (
        "The depot has 340 vans on its books and can show 221 of them. The remaining {35} per cent are lost.",
        55,
    ),
    ("About R640m of the R1.6bn contract went on pipes. The remaining {60%}, a lawyer said, did not.", "80%"),
    ("The camp opens with 430 beds, and 258 of those are taken by nurses, leaving {40} per cent.", 60),
    (
        "Of carers 1,400 of the borough's 2,500 had a dose in May. That leaves {44} per cent without.",
        56,
    ),
    ("So far 330 of Dublin's 600 buses have been fitted with cameras, leaving {45} per cent without.", 55),
    (
        "By June 540 of the state's 900 pools had been seen. The remaining {40} per cent will follow.",
        60,
    ),
    (
        "Teams saw 420 of the district's 1,200 villages, which leaves {65} per cent of them, he said.",
        35,
    ),
]


@pytest.mark.parametrize(("text", "wrong"), LEFT, ids=[t[:30] for t, _ in LEFT])
def test_a_wrong_rate_is_questioned_and_the_right_one_is_not(text: str, wrong: object) -> None:
    start, end = text.index("{"), text.index("}")
    assert questioned(text[:start] + text[start + 1 : end] + text[end + 1 :]) == []
    assert questioned(f"{text[:start]}{wrong}{text[end + 1 :]}") == ["share"]


SOUND = [
    "Some 12 of the 40 stalls sold fish and eight sold bread. The remaining 50 per cent sold clothes.",
    "About £640 of the £1,600 grant was spent. The remaining 20 per cent of the budget is for wages.",
    "Nine of the 30 pupils came by bus. The other 20 per cent of the class of Mrs Rowe walked from the farm.",
    "It sold 90 of the 120 flats last year. Prices were up and the other 12 per cent more than it hoped.",
    "They have 50 goats and lost 20 of them to the cold, while 35 per cent of the sheep were left.",
    "By June 540 of the state's 900 pools were seen. The remaining 60 per cent of the staff start in May.",
    "Some 540 of the state's 900 pools passed and 90 failed. The remaining 30 per cent were shut.",
    "Only 14 of the 20 seats were contested; the remaining 45 per cent of voters stayed at home.",
]


@pytest.mark.parametrize("text", SOUND, ids=[t[:30] for t in SOUND])
def test_the_rest_of_something_else_is_left_alone(text: str) -> None:
    assert questioned(text) == []
