"""Shares told by the opposite of what a column counts: "85 per cent were refused", of "% granted"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Claim, Comparison
from extractor.reference.words import roots
from extractor.regexes import Regex
from extractor.wording import any_of


def turned(
    value: Claim | Comparison, text: str, near: Mapping[str, float], columns: frozenset[str]
) -> dict[str, float]:
    """Roots of the words that columns have, by how near their opposites stand to a share.

    `text` is the stretch of the sentence that belongs to the figure, `columns` holds the roots of the words
    of columns of per cent. A column that has the word itself is not told by its opposite.
    """
    if not isinstance(value, Claim) or value.figure.amount.unit != PERCENT or value.statistic == "change":
        return {}
    segment: float = data("reference")["tie"]["segment"]
    found: dict[str, float] = {}
    for said, other in _pairs():
        told = set(other) & columns
        named = {w for one in said for w in roots(one)} & columns
        if told and not named and not any(near.get(w, 0.0) >= segment for w in told) and _says(text, said):
            found |= dict.fromkeys(told, data("reference")["tie"]["own"])
    return found


def is_opposite(text: str, words: frozenset[str], every: frozenset[str]) -> bool:
    """True if a text says the opposite of a column's words, given as roots: "turned down", of "accepted".

    `every` holds the roots of all columns: one that has the word itself is the one that is told.
    """
    if _any_said().search(text) is None:
        return False
    told = (set(other) & words for said, other in _pairs() if _says(text, said) and not _has(said, every))
    return any(told)


def _has(said: frozenset[str], words: frozenset[str]) -> bool:
    return bool({w for one in said for w in roots(one)} & words)


@cache
def _any_said() -> Regex:
    listed = {w for said, _ in _pairs() for w in said}
    return any_of(sorted(map(re.escape, listed), key=len, reverse=True))


def _says(text: str, words: frozenset[str]) -> bool:
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.search(rf"\b(?:{listed})\b", text, re.IGNORECASE) is not None


@cache
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Words that a story may say, with the roots of those for the opposite in heads."""
    return tuple(_each())


def _each() -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for pair in data("reference")["opposites"]["pairs"]:
        for said, other in (pair, pair[::-1]):
            yield frozenset(said), frozenset(w for one in other for w in roots(one))
