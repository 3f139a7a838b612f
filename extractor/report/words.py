"""What the reports call things.

No word here calls a person or an outlet wrong, false or misleading: a figure "does not agree
with" another, a reading "would fit if".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from extractor.model import Reading, Severity, Verdict

SEVERITY: Mapping[Severity, str] = MappingProxyType(
    {"error": "Check first", "warning": "Check", "note": "Note"}
)

VERDICT: Mapping[Verdict, str] = MappingProxyType(
    {
        "mismatch": "Does not agree",
        "consistent": "Consistent",
        "not_comparable": "Not comparable",
        "undecided": "Undecided",
    }
)

#: Each goes on from "would fit if".
READING: Mapping[Reading, str] = MappingProxyType(
    {
        "complement": "one share counts those that did and the other those that did not",
        "base": "the share is taken of another whole",
        "inverse": "the two amounts change places",
        "points": "per cent and percentage points change places",
        "unit": "the number counts something else than the noun beside it",
        "definition": "the two go by different definitions",
        "scale": "one number is a power of ten larger or smaller",
        "digit": "one digit is changed, or two digits change places",
        "period": "one figure covers another length of time",
        "level": "the new level is told as the change",
        "sum": "groups that are printed apart are added up",
        "subset": "the figure holds for a part of the group",
        "average": "an average stands for a total or a maximum, or the other way round",
        "odds": "odds are told as a risk",
        "place": "the figure holds for another place",
        "direction": "the direction is turned round",
        "rank": "the rank is another one",
        "hedge": "the hedging words are others",
        "list": "the list has another number of items",
        "truncation": "digits are cut off instead of rounded",
        "per_head": "a total stands for an amount per head, or the other way round",
        "stale": "the figure is one that was replaced later",
    }
)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 sentence", "2 sentences"."""
    return f"{number:,} {one if number == 1 else many}"


def inside_sentence(name: str) -> str:
    """A speaker as the middle of a sentence prints it: "a spokeswoman", but "Jane Roe"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in ("A", "An", "The") and rest else name
