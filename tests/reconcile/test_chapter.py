"""A document as long as a book is read in chapters, and offsets stay those of the whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extractor.model import Finding
from extractor.reconcile import chapter as cutting
from extractor.reconcile import reconcile
from extractor.reconcile.chapter import HEADINGS, chapters
from extractor.reconcile.link.order.named_order import named_orders
from extractor.reconcile.story import Story
from tests.reconcile.told import told

SLIP = "It had {400:reply} replies.| Of these, {100:reply} ({75 per cent}) said no."

#: Figures as in `chapter`, and fewer, so that texts stay short.
MANY, MOST = 20, 32


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chapter of few figures."""
    assert 107 < cutting.MANY < cutting.MOST  # the most that a shipped story has
    monkeypatch.setattr(cutting, "MANY", MANY)
    monkeypatch.setattr(cutting, "MOST", MOST)


def section(number: int, figures: int, heading: str = "# ") -> str:
    """A heading and a paragraph of so many numbers, each of other things."""
    counts = "| ".join(f"There were {{{7 * n + 3}:thing{number}-{n}}} here." for n in range(figures))
    return f"{heading}Section {number}\n\n{counts}"


def report(*sizes: int, heading: str = "# ") -> Story:
    """A story of sections with so many figures each."""
    return told("\n\n".join(section(number, size, heading) for number, size in enumerate(sizes)))


def test_what_is_no_longer_than_a_story_is_read_whole() -> None:
    story = report(MANY - 10, 10)
    assert list(chapters(story)) == [story]


def test_a_chapter_ends_at_the_first_heading_behind_as_many_figures_as_a_story_has() -> None:
    found = list(chapters(report(MANY, 1, 1, MANY + 1, 2)))
    assert [len(c.claims) for c in found] == [MANY + 1, MANY + 2, 2]
    assert all(c.zones[0].kind in HEADINGS for c in found)


def test_without_headings_a_chapter_ends_at_a_paragraph() -> None:
    found = list(chapters(report(*[10] * 9, heading="")))
    assert [len(c.claims) for c in found] == [40, 40, 10]


def test_chapters_hold_every_figure_and_every_zone_once_where_it_stands() -> None:
    story = report(*[MANY // 2] * 7)
    found = list(chapters(story))
    assert tuple(c for chapter in found for c in chapter.claims) == story.claims
    assert tuple(z for chapter in found for z in chapter.zones) == story.zones
    for chapter in found:
        assert all(chapter.words(z.span) == story.words(z.span) for z in chapter.zones)
    for one, two in pairwise(found):
        assert not two.document.text[: len(one.document.text)].strip()


@pytest.mark.parametrize("before", [0, 3])
def test_a_slip_is_found_at_its_place_however_far_on(before: int) -> None:
    sizes = [MANY + 1] * before
    text = "\n\n".join([*(section(n, size) for n, size in enumerate(sizes)), "# Replies", SLIP])
    story = told(text)
    (slip,) = _mismatches(story, "share")
    assert [story.words(c.figure.span) for c in slip.relation.claims()] == ["75 per cent", "100", "400"]
    assert slip.relation.claims()[0] in story.claims
    assert story.words(slip.relation.cue.span or story.zones[0].span).endswith("75 per cent")


def test_a_headline_is_not_held_against_another_chapter() -> None:
    head, body = "# Storm fells {2,345:tree} trees", "The storm felled {2,435:tree} trees in the park."
    near = told(f"{head}\n\n{body}")
    far = told(f"{head}\n\n{section(0, MANY + 1)}\n\n# Section 1\n\n{body}")
    assert len(_mismatches(near, "same")) == 1
    assert _mismatches(far, "same") == []


def test_patterns_are_looked_for_from_where_a_chapter_begins() -> None:
    order = "# Deaths outnumber births\n\nShe wrote down {41:birth} births and {29:death} deaths."
    first, last = chapters(told(f"{order}\n\n{section(0, MANY)}\n\n{order}"))
    assert (first.start, last.start) == (0, last.zones[0].span.start)
    assert [r.claims()[0] in chapter.claims for chapter in (first, last) for r in named_orders(chapter)] == [
        True,
        True,
    ]


def _mismatches(story: Story, kind: str) -> list[Finding]:
    return [f for f in reconcile([story]).findings if f.verdict == "mismatch" and f.relation.kind == kind]
