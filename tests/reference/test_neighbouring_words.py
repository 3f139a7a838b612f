"""Words beside a figure that make it another thing than the cell that they seem to name."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text

HOMES = """\
Empty homes by council
Counted in October of each year

Region,Council,Year,Empty homes,Long-term empty,Council-owned empty,Second homes,Long-term empty per 1000
North,Ambry,2023,1310,420,66,120,5.1
North,Ambry,2024,1420,455,61,131,5.6
North,Selhurst,2023,2110,610,208,88,6.6
North,Selhurst,2024,2050,702,230,97,7.4
North,Corrie,2023,905,300,31,402,4.1
North,Corrie,2024,930,288,35,417,3.9
South,Denby,2023,1770,530,140,210,5.9
South,Denby,2024,1815,561,133,226,6.2
South,Ellerby,2023,640,180,22,655,3.0
South,Ellerby,2024,655,171,20,690,2.8
All,North total,2023,4325,1330,305,610,5.4
All,North total,2024,4400,1445,326,645,5.8
All,South total,2023,2410,710,162,865,4.7
All,South total,2024,2470,732,153,916,4.9
All,England,2023,6735,2040,467,1475,5.1
All,England,2024,6870,2177,479,1561,5.4
"""
WOODS = """\
New planting of woodland by district (hectares)

District,Area planted (ha),,Conifers (ha),,Trees planted (thousands),
,2023,2024,2023,2024,2023,2024
Scotland,2810,2936,1222,1305,5901.0,6165.6
  Arrick,640,709,301,307,1344.0,1488.9
  Bressay,510,435,160,140,1071.0,913.5
  Corrie,655,612,220,234,1375.5,1285.2
  Dunloch,1005,1180,541,624,2110.5,2478.0
"""

TAXIS = """\
Taxis and private hire vehicles by licensing area
As at 1 April

Area,Licensed taxis,,Wheelchair accessible taxis,,Private hire vehicles,,Licensed vehicles per 1000 people,
,2024,2025,2024,2025,2024,2025,2024,2025
England,2310,2240,1105,1098,5120,5290,3.31,3.35
Penby,520,472,233,261,1140,1186,4.10,4.02
Varley,611,640,402,391,1310,1355,3.72,3.81
Westing,770,731,310,302,1650,1704,3.10,3.12
Yarrow,409,397,160,144,1020,1045,2.75,2.70
"""
LEAGUE = """\
Harbour League: final standings

Club,P,Home,,,,,Away,,,,,GD,Pts
,,W,D,L,F,A,W,D,L,F,A,,
Abbey Rovers,22,9,1,1,30,8,6,3,2,21,12,31,49
Milltown,22,7,3,1,24,11,5,3,3,18,17,14,42
Quayside,22,6,2,3,19,15,2,4,5,11,19,-4,30
Westport,22,3,3,5,12,20,1,2,8,9,26,-25,17
"""

LEARNERS = """\
Adult learners by college

Region,College,Learners,,Completed,,% completed,,Apprentices,
,,2023,2024,2023,2024,2023,2024,2023,2024
Coast,Aldmouth College,3345,3590,2773,2897,82.9,80.7,455,391
Coast,Brayford College,2105,1988,1756,1700,83.4,85.5,262,288
Coast,All Coast,5450,5578,4529,4597,83.1,82.4,717,679
Hills,Corran College,1522,1610,1306,1340,85.8,83.2,139,151
Hills,Dunnock College,2588,2490,1990,1975,76.9,79.3,301,277
Hills,All Hills,4110,4100,3296,3315,80.2,80.9,440,428
Scotland,All colleges,9560,9678,7825,7912,81.9,81.8,1157,1107
"""

RIGHT = [
    # An article is no number, and a share that goes on names its row.
    (LEARNERS, "At Aldmouth College 2,897 got a certificate, a completion rate of 80.7 per cent."),
    (LEARNERS, "On the Coast 82.4 per cent completed in 2024.\n\nIn the Hills it was 80.9 per cent."),
    (
        LEARNERS,
        "On the Coast 82.4 per cent completed in 2024.\n\nOf the staff in the Hills 61 per cent are women.",
    ),
    # What lacks something, and the whole of a part.
    (TAXIS, "In Penby 211 taxis had no room for a wheelchair in April 2025."),
    (TAXIS, "In Varley 391 taxis of 640 can carry a wheelchair, against 402 of 611 in April 2024."),
    (TAXIS, "Westing had 731 licensed taxis in the year to April 2025, and 302 of them were accessible."),
    (LEAGUE, "Abbey Rovers won nine games at home and six away, and finished with 49 points."),
    # A part of what the head counts, or what was told of before.
    (HOMES, "Selhurst had 2,050 empty homes in 2024. Some 230 of the empty homes were the council's."),
    (HOMES, "Selhurst had 702 long-term empty homes in 2024. In Denby such homes rose by 5.8 per cent."),
    (HOMES, "In Selhurst 230 empty homes were council-owned in 2024. It had 22 more of those than in 2023."),
    # The size of a lead, and the number that a rate is told for.
    (
        HOMES,
        "In Denby second homes were counted in 2024. Empty homes outnumber second homes by 1,589 in Denby.",
    ),
    (HOMES, "In Selhurst there were 7.4 long-term empty homes for every 1,000 dwellings in 2024."),
    (HOMES, "Selhurst has 2,050 empty homes, 7.4 long-term ones to every 1,000 dwellings."),
    # What was foreseen or wanted.
    (HOMES, "The Homes Trust had forecast that 1,900 homes would be empty in Selhurst in 2024."),
    (HOMES, "Officers had expected 800 long-term empty homes in Selhurst in 2024, and found 702."),
    # Another place, of which a row only says where it is.
    (
        HOMES,
        "At Saint Bride's, the poorest part of the council of Selhurst, there were 212 empty homes in 2024.",
    ),
    (HOMES, "In Quarry Ward, in Selhurst, there were 212 empty homes in 2024."),
    # "In all" is of whom the text speaks.
    (HOMES, "The number of second homes in Denby rose to 226 in 2024. In all there are 1,815 empty homes."),
    # A step of a scale is no place among rows, and a region is not among its councils.
    (HOMES, "Ambry, with 1,420 empty homes in 2024, is in the top band of the new tax."),
    (HOMES, "Selhurst had the most empty homes in 2024: 2,050."),
    (HOMES, "Ellerby had the fewest empty homes of any council in 2024."),
    # The time that others are compared with is left behind.
    (HOMES, "Ambry had 1,420 empty homes in 2024, compared with 1,310 in 2023. Second homes came to 131."),
    (
        WOODS,
        "Arrick planted 709 hectares in 2024. Bressay planted 435, against 510 in 2023, and Corrie 612.",
    ),
    # Hectares are no trees.
    (WOODS, "Dunloch planted the most trees in the north: 1,180 hectares in 2024."),
    (WOODS, "In 2024 planting came to 1,180 hectares in Dunloch, of which 52.9 per cent was conifers."),
    (WOODS, "Conifers covered 307 hectares of Arrick in 2024, and trees of other kinds 402 hectares."),
]

WRONG = [
    (
        LEARNERS,
        "On the Coast 82.4 per cent completed in 2024.\n\nIn the Hills it was 89.0 per cent.",
        "89.0 per cent",
    ),
    (TAXIS, "Penby had 427 licensed taxis in April 2025.", "427"),
    (
        TAXIS,
        "Westing had 731 licensed taxis in April 2025, and 203 of them were wheelchair accessible.",
        "203",
    ),
    (LEAGUE, "Milltown finished with 24 points.", "24"),
    (HOMES, "Selhurst had 2,500 empty homes in 2024.", "2,500"),
    (HOMES, "Ellerby had the most empty homes of any council in 2024.", "the most"),
    (
        HOMES,
        "Selhurst had 702 long-term empty homes. In all there are 6,780 empty homes in England.",
        "6,780",
    ),
    (
        WOODS,
        "In 2024 the area planted came to 1,108 hectares in Dunloch, of which 52.9 per cent was conifers.",
        "1,108",
    ),
    (
        HOMES,
        "Ambry had 1,420 empty homes in 2024, compared with 1,310 in 2023. It had 545 long-term empty homes.",
        "545",
    ),
]


def questioned(table: str, text: str, folder: Path) -> list[str]:
    """The words that a table questions."""
    path = folder / "table.csv"
    path.write_text(table)
    review = pipeline.review_documents([document_from_text(text)], references=[path])
    found = [f for f in review.findings if f.cells and f.verdict == "mismatch"]
    values = [f.relation.roles[0].value for f in found]
    return [getattr(v, "figure", v).text for v in values]


@pytest.mark.parametrize(("table", "text"), RIGHT)
def test_what_a_cell_does_not_speak_to_is_not_questioned(table: str, text: str, tmp_path: Path) -> None:
    assert questioned(table, text, tmp_path) == []


@pytest.mark.parametrize(("table", "text", "wrong"), WRONG)
def test_what_it_speaks_to_is(table: str, text: str, wrong: str, tmp_path: Path) -> None:
    assert any(wrong in found for found in questioned(table, text, tmp_path))


def test_a_change_is_that_of_what_the_words_name_where_the_level_is_not(tmp_path: Path) -> None:
    text = "Selhurst had 702 empty homes in 2024, 2.8 per cent fewer than in 2023."
    assert questioned(HOMES, text, tmp_path) == ["702"]
