"""Records that the export tests share: the hand-made review, and short stories checked for real."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extractor import pipeline
from extractor.report.encode import review_record
from extractor.report.records import ReviewRecord
from tests.report.marlowe import BOTH

ROOT = Path(__file__).resolve().parent.parent.parent
#: Two documents, findings within and between them, errors; every slot is filled somewhere.
HAND = review_record(BOTH)


@cache
def checked() -> ReviewRecord:
    """The demo stories, as the package reads them."""
    stories = sorted((ROOT / "corpora" / "demo").glob("*.txt"))
    return review_record(pipeline.check(*stories))
