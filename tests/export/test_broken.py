"""Texts that no encoding can hold are exported all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.cli import run


@pytest.mark.parametrize("shape", ["csv", "jsonl", "json", "annotations", "labelstudio", "claimreview"])
def test_half_a_character_stops_no_export(
    shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = {"id": "half \ud83d", "title": "\udc20", "text": "Of 70 calls \ud83d 25 were answered."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article), encoding="ascii")
    assert run(["export", str(tmp_path / "a.jsonl"), "--format", shape]) == 0
    assert "\ud83d" not in capsys.readouterr().out
