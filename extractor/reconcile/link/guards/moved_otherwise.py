"""Changes that other figures of the passage account for, or whose levels another change is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.equations import added, gap, percent, percent_change
from extractor.reconcile.link.fits.facts import ends, unit_of
from extractor.reconcile.link.guards.made import (
    Pair,
    are_alike,
    digits,
    ends_of,
    is_rise,
    makes_change,
    meets,
    others_near,
    tells_much,
)
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.misprints import Kind, misprint
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Slips that make one change of another, however far they are apart.
_SLIPS: frozenset[Kind] = frozenset(("swapped", "dropped", "scaled"))
#: How many times another a change is at least that is told of something else.
OTHER = 1.25
#: What is left of two flows against each other, whichever is told first: "hired 415, lost 322, a NET GAIN OF 93".
_BALANCE = Regex(
    r"\bnet\s(?:of|gains?|loss(?:es)?|increase|rise|change|addition|reduction|fall|decrease|(?:in|out)flow|migration|growth)\b"
    r"|\b(?:margin|majority|lead)\sof\b",
    re.IGNORECASE,
)
_STOP = Regex(r"[.;?!][”’\"]?\s")
#: "Is back at 68 per cent OF its old trade": how much one level is of another.
_OF = Regex(r"^\sof\b", re.IGNORECASE)
#: "To $3.3m FROM $5.5m": a level whose other end is told right before it.
_FROM = Regex(
    r"^(?:\s(?:in|at|by|on)\s(?:[\w’'-]+\s?){1,3})?,?\s(?:(?:down|up)\s)?(?:from|against|compared\swith)\s"
    r"(?:(?:about|just|nearly|some|around|over|under|a|the|record|peak|of)\s){0,3}$",
    re.IGNORECASE,
)


def moved_otherwise(story: Story, relation: Relation) -> bool:
    """A change from or to another level, of something else, of several flows, or that is no change at all."""
    change = relation.claims("change")
    levels = (*relation.claims("from"), *relation.claims("to"))
    if len(change) != 1 or len(levels) != 2:
        return False
    relative = unit_of(change[0]) == "P" and unit_of(levels[0]) != "P"
    others = others_near(story, relation, levels[0])
    pairs = [p for level in levels for other in others for p in ((level, other), (other, level))]
    rises = {"rose": True, "fell": False}.get(relation.direction or "")
    right = [p for p in pairs if rises is None or is_rise(*p) == rises]
    if any(meets(change[0], pair, percent_change if relative else gap) for pair in right):
        return True
    if any(meets(change[0], pair, percent_change if relative else gap) for pair in _rows(story, levels)):
        return True
    if _is_paired(story, change[0], levels) or _is_told_of_both(story, change[0], levels):
        return True
    if relative:
        if _OF.match(after(story, change[0])) and any(meets(change[0], p, percent) for p in pairs):
            return True
        return _is_of_own_sentence(story, change[0], levels)
    return _is_balance(story, change[0], levels) or _is_of_flows(change[0], levels, others)


def _rows(story: Story, levels: Sequence[Claim]) -> Iterator[Pair]:
    """The other pairs of two sentences that tell two things each: "560 and 61" then, "644 and 87" now."""
    old, new = (
        [c for c in story.in_sentence(level.sentence) if c is not level and are_alike(c, level)]
        for level in levels
    )
    if levels[0].sentence != levels[1].sentence and len(old) == 1:
        yield from ((old[0], c) for c in new)


def _is_of_own_sentence(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True if the sentence of a change tells two other levels that make it, and none of its levels."""
    if any(c.sentence == change.sentence for c in levels):
        return False
    inside = [c for c in story.in_sentence(change.sentence) if c is not change and c.figure.value]
    pairs = permutations([c for c in inside if unit_of(c) != "P"], 2)
    return any(meets(change, pair, percent_change) for pair in pairs)


def _is_paired(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True if a level before the sentence or clause of its change has its own end told beside it: "to $3.3m from $5.5m"."""
    for level, other in (levels, levels[::-1]):
        between = Span(level.figure.span.end, max(level.figure.span.end, change.figure.span.start))
        if not _STOP.search(story.words(between)):
            continue
        told = [c for c in story.in_sentence(level.sentence) if c.figure.span < level.figure.span]
        if not told or told[-1] is other or not are_alike(told[-1], level) or told[-1] is change:
            continue
        if _FROM.match(story.between(told[-1], level)):
            return True
    return False


def _is_told_of_both(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True if the sentence of both levels has a change that they make, and another that names something else of its own.

    "Robbery down 5%" above "Theft fell 12.5%, to 2,093 from 2,392".
    """
    if levels[0].sentence != levels[1].sentence or levels[0].sentence == change.sentence:
        return False
    inside = [c for c in story.in_sentence(levels[0].sentence) if family(c) == family(change)]
    own = [c for c in inside if c is not change and makes_change(c, levels[0], levels[1])]
    led = story.lead(change)
    named = content_words(re.split(r"[,;:]", led)[-1])
    apart = named - content_words(story.sentence(levels[0]))
    return any(_is_far(change, c) and misprint(change, c, _SLIPS) is None for c in own) and bool(apart)


def _is_far(one: Claim, other: Claim) -> bool:
    a, b = float(one.figure.value or 0), float(other.figure.value or 0)
    return min(a, b) > 0 and max(a / b, b / a) >= OTHER


def _is_balance(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for what is left of two flows, told as such: "hired 415 and lost 322, for a net gain of 93"."""
    told = f"{before(story, change, 30)}#{after(story, change, 20)}"
    return meets(change, (levels[0], levels[1]), gap) and _BALANCE.search(told) is not None


def _is_of_flows(change: Claim, levels: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """True for what several flows come to: "rose by 613,000 after losing 184,000 and 92,000, and so is up by 337,000"."""
    both, told = list(ends_of(levels)), ends(change)
    if len(both) != 2 or told is None or not tells_much(change):
        return False
    flows = added(both)
    made = [gap((flows, further)) for further in ends_of([c for c in others if digits(c) > 1])]
    return any(told[0] <= (low + high) / 2 <= told[1] for low, high in (flows, *made))
