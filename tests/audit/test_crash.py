"""A run that is killed without warning, again and again, ends with the store of one that nobody disturbed."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from corpora.press.make import write
from extractor.audit.store import Store
from tests.audit.test_audit import held


def command(folder: Path, store: Path, workers: int = 1) -> list[str]:
    """An audit of the press in a folder, with its export beside the store."""
    options = ["--store", str(store), "--workers", str(workers), "--export", str(store.with_suffix(".jsonl"))]
    return [sys.executable, "-m", "extractor", "audit", str(folder / "press.jsonl"), *options]


def killed_after(folder: Path, store: Path, texts: int) -> None:
    """Start an audit and kill it once the store holds so many texts more."""
    least = held(store) + texts
    running = subprocess.Popen(command(folder, store), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while held(store) < least and running.poll() is None:
        time.sleep(0.01)
    running.kill()
    running.wait()


def test_three_kills_change_nothing(tmp_path: Path) -> None:
    write(tmp_path, 60, 4, 0.0, seed=5)
    calm, torn = tmp_path / "calm.sqlite", tmp_path / "torn.sqlite"
    subprocess.run(command(tmp_path, calm, workers=2), check=True, capture_output=True)
    for texts in (1, 12, 20):
        killed_after(tmp_path, torn, texts)
        assert 0 < held(torn) < held(calm)
    subprocess.run(command(tmp_path, torn), check=True, capture_output=True)
    assert torn.with_suffix(".jsonl").read_bytes() == calm.with_suffix(".jsonl").read_bytes()
    with Store.open(torn) as kept:
        assert kept.rows("SELECT count(*) FROM runs WHERE ended IS NULL") == [(3,)]


def test_a_store_opens_after_a_kill_in_the_middle_of_a_write(tmp_path: Path) -> None:
    """A process that dies within a transaction leaves nothing of it."""
    store = tmp_path / "s.sqlite"
    with Store.open(store, create=True):
        pass
    code = (
        "import os, sys; from pathlib import Path; from extractor.audit.store import Store\n"
        "kept = Store.open(Path(sys.argv[1]))\n"
        "with kept.transaction() as write:\n"
        "    write.execute(\"INSERT INTO errors VALUES ('p', 's', NULL, 'read', 'm')\")\n"
        "    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(store)], check=False).returncode == 9
    with Store.open(store) as kept:
        assert kept.rows("SELECT count(*) FROM errors") == [(0,)]
        assert kept.rows("PRAGMA integrity_check") == [("ok",)]
