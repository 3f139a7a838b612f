"""Recipes that people copy out of the docs: each is run as it stands there."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.audit.run import audit
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from tests.audit.test_audit import STORY

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "corpora" / "demo"


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    return subprocess.run([*command], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("MPLBACKEND", "Agg")
    notebook = json.loads((ROOT / "docs" / "notebooks" / "claims.ipynb").read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    known: dict[str, object] = {}
    for cell in notebook["cells"]:
        assert cell["cell_type"] != "code" or not cell["outputs"]
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), known)
    assert "error |" in capsys.readouterr().out
    shares = known["shares"]
    turned = shares[shares.negated]  # type: ignore[index, attr-defined]
    assert set(turned.quote) == {"60 per cent"}
    assert turned.low.iloc[0] == pytest.approx(39.5)
    plot = known["plt"].gca()  # type: ignore[attr-defined]
    assert (plot.get_xlabel(), len(plot.get_yticklabels())) == ("per cent", len(set(known["names"])))  # type: ignore[call-overload]


def test_the_hook_stops_a_text_that_does_not_agree(tmp_path: Path) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"^  entry: (.+)$", hook, re.MULTILINE)
    shutil.copy(DEMO / "brickworks-homes.txt", tmp_path / "bad.txt")
    (tmp_path / "good.txt").write_text("Of 70 calls 35 were answered, half of them.\n", encoding="utf-8")
    assert run(*entry.split(), "bad.txt", "good.txt", folder=tmp_path).returncode == 1
    assert run(*entry.split(), "good.txt", folder=tmp_path).returncode == 0


def test_the_query_over_a_store_counts_conflicts_by_outlet(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "guides" / "developer.md").read_text(encoding="utf-8")
    query = re.search(r"^    SELECT .*?;$", guide, re.MULTILINE | re.DOTALL)
    assert query is not None
    lines = [
        json.dumps({"id": o, "outlet": o, "text": STORY.format(n=n)})
        for o, n in (("Mail", 412), ("Post", 421))
    ]
    (tmp_path / "press.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with Store.open(tmp_path / "audit.sqlite", create=True) as kept:
        audit([str(tmp_path / "press.jsonl")], kept, Settings())
    with sqlite3.connect(tmp_path / "audit.sqlite") as store:
        found = dict(store.execute(query[0]).fetchall())
    assert found.keys() == {"Mail", "Post"}
    assert min(found.values()) >= 1
    recipe = str(ROOT / "docs" / "datasette" / "metadata.json")
    path = "/audit/conflicts.json?_shape=array"
    browsed = run("datasette", "audit.sqlite", "-m", recipe, "--get", path, folder=tmp_path)
    assert {row["outlet"]: row["conflicts"] for row in json.loads(browsed.stdout)} == found


def test_the_spacy_project_trains(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "spacy" / "project.yml").read_text(encoding="utf-8")
    (tmp_path / "project.yml").write_text(text.replace("steps: 200", "steps: 2"), encoding="utf-8")
    (tmp_path / "stories").mkdir()
    for story in DEMO.glob("*.txt"):
        shutil.copy(story, tmp_path / "stories")
    done = run("python", "-m", "spacy", "project", "run", "all", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "training" / "model-last" / "ner").is_dir()
