"""Shares that are of a place's own, or of nothing counted before: "Orsby, where 480 posts, three in ten, will go"."""

from __future__ import annotations

from extractor.model import Claim, Relation
from extractor.reconcile.link.window.counted import is_some
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: A place, and what is so there.
_WHERE = Regex(
    r"\bwhere\s(?:(?:about|some|around|nearly|almost|only|just|as\smany\sas)\s)*$"
    r"|^(?:At|In)\s(?:the\s)?[A-Z][\w’'-]+[^,;]{0,30},?\s(?:(?:about|some|around|nearly|almost|only|just)\s)*$"
)
#: Behind a share: what it is of.
_OF = Regex(r"^\s(?:out\s)?of\b")
_THERE_WERE = Regex(
    r"\b[Tt]here\s(?:were|are|have\sbeen|had\sbeen|will\sbe)\s(?:about\s|some\s|just\s|only\s|nearly\s|almost\s|over\s|more\sthan\s)?$"
)
_OF_THEM = Regex(r"^\sof\s(?:them|these|those)\b")


def is_of_site(story: Story, relation: Relation) -> bool:
    """True if a share may be of the place that its part is told of, or its part is all that was named before."""
    parts, wholes, rates = (relation.claims(name) for name in ("part", "whole", "rate"))
    if (
        relation.kind != "share"
        or not (parts and wholes and rates)
        or parts[0].sentence == wholes[0].sentence
    ):
        return False
    return _counts_all(story, parts[0]) or _is_there(story, rates[0], parts[0])


def _counts_all(story: Story, part: Claim) -> bool:
    """True for "There were 163 of them": all the alarms, and no part of what was counted before."""
    counted = _THERE_WERE.search(before(story, part, 40)) is not None
    return counted and _OF_THEM.match(after(story, part)) is not None


def _is_there(story: Story, rate: Claim, part: Claim) -> bool:
    """True for a share without its whole beside a part that a place has: "where 480 posts, nearly three in ten, go"."""
    named = part.measure is not None and part.measure.found == "here" and family(part) == "C"
    if not named or is_some(story, part) or rate.sentence != part.sentence or _OF.match(after(story, rate)):
        return False
    return _WHERE.search(story.lead(part)) is not None


__all__ = ["is_of_site"]
