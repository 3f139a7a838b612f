"""Which figures before what is left of something may be its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.tally.gather import (
    BACK,
    FURTHER,
    OF_THEM,
    is_rated,
    level,
    noun_behind,
    told_whole,
)
from extractor.reconcile.link.tally.listing import is_level, of_one_unit
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_PART_OF = Regex(r"\s(?:out\s)?of\s(?:the|its|their|his|her|our)\s", re.IGNORECASE)


def wholes(story: Story, last: Claim) -> Iterator[Claim]:
    """The figures before what is left that may be its whole, in the order of print."""
    named = noun_behind(story, last)
    for claim in story.around(last, BACK):
        if claim.block in DISPLAY or not claim.figure.span < last.figure.span:
            continue
        whole = level(story, claim)
        if not (is_level(whole) and of_one_unit(whole, last)) or is_rated(story, whole):
            continue
        part = OF_THEM.match(after(story, claim)) and not told_whole(story, claim)
        if part or FURTHER.search(before(story, claim)):
            continue
        if _has_part_before(story, claim):
            continue
        if (
            family(last) == "C"
            and named is not None
            and whole.measure is not None
            and not may_be_one(named, whole.measure.key)
        ):
            continue
        yield whole


def _has_part_before(story: Story, claim: Claim) -> bool:
    """True for the 78 of "will lose TWO OF THEIR 78 medals": what follows may be of those that are left."""
    beside = story.in_sentence(claim.sentence)
    gaps = (story.between(c, claim) for c in beside if c.figure.span < claim.figure.span)
    return any(_PART_OF.fullmatch(gap) for gap in gaps)


__all__ = ["wholes"]
