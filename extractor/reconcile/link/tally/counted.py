"""Parts counted off a whole one by one: "390 places. Hull will have 165 of them, another 120 go to Goole, a further 150 ..."

"Another" and "a further" say that a part is none of those before it, so such parts can be too many, though
nothing says that they are all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import surely_less
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.apart import set_apart
from extractor.reconcile.link.tally.listing import WORDS, Tally, is_level, made_nearby, of_one_unit
from extractor.reconcile.link.tally.questioned import may_be_questioned
from extractor.reconcile.link.window.scope import after, before, nearest_before
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of

_COUNTED = WORDS["counted"]
_OF_THEM = Regex(rf"^\s(?:{'|'.join(_COUNTED['of_them'])})\b", re.IGNORECASE)
_FURTHER = Regex(rf"\b(?:{'|'.join(_COUNTED['further'])})\s(?:[\w’'-]+\s)?$", re.IGNORECASE)
_MORE = Regex(r"^\s(?:more|others?)\b", re.IGNORECASE)
#: Whom the words count besides: "another 12 will join in May".
_BESIDES = any_of(_COUNTED["besides"])
#: Fewer parts may be of a whole and of what is added to it.
FEWEST = 3


def counted_off(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each whole of which a sentence counts off more than there is, or all."""
    for sentence in story.sentences:
        levels = [c for c in story.in_sentence(sentence) if _is_level(story, c) and c.block not in DISPLAY]
        for place, first in enumerate(levels):
            parts = tuple(c for c in levels[place:] if of_one_unit(c, first))
            if len(parts) < FEWEST or not _is_counted_off(story, parts) or first.id in summed:
                continue
            whole = _whole(story, levels[:place], first)
            tally = Tally(whole, parts) if whole is not None and whole.id not in summed else None
            if tally is not None and (tally.holds or _is_too_much(story, tally)):
                yield tally.relation(story)
                break


def _is_level(story: Story, claim: Claim) -> bool:
    """True for an amount, and for what reads as a change and is a part: "gives up 24 of them"."""
    part = _OF_THEM.match(after(story, claim)) is not None
    return is_level(claim) or (part and is_level(replace(claim, statistic=None, direction=None)))


def _is_counted_off(story: Story, parts: Sequence[Claim]) -> bool:
    """True if the first is told as some of what went before, and each other as more of it."""
    first, *others = parts
    if not _OF_THEM.match(after(story, first)) or _BESIDES.search(story.words(_all(parts))):
        return False
    return all(_FURTHER.search(before(story, p, 30)) or _MORE.match(after(story, p)) for p in others)


def _whole(story: Story, earlier: Sequence[Claim], first: Claim) -> Claim | None:
    """The only figure of the unit before the parts in their sentence; where there is none, in the one before."""
    here = [c for c in earlier if of_one_unit(c, first)]
    if not here:
        sentence = nearest_before(story, first)
        around = story.in_sentence(sentence) if sentence is not None else ()
        here = [c for c in around if is_level(c) and of_one_unit(c, first) and c.block not in DISPLAY]
    near = [
        c
        for c in here
        if story.paragraphs_apart(c, first) <= 1 and surely_less(first.figure.amount, c.figure.amount)
    ]
    return near[0] if len(here) == len(near) == 1 else None


def _is_too_much(story: Story, tally: Tally) -> bool:
    apart = set_apart(story, tally.parts) or made_nearby(story, tally.total)
    return tally.exceeds and not apart and may_be_questioned(story, tally)


def _all(parts: Sequence[Claim]) -> Span:
    return Span(parts[0].figure.span.start, parts[-1].sentence.end)


__all__ = ["counted_off"]
