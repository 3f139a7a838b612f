"""Places near a figure that are not where it was counted, and those that are though they seem not to be."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Pipes burst in Ashby\nPipes in Ashby burst often last year.\n"

TIED = [
    ("Prosecutor Imogen Vale said his bank held [£231,000].", "£231,000", "ashby"),
    ("In the county's own report, [46] people picked the northern route.", "46", "ashby"),
    ("A survey of homes by Wright Valley College found that [58] leak.", "58", "ashby"),
    ("Leeds-based Nusa Energy lifted [three] of its cargoes.", "three", "ashby"),
    ("The pump costs [66] US cents a day.", "66", "ashby"),
    ("Crews will go to Tarvale in Leeds, where there are [90] men.", "90", "leeds"),
    ("Tarbolt reported [41] bursts, the most of the six towns.", "41", "ashby"),
    ("Other towns did worse. Tarbolt reported [41] bursts.", "41", "tarbolt"),
    ("At Thornley Pool it froze. Thornley shut for [nine] days.", "nine", "thornley pool"),
    ("Other towns wait. Tarbolt reported that it had [41] bursts.", "41", "ashby"),
]


@pytest.mark.parametrize(("text", "figure", "place"), TIED)
def test_a_figure_is_tied_to_where_it_was_counted(claims: Claims, text: str, figure: str, place: str) -> None:
    found = claims(_HEAD + text)[figure].place
    assert found is not None
    assert found.key == place
