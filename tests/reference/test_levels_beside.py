"""What a change, share or rank is told of: the level beside it, the row whose it is, the story's time."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.model import Problem
from extractor.read import document_from_text, read
from extractor.reference import tables_of
from extractor.reference.fitting import span_of
from tests.reference.published import DEATHS

QUAY = """Ships at the harbours of Norland: arrivals and delays
Year to 31 December

Coast,Harbour,Arrivals,,Over 2 hours late,,of which: over 6 hours,,Hours lost,,Pilots (% of crews)
,,2023,2024,2023,2024,2023,2024,2023,2024,2024
Norland,All harbours,6210,6420,1302,1406,365,433,5210,5644,41.2
East,Anstow,1480,1512,310,341,81,112,1240,1391,44.0
,Brill Quay,1655,1702,402,377,110,83,1611,1342,39.5
,Carrick,890,921,160,204,39,68,590,811,42.2
West,Dunmore,1205,1271,233,262,72,91,942,1124,38.1
,Ebbing,980,1014,197,222,63,79,827,976,45.3
"""


def questioned(tmp_path: Path, table: str, text: str) -> list[str]:
    """The figures of a text that a table questions."""
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    review = pipeline.review_documents([document_from_text(text, id="story")], references=[path])
    found = [f for f in review.findings if f.verdict == "mismatch"]
    spans = [span_of(f.relation.roles[0].value) for f in found]
    return [s.of(text) for s in spans]


COSTS = """Spending by state
($ thousand)

State,Total spending 2024,Debt service 2024,Upkeep 2024
Atlantis,8405659,3113404,1474549
Bellmont,10142143,1995551,2023674
"""
RIGHT = [
    (COSTS, "Atlantis put $3.1 billion of its $8.4 billion total spending into paying lenders in 2024."),
    (QUAY, "Anstow had 341 ships more than two hours late in 2024, and 112 over six, 38 per cent up."),
    (QUAY, "In Carrick 68 of the ships over two hours late took more than six, 74 per cent up on 2023."),
    (QUAY, "Carrick lost 811 hours to ships over two hours late, more than a third up on 2023."),
    (QUAY, "Dunmore kept 91 ships waiting over 6 hours, less than a third as many as arrived late in 2024."),
    (QUAY, "Ferries that sail every 2 hours were on time in Anstow."),
    (
        QUAY,
        "Of the 222 ships late at Ebbing in 2024, seven in ten carried fish, the pilots of its crews said.",
    ),
    (QUAY, "Brill Quay handles most ships, 1,702, and Carrick's fewest, 921."),
    (QUAY, "Ebbing had 222 ships more than 2 hours late in 2024, far below 341 in Anstow."),
    (DEATHS, "In Birk total casualties fell from 152 to 148, though two more drivers died elsewhere."),
    (DEATHS, "Dene's toll of all casualties was 205. Nobody asked why. It had 191 hurt."),
    (DEATHS, "Ashby buried 15, the most of any council."),
    (DEATHS, "Its killed were the highest in Norland, and so was its total of hurt."),
    (DEATHS, "Ashby has the most killed. Its number of killed is the highest in Norland, 15."),
]
WRONG = [
    (QUAY, "Carrick had 204 ships over two hours late in 2024, up 37.5 per cent on 2023.", "37.5"),
    (
        QUAY,
        "In 2024 Dunmore had 262 arrivals more than 2 hours late.  Of them 19 ships took over 6 hours.",
        "19",
    ),
    (DEATHS, "Dene's killed numbered 15 in 2024.", "15"),
]


@pytest.mark.parametrize(("table", "text"), RIGHT)
def test_right_ones_stay_silent(tmp_path: Path, table: str, text: str) -> None:
    assert not questioned(tmp_path, table, text)


@pytest.mark.parametrize(("table", "text", "quote"), WRONG)
def test_wrong_ones_are_questioned(tmp_path: Path, table: str, text: str, quote: str) -> None:
    assert any(quote in q for q in questioned(tmp_path, table, text))


def test_regions_of_a_table_of_severities_are_sums_of_their_councils(tmp_path: Path) -> None:
    path = tmp_path / "deaths.csv"
    path.write_text(DEATHS, encoding="utf-8")
    (table,) = (t for d in read(path) if not isinstance(d, Problem) for t in tables_of(d))
    sums = {(table.rows[n].label, table.rows[n].kinds[0]): len(p) for n, p in table.parts.items()}
    assert sums["Northern region", "Killed"] == 3
    assert sums["Southern region", "All casualties"] == 2
    assert {r.label for r in table.totals} == {"Norland"}
