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
    for reading, this, that in _pairs():
        for one, other in ((this, that), (that, this)):
            here, there = one.search(ours), other.search(theirs)
            if here and there and not other.search(ours) and not one.search(theirs):
                return reading, here[0], there[0]
    return None


@cache
def _pairs() -> tuple[tuple[Reading, re.Pattern[str], re.Pattern[str]], ...]:
    listed = table("siblings")["opposite"]
    return tuple((reading, _any(a), _any(b)) for reading, name in _OF for a, b in listed[name])


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b")
