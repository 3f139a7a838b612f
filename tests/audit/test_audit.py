"""An audit keeps everything once, goes on where it stopped, and finds what only siblings tell."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.audit.analysis import analyse
from extractor.audit.export import export_lines
from extractor.audit.run import Task, Way, audit
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.errors import SettingsError

STORY = """Council fills {n} potholes

The council filled {n} potholes on the roads of Thornley this year, its officer told members. It cost £38,000.

Some 61 per cent of them were on the ring road, which carries the lorries from the quarry.
"""
RAIN = "Rain fell on 12 days in May at the airport, the weather office at Kelmouth said on Friday morning.\n"


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(n=412))
    (folder / "b.txt").write_text(STORY.format(n=421))
    (folder / "c.txt").write_text(RAIN)
    (folder / "d.pdf").write_bytes(b"\x00\x01")
    return folder


def exported(store: Path, press: Path, way: Way | None = None) -> str:
    with Store.open(store, create=True) as kept:
        audit([str(press)], kept, Settings(), way)
        return "".join(export_lines(kept))


def test_workers_and_repeats_change_nothing(press: Path, tmp_path: Path) -> None:
    one = exported(tmp_path / "one.sqlite", press)
    assert exported(tmp_path / "two.sqlite", press, Way(workers=2)) == one
    assert exported(tmp_path / "one.sqlite", press) == one


def test_what_siblings_print_differently_is_found(press: Path, tmp_path: Path) -> None:
    records = [json.loads(line) for line in exported(tmp_path / "s.sqlite", press).splitlines()]
    conflicts = [r for r in records if r.get("verdict") == "mismatch"]
    assert conflicts
    assert {"421; 412", "412; 421"} >= {c["arithmetic"] for c in conflicts}
    assert [r["message"][:11] for r in records if "stage" in r] == ["binary data"]


def test_a_text_is_checked_once_and_a_changed_one_supersedes(press: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite", create=True) as kept:
        assert audit([str(press)], kept).done == 3
        assert audit([str(press)], kept).done == 0
        (press / "c.txt").write_text(RAIN.replace("12", "13"))
        assert audit([str(press)], kept).done == 1
        assert kept.rows("SELECT count(*) FROM documents WHERE supersedes IS NOT NULL") == [(1,)]


def breaking(settings: Settings, _: int) -> Callable[[Task], Any]:
    """A worker that dies of every text about rain."""
    from extractor.frame import load_model

    nlp = load_model(None)

    def work(task: Task) -> Any:
        if "Rain" in task.document.text:
            os._exit(9)
        return analyse(task.document, task.content, settings, nlp)

    return work


def test_a_text_that_kills_its_worker_is_told_and_the_rest_is_checked(press: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite", create=True) as kept:
        run = audit([str(press)], kept, way=Way(make=breaking))
        assert (run.done, run.failed) == (2, 2)
        ((message,),) = kept.rows("SELECT message FROM errors WHERE stage = 'check'")
        assert "broke down" in str(message)
        assert "Rain" not in str(message)


def test_others_read_while_one_writes(press: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store.open(path, create=True) as kept:
        audit([str(press)], kept)
        with kept.transaction() as write:
            write.execute("DELETE FROM findings")
            reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            assert reader.execute("SELECT count(*) FROM findings").fetchone()[0] > 0
            reader.close()


def held(store: Path) -> int:
    """How many texts another process has analysed so far."""
    try:
        reader = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        try:
            return int(reader.execute("SELECT count(*) FROM contents").fetchone()[0])
        finally:
            reader.close()
    except sqlite3.OperationalError:  # no file or no table yet
        return 0


def test_a_run_that_is_killed_goes_on(press: Path, tmp_path: Path) -> None:
    store, command = tmp_path / "s.sqlite", [sys.executable, "-m", "extractor", "audit", str(press)]
    killed = subprocess.Popen([*command, "--store", str(store)], stderr=subprocess.DEVNULL)
    while not held(store) and killed.poll() is None:
        time.sleep(0.02)
    killed.kill()
    killed.wait()
    assert held(store)
    assert exported(store, press) == exported(tmp_path / "calm.sqlite", press)


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(SettingsError, match="use a newer Crossfoot"):
        Store.open(path)
