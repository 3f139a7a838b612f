"""An average with the only total and number around it: "14,600 dogs in 2024, or 40 a day", "£75 apiece"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.moves import is_change
from extractor.reconcile.link.window.scope import Window, after, before, cue, windows
from extractor.reconcile.story import Story, family

_WORDS = table("windows")["mean"]
_EACH = re.compile(
    rf"^\s?(?:[\w’'-]+\s)?(?:(?P<all>{'|'.join(_WORDS['all'])})\b|(?:{'|'.join(_WORDS['per'])})\s(?P<noun>[a-z]+))",
    re.IGNORECASE,
)
_AGAIN = re.compile(rf"(?:{'|'.join(_WORDS['again'])})\s?(?:[\w’'-]+\s){{0,2}}?$", re.IGNORECASE)
_USUAL = re.compile(rf"\b(?:{'|'.join(_WORDS['usual'])})\b", re.IGNORECASE)


def means(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each average that nothing explains and that stands by its total and number."""
    for mean in open_ones:
        each = _EACH.match(after(story, mean))
        if (
            family(mean) not in "CMUR"
            or is_change(mean)
            or each is None
            or _USUAL.search(story.sentence(mean))
        ):
            continue
        if not _AGAIN.search(before(story, mean)):
            continue
        relation = next((r for w in windows(story, mean) if (r := _in(story, w, each)) is not None), None)
        if relation is not None:
            yield relation


def _in(story: Story, window: Window, each: re.Match[str]) -> Relation | None:
    """The average with the one total and the one number of a window."""
    mean = window.target
    figures = [c for c in window.claims if not is_change(c) and family(c) in "CMU"]
    earlier = [c for c in figures if c.figure.span < mean.figure.span]
    if len(earlier) != 2 or any(c.figure.amount.low is None or c.figure.amount.high is None for c in earlier):
        return None
    number, total = sorted(earlier, key=lambda c: (family(c) != "C", c.figure.amount.low or 0))
    if family(number) != "C" or not _totals(mean, total) or not _counts(number, each):
        return None
    if not surely_less(number.figure.amount, total.figure.amount) and family(total) == "C":
        return None
    roles = (Role("mean", mean), Role("total", total), Role("n", number))
    return Relation("mean", roles, cue(story, window), "contextual")


def _totals(mean: Claim, total: Claim) -> bool:
    """True if the total is in what is averaged: money for money, things for things."""
    if family(mean) in "CR":
        return family(total) == "C"
    return family(total) == family(mean) and total.figure.amount.unit == mean.figure.amount.unit


def _counts(number: Claim, each: re.Match[str]) -> bool:
    """True if the number counts what the average is told for."""
    if each["all"]:
        return True
    noun = each["noun"].lower()
    key = "" if number.measure is None else number.measure.key
    return may_be_one(key, noun) or key.startswith(noun[:5])
