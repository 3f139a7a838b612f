"""The shipped documents of known text: how much of it is read back, in order."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from extractor.model import Document, Problem
from extractor.read import read
from tests.read import fuzzing, made_documents

MADE = made_documents.FOLDER
LISTED = json.loads((MADE / "manifest.json").read_text(encoding="utf-8"))["documents"]
STORIES = [one for one in LISTED if "story" in one]
TABLES = [one for one in LISTED if "table" in one]


def document(name: str) -> Document:
    (found,) = read(MADE / name)
    assert not isinstance(found, Problem), found.message
    return found


def sentences(text: str) -> list[str]:
    return [" ".join(s.split()) for s in re.split(r"(?<=[.!?])\s+|\n+", text) if s.strip()]


def in_order(wanted: list[str], text: str) -> int:
    """How many of the sentences stand in the text, each after the one before."""
    flat, at, found = " ".join(text.split()), 0, 0
    for sentence in wanted:
        where = flat.find(sentence, at)
        if where >= 0:
            at, found = where + len(sentence), found + 1
    return found


def test_there_are_thirty_of_them_and_the_manifest_is_true() -> None:
    assert len(LISTED) >= 30
    for one in LISTED:
        assert hashlib.sha256((MADE / one["file"]).read_bytes()).hexdigest() == one["sha256"]


def test_at_least_98_in_100_sentences_come_back_in_order() -> None:
    found = total = 0
    for one in STORIES:
        wanted = sentences((MADE.parent / one["story"]).read_text(encoding="utf-8"))
        found += in_order(wanted, document(one["file"]).text)
        total += len(wanted)
    assert total > 400
    assert found >= 0.98 * total


@pytest.mark.parametrize("listed", TABLES, ids=lambda one: one["file"])
def test_every_cell_of_a_table_comes_back(listed: dict[str, str]) -> None:
    rows = made_documents.TABLES[listed["table"]]
    (table,) = document(listed["file"]).tables
    assert table.rows == tuple(map(tuple, rows[-len(table.rows) :]))
    assert len(table.rows) >= 3


@pytest.mark.parametrize("ending", fuzzing.SEEDS)
def test_a_damaged_document_is_a_document_or_a_problem(ending: str, tmp_path: Path) -> None:
    for number in range(15):
        assert fuzzing.try_out(ending, fuzzing.damaged(ending, number), tmp_path) < fuzzing.LIMIT
