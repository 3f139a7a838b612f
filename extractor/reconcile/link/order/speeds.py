"""Degrees of an adverb: "exports have grown LESS QUICKLY, from 355m to 372m" orders speeds, and no levels."""

from __future__ import annotations

import re

from extractor.model import Direction, Span
from extractor.reconcile.link.cues.moves import direction_of
from extractor.reconcile.link.cues.phrases import Match
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_DEGREES = {"more", "less", "fewer"}
#: Behind a degree: how something moved, but for how often, how much, and words in -ly that are no adverbs.
_HOW = Regex(
    r"\s(?:fast|steeply|(?!(?:early|only|family|likely|unlikely|daily|weekly|monthly|yearly|hourly"
    r"|quarterly|nearly|roughly"
    r"|exactly|precisely|fully|costly|deadly|friendly|elderly|orderly|lively|lonely|poorly|highly|ugly"
    r"|reply|supply|assembly|rally|jelly"
    r"|family|July|Italy|frequently|commonly|usually|densely|possibly|probably|recently|currently|locally"
    r"|directly)\b)"
    r"[a-z]{2,}ly)\b",
    re.IGNORECASE,
)
#: The verb before a degree: "have GROWN much less quickly".
_VERB = Regex(
    r"\b([\w’'-]+)\s(?:(?:much|far|even|rather|somewhat|still|a\s(?:little|lot|bit))\s)?$", re.IGNORECASE
)


def is_of_speed(story: Story, match: Match, word: str) -> bool:
    """True if an order's word is the degree of an adverb of manner."""
    return _after_degree(story, match, word) is not None


def way_of_verb(story: Story, match: Match, word: str) -> Direction | None:
    """Which way the verb points that an adverb with a degree stands behind: "GROWN less quickly"."""
    at = _after_degree(story, match, word)
    verb = _VERB.search(story.document.text[max(0, at - 40) : at]) if at is not None else None
    return direction_of(verb[1]) if verb is not None else None


def _after_degree(story: Story, match: Match, word: str) -> int | None:
    """Where the degree begins; None where it is none of an adverb."""
    degree = word.lower().split()[-1] if word else ""
    if degree not in _DEGREES:
        return None
    told = story.words(match.span).lower()
    at = told.find(degree)
    start = match.span.start + at
    end = start + len(degree)
    return start if at >= 0 and _HOW.match(story.words(Span(end, end + 30))) else None


__all__ = ["is_of_speed", "way_of_verb"]
