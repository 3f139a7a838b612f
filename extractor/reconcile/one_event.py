"""Whether two stories tell one event: what they have in common against the figures that differ.

Bulletins of one form, the next town's or the next month's, share their words and a number or two by chance,
and differ in all the rest; two stories of one event share names and most of their numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from extractor.lexicon import table
from extractor.model import Claim, Finding
from extractor.reconcile.link.retold import digits
from extractor.reconcile.link.topic import content_words
from extractor.reconcile.named import names_in_common
from extractor.reconcile.story import Story

#: Numbers of two digits to choose from, since shares and ages crowd in the middle of the ninety.
TWO_DIGITS = 60
#: A printed number with its unit.
Number = tuple[Decimal, str]


def one_event(a: Story, b: Story, found: Sequence[Finding]) -> bool:
    """True if names and numbers that both stories have outweigh the figures that differ."""
    rule, names, shared = table("siblings"), names_in_common(a, b), in_common(a, b)
    common = sum(shared.values()) - 2 * by_chance(a, b)
    if not names and common < int(rule["nameless"]):
        return False
    if len(shared) < float(rule["part"]) * min(len(_numbers(a)), len(_numbers(b))):
        return False
    # A slip of the hand is told by its digits: such a pair is one figure, in whatever story.
    differing = {
        tuple(sorted(str(c.figure.value) for c in f.relation.claims()))
        for f in found
        if f.verdict == "mismatch" and f.relation.kind == "same" and f.reading not in ("scale", "digit")
    }
    weight = common + min(names, int(rule["most_names"])) - int(rule["differing"]) * len(differing)
    return weight >= int(rule["agreements"])


def in_common(a: Story, b: Story) -> dict[Number, int]:
    """The numbers that both stories print in one unit and beside a common word, with their digits."""
    ours, theirs = _numbers(a), _numbers(b)
    both = ours.keys() & theirs.keys()
    return {n: digits(ours[n][0]) for n in both if _meet(a, ours[n], b, theirs[n])}


def by_chance(a: Story, b: Story) -> float:
    """How many numbers of two digits the stories would share by chance."""
    ours, theirs = (sum(digits(claims[0]) == 2 for claims in _numbers(s).values()) for s in (a, b))
    return ours * theirs / TWO_DIGITS


def _meet(a: Story, ours: Sequence[Claim], b: Story, theirs: Sequence[Claim]) -> bool:
    return any(content_words(a.sentence(x)) & content_words(b.sentence(y)) for x in ours for y in theirs)


def _numbers(story: Story) -> dict[Number, list[Claim]]:
    """The numbers of a story that have two digits or more, each with the claims that print it."""
    found: dict[Number, list[Claim]] = defaultdict(list)
    for claim in story.claims:
        if claim.figure.value is not None and digits(claim) >= 2:
            found[claim.figure.value, claim.figure.amount.unit].append(claim)
    return found
