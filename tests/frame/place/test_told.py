"""Places told by where they lie, by who speaks of them and by what the sentence before named.

Ten short stories for each of three causes; the last four of each were written after the rule.
"""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

#: Names that no word beside them makes places: where they lie, what runs to them, what is done at them.
LIES = [
    ("Seats in Ashby\nHobwick, across the river, has [19] names for eight seats.", "19", "hobwick"),
    (
        "Seals in Ashby\nOn Outer Lamb, 11 miles to the west, it was [18] of 90.",
        "18",
        "outer lamb",
    ),
    (
        "Lorries weighed\nOfficers weighed [540] lorries on the line between Arkholm and Lundmoor in May.",
        "540",
        "between arkholm and lundmoor",
    ),
    ("Boats in Ashby\nFreight to Port Sarn came down to [£280].", "£280", "port sarn"),
    ("Games in Ashby\nSchools in Merton, Sedge and Marsh counties moved [23] games.", "23", "marsh"),
    ("Desks in Ashby\nThe ticket counter at Tollcross turned away [231] people.", "231", "tollcross"),
    ("Crashes in Ashby\nPolice went to [64] crashes on the N14 in May.", "64", "n14"),
    ("Trains in Ashby\nLast week at Lund Siding I counted [140] who were left.", "140", "lund siding"),
    (
        "Lights in Ashby\nOn Fernhill Street, that is no help. [Three] of the lamps are dark.",
        "Three",
        "fernhill street",
    ),
    ("Mines in Ashby\nWages of [£4m] were owed in Purvan State by May.", "£4m", "purvan state"),
]
#: Kinds of land behind a name, a lone name behind "at", and places that only a phrase tells.
LANDS = [
    (
        "Pines cleared in Otara\nOf 38 refusals [27] were in the Wairoa basin, says the Wairoa Trust.",
        "27",
        "wairoa",
    ),
    ("Carers busy\nCarers in the Tarra shire took [1,946] calls, says the Tarra Times.", "1,946", "tarra"),
    (
        "Carers busy\nCarers in the Tarra shire took 1,946 calls.\nIt has [22] carers for the whole shire.",
        "22",
        "tarra",
    ),
    (
        "Pines cleared in Otara\nIt began in the Wairoa basin.\nOf 62 sites in the basin [44] were left.",
        "44",
        "wairoa",
    ),
    ("Gates in Ashby\nThe Jarra crossing accounted for [31] of the crashes.", "31", "jarra"),
    ("Silk in Ashby\nSome [3,800] families are from Maralur taluk alone.", "3,800", "maralur"),
    ("Grain in Ashby\nWheat at Kwinamb closed at [$348] a tonne.", "$348", "kwinamb"),
    ("Grain in Ashby\nTrucks had stood at Jarra for [47 minutes|duration].", "47 minutes", "jarra"),
    ("Pay in Ashby\nAn economist at Nomara expects [4 per cent].", "4 per cent", "ashby"),
    ("Pay in Ashby\nJobs at Fordham Steel fell by [400].", "400", "ashby"),
    ("Gates in Ashby\nOf the crossings outside the city [612] have lights.", "612", "outside the city"),
    ("Debts in Ashby\nIn the rest of the region it is [£2m].", "£2m", "the rest of the region"),
    ("Debts in Ashby\nSouth of the border the courts wrote off [£11m].", "£11m", "south of the border"),
    (
        "Roads in Ashby\nIt had [408] calls between Gerrin and Moss Head.",
        "408",
        "between gerrin and moss head",
    ),
    ("Roads in Ashby\nIt had [408] calls between January and June.", "408", "ashby"),
]
#: People who speak of where they live or whom they serve.
WITNESSES = [
    (
        "Cane in Ashby\n“We cut [64] loads,” said Hob Marr, who grows cane near Thana Wells.",
        "64",
        "thana wells",
    ),
    (
        "Rows in Ashby\n“He was [11],” said Dee Lomax, 44, of Clay Corner, who quit in May.",
        "11",
        "clay corner",
    ),
    (
        "Meals in Ashby\n“We sent back [84] trays,” said principal Ann Oduya of Titley Point School.",
        "84",
        "titley point school",
    ),
    (
        "Books in Ashby\n“One man filed [63] forms,” Pell City Superintendent Renee Orr said.",
        "63",
        "pell city",
    ),
    (
        "Books in Ashby\nA pile of forms, Pell City Superintendent Renee Orr said.\n"
        "Orr said her board kept [38] titles.",
        "38",
        "pell city",
    ),
    (
        "Stalls in Ashby\nRosa Idrissen, 68, is not so sure. She gave up her stall in Pungdale Rise.\n"
        "“I pay [£450] rent,” she said.",
        "£450",
        "pungdale rise",
    ),
    (
        "Planes in Ashby\n“They gave us [12] vouchers,” said Carla Orr, of Arden, Texas.",
        "12",
        "ashby",
    ),
    (
        "Scans in Ashby\n“I rang [nine] times,” Jo Rennick said from her flat in Yokedale.",
        "nine",
        "ashby",
    ),
    (
        "Pumps in Ashby\n“It ran dry [40] days,” said Ifeoma Nnadi, 52, a farmer in Ohia Creek.\n"
        "“We carried [six] cans a day.”",
        "six",
        "ohia creek",
    ),
    (
        "Buses in Ashby\n“I waited [80] minutes,” said Tom Marr, who works nights in Seld Vale.",
        "80",
        "seld vale",
    ),
]
#: Sentences that go on about the place of the one before, and words for a whole country.
SCOPES = [
    (
        "Seats in Ashby\nIt is worst in the county of Gwynmoor, where 102 are up. Last time it was [231].",
        "231",
        "gwynmoor",
    ),
    (
        "Desks in Ashby\nForms are handled in Liverpool, which had 900. By the holiday it was down to [560].",
        "560",
        "liverpool",
    ),
    (
        "Stalls in Ashby\nCooks at the complex in Johor Bay pay £40. Just [two] of its 150 lots are empty.",
        "two",
        "johor bay",
    ),
    (
        "Oil in Ashby\nIndia sold 2.1m, of which 1.4m went to Asia. The same month last year it was [1.8m].",
        "1.8m",
        "india",
    ),
    (
        "Forms in Ashby\nNationally, she said, 98 per cent were. Her rival said: “So [84,000] were not.”",
        "84,000",
        "country",
    ),
    ("Kits in Ashby\nThe state crime lab tested [2,940] kits.", "2,940", "the state"),
    (
        "Roads in Ashby\n“Our trucks stood in Torkhill for 19 days. I brought [11] home,” he said.",
        "11",
        "torkhill",
    ),
    ("Cane in Ashby\nIn the eastern districts [41] of 52 mills have paid.", "41", "eastern districts"),
    ("Wool in Ashby\nThe board now tips a national clip of [1.2m] bales.", "1.2m", "country"),
    ("Fish thrive in Loch Sannoch\nDivers laid 40 nets.\nThe work cost [£680].", "£680", "loch sannoch"),
]


@pytest.mark.parametrize(("text", "figure", "key"), [*LIES, *LANDS, *WITNESSES, *SCOPES])
def test_where_a_figure_is_told_to_hold(claims: Claims, text: str, figure: str, key: str | None) -> None:
    place = claims(text)[figure].place
    assert (place and place.key) == key


def test_a_council_is_printed_by_the_name_of_its_place(claims: Claims) -> None:
    told = "Homes in Ashby\nIn Ashby 40 homes were let. The council said [12] were not."
    place = claims(told)["12"].place
    assert place is not None
    assert (place.text, place.key) == ("Ashby", "ashby")
