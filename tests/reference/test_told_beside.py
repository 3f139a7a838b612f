"""Scales that a line names, ranks beside their figure, years of a change, and digits changing places."""

from __future__ import annotations

import pytest

from extractor.reference.changes.year_spans import years_told
from tests.reference.told import verdicts

HERDS = """Livestock by region, at 30 June
Thousands of head(1)

Region,Cattle,,,Goats,,
,2014,2019,2024,2014,2019,2024
Arden,"1,310","1,405","1,298",412,398,371
Brack,903,"1,020",954,266,241,258
Total Northland,"2,213","2,425","2,252",678,639,629
Corry,"1,742","1,650","1,533",731,705,"654"
Dunmore,640,597,561,119,102,94
Total Southland,"2,382","2,247","2,094",850,807,748
Total both,"4,595","4,672","4,346","1,528","1,446","1,377"

(1) Figures are rounded to the nearest thousand.
"""
SCHOOLS = """School census, September 2023 and 2024

Council,Pupils,,Teachers,,Class size,
,2023,2024,2023,2024,2023,2024
Arden,24291,24869,1834,1673,24.1,24.3
Brack,37342,36808,2907,2886,25.3,25.5
Corry,15084,15115,1083,1037,22.4,22.6
Dunmore,10130,9866,705,710,21.1,21.3
Elver,54065,52835,4293,4157,22.6,22.3
Farrow Bute Street,6638,6534,465,472,22.4,20.8
All councils,147550,146027,11287,10935,23.1,23.2
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Arden had 1.3 million cattle in 2024.", {"1.3 million": "consistent"}),
        ("Arden had 1.98 million cattle in 2024.", {"1.98 million": "mismatch"}),
        (
            "Corry's cattle were down by 209,000 since 2014.",
            {"209,000": "consistent"},
        ),
    ],
)
def test_a_line_of_its_own_tells_the_scale(text: str, told: dict[str, str]) -> None:
    found = verdicts(text, HERDS)
    assert {k: v for k, v in found.items() if k in told} == told


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        # The time of the base is not that of the level.
        ("Brack, on 954,000 cattle, is up on its 2014 total.", "954,000", "consistent"),
        ("Goats in Corry fell by 51,000 over five years.", "51,000", "consistent"),
        ("Goats in Corry fell by 77,000 over five years.", "77,000", "mismatch"),
        ("Goats in Corry fell by 77,000 in the decade.", "77,000", "consistent"),
        (
            "In 2024 Arden had 1.298 million cattle, or 58 per cent of the national herd.",
            "58 per cent",
            "mismatch",
        ),
        (
            "In 2024 Arden had 1.298 million cattle, or 30 per cent of the national herd.",
            "30 per cent",
            "consistent",
        ),
    ],
)
def test_times_and_wholes_of_herds(text: str, figure: str, verdict: str) -> None:
    assert verdicts(text, HERDS).get(figure) == verdict


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dunmore had the smallest classes, at 21.3 pupils, in 2024.", "mismatch"),
        ("Farrow Bute Street had the smallest classes, at 20.8 pupils, in 2024.", "consistent"),
        # Of a group that the table does not tell.
        ("Dunmore had the smallest classes in the uplands, at 21.3 pupils, in 2024.", None),
        # Of a change: what is lost is ranked, and no level.
        ("Arden shed 161 teachers, the most of any council.", None),
        # The number of another row, which has the place.
        ("The smallest classes are in Dunmore, at 20.8 pupils.", "mismatch"),
    ],
)
def test_ranks_beside_their_figure(text: str, told: str | None) -> None:
    found = {k: v for k, v in verdicts(text, SCHOOLS).items() if k in ("the smallest", "the most")}
    assert next(iter(found.values()), None) == told


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("Elver lost 163 teachers in the year.", "163", "mismatch"),
        ("Elver lost 136 teachers in the year.", "136", "consistent"),
        ("Brack went on with 36,088 in 2024.", "36,088", "mismatch"),
        # Of another thing than the table counts.
        ("Brack sold 36,088 lunches in 2024.", "36,088", None),
        (
            "Arden took on 15 teachers although its rolls were up by 2.4 per cent.",
            "2.4 per cent",
            "consistent",
        ),
        ("Arden lost teachers, and its budgets were down by 2.5 per cent.", "2.5 per cent", None),
        ("Corry had 15,115 pupils in 2024, while Elver taught four times as many.", "four times", "mismatch"),
    ],
)
def test_slips_in_a_row_that_is_named(text: str, figure: str, verdict: str | None) -> None:
    assert verdicts(text, SCHOOLS).get(figure) == verdict


RATES = """Conviction rate by province (%)

Province,2022/23,2023/24
Arden,90.3,78.8
Brack,81.7,90.4
Corry,88.9,86.2
All provinces,86.0,83.6
"""


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("In Arden the conviction rate slid 11.5 per cent to 78.8 per cent.", "11.5 per cent", "mismatch"),
        ("In Arden the conviction rate slid 12.7 per cent to 78.8 per cent.", "12.7 per cent", "consistent"),
        ("In Arden the conviction rate slid 11.5 points to 78.8 per cent.", "11.5 points", "consistent"),
    ],
)
def test_points_and_per_cent_before_a_level(text: str, figure: str, verdict: str) -> None:
    assert verdicts(text, RATES).get(figure) == verdict


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("fell by a tenth over five years", 5),
        ("up 4 per cent on a decade ago", 10),
        ("a ten-year rise of 3 per cent", 10),
        ("the biggest rise in five years", None),
        ("rose for the first time in three years", None),
        ("rose by 4 per cent on 2019", None),
    ],
)
def test_years_that_a_change_took(text: str, years: int | None) -> None:
    assert years_told(text) == years
