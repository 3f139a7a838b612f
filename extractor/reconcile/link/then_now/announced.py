"""Movements that a headline announces, "Dengue cases halve", beside two levels that the body sets side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.literals import search
from extractor.model import Claim, Direction
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.moves import MOVE, direction_of
from extractor.reconcile.link.cues.stretch import are_over_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.then_now.groups import are_in_one, beside
from extractor.reconcile.link.then_now.naming import are_wider
from extractor.reconcile.link.then_now.sides import Sides
from extractor.reconcile.link.window.levels import WORDS
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

ADJUSTED = any_of(WORDS["adjusted"])
YEAR = r"\b(?:18|19|20)\d\d\b"
TURNS: tuple[tuple[Direction, Regex], ...] = (
    ("rose", Regex(r"^(?:doubl|tripl|trebl|quadrupl|quintupl|.*fold$)", re.IGNORECASE)),
    ("fell", Regex(r"^halv", re.IGNORECASE)),
)
DENIED = Regex(
    r"\b(?:not|never|no|without|instead\sof|rather\sthan|if|unless|planned|second|another|earlier|previous)\b|n[’']t\b",
    re.I,
)
_HEAD_VERB = Regex(
    rf"\b(?:{MOVE})\s(?:(?:by|almost|nearly|about|some|more\sthan|up|over)\s)*$", re.IGNORECASE
)
ENDS = Regex(
    r"^(?:\s(?:in|at|on|as|after|for|over|since|amid|from|during|across|despite|under|year|again|last|this)\b|\s?[,;:—–-]|$)",
    re.IGNORECASE,
)
#: "Burglaries halve IN THE WEST": a part of what the levels are told for.
PART = Regex(
    r"^\s(?:in|on|at|across|for|among)\s(?:the\s|its\s|their\s)?(?!(?:first|last|past|year|month|week|quarter|half|season|decade|space|an?|one|two|three"
    r"|four|five|six|ten|\d+)\b)[a-z]{3,}"
)
#: Paragraphs from the top in which the levels of a headline stand, and sentences that may lie between levels and movement.
_TOP = 5


def announced(story: Story, change: Claim, pairs: Sequence[Sides]) -> tuple[Sides, Direction] | None:
    """The first pair of the body that the words of a headline name, for the only movement in it."""
    way = _way_of_headline(story, change)
    others = [c for c in story.in_sentence(change.sentence) if c is not change and family(c) in "CMURPXT"]
    if (
        way is None
        or others
        or DENIED.search(story.sentence(change))
        or search(ADJUSTED, story.sentence(change))
    ):
        return None
    if any(c.block not in DISPLAY and c.figure.amount == change.figure.amount for c in story.claims):
        return None  # the body has a movement of that size, whatever its levels are
    words = story.lead(change)
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), 0)
    if PART.match(after(story, change)):
        return None
    headline = content_words(story.sentence(change))
    named = [p for p in pairs if fits_kind(change, p.new) and is_named(story, words, headline, p)]
    top = [p for p in named if story.block_number(p.new.sentence.start) - first < _TOP]
    if len(named) != 1 or not top or family(named[0].new) == "P" or not is_same_time(story, change, named[0]):
        return None
    wider = are_wider(after(story, change), story.words(named[0].extent))
    return None if wider else (named[0], way)


def is_same_time(story: Story, change: Claim, pair: Sides) -> bool:
    """False for "doubled in the decade to 2015" beside levels of other years, or over another stretch than theirs."""
    own, levels = story.sentence(change), story.words(pair.extent)
    years = set(re.findall(YEAR, own))
    if years:
        return years <= set(re.findall(YEAR, levels)) or re.search(r"\bthen\b", levels) is not None
    return are_over_one(own.replace(change.figure.text, ""), levels)


def _way_of_headline(story: Story, change: Claim) -> Direction | None:
    told = after(story, change)
    return way_of_verb(story, change) if ENDS.match(told) else None


def way_of_verb(story: Story, change: Claim) -> Direction | None:
    """Which way a verb points that is a movement of its own, "halved", or has one for its size, "rose by a fifth"."""
    led = story.lead(change)
    if family(change) == "X":
        told = change.figure.text.lower().removeprefix(change.figure.hedge or "").strip()
        verb = re.search(r"(?:es?|ed)$", told) is not None or _HEAD_VERB.search(led) is not None
        return next((w for w, p in TURNS if p.search(told)), None) if verb else None
    moved = _HEAD_VERB.search(led)
    return None if moved is None else direction_of(moved[0])


def is_named(story: Story, words: str, headline: frozenset[str], pair: Sides) -> bool:
    """True if a headline's words before its movement name what the levels are of."""
    nouns = {m.key for c in pair.both if (m := c.measure) is not None and m.found == "here"}
    own = content_words(words)
    if nouns and any(_share(own, content_words(n)) for n in nouns):
        return True
    told = story.sentence(pair.new)
    beside_it = [*sorted(nouns), beside(story, pair.new)]
    return any(are_in_one(words, n) for n in beside_it) and _share(
        _apart(headline), content_words(told.replace("-", " "))
    )


def _apart(words: frozenset[str]) -> frozenset[str]:
    """The words, and the parts of those with a hyphen: "e-scooter" is a scooter."""
    return words | {part for word in words for part in word.split("-")}


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(x.startswith(y) or y.startswith(x) for x in ours for y in theirs if min(len(x), len(y)) >= 4)


__all__ = [
    "ADJUSTED",
    "DENIED",
    "ENDS",
    "PART",
    "TURNS",
    "YEAR",
    "announced",
    "is_named",
    "is_same_time",
    "way_of_verb",
]
