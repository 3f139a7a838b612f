"""A row's share of a column whose name stands behind the share, and money in shillings, rupees and codes."""

from __future__ import annotations

import pytest

from extractor.reference.tables.lent import Scale, scale_in
from tests.reference.told import about, verdicts

HIVES = """Beehives and honey by island, 2024

Island,Beekeepers,Hives,Honey (tonnes),Hives lost
Arran,212,3140,41.2,260
Bute,96,1207,13.9,188
Islay,148,2419,37.6,91
Mull,120,1836,22.4,147
All islands,576,8602,115.1,686
"""


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Arran has 36.8 per cent of the beekeepers.", "36.8"),
        ("Islay has 28 per cent of the hives.", "28"),
        ("Bute had 27.4 per cent of all the hives lost.", "27.4"),
        ("On Islay keepers did well. It accounted for 32.7 per cent of the total.", "32.7"),
        ("One in three of the hives is on Arran, the largest of the four.", "one in three"),
    ],
)
def test_a_share_of_the_column_that_words_name_is_borne_out(sentence: str, figure: str) -> None:
    given = about(f"Beekeeping in the isles in 2024\n\n{sentence}\n", HIVES, figure)
    assert "mismatch" not in given
    if figure != "one in three":
        assert given == ["consistent"]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        # Shares of what no column counts, of those in the row, and of another measure than is named.
        ("Arran has 45 per cent of the hives lost.", "45"),
        ("On Islay 28 per cent of the hives are made of cedar.", "28.4"),
        ("Islay has 37 per cent of the hives.", "37"),
        ("Mull has 21 per cent of the keepers under 30.", "21.9"),
    ],
)
def test_other_shares_are_not_borne_out(sentence: str, figure: str) -> None:
    assert "consistent" not in about(f"Beekeeping in the isles in 2024\n\n{sentence}\n", HIVES, figure)


BUDGET = """KISANGA COUNTY: approved budget and spending by department, 2024/25
(Sh million)

Department,Budget,Spent
Health,5210.4,4870.9
Roads,2344.7,1518.2
Water,1190.3,1102.5
Total,8745.4,7491.6
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Roads spent Sh1.52 billion in 2024/25.", {"sh1.52 billion": "consistent"}),
        ("Roads spent Sh1.25 billion in 2024/25.", {"sh1.25 billion": "mismatch"}),
        ("Health had a budget of Sh5.21 billion.", {"sh5.21 billion": "consistent"}),
        ("A stadium will cost Sh3.4 billion.", {}),
    ],
)
def test_shillings_over_a_table(sentence: str, told: dict[str, str]) -> None:
    assert verdicts(f"{sentence}\n", BUDGET) == told


@pytest.mark.parametrize(
    ("line", "unit", "factor"),
    [
        ("Rs crore", "INR", 10_000_000),
        ("In Rs. lakh", "INR", 100_000),
        ("KES millions", "KES", 1_000_000),
        ("Amounts in KShs million", "KES", 1_000_000),
        ("NGN billion", "NGN", 1_000_000_000),
    ],
)
def test_currencies_by_their_short_names(line: str, unit: str, factor: int) -> None:
    assert scale_in([line]) == Scale(unit, factor)


@pytest.mark.parametrize("line", ["The ships million", "Rs 100 crore scheme"])
def test_lines_that_name_no_scale(line: str) -> None:
    assert scale_in([line]) is None
