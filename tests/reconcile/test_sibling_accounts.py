"""Siblings: two accounts of one report, what one of them got wrong and what only sounds like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from extractor.lexicon import load_policy
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import Story
from extractor.reconcile.siblings.pair import pair

CASES = tomllib.loads(Path(__file__).with_name("sibling_accounts.toml").read_text(encoding="utf-8"))
BROKEN = [told for family in CASES.values() for told in family["broken"]]
INNOCENT = [told for family in CASES.values() for told in family["innocent"]]
FRAMES = {
    "council": """{head} in Harrowby

{line}

The figures are in a report to Harrowby Borough Council by its director of works, Denise Achterberg.

The work cost £318,400, and 1,276 people answered a survey on it.
""",
    "ministry": """Ministry reports on {head}

The Ministry of Public Welfare in Port Kellan published its review.
Minister Alhaji Bockarie presented it to parliament on Tuesday.

{line}

The review was carried out in 149 districts at a cost of Le 4.27 million.
""",
    "firm": """Brackwater Foods on {head}

Brackwater Foods, based at Tarrawonga, has 2,318 staff. Chief executive Lorna McIntyre spoke to investors.

{line}

A new cold store is to cost A$36.4 million.
""",
    "state": """State auditor looks at {head}

State Auditor Beth Hallquist released the audit in Alder Springs.
It took 3,846 hours of work and cost taxpayers $217,500.

{line}
""",
}


def verdicts(frame: str, ours: str, theirs: str) -> set[str]:
    """The verdicts between two accounts that differ in a headline's word and in one line."""
    texts = [FRAMES[frame].format(head=h, line=t) for h, t in (("Numbers", ours), ("Figures", theirs))]
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    a, b = (
        Story(document, tuple(c for c in review.claims if c.document == document.id))
        for document in review.documents
    )
    made = pair(a, b, load_policy(None), given=True)
    return {f.verdict for f in made.told(one_event=made.bond.holds_among(1))}


@pytest.mark.parametrize(("frame", "ours", "theirs"), BROKEN)
def test_what_one_account_got_wrong_is_questioned(frame: str, ours: str, theirs: str) -> None:
    assert "mismatch" in verdicts(frame, ours, theirs)


@pytest.mark.parametrize(("frame", "ours", "theirs"), INNOCENT)
def test_another_thing_or_the_same_in_other_words_is_no_slip(frame: str, ours: str, theirs: str) -> None:
    assert "mismatch" not in verdicts(frame, ours, theirs)
