"""Stories beside the release that they were written from: who prints which figure, and how."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from extractor.audit.export import export_lines
from extractor.audit.forget import forget
from extractor.audit.matrix import Matrix
from extractor.audit.overview import overview
from extractor.audit.page import render_page
from extractor.audit.run import Way, audit
from extractor.audit.schema import MIGRATIONS, migrate
from extractor.audit.store import Store
from extractor.cli import run
from tests.audit.test_audit import RAIN

RELEASE = """Tarnbrook logs 412 missing-person reports

Officers in Tarnbrook logged 412 missing-person reports in the year to March, up from 388 the year before.

An estimated 1,260 children live in care in the county.

Of those reports, 37.4 per cent involved a child in care.

The missing-person team at Tarnbrook has 114 officers.
"""
SAME = RELEASE.replace("Of those reports, 37.4", "Some 37.4")
SLIP = """Missing reports up in Tarnbrook

Officers in Tarnbrook logged 421 missing-person reports in the year to March, up from 388 the year before.

In the county 1,260 children live in care. Around 37 per cent of the reports involved a child in care.

A charity said that it had helped 96 families.
"""
STRANGER = (
    "Rail fares to rise\n\nTrain fares in Oxley rise by 4.6 per cent in March, to £38 for a day return.\n"
)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A release, a copy of it in two papers, a story with a slip, and news of something else."""
    folder = tmp_path / "press"
    folder.mkdir()
    told = {"Argus": SAME, "Bugle": SAME, "Echo": SLIP, "Rail": STRANGER, "Rain": RAIN}
    lines = [json.dumps({"id": n.lower(), "outlet": n, "text": text}) for n, text in told.items()]
    (folder / "stories.jsonl").write_text("\n".join(lines))
    (folder / "release.txt").write_text(RELEASE)
    return folder


def audited(store: Path, press: Path, way: Way | None = None) -> str:
    with Store.open(store, create=True) as kept:
        audit([str(press)], kept, way=way, releases=[str(press / "release.txt")])
        return "".join(export_lines(kept))


def matrix_of(store: Path) -> Matrix:
    with Store.open(store) as kept:
        (matrix,) = overview(kept).matrices
        return matrix


def fates(matrix: Matrix, outlets: tuple[str, ...]) -> dict[str, str]:
    column = matrix.columns.index(outlets)
    return {line.quote: line.cells[column].fate for line in matrix.lines}


def test_each_outlet_has_a_fate_for_each_figure(press: Path, tmp_path: Path) -> None:
    audited(tmp_path / "s.sqlite", press)
    matrix = matrix_of(tmp_path / "s.sqlite")
    assert matrix.title == "Tarnbrook logs 412 missing-person reports"
    assert matrix.columns == (("Argus", "Bugle"), ("Echo",))
    slip = fates(matrix, ("Echo",))
    assert slip["412"] == "changed"
    assert slip["388"] == "same"
    assert slip["An estimated 1,260"] == "caveat dropped"
    assert slip["37.4 per cent"] == "rounded"
    assert slip["114"] == "not printed"
    assert matrix.added[1] == ("96",)
    copy = fates(matrix, ("Argus", "Bugle"))
    assert {copy[quote] for quote in ("412", "388", "An estimated 1,260", "114")} == {"same"}


def test_a_figure_that_the_release_repeats_is_one_line(press: Path, tmp_path: Path) -> None:
    audited(tmp_path / "s.sqlite", press)
    quotes = [line.quote for line in matrix_of(tmp_path / "s.sqlite").lines]
    assert quotes.count("412") == 1
    assert len(quotes) == len(set(quotes)) == 5


def test_workers_and_repeats_change_nothing(press: Path, tmp_path: Path) -> None:
    one = audited(tmp_path / "one.sqlite", press)
    assert '"fate": "changed"' in one
    assert audited(tmp_path / "two.sqlite", press, Way(workers=2)) == one
    assert audited(tmp_path / "one.sqlite", press) == one


def test_the_store_remembers_what_was_a_release(press: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    audited(store, press)
    (press / "late.txt").write_text(SLIP.replace("421", "429"))
    with Store.open(store) as kept:
        audit([str(press)], kept)
    assert any("late.txt" in outlets[0] for outlets in matrix_of(store).columns)


def test_a_forgotten_release_leaves_no_trace(press: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    audited(store, press)
    with Store.open(store) as kept:
        forget(kept, "release")
        assert overview(kept).matrices == ()
        assert kept.rows("SELECT * FROM traces") == kept.rows("SELECT * FROM releases") == []


def test_a_forgotten_story_leaves_the_matrix(press: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    audited(store, press)
    with Store.open(store) as kept:
        forget(kept, "echo")
    assert matrix_of(store).columns == (("Argus", "Bugle"),)


def test_a_store_of_the_version_before_is_brought_up(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite", create=True) as kept:
        kept.connection.executescript("DROP TABLE traces; DROP TABLE releases; PRAGMA user_version = 2")
        migrate(kept.connection)
        assert kept.rows("PRAGMA user_version") == [(len(MIGRATIONS),)]
        assert kept.rows("SELECT count(*) FROM traces") == [(0,)]


def test_the_page_and_the_tables_show_the_matrix(
    press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, tables = tmp_path / "s.sqlite", tmp_path / "tables"
    source = str(press / "release.txt")
    assert run(["audit", str(press), "--store", str(store), "--source", source]) == 0
    assert "beside Tarnbrook logs 412 missing-person reports: 2 texts; " in capsys.readouterr().out
    assert run(["report", str(store), "-o", str(tmp_path / "a.html"), "--tables", str(tables)]) == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Beside the release: Tarnbrook logs 412" in page
    assert "release.txt (release)" in page
    rows = list(csv.DictReader((tables / "releases.csv").read_text(encoding="utf-8").splitlines()))
    told = {(row["figure"], row["outlets"], row["fate"], row["printed"]) for row in rows}
    assert ("412", "Echo", "changed", "421") in told
    assert ("", "Echo", "not in the source", "96") in told
    assert (tables / "releases.parquet").is_file()


def test_a_release_that_cannot_be_read_is_listed(press: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "none.txt")
    assert run(["audit", str(press), "--store", str(tmp_path / "s.sqlite"), "--source", missing]) == 2


def test_without_a_release_the_page_has_no_matrix(press: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite", create=True) as kept:
        audit([str(press)], kept)
        seen = overview(kept)
    assert seen.matrices == ()
    assert "Beside the release" not in render_page(seen, "Audit")


def test_the_queries_of_the_guide_answer(press: Path, tmp_path: Path) -> None:
    audited(tmp_path / "s.sqlite", press)
    guide = (Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sql\n(.*?)```", guide, re.DOTALL)
    with Store.open(tmp_path / "s.sqlite") as kept:
        disputed, changed = (kept.rows(query) for query in queries)
    assert {"412", "421"} <= {str(quote) for _, _, quote in disputed}
    assert ("Echo", "changed", "421", "412") in changed
    assert ("Echo", "caveat dropped", "1,260", "An estimated 1,260") in changed
