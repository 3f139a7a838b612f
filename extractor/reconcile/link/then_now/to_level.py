"""Headlines that move a thing to a level, "Co-op lifts payout to $7.90", beside the level that the body says it had.

The body prints the headline's level once more and holds it against another right behind it: "$7.90 a kilogram, against the
$8.40 it had pencilled in". Which way the headline points is then told by the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import meet, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Comparison, Cue, Direction, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.scope import after, of_one_size
from extractor.reconcile.story import DISPLAY, Story, alike
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("then_now")["to_level"]
_TO = Regex(
    rf"\b(?:(?P<rose>{one_of(_WORDS['rose'])})|(?P<fell>{one_of(_WORDS['fell'])}))\s(?:[\w’'-]+\s){{0,5}}?to\s$",
    re.IGNORECASE,
)
_DENIED = any_of(_WORDS["denied"])
#: Between the level and the one that it is held against.
_HELD = Regex(
    rf"^(?:[^,;.‹]{{0,50}}[,;]?\s)?{one_of(_WORDS['held'])}\s(?:{one_of(_WORDS['the'])}\s)*$", re.IGNORECASE
)
#: Behind that: it is somebody else's.
_OTHERS = any_of(_WORDS["others"])
#: How far behind the level the other one begins, and in how many paragraphs from the top.
REACH, TOP = 90, 5


def to_levels(story: Story) -> Iterator[Relation]:
    """One relation for each headline that moves a thing to a level which the body holds against an earlier one."""
    for shown in story.claims:
        told = _verb(story, shown) if shown.block == "headline" else None
        if told is not None:
            olds = list(_olds(story, shown))
            if olds and all(_points(old, shown) != told[0] for old in olds):
                yield _relation(story, shown, olds[0], *told)


def _verb(story: Story, shown: Claim) -> tuple[Direction, Span] | None:
    """Which way the verb of a headline points that leads to a level, and where it stands."""
    found = _TO.search(story.lead(shown))
    if found is None or _DENIED.search(story.sentence(shown)):
        return None
    way: Direction = "rose" if found["rose"] else "fell"
    return way, Span(shown.sentence.start + found.start(way), shown.sentence.start + found.end(way))


def _olds(story: Story, shown: Claim) -> Iterator[Claim]:
    """The levels that the first paragraphs hold against the headline's."""
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), 0)
    words = content_words(story.sentence(shown))
    for new in story.claims:
        top = new.block not in DISPLAY and story.block_number(new.sentence.start) - first < TOP
        if top and alike(new, shown) and new.figure.amount == shown.figure.amount:
            old = _held_against(story, new)
            lead = story.block_number(new.sentence.start) == first
            if old is not None and (lead or words & content_words(story.sentence(new))):
                yield old


def _held_against(story: Story, new: Claim) -> Claim | None:
    """The next figure of a level's unit in its sentence, if the words between hold the level against it."""
    behind = [c for c in story.in_sentence(new.sentence) if c.figure.span > new.figure.span and alike(c, new)]
    if not behind or behind[0].figure.span.start - new.figure.span.end > REACH:
        return None
    old = behind[0]
    between = story.between(new, old)
    told = (
        old.stance == "asserted" and of_one_size(new, old) and not meet(new.figure.amount, old.figure.amount)
    )
    return old if told and _HELD.match(between) and not _OTHERS.search(between + after(story, old)) else None


def _points(old: Claim, new: Claim) -> Direction | None:
    if surely_less(old.figure.amount, new.figure.amount):
        return "rose"
    return "fell" if surely_less(new.figure.amount, old.figure.amount) else None


def _relation(story: Story, shown: Claim, old: Claim, way: Direction, verb: Span) -> Relation:
    comparison = Comparison(
        stable_id("k", story.document.id, verb.start, verb.end),
        story.document.id,
        verb,
        story.words(verb),
        shown.sentence,
        "higher" if way == "rose" else "lower",
        block=shown.block,
        stance=shown.stance,
    )
    roles = (Role("stated", comparison), Role("subject", shown), Role("reference", old))
    cue = Cue(story.document.id, shown.sentence, story.sentence(shown))
    return Relation("compare", roles, cue, "contextual")


__all__ = ["to_levels"]
