"""Accounts of one event that differ as they rightly may: nothing in or between them may be questioned."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text

SETS = sorted((Path(__file__).resolve().parent.parent / "corpora" / "agreeing").iterdir())


@pytest.mark.parametrize("folder", SETS, ids=lambda s: s.name)
def test_accounts_that_agree_are_not_questioned(folder: Path) -> None:
    texts = sorted(folder.glob("*.txt"))
    findings = review_documents(
        [document_from_text(t.read_text(encoding="utf-8"), id=t.stem) for t in texts]
    ).findings
    assert len(texts) == 3
    assert [(f.relation.kind, f.arithmetic) for f in findings if f.verdict == "mismatch"] == []
