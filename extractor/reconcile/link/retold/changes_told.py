"""A change that one story tells with the new level, where its sibling prints both levels.

"Rose by more than a fifth, to just over 2,900" beside "2,914, against 3,722 a year earlier": the new level is one, and
so the change, or the multiple, has to be the one that the sibling's levels make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Direction, Relation, Role
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.borne_out import is_close
from extractor.reconcile.link.retold.follows import near_pairs
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.link.retold.year_before import is_year_before
from extractor.reconcile.named import of_others
from extractor.reconcile.siblings.rows import of_two_rows
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WHEN = (
    r"(?:\s(?:(?:since\s)?(?:last|this)\s(?:year|season|winter|summer|spring|autumn)|in\s(?:19|20)\d\d|year[-\s]on[-\s]year"
    r"|(?:on|over|from)\sthe\s(?:year|season|(?:previous|last|preceding)\s(?:year|season))(?:\sbefore)?"
    r"|(?:within|in)\s(?:a|one)\syear))?"
)
#: Between a change and the level that it led to: "by a fifth, to", "a fifth last year, to".
_TO = Regex(rf"{_WHEN},?\s(?:to|at|reaching|with)\s(?:(?:about|some|around|just|nearly|almost|only|a|an)\s)*")
#: The other way round: "to 2,900, up", "2,900 households, a rise of".
_UP = Regex(
    r"(?:\s[\w’'-]+){0,4},?\s(?:(?:which (?:is|was)|or|that is)\s)?(?:an?\s)?(?:up|down|rise of|fall of|increase of|drop of|gain of|decline of)\s"
    r"(?:by\s)?"
)
#: "At 3,846, appeals were up".
_AT, _WERE_UP = (
    Regex(r"^At\s$"),
    Regex(r",\s(?:[\w’'-]+\s){1,4}(?:is|are|was|were)\s(?:up|down)\s(?:by\s)?"),
)
#: A number of two digits from here on is in one story once.
LARGE = 1_000_000
#: Characters before a change in which a word tells of what kind it is.
AROUND = 60
#: Verbs that are a multiple of their own.
_TURNS: tuple[tuple[Direction, Regex], ...] = (
    ("rose", Regex(r"(?:doubl|tripl|trebl|quadrupl|quintupl)(?:es|ed|ing)$|fold$", re.IGNORECASE)),
    ("fell", Regex(r"halv(?:es?|ed|ing)$", re.IGNORECASE)),
)
#: A change over more or less than a year, by another yardstick, or from elsewhere than the level before.
_OTHERWISE = Regex(
    r"\b(?:since(?! last (?:year|season))|decades?|annual(?:ly)?|each year|constant|currenc\w+|like[-\s]for[-\s]like|same-store|underlying|adjust\w*|real terms"
    r"|inflation|peak|low|targets?|forecasts?|plan(?:s|ned)?|budgeted|months?|monthly|weeks?|weekly|days?|comparable|per head"
    r"|(?:this|the|last|first|second|third|fourth|each) quarter|quarterly|an? year(?! (?:earlier|ago|before|to|in|for))|per year"
    r"|(?:in|over|within|for|of) (?:the )?(?:last |past |previous )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|several|some|a few) \w*years?)\b",
    re.IGNORECASE,
)


def changes_told(a: Story, b: Story) -> Iterator[Relation]:
    """The changes of either story that the other's levels make, where one level is in both."""
    for ours, theirs in ((a, b), (b, a)):
        for told in theirs.claims:
            way = _way(told)
            if way is not None and not _is_otherwise(theirs, told):
                yield from _made(ours, theirs, told, way)


def _is_otherwise(story: Story, told: Claim) -> bool:
    """True for a change that is none yet, or that is not from the level of the year before."""
    level = _level(story, told)
    beside = (c for c in story.in_sentence(told.sentence) if family(c) != "D")
    others = (c.figure.span.start for c in beside if c not in (told, level))
    first = max(told.sentence.start, told.figure.span.start - AROUND)
    last = max(c.figure.span.end for c in (told, level) if c is not None)
    end = min([told.sentence.end, *(start for start in others if start >= last)])
    words = story.document.text[first:end]
    return _plan().search(clause_of(story, told)) is not None or _OTHERWISE.search(words) is not None


@cache
def _plan() -> Regex:
    """Words by which a change is none yet."""
    return Regex(table("siblings")["asides"][0])


def _way(told: Claim) -> Direction | None:
    """Which way a change or multiple points that the text tells as so; None for what is none."""
    if told.stance != "asserted" or told.negated or told.block in DISPLAY:
        return None
    if family(told) == "X":
        return next((way for way, verb in _TURNS if verb.search(told.figure.text)), None)
    return told.direction if is_change(told) and family(told) in "PC" else None


def _made(ours: Story, theirs: Story, told: Claim, way: Direction) -> Iterator[Relation]:
    level = _level(theirs, told)
    if level is None or (family(told) == "C" and not alike(told, level)):
        return
    pairs = {
        (new, old)
        for pair in near_pairs(ours, level)
        for new, old in (pair, pair[::-1])
        if _is_new(ours, theirs, level, new) and is_year_before(ours, new, old, theirs)
    }
    if len({(new.figure.amount, old.figure.amount) for new, old in pairs}) != 1:
        return
    new, old = min(pairs, key=lambda p: (p[0].figure.span, p[1].figure.span))
    cue = Cue(told.document, told.figure.span, told.figure.text)
    if family(told) == "X":
        yield Relation(
            "multiple", (Role("multiple", told), Role("to", new), Role("from", old)), cue, "stated"
        )
    else:
        roles = (Role("change", told), Role("from", old), Role("to", new))
        yield Relation("change", roles, cue, "stated", way)


def _level(story: Story, told: Claim) -> Claim | None:
    """The level that a change led to, by the words between the two."""
    text, figure = story.document.text, told.figure.span
    beside = [c for c in story.in_sentence(told.sentence) if not is_change(c) and c.figure.kind != "date"]
    after = next((c for c in beside if _TO.fullmatch(text[figure.end : c.figure.span.start])), None)
    before = next((c for c in reversed(beside) if c.figure.span.end <= figure.start), None)
    if after is not None:
        return after
    if before is None:
        return None
    between = text[before.figure.span.end : figure.start]
    opens = _AT.match(text[before.sentence.start : before.figure.span.start]) is not None
    return before if _UP.fullmatch(between) or (opens and _WERE_UP.fullmatch(between)) else None


def _is_new(ours: Story, theirs: Story, level: Claim, new: Claim) -> bool:
    """True if a level is the other story's, exactly or rounded."""
    large = level.figure.value == new.figure.value and (new.figure.value or 0) >= LARGE
    if max(digits(level), digits(new)) < (2 if large else UNLIKELY) or not meet(
        level.figure.amount, new.figure.amount
    ):
        return False
    if not alike(level, new) or not is_close(level, new) or new.stance != "asserted":
        return False
    others = (c for c in ours.claims if alike(c, new) and c.figure.value != new.figure.value)
    lone = not any(is_close(c, level) and meet(c.figure.amount, level.figure.amount) for c in others)
    return lone and not of_others(theirs, level, ours, new) and not of_two_rows(theirs, level, ours, new)


__all__ = ["changes_told"]
