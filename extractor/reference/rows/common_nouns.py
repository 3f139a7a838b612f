"""Labels that are common nouns, "Retail trade", and those that a story prints so: "in joinery"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from extractor.reference.tables.reference_table import is_total
from extractor.regexes import Regex

_IN = Regex(r"\b(?:in|for)\s+\Z", re.IGNORECASE)
_OPENS = Regex(r"(?:\A|[.!?“\"\n]\s*)\Z")
#: Labels of several words have to be so many, and mostly plain, to be common nouns.
_LEAST_COMMON, _MOSTLY = 3, 0.6
#: So many labels have to be printed so: "reading" alone is no town.
_LEAST = 2

Words = tuple[str, ...]


def are_common(labels: Sequence[str]) -> bool:
    """True if most labels of several words have a capital only at their start."""
    several = [label for label in labels if " " in label and not is_total(label)]
    plain = [label for label in several if label[1:] == label[1:].lower() and any(c.isalpha() for c in label)]
    return len(several) >= _LEAST_COMMON and len(plain) > _MOSTLY * len(several)


def common_nouns(
    text: str,
    tokens: Sequence[tuple[int, int, str]],
    words: Sequence[str],
    forms: Container[Words],
) -> frozenset[Words]:
    """Labels of one word that a story prints as common nouns, "in joinery", if it does so with several."""
    found: set[Words] = set()
    for (start, _, token), word in zip(tokens, words, strict=True):
        if (word,) not in forms:
            continue
        if token[0].isupper() and not _OPENS.search(text[max(0, start - 3) : start]):
            return frozenset()
        if token[0].islower() and _IN.search(text[max(0, start - 12) : start]):
            found.add((word,))
    return frozenset(found) if len(found) >= _LEAST else frozenset()
