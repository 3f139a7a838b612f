"""Figures for a stretch of time against figures for its parts: "a year", "a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex

_YEARLY = Regex(
    r"^[^,.;]{0,12}?\b(?:a|per|each|every)\s(?:year|annum)\b|^\s(?:annual|yearly)\b", re.IGNORECASE
)
_YEAR = Regex(
    r"\b(?:1[89]|20)\d\d\b|\b(?:first|second|third|fourth|next|following)\s(?:financial\s)?year\b",
    re.IGNORECASE,
)


def yearly(story: Story) -> Iterator[Relation]:
    """A figure told for each year in the display against the body's figures for the single years."""
    for shown in story.claims:
        if shown.block in DISPLAY and _YEARLY.match(
            story.document.text[shown.figure.span.end : shown.sentence.end]
        ):
            for sentence in story.sentences:
                years = [
                    c for c in story.in_sentence(sentence) if same_unit(c, shown) and c.block not in DISPLAY
                ]
                years = [c for c in years if _has_year(story, c, years)]
                if len(years) >= 2:
                    roles = (Role("stated", shown), *(Role("year", c) for c in years))
                    yield Relation(
                        "mean", roles, Cue(story.document.id, sentence, story.words(sentence)), "contextual"
                    )


def _has_year(story: Story, claim: Claim, others: list[Claim]) -> bool:
    """True if a year follows the figure before the next one does."""
    end = min(
        (c.figure.span.start for c in others if c.figure.span.start > claim.figure.span.start),
        default=claim.sentence.end,
    )
    return _YEAR.search(story.document.text[claim.figure.span.end : end]) is not None
