"""Stories without an error: long, full of figures and traps, and nothing in them may be questioned.

Every third one is checked; `CROSSFOOT_ALL=1 scripts/test tests/test_clean_stories.py` checks them all,
which takes some three minutes.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from extractor import pipeline

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
#: The dense ones have some sixty figures each.
STORIES = sorted(path for name in ("clean", "dense") for path in (CORPORA / name).glob("*.txt"))


@pytest.mark.parametrize("story", STORIES, ids=lambda s: s.stem)
def test_a_story_without_an_error_is_not_questioned(story: Path) -> None:
    if STORIES.index(story) % 3 and not os.environ.get("CROSSFOOT_ALL"):
        pytest.skip("every third story; CROSSFOOT_ALL=1 checks them all")
    findings = pipeline.check(story).findings
    assert [(f.relation.kind, f.arithmetic) for f in findings if f.verdict == "mismatch"] == []
