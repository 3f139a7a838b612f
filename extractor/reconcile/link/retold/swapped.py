"""A long number that a sibling has with two digits next to each other in the other order: 48,316 and "some 43,816".

A hedge before a number that is printed to its last digit widens nothing here: nobody rounds to 43,816. So long a
number hardly meets another with its very digits by chance.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.link.retold.one_topic import are_two_things, of_two_kinds
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.rows import of_two_rows
from extractor.reconcile.story import DISPLAY, Story, alike, family

#: Digits that a number has at least, and places in which the two differ.
LONG, PLACES = 4, 2


def swapped(a: Story, b: Story) -> Iterator[Relation]:
    """Pairs of long numbers of one thing, of which one has two digits exchanged, each in one story alone."""
    for x in a.claims:
        told = [y for y in b.claims if _is_swapped(x, y) and _is_one(a, x, b, y)]
        if len({y.figure.value for y in told}) == 1:
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", told[0])), cue, "stated")


def _is_swapped(x: Claim, y: Claim) -> bool:
    if not alike(x, y) or min(digits(x), digits(y)) < LONG or any(c.block in DISPLAY for c in (x, y)):
        return False
    ours, theirs = (str(int(c.figure.value)) if _is_whole(c) and c.figure.value else "" for c in (x, y))
    if len(ours) != len(theirs) or sorted(ours) != sorted(theirs):
        return False
    return sum(p != q for p, q in zip(ours, theirs, strict=True)) == PLACES


def _is_whole(claim: Claim) -> bool:
    """True for a number without a decimal: a share index moves by its digits from hour to hour."""
    value = claim.figure.value
    return value is not None and value == int(value) and family(claim) in "CMU"


def _is_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if neither story prints the other's number, and words or the noun tie the two."""
    printed = any(c.figure.value == y.figure.value for c in a.claims) or any(
        c.figure.value == x.figure.value for c in b.claims
    )
    if printed or x.stance != y.stance or of_others(a, x, b, y) or of_two_rows(a, x, b, y):
        return False
    if of_two_kinds(x, y) or not _one_time(x, y) or x.negated != y.negated:
        return False
    shared = stems(a.sentence(x)) & stems(b.sentence(y))
    noun = x.measure is not None and y.measure is not None and may_be_one(x.measure.key, y.measure.key)
    return bool(shared) and (noun or family(x) != "C" or len(shared) > (2 if are_two_things(x, y) else 1))


def _one_time(x: Claim, y: Claim) -> bool:
    """True unless the two are of other times; "the three months" may be any."""
    vague = any(c.period is not None and c.period.key.startswith("over:") for c in (x, y))
    return vague or may_be_one_time(x.period, y.period)


__all__ = ["swapped"]
