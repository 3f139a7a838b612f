"""An ignore file leaves out what it names, and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import SettingsError
from extractor.ignored import load_ignored, without_ignored
from extractor.lexicon import load_policy
from extractor.model import Review
from extractor.reconcile import reconcile
from tests.reconcile.told import told


@pytest.fixture
def review() -> Review:
    story = told("{25:reply} of {70:reply} replies, {60 per cent}, said no in our yearly count.")
    findings = reconcile([story], load_policy()).findings
    return Review(documents=(story.document,), claims=story.claims, findings=findings)


def ignoring(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "ignore.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_an_id_is_left_out(review: Review, tmp_path: Path) -> None:
    (finding,) = (f for f in review.findings if f.verdict == "mismatch")
    path = ignoring(tmp_path, "# settled in May", f"{finding.id} # the base is another")
    assert finding not in without_ignored(review, load_ignored(path)).findings


def test_a_pattern_is_sought_in_the_sentences(review: Review, tmp_path: Path) -> None:
    assert without_ignored(review, load_ignored(ignoring(tmp_path, "/yearly c.unt/"))).findings == ()
    kept = without_ignored(review, load_ignored(ignoring(tmp_path, "/monthly/"))).findings
    assert kept == review.findings


@pytest.mark.parametrize(
    ("line", "told"),
    [("yearly", "is no id (f-...) and no /pattern/"), ("/(/", "is no regular expression"), ("//", "line 1")],
)
def test_a_line_that_is_neither_is_named(line: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"ignore\.txt, line 1") as raised:
        load_ignored(ignoring(tmp_path, line))
    assert told in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no file of findings"):
        load_ignored(tmp_path / "none.txt")


def test_a_pattern_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.ignored.PATIENCE", 0.05)
    story = told("{25:reply} of {70:reply} replies, {60 per cent}, said " + "a" * 60 + "!")
    found = Review(documents=(story.document,), findings=reconcile([story], load_policy()).findings)
    with pytest.raises(SettingsError, match="takes over"):
        without_ignored(found, load_ignored(ignoring(tmp_path, "/(a|aa)+$/")))
