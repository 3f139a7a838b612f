"""Whose words claims are, where speakers may contradict each other."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.model import Claim

#: Small words inside of names: "Bríd ní Dhomhnaill", "Jan van der Meer".
_PARTICLES = frozenset(
    {"de", "da", "del", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "ní", "dos"}
)


def speakers_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The keys of those who are quoted, and of all with a name.

    "A spokesman" who is merely reported may speak for the very body or person that another claim names.
    """
    return frozenset(
        c.speaker.key
        for c in claims
        if c.speaker is not None and (c.voice != "indirect_quote" or _has_a_name(c.speaker.text))
    )


def _has_a_name(speaker: str) -> bool:
    return {w for w in speaker.split() if w[0].islower()} <= _PARTICLES
