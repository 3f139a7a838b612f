"""Units that only titles name, quarters beside longer times, and targets of years to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from extractor import pipeline
from extractor.model import Problem
from extractor.read import document_from_text, read
from extractor.reference import ReferenceTable, tables_of
from extractor.reference.fitting import span_of
from extractor.reference.tables.heads import head
from extractor.reference.tables.layout import Column
from extractor.reference.tables.lent import scale_in, with_measures
from tests.reference.published import HOMES, PUPILS, ROADS


def table(tmp_path: Path, text: str) -> ReferenceTable:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    (found,) = (t for d in read(path) if not isinstance(d, Problem) for t in tables_of(d))
    return found


def questioned(tmp_path: Path, text: str, story: str) -> list[str]:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    review = pipeline.review_documents([document_from_text(story, id="story")], references=[path])
    found = [f for f in review.findings if f.verdict == "mismatch"]
    return [span_of(f.relation.roles[0].value).of(story) for f in found]


@pytest.mark.parametrize(
    ("line", "unit", "factor"),
    [
        ("(Thousands of dollars)", "USD", 1000),
        ("All amounts in billions of naira", "NGN", 10**9),
        ("Figures in ₦bn", "NGN", 10**9),
        ("Amounts are euro million", "EUR", 10**6),
        ("Persons in thousands unless otherwise noted", "", 1000),
        ("Population ('000)", "", 1000),
        ("Thousands of head(1)", "", 1000),
        ("In thousands", "", 1000),
        ("Unit: '000 tonnes", "", 1000),
        ("Figures are expressed in lakh", "", 100_000),
        ("(in lakh tonnes)", "", 100_000),
        ("x 1,000", "", 1000),
        ("Cattle by region, thousands of head", "", 1000),
        ("(Thousands, not seasonally adjusted)", "", 1000),
        ("Millions of passengers", "", 10**6),
        ("Jobs by industry – thousands [note 2]", "", 1000),
        ("Seats in 000s", "", 1000),
        ("Rs crore", "INR", 10**7),
        ("Per 1,000 people", None, None),
        ("Figures are rounded to thousands", None, None),
        ("Towns of 10,000 to 1 million people", None, None),
        ("Thousands of people marched", None, None),
    ],
)
def test_titles_lend_currencies_and_scales(line: str, unit: str | None, factor: int | None) -> None:
    found = scale_in([line])
    assert (found and found.unit, found and found.factor) == (unit, factor)


def test_dollars_of_a_title_are_lent_to_heads_without_a_unit(tmp_path: Path) -> None:
    found = table(tmp_path, ROADS)
    units = [(c.unit, c.head.factor) for c in found.columns]
    assert units == [("USD", 1000), ("USD", 1000), ("USD", 1000), ("mile", 1), ("USD", 1)]
    assert [r.label for r in found.totals] == ["GRAND TOTAL"]


def test_per_cent_of_a_title_is_lent_to_numbers_with_decimals(tmp_path: Path) -> None:
    assert [c.unit for c in table(tmp_path, PUPILS).columns] == ["", "%", "%", "%", "%"]


def test_nine_months_are_a_time_and_no_unit(tmp_path: Path) -> None:
    found = table(tmp_path, HOMES).columns[-1]
    assert (found.unit, found.head.period and found.head.period.key) == ("", "2025-01/2025-09")


@pytest.mark.parametrize(
    ("text", "story"),
    [
        (HOMES, "In Dunmoy 551 homes were finished between July and September, up 41 per cent on the year."),
        (HOMES, "With a quarter to go the tally for 2025 is 2,372 homes in Corran, 350 up."),
        (ROADS, "Atlantis spent $194,805 on each lane mile in 2024."),
        (
            ROADS,
            "Bellmont's $10.1 billion was under the $10.3 billion of 2023. Atlantis had $8.4 billion.",
        ),
        (PUPILS, "In Ashby 29.5 percent of pupils passed mathematics in 2025, down from 33."),
    ],
)
def test_right_ones_stay_silent(tmp_path: Path, text: str, story: str) -> None:
    assert not questioned(tmp_path, text, story)


@pytest.mark.parametrize(
    ("text", "story", "quote"),
    [
        (HOMES, "In Dunmoy 350 homes were finished between July and September 2025.", "350"),
        (ROADS, "The total spending of Atlantis was $7.2 billion in 2024.", "7.2"),
        (PUPILS, "In Ashby 33 percent of pupils were proficient in mathematics in 2025.", "33"),
    ],
)
def test_wrong_ones_are_questioned(tmp_path: Path, text: str, story: str, quote: str) -> None:
    assert any(quote in q for q in questioned(tmp_path, text, story))


def sheet_of_january(book: Workbook, year: int, rows: list[tuple[str | int | None, ...]]) -> None:
    """A sheet of waits for one year."""
    sheet = book.create_sheet(f"Jan {year}")
    sheet.append([f"Hospital handovers, January {year}"])
    sheet.append(
        ["Service", "Hospital", "Arrivals", "Over 60 minutes", "of which: over 120 minutes", "Hours lost"]
    )
    for row in rows:
        sheet.append(row)


@pytest.mark.parametrize(
    ("story", "quote"),
    [
        ("Ulver kept 181 patients for over two hours, 35 per cent up on a year ago.", None),
        ("Ulver kept 317 patients for over an hour, and 181 for over two hours, up 35 per cent.", None),
        ("Ulver kept 181 patients for over two hours, 20 per cent up on a year ago.", "20"),
    ],
)
def test_changes_are_those_of_the_level_beside_them(tmp_path: Path, story: str, quote: str | None) -> None:
    book = Workbook()
    for year, late in ((2025, (317, 181, 742)), (2024, (320, 134, 700))):
        kelld, bridd = ("North", "Kelld", 1878, 290, 127, 733), ("South", "Bridd", 2405, 350, 162, 912)
        sheet_of_january(book, year, [kelld, (None, "Ulver", 1622, *late), bridd])
    del book["Sheet"]
    path = tmp_path / "table.xlsx"
    book.save(path)
    review = pipeline.review_documents([document_from_text(story, id="story")], references=[path])
    wrong = [span_of(f.relation.roles[0].value).of(story) for f in review.findings if f.verdict == "mismatch"]
    assert not wrong if quote is None else any(quote in w for w in wrong)


@pytest.mark.parametrize(
    ("title", "unit", "factor"),
    [
        ("Average tariff (KSh/m3)", "KES", 1),
        ("Rent (€/m²)", "EUR", 1),
        ("Water price ($ per m3)", "USD", 1),
        ("Spending (£m)", "GBP", 10**6),
        ("Income, $ m", "USD", 10**6),
    ],
)
def test_cubic_metres_are_no_millions(title: str, unit: str, factor: int) -> None:
    found = head(title)
    assert (found.unit, found.factor) == (unit, factor)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Area in thousand hectares; production in thousand tonnes",
            [("hectare", 1000), ("metric_ton", 1000)],
        ),
        ("Area in hectares, production in lakh tonnes", [("hectare", 1), ("metric_ton", 100_000)]),
        ("Production is in tonnes. Area is in million acres.", [("acre", 10**6), ("metric_ton", 1)]),
        ("Production in good years", [("", 1), ("", 1)]),
    ],
)
def test_a_line_may_tell_the_unit_of_one_measure(line: str, expected: list[tuple[str, int]]) -> None:
    columns = [Column(1, head("Area 2023"), ""), Column(2, head("Production 2023"), "")]
    assert [(c.unit, c.head.factor) for c in with_measures(columns, [line])] == expected
