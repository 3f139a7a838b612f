"""A reason why two figures that the text sets side by side are not of one kind."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import Claim, Cue, Reading, Relation, Role


@dataclass(frozen=True, slots=True)
class Caveat:
    """Two figures, why they are not comparable, and the mix-up that comparing them would be."""

    relation: Relation
    reading: Reading
    explanation: str


def caveat_on(a: Claim, b: Claim, cue: Cue, reading: Reading, explanation: str) -> Caveat:
    """The caveat that one figure should not be held against another, and the words that say why."""
    roles = (Role("stated", a), Role("from", b))
    return Caveat(Relation("compare", roles, cue, "contextual"), reading, explanation)
