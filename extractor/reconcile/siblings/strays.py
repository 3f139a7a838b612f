"""A figure that its sibling has for another thing, with what the sibling has in its place."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import Claim, Reading


@dataclass(frozen=True, slots=True)
class Stray:
    """A figure, the sibling's figure for the same, the sibling's figure that it is, and the mix-up."""

    told: Claim
    due: Claim
    meant: tuple[Claim, ...]
    reading: Reading


__all__ = ["Stray"]
