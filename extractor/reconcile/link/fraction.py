"""Fractions of what was: "a quarter of its peak. In 2013 there were 2,480 learners; this fall, 625"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import exact, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.listing import is_plain, of_one_unit
from extractor.reconcile.link.window.scope import Window, after, before, cue, one_thing, windows
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Behind a fraction: it is taken of what the same thing was at another time.
_OF_BEFORE = Regex(rf"^\s(?:of\s)?(?:{'|'.join(table('sums')['fraction']['before'])})\b", re.IGNORECASE)
_OF_PEAK = Regex(r"^\s(?:of\s)?(?:its|their|his|her|the)\s(?:peak|height|best)\b", re.IGNORECASE)
_CHANGE = table("windows")["change"]
_EARLIER = Regex(rf"\b(?:{'|'.join(_CHANGE['old_before'])})\b[^;.]*$", re.IGNORECASE)
_EARLIER_AFTER = Regex(rf"^[^;.,]*?\b(?:{'|'.join(_CHANGE['old_after'])})", re.IGNORECASE)


def fractions(story: Story) -> Iterator[Relation]:
    """One relation for each fraction of an earlier level that stands by just two levels of one thing."""
    for fraction in story.claims:
        if fraction.block in DISPLAY or family(fraction) not in "PX" or not _is_below_one(fraction):
            continue
        if not _OF_BEFORE.match(after(story, fraction)):
            continue
        relation = next((r for w in windows(story, fraction) if (r := _in(story, w)) is not None), None)
        if relation is not None:
            yield relation


def _is_below_one(fraction: Claim) -> bool:
    """True for a share in words or figures that is less than the whole."""
    return family(fraction) == "P" and surely_less(fraction.figure.amount, exact(100))


def _in(story: Story, window: Window) -> Relation | None:
    """The fraction with the only two levels of a window, the larger of which is the whole."""
    levels = [c for c in window.claims if is_plain(c) and not is_change(c) and family(c) in "CMUDR"]
    levels = [c for c in levels if not _is_age(story, c)]
    if len(levels) != 2 or not of_one_unit(*levels) or not one_thing(*levels):
        return None
    small, large = sorted(levels, key=lambda c: c.figure.amount.low or 0)
    if _is_below_peak(story, window.target, large):
        return None
    if not surely_less(small.figure.amount, large.figure.amount) or not _is_earlier(story, large):
        return None
    roles = (Role("rate", window.target), Role("part", small), Role("whole", large))
    return Relation("share", roles, cue(story, window), "contextual")


def _is_earlier(story: Story, level: Claim) -> bool:
    """True if the words of a level's clause tell it as one of an earlier time."""
    return bool(_EARLIER.search(before(story, level, 40)) or _EARLIER_AFTER.match(after(story, level, 40)))


def _is_below_peak(story: Story, fraction: Claim, large: Claim) -> bool:
    """True for "a third of its peak" where the paragraph has a level above the larger of the two."""
    if not _OF_PEAK.match(after(story, fraction)):
        return False
    block = story.block_number(fraction.figure.span.start)
    near = (c for c in story.claims if story.block_number(c.figure.span.start) == block)
    return any(
        is_plain(c) and _may_be_alike(c, large) and surely_less(large.figure.amount, c.figure.amount)
        for c in near
    )


def _may_be_alike(a: Claim, b: Claim) -> bool:
    """True for levels of one unit, and where print leaves the unit of one out."""
    return of_one_unit(a, b) or {family(a), family(b)} in ({"C", "U"}, {"C", "R"})


def _is_age(story: Story, claim: Claim) -> bool:
    """True for a time that tells when: "ten years earlier", "in the last 12 months"."""
    when = re.match(r"^\s(?:ago|earlier|before|later|on|old)\b", after(story, claim))
    return family(claim) == "D" and when is not None
