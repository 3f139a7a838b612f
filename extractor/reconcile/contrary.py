"""Words that say the contrary of each other: "rose" and "fell", "profit" and "loss"."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import table
from extractor.model import Reading

#: What contrary words are of: which way it went, or whether it happened.
_OF: tuple[tuple[Reading, str], ...] = (("direction", "direction"), ("complement", "outcome"))


def contrary(ours: str, theirs: str) -> tuple[Reading, str, str] | None:
    """The words by which one of two texts, in lower case, says the contrary of the other."""
    found = (
        (reading, _sides(this, that, ours, theirs)) for reading, name in _OF for this, that in _pairs(name)
    )
    return next(((reading, *sides) for reading, sides in found if sides is not None), None)


def parted(ours: str, theirs: str) -> tuple[str, str] | None:
    """The words by which two texts, in lower case, speak of two parts of a whole: "adults" and "children"."""
    found = (_sides(this, that, ours, theirs) for this, that in _pairs("whole"))
    return next((sides for sides in found if sides is not None), None)


def _sides(this: re.Pattern[str], that: re.Pattern[str], ours: str, theirs: str) -> tuple[str, str] | None:
    """A word of one side in one text and of the other in the other, neither text having both."""
    for one, other in ((this, that), (that, this)):
        here, there = one.search(ours), other.search(theirs)
        if here and there and not other.search(ours) and not one.search(theirs):
            return here[0], there[0]
    return None


@cache
def _pairs(name: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_any(a), _any(b)) for a, b in table("siblings")["opposite"][name])


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")
