"""What is left of a whole as several things that each tell their own figure.

"Hospitals admitted 540 people. Mercy took 186 and a further 142 went to Selby. The remaining two, Hale and Lyari,
reported 137 and 75": the words say that the parts are all, and how many are still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Relation
from extractor.reconcile.link.tally.closed import may_be_all, outer, tell
from extractor.reconcile.link.tally.gather import is_item, is_loose, is_of_noun, level
from extractor.reconcile.link.tally.listing import is_level, of_one_unit
from extractor.reconcile.link.tally.wholes import wholes
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

_LEFT = Regex(r"\b(?:the|its|their)\s(?:remaining|other|last|final)\s$", re.IGNORECASE)
FEWEST, MOST = 2, 5


def left_apart(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each sentence in which "the remaining two" stand with two figures."""
    for number in story.claims:
        left = _left(story, number)
        if not left or any(c.id in summed for c in left):
            continue
        told = [t for w in wholes(story, left[0]) if (t := tell(story, w, left[-1], left)) is not None]
        found = next((t for t in told if t.tally.holds), None) or outer(told)
        if found is None or any(c.id in summed for c in found.tally.claims):
            continue
        tally = found.tally
        if tally.holds or (not is_item(story, tally.total, tally.parts) and may_be_all(story, found)):
            yield tally.relation(story)


def _left(story: Story, number: Claim) -> tuple[Claim, ...]:
    """The figures behind "the remaining two" in its sentence, if they are as many as it says."""
    value = number.figure.value
    if family(number) != "C" or number.block in DISPLAY or value is None or not FEWEST <= value <= MOST:
        return ()
    if _LEFT.search(before(story, number)) is None:
        return ()
    behind = [c for c in story.in_sentence(number.sentence) if c.figure.span > number.figure.span]
    levels = tuple(level(story, c) for c in behind)
    alike = all(is_level(c) and of_one_unit(c, levels[0]) and not is_loose(story, c) for c in levels)
    named = alike and all(is_of_noun(story, c, levels[0]) for c in levels[1:])
    return levels if named and len(levels) == int(value) else ()


__all__ = ["left_apart"]
