"""Names beside a figure that its sibling's does not have: "across the border in Haldern", "Ashby's neighbour"."""

from __future__ import annotations

from extractor.model import Claim
from extractor.reconcile.clauses import own_words
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_NAME, _WITHIN = Regex(r"\b[A-Z][\w-]{2,}"), Regex(r"(?<=[a-z0-9,;] )[A-Z][\w-]{2,}")
_LOWER = Regex(r"\b[a-z][\w-]{2,}")
_DATE = Regex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December"
)
#: Zones at the top of a story: what is named there, all of it is of.
TOP = 3


def of_strangers(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one of two figures has a name that the other's sentence lacks, and that not both stories open with."""
    both = a.once(_top) & b.once(_top)
    known = a.once(_within) | b.once(_within)
    ours, theirs = ((_led(s, c) & known) - both for s, c in ((a, x), (b, y)))
    return bool(ours - _words(b, y)) or bool(theirs - _words(a, x))


def _led(story: Story, claim: Claim) -> frozenset[str]:
    """The names that lead up to a figure or stand beside it, but for those of whoever tells it."""
    led = story.lead(claim)
    said = " ".join(m.text for m in (claim.speaker, claim.source) if m is not None)
    told = _NAME.findall(f"{led} {own_words(story, claim)}")
    lower = story.once(_lower)
    return frozenset(w for w in told if w not in said and w.lower() not in lower and not _DATE.fullmatch(w))


def _words(story: Story, claim: Claim) -> frozenset[str]:
    return frozenset(_NAME.findall(story.sentence(claim)))


def _top(story: Story) -> frozenset[str]:
    return frozenset(w for zone in story.zones[:TOP] for w in _NAME.findall(story.words(zone.span)))


def _within(story: Story) -> frozenset[str]:
    """The words with a capital that do not only open sentences."""
    return frozenset(_WITHIN.findall(story.document.text))


def _lower(story: Story) -> frozenset[str]:
    return frozenset(_LOWER.findall(story.document.text))


__all__ = ["of_strangers"]
