"""What a table may question: what lies near a cell or is a mix-up of cells, and is told of it."""

from __future__ import annotations

import pytest

from tests.reference.told import found

WORK = """Labour force by province
Persons in thousands unless otherwise noted

Province,Employed,,Unemployed,,Unemployment rate (%),
,Sept. 2023,Sept. 2024,Sept. 2023,Sept. 2024,Sept. 2023,Sept. 2024
"Total, three provinces","2,416.1","2,473.7",277.0,326.8,10.3,11.7
Marlin,846.4,858.2,102.3,139.9,10.8,14.0
Corby,790.5,801.1,91.6,96.3,10.4,10.7
Denholm,779.2,814.4,83.1,90.6,9.6,10.0
"""
FLATS = """Flats completed by town
2023 and 2024

Town,3-room,4-room,All flats 2023,All flats 2024
West Region,1200,2028,3650,4378
Ashcombe,310,640,1530,1404
Telham,410,700,1220,1574
Bray Hill,480,688,900,1400
East Region,990,1830,3310,3215
Corran,350,610,1140,1090
Dunmore,640,1220,2170,2125
Total,2190,3858,6960,7593
"""
RUNNERS = """Registered athletes by county, 2024

County,Athletes: total,Women as % of total,Licensed coaches,All-weather tracks
Uasin,4182,38.1,61,3
Kaptar,4173,36.9,55,2
Elgey,3185,35.0,47,1
Siay,612,41.3,9,0
Nandi,2216,39.5,30,2
National total,14368,37.4,202,8
"""
HARVEST = """Wheat by division and district

District,Area (thousand hectares) 2023,Yield (kg per hectare) 2022,Yield (kg per hectare) 2023,\
Irrigated area as % of area sown 2023
Sahar,119.1,4135,4050,98.5
Shamli,58.2,4303,4084,92.8
Gangot,52.1,4102,3718,95.3
Upper Vale Division,229.4,4046,3913,93.2
Bareil,147.2,3605,3573,98.5
Sambal,111.8,3643,2284,87.6
Lower Vale Division,259.0,3622,3220,93.0
State total,488.4,3800,3560,93.1
"""
WAITS = """Emergency departments, 2024

Hospital,Presentations,Left without treatment: Number,Left without treatment: % of presentations,\
Median wait (minutes)
All hospitals,62100,2990,4.8,31
St Brigid's,17378,540,3.1,29
Kiama,9410,310,3.3,39
Maitland,20112,1430,7.1,19
Orana,15200,710,4.7,33
"""
RIGHT = [
    # A title may say in what all cells are.
    (WORK, "Across the three provinces 2.47 million people were employed in September 2024."),
    (WORK, "In Denholm the unemployed numbered 90,600 in September, 7,500 more than a year before."),
    # What is told of another row, or of those who live there.
    (WORK, "Roughly three in every four of the newly unemployed are in Marlin."),
    (HARVEST, "Sambal, the weakest district, gets 2,284 kg, or 56 per cent of the Shamli figure."),
    (RUNNERS, "Uasin tops the list. Its 4,182 athletes put it ahead of Kaptar by a mere nine."),
    (RUNNERS, "Siay has 612 athletes, about 15 per cent of Uasin's total."),
    # What the table does not hold.
    (FLATS, "The board offered 7,137 new flats for booking in the year, with median waits of 3.2 years."),
    (FLATS, "The West Region was the biggest contributor with 4,378 units."),
    (FLATS, "On the resale market Ashcombe remained the dearest address for a four-room flat."),
    (FLATS, "Four-room flats in Telham are the cheapest, at $477,000."),
    (RUNNERS, "Those three supply more than two-thirds of the nation's runners."),
    (WAITS, "Presentations at Kiama are expected to pass 11,200 next year, its director said."),
    # Ranks of changes, of what was told before, and of the larger areas.
    (WORK, "Marlin's unemployment rate jumped 3.2 points, the most anywhere, and Denholm's 0.4."),
    (
        WAITS,
        "Maitland lost the largest share of its patients, 7.1 per cent. St Brigid's had the lowest, with "
        "540 walking out of 17,378.",
    ),
    (RUNNERS, "Elgey also has the lowest share of women, 35.0 per cent, and Siay's is the highest."),
    (HARVEST, "The best yields in 2023 are still found in Upper Vale."),
    (HARVEST, "Lower Vale had the lowest yield in 2023."),
    (RUNNERS, "Elgey has the fewest athletes of the counties with a stadium."),
    (WORK, "Corby lost the most employed people in September 2024."),
    (WORK, "Denholm, behind Marlin, has gained the most employed people since 2023."),
    (RUNNERS, "Nandi has the most athletes outside the highlands."),
    (WAITS, "Kiama has the shortest median wait of the coastal hospitals."),
    (WAITS, "Patients wait longest at Kiama: 39 minutes, eight more than across all hospitals."),
]
WRONG = [
    (WORK, "In Marlin the number employed was 885,200 in September 2024.", "885,200"),
    (FLATS, "Telham completed 1,547 flats in 2024.", "1,547"),
    (RUNNERS, "Kaptar has 4,713 athletes.", "4,713"),
    (RUNNERS, "Elgey has 45 licensed coaches and one track.", "45"),
    (RUNNERS, "Siay has 612 athletes, of whom 58.7 per cent are women.", "58.7 per cent"),
    (WAITS, "Kiama saw 9,410 presentations, and 13,010 were seen at Orana.", "13,010"),
    (WAITS, "Maitland had the lowest share of presentations left without treatment.", "the lowest"),
    (RUNNERS, "Nandi has the most athletes in the country.", "the most"),
    (WAITS, "Kiama has the shortest median wait of any hospital.", "the shortest"),
    (HARVEST, "Yield in Shamli rose by 219 kg to 4,084 kg per hectare in 2023.", "219 kg"),
]


def questioned(table: str, text: str) -> set[str]:
    """What the table questions."""
    return {f.relation.cue.text for f in found(text, table) if f.verdict == "mismatch"}


@pytest.mark.parametrize(("table", "text"), RIGHT)
def test_what_words_tie_loosely_is_not_questioned(table: str, text: str) -> None:
    assert questioned(table, text) == set()


@pytest.mark.parametrize(("table", "text", "wrong"), WRONG)
def test_a_slip_that_words_tie_is(table: str, text: str, wrong: str) -> None:
    assert questioned(table, text) == {wrong}
