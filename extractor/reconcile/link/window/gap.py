"""A gap told beside its two sides: "51 per cent were late here and 42 per cent there, a gap of 15 points".

A gap has no direction, so only its size is at stake. The two sides are the only figures of their unit in the sentence
of the gap and the one before, and both stand in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.levels import is_elsewhere
from extractor.reconcile.link.window.scope import Window, after, are_nested, cue, windows
from extractor.reconcile.story import Story, family
from extractor.wording import any_of

_WORDS = table("windows")["gap"]
_GAP = re.compile(
    rf"(?:,|;|\s[–—-]|\()\s?(?:leaving\s|making\s|which\s(?:is|was|makes|leaves)\s|or\s)?(?:an?|the)\s(?:[\w-]+\s)?(?:{'|'.join(_WORDS['gap'])})\sof\s(?:just\s|only\s|about\s|some\s)?$"
    rf"|^[“\"‘]?(?:the|that|this)\s(?:{'|'.join(_WORDS['gap'])})\s(?:is|was|comes?\sto|came\sto|stands?\sat|amounts?\sto)\s(?:just\s|only\s|about\s|some\s)?$"
    rf"|^[“\"‘]?that\s(?:is|was|leaves|makes)\san?\s(?:{'|'.join(_WORDS['gap'])})\sof\s(?:just\s|only\s|about\s|some\s)?$",
    re.IGNORECASE,
)
_APART = any_of(_WORDS["apart"])
#: Behind a gap that is to something else than the second side: "a gap of 15 points to the target".
_TO_ANOTHER = re.compile(
    r"^\s(?:[\w’'-]+\s)?(?:to|from|before|on|over|short|more|fewer|less|than|between\s(?!them\b|the\stwo\b|the\ssexes\b))\b",
    re.IGNORECASE,
)
#: The gap's own sentence, and the one before.
REACH = ((0, 0), (1, 0))


def gaps(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each gap that nothing explains and whose two sides stand in front of it."""
    for gap in open_ones:
        if family(gap) in "TCMUD" and _GAP.search(
            story.document.text[gap.sentence.start : gap.figure.span.start]
        ):
            found = next((r for w in windows(story, gap, REACH) if (r := _in(story, w)) is not None), None)
            if found is not None:
                yield found


def _in(story: Story, window: Window) -> Relation | None:
    """The gap with the only two figures of a window that it can lie between."""
    gap = window.target
    if _TO_ANOTHER.match(after(story, gap)):
        return None
    sides = [c for c in window.claims if fits_kind(gap, c)]
    if len(sides) != 2 or any(c.figure.span > gap.figure.span or is_change(c) for c in sides):
        return None
    one, two = sides
    if _APART.search(story.words(window.span)) or are_nested(story, sides) or one.stance != two.stance:
        return None
    if any(is_elsewhere(story, c) for c in sides) or meet(one.figure.amount, two.figure.amount):
        return None
    if family(gap) == "C" and not _of_one_noun(gap, one, two):
        return None
    roles = (Role("change", gap), Role("from", one), Role("to", two))
    return Relation("change", roles, cue(story, window), "contextual")


def _of_one_noun(gap: Claim, *sides: Claim) -> bool:
    """True if both sides of a gap in numbers count the same, by their nouns."""
    nouns = [c.measure.key for c in sides if c.measure is not None]
    own = gap.measure is None or gap.measure.found != "here" or gap.measure.key in (*nouns, *_WORDS["gap"])
    return len(nouns) == len(sides) and len(set(nouns)) == 1 and own


__all__ = ["gaps"]
