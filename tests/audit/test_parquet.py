"""A store as Parquet and back: audits of parts of a corpus come together without a text checked twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from extractor.audit.export import export_lines
from extractor.audit.parquet import TABLES, read_tables, write_tables
from extractor.audit.run import audit
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.cli import run
from extractor.errors import SettingsError
from tests.audit.test_audit import RAIN, STORY


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(n=412))
    (folder / "b.txt").write_text(STORY.format(n=421))
    (folder / "c.txt").write_text(RAIN)
    (folder / "d.pdf").write_bytes(b"\x00\x01")
    return folder


def dumped(name: str, paths: list[Path], tmp_path: Path) -> Path:
    """The tables of a store of its own that audited some paths."""
    with Store.open(tmp_path / f"{name}.sqlite", create=True) as kept:
        audit([str(path) for path in paths], kept)
        write_tables(kept, tmp_path / name)
    return tmp_path / name


def test_parts_audited_apart_make_the_same_store(press: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "whole.sqlite", create=True) as kept:
        audit([str(press)], kept)
        whole = "".join(export_lines(kept))
    one = dumped("one", [press / "a.txt", press / "c.txt"], tmp_path)
    two = dumped("two", [press / "b.txt", press / "d.pdf"], tmp_path)
    with Store.open(tmp_path / "joined.sqlite", create=True) as kept:
        assert [read_tables(kept, folder, Settings()) for folder in (one, two)] == [2, 1]
        done = audit([str(press)], kept)
        assert (done.done, done.skipped) == (0, 3)
        assert "".join(export_lines(kept)) == whole


def test_a_dump_says_everything_that_cannot_be_made_anew(press: Path, tmp_path: Path) -> None:
    folder = dumped("one", [press], tmp_path)
    with (
        Store.open(tmp_path / "one.sqlite") as kept,
        Store.open(tmp_path / "two.sqlite", create=True) as other,
    ):
        kept.decide("f-1", "dismissed", "editor", "2025-03-04", "as the council counts")
        write_tables(kept, folder)
        read_tables(other, folder, Settings())
        for name, which in TABLES.items():
            query = f"SELECT * FROM {name} WHERE {which}"
            assert other.rows(query) == kept.rows(query), name
        assert other.rows("SELECT count(*) FROM claims") != [(0,)]


def test_a_changed_text_supersedes_what_is_taken_in(press: Path, tmp_path: Path) -> None:
    old = dumped("old", [press / "a.txt"], tmp_path)
    (press / "a.txt").write_text(STORY.format(n=430))
    with Store.open(tmp_path / "new.sqlite", create=True) as kept:
        read_tables(kept, old, Settings())
        audit([str(press / "a.txt")], kept)
        current = kept.rows("SELECT supersedes IS NOT NULL FROM documents WHERE current")
        assert current == [(1,)]
        assert kept.rows("SELECT count(*) FROM documents WHERE NOT current") == [(1,)]
    again = dumped("again", [press / "a.txt"], tmp_path)
    with Store.open(tmp_path / "old.sqlite") as kept:
        read_tables(kept, again, Settings())
        assert kept.rows("SELECT count(*) FROM documents WHERE current") == [(1,)]


def test_any_tool_reads_the_tables(press: Path, tmp_path: Path) -> None:
    folder = dumped("one", [press], tmp_path)
    with duckdb.connect() as engine:
        claims = f"read_parquet('{folder}/claims.parquet')"
        rows = engine.execute(f"SELECT DISTINCT quote FROM {claims} WHERE value = '412'").fetchall()
    assert rows == [("412",)]


def test_what_was_audited_otherwise_is_refused(press: Path, tmp_path: Path) -> None:
    folder = dumped("one", [press / "c.txt"], tmp_path)
    with Store.open(tmp_path / "two.sqlite", create=True) as kept:
        with pytest.raises(SettingsError, match="another version, policy"):
            read_tables(kept, folder, Settings(model="another"))
        with pytest.raises(SettingsError, match="no tables of an audit"):
            read_tables(kept, tmp_path, Settings())
        shutil.copy(folder / "claims.parquet", folder / "anchors.parquet")
        with pytest.raises(SettingsError, match=r"anchors.parquet: no table"):
            read_tables(kept, folder, Settings())


def test_the_command_dumps_and_takes_in(
    press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, dump = tmp_path / "s.sqlite", tmp_path / "dump"
    assert run(["audit", str(press / "a.txt"), "--store", str(store), "--dump", str(dump)]) == 0
    joined = ["audit", str(press / "b.txt"), "--store", str(tmp_path / "j.sqlite"), "--import", str(dump)]
    assert run(joined) == 0
    printed = capsys.readouterr().out
    assert "1 texts taken in" in printed
    assert "between documents" in printed
    assert run(["audit", "--store", str(tmp_path / "k.sqlite"), "--import", str(dump)]) == 0
    assert run(["audit", "--store", str(tmp_path / "l.sqlite")]) == 2
