"""What a correction did to the figures, and what a later audit questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.audit.run import audit
from extractor.audit.store import Store
from extractor.audit.versions import changes
from extractor.cli import run
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import Story
from tests.audit.test_audit import STORY

OLD = """Harbour takes 310 boats

The harbour at Ballyrobin took in 310 boats in the storm, its master, Nora Quill, said.

Some 24 per cent of the moorings were damaged. Repairs will cost £46,000.

Fish worth £9,200 was lost.
"""
NEW = """Harbour takes 340 boats

The harbour at Ballyrobin took in 340 boats in the storm, its master, Nora Quill, said.

Some 24 per cent of the moorings were not damaged. Repairs will cost £46,000.

The lifeboat was out 17 times.
"""


def fates(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    review = review_documents([document_from_text(old, id="old"), document_from_text(new, id="new")])
    stories = [Story(d, tuple(c for c in review.claims if c.document == d.id)) for d in review.documents]
    return [
        (c.fate, c.old and c.old.figure.text, c.new and c.new.figure.text)
        for c in changes(stories[0], stories[1])
    ]


def test_every_figure_has_one_fate() -> None:
    assert fates(OLD, NEW) == [
        ("changed", "310", "340"),
        ("changed", "310", "340"),
        ("reworded", "Some 24 per cent", "Some 24 per cent"),
        ("kept", "£46,000", "£46,000"),
        ("added", None, "17"),
        ("gone", "£9,200", None),
    ]


def test_moved_and_reworded_sentences_keep_their_figures() -> None:
    moved = (
        "Storm\n\nFish worth £9,200 was lost.\n\nRepairs will cost £46,000, the master, Nora Quill, said.\n"
    )
    kept = [f for f in fates(OLD, moved) if f[0] == "kept"]
    assert {f[1] for f in kept} == {"£9,200", "£46,000"}


def test_the_command_tells_what_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(NEW)
    assert run(["compare", str(old), str(new)]) == 0
    told = capsys.readouterr().out
    assert "changed: 310 → 340" in told
    assert "same number, other words: Some 24 per cent" in told
    assert "gone: £9,200" in told
    assert "new: 17" in told
    assert "1 of 6 figures as they were" in told
    assert run(["compare", str(old), str(old)]) == 0
    assert "the same text" in capsys.readouterr().out
    assert run(["compare", str(old), str(tmp_path / "none.txt")]) == 2


def test_two_audits_are_compared_by_what_they_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(n=412))
    (folder / "b.txt").write_text(STORY.format(n=421))
    stores = [tmp_path / "one.sqlite", tmp_path / "two.sqlite"]
    for store in stores:
        with Store.open(store, create=True) as kept:
            audit([str(folder)], kept)
        (folder / "b.txt").write_text(STORY.format(n=412))
    assert run(["compare", *map(str, stores)]) == 0
    told = capsys.readouterr().out
    assert "0 more questioned" in told
    assert "no longer questioned: same" in told
    assert run(["compare", str(stores[0]), str(stores[0])]) == 0
    assert "0 more questioned, 0 no longer" in capsys.readouterr().out
