"""`crossfoot check --store`: what was dismissed on the review page stays folded."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import cli
from tests.web.served import STORY, served
from tests.web.test_desk import key_in


def test_what_was_dismissed_stays_folded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, story = tmp_path / "desk.sqlite", tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    with served(store) as client:
        address, page = client.paste()
        assert cli.run(["check", str(story), "--store", str(store)]) == 1
        client.post(f"{address}/findings", {"finding": key_in(page), "what": "dismiss"})
        capsys.readouterr()
        assert cli.run(["check", str(story), "--store", str(store)]) == 0  # read while the server writes
    told = capsys.readouterr()
    assert "1 dismissed before and left out" in told.err
    assert "slightly higher" not in told.out
    assert cli.run(["check", str(story)]) == 1


def test_a_store_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    assert cli.run(["check", str(story), "--store", str(tmp_path / "none.sqlite")]) == 2
    assert cli.run(["check", str(story), "--store", str(story)]) == 2
    assert "--store" in capsys.readouterr().err
