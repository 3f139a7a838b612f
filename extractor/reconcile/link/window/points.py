"""A gap between two shares that is told as per cent: "26 percent smoked. Now 14 percent do, a drop of 12 percent".

Told of the share itself, the drop is 46 per cent or 12 points. The words must point back to the two
shares, one of them must be of an earlier time, and no third may stand there; then a figure that is
just their difference is the one in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.amount import difference, meet
from extractor.lexicon import table
from extractor.model import Amount, Claim, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.times import in_order
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.window.levels import by_way, is_elsewhere
from extractor.reconcile.link.window.scope import Window, after, before, cue, one_place, windows
from extractor.reconcile.story import Story, family
from extractor.wording import any_of

_WORDS = table("windows")["points"]
_BACK = re.compile(rf"(?:{'|'.join(_WORDS['back'])})\s(?:(?:{'|'.join(_WORDS['lead'])})\s)*$", re.IGNORECASE)
#: "THE four per cent SLIDE", "that 12 per cent rise": a change that was told before, by its size.
_DEFINITE = re.compile(r"\b(?:the|that|this)\s$", re.IGNORECASE)
#: What a change is of: "the 12 per cent improvement IN THE SETTLEMENT rate".
_OF_WHAT = re.compile(r"^\s[\w’'-]+\s(?:in|of|for)\s(?:(?:the|its|their|our|his|her)\s)?(?P<noun>[\w’'-]+)")
_LESS = re.compile(rf"^\s(?:{'|'.join(_WORDS['less'])})\s(?:is|was|makes|means|may|sounds)\b", re.IGNORECASE)
_APART = any_of(_WORDS["apart"])


def points(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each per cent that nothing explains and that is the gap of two shares."""
    for change in open_ones:
        if family(change) == "P" and way_of(story, change) is not None and _points_back(story, change):
            found = next((r for w in windows(story, change) if (r := _in(story, w)) is not None), None)
            if found is not None:
                yield found


def _points_back(story: Story, change: Claim) -> bool:
    """True for "a drop of 12 percent" after a comma, "that's up six per cent", "Nine per cent less is"."""
    first = change.figure.span.start - change.sentence.start <= 1
    if _BACK.search(before(story, change)) or (first and _LESS.match(after(story, change))):
        return True
    if not _DEFINITE.search(before(story, change)) or not _noun().match(after(story, change)):
        return False
    opens = change.figure.span.start - change.sentence.start <= len("That ")
    return opens or _OF_WHAT.match(after(story, change)) is not None


@cache
def _noun() -> re.Pattern[str]:
    """A noun of movement behind a figure."""
    nouns = table("comparisons")["move_nouns"]
    return re.compile(
        rf"^\s(?:{'|'.join((*nouns['rose'], *nouns['fell']))})\b(?!\s(?:on|for|since|to)\b)", re.IGNORECASE
    )


def _in(story: Story, window: Window) -> Relation | None:
    """The change with the only two shares of a window, both before it, where it is their difference."""
    change = window.target
    shares = [c for c in window.claims if family(c) == "P"]
    if len(shares) != 2 or not all(c.figure.span < change.figure.span for c in shares):
        return None
    one, two = shares
    if not _are_levels(story, one, two) or _APART.search(story.words(window.span)):
        return None
    way = way_of(story, change)
    old, new = by_way(one, two, way)
    if _times(story, change, shares) != (old, new) or _is_of_another(story, change, window):
        return None
    if not meet(_gap(one, two), change.figure.amount):
        return None
    roles = (Role("change", change), Role("from", old), Role("to", new))
    return Relation("change", roles, cue(story, window), "contextual", way)


def _is_of_another(story: Story, change: Claim, window: Window) -> bool:
    """True for "the 12 per cent rise IN FEES", which the words around the shares do not name."""
    told = _OF_WHAT.match(after(story, change))
    before_it = story.words(Span(window.span.start, change.figure.span.start)).lower()
    return told is not None and told["noun"].lower().removesuffix("s") not in before_it


def _are_levels(story: Story, one: Claim, two: Claim) -> bool:
    """True for two shares of one thing in one place, one of them of an earlier time."""
    plain = not any(is_change(c) or c.negated or is_elsewhere(story, c) for c in (one, two))
    bases = [c.base.key for c in (one, two) if c.base is not None and c.base.found == "here"]
    return plain and one_place(one, two) and (len(bases) < 2 or may_be_one(*bases))


def _times(story: Story, change: Claim, shares: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The earlier share and the later, by the words beside them or by the years that they name."""
    one, two = shares
    ordered = in_order(story, one, two, (change,))
    if ordered is not None:
        return ordered
    years = [
        c.period.key if c.period is not None and c.period.found in ("here", "sentence") else ""
        for c in shares
    ]
    if years[0] != "now" and years[1] == "now" and years[0]:
        return one, two
    return (two, one) if years[0] == "now" and years[1] not in ("", "now") else None


def _gap(one: Claim, two: Claim) -> Amount:
    """How far the larger lies above the smaller, as per cent."""
    low, high = sorted((one, two), key=lambda c: c.figure.value or 0)
    return difference(high.figure.amount, low.figure.amount)
