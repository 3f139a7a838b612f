"""Files that break readers are told with their reason, each of them, and every good story is done."""

from __future__ import annotations

from pathlib import Path

from corpora.press.hostile import MAKERS
from corpora.press.make import write
from extractor.audit.run import audit
from extractor.audit.store import Store


def test_every_bad_file_is_told_and_every_good_story_done(tmp_path: Path) -> None:
    stories = len(MAKERS)
    write(tmp_path, stories, 1, hostile=1.0, seed=4)
    bad = sorted(str(path) for path in (tmp_path / "hostile").iterdir())
    assert len(bad) == stories
    with Store.open(tmp_path / "s.sqlite", create=True) as kept:
        run = audit([str(tmp_path / "hostile"), str(tmp_path / "press.jsonl")], kept)
        told = kept.rows("SELECT source, message FROM errors WHERE stage = 'read'")
        assert kept.rows("SELECT count(*) FROM documents WHERE source LIKE '%press.jsonl'") == [(stories,)]
    assert (run.done + run.skipped, run.failed) == (stories, stories)
    named = [
        next(path for path in bad if str(source).startswith(path.removesuffix(".gz"))) for source, _ in told
    ]
    assert sorted(named) == bad
    assert all(len(str(message)) > 10 for _, message in told)
