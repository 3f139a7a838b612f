"""Blocks of rows, sheets of years, units in the lines above a table, and names printed in two ways."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from extractor import pipeline
from extractor.model import Finding
from extractor.pipeline import _tables
from extractor.read import document_from_text
from extractor.reference import ReferenceTable
from extractor.reference.rows.spellings import one_spelling, without_marks
from extractor.reference.tables.heads import head
from extractor.reference.tables.lent import in_full, scale_in

PARKS = """Play areas and parks 2023/24: cost of upkeep
All figures in £000 except gardeners

Area,Park,Budget,Outturn,Gardeners (FTE)
North side,Ashgrove,410,455,6.4
,Bellfield,220,205,3.1
,Carr Meadow,130,128,2.0
North side total,,760,788,11.5
South side,Dunmore,515,566,7.7
,Eastcliff,305,291,4.2
,Fernhill,240,262,3.9
South side total,,1060,1119,15.8
Parks service,,1820,1907,27.3
"""
COURTS = """Cases opened by court and circuit

Circuit,Court,2022 r,2023 p
England,All courts,9180,9660
East,East circuit,4150,4300
East,Marling,1250,1400
East,Netherby,1900,1750
East,Saint Oswald's,1000,1150
West,West circuit,5030,5360
West,Oakhanger & Pell,2210,2460
West,Quenby³,1620,1580
West,Rushden Hythe,1200,1320
"""


def table_of(text: str, tmp_path: Path) -> ReferenceTable:
    path = tmp_path / "table.csv"
    path.write_text(text)
    found, problems = _tables([path])
    assert not problems
    assert isinstance(found[0], ReferenceTable)
    return found[0]


def findings(text: str, path: Path) -> dict[str, str]:
    """Printed figure or phrase → verdict."""
    review = pipeline.review_documents([document_from_text(text)], references=[path])
    found: list[Finding] = [f for f in review.findings if f.cells]
    return {f.relation.cue.text: f.verdict for f in found}


def test_a_block_printed_once_holds_for_the_rows_below_it(tmp_path: Path) -> None:
    table = table_of(PARKS, tmp_path)
    kinds = {r.label: r.kinds for r in table.rows}
    assert kinds["Bellfield"] == kinds["Carr Meadow"] == ("North side",)
    assert kinds["Fernhill"] == ("South side",)


def test_a_total_named_in_the_column_of_blocks_is_a_row_of_its_own(tmp_path: Path) -> None:
    table = table_of(PARKS, tmp_path)
    labels = [r.label for r in table.rows]
    assert labels.count("Carr Meadow") == 1
    assert "North side total" in labels
    assert [r.label for r in table.totals] == ["Parks service"]
    assert [r.aliases for r in table.rows if r.label == "North side total"] == [("North side",)]


def test_totals_of_one_name_are_named_by_their_blocks(tmp_path: Path) -> None:
    lines = "\n".join(f"{c},{d},{n},{n + 9}" for c, d, n in COUNTIES)
    table = table_of(f"County,District,Pubs,Cafes\n{lines}\n", tmp_path)
    assert [r.label for r in table.rows][:2] == ["Total", "Amberley"]
    assert [r.label for r in table.totals] == ["Total"]


COUNTIES = [
    ("All counties", "Total", 270),
    ("Amberley", "Total", 90),
    ("Amberley", "Wick", 40),
    ("Amberley", "Stroat", 50),
    ("Brackley", "Total", 180),
    ("Brackley", "Thame", 100),
    ("Brackley", "Ulverton", 80),
]


def test_a_kind_of_every_row_is_no_block(tmp_path: Path) -> None:
    rows = [(p, s) for p in ("Nation", "Arle", "Bude") for s in ("Primary", "Secondary", "All schools")]
    text = "Place,School,Pupils\n" + "\n".join(f"{p},{s},{100 + i}" for i, (p, s) in enumerate(rows)) + "\n"
    assert [r.label for r in table_of(text, tmp_path).rows][:3] == ["Nation"] * 3


def test_a_unit_in_the_lines_above_is_lent_to_the_columns_but_those_left_out(tmp_path: Path) -> None:
    columns = {c.head.text: c for c in table_of(PARKS, tmp_path).columns}
    assert (columns["Outturn"].unit, columns["Outturn"].head.factor) == ("GBP", 1000)
    assert (columns["Gardeners (FTE)"].unit, columns["Gardeners (FTE)"].head.factor) == ("", 1)


@pytest.mark.parametrize(
    ("line", "unit", "factor"),
    [
        ("Spending by ward, £ million", "GBP", 1_000_000),
        ("Numbers are in thousands", "", 1000),
        ("Figures shown in thousands.", "", 1000),
        ("Outlay by state ($m)", "USD", 1_000_000),
    ],
)
def test_scales_of_titles(line: str, unit: str, factor: int) -> None:
    scale = scale_in([line])
    assert scale is not None
    assert (scale.unit, scale.factor) == (unit, factor)


@pytest.mark.parametrize(
    "line", ["Schools with £5,000 or more", "Pathways in thousands; waits in numbers", "Pay, £"]
)
def test_no_scale_is_lent_by_an_amount_or_by_what_is_of_one_column(line: str) -> None:
    assert scale_in([line]) is None


def test_short_names_are_read_in_full() -> None:
    notes = ["Children looked after (CLA) by type of placement"]
    assert in_full("CLA: foster", notes) == "Children looked after: foster"
    assert in_full("CLASS", notes) == "CLASS"


def test_marks_of_years_and_names() -> None:
    assert head("Visits: 2025 p").period == head("Visits: 2025").period
    assert head("Visits: 2024-25 (provisional)").words == ("visit",)
    assert without_marks("Quenby³") == "Quenby"
    assert one_spelling(("saint", "helier's")) == one_spelling(("st", "heliers"))


def test_a_second_row_of_marked_years_is_a_row_of_heads(tmp_path: Path) -> None:
    table = table_of("Area,Calls,,Visits,\n,2023,2024 p,2023,2024 p\nArle,9,8,7,6\nBude,5,4,3,2\n", tmp_path)
    assert [c.head.text for c in table.columns][:2] == ["Calls: 2023", "Calls: 2024 p"]
    assert [r.label for r in table.rows] == ["Arle", "Bude"]


def test_names_that_are_printed_in_two_ways_are_one(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(COURTS)
    text = (
        "In 2023 the courts of England opened 9,660 cases. There were 1,150 at St Oswalds and 2,460 in "
        "Oakhanger and Pell. At Quenby it was 1,620. The East had 4,300 cases."
    )
    met = findings(text, path)
    assert {met["1,150"], met["2,460"], met["9,660"], met["4,300"]} == {"consistent"}
    assert met["1,620"] == "mismatch"


def test_the_region_is_that_of_the_row_named_last(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(COURTS)
    text = "Marling opened 1,400 cases in 2023. In the circuit there were {} cases."
    assert findings(text.format("4,300"), path)["4,300"] == "consistent"
    assert findings(text.format("5,360"), path)["5,360"] == "undecided"


def book(path: Path, sheets: dict[str, list[tuple[object, ...]]]) -> None:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)


def ferries(year: str, shift: int) -> list[tuple[object, ...]]:
    names = ["Aske", "Brill", "Corran", "Dunster"]
    counts = [(n, 1000 * (i + 2) + shift * (i + 1), 40 + i + shift // 100) for i, n in enumerate(names)]
    total = ("All routes", sum(c for _, c, _ in counts), sum(s for _, _, s in counts))
    return [
        (f"Ferry traffic, year ending June {year}",),
        (),
        ("Route", "Passengers", "Sailings"),
        total,
        *counts,
    ]


def test_sheets_of_one_table_are_joined_by_year(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    book(path, {"2024": ferries("2024", 300), "2023": ferries("2023", 0)})
    found, _ = _tables([path])
    assert len(found) == 1
    text = (
        "Aske carried 2,300 passengers in the year to June, 15 per cent more than the year before. "
        "Brill carried 3,600, against 3,200 a year earlier."
    )
    met = findings(text, path)
    assert (met["2,300"], met["15 per cent"]) == ("consistent", "consistent")
    assert met["3,600"] == "consistent"
    assert met["3,200"] == "mismatch"


def test_cells_of_joined_sheets_keep_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    book(path, {"2024": ferries("2024", 300), "2023": ferries("2023", 0)})
    review = pipeline.review_documents(
        [document_from_text("In the year to June 2023 Corran carried 4,000 passengers.")], references=[path]
    )
    cell = next(f for f in review.findings if f.cells).cells[0].observation
    assert (cell.row, cell.column) == (4, 2)
    assert "2023" in cell.table


def test_sheets_of_other_heads_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    other: list[tuple[object, ...]] = [
        ("Ferry freight, year ending June 2023",),
        (),
        ("Route", "Lorries"),
        ("Aske", 5),
        ("Brill", 7),
    ]
    book(path, {"2024": ferries("2024", 300), "2023": other})
    assert len(_tables([path])[0]) == 2


def test_a_rank_among_a_block_is_of_the_row_named_first(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(COURTS)
    text = "Netherby had the highest number of cases in the East in 2023, 1,750."
    assert findings(text, path)["1,750"] == "consistent"
    assert "mismatch" not in findings(text, path).values()


def test_a_whole_number_may_stand_for_parts(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(PARKS)
    met = findings("Dunmore park has 8 gardeners, and Ashgrove has 9 gardeners.", path)
    assert met["8"] == "consistent"
    assert met["9"] == "mismatch"


HARBOURS = """Harbour dues and calls by port group 2024-25
All amounts in £000; berths are numbers, except berths

Group,Port,Dues billed,Dues paid,Arrears,Berths
Western isles,Kilmory,640,612,28,14
,Lochmaren,1205,1190,15,31
,Stornay,388,301,87,9
Western isles total,,2233,2103,130,54
Firth,Anstruth,910,905,5,22
,Saint Monan's,455,420,35,12
Firth total,,1365,1325,40,34
All ports,,3598,3428,170,88
"""


def test_the_column_of_blocks_never_names_the_rows(tmp_path: Path) -> None:
    table = table_of(HARBOURS, tmp_path)
    assert [r.label for r in table.rows][:4] == ["Kilmory", "Lochmaren", "Stornay", "Western isles total"]
    assert [r.label for r in table.totals] == ["All ports"]


def test_lines_that_commas_cut_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(HARBOURS)
    text = (
        "The ports billed £3.6m in dues. Dues paid in the Western isles came to £2.1m. The Firth has 34 "
        "berths. Stornay was paid £301m in dues. At Lochmaren £1.19m was paid."
    )
    met = findings(text, path)
    assert met.pop("£301m") == "mismatch"
    assert met == {"£3.6m": "consistent", "£2.1m": "consistent", "34": "consistent", "£1.19m": "consistent"}


ORCHARDS = """Orchards by district, 2024

District,Trees,Apples (tonnes)
Northern districts,,
Ashdale,4120,310
Burnham,2260,171
Coldwell,3340,248
Sub-total Northern,9720,729
Southern districts,,
Dunmore,5180,402
Eaglesby,1990,133
Sub-total Southern,7170,535
All districts,16890,1264
"""


@pytest.mark.parametrize(
    ("sentence", "figure", "verdict"),
    [
        ("The Northern districts have 9,720 trees.", "9,720", ["consistent"]),
        ("The Northern districts have 9,270 trees.", "9,270", ["mismatch"]),
        ("The Southern districts had 42.3 per cent of the apples.", "42.3", ["consistent"]),
        ("Dunmore has 5,180 trees.", "5,180", ["consistent"]),
        # A part of them that the table does not add up.
        ("The Northern districts felled 612 trees last winter.", "612", []),
    ],
)
def test_the_line_above_a_block_names_the_sum_below_it(
    tmp_path: Path, sentence: str, figure: str, verdict: list[str]
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(ORCHARDS)
    given = findings(f"Orchards in 2024\n\n{sentence}\n", path)
    assert [v for k, v in given.items() if figure in k and v != "undecided"] == verdict
