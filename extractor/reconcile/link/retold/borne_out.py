"""Figures of siblings that bear each other out: "more than 200 tenants" in one, 214 in the other.

Siblings round, hedge and leave out as their readers need it. A figure is borne out by the only one of the sibling
that agrees with it closely, if a word, a noun or a deed ties the two; where several agree, by the one that shares
most words.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import kinds
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.one_topic import both_spent
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family, one_noun

#: Counts below this meet others all the time.
SMALL = 20
#: Counts of people from here on are rarely near each other by chance.
MANY = 1000


def borne_out(a: Story, b: Story) -> Iterator[Relation]:
    """Pairs of figures that tell one thing, exactly or rounded; each figure in one pair."""
    for x in a.claims:
        y = _best(a, x, b)
        if y is not None and _best(b, y, a) == x:
            stated, other = (x, y) if _is_rounder(x, y) else (y, x)
            cue = Cue(stated.document, stated.figure.span, stated.figure.text)
            yield Relation("same", (Role("stated", stated), Role("from", other)), cue, "contextual")


def _best(a: Story, x: Claim, b: Story) -> Claim | None:
    """The one figure of the other story that agrees and is tied most closely; None where two are tied alike."""
    told = [(len(shared_words(a, x, b, y)) + 2 * one_noun(x, y), y) for y in b.claims if _agrees(a, x, b, y)]
    most = max((weight for weight, _ in told), default=0)
    found = [y for weight, y in told if weight == most]
    body = [y for y in found if y.block not in DISPLAY] or found
    return body[0] if body and len({y.figure.amount for y in body}) == 1 else None


def _agrees(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    if not alike(x, y) or not is_close(x, y) or not meet(x.figure.amount, y.figure.amount):
        return False
    if x.negated != y.negated or x.stance != y.stance or is_change(x) != is_change(y):
        return False
    if x.direction and y.direction and x.direction != y.direction:
        return False
    return may_be_one_time(x.period, y.period) and not of_others(a, x, b, y) and _tied(a, x, b, y)


def is_close(x: Claim, y: Claim) -> bool:
    """True if two numbers are one, or one of them is the other rounded."""
    ours, theirs = x.figure.value, y.figure.value
    if not ours or not theirs:
        return False
    if ours != theirs and x.figure.hedge is not None and y.figure.hedge is not None:
        return False  # "over 1,400" and "more than 1,500" agree whatever was counted
    return abs(ours / theirs - 1) <= Decimal(str(table("siblings")["rounds"]))


def _tied(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if words tie two figures; small counts are tied by their noun alone."""
    if family(x) == "C":
        small = min(c.figure.value or 0 for c in (x, y)) < SMALL
        return one_noun(x, y) or (not small and bool(shared_words(a, x, b, y))) or _are_all_people(x, y)
    if family(x) == "M" and both_spent(a, x, b, y):
        return True
    return bool(shared_words(a, x, b, y)) or (family(x) == "P" and one_noun(x, y))


def _are_all_people(x: Claim, y: Claim) -> bool:
    """True for long numbers of people: "more than 2,300 men and women" and 2,350 rescuers."""
    nouns = [c.measure.key for c in (x, y) if c.measure is not None]
    return min(x.figure.value or 0, y.figure.value or 0) >= MANY and [
        "person" in kinds(key) for key in nouns
    ] == [True, True]


def shared_words(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    """The words in both sentences but for those of the figures: two spans of minutes share no more than a unit."""
    told = content_words(x.figure.text) | content_words(y.figure.text)
    return content_words(a.sentence(x)) & content_words(b.sentence(y)) - told


def _is_rounder(x: Claim, y: Claim) -> bool:
    """True if the first is hedged and the other not, or has fewer digits."""
    if (x.figure.hedge is None) != (y.figure.hedge is None):
        return x.figure.hedge is not None
    return _digits(x) < _digits(y)


def _digits(claim: Claim) -> int:
    value = claim.figure.value
    return 0 if value is None else len(value.normalize().as_tuple().digits)


__all__ = ["borne_out", "is_close", "shared_words"]
