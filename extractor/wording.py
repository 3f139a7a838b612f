"""Patterns of words that are listed in the data: one of them, by itself or inside a longer pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.regexes import Regex

#: Small numbers in words, as of the things in a list: "the three boroughs".
FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def how_many(number: str) -> int:
    """The value of one of those words, or of digits."""
    return int(number) if number.isdigit() else FEW.index(number) + 2


def one_of(words: Iterable[str]) -> str:
    """The part of a pattern that is one of the words, which may be patterns themselves."""
    return f"(?:{'|'.join(words)})"


def any_of(words: Iterable[str]) -> Regex:
    """The pattern of one of the words standing by itself, in capitals or not."""
    return Regex(rf"\b{one_of(words)}\b", re.IGNORECASE)


__all__ = ["FEW", "any_of", "how_many", "one_of"]
