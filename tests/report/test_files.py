"""Writing a report: whole or not at all, and never over a story."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor.errors import SettingsError
from extractor.report.files import check_writable, write_atomically


def test_a_new_file_holds_the_text(tmp_path: Path) -> None:
    write_atomically(tmp_path / "report.txt", "“so”\n")
    assert (tmp_path / "report.txt").read_bytes() == "“so”\n".encode()


def test_an_old_one_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("old")
    report.chmod(0o640)
    write_atomically(report, "new")
    assert report.read_text() == "new"
    assert report.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [report]


def test_a_failing_write_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.txt"
    report.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        write_atomically(report, "new")
    assert report.read_text() == "old"
    assert list(tmp_path.iterdir()) == [report]


def test_a_story_is_not_overwritten(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("330")
    with pytest.raises(SettingsError, match="a story to be read"):
        check_writable(tmp_path / "." / "story.txt", ["-", str(story)])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="this is a folder"):
        check_writable(tmp_path, [])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no folder .*gone"):
        check_writable(tmp_path / "gone" / "report.txt", [])


def test_a_device_is_written_to_in_place() -> None:
    check_writable(Path("/dev/null"), [])
    write_atomically(Path("/dev/null"), "x")
