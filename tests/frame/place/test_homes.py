"""What people say of themselves holds where the text puts them; what officials say of others does not."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

_HEAD = "Pipes burst across Ashby\nPipes in Ashby burst 840 times last year, the water board said.\n\n"

#: A witness or the head of a house → the figure, and a part of the key of their place.
HOMES = [
    ("“I lost [31] lambs in the one morning,” said Padraig Lavelle, who milks at Knockbawn.", "knockbawn"),
    ("“We were [11] days tied up,” said Corey Amero, who fishes out of Merrin Point.", "merrin point"),
    (
        "“I had [16] pickers booked,” said Hana Rewi, who has run the Kauri Road site since 2019.",
        "kauri road",
    ),
    ("“We planned for [250] families,” said Marites Cruz, who manages the centre at Tarlo School.", "tarlo"),
    (
        "“This year we have managed [1,300],” said Malik Tiwana, whose family packs fruit at Bhalpur.",
        "bhalpur",
    ),
    ("“I have [60] cows drinking it,” said Dermot Keane, a dairy farmer in Kilbeggan Cross.", "kilbeggan"),
    ("“I rang [nine] times before Christmas,” said Bridie Coyne, 71, of Kilmaree.", "kilmaree"),
    (
        "“On Monday I had [412] on the roll,” said Nomonde Sita, principal of Upper Xuka Primary School.",
        "xuka",
    ),
    ("“We sent back [84] trays,” said headteacher Losa Fale of Titano School.", "titano"),
    ("“I knocked back [310],” said Tottenham Creek grazier Noel Pascoe.", "tottenham creek"),
    ("“My shop was shut for [12] days,” said Maria Lopez, who owns a bakery in Burnie.", "burnie"),
    ("“I put down [$96,000] in 2021,” said Harpreet Gill, who bought a flat in Etobicoke.", "etobicoke"),
    (
        "“I've got [one] line running out of three,” said Denise Thibo, who owns the plant in Lunn Bay.",
        "lunn bay",
    ),
    (
        "“We have not seen a plumber for [14] weeks,” said Sunita Devi, sarpanch of Rampura village.",
        "rampura",
    ),
    (
        "“In our village it rained on [nine] days,” said Nagamma, president of the Hosalli gram panchayat.",
        "hosalli",
    ),
    ("“We queue with [50] jerrycans,” said Amina Yusuf, a trader in Gidan Dutse.", "gidan dutse"),
    (
        "Cathal Gallagher, a contractor in Letterkenny, said that he had [70] jobs on his books.",
        "letterkenny",
    ),
    ("Rosa Ade, 33, of Lewisham, lost [£1,480] on a holiday.", "lewisham"),
    ("“It took us four hours,” said Ann Orr, who farms near Drumbeg.\n\n“I have [34] ewes left.”", "drumbeg"),
    ("Walt Ibarra, who ranches outside Tinker Flat, sold [80] of his herd.", "tinker flat"),
    (
        "“My street has been dry for [nine] days,” said Peter Obi, a tailor who lives in Aba South.",
        "aba south",
    ),
]
#: A seat, a birthplace or somebody who speaks of all → the place of the story.
AWAY = [
    "“Repairs have cost [£41m] so far,” said Ann Lomax, an analyst at Kestrel Research in Leeds.",
    "“The region needs [400] plumbers,” said Ann Lomax, chair of the Plumbers' Guild in London.",
    "“The pipes cost [£310] each,” said Jim Bell, who was born in Leeds.",
    "Jim Bell, who moved to Canada in 2019, laid [41] of the pipes.",
    "“They mended [41] pipes in a week,” said Jim Bell, whose brother lives in Leeds.",
    "“They found [41] leaks,” the minister told a conference in Leeds.",
    "Jim Bell, a professor at the University of Leeds, found [41] leaks.",
]


def _told(text: str) -> str:
    return text[text.index("[") + 1 : text.index("]")]


@pytest.mark.parametrize(("text", "place"), HOMES)
def test_a_witness_speaks_of_where_they_are(claims: Claims, text: str, place: str) -> None:
    found = claims(_HEAD + text)[_told(text)].place
    assert found is not None
    assert place in found.key


@pytest.mark.parametrize("text", AWAY)
def test_a_seat_or_a_birthplace_is_not_where_it_was_counted(claims: Claims, text: str) -> None:
    found = claims(_HEAD + text)[_told(text)].place
    assert found is not None
    assert found.key == "ashby"
