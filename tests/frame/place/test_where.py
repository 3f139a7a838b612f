"""Where a figure holds: named in the clause, the paragraph, the headline, or by a phrase for it."""

from __future__ import annotations

import pytest

from extractor.frame.place import places_of
from extractor.model import Block, Document, Span
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from tests.frame.conftest import Claims

PLACED = [
    ("Harrow feels it\nHarrowby had [41] holes, more than any other parish.", "41", "harrowby"),
    ("Homes in Ashby close\nIn Ashby [12] shut. Old Mill recorded [9].", "9", "old mill"),
    ("Homes in Ashby close\nAshby had [12], Stoke Ferrars nine and Corley [2|count].", "2", "corley"),
    ("Homes in Ashby close\nPens at Carnish lost [3,100] fish.", "3,100", "carnish"),
    ("Clinics are missed\nSome [6,200] patients of NHS Strathorne stayed away.", "6,200", "strathorne"),
    ("Voters stay home\nIn Ward 6, [27%] voted.", "27%", "ward 6"),
    ("London up, Leeds down\nPrices of [9] rose in Leeds.\nOf the shares [171] rose.", "171", "london"),
    ("Homes in Ashby close\nAcross the gulf [9%] were shut.", "9%", "gulf"),
    ("Homes in Ashby close\nIn the hill parishes [9%] were shut.", "9%", "hill parishes"),
    ("Homes in Ashby close\nIn two parishes [9%] were shut.", "9%", "ashby"),
    ("Homes in Ashby close\nIt said [14] nurses had gone to Brisbane.", "14", "ashby"),
    ("Homes in Ashby close\nTollshire had [40].\nThe county has [9].", "9", "tollshire"),
    ("There were [330] episodes in England.", "330", "england"),
    ("In England as a whole, [6,400] children were missing.", "6,400", "england"),
    ("Ashby Council loses [12] homes\nThe borough has [40] homes left.", "40", "ashby"),
    ("Ashby Council loses homes\nIt has [40] homes left.", "40", "ashby"),
    (
        "Homes in Ashby close\nKirk Moor, the village where [12] closed, is angry. There, [9] were sold.",
        "9",
        "kirk moor",
    ),
    ("Homes in Ashby close\nAt Corby, [640] homes were shut.", "640", "corby"),
    ("Homes in Ashby close\nNationally, [27,000] homes in England were shut.", "27,000", "england"),
    (
        "Homes in Ashby close\nIn England, [27,000] closed.\nThe rate was [50 per cent].",
        "50 per cent",
        "england",
    ),
    ("Homes in Ashby close\nCorby General, opened in 1987, had [463] beds open.", "463", "corby general"),
    ("Homes in Ashby close\nThere were [12], below the average for England.", "12", "ashby"),
    ("More than [300] people in Ohio were hurt.", "300", "ohio, united states"),
    ("Ontario's schools have [40] nurses.", "40", "ontario"),
    ("About [12%] of Canadians drink it.", "12%", "canada"),
    ("Across the UK, [12%] agree.", "12%", "united kingdom"),
    ("Homes in Ashby close\nOff South Africa, [22] sharks were seen.", "22", "south africa"),
    ("Homes in Ashby close\nOverseas, [40] homes were sold.", "40", "overseas"),
    ("Homes in Ashby close\nNationally, [12%] close, but in the borough it is [31%].", "31%", "ashby"),
    ("Some [40] Afghan soldiers fled.", "40", "afghanistan"),
    ("GRANBY MOOR, Minn. (AP) — Crews logged [31,280] hours.", "31,280", "granby moor"),
    (
        "Homes in Ashby close\nBy the end of January Corrie had [40] homes. In Corrie it snowed.",
        "40",
        "corrie",
    ),
    ("Homes in Ashby close\nSommerau, the lowest of the three valleys, has [9] baths.", "9", "sommerau"),
    ("Lac-aux-Ormes spends a lot\nIt has [9] bins. Trucks in Lac-aux-Ormes are old.", "9", "lac-aux-ormes"),
    (
        "Why Kirimu's fridge is dry\nKirimu County Referral Hospital is old.\nSome [6] shelves are empty.",
        "6",
        "kirimu",
    ),
    ("Homes in Ashby close\nThe heaviest blow is in Corby. It will lose [180] homes.", "180", "corby"),
    ("Homes in Ashby close\nIn Corby, [18] shut. We asked twice. Three of those [9] were old.", "9", "corby"),
    ("Homes in Ashby close\nIn Corby it rained.\nOf the new ones [30] will go to Corby.", "30", "corby"),
    ("Tests in Ashby fail\nIn the county [14] are short. It has taken on [7].", "7", "the county"),
]


@pytest.mark.parametrize(("text", "figure", "key"), PLACED)
def test_where_a_figure_holds(claims: Claims, text: str, figure: str, key: str) -> None:
    place = claims(text)[figure].place
    assert place is not None
    assert place.key == key


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Profits rose [12%] to £40m.", "12%"),
        ("Ann Lee has [12] cats.", "12"),
        ("The Boston Globe sold [12] copies.", "12"),
        ("Some [12%] of pupils pass in English, maths and science.", "12%"),
        ("Secondary schools have [12] heads.", "12"),
        ("She studied at the University of Kent for [12] terms.", "12"),
        ("President Barack Obama's National Economic Council lost [12] staff.", "12"),
        ("President Obama's approval is [48%].", "48%"),
        ("Senators Signal Breakthrough in Gun Debate\nThe Gun Debate's end needs [60] votes.", "60"),
        ("Openings for Ann Marsh\nAnn Marsh's lead is [14%]. Marsh is pleased.", "14%"),
        ("In the Great Recession, [40] mills closed.", "40"),
    ],
)
def test_where_nothing_tells_a_place(claims: Claims, text: str, figure: str) -> None:
    assert claims(text)[figure].place is None


@pytest.mark.parametrize(
    ("text", "figure", "found"),
    [
        ("There were [330] episodes in England.", "330", "sentence"),
        ("Homes in Ashby close\nCorby General is old. It had [463] beds.", "463", "paragraph"),
        ("Homes in Ashby close\nIt has [40] homes left.", "40", "headline"),
    ],
)
def test_how_it_was_found(claims: Claims, text: str, figure: str, found: str) -> None:
    place = claims(text)[figure].place
    assert place is not None
    assert place.found == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "IN THE",
        "In In In",
        "ASHBY — [",
        "X’s’s’s",
        "St. St. St.",
        "Lake Lake, where where",
        "\n\n\n",
    ],
)
def test_no_text_breaks_it(text: str) -> None:
    places_of(Document("d", text, (Block("headline", Span(0, len(text))),)))


#: Texts as the news has them, and the place of each printed figure.
IN_THE_NEWS = [
    (
        "Crime fell in Brantwick last year.\n\nThe force recorded 412 thefts, compared with 512 in Leeds.",
        {"412": "Brantwick", "512": "Leeds"},
    ),
    (
        "Brantwick council cuts bins.\n\nIt will empty 4,000 bins. Neighbouring Tollshire empties 9,000.",
        {"4,000": "Brantwick", "9,000": "Tollshire"},
    ),
    (
        (
            "Hospitals in Ambleforth County are full.\n\nStatewide, 1,200 beds were taken. "
            "In the county, 61 were."
        ),
        {"61": "the county"},
    ),
    (
        "OAKVALE, Ga. – Voters in Oakvale turned out.\n\nSome 4,200 voted. Statewide, 1.2 million did.",
        {"4,200": "Oakvale", "1.2 million": "Statewide"},
    ),
    (
        (
            "Maple Creek schools get cash.\n\nMaple Creek High School will get 12 teachers "
            "and Oak Hollow Elementary six."
        ),
        {"12": "Maple Creek High School"},
    ),
    ("The Corvale-based firm employs 340 people.", {"340": "Corvale"}),
    ("Ministers in Norrland said 14 plants would shut.", {"14": "Norrland"}),
    (
        "Leeds had 12 cases, Wetherdale nine and Corby four.",
        {"12": "Leeds", "nine": "Wetherdale", "four": "Corby"},
    ),
    ("In Kenya 14 died; in neighbouring Tanzania nine did.", {"14": "Kenya", "nine": "Tanzania"}),
    ("Nationwide, 14,000 people took part, 310 of them in Cardiff.", {"310": "Cardiff"}),
    (
        "Dublin rents rose. The average in Cork is €1,400, against €2,100 in Dublin.",
        {"€1,400": "Cork", "€2,100": "Dublin"},
    ),
    ("Canadians eat 12 kilos of cheese a year; Germans eat 24.", {"12 kilos": "Canadians", "24": "Germans"}),
    ("Across Tipperary 41 wells are dry.", {"41": "Tipperary"}),
    ("Tipperary's 41 wells are dry.", {"41": "Tipperary"}),
    ("The library at Ohara had 21,400 visits.", {"21,400": "Ohara"}),
    ("Wards at Fenwick General Hospital held 412 patients.", {"412": "Fenwick General Hospital"}),
    ("A total of 61 homes were flooded in the village of Little Corham.", {"61": "Little Corham"}),
    ("Police in Nashik arrested 14 men from Pune.", {"14": "Nashik"}),
    (
        "Ohio has 12 such plants, Michigan seven and Indiana four.",
        {"12": "Ohio", "seven": "Michigan", "four": "Indiana"},
    ),
    ("In Solan district, 74 villages have no water.", {"74": "Solan"}),
    ("The Shetland Islands Council runs 22 schools.", {"22": "Shetland Islands"}),
    (
        "Fines in Glasgow doubled to 4,100. In Edinburgh they fell to 1,200.",
        {"4,100": "Glasgow", "1,200": "Edinburgh"},
    ),
    ("About 300 marched in Belfast and 1,200 in Derry.", {"300": "Belfast", "1,200": "Derry"}),
    ("The city of Brant lost 4,000 residents.", {"4,000": "Brant"}),
    ("Residents of Brant Heights made 41 complaints.", {"41": "Brant Heights"}),
    ("Some 2,300 trees fell on the Isle of Arran.", {"2,300": "Arran"}),
    ("Sydney-based Coral Bank has 4,100 staff.", {"4,100": "Sydney"}),
    ("The county court at Wexcombe heard 41 cases.", {"41": "Wexcombe"}),
    ("At Heathcote prison 61 men share cells.", {"61": "Heathcote"}),
    ("Heathcote Prison holds 610 men.", {"610": "Heathcote Prison"}),
    ("Norland farms fewer frogs. Worldwide, 41,000 farms do.", {"41,000": "Worldwide"}),
    ("Data from the Department of Transport show 41 crashes.", {"41": None}),
    ("Secondary schools lost 41 teachers. Most secondary teachers stay.", {"41": None}),
    (
        "Carrow's towers age.\n\nCarrow's firefighters came 640 times, the Carrow Tenants' League says.",
        {"640": "Carrow"},
    ),
    ("In Heron House, where lifts fail, 93 tenants want out.", {"93": "Heron House"}),
    ("Sarvel port is full.\n\nCargo through Sarvel told of 41 crops.", {"41": "Sarvel"}),
    ("Save it: Ruakor asked to go easy.\n\nThe Ruakor town supply holds 41 days.", {"41 days": "Ruakor"}),
    (
        "Milk fell.\n\nRoute | Members\nGatunda | 412\nAll | 985\n\nGatunda has 46 per cent of the milk.",
        {"412": "Gatunda", "46 per cent": "Gatunda"},
    ),
    ("Milk fell.\n\nBreed | Farms\nGatunda | 412\n\nGatunda milk is fat.", {"412": None}),
    ("Leeds Crown Court sat on 204 days.", {"204 days": "Leeds"}),
    ("The Oakworth Museum drew 48,200 visitors.", {"48,200": "Oakworth"}),
    (
        "Rates in Prague fell.\n\nIn the European Union it was 6.0%. Nationally, it was 3.4%.",
        {"6.0%": "European Union", "3.4%": "Nationally"},
    ),
    (
        "Port Ellor climbs.\n\nAcross the strait, Dunmarra took in 188 tonnes. There, 14 ships left.",
        {"188 tonnes": "Dunmarra", "14": "Dunmarra"},
    ),
    ("Homes in Ashby close.\n\nMarunda banned scrap in 2021, and theft there fell 61%.", {"61%": "Marunda"}),
    ("Tenants paid up.\n\nSmithers went to Leeds and died there with 14 others.", {"14": "Leeds"}),
    (
        "The target is 170. Four suburbs met it. The thriftiest, Gundal, managed 149 litres.",
        {"149 litres": "Gundal"},
    ),
    ("Five boys met it. The tallest, Gundal, scored 149.", {"149": None}),
    ("They saved all but 37 of the 412 buildings in the Narrows.", {"412": "Narrows"}),
    ("In the Alps as a whole one resort in ten has shut.", {"one resort in ten": "Alps"}),
    (
        "Homes in Ashby close.\n\nElsewhere in the province 14 bridges are down.",
        {"14": "Elsewhere in the province"},
    ),
    (
        "Maize falls.\n\nNAIROBI – Kenya expects 38 million bags. Pests are in 29 counties.",
        {"38 million": "Kenya", "29": "Kenya"},
    ),
    ("In the Hartwen area, 41 shops shut.", {"41": "Hartwen"}),
    ("The mood in downtown Hartwen is grim: 41 shops shut.", {"41": "Hartwen"}),
    ("The firm's plants at Hartwen employ 341.", {"341": "Hartwen"}),
    ("The Hartwen plant employs 341.", {"341": None}),
    ("Rail cuts.\n\nNAIROBI – The railway will cut 460 jobs.", {"460": "NAIROBI"}),
    (
        "Fridge dry in Ashby.\n\nIn May a girl fell ill in Corben. “I called 27 people,” a nurse says.",
        {"27": "Corben"},
    ),
    ("Fridge dry in Ashby.\n\nIn May a girl fell ill in Corben. The fridge held 27 bags.", {"27": "Ashby"}),
]


@pytest.mark.parametrize(("text", "places"), IN_THE_NEWS, ids=[c[0][:60] for c in IN_THE_NEWS])
def test_where_a_figure_in_the_news_holds(text: str, places: dict[str, str | None]) -> None:
    claims = {c.figure.text: c for c in review_documents([document_from_text(text, id="d")]).claims}
    for printed, place in places.items():
        found = next(c.place for figure, c in claims.items() if figure.endswith(printed))
        assert (found.text if found is not None else None) == place
