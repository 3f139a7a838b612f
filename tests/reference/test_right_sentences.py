"""Sentences in which all is right, full of figures that a table holds beside the one that they tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text
from tests.reference.published import DEATHS, HOMES, PUPILS, ROADS

CARE = """Table 3: Children missing from care and return interviews by authority
"Year ending 31 March 2024, with 2023. Numbers rounded to the nearest 5. c = fewer than 5"

Region,Authority,Children missing,,Missing incidents,,Interviews offered (%),,Interviews accepted (%\
),,Placed out of area,
,,2023,2024,2023,2024,2023,2024,2023,2024,2023,2024
England,All authorities,11890,12350,80190,84310,81,83,62,64,4310,4480
Fenland,Total,1240,1305,8410,9225,78,80,58,61,480,505
Fenland,Aldreth,210,235,1410,1720,74,71,55,49,90,105
Fenland,Benwick and Holme,330,320,2380,2290,85,88,66,70,120,115
Fenland,Saint Ives Vale,700,750,4620,5215,76,80,56,61,270,285
Moorland,Total,980,955,6230,5980,84,86,60,63,330,340
Moorland,Cawton,410,395,2790,2605,82,85,57,62,140,150
Moorland,Dunsley,570,560,3440,3375,86,87,62,64,190,190
"""
WASTE = """Local authority collected waste, 2022/23 and 2023/24
,Household waste (tonnes),,Sent for recycling (tonnes),,Recycling rate (%),,of which: food and garde\
n (tonnes),Residual waste per household (kg),,Fly-tipping incidents,,Cost of clearing (£000),
Authority,2022/23,2023/24,2022/23,2023/24,2022/23,2023/24,2023/24,2022/23,2023/24,2022/23,2023/24,20\
22/23,2023/24
ENGLAND,22103410,22411890,9657180,9861230,43.7,44.0,3901200,502.1,498.6,1082670,1150240,58200,63410
North region,4410220,4480310,1786140,1832450,40.5,40.9,640110,530.2,526.4,240110,255300,12100,13220
Ashdale,81240,83110,33390,32910,41.1,39.6,11200,548.0,561.3,2310,3105,118,164
Brockford,64110,63900,30450,31310,47.5,49.0,12410,455.1,447.2,1204,1180,66,61
Carlow Moor,102330,104900,36330,37340,35.5,35.6,9800,601.2,598.8,6120,6405,301,322
South region,5120440,5201130,2406610,2470540,47.0,47.5,1101230,470.3,466.1,198230,210450,9900,10870
Denmouth,91220,90870,46340,47250,50.8,52.0,18320,431.2,420.5,3310,2987,171,149
Eastwold,58110,59240,24990,24880,43.0,42.0,8120,500.4,509.9,1911,2244,97,120
"""
RIGHT = [
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Aldreth recorded 1,720 incidents last year, 22 per cent up, though only 235 children "
        "were behind them, a rise of 12 per cent. Of those, 105 had been placed outside the area,"
        " against 90.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Seven in ten of Aldreth's children were offered an interview after they came back; fewer"
        " than half took it up. Three years ago, the council says, it was nine in ten. Its target"
        " is 95 per cent by 2026.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Across the region 80 per cent were offered one. Dunsley did best, at 87, and Aldreth "
        "worst, 12 points behind England.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "In Benwick & Holme it happened 2,290 times, 90 fewer than the year before, and 320 "
        "children were involved, down ten. Nobody in Cawton would say how many of its 395 had "
        "been hurt, but 62 per cent agreed to talk, up from 57.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "A charity that works with runaways puts the true number at 400 in Aldreth alone. Police "
        "took 2,100 calls about children there, and found 1,900 of them within a day.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Fenland's 9,225 incidents are a tenth more than in 2023. In Saint Ives Vale, where more "
        "than half of them took place, 750 children went missing and 285 of those were living out"
        " of the area. That is 38 per cent.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "In Moorland fewer children went missing than a year before, 955 against 980, and the "
        "number of incidents came down to 5,980. Both its authorities saw falls. Cawton's was the"
        " larger, 185.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Every two hours somebody in Fenland reports a child missing. Most come back within 24. "
        "Aldreth has 61 homes and 14 social workers on nights.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Last year 12,350 children went missing from care in England, 4 per cent more, and "
        "between them 84,310 times. Saint Ives Vale accounts for 6 per cent of both. Its rate of "
        "offers, 80 per cent, is below the highest in the country, 88 in Benwick and Holme.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "In 2023 there were 210. Now there are 235, and 120 of them are girls. Of the 1,720 "
        "incidents one in three lasted a night.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "“I ran off 40 times in 2022,” said Kay, 17, who lives in Dunsley. She is one of 560 "
        "children there to have gone missing, ten fewer than the year before.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "The share of children who were offered an interview fell in just one authority, Aldreth,"
        " by three points. It rose by four in Saint Ives Vale and by two in the region as a "
        "whole.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Aldreth's 235 children and Cawton's 395 together are fewer than the 750 of Saint Ives "
        "Vale. Cawton has 150 placed outside its area, ten more than before.",
    ),
    (
        CARE,
        "Aldreth's missing children rarely asked why\n\n"
        "Not one in three was asked, campaigners claim. By the official count 71 per cent were, "
        "and 29 per cent were not. Of those asked 49 per cent said yes.",
    ),
    (
        CARE,
        "More children missing in Fenland\n\n"
        "The number of children who went missing in Fenland rose by 5 per cent last year, to "
        "1,305. Nearly one in five was from Aldreth. There the incidents jumped to 1,720, the "
        "biggest increase in the region, 310, but St Ives Vale's was larger in number, 595.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Rubbish was dumped 3,105 times in Ashdale last year, a third more than before, and it "
        "cost £164,000 to clear, 39 per cent up. Ashdale recycles 39.6 per cent of its waste, 1.5"
        " points less.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Denmouth is the best recycler of the lot, on 52 per cent, followed by Brockford with 49."
        " Ashdale, once ahead of the region, is now below it, and Carlow Moor is last, at 35.6.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Each household in Ashdale put out 561 kilos of rubbish that could not be recycled, 13 "
        "more. In Denmouth it was 420.5, the lowest. The average household in England has 2.4 "
        "members.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Of the 32,910 tonnes that Ashdale recycled, 11,200 were food and garden waste, or a "
        "third. Brockford's 12,410 is nearer two-fifths.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "It fined 212 people £400 each. A further 31 cases went to court, where the highest "
        "penalty was £5,000. The council has 14 wardens and 1,164 cameras.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "In the North incidents went up to 255,300, from 240,110; in the South there were "
        "210,450. England had more than a million, 6 per cent more, which cost £63.4m.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Collectors come every two weeks. The black bin holds 180 litres and the green one 240. "
        "Some 83,110 tonnes went through Ashdale's depots, 2 per cent more.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Eastwold's recycling fell too, by a point to 42 per cent, and fly-tipping rose by 333 to"
        " 2,244. That is 17 per cent. Clearing it up took £120,000, £23,000 more.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Brockford and Denmouth were the only ones where fly-tipping fell: 24 fewer in the first,"
        " 323 in the second, a drop of 10 per cent. In Brockford it was 2 per cent.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "A tonne of rubbish costs £130 to burn. Carlow Moor, with 104,900 tonnes, has the most, "
        "and its 6,405 fly-tips are more than twice Ashdale's.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Friends of the Earth says that 55 per cent could be recycled. In Denmouth it was 50.8 in"
        " 2022/23 and is now 52, level with Wales. The national rate is 44.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Ashdale's is one of three rates below the national one. Its residents, who pay £2,010 in"
        " council tax, threw away 83,110 tonnes of waste in all, and 60 per cent of it was burned"
        " or buried.",
    ),
    (
        WASTE,
        "Fly-tipping soars in Ashdale as recycling slips\n\n"
        "Under a deal signed in 2019 the firm is paid £6.2m a year. It must reach 50 per cent by "
        "2025; Denmouth has passed that and Brockford is a point short.",
    ),
    (
        HOMES,
        "Corran builders fall behind in the third quarter\n\n"
        "Builders in Corran finished 735 homes in the third quarter, 99 fewer than in the second "
        "and ten fewer than a year earlier. Some 576 were flats, 78 per cent.",
    ),
    (
        HOMES,
        "Corran builders fall behind in the third quarter\n\n"
        "Over nine months, though, Corran is ahead: 2,372 homes against 2,022, a rise of 17 per "
        "cent. The state as a whole is slightly down, at 19,846.",
    ),
    (
        HOMES,
        "Corran builders fall behind in the third quarter\n\n"
        "Dunmoy had 551, more than half as many again as in spring. It has delivered 1,428 this "
        "year, 327 more than by September 2024. Flats made up 141 of the summer's total.",
    ),
    (
        HOMES,
        "Corran builders fall behind in the third quarter\n\n"
        "The industry group says 33,000 are needed each year. In the three months to September "
        "7,183 were completed, 2,282 of them flats, and a further 9,000 were started.",
    ),
    (
        HOMES,
        "Corran builders fall behind in the third quarter\n\n"
        "One in three homes in the state was a flat; in Corran it was four in five and in Dunmoy "
        "one in four. A two-bed flat there costs €410,000, 6 per cent more than in 2024.",
    ),
    (
        ROADS,
        "Atlantis spends more on roads as debt bites\n\n"
        "Atlantis spent $8.4 billion last year, a rise of 17 percent, of which $3.1 billion went "
        "to lenders, or 37 cents of each dollar. Bellmont's debt cost it $2 billion, a fifth.",
    ),
    (
        ROADS,
        "Atlantis spends more on roads as debt bites\n\n"
        "Bellmont remains the bigger spender although its outlay dipped by 1.5 percent to $10.1 "
        "billion. For each of its 38,657 lane miles it paid $262,362, a third more than Atlantis.",
    ),
    (
        ROADS,
        "Atlantis spends more on roads as debt bites\n\n"
        "Together the two spent $18.5 billion, 6 percent more than in 2023. Washington chipped in"
        " $4.4 billion, half of it for bridges, and tolls raised $900 million in Atlantis.",
    ),
    (
        ROADS,
        "Atlantis spends more on roads as debt bites\n\n"
        "Debt took 28 percent of the money. It was $5.1 billion in all, most of it in Atlantis, "
        "where 1,200 miles are to be resurfaced at $2 million apiece.",
    ),
    (
        PUPILS,
        "Ashby's pupils slip in math\n\n"
        "In Ashby 43.8 percent of pupils passed English, up 1.9 points, but only 29.5 passed "
        "math, down from 33. Belport's 2,168 pupils did better: 62.7 and 53.1.",
    ),
    (
        PUPILS,
        "Ashby's pupils slip in math\n\n"
        "Fewer than a third of Ashby's 8,960 pupils are proficient in math. A year ago it was a "
        "third. Belport lost 1.9 points, to 53.1. The union wants classes of 22 and 60 more "
        "teachers.",
    ),
    (
        PUPILS,
        "Ashby's pupils slip in math\n\n"
        "Nearly two in three passed English in Belport, 5.7 points more than a year before; in "
        "Ashby fewer than half did. Some 230 pupils were absent and 41 were excused.",
    ),
    (
        DEATHS,
        "Northern roads grow deadlier\n\n"
        "On the roads of the Northern region 36 people died last year, three more than in 2023, "
        "among them 15 in Ashby and 12 in Corse. In Birk it was nine, two fewer.",
    ),
    (
        DEATHS,
        "Northern roads grow deadlier\n\n"
        "Across Norland 62 died, still nine below 2019, and casualties of every kind came to 880,"
        " two fewer. Dene had 205, as many as Ashby. Ashby's dead were one more than Dene's 14.",
    ),
    (
        DEATHS,
        "Northern roads grow deadlier\n\n"
        "Corse lost 12, up from nine. It had ten in 2019. Its police issued 1,130 speeding "
        "tickets, and 118 people were hurt. Cameras at 14 sites caught 90 drivers a day.",
    ),
    (
        DEATHS,
        "Northern roads grow deadlier\n\n"
        "In Elm nothing changed: 12 were killed, 180 hurt. In Dene deaths fell by one, to 14, "
        "while the number hurt rose by three to 191. Three in five of the region's hurt live "
        "there, the mayor said.",
    ),
]


@pytest.mark.parametrize(("table", "story"), RIGHT)
def test_nothing_right_is_questioned(tmp_path: Path, table: str, story: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    review = pipeline.review_documents([document_from_text(story, id="story")], references=[path])
    assert [f.explanation for f in review.findings if f.verdict == "mismatch" and f.cells] == []
