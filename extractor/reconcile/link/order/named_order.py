"""Orders of two things by their names: "Deaths outnumbered births ... 2,310 deaths and 2,870 births".

The sentence that orders the two need not hold their figures: each is the one figure beside it, or in the
next sentence that has any, that counts the thing named, or is a share of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import table
from extractor.model import (
    Claim,
    Comparison,
    ComparisonDirection,
    Cue,
    Mention,
    Relation,
    Role,
    Span,
    stable_id,
)
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.story import DISPLAY, Story, alike, family

#: Characters from the sentence of the order to the sentence of the figures.
GAP = 200
#: Characters between the two figures: those that stand further apart may be of two places.
APART = 40
#: The same below a headline that orders the two: they may stand in two sentences.
BELOW = 160


def named_orders(story: Story) -> Iterator[Relation]:
    """One relation for each order whose two things have one figure each."""
    text = story.document.text
    for direction, pattern in _patterns():
        for found in pattern.finditer(text):
            yield from _order(story, found, direction)


@cache
def _patterns() -> tuple[tuple[ComparisonDirection, re.Pattern[str]], ...]:
    words = table("windows")["named"]
    kinds: tuple[ComparisonDirection, ...] = ("higher", "lower")
    return tuple((k, re.compile(form, re.IGNORECASE)) for k in kinds for form in words[k])


def _order(story: Story, found: re.Match[str], direction: ComparisonDirection) -> Iterator[Relation]:
    # More women than men may vote and yet a smaller share of them: numbers are ordered by "more", shares by "likelier".
    kind = "P" if "likel" in found["word"].lower() else "C"
    group = [c for c in _figures(story, found) if family(c) == kind]
    ours, theirs = (_of(group, found[name]) for name in ("one", "other"))
    if len(ours) != 1 or len(theirs) != 1 or ours[0] is theirs[0] or not alike(ours[0], theirs[0]):
        return
    apart = BELOW if _is_shown(story, found) else APART
    if _is_shown(story, found) and _has_time(ours[0]) != _has_time(theirs[0]):
        return
    if abs(ours[0].figure.span.start - theirs[0].figure.span.start) > apart:
        return
    word = Span(found.start("word"), found.end("word"))
    comparison = Comparison(
        stable_id("k", story.document.id, "named", str(word.start)),
        story.document.id,
        word,
        story.words(word),
        ours[0].sentence,
        direction,
        block=ours[0].block,
        stance=ours[0].stance,
        speaker=ours[0].speaker,
    )
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


def _has_time(claim: Claim) -> bool:
    return claim.period is not None and claim.period.found in ("here", "sentence")


def _is_shown(story: Story, found: re.Match[str]) -> bool:
    number = story.block_number(found.start())
    return number >= 0 and story.zones[number].kind in DISPLAY


def _of(group: list[Claim], name: str) -> list[Claim]:
    """The figures that count what a name names, or are shares of it."""
    wanted = content_words(name)
    return [c for c in group if wanted and wanted <= _counted(c)]


def _counted(claim: Claim) -> frozenset[str]:
    told: tuple[Mention | None, ...] = (
        (claim.measure,) if family(claim) == "C" else (claim.base, claim.measure)
    )
    found = [content_words(m.text) | content_words(m.key) for m in told if m is not None]
    return found[0] if found else frozenset()


__all__ = ["named_orders"]
