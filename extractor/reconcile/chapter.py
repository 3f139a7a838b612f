"""A long document as several stories: figures that stand a hundred pages apart are hardly told of one thing.

Within a story every figure may be weighed against every other. A report is read like the chapters that it is
made of, each a story of its own, so that twice the pages take twice the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractor.reconcile.story import Story

#: Figures from which on a chapter ends at the next heading, and where it ends at the next paragraph.
#: No news story has so many.
MANY, MOST = 500, 800
HEADINGS = frozenset(("headline", "heading"))


def chapters(story: Story) -> Iterator[Story]:
    """The story whole, or cut at headings where it has more figures than a story has."""
    starts = list(_starts(story)) if len(story.claims) > MANY else []
    if not starts:
        yield story
        return
    for start, end in pairwise([0, *starts, len(story.document.text)]):
        yield _between(story, start, end)


def _starts(story: Story) -> Iterator[int]:
    """Where each chapter but the first begins."""
    figures = 0
    for zone in story.zones:
        if figures > MOST or (figures > MANY and zone.kind in HEADINGS):
            yield zone.span.start
            figures = 0
        figures += len(story.starting(zone.span.start, zone.span.end - 1))


def _between(story: Story, start: int, end: int) -> Story:
    """What the document says between two offsets, which stay what they are: all before is blank."""
    whole = story.document
    document = replace(
        whole,
        text=" " * start + whole.text[start:end],
        blocks=tuple(b for b in whole.blocks if start <= b.span.start < end),
    )
    comparisons = tuple(c for c in story.comparisons if start <= c.span.start < end)
    return Story(document, story.starting(start, end - 1), comparisons)


__all__ = ["chapters"]
