"""The commands `export` and `rehydrate`, over reviews that were kept and stories that are read."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from extractor.cli import run
from extractor.report.json import render_json
from tests.export.made import ROOT
from tests.report.marlowe import BOTH, MAIN, REVIEW

DEMO = ROOT / "corpora" / "demo" / "noise-complaints.txt"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "review.json"
    path.write_text(render_json(REVIEW), encoding="utf-8")
    return path


def test_a_kept_review_becomes_a_table(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(review)]) == 0
    rows = list(csv.DictReader(StringIO(capsys.readouterr().out, newline="")))
    assert [r["id"] for r in rows] == [c.id for c in REVIEW.claims]


def test_a_story_is_checked_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(DEMO), "--format", "jsonl", "--rows", "findings"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "mismatch" in {r["verdict"] for r in rows}
    assert {r["settings"]["text"] for r in rows} == {"quote"}


def test_what_was_left_out_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lean = tmp_path / "lean.json"
    assert run(["export", str(DEMO), "--format", "json", "--text", "none", "-o", str(lean)]) == 0
    assert "Calderfold" not in lean.read_text(encoding="utf-8")
    assert run(["rehydrate", str(lean), str(DEMO)]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["documents"][0]["text"].startswith("Council goes out")
    assert whole["settings"]["rehydrated"] == "none"


def test_a_text_that_is_not_there_is_told(
    review: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "marlowe.txt"
    story.write_text(MAIN.text.replace("410", "401"), encoding="utf-8")
    assert run(["rehydrate", str(review), str(story)]) == 2
    assert "marlowe: no text given has its digest" in capsys.readouterr().err


def test_inputs_that_could_not_be_read_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "both.json"
    path.write_text(render_json(BOTH), encoding="utf-8")
    assert run(["export", str(path)]) == 2
    assert "crossfoot: feed.jsonl, line 7: not JSON" in capsys.readouterr().err


def test_an_export_is_not_written_over_its_source(review: Path) -> None:
    assert run(["export", str(review), "-o", str(review)]) == 2
    assert json.loads(review.read_text(encoding="utf-8"))["schema"] == "crossfoot/1"
