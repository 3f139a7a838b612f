"""Words as tables and stories share them: roots, and groups of words for one thing.

>>> root("achieving") == root("achieved"), root("violence") == root("violent")
(True, True)
>>> roots("english_maths_science_pct")
('english', 'math', 'scienc')
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from extractor.lexicon import table
from extractor.regexes import Regex

_CAMEL = Regex(r"(?<=[a-z])(?=[A-Z])")
_WORD = Regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
#: Endings that leave the root of a word, the longest first; a root keeps four letters.
_ENDINGS = tuple(sorted(table("reference")["endings"], key=lambda e: -len(e)))
_SHORTEST = 4
#: "Two" in a story is the 2 of a head.
_NUMBERS = {w: str(n) for w, n in {**table("numbers")["cardinals"], **table("numbers")["tens"]}.items()}


@cache
def root(word: str) -> str:
    """What words of one family share: "attain" for "attainment"; digits for a small number word."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        lower = lower[:-1]  # "GPs"
    if lower in _NUMBERS:
        return _NUMBERS[lower]
    lower = str(table("nouns")["singular"].get(lower, lower))
    if (alone := lower.removesuffix("s")) in _whole():
        return alone
    if lower.endswith("ies") and len(lower) > _SHORTEST + 2:
        lower = f"{lower[:-3]}y"
    if lower.endswith("ing") and len(lower) == _SHORTEST + 2:
        lower = f"{lower[:-3]}e"  # "taking"
    return _cut(_cut(lower))


@cache
def _whole() -> frozenset[str]:
    return frozenset(table("reference")["whole"])


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                return word
            return word[: -len(ending)]
    # "tests" and "runs" are too short for the long endings.
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@cache
def roots(text: str) -> tuple[str, ...]:
    """The roots of the words that say something, in order; a compound also gives its parts."""
    found: list[str] = []
    for word in _words(text):
        parts = [word, *word.split("-")] if "-" in word else [word]
        found += [root(p) for p in parts if p and p.lower() not in _empty()]
    return tuple(dict.fromkeys(found))


def _words(text: str) -> list[str]:
    return _WORD.findall(_CAMEL.sub(" ", text.replace("_", " ")))


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("reference")["empty"])


@cache
def groups(one: str) -> frozenset[int]:
    """The numbers of the groups of words for one thing that hold a root."""
    return _groups().get(one, frozenset())


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    listed = [*table("reference")["akin"], *table("nouns")["alike"]]
    found: dict[str, set[int]] = {}
    for number, words in enumerate(listed):
        for word in words:
            found.setdefault(root(word), set()).add(number)
    return {one: frozenset(numbers) for one, numbers in found.items()}


@cache
def members(group: int) -> frozenset[str]:
    """The roots of a group of words for one thing."""
    return frozenset(one for one, numbers in _groups().items() if group in numbers)
