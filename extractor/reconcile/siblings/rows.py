"""What a figure's own words name: the row of a list, of a table or of a tale that it belongs to.

"Annagh has 2,175 boats and Kilcarra 1,648": two stories that name two rows tell two facts, however alike the
rest of their words.
"""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim
from extractor.reconcile.clauses import own_words
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_NAME = Regex(r"\b[A-Z][\w-]{2,}")
#: Before a number that goes on from the one before it, and behind such a number.
_ANOTHER = Regex(r"\b(?:another|an?\s(?:additional|extra|further)|plus)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_MORE = Regex(r"\s(?:more|others?|additional|extra|further)\b")


def of_two_rows(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if each figure has names of its own, or of the headline for want of one, and none in common."""
    common = plain_words(a, b)
    ours, theirs = (row(s, c) - common for s, c in ((a, x), (b, y)))
    if ours & theirs:
        return False
    if ours and theirs:
        return True
    named, other, story = (ours, y, b) if ours else (theirs, x, a)
    return bool(named) and _is_elsewhere(named - _headed(a) - _headed(b), story, other, common)


def plain_words(a: Story, b: Story) -> frozenset[str]:
    """The words with a capital that are no names: they stand in lower case too, or only open sentences."""
    inside = a.once(_within) | b.once(_within)
    return a.once(_lower) | b.once(_lower) | ((a.once(_opening) | b.once(_opening)) - inside)


def row(story: Story, claim: Claim) -> frozenset[str]:
    """The names beside a figure but for those of whoever tells it, and of days and months."""
    tellers = " ".join(m.text for m in (claim.speaker, claim.source) if m is not None)
    return _names(own_words(story, claim)) - _names(tellers)


def goes_on(story: Story, claim: Claim, first: Claim) -> bool:
    """True for a count that is told on top of the first: "860 men at work. ANOTHER 590 were on their way"."""
    text, span = story.document.text, claim.figure.span
    between = text[first.figure.span.end : span.start]
    if span.start < first.figure.span.end or any(ch.isdigit() for ch in between) or "\n" in between:
        return False
    return _ANOTHER.search(between) is not None or _MORE.match(text, span.end) is not None


def of_bodies(names: frozenset[str], claim: Claim) -> bool:
    """True if all of some names are those of the bodies that a claim's sentence tells of."""
    bodies = " ".join(m.text for m in claim.organisations if m.found in ("here", "sentence"))
    place = "" if claim.place is None or claim.place.found not in ("here", "sentence") else claim.place.text
    return names <= _names(bodies) - _names(place)


def _is_elsewhere(named: frozenset[str], story: Story, claim: Claim, common: frozenset[str]) -> bool:
    """True if a sentence without a name follows one of another row: "Arrivals that day were 22,000"."""
    if not named or _names(story.sentence(claim)) - common:
        return False
    before = _names(_sentence_before(story, claim)) - common
    return bool(before) and not before & named


def _sentence_before(story: Story, claim: Claim) -> str:
    """The last sentence of the paragraph up to a claim's own; nothing where it opens one."""
    zone = story.zones[max(0, story.block_number(claim.sentence.start))]
    return re.split(r"(?<=[.?!])\s+", story.document.text[zone.span.start : claim.sentence.start].strip())[-1]


def _headed(story: Story) -> frozenset[str]:
    return _names(story.words(story.zones[0].span))


def _lower(story: Story) -> frozenset[str]:
    """The words that a story prints in lower case too, with a capital: they are no names."""
    return frozenset(w.capitalize() for w in re.findall(r"\b[a-z][\w-]{2,}", story.document.text))


def _opening(story: Story) -> frozenset[str]:
    """The words that open a sentence, which have a capital whatever they are."""
    return frozenset(re.findall(r"(?:^|[.?!:][”’\"']?\s+|\n|[“\"])([A-Z][\w-]{2,})", story.document.text))


def _within(story: Story) -> frozenset[str]:
    """The words with a capital that stand inside of a sentence: names, wherever else they stand."""
    return frozenset(re.findall(r"(?<=[a-z0-9,] )[A-Z][\w-]{2,}", story.document.text))


def _names(words: str) -> frozenset[str]:
    dates = {word for told in table("siblings")["stretch"].values() for word in told}
    return frozenset(m for m in _NAME.findall(words) if m.lower() not in dates)


__all__ = ["goes_on", "of_bodies", "of_two_rows", "plain_words", "row"]
