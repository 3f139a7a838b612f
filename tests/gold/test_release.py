"""The gold as files to hand on: nothing is lost, families keep together, loaders find it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gold.passages.passage import load as load_passages
from gold.release import released, write_release
from gold.texts import PARTS, load_part

Json = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("gold") / "release"
    write_release(made)
    return made


def lines(folder: Path, kind: str) -> list[Json]:
    texts = [(folder / f"{kind}-{part}.jsonl").read_text(encoding="utf-8") for part in PARTS]
    return [json.loads(line) for text in texts for line in text.split("\n") if line]


@pytest.mark.parametrize("part", PARTS)
def test_every_label_is_in_it(folder: Path, part: str) -> None:
    loaded = load_part(part)
    documents = [d for d in lines(folder, "documents") if d["part"] == part]
    assert [{k: v for k, v in d.items() if k not in ("part", "family")} for d in documents] == list(
        loaded.documents
    )
    assert [s["id"] for s in lines(folder, "sets") if s["part"] == part] == [
        s.label["id"] for s in loaded.sets
    ]
    cases = [c for c in lines(folder, "cases") if c["part"] == part]
    assert [c["statements"] for c in cases] == [c.label["statements"] for c in loaded.cases]
    assert all((folder / c["table"]).is_file() for c in cases)
    told = {p["id"] for p in lines(folder, "passages") if p["part"] == part}
    assert told == {p.id for p in load_passages(part)}


@pytest.mark.parametrize("kind", ["documents", "sets", "cases", "passages"])
def test_no_family_is_on_both_sides(folder: Path, kind: str) -> None:
    tune, report = ({d["family"] for d in lines(folder, kind) if d["part"] == part} for part in PARTS)
    assert tune
    assert report
    assert not tune & report


def test_twins_and_siblings_are_one_family() -> None:
    family = {d["id"]: d["family"] for kind, d in released("tune") if kind == "documents"}
    assert family["c-cold-brew-twin"] == family["c-cold-brew"]
    assert family["levy-a"] == family["levy-b"] == "levy"


def test_sets_name_documents_that_are_there(folder: Path) -> None:
    known = {d["id"] for d in lines(folder, "documents")}
    assert {name for s in lines(folder, "sets") for name in s["docs"].values()} <= known


LOADER = """
import json, sys
import mlcroissant as mlc
data = mlc.Dataset(sys.argv[1])
told = [r["documents-tune/family"].decode() for r in data.records("documents-tune")]
print(json.dumps({"errors": sorted(data.metadata.ctx.issues.errors), "families": told}))
"""


def test_a_loader_finds_it(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADER, str(folder / "croissant.json")],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["errors"] == []
    assert told["families"] == [d["family"] for d in lines(folder, "documents") if d["part"] == "tune"]


def test_the_pages_go_along(folder: Path) -> None:
    assert {"DATASHEET.md", "GUIDE.md", "LICENSE.md"} <= {p.name for p in folder.iterdir()}
