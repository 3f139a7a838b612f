"""Words between a row and its figure: asides, other clauses, rivals' counts, several rows together."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.read import document_from_text

DOGS = """Council,Stray dogs taken in 2022,Stray dogs taken in 2023,Stray dogs taken in 2024,\
Dogs returned to owner 2022,Dogs returned to owner 2023,Dogs returned to owner 2024
All councils,1880,1990,2295,905,911,934
Northern group,670,690,714,365,352,347
Coldmere,365,383,402,208,198,195
Marl,305,307,312,157,154,152
Southern group,1210,1300,1581,540,559,587
Tarrant,412,504,845,235,210,186
Selmouth,402,390,371,140,170,210
Vyne,396,406,365,165,179,191
"""
LEAD = "Kennels in Tarrant are full\n\nTarrant took in 845 stray dogs in 2024.\n\n"
RIGHT = [
    "Tarrant took in 845 stray dogs, more than any other council, and only 186 of them went home.",
    "The southern group, of which Tarrant is one of three, took in 1,581 stray dogs in 2024.",
    "Across all councils 2,295 stray dogs were taken in. The union puts the true number at 4,000.",
    "It returned 186 dogs to their owners. It has 96 under construction and had promised 250.",
    "It took in 845 stray dogs, more than double the number for 2022.",
    "It took in 845 stray dogs, twice as many as in 2022, and returned 186 to their owner.",
    "Tarrant returned 186 dogs. Councils in the south returned 587 dogs between them.",
    "In Selmouth the number of stray dogs went down from 390 to 371.",
    "In Selmouth the number of stray dogs was 371, which the charity's own count puts at 412.",
    "In Tarrant it was 845 stray dogs, up from 504 two years ago.",
    "The stray dogs of Tarrant rose to 845 from 412 in two years.",
    "The number of stray dogs in Selmouth fell to 371 from 402 two years before.",
    "Last year Selmouth took in 371 stray dogs. This year it has taken in 390 so far.",
    "Selmouth took in 371 stray dogs last year, after 390 in the year before.",
    "Tarrant returned 186 stray dogs to their owner. The standard is that 300 should be.",
    "Tarrant took in 845 dogs. It has 30 on order, and 12 in the pipeline.",
]
WRONG = [
    ("In Selmouth the number of stray dogs fell to 371 from 390 two years before.", "390"),
    ("Tarrant had 845 stray dogs taken in last year. Selmouth had 390 stray dogs taken in last year.", "390"),
    ("Tarrant returned 235 dogs to their owner in 2024.", "235"),
    ("In Selmouth the number of stray dogs went down from 390 to 402.", "402"),
    (
        "Selmouth took in 371 stray dogs, more than any other council, and returned 210.",
        "more than any other",
    ),
]


OFFERS = """Council,Interviews offered 2023,Interviews offered 2024,\
Interviews accepted 2023,Interviews accepted 2024
Marl,570,700,342,287
Dene,410,455,301,322
"""


def questioned(text: str, folder: Path, table: str = DOGS, lead: str = LEAD) -> set[str]:
    """The figures and phrases that the table questions."""
    path = folder / "table.csv"
    path.write_text(table)
    review = pipeline.review_documents([document_from_text(lead + text)], references=[path])
    told = (f.relation.roles[0].value for f in review.findings if f.cells and f.verdict == "mismatch")
    return {getattr(v, "figure", v).text for v in told}


@pytest.mark.parametrize("text", RIGHT)
def test_what_stands_between_ties_no_figure_to_another_cell(text: str, tmp_path: Path) -> None:
    assert questioned(text, tmp_path) == set()


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_only_what_is_off_is_questioned(text: str, wrong: str, tmp_path: Path) -> None:
    assert questioned(text, tmp_path) == {wrong}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Of the 700 interviews that Marl offered in 2024, 413 were turned down.", set()),
        ("Of the 700 interviews that Marl offered in 2024, 287 were turned down.", {"287"}),
        ("Of the 700 interviews that Marl offered in 2024, 287 were not turned down.", set()),
        ("Of the 700 interviews that Marl offered in 2024, 40 were turned down on the day.", set()),
        ("Of the 600 interviews that Marl planned, 287 were turned down.", set()),
    ],
)
def test_what_is_left_is_the_whole_without_the_part(text: str, wrong: set[str], tmp_path: Path) -> None:
    assert questioned(text, tmp_path, OFFERS, "") == wrong
