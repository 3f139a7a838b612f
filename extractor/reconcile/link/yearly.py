"""Figures for a stretch of time against figures for its parts: "a year", "a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.runs import Run, runs
from extractor.reconcile.story import DISPLAY, Story

_YEARLY = re.compile(r"^[^,.;]{0,12}?\b(?:a|per|each|every)\s(?:year|annum)\b|^\s(?:annual|yearly)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:first|second|third|fourth|next|following)\s(?:financial\s)?year\b", re.IGNORECASE)


def yearly(story: Story) -> Iterator[Relation]:
    """A figure told for each year in the display against the body's figures for the single years."""
    for shown in story.claims:
        if shown.block in DISPLAY and _YEARLY.match(story.document.text[shown.figure.span.end : shown.sentence.end]):
            for run in runs(story, "CM"):
                if len(run.claims) >= 2 and same_unit(run.claims[0], shown) and _by_years(story, run):
                    roles = (Role("stated", shown), *(Role("year", c) for c in run.claims))
                    yield Relation("mean", roles, Cue(story.document.id, run.span, story.words(run.span)), "contextual")


def _by_years(story: Story, run: Run) -> bool:
    """True if each figure of a list has a year of its own right after it."""
    ends = [c.figure.span.start for c in run.claims[1:]] + [run.claims[-1].sentence.end]
    pieces = [story.document.text[c.figure.span.end : end] for c, end in zip(run.claims, ends, strict=True)]
    years = [found[0] if (found := _YEAR.search(piece)) else None for piece in pieces]
    return None not in years and len(set(years)) == len(years) and not any(_is_display(c) for c in run.claims)


def _is_display(claim: Claim) -> bool:
    return claim.block in DISPLAY
