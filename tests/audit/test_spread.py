"""Workers compare siblings as the parent would, and what they fail at is done all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpora.press.make import write
from extractor.audit.clusters import clusters
from extractor.audit.run import Way, analyser, audit
from extractor.audit.settings import Settings
from extractor.audit.spread import Comparing, compare
from extractor.audit.store import Store

_FOUND = "SELECT * FROM findings ORDER BY scope, id"


def failing(settings: Settings, memory: int) -> Callable[[Any], Any]:
    """A worker that checks texts and breaks down on every cluster."""
    do = analyser(settings, memory)

    def most(task: Any) -> Any:
        if isinstance(task, Comparing):
            raise ValueError("a cluster that cannot be compared")
        return do(task)

    return most


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    write(folder, 40, 4, 0.0, seed=3)
    return folder / "press.jsonl"


@pytest.fixture(scope="module")
def alone(press: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of one worker, whose siblings the parent compared."""
    path = tmp_path_factory.mktemp("alone") / "store.sqlite"
    with Store.open(path, create=True) as store:
        audit([str(press)], store, way=Way(workers=1))
    return path


@pytest.mark.parametrize("make", [None, failing])
def test_two_workers_find_what_one_finds(make: Any, press: Path, alone: Path, tmp_path: Path) -> None:
    with Store.open(alone) as one, Store.open(tmp_path / "two.sqlite", create=True) as two:
        audit([str(press)], two, way=Way(workers=2, make=make))
        assert one.rows(_FOUND) == two.rows(_FOUND)
        assert one.rows("SELECT count(*) FROM findings WHERE scope IN (SELECT id FROM clusters)")[0] > (0,)


def test_a_worker_reads_the_store_and_writes_nothing(alone: Path) -> None:
    with Store.open(alone) as store:
        found = tuple(clusters(store))
        before = store.connection.total_changes
        made = compare(Comparing(store.path, found), Settings())
        assert [m.cluster for m in made] == list(found)
        assert store.connection.total_changes == before
    reader = Store.reading(str(alone))
    with pytest.raises(Exception, match="readonly"), reader:
        reader.connection.execute("DELETE FROM findings")
