"""What the words must allow before figures that only fit are taken for a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.fits.facts import Fact, words_around
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: A sum with a count below this is met by many unlike things in a story; larger ones seldom are.
COMMON = 20
#: Of figures that stand apart with nothing that adds them, one must have so many digits.
TELLING = 3
_OF_THEM = Regex(r"\s?of\s(?:them|those|these|which|whom)\b", re.IGNORECASE)
#: The last step of a list: "35 in Hull AND ten in York".
_AND = Regex(r"(?:\s[\w’'-]+){0,6},?\s(?:and|plus)\s(?:another\s|the\s|some\s|about\s)?")


def one_noun(whole: Fact, others: Sequence[Fact]) -> bool:
    """True if all are counts of what the first counts."""
    if whole.claim.measure is None:
        return False
    key, measures = whole.claim.measure.key, (c.claim.measure for c in others)
    return all(m is not None and may_be_one(m.key, key) for m in measures)


def may_be_added(story: Story, whole: Fact, parts: Sequence[Fact]) -> bool:
    """False for what only happens to add up, and for what tells too little where no word adds it."""
    together = (whole, *parts)
    in_one = all(p.sentence == whole.sentence for p in parts)
    told = in_one or any(f.adds for f in together) or not _tell_little(together)
    return told and makes_sense(story, whole, parts)


def makes_sense(story: Story, whole: Fact, parts: Sequence[Fact]) -> bool:
    """False for sums that nobody would tell: nothing and itself, unlike things, a part and its own part."""
    together = (whole, *parts)
    if len(parts) == 2 and any(f.claim.figure.value == 0 for f in together):
        return False
    if _adds_nothing(whole, parts) or _cuts_list(story, whole, parts):
        return False
    if all(p.sentence == whole.sentence for p in parts):
        return True
    return not ((_are_common(together) and are_unlike(together)) or _within_another(story, parts))


def are_unlike(facts: Sequence[Fact]) -> bool:
    """True where two counts name things that cannot be one."""
    named = [f.claim.measure.key for f in facts if f.kind == "C" and f.claim.measure is not None]
    return any(not may_be_one(a, b) for a, b in combinations(named, 2))


def _are_common(facts: Sequence[Fact]) -> bool:
    """True for numbers that meet by chance: one is small, so that the others lie near each other."""
    return min(f.ends[1] for f in facts) < COMMON


def _tell_little(facts: Sequence[Fact]) -> bool:
    """True for numbers of so few digits, or so loosely told, that any page has some that add up."""
    if any(f.claim.figure.hedge for f in facts):
        return True
    short = all(f.kind == "C" and f.digits < TELLING for f in facts)
    return short and not one_noun(facts[0], facts[1:])


def _adds_nothing(whole: Fact, parts: Sequence[Fact]) -> bool:
    """True where a part is lost in the rounding of the whole: 18 cents in a sum of millions."""
    low, high = whole.ends
    return any(0 < f.ends[1] < high - low for f in parts)


def _cuts_list(story: Story, whole: Fact, parts: Sequence[Fact]) -> bool:
    """True where the list of the parts goes on: "75: 40 in Leeds, 35 in Hull AND TEN in York"."""
    last = max(parts, key=lambda f: f.number)
    item = story.once(_next_item, last.claim)
    return item is not None and item is not whole.claim


def _next_item(story: Story, claim: Claim) -> Claim | None:
    """The figure of the sentence that goes on a list behind a claim."""
    following = story.following(claim)
    if following is None or following.sentence != claim.sentence or family(following) != family(claim):
        return None
    between = story.between(claim, following)
    return following if _AND.fullmatch(between) is not None else None


def _is_of_them(story: Story, claim: Claim) -> bool:
    return _OF_THEM.match(words_around(story, claim)[1]) is not None


def _within_another(story: Story, parts: Sequence[Fact]) -> bool:
    """True for the eight of "17 injuries, eight of them slips": it is counted in the 17 already."""
    return any(
        b.number == a.number + 1 and story.once(_is_of_them, b.claim)
        for a, b in pairwise(sorted(parts, key=lambda f: f.number))
    )
