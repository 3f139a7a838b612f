"""Whether two stories tell one event: what they have in common against the figures that differ.

Bulletins of one form, the next town's or the next month's, share their words and a number or two by chance,
and differ in all the rest; two stories of one event share names and most of their numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon import table
from extractor.model import Finding
from extractor.reconcile.link.retold import digits
from extractor.reconcile.named import names_in_common
from extractor.reconcile.story import Story


def one_event(a: Story, b: Story, found: Sequence[Finding]) -> bool:
    """True if names and numbers that both stories have outweigh the figures that differ."""
    rule, names, common = table("siblings"), names_in_common(a, b), digits_in_common(a, b)
    if not names and common < int(rule["nameless"]):
        return False
    # A slip of the hand is told by its digits: such a pair is one figure, in whatever story.
    differing = {
        tuple(sorted(str(c.figure.value) for c in f.relation.claims()))
        for f in found
        if f.verdict == "mismatch" and f.relation.kind == "same" and f.reading not in ("scale", "digit")
    }
    weight = common + min(names, int(rule["most_names"])) - int(rule["differing"]) * len(differing)
    return weight >= int(rule["agreements"])


def digits_in_common(a: Story, b: Story) -> int:
    """The digits of the numbers, of two or more each, that both stories print in one unit."""
    ours, theirs = _numbers(a), _numbers(b)
    return sum(ours[number] for number in ours.keys() & theirs.keys())


def _numbers(story: Story) -> dict[tuple[object, str], int]:
    return {(c.figure.value, c.figure.amount.unit): digits(c) for c in story.claims if digits(c) >= 2}
