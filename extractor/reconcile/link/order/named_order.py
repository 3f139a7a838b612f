"""Orders of two things by their names: "Deaths outnumbered births ... 2,310 deaths and 2,870 births".

The sentence that orders the two need not hold their figures: each is the one figure beside it, or in the
next sentence that has any, that counts the thing named, or is a share of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import table
from extractor.literals import find_all
from extractor.model import (
    Claim,
    ComparisonDirection,
    Cue,
    Mention,
    Relation,
    Role,
    Span,
)
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: A year in the words of a period.
_YEAR = Regex(r"\b\d{4}\b")
#: Characters from the sentence of the order to the sentence of the figures.
GAP = 200
#: Characters between the two figures: those that stand further apart may be of two places.
APART = 40
#: The same below a headline that orders the two: they may stand in two sentences.
BELOW = 160
#: "Women outpace men IN FINDING WORK": they are the better at it, however many they are.
_AT = Regex(r"\s(?:in|at)\s[a-z]+ing\b", re.IGNORECASE)
#: Letters by which two forms of a word are one, and how many times one of two things there may be the other.
STEM, SIZE = 5, 3


def named_orders(story: Story) -> Iterator[Relation]:
    """One relation for each order whose two things have one figure each."""
    text = story.document.text
    for direction, pattern in _patterns():
        for found in find_all(pattern, text, story.start):
            yield from _order(story, found, direction)


@cache
def _patterns() -> tuple[tuple[ComparisonDirection, Regex], ...]:
    words = table("windows")["named"]
    kinds: tuple[ComparisonDirection, ...] = ("higher", "lower")
    return tuple((k, Regex(form, re.IGNORECASE)) for k in kinds for form in words[k])


def _order(story: Story, found: re.Match[str], direction: ComparisonDirection) -> Iterator[Relation]:
    # More women than men may vote and yet a smaller share of them: numbers are ordered by "more", shares by "likelier".
    group = [c for c in _figures(story, found) if family(c) in _kinds(found)]
    ours, theirs = (_of(story, group, found[n], found[m]) for n, m in (("one", "other"), ("other", "one")))
    if _is_headed(story, found) and len(ours) + len(theirs) == 1:
        (told,) = (*ours, *theirs)
        beside = _beside(story, group, told)
        ours, theirs = ours or beside, theirs or beside
    if len(ours) != 1 or len(theirs) != 1 or ours[0] is theirs[0] or not alike(ours[0], theirs[0]):
        return
    apart = BELOW if _is_shown(story, found) else APART
    near = abs(story.number_of(ours[0]) - story.number_of(theirs[0])) <= 1
    if _is_shown(story, found) and _has_time(ours[0], near) != _has_time(theirs[0], near):
        return
    if abs(ours[0].figure.span.start - theirs[0].figure.span.start) > apart:
        return
    word = Span(found.start("word"), found.end("word"))
    comparison = compared(story, word, ours[0], direction, "named", str(word.start))
    roles = (Role("stated", comparison), Role("subject", ours[0]), Role("reference", theirs[0]))
    cue = Cue(story.document.id, Span(found.start(), found.end()), found[0])
    yield Relation("compare", roles, cue, "contextual")


def _figures(story: Story, found: re.Match[str]) -> list[Claim]:
    """The figures behind the order in its sentence, or else those of the next sentence, if that is near.

    A headline orders what the whole body counts, which then has to count each thing once.
    """
    if _is_shown(story, found):
        return [c for c in story.claims if not is_change(c) and c.block not in DISPLAY]
    at = found.end()
    later = [s for s in story.sentences if any(c.figure.span.start >= at for c in story.in_sentence(s))]
    if not later or later[0].start - at > GAP or "\n\n" in story.document.text[at : max(at, later[0].start)]:
        return []
    inside = [c for c in story.in_sentence(later[0]) if c.figure.span.start >= at]
    return [c for c in inside if not is_change(c) and c.block not in DISPLAY]


def _has_time(claim: Claim, near: bool) -> bool:
    """True if a sentence tells a time of a figure; a month is that of the next sentence too, a year need not be."""
    told = claim.period is not None and claim.period.found in ("here", "sentence")
    return told and not (near and claim.period is not None and not _YEAR.search(claim.period.text))


def _kinds(found: re.Match[str]) -> str:
    """Which figures an order is of: numbers by "more women than men", shares too by "more people say couch than sofa"."""
    if "likel" in found["word"].lower() or _AT.match(found.string, found.end()) is not None:
        return "P"
    return "CP" if "than" in found[0] and found.start("one") - found.end("word") > 1 else "C"


def _is_headed(story: Story, found: re.Match[str]) -> bool:
    number = story.block_number(found.start())
    return number >= 0 and story.zones[number].kind in DISPLAY


def _is_shown(story: Story, found: re.Match[str]) -> bool:
    """True in a headline; for what more people say or do, in the first paragraph too if its sentence has no figure."""
    if _is_headed(story, found) or "C" not in _kinds(found) or len(_kinds(found)) == 1:
        return _is_headed(story, found)
    number = story.block_number(found.start())
    first = all(z.kind in DISPLAY for z in story.zones[:number])
    held = Span(found.start(), found.end())
    return first and not any(held.overlaps(c.figure.span) for c in story.claims)


def _of(story: Story, group: list[Claim], name: str, other: str) -> list[Claim]:
    """The figures that count what a name names, or are shares of it; else those whose sentence alone names it."""
    wanted, unwanted = _stems(name), _stems(other)
    counted = [c for c in group if wanted and wanted <= _counted(c)]
    if counted or not wanted:
        return counted
    told = [
        c for c in group if wanted <= _stems(story.sentence(c)) and not unwanted <= _stems(story.sentence(c))
    ]
    return told if len(told) == 1 else []


def _beside(story: Story, group: list[Claim], told: Claim) -> list[Claim]:
    """The only figure in the sentences next to one that may be the other of two: alike, and of one size."""
    number = story.number_of(told)
    near = [c for c in group if c is not told and alike(c, told) and abs(story.number_of(c) - number) <= 1]
    near = [c for c in near if _of_one_size(c, told)]
    return near if len(near) == 1 else []


def _of_one_size(a: Claim, b: Claim) -> bool:
    x, y = a.figure.value, b.figure.value
    return bool(x and y and min(x, y) > 0 and max(x / y, y / x) <= SIZE)


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:STEM] for w in content_words(words))


def _counted(claim: Claim) -> frozenset[str]:
    told: tuple[Mention | None, ...] = (
        (claim.measure,) if family(claim) == "C" else (claim.base, claim.measure)
    )
    found = [_stems(m.text) | _stems(m.key) for m in told if m is not None]
    return found[0] if found else frozenset()


__all__ = ["named_orders"]
