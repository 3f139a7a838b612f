"""Tables whose rows are times, quarters among years, short years in heads, and scales among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text
from extractor.reference.fitting import span_of
from extractor.reference.tables.layout import EVER
from tests.reference.test_units_and_quarters import table

#: Four quarters and their year, three times.
POWER = """\
"Electricity made by source (GWh), quarterly and calendar year"

Period,Hydro,Wind,Coal,Total
Mar 2022,512,61,40,613
Jun 2022,498,58,47,603
Sep 2022,471,66,66,603
Dec 2022,530,70,31,631
Year 2022,2011,255,184,2450
Mar 2023,505,73,38,616
Jun 2023,489,69,52,610
Sep 2023,466,77,71,614
Dec 2023,541,80,27,648
Year 2023,2001,299,188,2488
Mar 2024,452,84,80,616
Jun 2024,431,79,97,607
Sep 2024,427,88,101,616
Dec 2024,490,93,58,641
Year 2024 P,1800,344,336,2480
"""
STOPPAGES = """\
"Stoppages at work, 2020 to 2024"
,Stoppages,,Days lost,Days lost by trade (000),
Year,Begun in year,All,000,Mining,Ports
2020,96,99,41.2,12.6,8.8
2021,104,110,52.7,15.1,11.4
2022,151,158,90.3,22.7,31.6
2023 (r),128,131,77.4,20.9,18.2
2024,117,122,63.8,17.7,14.9
"""
RENTS = """\
"Empty flats and rents by town"
,Empty (%),,"Rent, two rooms ($)",
Town,Oct-23,Oct-24,Oct-23,Oct-24
Harrow Bay,1.4,2.3,1290,1388
Stone Falls,0.9,1.6,1505,1571
Pike River,2.2,2.0,988,1041
"""
PARKS = """\
Parks Division
Estimated visits to parks by fiscal year (thousands); fiscal year ends June 30
Park,Acres,FY2023,FY2024,FY2025,"Tent nights, FY2025"
Agate Point,8342,211.6,181.2,196.0,2310
Hemlock Gorge,5120,460.3,464.4,538.5,6115
Tamarack,3377,401.2,399.9,367.5,4020
All parks,16839,1073.1,1045.5,1102.0,12445
"""


def verdicts(tmp_path: Path, printed: str, story: str) -> dict[str, str]:
    """What the table says of the figures of a story, by their words."""
    path = tmp_path / "table.csv"
    path.write_text(printed, encoding="utf-8")
    review = pipeline.review_documents([document_from_text(story, id="story")], references=[path])
    cited = [f for f in review.findings if f.cells]
    return {span_of(f.relation.roles[0].value).of(story): f.verdict for f in cited}


def test_third_months_are_quarters(tmp_path: Path) -> None:
    found = table(tmp_path, POWER)
    assert {r.label for r in found.rows} == {EVER}
    keys = [r.period.key for r in found.rows if r.period is not None]
    assert keys[:5] == ["2022-01/2022-03", "2022-04/2022-06", "2022-07/2022-09", "2022-10/2022-12", "2022"]
    assert keys[-1] == "2024"


@pytest.mark.parametrize(
    ("story", "figure", "verdict"),
    [
        ("Hydro stations made 1,800 GWh last year.", "1,800 GWh", "consistent"),
        ("Hydro output was 427 GWh in the September quarter of 2024.", "427 GWh", "consistent"),
        ("In 2023 wind farms made 299 GWh.", "299 GWh", "consistent"),
        ("Coal made 336 GWh in 2024, up 79 per cent on the year before.", "79 per cent", "consistent"),
    ],
)
def test_a_time_names_the_row(tmp_path: Path, story: str, figure: str, verdict: str) -> None:
    assert verdicts(tmp_path, POWER, f"Power\n\n{story}").get(figure) == verdict


def test_a_scale_among_the_heads_is_no_number(tmp_path: Path) -> None:
    found = table(tmp_path, STOPPAGES)
    told = [(c.head.text, c.head.factor) for c in found.columns]
    assert told[:3] == [("Stoppages: Begun in year", 1), ("Stoppages: All", 1), ("Days lost: 000", 1000)]
    assert len(found.rows) == 5


@pytest.mark.parametrize(
    ("story", "figure", "verdict"),
    [
        ("Workers stopped for 63,800 days in 2024.", "63,800 days", "consistent"),
        ("Ports lost 14,900 days in 2024.", "14,900 days", "consistent"),
        ("There were 122 stoppages in 2024.", "122", "consistent"),
    ],
)
def test_scaled_cells_bear_out_what_is_told(tmp_path: Path, story: str, figure: str, verdict: str) -> None:
    assert verdicts(tmp_path, STOPPAGES, f"Strikes\n\n{story}").get(figure) == verdict


def test_short_years_date_their_columns(tmp_path: Path) -> None:
    found = table(tmp_path, RENTS)
    assert [c.head.period.key for c in found.columns if c.head.period] == ["2023-10", "2024-10"] * 2
    told = verdicts(
        tmp_path, RENTS, "Rents\n\nIn Harrow Bay 2.3 per cent of flats were empty in October 2024."
    )
    assert told.get("2.3 per cent") == "consistent"


def test_the_scale_of_a_title_is_not_for_whole_numbers_of_another_thing(tmp_path: Path) -> None:
    factors = {c.head.text: c.head.factor for c in table(tmp_path, PARKS).columns}
    assert (factors["FY2025"], factors["Tent nights, FY2025"]) == (1000, 1)


@pytest.mark.parametrize(
    ("story", "figure", "verdict"),
    [
        ("At Hemlock Gorge visits jumped 74 percent to 538,500.", "74 percent", "mismatch"),
        ("At Hemlock Gorge visits jumped 16 percent to 538,500.", "16 percent", "consistent"),
        ("Tamarack had 367,500 visits, a drop of 32.4 percent on the year.", "32.4 percent", "mismatch"),
        ("Tamarack had 367,500 visits, a drop of 8.1 percent on the year.", "8.1 percent", "consistent"),
    ],
)
def test_a_number_told_for_a_rate_is_questioned(
    tmp_path: Path, story: str, figure: str, verdict: str
) -> None:
    assert verdicts(tmp_path, PARKS, f"Parks\n\n{story}").get(figure) == verdict
