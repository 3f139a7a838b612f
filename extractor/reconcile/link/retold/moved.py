"""A movement that one story tells and the levels that its sibling prints, where a mix-up accounts for what differs.

"Rose by 263" beside "263, compared with 218": the new level told as the size. "Rose by 1.3 per cent" beside "from 2.1
to 3.4 per cent": points told as per cent. Any other difference may be of another thing, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import difference, meet, percent_change
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.apart import named
from extractor.reconcile.link.retold.follows import near_pairs
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.siblings.stretches import stretches
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: What makes a figure the size of a movement: "rose BY 263", not "dishes up 5,695".
_BY = Regex(r"\bby\s(?:an?\s)?(?:about\s|some\s|nearly\s|almost\s|just\s|only\s)?$", re.IGNORECASE)
#: What a noun is of: "recycling of glass", "enrolment among girls".
_PART = Regex(r"\s(?:of|for|among|by|from|at|with)\s(?:the\s|its\s)?([\w-]+)")
#: Words for what moves, which a paper may leave out: "the pass RATE" is what of those who tried passed.
_RATES = stems("rate share proportion percentage level figure number")
#: What moves in per cent of itself, whatever rate moves beside it.
_NUMBER = Regex(r"\bnumbers?\b")
#: Shares below have one digit before the point.
TEN = 10
#: How many times as great one of two levels is at most.
FAR = 10
#: Words that the two sentences have in common at least.
SHARED = 2


def moved(a: Story, b: Story) -> Iterator[Relation]:
    """The movements of either story that are a level of the other, or points between two of its shares."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            if is_change(told) and told.direction in ("rose", "fell") and told.block not in DISPLAY:
                yield from _mixed_up(ours, theirs, told)


def _mixed_up(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    if family(told) == "P" and _NUMBER.search(before(theirs, told, 60)):
        return
    if told.stance != "asserted" or not _is_long(told) or not _BY.search(before(theirs, told, 20)):
        return
    pairs = [p for p in near_pairs(ours, told) if _is_mix_up(told, *p) and _tied(ours, theirs, told, *p)]
    if len({(more.figure.amount, less.figure.amount) for more, less in pairs}) == 1:
        more, less = pairs[0]
        old, new = (more, less) if told.direction == "fell" else (less, more)
        cue = Cue(told.document, told.figure.span, told.figure.text)
        roles = (Role("change", told), Role("from", old), Role("to", new))
        yield Relation("change", roles, cue, "stated", told.direction)


def _is_mix_up(told: Claim, more: Claim, less: Claim) -> bool:
    """True if the size of a movement is its new level, or the points between two shares, and cannot be right."""
    if not _one_noun(more, less) or _is_far_less(less, more):
        return False
    size, gap = told.figure.amount, difference(more.figure.amount, less.figure.amount)
    if family(told) == "P":
        return meet(size, gap) and not meet(size, percent_change(less.figure.amount, more.figure.amount))
    new = less if told.direction == "fell" else more
    return digits(told) >= 3 and told.figure.value == new.figure.value and not meet(size, gap)


def _is_far_less(less: Claim, more: Claim) -> bool:
    """True for "£86.93 over the year, or about £1.67 a week", which are no two levels of one thing."""
    return (less.figure.value or 0) * FAR < (more.figure.value or 0)


def _is_long(told: Claim) -> bool:
    """True for two digits or a decimal, and for a share of one digit, which points are taken for."""
    return digits(told) >= 2 or (
        family(told) == "P" and (told.figure.value or 0) < TEN and told.figure.hedge is None
    )


def _one_noun(*levels: Claim) -> bool:
    """True unless both levels name what they count, and it is not one thing: 35 schools and 5,695 portions."""
    told = [c.measure.key for c in levels if c.measure is not None and c.measure.found == "here"]
    told = [key for key in told if not stretches(key)]  # "the 47.5 per cent of the year before"
    return len(told) < 2 or may_be_one(*told)


def _tied(ours: Story, theirs: Story, told: Claim, *levels: Claim) -> bool:
    if any(c.stance != "asserted" for c in levels):
        return False
    there = stems(theirs.sentence(told))
    shared = max((there & stems(ours.sentence(c)) for c in levels), key=len)
    if family(told) == "P" and not _is_one_thing(ours, theirs, told, levels):
        return False
    alone = digits(told) >= 2 and _one_measure(told, levels)
    return len(shared) >= SHARED or (bool(shared) and (alone or _in_points(ours, told, levels)))


def _one_measure(told: Claim, levels: Sequence[Claim]) -> bool:
    """True if a movement and a level name one thing: turnout that "dropped by 5.7", turnout of 43.9 per cent."""
    noun = told.measure
    return (
        noun is not None
        and noun.found == "here"
        and any(c.measure is not None and c.measure.key == noun.key for c in levels)
    )


def _in_points(ours: Story, told: Claim, levels: Sequence[Claim]) -> bool:
    """True if the sibling prints the number itself as points, in the sentence of a level."""
    told_so = (c for level in levels for c in ours.in_sentence(level.sentence) if family(c) == "T")
    return any(c.figure.value == told.figure.value for c in told_so)


def _is_one_thing(ours: Story, theirs: Story, told: Claim, levels: Sequence[Claim]) -> bool:
    """True unless a noun of either side has a word that the other side lacks: "births", "births at home"."""
    here = _narrowed(theirs, told) | named(told)
    there = frozenset(w for c in levels for w in named(c) | _narrowed(ours, c)) - _RATES
    sentences = frozenset(w for c in levels for w in stems(ours.sentence(c)))
    return here - _RATES <= sentences and there <= stems(theirs.sentence(told))


def _narrowed(story: Story, told: Claim) -> frozenset[str]:
    """The words behind the noun of a movement that pick a part of it: "recycling of GLASS"."""
    noun = told.measure
    if noun is None or noun.span is None or not told.sentence.contains(noun.span):
        return frozenset()
    found = _PART.match(story.document.text, noun.span.end, told.sentence.end)
    inside = _PART.search(f" {noun.text}")
    return stems(" ".join(m[1] for m in (found, inside) if m is not None))
