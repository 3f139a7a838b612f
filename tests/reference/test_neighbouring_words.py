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

RIGHT = [
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
