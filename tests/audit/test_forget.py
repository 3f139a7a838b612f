"""A forgotten document is gone from the file, to the last byte, and its siblings are compared without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.audit.export import export_lines
from extractor.audit.forget import forget
from extractor.audit.run import audit
from extractor.audit.store import Store
from extractor.cli import run
from extractor.errors import SettingsError
from tests.audit.test_audit import STORY

SECRET = STORY.replace("the quarry", "the zinc works at Wexholme") + "\nMarit Oduya, 57, lives there.\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Three tellings of one story: two agree, the third differs and has words of its own."""
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(n=412))
    (folder / "b.txt").write_text(STORY.format(n=412) + "\nNo more is planned.\n")
    (folder / "c.txt").write_text(SECRET.format(n=421))
    made = tmp_path / "s.sqlite"
    with Store.open(made, create=True) as kept:
        audit([str(folder)], kept)
    return made


def mismatches_between(kept: Store) -> int:
    query = "SELECT count(*) FROM findings WHERE verdict = 'mismatch' AND scope IN (SELECT id FROM clusters)"
    return int(str(kept.rows(query)[0][0]))


def bytes_of(store: Path) -> bytes:
    return b"".join(path.read_bytes() for path in store.parent.glob(f"{store.name}*"))


def test_nothing_of_it_is_left_in_the_file(store: Path) -> None:
    assert b"Wexholme" in bytes_of(store)
    with Store.open(store) as kept:
        assert mismatches_between(kept) > 0
        assert forget(kept, "c") == 1
        assert mismatches_between(kept) == 0
        assert '"421"' not in "".join(export_lines(kept))  # an id may have the digits
    assert b"Wexholme" not in bytes_of(store)
    assert b"Oduya" not in bytes_of(store)


def test_a_text_that_others_print_stays_theirs(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "press" / "d.txt"
    copy.write_text(STORY.format(n=412))
    with Store.open(store) as kept:
        audit([str(tmp_path / "press")], kept)
        assert forget(kept, str(copy)) == 1
        assert kept.rows("SELECT count(*) FROM documents WHERE name = 'a'") == [(1,)]
        ((content,),) = kept.rows("SELECT content FROM documents WHERE name = 'a'")
        assert kept.rows("SELECT count(*) FROM contents WHERE id = ?", content) == [(1,)]


def test_decisions_on_its_findings_go_with_it(store: Path) -> None:
    with Store.open(store) as kept:
        ((finding,),) = kept.rows("SELECT min(id) FROM findings WHERE scope IN (SELECT id FROM clusters)")
        kept.decide(str(finding), "accepted", "editor", "2025-01-01")
        forget(kept, "c")
        assert kept.rows("SELECT count(*) FROM decisions") == [(0,)]


def test_an_unknown_document_is_told(store: Path) -> None:
    with Store.open(store) as kept, pytest.raises(SettingsError, match="no such document"):
        forget(kept, "nobody")


def test_the_command_forgets(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forget", "c", "--store", str(store)]) == 0
    assert "forgotten" in capsys.readouterr().out
    assert run(["forget", "c", "--store", str(store)]) == 2
