"""How far a figure is from a mark: "318 aboard. Its licence is for 260. That was 58 people over the limit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.model import Claim, Direction, Relation, Span
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.margin.sides import (
    FEWEST,
    WORDS,
    is_made,
    is_near_size,
    is_told,
    may_be_side,
    of_one_thing,
    ordered,
    relation_of,
    sentences_back,
)
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_MARK = WORDS["mark"]
_MARKS = rf"(?:(?:the|its|their|his|her)\s)?(?:[a-z]+\s)?{one_of(_MARK['marks'])}\b"
_SIDES: tuple[tuple[Direction, str, str], ...] = (("rose", "over", "beat"), ("fell", "under", "missed"))
_BEHIND = tuple(
    (
        way,
        Regex(rf"^(?:\s[a-z]+)?\s{one_of(_MARK[words])}(?:\s{_MARKS}|(?=\s?(?:[.,;:)]|$)))", re.IGNORECASE),
    )
    for way, words, _ in _SIDES
)
_BEFORE = tuple(
    (way, Regex(rf"\b{one_of(_MARK[words])}\s{_MARKS}\sby\s(?:about\s|some\s)?$", re.IGNORECASE))
    for way, _, words in _SIDES
)
_MISSED_BY = Regex(rf"\b(?:was|were)\s{one_of(_MARK['missed'])}\sby\s(?:about\s|some\s)?$", re.IGNORECASE)
_TOLD, _OTHER = any_of(_MARK["told"]), any_of(_MARK["other"])
_CLAUSE = Regex(r"[,;:.()–—]\s?|\s(?:and|but|while|although|though|so)\s")
#: How a sentence goes on about the two figures before it; others name somebody of their own.
_GOES_ON = Regex(
    r"[“\"‘]?(?:that|this|it|they|which|the\s[a-z]+|its\s(?:goal|target|budget))\s", re.IGNORECASE
)


def marks(story: Story) -> Iterator[Relation]:
    """One relation for each size told as over or under a mark, with the only mark and the only other figure beside."""
    for size in story.claims:
        way = _way(story, size)
        if way is None or _OTHER.search(story.sentence(size)):
            continue
        found = next(
            (p for span in sentences_back(story, size) if (p := _pair(story, span, size)) is not None), None
        )
        if found is None or not _may_be_asked(story, size, found, way):
            continue
        if any(c.stance not in ("asserted", "target") for c in (size, *found)):
            continue
        told, mark, other = (replace(c, stance="asserted") for c in (size, *found))
        yield relation_of(story, told, mark, other, way)


def _way(story: Story, size: Claim) -> Direction | None:
    if size.block in DISPLAY or family(size) not in "CMU":
        return None
    led, behind = before(story, size, 80), after(story, size)
    ways = [way for way, p in _BEHIND if p.match(behind)] + [way for way, p in _BEFORE if p.search(led)]
    if _MISSED_BY.search(led):
        ways.append("fell")
    return ways[0] if len(set(ways)) == 1 else None


def _pair(story: Story, span: Span, size: Claim) -> tuple[Claim, Claim] | None:
    """The mark and the figure set against it, where a stretch tells just these two."""
    near = [c for c in story.starting(span.start, span.end) if may_be_side(c, size)]
    if len(near) != 2:
        return None
    told = [c for c in near if _TOLD.search(_clause(story, c))]
    other = [c for c in near if c not in told]
    return (told[0], other[0]) if len(told) == 1 else None


def _clause(story: Story, claim: Claim) -> str:
    """The words around a figure up to the next stops and figures, by which a mark is known."""
    beside = [c.figure.span for c in story.in_sentence(claim.sentence)]
    start = max((s.end for s in beside if s < claim.figure.span), default=claim.sentence.start)
    end = min((s.start for s in beside if claim.figure.span < s), default=claim.sentence.end)
    led = _CLAUSE.split(story.words(Span(start, claim.figure.span.start)))[-1]
    return led + " # " + _CLAUSE.split(story.words(Span(claim.figure.span.end, end)))[0]


def _may_be_asked(story: Story, size: Claim, pair: Sequence[Claim], way: Direction) -> bool:
    mark, told = pair
    sides = ordered(mark, told)
    if (
        sides is None
        or (sides[1] is told) != (way == "rose")
        or float(min(mark.figure.value or 0, 1e18)) < FEWEST
    ):
        return False
    if is_made(story, size) or is_told(story, size, *sides) or not is_near_size(size, *sides):
        return False
    return of_one_thing(story, size, mark, told) and _goes_on(story, size, pair)


def _goes_on(story: Story, size: Claim, pair: Sequence[Claim]) -> bool:
    """True if the clause of a size names nobody whom the two figures do not."""
    if size.sentence in {c.sentence for c in pair}:
        led = _CLAUSE.split(story.lead(size))[-1]
    else:
        led = story.lead(size)
        if not _GOES_ON.match(led):
            return False
    names = set(re.findall(r"\b[A-Z][a-z]+", led[1:] if led[:1].isupper() else led)) | set(
        re.findall(r"^[A-Z][a-z]+(?=\s(?:is|was|has))", led)
    )
    known = " ".join(story.sentence(c) for c in pair).replace(led, " ")
    told = content_words(" ".join(names - {"It", "That", "This", "They", "Its", "The"}))
    return told <= content_words(known)


__all__ = ["marks"]
