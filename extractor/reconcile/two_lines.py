"""One number that two stories tell of two things that each names: two lines of a business, two wholes."""

from __future__ import annotations

from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import clause_of, lead_of
from extractor.reconcile.link.cues.stems import moves, stems, times
from extractor.reconcile.story import Story, family


def of_two_lines(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for shares of two things of a sort that went two ways: "goat milk rose", "cow milk fell"."""
    if not family(x) == family(y) == "P" or None in (x.direction, y.direction) or x.direction == y.direction:
        return False
    ours, theirs = (_line(s, c) - moves() - times() for s, c in ((a, x), (b, y)))
    return bool(ours & theirs) and bool(ours - theirs) and bool(theirs - ours)


def _line(story: Story, claim: Claim) -> frozenset[str]:
    """The words of what moved, or those before its figure where none is known."""
    noun = claim.measure
    return stems(lead_of(story, claim) if noun is None or noun.found != "here" else noun.text)


def of_two_movements(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for amounts that no word makes changes of one thing: a loss cut by £15m, £15m more put in."""
    ours, theirs = (
        stems(clause_of(s, c)) - moves() - times() - stems(c.figure.text) for s, c in ((a, x), (b, y))
    )
    return family(x) != "P" and bool(ours) and bool(theirs) and not ours & theirs


def of_two_wholes(x: Claim, y: Claim) -> bool:
    """True for shares of two wholes, or spans of two doers, that both sentences name."""
    if family(x) not in "PD":
        return False
    p, q = ((c.base if family(c) == "P" else c.measure) for c in (x, y))
    named = p is not None and q is not None and p.found == q.found == "here"
    return named and not may_be_one(p.key, q.key)  # type: ignore[union-attr]


__all__ = ["of_two_lines", "of_two_movements", "of_two_wholes"]
