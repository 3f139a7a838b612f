"""A store as the record of a review, for exports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.audit.review import stored_record
from extractor.audit.run import audit
from extractor.audit.settings import Settings
from extractor.audit.store import Store
from extractor.cli import run
from extractor.lexicon import load_policy
from extractor.pipeline import check
from extractor.report.encode import review_record
from tests.audit.test_audit import RAIN, STORY


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two stories that tell one thing differently, one that two print, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("press")
    (folder / "a.txt").write_text(STORY.format(n=412))
    (folder / "b.txt").write_text(STORY.format(n=421))
    (folder / "c.txt").write_text(RAIN)
    (folder / "d.txt").write_text(RAIN)
    (folder / "e.pdf").write_bytes(b"\x00\x01")
    made = folder / "audit.sqlite"
    with Store.open(made, create=True) as kept:
        audit([str(folder / n) for n in ("a.txt", "b.txt", "c.txt", "d.txt", "e.pdf")], kept, Settings())
    return made


def test_claims_and_comparisons_are_those_of_a_check(store: Path) -> None:
    with Store.open(store) as kept:
        record = stored_record(kept, Settings())
    again = review_record(check(*(store.parent / f"{d.id}.txt" for d in record.documents)))
    for stored, checked in zip(record.documents, again.documents, strict=True):
        assert (stored.id, stored.text, stored.duplicate_of) == (
            checked.id,
            checked.text,
            checked.duplicate_of,
        )
        told = [(c.start, c.end, c.kind, c.low, c.slots) for c in stored.claims]
        assert told == [(c.start, c.end, c.kind, c.low, c.slots) for c in checked.claims]
        judged = {(f.relation, f.verdict, f.arithmetic) for f in stored.findings}
        assert judged == {(f.relation, f.verdict, f.arithmetic) for f in checked.findings}
    assert [d.duplicate_of for d in record.documents] == [None, None, None, "c"]


def test_findings_between_documents_name_them(store: Path) -> None:
    with Store.open(store) as kept:
        record = stored_record(kept, Settings())
    conflicts = [f for f in record.findings if f.verdict == "mismatch"]
    assert conflicts
    for conflict in conflicts:
        assert {(f.document, f.quote) for f in conflict.figures} == {("a", "412"), ("b", "421")}
    assert [e.message[:11] for e in record.errors] == ["binary data"]


def test_the_policy_is_named_where_it_is_the_stores(store: Path, tmp_path: Path) -> None:
    with Store.open(store) as kept:
        assert stored_record(kept, Settings()).policy == load_policy(None).digest
        other = stored_record(kept, Settings(model="another"))
    assert other.policy is None
    assert other.settings == {"store": Settings().digest}


def test_the_command_exports_a_store(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(store), "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert {json.loads(line)["document"] for line in out.splitlines()} == {"a", "b", "c"}
    assert "binary data" in err
