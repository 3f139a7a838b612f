"""Names that are places as subjects beside others of their kind; firms, people and words are none."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Burst pipes cost Ashby dear\nPipes in Ashby burst often last year, the water board said.\n"

#: A name that nothing else makes a place → the figure, and the place.
PEERS = [
    ("It was worse elsewhere. Tarbolt gave a figure of [690].", "690", "tarbolt"),
    ("Other towns did better. Klipgat managed to mend [24] of its mains.", "24", "klipgat"),
    ("Its neighbours fared no better. Tarbolt paid [£310] a day for a crew.", "£310", "tarbolt"),
    ("Asked whether other boards did better, she said Klipgat had lost [41] mains.", "41", "klipgat"),
    ("Klipgat, the smallest of the reservoirs, has lost less than [a third].", "a third", "klipgat"),
    ("By contrast, Klipgat put its losses at [970] litres.", "970", "klipgat"),
    ("Leeds lost [30] mains, while Klipgat saw a rise to [41].", "41", "klipgat"),
    ("Of the five districts, only Klipgat recorded [41] bursts.", "41", "klipgat"),
    ("“Other councils use agencies. Tarbolt paid [£310] for one,” said Mary Dunn.", "£310", "tarbolt"),
    ("Klipgat ward reached [98] per cent, Old Market ward [95] and Gidan Ruwa [71].", "95", "old market"),
    ("Crews came from Tarbolt, nine miles off. It took them [17] minutes.", "17", "tarbolt"),
    ("Tarbolt lost [41] mains. Residents of Tarbolt have had enough.", "41", "tarbolt"),
]
#: The same words about a firm, a person, a thing or a word that opens its sentence.
OTHERS = [
    ("Other towns did better. Kerbline, the firm that lays the pipes, mended [24].", "24"),
    ("Other towns did better. Contractor Kerbline mended [24] mains here.", "24"),
    ("Other towns did better. Attendance was [41] at the meeting.", "41"),
    ("Its neighbours fared no better. Workmen mended [24] mains.", "24"),
    ("Its neighbours fared no better. Mary Dunn, 41, chairs it. Dunn counted [24] holes.", "24"),
    ("Most schools shut. Kerbline said that it had mended [24] mains.", "24"),
    ("Most schools shut. Heat killed [24] fish.", "24"),
    ("Most schools shut. Their heads were paid [£310] each.", "£310"),
    ("Most schools shut. Ours lost [24] days.", "24"),
    ("Most schools shut. December brought [24] bursts.", "24"),
    ("Kerbline sold [24] lorries.", "24"),
    ("Kerbline paid [£310] for a pump.", "£310"),
    ("Kerbline Homes lost [24] taps. Kerbline paid [£310].", "£310"),
    ("The Kestrel carries [41] tons, the smallest of the boats.", "41"),
    ("Six depots are shut. Mr Tarbolt counted [24].", "24"),
    ("Six depots are shut. Foreman Sid Tarbolt has a crew of nine. Tarbolt counted [24].", "24"),
    ("Six depots are shut. Tarbolt Water counted [24].", "24"),
    ("Six depots are shut. Nobody counted [24].", "24"),
    ("Nearby dams are full. Rain fell on [24] days.", "24"),
    ("Nearby dams are full. Sixteen produced [24] leaks.", "24"),
]


@pytest.mark.parametrize(("text", "figure", "place"), PEERS)
def test_a_subject_beside_others_of_its_kind_is_a_place(
    claims: Claims, text: str, figure: str, place: str
) -> None:
    found = claims(_HEAD + text)[figure].place
    assert found is not None
    assert found.key == place


@pytest.mark.parametrize(("text", "figure"), OTHERS)
def test_a_firm_a_person_or_a_thing_is_none(claims: Claims, text: str, figure: str) -> None:
    found = claims(_HEAD + text)[figure].place
    assert found is not None
    assert found.key == "ashby"
