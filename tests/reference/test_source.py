"""A story beside its release: what became of each figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline
from extractor.cli import run
from extractor.read import document_from_text
from extractor.reference.source import left_out, trace

RELEASE = """Council sees more missing reports

Officers logged 412 missing-person reports in the year to March, up from 388 the year before.
An estimated 1,260 children live in care in the county.
Of those reports, 37.4 per cent involved a child in care.
The team has 14 officers."""
STORY = """Missing reports up

Officers logged 421 missing-person reports in the year to March, up from 388 the year before.
In the county 1,260 children live in care. Around 37 per cent of the reports involved a child in care.
A charity said it had helped 90 families."""


def test_what_became_of_each_figure() -> None:
    documents = [document_from_text(STORY, id="story"), document_from_text(RELEASE, id="release")]
    review = pipeline.review_documents(documents)
    story, release = review.documents
    own = [c for c in review.claims if c.document == "story"]
    given = [c for c in review.claims if c.document == "release"]
    traced = trace(story, own, release, given, review.findings)
    fates = {t.claim.figure.text: t.fate for t in traced}
    assert fates["388"] == "same"
    assert fates["1,260"] == "caveat dropped"
    assert fates["Around 37 per cent"] == "rounded"
    assert fates["90"] == "not in the source"
    assert fates["421"] == "changed"
    assert "14" in {c.figure.text for c in left_out(traced, given)}


def test_the_command_tells_what_became_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story, release, table = (tmp_path / n for n in ("story.txt", "release.txt", "reports.csv"))
    story.write_text(STORY)
    release.write_text(RELEASE)
    table.write_text("County,Reports,Families\nAshford,412,90\nBarrow,300,40\n")
    run(["check", str(story), "--source", str(release), "--reference", str(table), "--all"])
    printed = capsys.readouterr().out
    assert "caveat dropped: 1,260 (source: An estimated 1,260)" in printed
    assert "left out: 14" in printed
    assert "The tables speak to" in printed
