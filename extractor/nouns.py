"""Which nouns may count one thing, and which never do.

Keys are lemmas in lower case, as in `Claim.measure.key`. The lists, with the words for
adding to them, stand in `data/nouns.toml`.

    >>> may_be_one("episode", "occasion"), are_distinct("episode", "child")
    (True, True)
    >>> may_be_one("nurse", "patient"), are_distinct("nurse", "patient")
    (False, False)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar

from extractor.lexicon import table

T = TypeVar("T")


@lru_cache(maxsize=8192)
def may_be_one(a: str, b: str) -> bool:
    """True if a text may use either noun for one thing: they are equal, alike, or one is general."""
    return a == b or bool(_alike(a) & _alike(b)) or _stands_for(a, b) or _stands_for(b, a)


def are_distinct(a: str, b: str) -> bool:
    """True if two nouns are known never to count one thing, however close their numbers."""
    if may_be_one(a, b):
        return False
    return any((x, y) in _distinct() for x in kinds(a) | {a} for y in kinds(b) | {b})


def kinds(key: str) -> frozenset[str]:
    """The kinds of thing that a noun names ("person"); none for a noun that is listed nowhere."""
    return _kinds().get(key, frozenset())


def _stands_for(general: str, key: str) -> bool:
    return any(general in table("nouns")["kind"][name]["general"] for name in kinds(key))


def _alike(key: str) -> frozenset[int]:
    """The numbers of the groups of like nouns that hold the key."""
    return _groups().get(key, frozenset())


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    return _index(enumerate(table("nouns")["alike"]))


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    listed: Mapping[str, Any] = table("nouns")["kind"]
    return _index((name, [*kind["general"], *kind["nouns"]]) for name, kind in listed.items())


def _index(groups: Iterable[tuple[T, Iterable[str]]]) -> Mapping[str, frozenset[T]]:
    """Noun → the groups that hold it."""
    found: dict[str, set[T]] = {}
    for name, nouns in groups:
        for noun in nouns:
            found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


@cache
def _distinct() -> frozenset[tuple[str, str]]:
    """The listed pairs, both ways round."""
    pairs = [(a, b) for a, b in table("nouns")["distinct"]]
    return frozenset([*pairs, *((b, a) for a, b in pairs)])
