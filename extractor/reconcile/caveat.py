"""A reason why two figures that the text sets side by side are not of one kind."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import Reading, Relation


@dataclass(frozen=True, slots=True)
class Caveat:
    """Two figures, why they are not comparable, and the mix-up that comparing them would be."""

    relation: Relation
    reading: Reading
    explanation: str
