"""Both ends of one range: "the highest was 31 and the lowest 12", so that the first is not below the second.

Two superlatives of one sentence that mean opposite ends, each with the figure that stands beside it; the second
names no other noun than the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractor.model import Claim, Relation
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.link.order.rank import subject_of
from extractor.reconcile.link.order.ranked import (
    Line,
    Place,
    lines_of,
    of_one_kind,
    relation_of_place,
    unlike,
)
from extractor.reconcile.link.order.superlatives import Superlative, are_opposite, superlatives
from extractor.reconcile.story import Story
from extractor.regexes import Regex

#: "The largest piece cost £40; the smallest, £3", "and the lowest £12": the figure follows without a verb.
_DIRECT = Regex(r",?\s‹[A-Z](?P<number>\d+)›(?=\s?(?:[.,;)|¶]|$)|\s(?:in|at|and)\b)")


def extremes(story: Story, marked: Marked) -> Iterator[Relation]:
    """One relation for each sentence that prints the two ends of a range."""
    for line in lines_of(marked):
        found = list(superlatives(marked, line.start, line.end)) if len(line.marks) > 1 else []
        for first, second in pairwise(found):
            place = _ends(line, first, second)
            if place is not None and of_one_kind(place):
                yield relation_of_place(story, marked, place)


def _ends(line: Line, first: Superlative, second: Superlative) -> Place | None:
    """The figure of the first superlative, and that of the second behind it."""
    if (
        not are_opposite(first, second)
        or second.noun not in ("", first.noun)
        or first.place * second.place > 1
    ):
        return None
    same_noun = replace(second, noun=first.noun)
    one, other = subject_of(line, first, second.start), _elliptic(line, same_noun)
    if one is None or other is None or one is other:
        return None
    (begins, _), (_, last) = line.where(one), line.where(other)
    start = min(first.start, begins)
    if unlike(line.marked.text[start:last]) or begins > second.start:
        return None
    return Place(first, one, (("behind", other),), start, last)


def _elliptic(line: Line, second: Superlative) -> Claim | None:
    found = _DIRECT.match(line.marked.text, second.end, line.end + 1)
    return (
        line.marked.claims[int(found["number"])] if found is not None else subject_of(line, second, line.end)
    )
