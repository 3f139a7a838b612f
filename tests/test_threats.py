"""What a stranger's file could try: each threat of `docs/threat-model.md` has a test, and these are some."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path

import pytest

from extractor import cli
from extractor.audit.store import Store
from extractor.errors import SettingsError
from extractor.model import Document, Problem
from extractor.read import read

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "docs" / "threat-model.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
GOOD = "Council sells 120 homes\n\nThe council sold 120 homes last year, 40 of them in the town of Dunmere.\n"
LOOP = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>endobj
trailer<</Root 1 0 R/Prev 0>>
startxref
0
%%EOF
"""


def named() -> list[tuple[str, str]]:
    return TEST.findall(MODEL.read_text(encoding="utf-8"))


def test_every_threat_has_a_test() -> None:
    rows = [line for line in MODEL.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    threats = [row for row in rows if not row.startswith(("| what", "|--", "| --"))]
    assert len(threats) >= 25
    assert [row for row in threats if not TEST.search(row)] == []


@pytest.mark.parametrize(("file", "test"), sorted(set(named())) if MODEL.exists() else [])
def test_a_test_that_is_named_is_there(file: str, test: str) -> None:
    assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["../../out.txt", "/tmp/crossfoot-out.txt", "a/../../out.txt", "a\\..\\out.txt"]
)
def test_a_name_in_an_archive_writes_nothing(name: str, tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr(name, GOOD)
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "stories.zip").write_bytes(made.getvalue())
    before = sorted(tmp_path.rglob("*"))
    (document,) = read(inner / "stories.zip")
    assert isinstance(document, Document)
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/tmp/crossfoot-out.txt").exists()


def test_a_link_in_a_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(GOOD)
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD)
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    assert [one.source for one in read(folder)] == [str(folder / "a.txt")]


def test_pages_that_hold_themselves_end(tmp_path: Path) -> None:
    file = tmp_path / "loop.pdf"
    file.write_bytes(LOOP)
    (found,) = read(file)
    assert isinstance(found, Problem)
    assert "broke down" not in found.message


def test_a_formula_in_a_sheet_is_not_worked_out(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["area", "homes"])
    book.active.append(["Dunmere", '=WEBSERVICE("http://127.0.0.1:9/x")'])
    book.active.append(["Sheer", 40])
    book.save(tmp_path / "table.xlsx")
    (document,) = read(tmp_path / "table.xlsx")
    assert isinstance(document, Document)
    assert "127.0.0.1" not in document.text


def check(story: Path, *options: str) -> int:
    return cli.run(["check", str(story), *options])


@pytest.mark.parametrize("name", ["a'); DROP TABLE cells; --.csv", 'b" OR 1=1.csv', "-- c.csv", "d\ne.csv"])
def test_names_and_heads_of_a_table_are_no_commands(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("extractor.reference.tables.large.LARGE_BYTES", 10)
    head = 'area,"homes\'); ATTACH \'out.db\'; --","x""; COPY cells TO \'out.csv\'"\n'
    rows = "".join(f"Place{n}'); DROP TABLE labels; --,{n},{n}\n" for n in range(60))
    (tmp_path / name).write_text(head + rows + "Dunmere,40,40\n")
    story = tmp_path / "story.txt"
    story.write_text(GOOD)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert check(story, "--reference", str(tmp_path / name)) in (0, 1, 2)
    assert sorted(tmp_path.iterdir()) == before
    assert "a bug" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "told",
    [
        {"path": "../../../../etc/passwd", "schema": {"fields": []}},
        {"schema": {"fields": [{"name": "homes", "title": "(a+)+$" * 200}]}},
        {"schema": {"fields": [{"name": "homes", "unit": 7}]}},
        {"label": 7, "rows": {"Dunmere": [4]}, "joins": [[1]]},
        {"schema": 7},
        [],
    ],
    ids=[
        "a path elsewhere",
        "a pattern as a title",
        "a unit of the wrong kind",
        "a label of the wrong kind",
        "no fields",
        "a list",
    ],
)
def test_the_description_of_a_table_only_describes(
    told: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "homes.csv").write_text("area,homes\nDunmere,40\nSheer,50\nAll,90\n")
    (tmp_path / "homes.json").write_text(json.dumps(told))
    story = tmp_path / "story.txt"
    story.write_text(GOOD)
    assert check(story, "--reference", str(tmp_path / "homes.csv")) in (0, 1, 2)
    printed = capsys.readouterr()
    assert "root:" not in printed.out + printed.err
    assert "a bug" not in printed.err


def test_a_store_with_tables_of_its_own_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE contents (a, b)")
        made.execute("CREATE TRIGGER t AFTER INSERT ON contents BEGIN DELETE FROM contents; END")
    made.close()
    with pytest.raises(SettingsError, match="store"):
        Store.open(file)


def test_a_policy_is_read_and_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, policy = tmp_path / "story.txt", tmp_path / "policy.toml"
    story.write_text(GOOD)
    policy.write_text('__import__("os").system("touch out")\n')
    assert check(story, "--policy", str(policy)) == 2
    assert "policy" in capsys.readouterr().err
