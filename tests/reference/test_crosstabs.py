"""The cross-tabulation of a poll: rows for its groups, columns for its answers, nothing questioned."""

from __future__ import annotations

import pytest

from tests.reference.told import about, found, verdicts

LIBRARY = """Ridley County Survey, spring wave: crosstabs
"Registered voters, weighted. Column percentages may not sum to 100."

,Total,Sex: Men,Sex: Women,Area: Urban,Area: Rural,Party: Dem,Party: Rep
Unweighted base (n),812,390,422,455,357,301,288
Q1. Should the library open on Sundays?,,,,,,,
  Favor,58,53,63,64,50,71,44
  Oppose,33,38,28,27,41,20,47
  Not sure,9,9,9,9,9,9,9
Q2. Which service matters most to you?,,,,,,,
  Children's books,37,29,45,35,40,39,35
  Internet access,34,40,28,39,27,35,32
  Evening classes,21,22,20,19,24,20,23
  Not sure,8,9,7,7,9,6,10
"""


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Asked which service matters most, 37 percent named children's books.", "37"),
        ("Children's books matter most to 45 percent of women.", "45"),
        ("Internet access was named by 40 percent of men.", "40"),
        ("Among Republicans, 32 percent said internet access matters most.", "32"),
    ],
)
def test_an_answer_of_a_group_or_of_all_is_borne_out(sentence: str, figure: str) -> None:
    assert about(f"Libraries in Ridley County\n\n{sentence}\n", LIBRARY, figure) == ["consistent"]


def test_a_cell_is_cited_where_the_sheet_has_it() -> None:
    finding = found("Internet access was named by 40 percent of men.\n", LIBRARY)[0]
    assert "men, Internet access (%) = 40% (table.csv, row 8, column 3)" in finding.arithmetic


@pytest.mark.parametrize(
    "sentence",
    [
        "Internet access was named by 61 percent of renters.",
        "Children's books matter most to 52 percent of mothers.",
        "Evening classes were named by 44 percent of those over 65.",
    ],
)
def test_groups_that_no_sheet_has_are_left_alone(sentence: str) -> None:
    assert verdicts(f"Libraries in Ridley County\n\n{sentence}\n", LIBRARY) == {}


def test_totals_beside_parts_are_no_poll() -> None:
    table = "Depot,Total,Buses: diesel,Buses: electric\nAsh,57,40,17\nBeck,44,31,13\nCole,75,52,23\n"
    finding = found("Cole had 57 buses in total.\n", table)
    assert all("row 3" in f.arithmetic for f in finding if f.verdict == "mismatch")
    assert "consistent" in about("Cole had 52 diesel buses.\n", table, "52")
