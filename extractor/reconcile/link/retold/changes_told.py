"""A change that one story tells with the new level, where its sibling prints both levels.

"Rose by more than a fifth, to just over 2,900" beside "2,914, against 3,722 a year earlier": the new level is one, and
so the change has to be the one that the sibling's levels make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.borne_out import is_close
from extractor.reconcile.link.retold.follows import near_pairs
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.named import of_others
from extractor.reconcile.rows import of_two_rows
from extractor.reconcile.story import DISPLAY, Story, alike, family

#: Between a change and the level that it led to: "by a fifth, to", "a fifth to".
_TO = re.compile(r",?\s(?:to|at)\s(?:(?:about|some|around|just|nearly|almost|only|a|an)\s)*")
#: The other way round: "to 2,900, up", "2,900 households, a rise of".
_UP = re.compile(
    r"(?:\s[\w’'-]+){0,4},?\s(?:(?:which (?:is|was)|or|that is)\s)?(?:an?\s)?(?:up|down|rise of|fall of|increase of|drop of|gain of|decline of)\s"
    r"(?:by\s)?"
)
#: A level of the time before.
_OLD = re.compile(
    r"\b(?:from|than|against|on|compared with|with|to)\s(?:the\s|just\s|only\s|about\s|some\s)*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:a year|twelve months|12 months|a month|a quarter|last (?:year|month|season|summer|winter)|(?:years?|months?) (?:earlier|before|ago)"
    r"|earlier|before|previous|in (?:19|20)\d\d)\b"
)


def changes_told(a: Story, b: Story) -> Iterator[Relation]:
    """The changes of either story that the other's levels make, where one level is in both."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            if _is_told(told) and not _plan().search(clause_of(theirs, told)):
                yield from _made(ours, theirs, told)


@cache
def _plan() -> re.Pattern[str]:
    """Words by which a change is none yet."""
    return re.compile(table("siblings")["asides"][0])


def _is_told(told: Claim) -> bool:
    moves = is_change(told) and told.direction is not None and told.stance == "asserted"
    return moves and family(told) in "PC" and told.block not in DISPLAY


def _made(ours: Story, theirs: Story, told: Claim) -> Iterator[Relation]:
    level = _level(theirs, told)
    if level is None or (family(told) == "C" and not alike(told, level)):
        return
    pairs = {
        (new, old)
        for pair in near_pairs(ours, level)
        for new, old in (pair, pair[::-1])
        if _is_new(ours, theirs, level, new) and _is_old(ours, new, old)
    }
    if len({(new.figure.amount, old.figure.amount) for new, old in pairs}) != 1:
        return
    new, old = next(iter(pairs))
    cue = Cue(told.document, told.figure.span, told.figure.text)
    roles = (Role("change", told), Role("from", old), Role("to", new))
    yield Relation("change", roles, cue, "stated", told.direction)


def _level(story: Story, told: Claim) -> Claim | None:
    """The level that a change led to, by the words between the two."""
    text, figure = story.document.text, told.figure.span
    beside = [c for c in story.in_sentence(told.sentence) if not is_change(c)]
    after = next((c for c in beside if c.figure.span.start >= figure.end), None)
    before = next((c for c in reversed(beside) if c.figure.span.end <= figure.start), None)
    if after is not None and _TO.fullmatch(text[figure.end : after.figure.span.start]):
        return after
    led_up = before is not None and _UP.fullmatch(text[before.figure.span.end : figure.start])
    return before if led_up else None


def _is_new(ours: Story, theirs: Story, level: Claim, new: Claim) -> bool:
    """True if a level is the other story's, exactly or rounded."""
    if max(digits(level), digits(new)) < UNLIKELY or not meet(level.figure.amount, new.figure.amount):
        return False
    if not alike(level, new) or not is_close(level, new) or new.stance != "asserted":
        return False
    others = (c for c in ours.claims if alike(c, new) and c.figure.value != new.figure.value)
    lone = not any(is_close(c, level) and meet(c.figure.amount, level.figure.amount) for c in others)
    return lone and not of_others(theirs, level, ours, new) and not of_two_rows(theirs, level, ours, new)


def _is_old(ours: Story, new: Claim, old: Claim) -> bool:
    """True if a level stands behind the new one as that of the time before, without another between."""
    if old.sentence != new.sentence or old.stance != "asserted" or not alike(new, old):
        return False
    text = ours.document.text
    first, last = sorted((new.figure.span, old.figure.span))
    between = [
        c
        for c in ours.in_sentence(new.sentence)
        if first.end <= c.figure.span.start < last.start and not is_change(c)
    ]
    if between:
        return False
    if old.figure.span < new.figure.span:
        return (
            re.search(r"\bfrom\s(?:\w+\s){0,2}$", text[old.sentence.start : old.figure.span.start])
            is not None
        )
    behind = text[old.figure.span.end : old.sentence.end]
    led = _OLD.search(text[new.figure.span.end : old.figure.span.start])
    return led is not None and (led[0].lower().startswith("from") or _THEN.search(behind) is not None)


__all__ = ["changes_told"]
