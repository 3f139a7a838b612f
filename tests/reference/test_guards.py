"""Figures that a table does not speak of, though they stand beside its rows and in its words."""

from __future__ import annotations

import pytest

from extractor import pipeline
from extractor.read import document_from_text
from extractor.reference.tables.heads import head
from tests.reference.told import about

PAY = """Industry,Staff,Women (% of staff),Pay of men ($ a week),Pay of women ($ a week)
Mining,21700,21.7,2782,2355
Retail trade,67900,46.0,2433,2012
Health care,34800,46.2,1254,1130
Other services,45400,26.1,2492,2121
All industries,169800,33.7,2110,1790
"""
SCHOOLS = """Town,Pupils,Teachers,Suspensions
Ashby,6300,394,590
Barrow,3400,190,135
Corley,1580,94,107
Denby,2980,166,187
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In mining 61 per cent of staff are women.", ["mismatch"]),
        ("In mining 61 per cent of women have been harassed.", []),
        ("In mining 61 per cent of staff told a survey that they were women.", []),
        ("In mining women earn $1,995 a week.", ["mismatch"]),
        ("In mining women earn $1,995 a month.", []),
        ("In mining women pay $95 for a bed.", []),
        ("Health care went the other way, from 8.1 to 9.9.", []),
    ],
)
def test_another_base_time_or_size(sentence: str, expected: list[str]) -> None:
    assert about(sentence, PAY) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Ashby there are 5,200 pupils.", ["mismatch"]),
        ("In Ashby 5,200 pupils were sent home for vaping.", []),
        ("A poll of 420 teachers was taken in Ashby.", []),
        ("In Ashby 3,600 pupils are over 11.", []),
    ],
)
def test_a_part_that_is_not_counted(sentence: str, expected: list[str]) -> None:
    assert [v for v in about(sentence, SCHOOLS) if v != "undecided"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Barrow has less room than Corley. Its roll is 3,400 pupils.", ["consistent"]),
        ("Barrow has less room than Corley. Its roll is 3,900 pupils.", []),
        ("Barrow is an old town. Its roll is 3,900 pupils.", ["mismatch"]),
    ],
)
def test_a_pronoun_after_two_rows(text: str, expected: list[str]) -> None:
    assert [v for v in about(text, SCHOOLS) if v != "undecided"] == expected


def test_a_head_names_the_whole_of_its_shares() -> None:
    assert head("Women (% of employees)").base == {"employ"}
    assert head("Women (%)").base == frozenset()


def test_a_concentration_is_a_plain_number() -> None:
    assert head("Mean lead (per 100 ml)").unit == ""
    assert head("Deaths per 100,000").unit == "per 100000"


def test_a_head_with_two_dates_is_of_the_one_with_a_year() -> None:
    read = head("Open cases at 31 December: 2019")
    assert (read.period.key if read.period else "", read.words) == ("2019", ("open", "case"))


def test_two_cells_that_print_otherwise_share_no_place() -> None:
    table = "Town,Late (%)\nAshby,17.4\nBarrow,17.3\nCorley,12.0\nDenby,9.1\n"
    assert about("Ashby has the second-highest share that is late.", table) == ["mismatch"]
    assert about("Barrow has the second-highest share that is late.", table) == ["consistent"]


def test_a_row_behind_the_noun_of_a_figure_that_opens_a_sentence() -> None:
    text = "Corley has 94 teachers and Denby 166. With 190 teachers, Barrow lies between."
    assert about(text, SCHOOLS) == ["consistent"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Ashby has promised to cut suspensions to 300.",
        "The union wants 600 more teachers in Ashby.",
        "Ashby will aim for 5,700 pupils.",
    ],
)
def test_what_somebody_wants_is_in_no_table(sentence: str) -> None:
    assert "mismatch" not in about(sentence, SCHOOLS)


STATE = """County,Measles cases,Children,Vaccinated (%)
Abbott,12,260,88.5
Carver,7,905,96.1
Dunmore,3,3199,92.6
Statewide,22,4364,93.1
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Statewide there were 22 measles cases.", ["consistent"]),
        ("Statewide there were 28 measles cases.", ["mismatch"]),
        ("Nationally there were 28 measles cases.", []),
        ("Across the country 81 per cent are vaccinated.", []),
        ("In Carver 95 per cent are vaccinated.", ["mismatch"]),
        ("In Carver 95 per cent is needed to be safe, doctors say, among the vaccinated.", []),
        ("“I had 14 measles cases in Carver in one week,” said Lena Ostrow.", []),
    ],
)
def test_another_place_a_norm_and_a_tale(text: str, expected: list[str]) -> None:
    assert [v for v in about(text, STATE) if v != "undecided"] == expected


VISITS = """Branch,Visits 2022,Visits 2023,Value (£)
Abbey,9000,9600,700
Bishop,4100,4000,450
Canon,11100,11250,905
All branches,24200,24850,2055
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All told there were 26,850 visits.", ["mismatch"]),
        ("Surpur had 26,850 visits.", []),
        ("The arts council paid for 26,850 visits.", []),
        ("Audiences rose by 18 per cent.", []),
    ],
)
def test_a_body_that_is_no_row(text: str, expected: list[str]) -> None:
    assert [v for v in about(text, VISITS) if v != "undecided"] == expected


def test_two_tables_of_one_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    paths = [tmp_path_factory.mktemp(n) / "table.csv" for n in ("a", "b")]
    for path, table in zip(paths, (VISITS, SCHOOLS), strict=True):
        path.write_text(table)
    text = "Ashby has 6,300 pupils, Barrow 3,400 and Corley 1,580. Abbey had 9,600 visits, and Bishop 4,400."
    review = pipeline.review_documents([document_from_text(text)], references=paths)
    assert [f.verdict for f in review.findings if f.cells] == [*["consistent"] * 4, "mismatch"]
