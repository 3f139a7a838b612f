"""What is left of several shares: "48 per cent said yes and 37 per cent no. The remaining 25 per cent did not know".

Two shares of one whole are read by `halves`; here two or more stand before the rest, in its sentence or in the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.amount import middle, total
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.runs import is_of_others
from extractor.reconcile.link.tally.halves import APART, OWN_BASE, is_share, shares_before
from extractor.reconcile.link.tally.listing import overlaps
from extractor.reconcile.link.tally.rest import is_rest
from extractor.reconcile.link.window.scope import are_nested, one_place
from extractor.reconcile.story import Story, family

#: Shares that may stand before the rest.
MOST = 6


def thirds(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each share that is told as what several before it leave of the whole."""
    for rest in story.claims:
        if not is_share(rest) or rest.id in summed or not is_rest(story, rest):
            continue
        parts = _parts(story, rest)
        if 2 <= len(parts) <= MOST and _are_one_whole(story, rest, parts, summed):
            span = Span(parts[0].sentence.start, rest.sentence.end)
            roles = (Role("part", rest), *(Role("part", c) for c in parts))
            yield Relation("sum", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _parts(story: Story, rest: Claim) -> Sequence[Claim]:
    """The shares of its sentence in front of the rest, or of the one before where it is the only one there."""
    here = [c for c in story.in_sentence(rest.sentence) if family(c) == "P" and c is not rest]
    if here:
        return _told_once(here) if all(c.figure.span < rest.figure.span for c in here) else ()
    return () if shares_before(story, rest, 2) else shares_before(story, rest, 1)


def _told_once(shares: Sequence[Claim]) -> Sequence[Claim]:
    """The shares without those in words that the next one says again in digits: "a fifth of the money, 20 per cent"."""
    again = {
        a.id
        for a, b in pairwise(shares)
        if a.figure.value == b.figure.value and not any(ch.isdigit() for ch in a.figure.text)
    }
    return [c for c in shares if c.id not in again]


def _are_one_whole(story: Story, rest: Claim, parts: Sequence[Claim], summed: frozenset[str]) -> bool:
    """True if nothing in the words makes one of the shares that of another whole, time or place."""
    if any(c.id in summed or not is_share(c) or is_of_others(story, c) for c in parts):
        return False
    together = middle(total(c.figure.amount for c in (rest, *parts)))
    if together is None or abs(float(together) - 100) > APART:
        return False
    listed = story.starting(parts[0].figure.span.start, rest.figure.span.start)
    if any(family(c) == "C" for c in listed):
        return False  # "44 per cent got it from shops, 31 from friends, 12 from parents"
    if any(OWN_BASE.match(story.words(Span(c.figure.span.end, c.sentence.end))) for c in (*parts[1:], rest)):
        return False
    times = {c.period.key for c in (rest, *parts) if c.period is not None and c.period.found == "here"}
    if len(times) > 1 or not all(one_place(rest, c) for c in parts) or are_nested(story, (*parts, rest)):
        return False
    return not overlaps(story, Span(parts[0].sentence.start, rest.sentence.end))


__all__ = ["thirds"]
