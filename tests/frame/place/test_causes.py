"""Where a figure holds, ten short stories for each way in which that is told by more than a name beside it.

The last four of each ten were written after the rule.
"""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

#: What a story is about: its lead outweighs lists of parts, homes, neighbours and sides.
LEADS = [
    (
        "Crews wait\nCrews in Wealdshire lost hours.\nAt the Albright in Corby, 12 stayed.\n"
        "“I waited,” said Jo Lomax, of Corby.\nBeds for [60] are promised.",
        "60",
        "wealdshire",
    ),
    (
        "Vouchers lie idle\nFarmers in Kiruma County were sent vouchers.\nThe depot at Mutaro served 90,"
        " Kabuti 80 and Sarit 70.\nSome [600] bags are on the road.",
        "600",
        "kiruma county",
    ),
    (
        "Storm cuts power\nHomes across the region lost power.\nGusts hit the coast at Garron Point.\n"
        "Some [40] engineers came.",
        "40",
        "the region",
    ),
    ("Buses go missing\nOn the South Side [40] never came.\nRiders stood at [58] stops.", "58", None),
    (
        "Munster adds chargers\nIreland gained 312, of which 141 went to Munster, 118 to Leinster and 39 to"
        " Connacht.\nOnly [53] work.",
        "53",
        "ireland",
    ),
    (
        "Bus routes go\nNeighbouring Fenwick kept its routes. Riders are glad.\nThe firm has [88] drivers.",
        "88",
        None,
    ),
    (
        "Clinics stand empty\nNurses in Tollmarsh missed babies.\nDee Ash, 41, of Corby, rang Corby and Corby"
        " again.\nOf the posts, [38] are open.",
        "38",
        "tollmarsh",
    ),
    (
        "Creches lose places\nNurseries across the city have shut.\nOne at Marlow Park went in May.\n"
        "Parents want [300] places.",
        "300",
        "the city",
    ),
    (
        "Ponds fill up\nPonds in Ardale are full.\nThe pond at Hob held 12, Lund 15 and Skell 22.\n"
        "Wardens counted [410] newts.",
        "410",
        "ardale",
    ),
    (
        "Who still farms\nFarmers in Ekwendi are old.\nA teacher, Ann Bwalya, a cousin from Lundazi, said"
        " Lundazi is no better.\nOnly [19] are under 40.",
        "19",
        "ekwendi",
    ),
]
#: Bodies and sites whose name is that of a place.
BODIES = [
    ("It rained\nTyrmore council has refused [27] requests.", "27", "tyrmore"),
    ("It rained\nNHS Ardross has said [64] were missed.\nAsked, it said [9].", "9", "ardross"),
    ("It rained\nIn all, [1,150] students at Westmere University wait.", "1,150", "westmere university"),
    ("It rained\nAt Port Dover Polytechnic, [94] were housed.", "94", "port dover polytechnic"),
    (
        "It rained\nThe Lindale centre recorded 301 visits, Gate Street [288] and Tollbar 223.",
        "288",
        "gate street",
    ),
    (
        "It rained\nThe Lindale centre recorded 301 visits, Gate Street 288 and Tollbar [223].",
        "223",
        "tollbar",
    ),
    ("It rained\nMarlbeck library had [310] visitors on its last day.", "310", "marlbeck"),
    ("It rained\nARDMOYLE Council put out [61] tenants.\nIt served [214] notices.", "214", "ardmoyle"),
    ("It rained\nKirimo as a whole drew 785 litres.\nOf the homes in Kirimo, [12] save.", "12", "kirimo"),
    ("It rained\nParish council members had [12] letters.", "12", None),
]
#: Asides, totals and clauses that say where another place lies, or that leave the last one named.
TURNS = [
    (
        "Lorries wait in Ashby\nIn Cairnmore, on the Scottish side, the master counted [310] lorries.",
        "310",
        "cairnmore",
    ),
    ("Jobs in Ashby\nThat is better than Poverty Flat, where [31] are open.", "31", "poverty flat"),
    ("Bags in Ashby\nThe depot at Mutaro served 90, Kabuti 80, a total of [170].", "170", "ashby"),
    (
        "Votes in Ashby\nVoters in Pickering Township, Ohio, cast [3,412] votes.",
        "3,412",
        "pickering township",
    ),
    ("Nurses in Ashby\n“We lost [17] people to Corby alone,” she said.", "17", "ashby"),
    (
        "Beds in Ashby\nThe Lakeside campus had 720 on the list, Northgate 305 and the downtown site [125].",
        "125",
        "the downtown site",
    ),
    ("Storm in Ashby\nThe damage in Corby was put at £62. Nationally, [300] were hurt.", "300", "country"),
    (
        "Ferries at Ashby\nAt Hob Quay, just across the water, a clerk sold [44] tickets.",
        "44",
        "hob quay",
    ),
    ("Bins in Ashby\nIn Corby it cost £4. Nationwide, [12] were built.", "12", "country"),
    ("Wells in Ashby\nSkell had 12 wells, Lund 9 and the others [4].", "4", "ashby"),
]


@pytest.mark.parametrize(("text", "figure", "key"), [*LEADS, *BODIES, *TURNS])
def test_where_a_figure_holds(claims: Claims, text: str, figure: str, key: str | None) -> None:
    place = claims(text)[figure].place
    assert (place and place.key) == key
