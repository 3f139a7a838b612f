"""The words that two papers have in common, whatever form or side they take: "vacant" and "vacancies", lent and borrowed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.lexicon import table
from extractor.reconcile.link.cues.moves import DOWN, UP
from extractor.reconcile.link.cues.topic import content_words

#: Letters by which two forms of a word are one.
STEM = 5


@lru_cache(maxsize=4096)
def words(sentence: str) -> frozenset[str]:
    """The words that tell what a sentence is about, each part of a hyphened one by itself."""
    return content_words(sentence.replace("-", " "))


def stems(sentence: str) -> frozenset[str]:
    """The words of a sentence by their first letters, so that "vacant" and "vacancies" meet."""
    found = cut(words(sentence))
    return found | frozenset(_deeds()[w] for w in found if w in _deeds())


def lacking(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """The words of one text that another has in no form, nor in another word for the deed."""
    return frozenset(w for w in ours - theirs if w[0] != "~" and _deeds().get(w, w) not in theirs)


def cut(told: frozenset[str]) -> frozenset[str]:
    """Words by their first letters."""
    return frozenset(w[:STEM] for w in told)


@cache
def moving() -> frozenset[str]:
    """Words for a movement and for the sums that move, "sales", "rose", and those that tell nothing of what moved."""
    listed = table("siblings")
    told = [*listed["sums"], *listed["saying"], *listed["plain"]]
    return moves() | stems(" ".join(re.findall(r"[a-z]{2,}", " ".join(told))))


@cache
def moves() -> frozenset[str]:
    """Words for a movement: "rose", "a fall of"."""
    return stems(" ".join([*UP, *DOWN, "went", "gone"]))


@cache
def times() -> frozenset[str]:
    """The words for a stretch of time, "year", which tie nothing."""
    return cut(frozenset(w for told in table("siblings")["stretch"].values() for w in told))


@cache
def _deeds() -> dict[str, str]:
    """The first letters of words for one deed → a mark for it; a short one in each of its forms, "killed"."""
    deeds = {}
    for n, listed in enumerate(table("siblings")["one_deed"]):
        for word in listed.split("|"):
            forms = (word, f"{word}s", f"{word}ed", f"{word}ing") if len(word) == STEM - 1 else (word,)
            deeds.update({form[:STEM]: f"~{n}" for form in forms})
    return deeds


__all__ = ["cut", "lacking", "moves", "moving", "stems", "times", "words"]
