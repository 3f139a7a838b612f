"""The two known stories are judged alike whatever shape they come in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import pipeline
from extractor.model import Review
from tests.read import making

STORIES = dict(making.gold_texts())
SHAPES: dict[str, Callable[[str], bytes]] = {
    "html": lambda text: making.web_page(text).encode(),
    "one.pdf": making.pdf,
    "two.pdf": lambda text: making.pdf(text, columns=2),
    "three.pdf": lambda text: making.pdf(text, columns=3),
    **{ending: making.MAKERS[ending] for ending in ("docx", "warc", "zip")},
}


def judged(review: Review) -> list[tuple[str, ...]]:
    """What was claimed and found, without places and ids."""
    claimed = ((c.figure.kind, c.figure.text) for c in review.claims)
    found = ((f.verdict, f.severity, f.relation.kind, f.reading or "", f.arithmetic) for f in review.findings)
    return [*sorted(claimed), *sorted(found)]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Review]:
    """The reviews of the stories as plain texts."""
    folder = tmp_path_factory.mktemp("plain")
    reviews = {}
    for name in ("seed-wigan.json", "seed-wiltshire.json"):
        file = folder / "story.txt"
        file.write_text(STORIES[name], encoding="utf-8")
        reviews[name] = pipeline.check(file)
    return reviews


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["seed-wigan.json", "seed-wiltshire.json"])
def test_the_same_claims_and_findings(
    name: str, shape: str, plain: dict[str, Review], tmp_path: Path
) -> None:
    file = tmp_path / f"story.{shape}"
    file.write_bytes(SHAPES[shape](STORIES[name]))
    review = pipeline.check(file)
    assert not review.errors
    assert review.findings
    assert judged(review) == judged(plain[name])


def test_a_passage_in_another_language_makes_no_claim(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    quote = "“Le conseil a vendu 450 maisons et les familles ne sont pas contentes, mais il est trop tard.”"
    story = STORIES["seed-wiltshire.json"]
    file.write_text(f"{story}\n\nShe wrote this to the council:\n\n{quote}", encoding="utf-8")
    review = pipeline.check(file)
    assert review.documents[0].notes == ("one passage in French, not checked",)
    assert review.claims
    assert "450" not in [c.figure.text for c in review.claims]
