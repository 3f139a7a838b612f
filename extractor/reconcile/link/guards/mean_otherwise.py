"""Averages that another total or number of the passage makes: "four vans in five weeks saw 1,900, or 95 a van each week"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.model import Claim, Relation
from extractor.reconcile.link.fits.equations import product, quotient
from extractor.reconcile.link.fits.facts import Ends, ends
from extractor.reconcile.link.guards.made import NEAR, are_alike, others_near, width
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Where neither division leaves nothing over, it has to be as close as this to be no chance.
CLOSE = 0.01
#: "With two OTHERS", "and three friends": whoever is told of comes on top.
_OTHERS = Regex(
    r"^\s(?:[\w’'-]+\s)?(?:others?|friends?|colleagues?|flatmates?|housemates?|roommates?|siblings?|brothers?|sisters?"
    r"|cousins?|mates?|partners?|strangers?|neighbou?rs?)\b",
    re.IGNORECASE,
)
#: "A 3-MT plant": the number leaves its scale to a letter.
_SCALED = Regex(r"^[\s-]?(?P<scale>k|m|mn|mt|mtpa|bn|b|lakh|crore|million|billion)\b", re.IGNORECASE)
#: Before a length of time over which something is told: "in the 12 weeks".
_TIMED = Regex(
    r"\b(?:in|over|for|during|after|within|of|per|every|across|by|under|past|last|first|next|the|these|those|that|about)\s$",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "b": 1e9, "bn": 1e9, "billion": 1e9, "lakh": 1e5, "crore": 1e7}


def mean_otherwise(story: Story, relation: Relation) -> bool:
    """True if another total or number near by makes an average, or its sentence has a total of its own."""
    mean, total, number = (relation.claims(name) for name in ("mean", "total", "n"))
    if not (len(mean) == len(total) == len(number) == 1):
        return False
    told, of, by = ends(mean[0]), ends(total[0]), ends(number[0])
    if told is None or of is None or by is None or told[0] <= 0:
        return False
    if any(_makes(told, of, n) for n in _as_words_say(story, number[0], by)):
        return True
    if _has_own_total(story, relation, mean[0], total[0], number[0]):
        return True
    others = others_near(story, relation, total[0])
    if any(_makes(told, e, by) for c in others if (e := ends(c)) is not None):
        return True
    numbers = _numbers(story, relation)
    return any(_makes(told, of, n) or _makes(told, of, product((by, n))) for n in numbers)


def _as_words_say(story: Story, number: Claim, by: Ends) -> Iterator[Ends]:
    """The number with whoever it leaves out, or with the scale that stands behind it as a letter."""
    behind = after(story, number)
    if _OTHERS.match(behind):
        yield by[0] + 1, by[1] + 1
    scaled = _SCALED.match(behind)
    if scaled is not None:
        times = _SCALES.get(scaled["scale"].lower(), 1e6)
        yield by[0] * times, by[1] * times


def _has_own_total(story: Story, relation: Relation, mean: Claim, total: Claim, number: Claim) -> bool:
    """True for "In all, they missed 4,980 days, an average of 3.1 a time" behind a total and number of other things."""
    if relation.strength == "stated" or mean.sentence in (total.sentence, number.sentence):
        return False
    ahead = [c for c in story.in_sentence(mean.sentence) if c.figure.span < mean.figure.span]
    ahead = [
        c
        for c in ahead
        if are_alike(c, total) or (family(c) in "MUD" and not _TIMED.search(before(story, c)))
    ]
    return any((c.figure.value or 0) > (mean.figure.value or 0) for c in ahead)


def _numbers(story: Story, relation: Relation) -> Sequence[Ends]:
    """What else near by an average may be told for: counts, and lengths of time."""
    own = {c.id for c in relation.claims()}
    near = {c.id: c for told in relation.claims() for c in story.around(told, NEAR)}
    able = [c for c in near.values() if c.id not in own and c.block not in DISPLAY and family(c) in "CD"]
    sentences = {c.sentence for c in relation.claims()}
    if (
        relation.strength == "stated" and len(sentences) == 1
    ):  # the words divide: what comes later has no part in it
        able = [c for c in able if c.sentence <= max(sentences)]
    return [e for c in able if (c.figure.value or 0) > 1 and (e := ends(c)) is not None and e[0] > 0]


def _makes(told: Ends, total: Ends, by: Ends) -> bool:
    """True if a division makes an average with nothing over, or so closely that it is hardly chance."""
    if by[0] <= 0:
        return False
    low, high = quotient((total, by))
    middle, value = (low + high) / 2, (told[0] + told[1]) / 2
    if abs(middle - value) <= 1e-9 * value:
        return True
    return told[0] <= middle <= told[1] and width(told) + width((low, high)) <= CLOSE
