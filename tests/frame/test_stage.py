"""How far a thing got (offered, accepted, carried out, due), told in many words, meets under one key."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

OFFERED = [
    "[25] interviews were offered.",
    "The council offered [25] interviews.",
    "Interviews were offered in [25] cases.",
    "[25] children were offered an interview.",
    "[25] of the families had been offered an interview.",
]
ACCEPTED = [
    "[25] interviews were accepted.",
    "[25] children accepted an interview.",
    "Interviews were accepted by [25] children.",
    "[25] agreed to an interview.",
    "[25] parents consented to an interview.",
    "[25] took up an interview.",
]
CARRIED_OUT = [
    "[25] interviews were carried out.",
    "[25] interviews were conducted.",
    "[25] interviews were held.",
    "[25] interviews took place.",
    "[25] interviews went ahead.",
    "[25] interviews happened.",
    "[25] interviews were completed.",
    "The council held [25] interviews.",
    "The council carried out [25] interviews.",
    "[25] children had an interview.",
    "[25] children were given an interview.",
    "[25] children were interviewed.",
]
OTHER = [
    ("[25] inspections were due.", "due"),
    ("[25] inspections are due by May.", "due"),
    ("[25] inspections were scheduled.", "schedule:inspection"),
    ("[25] inspections were planned.", "plan:inspection"),
    ("[25] inspections were ordered.", "order:inspection"),
    ("[25] grants were approved.", "approve:grant"),
    ("[25] grants were paid.", "pay:grant"),
]
CASES = [
    *((s, "offer:interview") for s in OFFERED),
    *((s, "accept:interview") for s in ACCEPTED),
    *((s, "interview") for s in CARRIED_OUT),
    *OTHER,
]


@pytest.mark.parametrize(("marked", "key"), CASES)
def test_a_stage_is_told_by_its_key(claims: Claims, marked: str, key: str) -> None:
    claim = claims(marked)["25"]
    assert claim.event is not None
    assert claim.event.key == key
    assert not claim.negated
