"""Tables of many rows and Parquet, kept by DuckDB."""

from __future__ import annotations

import csv
import importlib.util
from itertools import product
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.model import Review
from extractor.read import document_from_text
from extractor.reference import LargeTable, load_large
from extractor.reference.tables import large
from scripts.bench_table import check as check_a_million
from scripts.bench_table import write_million_rows

pytestmark = pytest.mark.skipif(importlib.util.find_spec("duckdb") is None, reason="DuckDB is not installed")

HEADS = ["year", "area", "cause", "sex", "deaths"]
CAUSES = ["All causes", "Cancer", "Stroke"]
STORY = """There were 1,204 deaths from cancer in Marlow in 2022. Among males the number was 2,204.

Across England 7,020 people died of stroke in 2022."""


def deaths(year: int, area: int, cause: int, sex: int) -> int:
    """A number that no other row of a year has."""
    return 1000 * (sex + 1) + 200 * (year - 2021) + 4 * cause + 12 * area


def write(path: Path, areas: list[str]) -> Path:
    sexes = ["Persons", "Males", "Females"]
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        for (y, year), (a, area), (c, cause), (s, sex) in product(
            enumerate(("2021", "2022")), enumerate(areas), enumerate(CAUSES), enumerate(sexes)
        ):
            writer.writerow([year, area, cause, sex, deaths(2021 + y, a, c, s)])
    return path


def parquet(source: Path) -> Path:
    import duckdb

    made = source.with_suffix(".parquet")
    duckdb.connect().execute(f"COPY (SELECT * FROM read_csv('{source}')) TO '{made}' (FORMAT parquet)")
    return made


def review(text: str, table: Path) -> Review:
    return pipeline.review_documents([document_from_text(text)], references=[table])


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """More rows than are held as a whole: 1,500 areas at two times, three causes, three sexes."""
    areas = ["Marlow", "Hexley Vale", *(f"Area{n}" for n in range(1498)), "England"]
    return write(tmp_path / "deaths.csv", areas)


def test_the_rows_that_a_story_names_are_looked_up_where_they_stand(wide: Path) -> None:
    table = load_large(wide)
    assert isinstance(table, LargeTable)
    found = [f for f in review(STORY, parquet(wide)).findings if f.cells]
    cells = {f.relation.cue.text: (f.verdict, f.cells[0].observation) for f in found}
    verdict, cell = cells["1,204"]
    assert (verdict, cell.text, cell.entity) == ("consistent", "1204", "Marlow")
    with wide.open() as file:
        rows = list(csv.reader(file))
    assert rows[cell.row][cell.column - 1] == "1204"
    assert cells["2,204"][0] == "consistent"


def test_a_wrong_number_is_questioned(wide: Path) -> None:
    text = "There were 1,294 deaths from cancer in Marlow in 2022."
    assert [f.verdict for f in review(text, parquet(wide)).findings if f.cells] == ["mismatch"]


def test_nothing_is_ranked_in_a_slice(wide: Path) -> None:
    text = "Marlow had the most deaths from cancer of any area in 2022."
    assert not [f for f in review(text, parquet(wide)).findings if f.cells]


def test_small_parquet_is_read_as_a_whole(tmp_path: Path) -> None:
    table = parquet(write(tmp_path / "few.csv", ["Marlow", "Hexley Vale", "Dunmore", "England"]))
    text = "Dunmore had the most deaths from cancer of any area in 2022, 1,228."
    assert "consistent" in [f.verdict for f in review(text, table).findings if f.relation.kind == "rank"]


def test_a_table_is_loaded_once_and_again_when_it_changes(wide: Path) -> None:
    large._loaded.cache_clear()
    for _ in range(2):
        load_large(wide)
    assert large._loaded.cache_info().misses == 1
    write(wide, ["Marlow", *(f"Place{n}" for n in range(1500))])
    load_large(wide)
    assert large._loaded.cache_info().misses == 2


def test_what_is_no_table_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "odd.parquet"
    path.write_bytes(b"no Parquet")
    (problem,) = review("Marlow had 3 deaths.", path).errors
    assert "cannot be read" in problem.message


def test_a_story_is_checked_against_a_million_rows(tmp_path: Path) -> None:
    table = tmp_path / "million.parquet"
    write_million_rows(table)
    found = [f for f in check_a_million(table)[1].findings if f.cells]
    assert [f.verdict for f in found] == ["consistent", "mismatch"]
