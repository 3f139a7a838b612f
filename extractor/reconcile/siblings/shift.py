"""A change of meaning between two stories that print one number."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import Reading, Severity


@dataclass(frozen=True, slots=True)
class Shift:
    """What a number is told of in one story and in the other."""

    reading: Reading
    ours: str
    theirs: str
    severity: Severity = "error"
