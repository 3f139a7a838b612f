"""So many more than ever before, and the best until now, wherever the story tells it: "The mark just passed, 39,640"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Relation
from extractor.reconcile.link.margin.sides import (
    WORDS,
    is_made,
    is_near_size,
    is_told,
    may_be_side,
    of_one_thing,
    ordered,
    relation_of,
)
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_RECORD = WORDS["record"]
_BEATEN = Regex(
    rf"^(?:\s[a-z]+)?\s(?:more|higher|above|better)(?:\s[a-z]+)?(?:\sthan)?\s{one_of(_RECORD['beaten'])}\b",
    re.IGNORECASE,
)
_OLD = Regex(
    rf"\b{one_of(_RECORD['old'])}\b,?(?:\s(?:of|was|is|had\sbeen|stood\sat|came\sto|had\sbrought|brought)|,\s\d{{4}},\s[a-z]+(?:\s[a-z]+)?)?\s$",
    re.IGNORECASE,
)
_HELD = Regex(rf"^,?\s(?:\w+\s)?{one_of(_RECORD['held'])}\b", re.IGNORECASE)
_APART = any_of(_RECORD["apart"])


def records(story: Story) -> Iterator[Relation]:
    """One relation for each size by which a record was beaten, with the new one before it and the only old one."""
    for size in story.claims:
        if size.block in DISPLAY or family(size) not in "CMU" or not _BEATEN.match(after(story, size, 80)):
            continue
        new, old = _new(story, size), _old(story, size)
        if new is None or old is None or _APART.search(story.sentence(size) + " " + story.sentence(old)):
            continue
        told = ordered(old, new)
        if told is None or told[1] is not new or is_made(story, size) or is_told(story, size, *told):
            continue
        if is_near_size(size, *told) and of_one_thing(story, size, new, new):
            yield relation_of(story, size, old, new, "rose")


def _new(story: Story, size: Claim) -> Claim | None:
    """The figure that is so much more: the only one of its unit before it in the sentence."""
    led = story.starting(size.sentence.start, size.figure.span.start - 1)
    found = [c for c in led if may_be_side(c, size)]
    gap = story.between(found[-1], size) if found else ""
    return found[0] if len(found) == 1 and gap.count(",") in (1, 2) and ";" not in gap else None


def _old(story: Story, size: Claim) -> Claim | None:
    """The only figure that the story tells as the best until now."""
    told = [c for c in story.claims if may_be_side(c, size) and _is_old(story, c)]
    return told[0] if len(told) == 1 else None


def _is_old(story: Story, claim: Claim) -> bool:
    led = before(story, claim)
    return _OLD.search(led) is not None or _HELD.match(after(story, claim)) is not None


__all__ = ["records"]
