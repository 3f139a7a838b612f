"""Records back from files, and several as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from extractor.errors import SettingsError
from extractor.export.load import is_record, load_record, merged
from extractor.report.json import render_json, render_jsonl
from tests.export.made import HAND
from tests.report.marlowe import BOTH


@pytest.mark.parametrize(("name", "render"), [("r.json", render_json), ("r.jsonl", render_jsonl)])
def test_what_check_wrote_comes_back(tmp_path: Path, name: str, render: object) -> None:
    path = tmp_path / name
    path.write_text(render(BOTH), encoding="utf-8")  # type: ignore[operator]
    assert is_record(path)
    assert load_record(path) == HAND


@pytest.mark.parametrize(
    ("name", "text"), [("a.jsonl", '{"text": "Ten of 12."}\n'), ("a.txt", "crossfoot/1"), ("a.json", "{}")]
)
def test_stories_are_no_records(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert not is_record(tmp_path / name)
    assert not is_record(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("name", "text"), [("b.json", '{"schema": "crossfoot/1"}'), ("b.jsonl", '{"errors": []}')]
)
def test_a_broken_record_is_told(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=name):
        load_record(path)


def test_records_of_one_making_become_one() -> None:
    one, two = (replace(HAND, documents=(d,), findings=(), errors=()) for d in HAND.documents)
    both = merged([one, two])
    assert both.documents == HAND.documents


def test_records_made_in_other_ways_stay_apart() -> None:
    other = replace(HAND, documents=(), policy="another")
    with pytest.raises(SettingsError, match="differ in policy"):
        merged([HAND, other])


def test_one_id_is_not_given_to_two_documents() -> None:
    with pytest.raises(SettingsError, match="two documents have the id marlowe"):
        merged([HAND, HAND])
