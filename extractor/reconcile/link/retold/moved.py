"""A movement that one story tells and the levels that its sibling prints, where a mix-up accounts for what differs.

"Rose by 263" beside "263, compared with 218": the new level told as the size. "Rose by 1.3 per cent" beside "from 2.1
to 3.4 per cent": points told as per cent. Any other difference may be of another thing, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import difference, meet, percent_change
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.follows import near_pairs
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import DISPLAY, Story, family

#: What makes a figure the size of a movement: "rose BY 263", not "dishes up 5,695".
_BY = re.compile(r"\bby\s(?:an?\s)?(?:about\s|some\s|nearly\s|almost\s|just\s|only\s)?$", re.IGNORECASE)
#: Words that the two sentences have in common at least.
SHARED = 2


def moved(a: Story, b: Story) -> Iterator[Relation]:
    """The movements of either story that are a level of the other, or points between two of its shares."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            if is_change(told) and told.direction in ("rose", "fell") and told.block not in DISPLAY:
                yield from _mixed_up(ours, theirs, told)


def _mixed_up(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    if told.stance != "asserted" or digits(told) < 2 or not _BY.search(before(theirs, told, 20)):
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
    if not _one_noun(more, less):
        return False
    size, gap = told.figure.amount, difference(more.figure.amount, less.figure.amount)
    if family(told) == "P":
        return meet(size, gap) and not meet(size, percent_change(less.figure.amount, more.figure.amount))
    new = less if told.direction == "fell" else more
    return digits(told) >= 3 and told.figure.value == new.figure.value and not meet(size, gap)


def _one_noun(*levels: Claim) -> bool:
    """True unless both levels name what they count, and it is not one thing: 35 schools and 5,695 portions."""
    named = [c.measure.key for c in levels if c.measure is not None and c.measure.found == "here"]
    return len(named) < 2 or may_be_one(*named)


def _tied(ours: Story, theirs: Story, told: Claim, *levels: Claim) -> bool:
    here = stems(theirs.sentence(told))
    shared = max(len(here & stems(ours.sentence(c))) for c in levels)
    return shared >= SHARED and all(c.stance == "asserted" for c in levels)
