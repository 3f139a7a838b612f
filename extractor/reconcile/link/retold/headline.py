"""Headline, standfirst and captions against the body: does the story bear its display out?

A display figure may be questioned only where nothing in the body agrees with it and the body
has one figure, or one movement between two levels, that it can mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import meet, percent_change
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.retold.scale_words import leaves_scale_out
from extractor.reconcile.link.window.levels import is_of_average
from extractor.reconcile.story import DISPLAY, Story, alike, family


def displayed(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Figures of the display with the figures of the body that they must mean."""
    body = [c for c in story.claims if c.block not in DISPLAY]
    for shown in story.claims:
        if shown.block not in DISPLAY or any(
            alike(shown, c) and meet(shown.figure.amount, c.figure.amount) for c in body
        ):
            continue
        if family(shown) == "P" and is_change(shown):
            yield from _movement(story, shown, linked)
        elif shown.figure.value is not None:
            yield from _same_count(story, shown, body)


def _movement(story: Story, shown: Claim, linked: Sequence[Relation]) -> Iterator[Relation]:
    """A change in the display against the one movement of the body that tells the same."""
    if any(c is not shown and is_change(c) for c in story.in_sentence(shown.sentence)):
        return  # "Patients pay a third more, staff a tenth less" is of neither the two together
    words = content_words(story.sentence(shown))
    found = []
    for relation in linked:
        levels = _levels(relation)
        if levels is None or relation.direction not in (None, way_of(story, shown)):
            continue
        if not _is_of_shown(story, shown, levels) or is_of_average(story, shown, *levels):
            continue
        if len(words & content_words(story.sentence(levels[1]))) >= 1 and levels[0].block not in DISPLAY:
            found.append(levels)
    if len({(a.id, b.id) for a, b in found}) != 1:
        return
    old, new = found[0]
    way = way_of(story, shown)
    risen = percent_change(old.figure.amount, new.figure.amount)
    if way is None or risen.low is None or (risen.low > 0) != (way == "rose"):
        return
    roles = (Role("change", shown), Role("from", old), Role("to", new))
    yield Relation(
        "change", roles, Cue(story.document.id, shown.sentence, story.sentence(shown)), "contextual", way
    )


def _is_of_shown(story: Story, shown: Claim, levels: tuple[Claim, Claim]) -> bool:
    """False if the display prints the level that changed and it is none of the movement's two.

    "Phone makers shipped 316 million handsets, up 2.4%" is nothing about the price, $341 and then $356.
    """
    printed = [c for c in story.in_sentence(shown.sentence) if family(c) in "CMU" and not is_change(c)]
    near = [c for c in printed if c.figure.span < shown.figure.span]
    return not near or any(
        alike(c, b) and meet(c.figure.amount, b.figure.amount) for c in near for b in levels
    )


def _levels(relation: Relation) -> tuple[Claim, Claim] | None:
    """The two levels of a movement whose size the body does not print."""
    if relation.kind != "compare" or relation.strength != "stated":
        return None
    old = [r.value for r in relation.roles if r.name == "reference" and isinstance(r.value, Claim)]
    new = [r.value for r in relation.roles if r.name == "subject" and isinstance(r.value, Claim)]
    return (old[0], new[0]) if old and new and same_unit(old[0], new[0]) else None


def _same_count(story: Story, shown: Claim, body: Sequence[Claim]) -> Iterator[Relation]:
    """A number in the display against the one figure of the body with its noun and its deed."""
    slipped = _same_digits(story, shown, body)
    if slipped is not None:
        roles = (Role("stated", shown), Role("from", slipped))
        yield Relation(
            "same", roles, Cue(story.document.id, shown.figure.span, shown.figure.text), "contextual"
        )
        return
    if shown.measure is None or family(shown) not in "CMP":
        return
    if family(shown) != "P" and shown.base is not None:
        return
    alike_there = [
        c for c in body if alike(shown, c) and c.measure is not None and c.measure.key == shown.measure.key
    ]
    told = [c for c in alike_there if _one_deed(story, shown, c)]
    if len(alike_there) == 1 and told and _near(shown, told[0]):
        roles = (Role("stated", shown), Role("from", told[0]))
        yield Relation(
            "same", roles, Cue(story.document.id, shown.figure.span, shown.figure.text), "contextual"
        )


def _same_digits(story: Story, shown: Claim, body: Sequence[Claim]) -> Claim | None:
    """The one amount of the body with the digits of the display's, thousands or millions of times as large."""
    if family(shown) not in "CM" or shown.figure.value is None or shown.figure.value <= 0:
        return None
    if leaves_scale_out(story, shown):
        return None
    digits = len(shown.figure.value.normalize().as_tuple().digits)
    if digits < 2:
        return None
    slips = _SLIPS if digits == 2 else _SLIPS | _SHIFTS
    words = content_words(story.sentence(shown))
    found = [c for c in body if alike(shown, c) and c.figure.value is not None and c.figure.value > 0]
    found = [c for c in found if Fraction(shown.figure.value) / Fraction(c.figure.value or 1) in slips]
    found = [c for c in found if words & content_words(story.sentence(c))]
    return found[0] if len({c.figure.value for c in found}) == 1 else None


#: Powers of ten by which a scale word is mistaken, and by which a digit is lost.
_SLIPS = frozenset(Fraction(10) ** k for k in (-9, -6, -3, 3, 6, 9))
_SHIFTS = frozenset(Fraction(10) ** k for k in (-2, -1, 1, 2))


def _one_deed(story: Story, a: Claim, b: Claim) -> bool:
    """True if two sentences tell one thing: one event, one polarity, and words in common."""
    whole = family(b) == "P" or b.base is None
    if a.negated != b.negated or not whole or a.stance != "asserted" or b.stance != "asserted":
        return False
    if a.event is None or b.event is None or a.event.key != b.event.key:
        return False
    return len(content_words(story.sentence(a)) & content_words(story.sentence(b))) >= 3


def _near(a: Claim, b: Claim) -> bool:
    """True if two values differ as a slip or a later count would make them, or by a power of ten."""
    if a.figure.value is None or b.figure.value is None or a.figure.value <= 0 or b.figure.value <= 0:
        return False
    factor = Fraction(a.figure.value) / Fraction(b.figure.value)
    powers = (Fraction(10) ** k for k in (-6, -3, -2, -1, 1, 2, 3, 6))
    return Fraction(1, 2) <= factor <= 2 or any(factor == p for p in powers)
