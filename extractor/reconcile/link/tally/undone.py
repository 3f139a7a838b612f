"""What is still to be done of a whole: "Of 4,300 people told to go, 2,650 have returned and 1,650 are still out".

Words tell a figure as what is left of one before it, and the figures between are the parts that are done. Some of
them may have been left out, or be of something else, so the gap has to be what one wrong digit, or two swapped
ones, in one of the printed numbers would make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.amount import surely_less
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.apart import are_rivals, is_range, set_apart
from extractor.reconcile.link.tally.gather import (
    FURTHER,
    OF_THEM,
    TEN,
    is_item,
    is_of_noun,
    is_rated,
    is_small,
    level,
    noun_behind,
)
from extractor.reconcile.link.tally.left import is_left
from extractor.reconcile.link.tally.listing import WORDS, Tally, is_level, of_one_unit, overlaps
from extractor.reconcile.link.tally.one_slip import is_one_slip
from extractor.reconcile.link.tally.rest import OF_WHOLE, is_narrowed, is_rest, is_undone
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = WORDS["undone"]
_NOT_YET = any_of(_WORDS["not_yet"])
_APART = any_of(_WORDS["apart"])
_LOOSE = any_of(_WORDS["loose"])
_PAUSE = Regex(r"[;:()–—“”]|,\s(?!(?:which|so|leaving|with)\b)|\s(?:but|while)\s")
_STOP = Regex(r"[;:()–—“”]|,\s|\s(?:and|but|while)\s")
_OF_THESE = Regex(r"\b(?:of|among)\s(?:these|those|them|which|whom),?\s(?:about\s|some\s)?$", re.IGNORECASE)
_CLAUSE = Regex(r"[,;:()–—“”]|[.!?]\s|\s(?:and|while|but|which|who|where)\s")
#: Sentences before what is left that may hold its whole, and the most parts between.
BACK, MOST = 2, 5
#: Digits, at least, of the number that is misprinted.
DIGITS = 2


def undone(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each figure that is told as not yet done, with the whole that one slip keeps it from."""
    for rest in story.claims:
        if rest.id in summed or not is_told_left(story, rest):
            continue
        last = level(story, rest)
        if not is_level(last) or is_rated(story, last):
            continue
        if rest.block in DISPLAY:
            yield from _announced(story, last, summed)
            continue
        earlier = _whole_first(story, _earlier(story, last))
        told = [
            Tally(w, (*(c for c in earlier[n + 1 :] if not is_small(c, w)), last))
            for n, w in enumerate(earlier[:-1])
        ]
        told = [t for t in told if len(t.parts) <= MOST]
        if any(t.holds for t in told):
            continue
        found = [t for t in told if _may_be(story, t)]
        if len(found) == 1 and not any(c.id in summed for c in found[0].claims):
            yield found[0].relation(story)


def _announced(story: Story, rest: Claim, summed: frozenset[str]) -> Iterator[Relation]:
    """ "1,850 still out of homes" over "4,300 people were told to go ... 2,650 of them had returned"."""
    body = [level(story, c) for c in story.claims if c.block not in DISPLAY and of_one_unit(c, rest)]
    if rest.block != "headline" or any(c.figure.amount == rest.figure.amount for c in body):
        return
    pairs = [(w, p) for w, p in pairwise(body) if _is_pair(story, w, p)]
    told = [Tally(w, (p, rest)) for w, p in pairs]
    found = [t for t in told if _may_be(story, t) and is_one_slip(t)]
    if (
        len(found) == 1
        and not any(t.holds for t in told)
        and not any(c.id in summed for c in found[0].claims)
    ):
        yield found[0].relation(story)


def _is_pair(story: Story, whole: Claim, part: Claim) -> bool:
    """True for a figure and the part of it that the same sentence or the next one tells as some of them."""
    near = story.number_of(part) - story.number_of(whole) <= 1 and story.paragraphs_apart(whole, part) <= 1
    return near and is_level(whole) and is_level(part) and OF_THEM.match(after(story, part)) is not None


def is_told_left(story: Story, claim: Claim) -> bool:
    """True for "the 25,400 outstanding", "another 40 are still missing", "leaving 12 to do"."""
    return is_left(story, claim) or is_rest(story, claim) or _NOT_YET.search(_own(story, claim)) is not None


def _own(story: Story, claim: Claim) -> str:
    """The words of a figure's sentence from the figure before it to the one behind it, at most one clause on."""
    others = [c.figure.span for c in story.in_sentence(claim.sentence) if c is not claim]
    start = max((s.end for s in others if s < claim.figure.span), default=claim.sentence.start)
    end = min((s.start for s in others if s > claim.figure.span), default=claim.sentence.end)
    led = _PAUSE.split(story.words(Span(start, claim.figure.span.start)))[-1]
    return led + "#" + _STOP.split(story.words(Span(claim.figure.span.end, end)))[0]


def _earlier(story: Story, rest: Claim) -> list[Claim]:
    """The amounts in the unit of what is left, in its sentence and the few before it."""
    place = story.number_of(rest)
    near = [c for s in story.sentences[max(0, place - BACK) : place + 1] for c in story.in_sentence(s)]
    told = [level(story, c) for c in near if c.figure.span < rest.figure.span and c.block not in DISPLAY]
    return [c for c in told if of_one_unit(c, rest) and is_level(c) and story.paragraphs_apart(c, rest) <= 1]


def _whole_first(story: Story, figures: Sequence[Claim]) -> list[Claim]:
    """The figures with a whole before its part where it stands behind it, as in "nine of the 14 seats"."""
    ordered = list(figures)
    for n, (first, second) in enumerate(pairwise(figures)):
        gap = story.words(Span(first.figure.span.end, max(first.figure.span.end, second.figure.span.start)))
        if OF_WHOLE.match(gap) and surely_less(first.figure.amount, second.figure.amount):
            ordered[n], ordered[n + 1] = second, first
    return ordered


def _may_be(story: Story, tally: Tally) -> bool:
    """True if the figures can be a whole and all its parts, but for one slip."""
    whole, parts = tally.total, tally.parts
    if _OF_THESE.search(before(story, whole)) or any((p.figure.value or 0) < TEN for p in parts):
        return False
    if not all(surely_less(p.figure.amount, whole.figure.amount) for p in parts) or not is_one_slip(
        tally, DIGITS
    ):
        return False
    if not all(is_of_noun(story, p, whole) or _is_some_of(story, p, whole) for p in parts):
        return False
    if any(is_range(story, c) or is_rated(story, c) or _is_loose(story, c) for c in tally.claims):
        return False
    if are_rivals(story, tally.claims) or set_apart(story, parts[:-1]) or is_item(story, whole, parts):
        return False
    if (
        is_narrowed(story, whole, parts[-1])
        or is_undone(story, tally)
        or FURTHER.search(before(story, whole))
    ):
        return False
    if _APART.search(story.sentence(parts[-1])):
        return False
    return not any(overlaps(story, c.sentence) for c in tally.claims)


def _is_some_of(story: Story, part: Claim, whole: Claim) -> bool:
    """True for the 21,300 of "21,300 of the 34,800 claims", and for the unsold ones."""
    if noun_behind(story, part) == "one":
        return True
    start = part.figure.span.end
    return OF_WHOLE.match(story.words(Span(start, max(start, whole.figure.span.start)))) is not None


def _is_loose(story: Story, claim: Claim) -> bool:
    clause = _CLAUSE.split(before(story, claim, 90))[-1] + "# " + _CLAUSE.split(after(story, claim, 90))[0]
    return _LOOSE.search(clause) is not None


__all__ = ["is_told_left", "undone"]
