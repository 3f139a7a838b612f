"""A whole told with the number of its parts, or closed behind them: "460 jobs at three sites", "That is every kobo".

Where the words say how many parts there are, the list is all once it has so many; each part then has a name of its
own. Where a sentence behind the list says that nothing else is, all figures up to it are the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.closed import Told, is_slip, may_be_all, tell
from extractor.reconcile.link.tally.gather import gather, is_loose, is_of_noun, is_rated, level
from extractor.reconcile.link.tally.listing import WORDS, is_level, of_one_unit
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import FEW, any_of, how_many

_WORDS = WORDS["announced"]
_PLACES = rf"(?P<number>{'|'.join(FEW[:7])}|[2-8])\s(?:(?!of\b)[\w’'-]+\s){{0,2}}?(?:{'|'.join(_WORDS['places'])})\b"
#: Behind a whole: " jobs at its three sites".
_AT = Regex(
    rf"^[^.;:]{{0,60}}?\s(?:{'|'.join(_WORDS['at'])})\s(?:(?:the|its|their|all|just|only)\s)?{_PLACES}",
    re.IGNORECASE,
)
#: A sentence between a whole and its parts: "Three branches are affected".
_SHARED = Regex(rf"^(?:the\s|all\s|it\s\w+\s)?{_PLACES}", re.IGNORECASE)
_ALL = any_of(_WORDS["all"])
_NAME = Regex(rf"\b(?!(?:{'|'.join(_WORDS['no_names'])})\b)[A-Z][\w’'-]+")
_IN = Regex(r"^(?:\s[a-z][\w’'-]*){0,3}?\s(?:at|in|from|for|to|on|near)\s(?:the\s)?(?P<name>[A-Z][\w’'-]+)")
_CLAUSE = Regex(r"[,;]|\sand\s")
#: Paragraphs behind a whole in which its parts stand, and characters behind the last in which it is said to be.
AHEAD, BEHIND = 4, 160
FEWEST = 3
#: More figures than these in the unit of a whole behind it are a table, whose parts nobody announces.
CROWD = 24


def announced(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each whole whose parts are as many as its words say, or are said to be all."""
    for claim in story.claims:
        whole = level(story, claim)
        if claim.block in DISPLAY or claim.id in summed or not is_level(whole) or is_rated(story, whole):
            continue
        if not _may_announce(story, whole):
            continue
        behind = list(_behind(story, whole))
        if len(behind) > CROWD:
            continue
        lasts = [c for c in behind if _may_be_last(story, c, whole)]
        told = _numbered(story, whole, lasts) or _closed(story, whole, lasts)
        if told is None or any(c.id in summed for c in told.tally.claims):
            continue
        if told.tally.holds or may_be_all(story, told):
            relation = told.tally.relation(story)
            yield replace(relation, strength="stated") if is_slip(told.tally) else relation


def _may_announce(story: Story, whole: Claim) -> bool:
    """True if words behind a whole, as far on as its parts may stand, tell a number of places or that something was all."""
    end = whole.figure.span.end
    zone = min(story.block_number(whole.figure.span.start) + AHEAD, len(story.zones) - 1)
    far = story.zones[zone].span.end + BEHIND
    if _AT.match(story.words(Span(end, whole.sentence.end))):
        return True
    if story.once(_says_all) and _ALL.search(story.document.text, end, far):
        return True
    return any(end <= s.start < far for s in story.once(_shared))


def _says_all(story: Story) -> bool:
    """True for a story that says anywhere that something was all: most do not."""
    return _ALL.search(story.document.text, story.start) is not None


def _shared(story: Story) -> tuple[Span, ...]:
    """The sentences that share something out among so many."""
    return tuple(s for s in story.sentences if _SHARED.match(story.words(s)))


def _numbered(story: Story, whole: Claim, lasts: Sequence[Claim]) -> Told | None:
    """The whole with as many parts behind it as are announced, each with a name; None for more or fewer."""
    number = _number(story, whole, lasts[0]) if lasts else None
    if number is None or len(lasts) < number:
        return None
    told = tell(story, whole, lasts[number - 1])
    if told is None or len(told.tally.parts) != number or not _are_named(story, whole, told.tally.parts):
        return None
    more = [c for c in lasts[number:] if story.paragraphs_apart(c, told.tally.parts[-1]) == 0]
    return None if more else told


def _behind(story: Story, whole: Claim) -> Iterator[Claim]:
    around = (c for c in story.around(whole, AHEAD) if c.figure.span > whole.figure.span)
    return (level(story, c) for c in around if c.block not in DISPLAY and of_one_unit(c, whole))


def _may_be_last(story: Story, claim: Claim, whole: Claim) -> bool:
    found = gather(story, whole, claim)
    named = is_level(claim) and is_of_noun(story, claim, whole) and not is_loose(story, claim)
    again = claim.figure.amount == whole.figure.amount or (claim.figure.value or 0) <= 2
    return named and not again and not found.untold


def _number(story: Story, whole: Claim, first: Claim) -> int | None:
    """How many places, schools or grants the words between a whole and its first part tell it for."""
    told = _AT.match(story.words(Span(whole.figure.span.end, whole.sentence.end)))
    for sentence in story.sentences:
        if told is None and whole.sentence.end <= sentence.start and sentence.end <= first.sentence.start:
            told = _SHARED.match(story.words(sentence))
    if told is None:
        return None
    number = told["number"].lower()
    return how_many(number)


def _are_named(story: Story, whole: Claim, parts: tuple[Claim, ...]) -> bool:
    """True if a name stands with each part, and each with another."""
    names = []
    for earlier, part in pairwise((whole, *parts)):
        behind = _IN.match(after(story, part))
        led = story.words(Span(max(earlier.figure.span.end, part.sentence.start), part.figure.span.start))
        ahead = _NAME.findall(_CLAUSE.split(led)[-1]) or _NAME.findall(led)
        names.append(behind["name"] if behind is not None else (ahead or [""])[-1])
    return "" not in names and len(set(names)) == len(names)


def _closed(story: Story, whole: Claim, lasts: Sequence[Claim]) -> Told | None:
    """The whole with all figures up to a sentence that says that they are all."""
    for last in lasts[FEWEST - 1 :]:
        end = last.figure.span.end
        found = _ALL.search(story.document.text, end, end + BEHIND)
        inside = story.starting(end, found.start()) if found is not None else ()
        if found is not None and not any(
            of_one_unit(c, whole) and family(c) == family(whole) for c in inside
        ):
            return tell(story, whole, last)
    return None


__all__ = ["announced"]
