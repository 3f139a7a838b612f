"""Patterns of words that are listed in the data: one of them, by itself or inside a longer pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """The part of a pattern that is one of the words, which may be patterns themselves."""
    return f"(?:{'|'.join(words)})"


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """The pattern of one of the words standing by itself, in capitals or not."""
    return re.compile(rf"\b{one_of(words)}\b", re.IGNORECASE)


__all__ = ["any_of", "one_of"]
