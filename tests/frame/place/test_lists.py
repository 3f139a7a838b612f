"""Members of a list that shares out a count are places; firms, people, teams and parties are none."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Pipes burst across Ashby\nPipes in Ashby burst 840 times last year, the water board said.\n\n"

#: The figure in brackets, and the key of its place.
LISTS = [
    ("Kaplelach had 212 and Ndururi [97].", "ndururi"),
    ("Kaplelach had [212] and Ndururi 97.", "kaplelach"),
    ("Kherwad took Rs 198 crore and Bhensdi [Rs 114 crore].", "bhensdi"),
    ("Okaja Central accounts for 400 of them, Okaja West for [290] and Okaja East for 150.", "okaja west"),
    ("Okaja Central accounts for 400 of them, Okaja West for 290 and Okaja East for [150].", "okaja east"),
    ("Tarbolt had 310, the most of any town. Klipgat followed with [246] and Penrose with 220.", "klipgat"),
    ("Teach Bride alone accounted for 402, Abbey Court for [268] and Lally House for 151.", "abbey court"),
    ("Newry came in at 8.7 per cent and Tarbolt at [13.9].", "tarbolt"),
    ("Dankra North alone accounted for [402] of them, followed by Asuboi with 377.", "dankra north"),
    ("Dankra North alone accounted for 402 of them, followed by Asuboi with [377].", "asuboi"),
    ("Of the bursts, 141 were in Klipgat, 118 in Penrose and [39] in Tarbolt.", "tarbolt"),
    ("Drumry station had 163 of them, Port Eglin 96 and Househill [88].", "househill"),
    ("There were 96 in Klipgat, [88] in Penrose.", "penrose"),
    ("San Roque hosted 1,905, Batuan 1,540 and the island town of Cagnipa [873].", "cagnipa"),
    ("Klipgat (41), Penrose ([18]) and Tarbolt (nine) fared worst.", "penrose"),
    ("Klipgat recorded 41 bursts, Penrose [18] and Tarbolt just nine.", "penrose"),
    ("The fewest were in Penrose, with [18], and Tarbolt, with nine.", "penrose"),
    ("Klipgat drew 124 of the complaints and Penrose [80].", "penrose"),
    ("Klipgat logged 41, followed by Penrose ([18]) and Tarbolt (nine).", "penrose"),
    ("Klipgat accounted for 42, Penrose for 40 and the peninsula for the other [24].", "the peninsula"),
    ("Leeds accounts for 19 of them and the north-west for [11].", "north-west"),
    ("Rain fell short. The coast was [6] per cent above normal.", "coast"),
    ("Klipgat lost 41 mains while the west had [18].", "west"),
]
#: Lists of others, whose figures hold where the story does.
OTHERS = [
    "Labour won 41 of the seats and Reform [18].",
    "The contractors shared it out: Norlink took 41 of the jobs and Kerbline [18].",
    "Jim Bell, 44, mended 41 of them and Bell's brother [18].",
    "Mr Klipgat counted 41 and Mr Penrose [18].",
    "Norlink, the firm that lays the pipes, mended 41 and Kerbline [18].",
    "Rovers scored three goals and United [two].",
    "The Kestrel carried 41 tons and the Heron [18].",
    "Ann Lomax had 41 votes and Sid Marr [18].",
    "Monday brought 41 bursts and Tuesday [18].",
]


def _claim(claims: Claims, text: str) -> str | None:
    figure = text[text.index("[") + 1 : text.index("]")]
    place = claims(_HEAD + text)[figure].place
    return place.key if place is not None else None


@pytest.mark.parametrize(("text", "place"), LISTS)
def test_a_member_of_a_list_is_a_place(claims: Claims, text: str, place: str) -> None:
    assert _claim(claims, text) == place


@pytest.mark.parametrize("text", OTHERS)
def test_a_list_of_others_is_none(claims: Claims, text: str) -> None:
    assert _claim(claims, text) == "ashby"
