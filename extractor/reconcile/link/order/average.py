"""The printed figures that "the national average" and the like may stand for."""

from __future__ import annotations

import re

from extractor.model import Claim, Derived
from extractor.reconcile.derive import opposite
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


def as_share(story: Story, claim: Claim) -> Claim | None:
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
