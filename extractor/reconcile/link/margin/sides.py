"""What a size and the two figures that it lies between must have in common, and what takes a relation away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.amount import difference, meet, middle, negate, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Direction, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.change import fits_kind, same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.listing import own_noun
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

WORDS = table("margins")
FACTOR = int(WORDS["bounds"]["factor"])
#: Zones around a size in which any two figures may be what it lies between.
NEAR = 1
#: Sides of fewer than this are scores and small change.
FEWEST = 10
#: Words that may stand between a cue and its figure.
HEDGE = r"(?:(?:just|only|about|some|around|nearly|almost|exactly|a\smere|a\sfull|a)\s)?"


def may_be_side(claim: Claim, size: Claim) -> bool:
    """True for a level of the size's unit that is no bound."""
    a = claim.figure.amount
    bounded = a.low is not None and a.high is not None and a.low > 0
    alike = same_unit(claim, size) or (family(size) == "T" and family(claim) == "P")
    if not alike or not bounded or is_change(claim) or claim.block in DISPLAY or claim.id == size.id:
        return False
    return family(size) != "C" or _is_broken(claim) == _is_broken(size)


def _is_broken(claim: Claim) -> bool:
    """True for the 4.3 of a rate that leaves its per cent out, beside people, who come in whole numbers."""
    return "." in claim.figure.text and not any(ch.isalpha() for ch in claim.figure.text)


def sides_in(story: Story, span: Span, size: Claim) -> tuple[Claim, ...]:
    """The figures of a stretch that may be sides, each value once."""
    told = [c for c in story.starting(span.start, span.end) if may_be_side(c, size)]
    found = {c.figure.amount: c for c in told if not _is_apart(story, c)}
    return tuple(found.values())


#: "When Harte won BY 9 points": a size itself; "on 12 OF THE LAST 14 DAYS": how often.
_BY = Regex(rf"\bby\s{HEDGE}$", re.IGNORECASE)
_OF_DAYS = Regex(r"^\sof\s(?:the|its|their|his|her)\s(?:last|past|first|next)\b", re.IGNORECASE)


def _is_apart(story: Story, claim: Claim) -> bool:
    return bool(_BY.search(before(story, claim, 20)) or _OF_DAYS.match(after(story, claim, 20)))


def of_one_thing(story: Story, size: Claim, one: Claim, two: Claim) -> bool:
    """True if no two of the three name different things right beside their figures."""
    nouns = [n for c in (one, two) if (n := own_noun(story, c)) is not None]
    own = own_noun(story, size)
    if own is not None and size.measure is not None and size.measure.span is not None:
        nouns = [*nouns, own] if size.measure.span.start >= size.figure.span.end else nouns
    return all(may_be_one(a, b) for a, b in combinations(nouns, 2))


def is_made(story: Story, size: Claim) -> bool:
    """True if any two figures near by have the size between them, or one of them is it again with its own words."""
    near = [c for c in story.around(size, NEAR) if same_unit(c, size) or family(c) == "P"]
    near = [c for c in near if c.id != size.id and c.figure.amount.low is not None]
    return any(_lies_between(size, a, b) for a, b in combinations(near, 2))


def is_told(story: Story, size: Claim, low: Claim, high: Claim) -> bool:
    """True if another figure near by is what lies between the two: then the size is of something else."""
    gap = difference(high.figure.amount, low.figure.amount)
    near = (c for c in story.around(size, NEAR) if c.id not in (size.id, low.id, high.id))
    return any(same_unit(c, size) and meet(c.figure.amount, gap) for c in near)


def _lies_between(size: Claim, a: Claim, b: Claim) -> bool:
    if not (fits_kind(size, a) and same_unit(a, b)):
        return False
    gap = difference(a.figure.amount, b.figure.amount)
    return meet(size.figure.amount, gap) or meet(size.figure.amount, negate(gap))


def is_near_size(size: Claim, low: Claim, high: Claim) -> bool:
    """True if a slip may have made the size of what lies between two figures."""
    told, gap = middle(size.figure.amount), middle(difference(high.figure.amount, low.figure.amount))
    if told is None or gap is None or gap <= 0 or told <= 0:
        return False
    return bool(max(told / gap, gap / told) <= FACTOR)


def ordered(one: Claim, two: Claim) -> tuple[Claim, Claim] | None:
    """The smaller and the larger of two; None where they may be equal."""
    if surely_less(one.figure.amount, two.figure.amount):
        return one, two
    return (two, one) if surely_less(two.figure.amount, one.figure.amount) else None


def relation_of(story: Story, size: Claim, old: Claim, new: Claim, way: Direction | None = None) -> Relation:
    """The size as what lies between two figures, from the one to the other."""
    claims = (size, old, new)
    span = Span(min(c.sentence.start for c in claims), max(c.sentence.end for c in claims))
    roles = (Role("change", size), Role("from", old), Role("to", new))
    return Relation("change", roles, Cue(story.document.id, span, story.words(span)), "contextual", way)


def sentences_back(story: Story, size: Claim) -> Iterator[Span]:
    """From the sentence of a size back: itself, then with the one before it and so on, within two paragraphs."""
    place = story.number_of(size)
    for back in range(3):
        if place - back < 0:
            return
        first = story.sentences[place - back]
        if abs(story.block_number(first.start) - story.block_number(size.sentence.start)) > 1:
            return
        yield Span(first.start, size.sentence.end)


__all__ = [
    "FEWEST",
    "HEDGE",
    "WORDS",
    "is_made",
    "is_near_size",
    "is_told",
    "may_be_side",
    "of_one_thing",
    "ordered",
    "relation_of",
    "sentences_back",
    "sides_in",
]
