"""What a story is about where no name in it is told to be a place: the town of its bodies' names."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

#: Stories whose town only its bodies, its things and its headline name.
NAMED = [
    ("Corran Ferries to cut staff\nFerry operator Corran Line will shed [40] jobs.", "40", "corran"),
    (
        "Tollins leaves repairs undone\nTOLLINS Homes has [4,032] repairs to do, the ombudsman says.",
        "4,032",
        "tollins",
    ),
    (
        "Trust hands out notices\nDrivers got [840] notices at the three sites of Darrick Hospitals.",
        "840",
        "darrick",
    ),
    (
        "They had to be fetched\nOf all rescues in the Gravnik mountains [57] were for walkers.",
        "57",
        "gravnik",
    ),
    (
        "Dams well up as Klipvaal keeps curbs\nSix dams that supply Klipvaal hold [412] units.",
        "412",
        "klipvaal",
    ),
    ("Trains run on time\nMARRADEEN'S trains were on time [92] times.", "92", "marradeen"),
    (
        "Where Tarrick swims\nPools here had [920] visits. Holders of a Tarrick card pay half.",
        "920",
        "tarrick",
    ),
    ("A vote looms\nThe families of Drumlevin will choose among [12] names.", "12", "drumlevin"),
    ("Report to members\nNyakari Tea Growers' Co-operative took in [400] loads.", "400", "nyakari"),
    ("Bus fares rise\nVarrow Buses carried [40] riders a trip.", "40", "varrow"),
    (
        "Van charge: how Lowrick voted\nOf those asked, [430] were against. Lowrick has asked again.",
        "430",
        "lowrick",
    ),
    ("Fire slows\nThe fire had burned [186] acres, the Pellick fire centre said.", "186", "pellick"),
]
#: The same words with a firm, a person, a researcher, an English word or nothing.
NOTHING = [
    ("Kestrey lifts profit\nKestrey Group made [£40m]. Shares in Kestrey rose.", "£40m"),
    ("How Dunn won\nAnn Dunn had [40] votes. Dunn thanked them.", "40"),
    ("Nurses sleep little\nA team at Kestrey University fitted [40] nurses with clocks.", "40"),
    ("What voters think\nSome [40] were asked.", "40"),
    ("As Friday nears\nSome [40] have signed.", "40"),
    ("Trains run on time\nThe Great Ferries fleet has [40] boats.", "40"),
    ("Tests fail\nTESTS failed in [40] cases.", "40"),
    ("Why Kestrey sold\nRetailer Kestrey shut [40] shops. Kestrey will shut more.", "40"),
    ("Shares in Kestrey fall\nKestrey lost [40] jobs.", "40"),
    ("The price of Kestrey\nShares in Kestrey Corp fell [40] cents.", "40"),
    ("What Morrow said\nMr Morrow told [40] people. Morrow is gone.", "40"),
    ("When Morrow left\nActor Morrow made [40] films. Morrow is gone.", "40"),
    ("A vote looms\nThe people of God have [40] books.", "40"),
    ("Water runs low\nClean Water costs [40] cents.", "40"),
    ("Fire slows\nThe fire burned [186] acres.", "186"),
    ("Sales dip\nThe winter market took [£40].", "£40"),
    ("How to save\nPut by [£40] a week.", "£40"),
    ("For Christmas\nShops sold [40] trees.", "40"),
    ("It serves all\nThe line serves [40] farms.", "40"),
    ("After Mary Tollins\nMary Tollins had [40] cats. Tollins is dead.", "40"),
]


@pytest.mark.parametrize(("text", "figure", "place"), NAMED)
def test_a_story_is_about_the_town_its_bodies_are_called_after(
    claims: Claims, text: str, figure: str, place: str
) -> None:
    found = claims(text)[figure].place
    assert found is not None
    assert found.key == place


@pytest.mark.parametrize(("text", "figure"), NOTHING)
def test_a_story_of_a_firm_or_a_person_names_no_place(claims: Claims, text: str, figure: str) -> None:
    assert claims(text)[figure].place is None
