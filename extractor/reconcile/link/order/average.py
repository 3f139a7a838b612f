"""Comparisons with "the national average" and the like, and the printed figures that those may stand for.

A reference that names no figure is looked up among the figures that the story gives for that place or
time and for the same thing; where the story gives the opposite share, its complement is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Comparison, Cue, Derived, Mention, Relation, Role
from extractor.reconcile.derive import opposite
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.topic import one_topic
from extractor.reconcile.story import Story, family

#: Keys of places that "the national average" may stand for.
WIDE = frozenset(
    {
        "national",
        "nationwide",
        "england",
        "wales",
        "scotland",
        "northern ireland",
        "ireland",
        "uk",
        "united kingdom",
        "britain",
        "great britain",
        "england and wales",
        "us",
        "usa",
        "america",
        "united states",
        "india",
        "australia",
        "canada",
        "new zealand",
        "south africa",
        "nigeria",
        "kenya",
    }
)


def with_named(story: Story, comparison: Comparison) -> Iterator[Relation]:
    """A comparison whose reference is named, not printed: "the national average"."""
    reference = comparison.reference
    subject = _subject(story, comparison) if reference is not None else None
    if reference is None or subject is None or _is_size(story, subject, comparison):
        return
    printed = _printed_reference(story, comparison, subject)
    if printed is not None:
        yield _compared(story, comparison, subject, printed)
    elif (
        comparison.direction != "equal"
        and reference.key.startswith("average:")
        and not _figure_in(story, reference)
    ):
        yield _looked_up(story, comparison, subject, reference.key)


def _is_size(story: Story, subject: Claim, comparison: Comparison) -> bool:
    """True for the 8% of "8% below the average", which is the difference and no side of it."""
    between = story.document.text[subject.figure.span.end : comparison.span.start]
    return subject.figure.span.end <= comparison.span.start and not between.strip()


def _figure_in(story: Story, mention: Mention) -> bool:
    return mention.span is not None and any(mention.span.overlaps(c.figure.span) for c in story.claims)


def _printed_reference(story: Story, comparison: Comparison, subject: Claim) -> Claim | None:
    """The one figure that the words of the reference hold, where it can be set against the subject."""
    reference = comparison.reference
    if reference is None or reference.span is None:
        return None
    held = [c for c in story.in_sentence(comparison.sentence) if reference.span.overlaps(c.figure.span)]
    fits = len(held) == 1 and same_unit(held[0], subject) and held[0] is not subject
    return held[0] if fits else None


def _compared(story: Story, comparison: Comparison, subject: Claim, reference: Claim) -> Relation:
    roles = (Role("stated", comparison), Role("subject", subject), Role("reference", reference))
    return Relation("compare", roles, Cue(story.document.id, comparison.span, comparison.text), "stated")


def _looked_up(story: Story, comparison: Comparison, subject: Claim, key: str) -> Relation:
    """The comparison with what the story gives for the reference, if it gives one value."""
    cue = Cue(story.document.id, comparison.span, comparison.text)
    roles: tuple[Role, ...] = (Role("stated", comparison), Role("subject", subject))
    found = references(story, subject, key)
    if len({c.figure.amount for c in found}) == 1:
        roles = (*roles, Role("reference", same_side(subject, found[0])))
    rivals = tuple(found) if len(found) > 1 else ()
    return Relation("compare", roles, cue, "contextual", rivals=rivals)


def _subject(story: Story, comparison: Comparison) -> Claim | None:
    """The share that is compared: in the subject's words, before it in the sentence, or just before that."""
    inside = story.in_sentence(comparison.sentence)
    if comparison.subject is not None and comparison.subject.span is not None:
        named = [c for c in inside if comparison.subject.span.overlaps(c.figure.span)]
        if named:
            size = family(named[-1]) == "T" or _is_size(story, named[-1], comparison)
            return None if size else _as_share(story, named[-1])
    before = [c for c in inside if c.figure.span.end <= comparison.span.start and family(c) == "P"]
    if before:
        return before[-1]
    if inside:
        return None
    earlier = [c for c in story.claims if c.figure.span.end <= comparison.sentence.start]
    near = earlier[-1:] if earlier and story.paragraphs_apart(earlier[-1], comparison) <= 1 else []
    return next((c for c in near if family(c) == "P"), None)


def _as_share(story: Story, claim: Claim) -> Claim | None:
    """The share that "the 56.9 rate" repeats; the claim itself where it is a share."""
    if family(claim) == "P":
        again = [
            c
            for c in story.claims
            if c is not claim and family(c) == "P" and c.figure.value == claim.figure.value
        ]
        return again[0] if again else claim
    again = [c for c in story.claims if family(c) == "P" and c.figure.value == claim.figure.value]
    return again[0] if again else None


def references(story: Story, subject: Claim, key: str) -> list[Claim]:
    """The shares that the story gives for the place of an average and for the same thing."""
    wide = [
        c
        for c in story.claims
        if family(c) == "P"
        and c is not subject
        and c.figure.value != subject.figure.value
        and _is_wide(c, key)
        and one_topic(c, subject)
    ]
    exact = [c for c in wide if c.figure.value is not None and c.figure.hedge is None]
    return exact or wide


def _is_wide(claim: Claim, key: str) -> bool:
    """True if a claim speaks of the whole place, and of no group within it."""
    place = "" if claim.place is None else claim.place.key
    where = key.removeprefix("average:")
    named = place == where or (where in ("national", "country", "nation") and place in WIDE)
    return named and not _is_group(claim)


def _is_group(claim: Claim) -> bool:
    """True if the share is taken of a part of the people or things: "of those with private agencies"."""
    return claim.base is not None and bool(
        re.search(r"\bthose\b|\bwith\b|\bwho\b|\bplaced\b|\baged\b", claim.base.text)
    )


def same_side(subject: Claim, reference: Claim) -> Claim | Derived:
    """The reference for those who did, where the story prints those who did not; and the reverse."""
    return reference if subject.negated == reference.negated else opposite(reference)
