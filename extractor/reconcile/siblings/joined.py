"""Places told together: a number that one story gives for "Norland and the Isles", another for Norland."""

from __future__ import annotations

import re

from extractor.model import Claim, Mention
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
#: The names joined to a place, behind it ("England and Wales") or before it.
_BEHIND = Regex(rf"\s+and\s+(?:the\s+)?({_NAME})")
_BEFORE = Regex(rf"({_NAME})\s+and\s+(?:the\s+)?$")


def told_of_more(a: Story, x: Claim, b: Story, y: Claim) -> tuple[str, str] | None:
    """The places of one number, where a story joins another place to that of its sibling.

    The sibling has to speak of the other place elsewhere: "Brighton and Hove" is no slip for Brighton.
    """
    ours, theirs = joined_to(a, x), joined_to(b, y)
    if ours and not theirs and _without(b, y, x.place, ours):
        return _told(x, ours), _told(y, "")
    if theirs and not ours and _without(a, x, y.place, theirs):
        return _told(x, ""), _told(y, theirs)
    return None


def joined_to(story: Story, claim: Claim) -> str:
    """The name that a sentence joins to the place of a claim; nothing where it names that place alone."""
    place = claim.place
    if place is None or place.span is None or not claim.sentence.contains(place.span):
        return ""
    text = story.document.text
    behind = _BEHIND.match(text, place.span.end, claim.sentence.end)
    before = _BEFORE.search(text[claim.sentence.start : place.span.start])
    found = behind or before
    return "" if found is None else found[1]


def _without(story: Story, claim: Claim, place: Mention | None, other: str) -> bool:
    """True if a sentence names the same place and a place that is not in it stands elsewhere in the story."""
    own, sentence = claim.place, story.sentence(claim)
    if own is None or place is None or own.key != place.key or own.text not in sentence or other in sentence:
        return False
    there = Regex(rf"\b(?:in|across|for|within|throughout)\s+(?:the\s+)?{re.escape(other)}\b")
    return there.search(story.document.text) is not None


def _told(claim: Claim, other: str) -> str:
    place = "" if claim.place is None else claim.place.text
    return f"{place} and {other}" if other else place
