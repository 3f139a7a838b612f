"""On a Ray cluster of this machine: the same export, also when a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpora.press.make import write
from extractor.audit.export import export_lines
from extractor.audit.ray_farm import RayFarm
from extractor.audit.run import Task, Way, analyser, audit
from extractor.audit.store import Store
from extractor.errors import SettingsError

#: Names the file that says that a worker was killed.
MARKER = "CROSSFOOT_TEST_KILLED"


def exported(press: Path, store: Path, way: Way) -> str:
    with Store.open(store, create=True) as kept:
        audit([str(press)], kept, way=way)
        return "".join(export_lines(kept))


def dying(*arguments: Any) -> Callable[[Task], Any]:
    """A worker that kills itself in the middle of its work, once in a run."""
    work, marker, done = analyser(*arguments), Path(os.environ[MARKER]), 0

    def do(task: Task) -> Any:
        nonlocal done
        done += 1
        if done == 5 and not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return work(task)

    return do


@pytest.mark.filterwarnings("ignore")
def test_the_export_is_the_same_and_a_killed_worker_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("ray", reason="Ray is not installed")
    write(tmp_path, 60, 4, 0.0, seed=5)
    press = tmp_path / "press.jsonl"
    marker = tmp_path / "killed"
    monkeypatch.setenv(MARKER, str(marker))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # the workers import this module
    local = exported(press, tmp_path / "local.sqlite", Way(workers=2))
    assert exported(press, tmp_path / "ray.sqlite", Way(workers=2, engine="ray", make=dying)) == local
    assert marker.exists()


def test_without_ray_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)

    def make(*_: Any) -> Any:
        raise AssertionError

    with pytest.raises(SettingsError, match="pip install"):
        list(RayFarm(make, (), 1, 1.0).each([1]))
